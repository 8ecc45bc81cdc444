"""What is contested, what is not known, and how well the rest is supported."""

from collections.abc import Iterator

from ascertain.publish.phrases import ATTRIBUTION, ATTRIBUTION_MEANS, GRADE, GRADE_MEANS, RULE_SETS
from ascertain.publish.telling.claim_ids import claim_ids, without_claim_ids
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import one_per_origin, quoted, who_says
from ascertain.publish.wording import listed, sentence_case

_CONTRADICTIONS = 8
_VOICES = 4


def tell_contested(scene: Scene) -> Iterator[Sentence]:
    """Tell the contradictions, each with the words of up to four origins."""
    for contradiction in scene.incident.contradictions[:_CONTRADICTIONS]:
        claims = [scene.evidence.claim(claim, scene.incident.id) for claim in contradiction.claims]
        first = one_per_origin(claims, scene.evidence, _VOICES) or [claim.id for claim in claims[:_VOICES]]
        if len(first) < 2:
            first = [claim.id for claim in claims[:_VOICES]]
        voices = [scene.evidence.claims[claim] for claim in first]
        said = [f"{who_says(claim, scene.evidence)}: {quoted(claim)}" for claim in voices]
        about = sentence_case(without_claim_ids(contradiction.about).rstrip("."))
        text = f"{about}. {sentence_case('; '.join(said))}."
        yield scene.sentence(text, contradiction.claims[:8], about=("contradictions",))
    more = len(scene.incident.contradictions) - _CONTRADICTIONS
    if more > 0:
        cited = [claim for c in scene.incident.contradictions[_CONTRADICTIONS:] for claim in c.claims]
        yield scene.sentence(f"Reports differ on {more} more points, shown in the table of facts.", cited[:8])


def tell_open(scene: Scene) -> Iterator[Sentence]:
    """Tell the open questions."""
    for question in scene.incident.questions:
        text = sentence_case(without_claim_ids(question.text))
        text = text if text.endswith(("?", ".", "!")) else text + "."
        cited = [*question.claims, *(c for c in claim_ids(question.text) if c in scene.evidence.claims)]
        yield scene.sentence(text, cited[:8]) if cited else scene.searched(text, about=("questions",))


def tell_judgement(scene: Scene) -> Iterator[Sentence]:
    """Tell attribution and grade, each in a sentence of its own: two questions, never one."""
    incident = scene.incident
    rules = RULE_SETS.get(scene.dossier.settings.rule_set, scene.dossier.settings.rule_set)
    own = next((a for a in incident.assessments if a.rule_set == scene.dossier.settings.rule_set), None)
    if incident.attribution:
        reasons = own.attribution_because if own else ()
        label, means = ATTRIBUTION[incident.attribution].lower(), ATTRIBUTION_MEANS[incident.attribution]
        text = f"Attribution: {label}, that is, {means}"
        yield _judged(text, reasons, scene, "attribution")
    if incident.grade:
        text = f"Harm, under the {rules} rules: {GRADE[incident.grade].lower()}, that is, {GRADE_MEANS[incident.grade]}"
        yield _judged(text, incident.because, scene, "grade")


def _judged(text: str, reasons: tuple[str, ...], scene: Scene, about: str) -> Sentence:
    named = [claim for reason in reasons for claim in claim_ids(reason) if claim in scene.evidence.claims]
    words = [without_claim_ids(reason).rstrip(".") for reason in reasons]
    told = f"{text}. {sentence_case(listed(words))}." if words else f"{text}."
    cited = named[:8] or one_per_origin(scene.claims, scene.evidence)
    return scene.sentence(told, cited, about=(about,))

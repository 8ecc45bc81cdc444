"""What is contested, what is not known, and how well the rest is supported."""

from collections.abc import Iterable, Iterator

from ascertain.model import Question
from ascertain.publish.languages import tongue
from ascertain.publish.phrases import rule_set_title
from ascertain.publish.telling.claim_ids import claim_ids, without_claim_ids
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import as_subject, one_per_origin, quoted, who_says
from ascertain.publish.verdicts import attribution_words, grade_words
from ascertain.publish.wording import is_several, listed, sentence_case, with_articles

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
        about = sentence_case(tongue().told(without_claim_ids(contradiction.about).rstrip(".")))
        text = f"{about}. {sentence_case(tongue().say('; ').join(said))}."
        yield scene.sentence(text, contradiction.claims[:8], about=("contradictions",))
    more = len(scene.incident.contradictions) - _CONTRADICTIONS
    if more > 0:
        cited = [claim for c in scene.incident.contradictions[_CONTRADICTIONS:] for claim in c.claims]
        pattern = "Reports differ on {n} more points, shown in the table of facts."
        yield scene.sentence(tongue().say(pattern, n=more), cited[:8])


def tell_open(scene: Scene) -> Iterator[Sentence]:
    """Tell the open questions."""
    for question in scene.incident.questions:
        if (asked := _left_open(question, scene)) is not None:
            yield scene.sentence(asked, question.claims)
            continue
        text = without_claim_ids(question.text)
        text = sentence_case(tongue().told(text if text.endswith(("?", ".", "!")) else text + "."))
        cited = [*question.claims, *(c for c in claim_ids(question.text) if c in scene.evidence.claims)]
        yield scene.sentence(text, cited[:8]) if cited else scene.searched(text, about=("questions",))


def _left_open(question: Question, scene: Scene) -> str | None:
    """Return who leaves a question open, in whose words, where it is only that a report asks: not by the item's id."""
    asked = [scene.evidence.claims[claim] for claim in question.claims if claim in scene.evidence.claims]
    if len(asked) != 1 or asked[0].item not in question.text:
        return None
    pattern = "{who} leaves this open: {words}."
    who, words = as_subject(who_says(asked[0], scene.evidence)), quoted(asked[0])
    return sentence_case(tongue().say(pattern, who=who, words=words))


def tell_judgement(scene: Scene) -> Iterator[Sentence]:
    """Tell attribution and grade, each in a sentence of its own: two questions, never one."""
    incident = scene.incident
    rules = rule_set_title(scene.dossier.settings.rule_set)
    own = next((a for a in incident.assessments if a.rule_set == scene.dossier.settings.rule_set), None)
    if incident.attribution:
        reasons = own.attribution_because if own else ()
        text = "Attribution: {label}, that is, {means}."
        label, means = attribution_words(incident)
        told = tongue().say(text, label=tongue().say(label.lower()), means=tongue().say(means))
        yield _judged(told, reasons, scene, "attribution")
    if incident.grade:
        label, means = grade_words(incident)
        text = "Harm, under the {rules} rules: {label}, that is, {means}."
        told = tongue().say(text, rules=rules, label=tongue().say(label.lower()), means=tongue().say(means))
        yield _judged(told, own.because if own else incident.because, scene, "grade")


def _judged(text: str, reasons: tuple[str, ...], scene: Scene, about: str) -> Sentence:
    named = [claim for reason in reasons for claim in claim_ids(reason) if claim in scene.evidence.claims]
    bare = [_without_claims(reason) for reason in reasons]
    parties = scene.party_names()
    words = [
        tongue().told(with_articles(_agreeing(reason, parties), parties)) for reason in dict.fromkeys(bare) if reason
    ]
    told = f"{text} {sentence_case(listed(words))}." if words else text
    cited = named[:8] or one_per_origin(scene.claims, scene.evidence)
    return scene.sentence(told, cited, about=(about,))


def _agreeing(reason: str, parties: Iterable[str]) -> str:
    """Return a reason with the verb of many behind the name of many: "the forces are named by"."""
    for name in filter(is_several, parties):
        reason = reason.replace(f"{name} is named", f"{name} are named")
    return reason


def _without_claims(reason: str) -> str:
    """Return a reason without the claims that it names, which are cited: what is left of a bare claim is nothing."""
    words = without_claim_ids(reason).rstrip(".")
    return "" if words.casefold() == "claim" else words.removeprefix("claim: ")

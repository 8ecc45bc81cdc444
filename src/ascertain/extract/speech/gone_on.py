"""Who speaks where a verb of speech has its speaker further before it, or none: verbs in two parts, participles."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.speech.who_speaks import is_speaker
from ascertain.languages.cues import Cue


def opening(clause: Clause, index: int) -> int:
    """Return the first part of a verb of speech in two ("dismissed" of "dismissed the agency's claims that ...")."""
    before = (at for at in range(index - 1, -1, -1) if clause.units[at].has("mood", "general"))
    verb = clause.verb_before(index)
    return verb if verb is not None else next(before, index)


def speaker_before(clause: Clause, index: int) -> int | None:
    """Return the subject of the verb of speech that a participle of speech goes on with ("..., NP said, adding")."""
    verb = clause.verb_before(index)
    while clause.order == "svo" and verb is not None and clause.units[verb].cue("speech") is None:
        if clause.units[verb].cue("event", "outcome") is None:
            return None
        verb = clause.verb_before(verb)  # "he said that five were killed, adding": the dead add nothing
    if verb is None or clause.units[verb].cue("speech") is None:
        return None
    subject = [at for at in clause.subject(verb) if is_speaker(clause.units[at])]
    return subject[0] if subject and not clause.units[subject[0]].pronoun else None


def goes_on_with_a_pronoun(clause: Clause, index: int) -> bool:
    """Whether a participle of speech goes on with a verb of speech whose subject is a pronoun."""
    if clause.kind(index - 1) == "comma" and index > 1 and clause.units[index - 2].cue("carry") is not None:
        return True
    verb = clause.verb_before(index)
    if verb is None or clause.units[verb].cue("speech") is None:
        return False
    subject = clause.before(verb)
    return clause.order == "svo" and clause.kind(subject) == "np" and clause.units[subject].pronoun


def carries(clause: Clause, index: int, cue: Cue) -> bool:
    """Whether a verb of speech or of transport has no word behind it that says what was told, or by whom."""
    if "relays" not in cue.flags:
        return False
    for at in range(index + 1, len(clause.units)):
        if clause.kind(at) in {"stop", "verb", "light"}:
            return True
        if clause.units[at].has("source", "that") or clause.units[at].has("source", "through"):
            return False
    return True


def only_calls(clause: Clause, index: int) -> bool:
    """Whether a verb of speech right behind a phrase says what that is called: "men described as rebels attacked"."""
    if clause.order == "vso":
        return _gives_a_name(clause, index)
    called = clause.kind(index - 1) == "np" and clause.kind(index + 1) == "clause"
    return (
        called
        and clause.order == "svo"
        and clause.words(index)[-1].endswith(clause.endings.passive)
        and clause.units[index + 1].has("word", "called")
        and clause.kind(index + 2) == "np"
    )


def nothing_says_so(clause: Clause, index: int) -> bool:
    """Whether a negated noun is what a verb-first language's verb of speech is of: "no information confirms that"."""
    at = clause.before(index)
    while clause.kind(at) == "conj" or (clause.kind(at) == "verb" and clause.units[at].cue("speech") is not None):
        at = clause.before(at)
    said = clause.order == "vso" and clause.kind(at) == "np" and clause.kind(at - 1) == "other"
    return said and clause.units[at - 1].find("negation") is not None and clause.units[at].cue("role") is not None


def _gives_a_name(clause: Clause, index: int) -> bool:
    """Whether "is called" stands between somebody and a name: رجل يدعى فلان, which folds like يدعي, "claims"."""
    unit, document = clause.units[index], clause.document
    cue = unit.cue("speech")
    written = document.quote(unit.last - 1, unit.last)
    behind = next((at for at in (index + 1, index + 2) if clause.kind(at) != "quote"), index)
    named = clause.kind(index - 1) == "np" and clause.kind(behind) == "np"
    return cue is not None and cue.value == "claim" and written.endswith(_CALLED) and named


_CALLED = "ى"  # the passive is written with another letter than the active

"""Captives who are let go: by whom they were held, and a day that is not that of their capture."""

from ascertain.extract.events.acting import is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.steps import VERBS

_LETTING = ("releas",)
_WALLS = frozenset({"stop", "clause", "relative"})
_BESIDE = frozenset({"time", "other", "prep"})


def who_let_them_go(clause: Clause, abduction: int) -> list[int]:
    """Return the armed group that is told to release those who were abducted: who else held them is not told."""
    for at, unit in enumerate(clause.units):
        if at == abduction or unit.kind != "verb" or not _lets_go(clause, at):
            continue
        passive = clause.is_passive(at)
        freed = clause.subject(at) if passive else clause.objects(at)
        if not any(clause.units[one].cue("people") is not None for one in freed):
            continue  # "released a statement"
        brought = [whom for prep, whom in clause.phrases_after(at) if prep.has("mark", "perpetrator")]
        found = (brought[0] if brought else []) if passive else clause.subject(at)
        return [one for one in found if _holds_people(clause, one)]
    return []


def is_when_they_were_let_go(clause: Clause, index: int, anchors: set[int]) -> bool:
    """Whether a time stands right beside a verb of freeing: "were kidnapped in May and | released | today"."""
    captures = any(clause.units[at].has("outcome", "detained") for at in anchors)
    if clause.order != "svo" or not captures:
        return False
    for step in (-1, 1):
        at = index + step
        while clause.kind(at) in _BESIDE and at not in anchors:
            at += step
        if clause.kind(at) in VERBS:
            if clause.kind(at - 1) == "conj" and at - 2 in anchors:
                return False  # "was arrested and released last night"
            return at not in anchors and clause.units[at].has("word", "freeing")
    return False


def _lets_go(clause: Clause, at: int) -> bool:
    return clause.units[at].has("word", "freeing") and clause.words(at)[0].startswith(_LETTING)


def _holds_people(clause: Clause, at: int) -> bool:
    """Whether a phrase is of an armed group, or of fighters of no army: who holds hostages."""
    unit = clause.units[at]
    kinds = {getattr(actor.parsed, "type", None) for actor in unit.actors}
    return is_party(unit) and bool(kinds) and kinds <= {"armed_group"}

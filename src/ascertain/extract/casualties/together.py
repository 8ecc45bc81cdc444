"""Who shares the fate of those told of first, where the verb comes first: joined, accompanied, kin, a family."""

from ascertain.extract.casualties.victims import counting, number_of
from ascertain.extract.events.acting import is_named, is_party
from ascertain.extract.events.clause import Clause


def together(clause: Clause, first: int) -> list[int]:
    """Return those joined to a phrase, of one outcome, and who shares their fate ("a man in addition to two sons").

    Of a family of so many, those who are so many.
    """
    joined = _without_names(clause, of_one_outcome(clause, clause.coordinated(first)))
    behind = joined[-1] + 1
    behind += clause.kind(behind) == "comma"
    numbers = [number_of(clause.units[at], clause.document) for at in joined]
    if clause.units[joined[0]].has("word", "each") and None in numbers:
        return []  # "each of X and" whose name is not known
    befell = numbers[-1] is not None
    if befell and len(joined) == 1:
        joined, behind = _with_kin_told_later(clause, joined[0], behind)
    if befell and clause.kind(behind) in {"prep", "conj"} and clause.units[behind].has("word", "accompanied"):
        behind += clause.kind(behind + 1) == "prep" and not clause.words(behind + 1)  # a particle: بالإضافة | ل | رجل
        also = of_one_outcome(clause, clause.coordinated(behind + 1)) if _suffers_too(clause, behind + 1) else []
        joined = [*joined, *also]
    return [_members(clause, at) for at in joined]


def _with_kin_told_later(clause: Clause, first: int, behind: int) -> tuple[list[int], int]:
    """Return one person named, their kin told behind what they are, and the unit behind: "فلان" | مدرس | وطفله."""
    at = behind
    while clause.kind(at) == "quote":
        at += 1
    told = clause.units[at] if is_named_alone(clause, first) and clause.kind(at) == "np" else None
    if told is None or counting(told) is not None or told.is_event or not (told.cue("role") or told.cue("people")):
        return [first], behind
    at += 1
    while clause.kind(at) == "prep" and clause.kind(at + 1) == "np" and not clause.units[at + 1].is_event:
        at += 2
    joined = clause.units[at + 1] if clause.kind(at) == "conj" and clause.kind(at + 1) == "np" else None
    kin = joined is not None and any("kin" in mark.cue.flags for mark in joined.all("people"))
    if kin and clause.words(at + 1)[0].endswith(clause.endings.speaker):
        return [first, *clause.coordinated(at + 1)], at + 2
    accompanied = at < len(clause.units) and clause.units[at].has("word", "accompanied")
    return [first], at if accompanied else behind


def is_named_alone(clause: Clause, at: int) -> bool:
    """Return whether a phrase is of one person told by name."""
    persons = [one for one in clause.units[at].actors if getattr(one.parsed, "type", None) == "person"]
    return len(persons) == 1 and counting(clause.units[at]) is None


def _without_names(clause: Clause, joined: list[int]) -> list[int]:
    """Return those joined to two people without who those two are: الطفلين | فلان | وفلان."""
    two = clause.units[joined[0]].find("people", "dual")
    opens = clause.words(joined[0])[0][clause.units[joined[0]].cut :].startswith(clause.articles)
    if two is None or not opens:
        return joined
    return [joined[0], *(at for at in joined[1:] if not is_named(clause.units[at]))]


def _suffers_too(clause: Clause, at: int) -> bool:
    """Whether a phrase is of people by their figure or kin, and tells no outcome of its own."""
    if clause.kind(at) != "np" or clause.units[at].find("outcome", "noun") is not None or clause.units[at].is_event:
        return False
    unit = clause.units[at]
    cue = unit.cue("people", "victims", "thing")
    counted = counting(unit) is not None and (cue is None or cue.kind != "thing")
    return counted or (cue is not None and cue.kind == "people" and ("kin" in cue.flags or not is_party(unit)))


def _members(clause: Clause, at: int) -> int:
    """Return who a family is made up of, where that is counted behind it (عائلة مؤلفة من ستة أشخاص), or the phrase."""
    cue = clause.units[at].cue("people")
    if cue is None or "collective" not in cue.flags or counting(clause.units[at]) is not None:
        return at
    made_up = clause.kind(at + 1) == "verb" and clause.units[at + 1].has("outcome", "present")
    return at + 2 if made_up and clause.kind(at + 2) == "np" and counting(clause.units[at + 2]) else at


def of_one_outcome(clause: Clause, joined: list[int]) -> list[int]:
    """Return the joined phrases up to one that tells an outcome of its own (مقتل رجل وإصابة ستة)."""
    for place, at in enumerate(joined):
        if place and clause.units[at].find("outcome", "noun") is not None:
            return joined[:place]
    return joined

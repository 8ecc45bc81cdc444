"""Quakes, storms and plagues, which strike and kill as an army does: no party's deed."""

from ascertain.extract.events.clause import Clause


def is_of_nature(clause: Clause, verb: int) -> bool:
    """Return whether what strikes, right behind the verb or right before it, is nothing that somebody sent.

    ضرب زلزال المدينة, العاصفة التي ضربت المدينة.
    """
    if clause.order != "vso" or clause.kind(verb) != "verb" or not clause.tells("cause", "natural"):
        return False
    at = clause.before(verb)
    if clause.kind(at) == "relative":
        at = clause.before(at)
    return any(clause.kind(one) == "np" and _is_natural(clause, one) for one in (clause.after(verb), at))


def is_left_by_nature(clause: Clause, at: int) -> bool:
    """Return whether the dead told at a unit are what such a thing left: ضرب زلزال المدينة وخلف قتلى."""
    if clause.order != "vso" or not clause.tells_any("cause"):
        return False
    leaving = next((one for one in range(at - 1, -1, -1) if clause.units[one].has("mark", "effect")), -1)
    if leaving < 0 or (clause.kind(leaving + 1) == "np" and leaving + 1 < at and _is_natural(clause, leaving + 1)):
        return leaving >= 0
    if _grew_into_a_war(clause, leaving):
        return True
    told = (one for one in range(leaving - 1, -1, -1) if clause.units[one].cue("event") is not None)
    return is_of_nature(clause, next(told, -1))


def _grew_into_a_war(clause: Clause, leaving: int) -> bool:
    """Whether what left the dead is told to have become a war: شن عدواناً تحول | إلى | حرب."""
    for at in range(leaving - 1, 1, -1):
        if clause.units[at].is_event:
            return False
        if clause.units[at].has("cause", "war"):
            return clause.kind(at - 1) == "prep" and clause.words(at - 1) == ["الي"]
    return False


def _is_natural(clause: Clause, at: int) -> bool:
    head = clause.units[at].find("cause")
    return head is not None and head.cue.value == "natural" and head.first == clause.units[at].first

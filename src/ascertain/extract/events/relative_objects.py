"""Whom or what a relative clause says that somebody did something to: "the town that rebels seized"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ascertain.extract.events.clause import Clause

_OBJECTIVE = frozenset({"which", "whom", "that"})
_WITHIN = frozenset({"aux", "other", "time"})


def told_before(clause: "Clause", verb: int) -> list[int]:
    """Return the object of a verb without one behind it, where its clause is about that: "a man whom gunmen killed"."""
    at = verb - 1
    while clause.kind(at) in _WITHIN:
        at -= 1
    while clause.kind(at) == "np" and clause.kind(at - 1) == "conj" and clause.kind(at - 2) == "np":
        at -= 2
    relative = at - 1
    if clause.order != "svo" or clause.kind(at) != "np" or clause.kind(relative) != "relative":
        return []
    governed = clause.kind(relative - 1) in {"prep", "linking"}  # "the raid in which rebels attacked"
    if governed or clause.words(relative)[0] not in _OBJECTIVE:
        return []
    earlier = clause.verb_before(relative)
    if earlier is not None and clause.units[earlier].cue("speech") is not None and clause.kind(relative - 1) != "comma":
        return []  # "told reporters that rebels attacked"
    found = clause.antecedent(relative)
    units = [clause.units[index] for index in found]
    can_be = all(not one.is_event and (one.cue("people", "thing", "victims") or one.places) for one in units)
    return found if can_be else []

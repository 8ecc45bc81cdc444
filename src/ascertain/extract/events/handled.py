"""Bombs that are found, defused, smuggled or struck: weapons that did not go off, and no event."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit

_NEAR = 3  # units between a bomb and the word that tells what was done with it
_LOOSE = frozenset({"prep", "linking", "quote", "other", "time", "passive", "aux"})


def is_handled(clause: Clause, at: int) -> bool:
    """Return whether the bomb named at a unit is only told to have been found, defused, destroyed or the like."""
    unit = clause.units[at]
    weapon, told = unit.find("event", "means"), unit.find("event", "noun")
    if weapon is None or told is None or weapon.first > told.first or weapon.last < told.last:
        return False
    return _is_handled_before(clause, at) or _is_handled_behind(clause, at) or _is_struck(clause, at)


def _is_handled_before(clause: Clause, at: int) -> bool:
    """Whether it is what a verb or noun before it was done to: "defused a bomb", "the discovery of a car bomb"."""
    doers = 0
    for index in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if _handles(clause.units[index]):
            return True
        doers += clause.kind(index) == "np"
        if clause.kind(index) not in _LOOSE and not (
            clause.order == "vso" and clause.kind(index) == "np" and doers < 2
        ):
            return False
    return False


def _is_handled_behind(clause: Clause, at: int) -> bool:
    """Whether a passive behind it tells so: "a car bomb was found"."""
    for index in range(at + 1, min(len(clause.units), at + 1 + _NEAR)):
        if _handles(clause.units[index]):
            return clause.is_passive(index)
        if clause.kind(index) not in _LOOSE:
            return False
    return False


def _is_struck(clause: Clause, at: int) -> bool:
    """Whether it is what was destroyed: "a strike destroyed two car bombs"."""
    verb = at - 1
    while verb > 0 and clause.kind(verb) in {"np", "comma", "conj"}:
        verb -= 1
    if clause.order != "svo" or verb < 0 or not _destroys(clause.units[verb]) or clause.is_passive(verb):
        return False
    return at in clause.objects(verb)


def _destroys(unit: Unit) -> bool:
    mark = unit.find("outcome", "verb")
    return mark is not None and mark.cue.value in {"destroyed", "damaged"}


def _handles(unit: Unit) -> bool:
    said = unit.cue("speech")
    return unit.has("word", "handled") or (said is not None and "finds" in said.flags)

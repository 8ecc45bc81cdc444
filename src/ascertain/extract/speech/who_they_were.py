"""Who those who did it are said to be: "the killers were members of the Front", "identified themselves as rebels"."""

from ascertain.extract.events.acting import is_party, says_only_fighters
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit

_BETWEEN = frozenset({"other", "passive", "aux", "time"})
_CALLED = frozenset({"identified", "named", "described", "introduced"})
_THOSE = frozenset({"those", "people", "persons", "ones", "men"})
_OF_THE_DEED = frozenset({"np", "prep", "linking", "conj", "time"})
_NEAR = 4  # units between those who did it and "as"
_HEDGING = frozenset({"passive", "aux", "other", "light", "verb", "time"})


def who_they_were(clause: Clause, index: int) -> list[int]:
    """Return the party whose men those who did it are said to be behind "were" or "as" at `index`, if it is one."""
    who = clause.after(index)
    if clause.order != "svo" or clause.kind(who) != "np":
        return []
    at = _called(clause, index) if clause.kind(index) == "clause" else _before_being(clause, index)
    if clause.kind(index) == "passive" and _are_responsible(clause, index) and is_party(clause.units[who]):
        return [] if _says_nothing(clause.units[who]) else [who]
    if at is None or any(unit.cue("negation") is not None for unit in clause.units[at:who]):
        return []
    led, told = clause.units[at], clause.units[who]
    known = any(
        getattr(one.parsed, "type", None) == "armed_group" and getattr(one.parsed, "actors", ()) for one in told.actors
    )
    if known and says_only_fighters(led) and led.definite:
        return [who]
    did_it = led.cue("culprit") is not None and led.definite
    return [who] if did_it and is_party(told) and not _says_nothing(told) else []


def hedge_before(clause: Clause, index: int) -> tuple[int, int] | None:
    """Return the words that leave it in doubt at `index` or in the verb group before: "may have been done | by"."""
    if clause.units[index].find("hedge") is not None:
        return clause.units[index].first, clause.units[index].last
    at = index - 1
    while clause.kind(at) in _HEDGING:
        unit = clause.units[at]
        if unit.cue("hedge") is not None or unit.has("mood", "conditional"):
            return unit.first, unit.last
        at -= 1
    return None


def _before_being(clause: Clause, index: int) -> int | None:
    """Return the noun phrase of which "were" at a unit says who they are, also behind "who"."""
    at = index - 1
    while clause.kind(at) in _BETWEEN:
        at -= 1
    if clause.kind(at) == "relative":
        before = clause.antecedent(at)
        return before[-1] if before else None
    return at if clause.kind(at) == "np" and at >= 0 else None


def _are_responsible(clause: Clause, index: int) -> bool:
    """Whether those who did it are told by that alone: "those responsible for the murder of the clerk | are"."""
    for at in range(index - 1, 0, -1):
        if clause.kind(at) == "light":
            who = clause.units[at - 1]
            return clause.words(at)[0] == "responsible" and who.kind == "np" and clause.words(at - 1)[-1] in _THOSE
        if clause.kind(at) not in _OF_THE_DEED:
            return False
    return False


def _called(clause: Clause, index: int) -> int | None:
    """Return who call themselves, or are called, something behind "as" at a unit."""
    if not clause.units[index].has("word", "called"):
        return None
    for at in range(index - 1, max(-1, index - 1 - _NEAR), -1):
        if clause.kind(at) == "np" and clause.units[at].cue("culprit") is not None:
            said = {word for step in range(at + 1, index) for word in clause.words(step)}
            return at if said & _CALLED else None
    return None


def name_given(clause: Clause, index: int) -> int | None:
    """Return where a party's name stands: "a militia | called | the Front", "a group | calling | itself | X"."""
    at = index + 1
    if clause.order != "svo" or clause.kind(index) != "np" or clause.kind(at) != "verb" or clause.units[index].named:
        return None
    itself = clause.words(at)[-1] == "calling" and clause.kind(at + 1) == "np" and clause.units[at + 1].pronoun
    if not itself and clause.words(at)[-1] not in {"called", "dubbed"}:
        return None
    name = at + 2 if itself else at + 1
    return name if clause.kind(name) == "np" and is_party(clause.units[name]) else None


def asked_before(clause: Clause, index: int) -> int | None:
    """Return the words before a unit, in its clause, that leave it open who it was: "it is not clear if | X did it"."""
    at = index - 1
    while at >= 0 and clause.kind(at) not in {"stop", "relative", "clause"}:
        if clause.units[at].cue("questioned") is not None:
            return at
        at -= 1
    return None


def _says_nothing(unit: Unit) -> bool:
    """Whether a phrase points back to those of whom it is told: "they were the attackers"."""
    return unit.pronoun or unit.is_event or (unit.definite and says_only_fighters(unit))

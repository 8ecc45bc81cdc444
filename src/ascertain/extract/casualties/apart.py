"""Outcomes that a sentence tells beside an event and not of it: asked after, feared, or of a day before."""

from collections.abc import Collection

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.so_long_after import is_a_length
from ascertain.extract.speech.called_false import is_called_false
from ascertain.extract.speech.stance import stance_at

_SUPPOSED = frozenset({"expected", "conditional"})
_WAKE = frozenset(("بعد", "عقب", "في اعقاب", "علي خلفيه", "ردا علي", "انتقاما ل", "ثارا ل", "احتجاجا علي"))
_GOING_ON = ("ت", "ي")  # how a verb of what goes on begins
_WITHIN = frozenset({"np", "other", "passive", "aux", "linking"})


def is_told_apart(clause: Clause, units: Collection[int], at: int) -> bool:
    """Return whether an outcome at a unit is none of the event that some units tell of."""
    others = [unit for unit in units if unit != at]
    if not others:
        return False
    first, last = min(others), max(others)
    if _has_its_own_verb(clause, first, at):
        return True
    if _was_why(clause, last, at) or _was_found(clause, last, at):
        return True
    if _is_only_asked(clause, first, at) or _is_only_feared(clause, first, at) or _was_before(clause, last, at):
        return True
    return is_called_false(clause, at) and not is_called_false(clause, first)


def _has_its_own_verb(clause: Clause, told: int, at: int) -> bool:
    """Whether "and" opens a clause of its own with the event told: قتيلان | و | اعتداءات المستوطنين | تتصاعد."""
    if clause.order != "vso" or clause.kind(told - 1) != "conj" or not clause.units[told].is_event or at >= told - 1:
        return False
    verb = told + 1 + (clause.kind(told + 1) == "np")
    goes_on = clause.kind(verb) == "verb" and clause.words(verb)[0].startswith(_GOING_ON)
    return goes_on and not clause.units[verb].has("mark", "effect") and clause.units[verb].find("event") is None


def _is_only_asked(clause: Clause, told: int, at: int) -> bool:
    """Whether what a unit tells is in question, and what was told before is not: "unclear whether any died"."""
    for before in range(at - 1, told, -1):
        if clause.kind(before) == "stop":
            return False
        if any(mark.cue.kind == "questioned" for mark in clause.units[before].marks):
            return True
    return False


def _is_only_feared(clause: Clause, told: int, at: int) -> bool:
    """Whether an outcome is no more than feared or possible beside an event that was: وسط مخاوف من سقوط قتلى."""
    if not clause.tells_any("mood"):
        return False
    return stance_at(clause, at).mood in _SUPPOSED and stance_at(clause, told).mood not in _SUPPOSED


def _was_found(clause: Clause, last: int, at: int) -> bool:
    """Whether bodies are told to be found in a clause that a word of contrast opens: فيما عثر على جثة ..."""
    mark = clause.units[at].find("victims", "singular", "dual", "plural") if clause.kind(at) == "np" else None
    bodies = mark is not None and "bodies" in mark.cue.flags and clause.order == "vso"
    between = clause.units[last + 1 : at] if bodies else []
    opened = next((place for place, unit in enumerate(between) if unit.has("word", "contrast")), None)
    return opened is not None and any(unit.has("word", "handled") for unit in between[opened:])


def _was_why(clause: Clause, last: int, at: int) -> bool:
    """Whether a noun of deaths stands right behind "in the wake of" and an event: what came before, or the reason."""
    mark = clause.units[at].find("outcome", "noun") if clause.kind(at) == "np" else None
    wake = at - 1
    brought = mark is not None and last < wake and clause.kind(wake) == "prep"
    return brought and clause.order == "vso" and " ".join(clause.words(wake)) in _WAKE


def _was_before(clause: Clause, last: int, at: int) -> bool:
    """Whether a length of time and "after" part an outcome from the event told: "came a day after two died"."""
    opened = at - 1
    while opened > last and clause.kind(opened) in _WITHIN:
        opened -= 1
    if opened <= last + 1 or clause.kind(opened) != "prep":
        return False
    length, unit = opened - 1, clause.units[opened]
    if clause.order == "svo":
        return unit.has("word", "sequel") and clause.kind(length) == "time"
    if clause.order != "vso" or clause.words(opened) != ["من"]:
        return False
    timed = clause.kind(length) == "time" and clause.words(length)[0] == "بعد"
    counted = clause.kind(length) in {"other", "time"} or is_a_length(clause, length)  # بعد | أقل من 24 ساعة | من
    return timed or (counted and clause.words(length - 1) == ["بعد"])

"""What an event is measured by or set beside: "the worst since militants killed 30 people in Orda in March"."""

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_ONE = frozenset({"first", "only", "latest"})
_BEFORE = 8  # units before "since" among which the measure stands
_HAPPENING = frozenset({"verb", "passive", "light"})


def without_measure(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units of a sentence without the clause of what was before, behind "since" or "at the same X where".

    What that clause tells has a place, a day and a toll of its own. It stays where the sentence tells nothing else.
    """
    for at, unit in enumerate(units):
        if unit.has("word", "since"):
            led = any(_measures(one, document) for one in units[max(0, at - _BEFORE) : at])
        elif unit.has("word", "whereby") and at:
            led = "same" in document.words[units[at - 1].first : units[at - 1].last]
        else:
            continue
        end = _ends(units, at)
        if led and any(unit.kind in _HAPPENING and _happens(unit) for unit in units[at:end]):
            rest = [*units[:at], *units[end:]]
            return rest if _tells_something(rest) else units
    return units


def _tells_something(rest: list[Unit]) -> bool:
    """Whether a sentence tells more than that "the attack", without a place, was the worst."""
    told = [unit for unit in rest if _happens(unit)]
    return len(told) > 1 or any(not unit.definite for unit in told) or (told != [] and any(u.places for u in rest))


def _happens(unit: Unit) -> bool:
    return unit.cue("event", "outcome") is not None


def _measures(unit: Unit, document: Document) -> bool:
    return unit.has("word", "superlative") or not _ONE.isdisjoint(document.words[unit.first : unit.last])


def _ends(units: list[Unit], opened: int) -> int:
    """Return where the clause ends: at a comma or stop, but past one before "when" ("since May, when ten died")."""
    for at in range(opened + 1, len(units)):
        if units[at].kind == "stop":
            return at
        when = units[at + 1] if at + 1 < len(units) else units[at]
        if units[at].kind == "comma" and not (when.has("word", "coinciding") or when.has("word", "whereby")):
            return at
    return len(units)

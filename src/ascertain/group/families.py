"""Which kinds of events may be one event told in two ways."""

from functools import cache

from ascertain.event_types import event_types

_REMOTE = "Explosions/Remote violence"
_LAID = "landmine"  # it lies where it was laid or left, and goes off by itself: no text calls it what was fired
_TWO_EVENTS = -0.6
ONE_SAYS_MORE = 0.7
_FLOWN = frozenset(("air_strike", "drone_strike"))  # what is only said to be from the air may be a drone's
_FIRED = frozenset(("air_strike", "drone_strike", "missile_strike", "shelling"))


@cache
def family(event: str) -> str:
    """Return the ACLED event type of an event type, the coarsest kind that the field has; empty where unknown."""
    kind = event_types().get(event)
    return kind.acled.split(":", 1)[0] if kind else ""


@cache
def starts_incident(event: str) -> bool:
    """Return whether an event of this type is an incident by itself.

    A statement, a threat, a warning shot or a move of troops is told of an incident, where one is told beside it.
    """
    kind = event_types().get(event)
    return bool(kind and kind.violent and not kind.acled.endswith(": Other"))


@cache
def is_general(event: str) -> bool:
    """Return whether the type leaves the means unsaid (attack, killing, explosion), or is not known at all."""
    kind = event_types().get(event)
    return kind is None or kind.general


@cache
def is_deadly(event: str) -> bool:
    """Return whether people die of such an event by itself."""
    kind = event_types().get(event)
    return kind is None or kind.deadly


@cache
def rank(event: str) -> int:
    """Return how special a type is: of two types told of one event, the higher rank says more."""
    kind = event_types().get(event)
    return kind.rank if kind else 0


@cache
def likeness(first: str, second: str) -> float:
    """Return how far two types may be one event, from -1 (no) through 0 (can't tell) to 1 (the same)."""
    if first == second:
        return 0.4 if is_general(first) else 1.0
    if is_general(first) or is_general(second):
        return 0.2
    if {first, second} == _FLOWN:
        return ONE_SAYS_MORE
    if family(first) == family(second):
        return 0.2 if family(first) == _REMOTE else 0.0
    return -0.6 if _REMOTE in (family(first), family(second)) else -0.4


def is_told_apart(first: str, second: str) -> bool:
    """Return whether one text that tells of both tells of two events."""
    laid = _LAID in (first, second) and bool(_FIRED & {first, second})
    return laid or likeness(first, second) <= _TWO_EVENTS

"""What the places of two tellings say of their being one event, in log odds.

Fitted and rounded as the signs of days are. That two name one village tells the more, the fewer others name it. That
they name two tells against it, but less than one would think: a report names the town from which it was fired, the
hospital, the front; villages have the names of others; and the gazetteer lacks half of them.
"""

import math

from ascertain.group.geometry import apart_m, distance_m, is_area, point, radius_m
from ascertain.group.rarity import LEAST_WORTH
from ascertain.group.telling import Telling
from ascertain.model import Place

_VAGUE_M = 8_000.0  # "near" a place: its radius tells nothing apart within
_SAME, _IN_PASSING, _UNKNOWN = 0.55, -1.2, -0.5
_NEAR_KM, _FAR_KM = 6.0, 15.0


def place_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare where: the main spots of both, those that either names beside, and the areas about them."""
    if first.place is None or second.place is None:
        return 0.0, ""
    worth, because = _spots(first, second) if first.spots and second.spots else _areas(first.place, second.place)
    if worth < 0 and (first.guessed or second.guessed):  # a place that is only mentioned speaks for, never against
        return 0.0, ""
    return worth, because


def places_compared(first: Telling, second: Telling) -> bool:
    """Return whether the two name spots that can be compared."""
    return bool(first.spots and second.spots)


def _spots(first: Telling, second: Telling) -> tuple[float, str]:
    mine, theirs = first.spots[0], second.spots[0]
    if mine == theirs:
        return _SAME * _worth(mine, first, second), f"both name {_name(first)}"
    for key, one in ((mine, second), (theirs, first)):
        if key in one.spots:
            named = _name(first if key == mine else second)
            return _IN_PASSING + _SAME * _worth(key, first, second), f"one tells of {named}, which the other names, too"
    return _apart(first, second)


def _worth(key: str, first: Telling, second: Telling) -> float:
    return min(first.worth.get(key, LEAST_WORTH), second.worth.get(key, LEAST_WORTH))


def _name(telling: Telling) -> str:
    return telling.place.name if telling.place is not None else ""


def _apart(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare spots that bear two names, by the nearest two."""
    mine, theirs = first.place, second.place
    if mine is None or theirs is None or point(mine) is None or point(theirs) is None:
        return _UNKNOWN, "their places have other names"
    if mine.name in theirs.within or theirs.name in mine.within:
        return 0.5, f"{mine.name} and {theirs.name} lie one in the other"
    metres, here, there = min(
        (
            (distance_m(one, other), p, q)
            for p in first.places
            for q in second.places
            if not is_area(p) and not is_area(q) and (one := point(p)) is not None and (other := point(q)) is not None
        ),
        key=lambda found: (found[0], found[1].id, found[2].id),
    )
    kilometres = metres / 1000
    vague = sum(reach for place in (here, there) if (reach := radius_m(place)) > _VAGUE_M)
    if vague and metres <= vague:
        return 0.3, f"{here.name} and {there.name} may be one, as far as the words go"
    words = f"{kilometres:.0f} km lie between {here.name} and {there.name}"
    if kilometres <= _NEAR_KM:
        return (0.4 if kilometres <= 2 else 0.1), words
    if kilometres <= _FAR_KM:
        return -1.0, words
    return max(-5.0, -2.2 - 1.2 * math.log(kilometres / _FAR_KM)), words


def _areas(mine: Place, theirs: Place) -> tuple[float, str]:
    """Compare where at least one of the two is an area; areas are no circles, so that their borders are taken wide."""
    if mine.id == theirs.id or mine.name in theirs.within or theirs.name in mine.within:
        return (
            0.6,
            f"{mine.name} and {theirs.name} lie one in the other" if mine.id != theirs.id else f"both name {mine.name}",
        )
    beyond = apart_m(mine, theirs)
    if beyond is None:
        return 0.0, ""
    reach = max(radius_m(mine), radius_m(theirs))
    if beyond <= 0.3 * reach:
        return (0.5 if beyond == 0 else 0.2), f"{mine.name} and {theirs.name} may be one"
    return -0.8 - 0.6 * math.log(max(1.0, beyond / 30_000)), "their areas lie apart"

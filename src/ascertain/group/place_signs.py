"""What the places of two tellings say of their being one event.

That two name one village tells the more, the fewer others name it (`rarity`), and nearly as much where one is about a
village that the other only mentions: which of the places in a text is that of the event is often misread. That they
name two tells against it, but less than one would think, and hardly more for a hundred kilometres than for twenty: a
report names the town from which it was fired, the hospital, the front; villages have the names of others; and the
gazetteer lacks half of them.
"""

import math

from ascertain.group.geometry import apart_m, distance_m, radius_m
from ascertain.group.interface import Evidence
from ascertain.group.rarity import LEAST_WORTH
from ascertain.group.telling import Telling
from ascertain.model import Place

_VAGUE_M = 8_000.0  # "near" a place: its radius tells nothing apart within
_NEAR_KM, _FAR_KM = 2.0, 15.0


def place_sign(first: Telling, second: Telling) -> Evidence:
    """Compare where: the main spots of both, those that either names or mentions beside, and the areas about them."""
    if first.place is None or second.place is None:
        return Evidence((("place.unknown", 1.0),))
    guessed = 1.0 if first.guessed or second.guessed else 0.0
    if first.spots and second.spots:
        mine, theirs = first.spots[0], second.spots[0]
        if mine == theirs:
            values = ("place.same", 1.0), ("place.rarity", _worth(mine, first, second)), ("place.guessed", guessed)
            return Evidence(values, f"both name {_name(first)}")
        told = [key for key, other in ((mine, second), (theirs, first)) if key in other.spots]
        if told:
            worth = max(_worth(key, first, second) for key in told)
            values = ("place.told", 1.0), ("place.rarity", worth), ("place.guessed", guessed)
            named = _name(first if mine in told else second)
            return Evidence(values, f"one tells of {named}, which the other names, too")
    if (mentioned := _mentioned(first, second)) is not None:
        return mentioned
    if guessed:  # where it was said is as often named as where it was
        return Evidence((("place.unknown", 1.0),))
    return _around(first, second) or _apart(first, second)


def _mentioned(first: Telling, second: Telling) -> Evidence | None:
    best, of = 0.0, first
    for one, other in ((first, second), (second, first)):
        if one.spots and one.spots[0] in other.mentioned and (worth := _worth(one.spots[0], first, second)) > best:
            best, of = worth, one
    if not best:
        return None
    values = ("place.mentioned", 1.0), ("place.rarity", best)
    return Evidence(values, f"one tells of {_name(of)}, which the other mentions")


def _around(first: Telling, second: Telling) -> Evidence | None:
    if first.mentioned.isdisjoint(second.mentioned):
        return None
    worth = max(_worth(key, first, second) for key in first.mentioned & second.mentioned)
    spots = bool(first.spots and second.spots)
    where, because = _spots_apart(first, second) if spots else _areas(first, second)
    around = ("place.around", 1.0), ("place.rarity_around", worth)
    if spots:
        return Evidence((*around, *where), because or "both mention one place beside their own")
    return Evidence((*where, ("place.rarity_around", worth)), because)


def _apart(first: Telling, second: Telling) -> Evidence:
    if not (first.spots and second.spots):
        return Evidence(*_areas(first, second))
    where, because = _spots_apart(first, second)
    return Evidence((("place.apart", 1.0), *where), because)


def _worth(key: str, first: Telling, second: Telling) -> float:
    return min(first.worth.get(key, LEAST_WORTH), second.worth.get(key, LEAST_WORTH))


def _name(telling: Telling) -> str:
    return telling.place.name if telling.place is not None else ""


def _spots_apart(first: Telling, second: Telling) -> tuple[tuple[tuple[str, float], ...], str]:
    """Compare spots that bear two names, by the nearest two."""
    if not first.located or not second.located:
        return (), ""
    metres, here, there = math.inf, first.located[0][1], second.located[0][1]
    for one, p in first.located:
        for other, q in second.located:
            apart = distance_m(one, other)
            if apart < metres or (apart == metres and (p.id, q.id) < (here.id, there.id)):
                metres, here, there = apart, p, q
    vague = sum(reach for place in (here, there) if (reach := radius_m(place)) > _VAGUE_M)
    if vague and metres <= vague:
        return (("place.about", 1.0),), f"{here.name} and {there.name} may be one, as far as the words go"
    kilometres = (metres - vague) / 1000
    words = f"{metres / 1000:.0f} km lie between {here.name} and {there.name}"
    if kilometres <= _NEAR_KM:
        return (("place.near", 1.0),), words
    return ((("place.far", 1.0 + math.log(kilometres / _FAR_KM)),) if kilometres > _FAR_KM else ()), words


def _areas(first: Telling, second: Telling) -> tuple[tuple[tuple[str, float], ...], str]:
    """Compare where at least one of the two is an area; areas are no circles, so that their borders are taken wide."""
    mine, theirs = first.place, second.place
    if mine is None or theirs is None:
        return (("place.unknown", 1.0),), ""
    if mine.id == theirs.id:
        return (("place.areas", 1.0),), f"both name {mine.name}"
    if _within(mine, theirs):
        return (("place.areas", 1.0),), f"{mine.name} and {theirs.name} lie one in the other"
    beyond = apart_m(mine, theirs)
    if beyond is None:
        return (("place.unknown", 1.0),), ""
    if mine.country and theirs.country and mine.country != theirs.country:
        return (("place.areas_apart", _beyond(beyond)),), "they lie in two countries"
    if beyond <= 0.3 * max(radius_m(mine), radius_m(theirs)):
        return (("place.areas", 1.0),), f"{mine.name} and {theirs.name} may be one"
    return (("place.areas_apart", _beyond(beyond)),), "their areas lie apart"


def _beyond(metres: float) -> float:
    return 1.0 + 0.3 * math.log(max(1.0, metres / 30_000))


def _within(mine: Place, theirs: Place) -> bool:
    return mine.name in theirs.within or theirs.name in mine.within

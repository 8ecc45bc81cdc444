"""What tells events of one item apart: days, sharp places that exclude each other, other tolls, other villages."""

from collections.abc import Sequence
from dataclasses import replace

from ascertain.group.days import other_day_of_year
from ascertain.group.geometry import INSIDE, distance_m, is_area, may_hold, point, radius_m
from ascertain.group.surroundings import spot_of
from ascertain.group.telling import Telling
from ascertain.model import Claim, Place

_ONE_SPOT_M = 500.0  # within which two names may be one spot's
_BY_DAY = 3


def told_apart(first: Telling, second: Telling) -> bool:
    """Return whether two tellings of one item can't be one event."""
    if first.days is not None and second.days is not None and first.days.gap(second.days) > 0:
        return True
    if other_day_of_year(first, second):
        return True
    here, there = spots_told(first), spots_told(second)
    if here and there and all(_far(mine, theirs) for mine in here for theirs in there):
        return True
    return at_other_spots(here, there, deaths(*first.claims), deaths(*second.claims))


def times_told_apart(first: Telling, second: Telling) -> int:
    """Return for how many items' word it counts that one item tells two of its events apart; nought where it does not.

    A day that a text sets against another is seldom misread, a place often.
    """
    if not told_apart(first, second):
        return 0
    mine, theirs = first.days, second.days
    by_day = mine is not None and theirs is not None and mine.sharp and theirs.sharp and mine.gap(theirs) > 0
    return _BY_DAY if by_day else 1


def at_other_spots(
    mine: Sequence[Place], theirs: Sequence[Place], dead: frozenset[int], others: frozenset[int]
) -> bool:
    """Return whether two parts of one text give other tolls at spots of other names, however near: two camps struck."""
    if not dead or not others or dead & others:
        return False
    here, there = ([place for place in places if not is_area(place)] for places in (mine, theirs))
    if not here or not there or any(point(place) is None for place in (*here, *there)):
        return False
    return not any(_is_one_spot(one, other) for one in here for other in there)


def deaths(*claims: Claim) -> frozenset[int]:
    """Return the numbers of dead that claims give exactly."""
    return frozenset(
        round(count.low)
        for claim in claims
        for count in claim.counts
        if count.outcome == "killed" and count.low and count.low == count.high
    )


def other_names(mine: Place, other: Place) -> bool:
    """Return whether two places are of two names, and neither lies in the other."""
    return not (mine.id == other.id or mine.name in other.within or other.name in mine.within)


def two_sites(mine: Place, other: Place) -> bool:
    """Return whether two places are sites of two names in one town, of neither of which more is known (`spot_of`)."""
    inside = mine.klass in INSIDE and other.klass in INSIDE
    return inside and mine.id != other.id and point(mine) is not None and point(mine) == point(other)


def spots_told(telling: Telling) -> list[Place]:
    """Return the places of a telling that are no areas, sites without a point where the text writes them."""
    found = (spot_of(place, telling.about) for place in telling.places if not is_area(place))
    return [place for place in found if place is not None]


def _is_one_spot(mine: Place, other: Place) -> bool:
    here, there = point(mine), point(other)
    near = here is not None and there is not None and distance_m(here, there) <= _ONE_SPOT_M
    return near or not other_names(mine, other)


def _far(mine: Place, theirs: Place) -> bool:
    if two_sites(mine, theirs):
        return True
    one, other = point(mine), point(theirs)
    if one is None or other is None:
        return mine.id != theirs.id and not may_hold(mine, theirs)
    return distance_m(one, other) > radius_m(mine) + radius_m(theirs)


_ROUND_UP = 5  # so many events of one item and more


def mentioning_their_own(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings, those of a round-up without the spots of its other tellings among what they mention.

    A round-up names a dozen villages, each for what was done there: that a strike on the first is told in it does not
    make the shelling of the second that strike.
    """
    items: dict[str, list[Telling]] = {}
    for telling in tellings:
        items.setdefault(telling.item, []).append(telling)
    found = []
    for telling in tellings:
        siblings = [other for other in items[telling.item] if other is not telling]
        if len(siblings) + 1 >= _ROUND_UP:
            theirs = {other.spots[0] for other in siblings if other.spots and not other.guessed}.difference(
                telling.spots
            )
            if not theirs.isdisjoint(telling.mentioned):
                telling = replace(telling, mentioned=telling.mentioned - theirs)
        found.append(telling)
    return found

"""A stretch: the land between two distances from a place, where the reports put one event at several distances from it.

Reports of one strike say "27 km from the base", "near the second village", "in the third, 40 miles from the border".
Each is one answer, none is wrong, and a pin on any of them would be. What they have in common is how far it was from
the place that they measure from, and in which direction: that is the area which is told.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ascertain.group.geometry import bearing_deg, distance_m, is_area, moved, point, radius_m
from ascertain.group.telling import Telling
from ascertain.model import Claim, Place, Reading, content_id
from ascertain.model.place_expression import PlaceExpression

_SIDES = ("north", "north_east", "east", "south_east", "south", "south_west", "west", "north_west")
_SAME_M = 12_000.0  # names of one place: the village, its crossing, its base
_CLEAR_M = 10_000.0  # a place must lie this much outside of the place measured from to tell a distance
_FARTHEST_M = 150_000.0
_SPREAD_DEG = 50.0  # places in directions that differ by more are on no stretch
_LATE_DAYS = 7
_PEOPLED = frozenset(("village", "town", "city", "landmark", "neighbourhood", "exact", "subdistrict", "region"))


@dataclass(frozen=True)
class _Distance:
    """How far from the place measured from a claim puts the event, and where it puts it, if it names that."""

    metres: float
    claim: Claim
    place: Place | None
    measured: bool


def stretch_of(
    tellings: Sequence[Telling], origins: Mapping[str, str], readings: Mapping[str, Reading]
) -> tuple[Place, tuple[Claim, ...]] | None:
    """Return the stretch that the reports together give, and the claims that put it there; None where they give none.

    There must be a place that distances are measured from in words, and by another origin a place in one direction
    from it. A report of over a week after the first has no say.
    """
    claims = _early(tellings)
    measured = [(claim, metres) for claim in claims for metres in _measured(claim, readings)]
    anchor = _anchor(claims)
    if anchor is None or not measured:
        return None
    found = [*_from_words(measured, anchor), *_from_places(claims, anchor)]
    sides = [bearing_deg(anchor, one.place) for one in found if one.place is not None]
    if not sides or len({origins.get(one.claim.id, one.claim.id) for one in found}) < 2:
        return None
    middle = _mean(sides)
    if any(_turn(middle, side) > _SPREAD_DEG for side in (*sides, *_told_sides(claims, anchor))):
        return None
    low, high = min(one.metres for one in found), max(one.metres for one in found)
    if high < 1.3 * low:
        return None
    return _place(anchor, middle, low, high, _road(claims)), tuple(dict.fromkeys(one.claim for one in found))


def _early(tellings: Sequence[Telling]) -> list[Claim]:
    said = [telling.published for telling in tellings if telling.published is not None]
    last = min(said) + _LATE_DAYS if said else None
    kept = [one for one in tellings if last is None or one.published is None or one.published <= last]
    return [claim for one in kept for claim in one.claims if claim.polarity == "asserted"]


def _measured(claim: Claim, readings: Mapping[str, Reading]) -> Iterator[float]:
    """Yield the distances in metres that the words of a claim give from a place."""
    if claim.distance_m is not None:
        yield claim.distance_m
    reading = readings.get(claim.item)
    for mention in reading.mentions if reading is not None else ():
        expression = mention.parsed
        inside = claim.quote.start <= mention.start and mention.end <= claim.quote.end
        if inside and isinstance(expression, PlaceExpression) and expression.generic and expression.distance_m:
            yield expression.distance_m


def _anchor(claims: Sequence[Claim]) -> Place | None:
    """Return the place that most claims speak of as near, beside or so far from: its own point, not the event's."""
    named: dict[str, list[Place]] = {}
    for claim in claims:
        place = claim.where.value if claim.where else None
        bare = isinstance(place, Place) and claim.relation in ("near", "from") and point(place) is not None
        if bare and isinstance(place, Place) and radius_m(place) <= 50_000:
            named.setdefault(place.name, []).append(place)
    if not named:
        return None
    best = min(named, key=lambda name: (-len(named[name]), name))
    return min(named[best], key=lambda place: (radius_m(place), place.id))


def _from_words(measured: Sequence[tuple[Claim, float]], anchor: Place) -> Iterator[_Distance]:
    for claim, metres in measured:
        place = claim.where.value if claim.where else None
        elsewhere = isinstance(place, Place) and claim.relation == "from" and _centres_m(place, anchor) > _SAME_M
        if elsewhere and isinstance(place, Place) and point(place) is not None:
            continue
        if _CLEAR_M < metres <= _FARTHEST_M:
            yield _Distance(metres, claim, None, measured=True)


def _from_places(claims: Sequence[Claim], anchor: Place) -> Iterator[_Distance]:
    for claim in claims:
        place = claim.where.value if claim.where else None
        if not isinstance(place, Place) or point(place) is None or place.klass not in _PEOPLED:
            continue
        metres = _centres_m(place, anchor)
        if claim.relation == "from" or radius_m(place) > 30_000 or not _SAME_M + _CLEAR_M < metres <= _FARTHEST_M:
            continue
        if not (is_area(place) and radius_m(place) > metres):
            yield _Distance(metres, claim, place, measured=False)


def _told_sides(claims: Sequence[Claim], anchor: Place) -> Iterator[float]:
    """Yield the directions from the anchor that claims name."""
    for claim in claims:
        place = claim.where.value if claim.where else None
        side = (claim.relation or "").removesuffix("_of")
        if isinstance(place, Place) and side in _SIDES and place.name == anchor.name:
            yield 45.0 * _SIDES.index(side)


def _road(claims: Sequence[Claim]) -> Place | None:
    """Return the road on which claims put it, where they name one."""
    places = [claim.where.value for claim in claims if claim.where]
    return next((p for p in places if isinstance(p, Place) and p.klass == "street"), None)


def _place(anchor: Place, bearing: float, low: float, high: float, road: Place | None) -> Place:
    assert anchor.lat is not None and anchor.lon is not None
    middle = (low + high) / 2
    lat, lon = moved(anchor.lat, anchor.lon, bearing, middle)
    side = _SIDES[round(bearing / 45.0) % 8]
    words = side.replace("_", "-")
    return Place(
        id=content_id("place", anchor.id.split("/")[0], "stretch", round(low), round(high), side),
        name=anchor.name, lat=lat, lon=lon, radius_m=round((high - low) / 2 + 3_000), klass="district",
        country=anchor.country, relation=f"{side}_of", within=anchor.within, names=anchor.names,
        span_m=(round(low), round(high)), along=road.name if road is not None else None,
        because=f"the reports put it {low / 1_000:.0f} to {high / 1_000:.0f} km {words} of {anchor.name}",
    )  # fmt: skip


def _centres_m(one: Place, other: Place) -> float:
    here, there = point(one), point(other)
    return distance_m(here, there) if here is not None and there is not None else math.inf


def _mean(degrees: Sequence[float]) -> float:
    east = sum(math.sin(math.radians(one)) for one in degrees)
    north = sum(math.cos(math.radians(one)) for one in degrees)
    return math.degrees(math.atan2(east, north)) % 360


def _turn(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)

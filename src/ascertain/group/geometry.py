"""Distances between places, on the ellipsoid."""

import math
from functools import lru_cache

from ascertain.model import Place

# WGS 84
_EQUATOR_M = 6_378_137.0
_ECCENTRICITY_2 = 0.00669437999014
# How far a place of each class may reach where its radius is not stated, in metres.
RADIUS_M = {
    "exact": 100.0, "landmark": 300.0, "street": 500.0, "neighbourhood": 1_500.0, "village": 2_000.0,
    "town": 3_000.0, "city": 7_000.0, "subdistrict": 12_000.0, "district": 25_000.0, "governorate": 70_000.0,
    "region": 150_000.0, "country": 500_000.0,
}  # fmt: skip
_WIDE_M = 20_000.0
_AREAS = frozenset(("subdistrict", "district", "governorate", "region", "country"))


_BESIDE_A_CITY_M = 25_000.0  # "west of" a city is its whole countryside on that side


def is_side(place: Place) -> bool:
    """Return whether a place is the land on one side of another, and no distance is said: "west of Orda"."""
    return place.relation is not None and place.relation.endswith("_of") and place.id.endswith(place.relation)


def radius_m(place: Place) -> float:
    """Return the radius within which a place lies."""
    if place.klass == "city" and is_side(place):
        return max(place.radius_m or 0.0, _BESIDE_A_CITY_M)
    return place.radius_m if place.radius_m is not None else RADIUS_M.get(place.klass or "", 5_000.0)


def is_area(place: Place) -> bool:
    """Return whether a place is too wide to tell two events apart."""
    if place.klass in _AREAS or (place.relation is not None and is_side(place)):
        return True
    return place.radius_m is not None and place.radius_m > _WIDE_M  # what a class reaches is less where it is no area


INSIDE = frozenset(("landmark", "street", "neighbourhood"))
_AROUND = frozenset(("village", "town", "city"))


def may_hold(one: Place, other: Place) -> bool:
    """Return whether one of two is a camp or street that nobody has on a map: it may lie in the other, a town."""
    return any(
        small.lat is None and small.klass in INSIDE and wide.klass in _AROUND
        for small, wide in ((one, other), (other, one))
    )


@lru_cache(maxsize=262_144)
def distance_m(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return the distance of two points (latitude, longitude) in metres.

    Along the ellipsoid's radii of curvature at the middle latitude: within 0.1 % of the geodesic up to 200 km, and a
    tenth of its cost; farther than that no decision here depends on it.
    """
    middle = math.radians((first[0] + second[0]) / 2)
    bend = 1 - _ECCENTRICITY_2 * math.sin(middle) ** 2
    north = math.radians(second[0] - first[0]) * _EQUATOR_M * (1 - _ECCENTRICITY_2) / bend**1.5
    turn = (second[1] - first[1] + 180) % 360 - 180
    east = math.radians(turn) * _EQUATOR_M / math.sqrt(bend) * math.cos(middle)
    return math.hypot(north, east)


def point(place: Place | None) -> tuple[float, float] | None:
    """Return (latitude, longitude), or None for a place that is a name only."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


def apart_m(first: Place, second: Place) -> float | None:
    """Return how far two places are from one another beyond their radii; None where either has no point."""
    here, there = point(first), point(second)
    if here is None or there is None:
        return None
    return max(0.0, distance_m(here, there) - max(radius_m(first), radius_m(second)))


def bearing_deg(start: Place, end: Place) -> float:
    """Return the direction from one place with a point to another, in degrees clockwise from north."""
    here, there = point(start), point(end)
    assert here is not None and there is not None
    lat, other, turn = math.radians(here[0]), math.radians(there[0]), math.radians(there[1] - here[1])
    north = math.cos(lat) * math.sin(other) - math.sin(lat) * math.cos(other) * math.cos(turn)
    return math.degrees(math.atan2(math.sin(turn) * math.cos(other), north)) % 360


def moved(lat: float, lon: float, direction_deg: float, metres: float) -> tuple[float, float]:
    """Return the point so far from another in a direction, on a sphere: within 0.5 % of the distance."""
    angle, side, north = metres / _EQUATOR_M, math.radians(direction_deg), math.radians(lat)
    to = math.asin(math.sin(north) * math.cos(angle) + math.cos(north) * math.sin(angle) * math.cos(side))
    turn = math.atan2(
        math.sin(side) * math.sin(angle) * math.cos(north), math.cos(angle) - math.sin(north) * math.sin(to)
    )
    return round(math.degrees(to), 5), round((lon + math.degrees(turn) + 180) % 360 - 180, 5)

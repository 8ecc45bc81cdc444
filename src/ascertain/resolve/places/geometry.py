"""Points on the earth: a distance and a bearing from a place, the middle of two."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyproj import Geod


@cache
def _ellipsoid() -> "Geod":
    from pyproj import Geod

    return Geod(ellps="WGS84")


def moved(lat: float, lon: float, bearing_deg: float, distance_m: float) -> tuple[float, float]:
    """Return the point `distance_m` metres from a point in the direction `bearing_deg`, on the WGS 84 ellipsoid."""
    east, north, _ = _ellipsoid().fwd(lon, lat, bearing_deg, distance_m)
    return round(float(north), 5), round(float(east), 5)


def between(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float]:
    """Return the middle of two points (latitude, longitude) and half their distance in metres."""
    bearing, _, metres = _ellipsoid().inv(one[1], one[0], other[1], other[0])
    lat, lon = moved(one[0], one[1], float(bearing), float(metres) / 2)
    return lat, lon, float(metres) / 2

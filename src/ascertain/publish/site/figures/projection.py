"""Mercator: circles stay circles, which is what areas of uncertainty are drawn as."""

import math
from dataclasses import dataclass

_METRES_PER_DEGREE = 111_320.0
_MOST = 85.0


def mercator_y(lat: float) -> float:
    """Return the ordinate of a latitude, in degrees of longitude at the equator."""
    lat = max(-_MOST, min(_MOST, lat))
    return math.degrees(math.log(math.tan(math.radians(45 + lat / 2))))


def _latitude(y: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(y))) - math.pi / 2)


@dataclass(frozen=True)
class Frame:
    """A window on the map: its edges in degrees and its size in units of the drawing."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    @classmethod
    def around(
        cls, bounds: tuple[float, float, float, float], width: float, height: float, least_km: float = 40
    ) -> "Frame":
        """Return the window of the given shape that holds west, south, east and north, and is at least so wide."""
        west, south, east, north = bounds
        middle, centre_y = (west + east) / 2, (mercator_y(south) + mercator_y(north)) / 2
        lat = _latitude(centre_y)
        least = least_km * 1000 / (_METRES_PER_DEGREE * max(0.05, math.cos(math.radians(lat))))
        across = max((east - west) * 1.25, (mercator_y(north) - mercator_y(south)) * 1.25 * width / height, least)
        across = min(across, 360.0)
        down = across * height / width
        return cls(
            middle - across / 2,
            _latitude(centre_y - down / 2),
            middle + across / 2,
            _latitude(centre_y + down / 2),
            width,
            height,
        )

    @property
    def scale(self) -> float:
        """Units of the drawing in a degree of longitude."""
        return self.width / (self.east - self.west)

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a point is drawn."""
        return (lon - self.west) * self.scale, (mercator_y(self.north) - mercator_y(lat)) * self.scale

    def length(self, metres: float, lat: float) -> float:
        """Return how long a distance is drawn at a latitude."""
        return metres / (_METRES_PER_DEGREE * max(0.05, math.cos(math.radians(lat)))) * self.scale

    def holds(self, lat: float, lon: float) -> bool:
        """Return whether a point is inside the window."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

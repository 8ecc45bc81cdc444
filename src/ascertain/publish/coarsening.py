"""Published points: rounded to a grid, with the rounding added to what is said about their precision."""

import math

import msgspec

from ascertain.model import Place
from ascertain.model.thing import Thing

_METRES_PER_DEGREE = 111_320.0
_DECIMALS = 5


def coarsen(place: Place, grid_m: int) -> Place:
    """Return the place moved to the centre of its grid cell, its radius widened by the farthest that moves a point.

    The grid is fixed on the globe, so the same point always goes to the same cell (averaging several publications
    gains nothing) and a centre stays where it is. The cells are `grid_m` high, and as wide at their own latitude.
    """
    if place.lat is None or place.lon is None or grid_m <= 0:
        return place
    lat, lon = cell_centre(place.lat, place.lon, grid_m)
    shift = math.ceil(grid_m * math.sqrt(0.5))
    return msgspec.structs.replace(place, lat=lat, lon=lon, radius_m=(place.radius_m or 0.0) + shift)


def cell_centre(lat: float, lon: float, grid_m: int) -> tuple[float, float]:
    """Return the centre of the grid cell that holds a point."""
    step = grid_m / _METRES_PER_DEGREE
    row = math.floor(lat / step)
    centre_lat = min(90.0, max(-90.0, (row + 0.5) * step))
    lon_step = step / max(0.01, math.cos(math.radians(centre_lat)))
    column = math.floor(lon / lon_step)
    return round(centre_lat, _DECIMALS), round((column + 0.5) * lon_step, _DECIMALS)


def coarsen_all(thing: Thing, grid_m: int) -> Thing:
    """Return a place coarsened and any other record as it is: what `rewrite` calls on every record it meets."""
    return coarsen(thing, grid_m) if isinstance(thing, Place) else thing

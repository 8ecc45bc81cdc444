"""Grid references: MGRS and UTM (NGA.STND.0037)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyproj import Transformer

_MGRS = re.compile(
    r"(?<![\w.])(?P<zone>\d{1,2})(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z]{2})\s?(?P<one>\d{2,10})(?:\s(?P<two>\d{1,5})(?!\w))?"
)
_MAY_BE_GRID = re.compile(r"\d\s?[C-HJ-NP-X]")
_UTM = re.compile(
    r"(?<![\w.])(?P<zone>\d{1,2})\s?(?P<band>[C-HJ-NP-X])\s*(?P<east>\d{6})(?:\.\d+)?\s?(?:mE|m|E)?,?\s*"
    r"(?P<north>\d{7})(?:\.\d+)?\s?(?:mN|m|N)?(?!\w)"
)
# 01JAN 2004 is a square of the grid, and never meant as one.
_MONTHS = frozenset("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split())
_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")


def find_grids(text: str) -> Iterator[tuple[int, int, float, float, float]]:
    """Yield start, end, latitude, longitude and radius in metres of every valid grid reference."""
    if not _MAY_BE_GRID.search(text):
        return
    for match in _MGRS.finditer(text):
        one = _mgrs(match)
        if one is not None:
            yield one
    for match in _UTM.finditer(text):
        point = _utm(int(match["zone"]), match["band"], float(match["east"]), float(match["north"]))
        if point is not None:
            yield (match.start(), match.end(), *point, 5.0)


@cache
def _grid() -> Any:
    import mgrs

    return mgrs.MGRS()


def _mgrs(match: re.Match[str]) -> tuple[int, int, float, float, float] | None:
    zone, band, square = int(match["zone"]), match["band"], match["square"]
    if not 1 <= zone <= 60 or square[0] not in _COLUMNS[zone % 3] or band + square in _MONTHS:
        return None
    digits, end = _digits(match)
    if digits is None:
        return None
    from mgrs.core import MGRSError

    size_m = 10 ** (5 - len(digits) // 2)
    try:
        lat, lon = _grid().toLatLon(f"{zone}{band}{square}{digits}")
    except MGRSError:
        return None
    half = size_m / 2 / 111_320.0
    return match.start(), end, float(lat) + half, float(lon) + half, max(1.0, size_m * 0.71)


def _digits(match: re.Match[str]) -> tuple[str | None, int]:
    """Return the digits of the easting and northing, as many for each; a lost last digit is read as 0."""
    one, two = match["one"], match["two"] or ""
    if len(one) <= 5 and abs(len(one) - len(two)) <= 1 and two:
        width = max(len(one), len(two))
        return one.ljust(width, "0") + two.ljust(width, "0"), match.end()
    if len(one) % 2 and two and len(one) + len(two) in (4, 6, 8, 10):
        return one + two, match.end()
    if len(one) == 9:
        return one + "0", match.end("one")
    return (one, match.end("one")) if len(one) in (4, 6, 8, 10) else (None, 0)


@cache
def _transformer(zone: int, south: bool) -> "Transformer":
    from pyproj import Transformer

    return Transformer.from_crs(f"EPSG:{(32700 if south else 32600) + zone}", "EPSG:4326")


def _utm(zone: int, band: str, east: float, north: float) -> tuple[float, float] | None:
    if not 1 <= zone <= 60 or not 100_000 <= east <= 900_000 or not 0 <= north <= 10_000_000:
        return None
    from pyproj.exceptions import ProjError

    try:
        lat, lon = _transformer(zone, band < "N").transform(east, north)
    except ProjError:
        return None
    return (float(lat), float(lon)) if -80 <= lat <= 84 else None

"""Land and borders: Natural Earth at 1:10 million (public domain), from the npm package world-atlas."""

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from markupsafe import Markup
from shapely import Polygon, clip_by_rect, union_all
from shapely.geometry.base import BaseGeometry

from ascertain.publish.site.assets import asset
from ascertain.publish.site.figures.projection import Frame, mercator_y
from ascertain.publish.site.figures.svg import element

_SCALE = 100_000
_KEPT_UNITS = 0.4
_STRAIGHT_UNITS = 0.2  # what a line may leave a coast by


@dataclass(frozen=True)
class Basemap:
    """Rings of all countries, one after another, with each ring's bounds."""

    points: np.ndarray
    starts: np.ndarray
    countries: np.ndarray
    names: np.ndarray
    low: np.ndarray
    high: np.ndarray


_RING = 4  # a ring of fewer points is an island that rounding has closed up


@cache
def basemap() -> Basemap:
    """Return the map of the world, read once."""
    with np.load(asset("basemap.npz"), allow_pickle=False) as stored:
        points, starts = stored["points"] / _SCALE, stored["starts"]
        low, high = np.minimum.reduceat(points, starts[:-1]), np.maximum.reduceat(points, starts[:-1])
        return Basemap(points, starts, stored["countries"], stored["names"], low, high)


@cache
def _outline(ring: int) -> BaseGeometry:
    """Return a ring as a polygon that is valid."""
    world = basemap()
    polygon = Polygon(world.points[world.starts[ring] : world.starts[ring + 1]])
    return polygon if polygon.is_valid else polygon.buffer(0)


@cache
def country(name: str) -> BaseGeometry | None:
    """Return the outline of a country by its English name, or None where the map has none of that name."""
    world = basemap()
    rings = [r for r, number in enumerate(world.countries) if str(world.names[number]).casefold() == name.casefold()]
    parts = [_outline(ring) for ring in rings]
    return union_all(parts).simplify(0.002) if parts else None


Named = tuple[str, float, float, float]


@lru_cache(maxsize=32)
def land(frame: Frame) -> tuple[tuple[Markup, ...], tuple[Named, ...]]:
    """Return the land inside a frame as paths, and each country's name with where to write it and its drawn area.

    Those of the last frames are remembered: many incidents have the same place.
    """
    world = basemap()
    inside = (
        (np.diff(world.starts) >= _RING)
        & (world.low[:, 0] <= frame.east) & (world.high[:, 0] >= frame.west)
        & (world.low[:, 1] <= frame.north) & (world.high[:, 1] >= frame.south)
    )  # fmt: skip
    margin = (frame.east - frame.west) * 0.02
    window = (frame.west - margin, frame.south - margin, frame.east + margin, frame.north + margin)
    paths: list[Markup] = []
    largest: dict[str, tuple[float, BaseGeometry | None]] = {}
    for ring in np.flatnonzero(inside):
        clipped = clip_by_rect(_outline(int(ring)), *window)
        if clipped.is_empty:
            continue
        paths.append(element("path", d=path(clipped, frame), class_="land"))
        name = str(world.names[world.countries[ring]])
        if clipped.area > largest.get(name, (0.0, None))[0]:
            largest[name] = (clipped.area, clipped)
    names = sorted(largest.items())
    return tuple(paths), tuple(_label(name, area, shape, frame) for name, (area, shape) in names if shape is not None)


def _label(name: str, area: float, shape: BaseGeometry, frame: Frame) -> Named:
    inner = shape.representative_point()
    x, y = frame.point(inner.y, inner.x)
    return name, x, y, area * frame.scale**2


def path(shape: BaseGeometry, frame: Frame) -> str:
    """Return a shape in degrees as the `d` of a path, without points closer than the eye can tell."""
    shape = shape.simplify(_STRAIGHT_UNITS / frame.scale, preserve_topology=False)
    rings = [
        ring
        for part in getattr(shape, "geoms", [shape])
        if isinstance(part, Polygon)
        for ring in (part.exterior, *part.interiors)
    ]
    words, top = [], mercator_y(frame.north)
    for ring in rings:
        drawn: list[tuple[float, float]] = []
        for lon, lat in ring.coords:
            x, y = (lon - frame.west) * frame.scale, (top - mercator_y(lat)) * frame.scale
            if not drawn or abs(x - drawn[-1][0]) + abs(y - drawn[-1][1]) >= _KEPT_UNITS:
                drawn.append((x, y))
        if len(drawn) > 2:
            words.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in drawn) + "Z")
    return "".join(words)

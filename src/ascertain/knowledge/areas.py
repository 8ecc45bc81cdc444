"""Zones and areas of control: who declared them, from when to when, and where that is said."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from ascertain.model import Area, Misused, Skipped, content_id

FILES: tuple[tuple[str, Literal["zone", "control"]], ...] = (("zones.geojson", "zone"), ("control.geojson", "control"))


def is_area_pack(path: Path) -> bool:
    """Return whether a file given as knowledge holds zones or areas of control, by its name."""
    return path.name.lower().startswith(("zones.", "control.")) and path.suffix.lower() in (".geojson", ".json")


def read_areas(
    path: Path, kind: Literal["zone", "control"] | None = None
) -> tuple[tuple[Area, ...], tuple[Skipped, ...]]:
    """Return the areas of a GeoJSON file in order of their ids, and what in it is none; the file's name tells the kind.

    Raises:
        Misused: the file is not a GeoJSON FeatureCollection.

    """
    chosen = kind or ("control" if path.name.lower().startswith("control") else "zone")
    try:
        features = json.loads(path.read_bytes())["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as why:
        raise Misused(f"this is not GeoJSON ({why})", item=path.name, remedy="give a FeatureCollection") from why
    areas, skipped = [], []
    for number, feature in enumerate(features):
        one = _area(feature, chosen, f"{path.name} feature {number + 1}")
        if isinstance(one, Area):
            areas.append(one)
        else:
            skipped.append(one)
    return tuple(sorted(areas, key=lambda area: area.id)), tuple(skipped)


def _area(feature: Any, kind: Literal["zone", "control"], item: str) -> Area | Skipped:
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not properties.get("name"):
        return Skipped(stage="resolve", item=item, why="it has no name", remedy="give the property `name`")
    try:
        form = shape(feature.get("geometry"))
    except (ShapelyError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return Skipped(stage="resolve", item=item, why="its geometry is not GeoJSON")
    if form.is_empty or form.area == 0:
        return Skipped(
            stage="resolve", item=item, why="its geometry is no area", remedy="give a Polygon or MultiPolygon"
        )
    geometry = json.dumps(feature["geometry"], sort_keys=True, separators=(",", ":"))
    text = {key: str(value) for key, value in properties.items() if value not in (None, "")}
    names = properties.get("names")
    return Area(
        id=text.get("id") or content_id("area", kind, text["name"], geometry, text.get("valid_from")), kind=kind,
        name=text["name"], geometry=geometry, holder=text.get("holder"), valid_from=text.get("valid_from"),
        valid_to=text.get("valid_to"), declared_by=text.get("declared_by"), stated_in=text.get("stated_in"),
        notes=text.get("notes", ""), names=tuple(map(str, names)) if isinstance(names, list) else (),
    )  # fmt: skip


@lru_cache(maxsize=1_000)
def _form(geometry: str) -> Any:
    from shapely.geometry import shape
    from shapely.prepared import prep

    return prep(shape(json.loads(geometry)))


def holds(area: Area, lat: float, lon: float) -> bool:
    """Return whether a point lies within an area, its edge included."""
    from shapely.geometry import Point

    return bool(_form(area.geometry).intersects(Point(lon, lat)))


def valid_on(area: Area, day: str) -> bool | None:
    """Return whether an area was valid on a day (YYYY-MM-DD); None where nobody says from when.

    An area without a first day is not taken to have always been there: the dossier asks when it was declared.
    """
    if area.valid_to and day > area.valid_to:
        return False
    if not area.valid_from:
        return None
    return day >= area.valid_from


def areas_at(areas: tuple[Area, ...], lat: float, lon: float, day: str) -> Iterator[tuple[Area, bool | None]]:
    """Yield the areas that hold a point and were or may have been valid that day, with what `valid_on` says."""
    for area in areas:
        valid = valid_on(area, day)
        if valid is not False and holds(area, lat, lon):
            yield area, valid

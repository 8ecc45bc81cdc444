"""Reading packs of places: GeoJSON (also an OpenStreetMap extract), GeoNames dumps and CSV.

Each reader yields a `PlaceRow` for every place and a `Skipped` for every record that can't be one.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from ascertain.knowledge.gazetteer.geonames import read_geonames
from ascertain.knowledge.gazetteer.rows import CLASSES, PlaceRow
from ascertain.model import Misused, Refused, Skipped, content_id
from ascertain.model.place import PlaceClass

Kind = Literal["geojson", "geonames", "osm", "csv", "zones"]
KINDS: tuple[Kind, ...] = ("geojson", "geonames", "osm", "csv", "zones")
LIMIT_BYTES = 4_000_000_000

# OpenStreetMap's values of `place`, and what they are here.
_OSM_PLACES: dict[str, PlaceClass] = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village", "isolated_dwelling": "landmark",
    "farm": "landmark", "suburb": "neighbourhood", "quarter": "neighbourhood", "neighbourhood": "neighbourhood",
    "borough": "neighbourhood", "city_block": "neighbourhood", "locality": "landmark", "square": "landmark",
    "island": "region", "islet": "landmark", "archipelago": "region", "region": "region", "state": "governorate",
    "province": "governorate", "district": "district", "county": "district", "municipality": "subdistrict",
    "subdistrict": "subdistrict", "country": "country", "sea": "region", "ocean": "region",
}  # fmt: skip
_LANDMARK_KEYS = (
    "amenity", "building", "aeroway", "military", "landuse", "man_made", "historic", "tourism", "natural", "waterway",
    "railway", "barrier", "office", "shop", "leisure", "power", "bridge",
)  # fmt: skip
_NAME_KEYS = re.compile(r"^(?:name|alt_name|old_name|int_name|official_name|loc_name|short_name)(?::[\w-]+)?$")
# "Abou Soussa village" is known as Abou Soussa, too.
_CLASS_WORD = re.compile(
    r"\s{1,20}(?:village|town|city|area|neighbou?rhood|district|sub-?district|suburb|hamlet)$", re.I
)
_IN_BOX = 0.5**0.5  # the radius of the circle in a square is half of its side; the extent is half of its diagonal
_SPLIT = re.compile(r"\s{0,20}[;|]\s{0,20}")


def is_place_pack(path: Path) -> bool:
    """Return whether a file given as knowledge is a pack of places, by its name and first bytes."""
    name = path.name.lower()
    if name.startswith(("zones.", "control.")):
        return False
    if name.endswith((".geojson", ".csv", ".tsv")):
        return True
    if name.endswith((".zip", ".txt")):
        try:
            return guess_kind(path) == "geonames"
        except Misused:
            return False
    return name.endswith(".json") and b'"FeatureCollection"' in _first_bytes(path)


def is_zone_pack(path: Path) -> bool:
    """Return whether a file given as knowledge holds zones, by its name."""
    return path.name.lower().startswith("zones.") and path.suffix.lower() in (".geojson", ".json")


def holds_zones(path: Path) -> bool:
    """Return whether a file of zones has one that can be named as a place; what is wrong in it is said elsewhere."""
    if not is_zone_pack(path):
        return False
    try:
        return any(isinstance(row, PlaceRow) for row in _read_zones(path))
    except Misused:
        return False


def _read_zones(path: Path) -> Iterator[PlaceRow | Skipped]:
    """Yield the zones of a file as wide places under every name that the desk lists for them."""
    for row in _read_geojson(path):
        yield row if isinstance(row, Skipped) else row._replace(klass="region", radius_m=row.radius_m * _IN_BOX)


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as handle:
        return handle.read(2_000)


def guess_kind(path: Path) -> Kind:
    """Return what kind of pack a file is.

    Raises:
        Misused: it is none that is known.

    """
    name = path.name.lower()
    if is_zone_pack(path):
        return "zones"
    if name.endswith((".geojson", ".json")):
        return "geojson"
    if name.endswith((".csv", ".tsv")):
        return "csv"
    if name.endswith(".zip") and zipfile.is_zipfile(path):
        return "geonames"
    if name.endswith(".txt") and _first_bytes(path).split(b"\n", 1)[0].count(b"\t") == 18:
        return "geonames"
    raise Misused(
        "this is no pack of places",
        item=path.name,
        remedy=f"give GeoJSON, CSV or a GeoNames dump, or say its kind: {', '.join(KINDS)}",
    )


def read_pack(path: Path, kind: str = "") -> Iterator[PlaceRow | Skipped]:
    """Yield the places of a pack; its kind is guessed where it isn't given."""
    if path.stat().st_size > LIMIT_BYTES:
        raise Refused("the pack is too large", limit=f"{LIMIT_BYTES} bytes", item=path.name, remedy="split it")
    chosen = kind or guess_kind(path)
    if chosen in ("geojson", "osm"):
        return (_widely_named(row) for row in _read_geojson(path))
    if chosen == "zones":
        return _read_zones(path)
    if chosen == "csv":
        return (_widely_named(row) for row in _read_csv(path))
    if chosen == "geonames":
        return read_geonames(path)
    raise Misused(f"there is no kind of pack called {chosen}", item=path.name, remedy=f"say one of {', '.join(KINDS)}")


def _widely_named(row: PlaceRow | Skipped) -> PlaceRow | Skipped:
    """Return a place with the names that a text would use for it: without its class word, each of two "A or B"."""
    if isinstance(row, Skipped):
        return row
    names = dict.fromkeys(row.names)
    for name in row.names:
        for part in name.split(" or ") if " or " in name else (name,):
            names[part.strip()] = None
            names[_CLASS_WORD.sub("", part).strip()] = None
    return row._replace(names=tuple(name for name in names if name))


def _read_geojson(path: Path) -> Iterator[PlaceRow | Skipped]:
    try:
        data = json.loads(path.read_bytes())
        features = data["features"] if isinstance(data, dict) else None
    except (ValueError, KeyError, RecursionError) as why:
        raise Misused(f"this is not GeoJSON ({why})", item=path.name, remedy="give a FeatureCollection") from why
    if not isinstance(features, list):
        raise Misused("this GeoJSON has no list of features", item=path.name, remedy="give a FeatureCollection")
    for number, feature in enumerate(features):
        yield _feature(feature, f"{path.name} feature {number + 1}")


def _feature(feature: Any, item: str) -> PlaceRow | Skipped:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return Skipped(stage="resolve", item=item, why="it is no GeoJSON feature with properties")
    properties: dict[str, Any] = feature["properties"]
    names = _names(properties)
    if not names:
        return Skipped(stage="resolve", item=item, why="it has no name", remedy="give the property `name`")
    point = _point(feature.get("geometry"))
    if point is None:
        return Skipped(
            stage="resolve", item=item, why="it has no usable geometry", remedy="give longitude and latitude"
        )
    lat, lon, extent_m = point
    return _row(properties, names, lat, lon, extent_m)


def _row(record: Mapping[str, Any], names: tuple[str, ...], lat: float, lon: float, extent_m: float) -> PlaceRow:
    within = record.get("within") or record.get("admin") or ()
    return PlaceRow(
        id=str(record.get("id") or record.get("@id") or content_id("place", names[0], round(lat, 5), round(lon, 5))),
        names=names, lat=lat, lon=lon, klass=_class(record), country=str(record.get("country") or "").upper()[:2],
        population=_whole(record.get("population")), radius_m=_number(record.get("radius_m")) or extent_m,
        within=tuple(str(unit) for unit in within) if isinstance(within, (list, tuple)) else (str(within),),
        valid_from=str(record.get("valid_from") or ""), valid_to=str(record.get("valid_to") or ""),
        stated_in=str(record.get("stated_in") or ""),
    )  # fmt: skip


def _names(record: Mapping[str, Any]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for key in ("name", *sorted(record)):
        value = record.get(key)
        if value and (key in ("names", "alternatenames", "aliases") or _NAME_KEYS.match(key)):
            parts = value if isinstance(value, (list, tuple)) else _SPLIT.split(str(value))
            found.update((str(part).strip(), None) for part in parts if str(part).strip())
    return tuple(found)


def _point(geometry: Any) -> tuple[float, float, float] | None:
    """Return latitude, longitude and the radius in metres of an area (0 for a point); None for no usable geometry."""
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        form = shape(geometry)
        if form.is_empty:
            return None
        inside = form.representative_point()
        west, south, east, north = form.bounds
    except (ShapelyError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return None
    if not (-90 <= inside.y <= 90 and -180 <= inside.x <= 180):
        return None
    from ascertain.knowledge.gazetteer.gazetteer import distance_m

    return float(inside.y), float(inside.x), round(distance_m((south, west), (north, east)) / 2)


def _class(record: Mapping[str, Any]) -> PlaceClass:
    given = str(record.get("class") or record.get("type") or "").lower()
    if given in CLASSES:
        return given
    if (place := str(record.get("place") or "").lower()) in _OSM_PLACES:
        return _OSM_PLACES[place]
    if record.get("highway"):
        return "street"
    return "landmark" if any(record.get(key) for key in _LANDMARK_KEYS) else "village"


def _number(value: Any) -> float:
    try:
        return float(value) if value not in (None, "") else 0.0
    except (TypeError, ValueError):
        return 0.0


def _whole(value: Any) -> int:
    return max(0, int(_number(value)))


def _read_csv(path: Path) -> Iterator[PlaceRow | Skipped]:
    text = path.read_text("utf-8-sig", errors="replace")
    delimiter = "\t" if path.suffix.lower() == ".tsv" or text.split("\n", 1)[0].count("\t") > 1 else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    lat = next((columns[name] for name in ("lat", "latitude", "y") if name in columns), None)
    lon = next((columns[name] for name in ("lon", "lng", "long", "longitude", "x") if name in columns), None)
    if lat is None or lon is None or "name" not in columns:
        raise Misused(
            "this CSV lacks a column",
            item=path.name,
            remedy="give columns name, lat and lon (also names, class, country, ...)",
        )
    for number, record in enumerate(reader):
        known = {(key or "").strip().lower(): value for key, value in record.items()}
        names = _names(known)
        try:
            place = float(record[lat]), float(record[lon])
        except (TypeError, ValueError):
            place = (999.0, 999.0)
        item = f"{path.name} line {number + 2}"
        if not names or not (abs(place[0]) <= 90 and abs(place[1]) <= 180):
            yield Skipped(stage="resolve", item=item, why="it lacks a name or a latitude and longitude in degrees")
        else:
            yield _row(known, names, place[0], place[1], 0.0)

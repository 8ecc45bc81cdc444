"""GeoNames' dumps: a country's zip or text, or allCountries, in the layout of their readme.txt."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ascertain.knowledge.gazetteer.builtin import city_radius_m
from ascertain.knowledge.gazetteer.rows import PlaceRow, class_of_population
from ascertain.model import Misused, Refused, Skipped
from ascertain.model.place import PlaceClass

_COLUMNS = 19
_LIMIT_BYTES = 8_000_000_000
_UNITS: dict[str, PlaceClass] = {
    "PCLI": "country", "PCLD": "country", "PCL": "country", "PCLS": "country", "TERR": "country", "ADM1": "governorate",
    "ADM2": "district", "ADM3": "subdistrict", "ADM4": "subdistrict", "ADM5": "subdistrict", "ADMD": "district",
    "RGN": "region", "CONT": "region", "PPLX": "neighbourhood", "STLMT": "town", "RD": "street", "ST": "street",
    "HWY": "street", "AREA": "region", "PEN": "region", "ISL": "region", "ISLS": "region", "MTS": "region",
    "DSRT": "region", "SEA": "region", "GULF": "region", "OCN": "region", "LK": "region", "STM": "region",
    "VAL": "region", "PLN": "region",
}  # fmt: skip
# Features that nobody names as the scene of an event, and which would only lend their names to other places.
_LEFT_OUT = frozenset({"PPLH", "PPLQ", "PPLCH", "ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADMDH", "PCLH", "RGNH", "ZN"})


def read_geonames(path: Path) -> Iterator[PlaceRow | Skipped]:
    """Yield the places of a dump; historical ones are left out, and counted.

    Raises:
        Misused: there is no table in the archive. Refused: it would unpack to more than the limit.

    """
    number = 0
    for line in _lines(path):
        number += 1
        cells = line.rstrip("\n").split("\t")
        if len(cells) != _COLUMNS:
            yield Skipped(
                stage="resolve", item=f"{path.name} line {number}", why=f"it has {len(cells)} columns, not 19"
            )
            continue
        row = _row(cells)
        if row is None:
            yield Skipped(
                stage="resolve", item=f"{path.name} line {number}", why="its name, class or point is not usable"
            )
        else:
            yield row


def _lines(path: Path) -> Iterator[str]:
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", errors="replace") as handle:
            yield from handle
        return
    with zipfile.ZipFile(path) as archive:
        tables = sorted(
            (
                one
                for one in archive.infolist()
                if one.filename.endswith(".txt") and "readme" not in one.filename.lower()
            ),
            key=lambda one: one.filename,
        )
        if not tables:
            raise Misused("this archive holds no GeoNames table", item=path.name, remedy="give a dump such as SY.zip")
        for table in tables:
            if table.file_size > _LIMIT_BYTES:
                raise Refused("the table is too large", limit=f"{_LIMIT_BYTES} bytes", item=path.name)
            with archive.open(table) as raw:
                yield from io.TextIOWrapper(raw, encoding="utf-8", errors="replace")


def _row(cells: list[str]) -> PlaceRow | None:
    (key, name, plain, others, lat, lon, kind, code, country, _, admin1, *_, population, _, _, zone, _) = cells
    try:
        point, people = (float(lat), float(lon)), int(population or 0)
    except ValueError:
        return None
    if not name or code in _LEFT_OUT or not (abs(point[0]) <= 90 and abs(point[1]) <= 180):
        return None
    names = dict.fromkeys(one for one in (name, plain, *others.split(",")) if 2 <= len(one) < 60 and "://" not in one)
    klass = _UNITS.get(code) or (class_of_population(people) if kind in ("P", "") else "landmark")
    return PlaceRow(
        id=f"geonames:{key}", names=tuple(names) or (name,), lat=point[0], lon=point[1], klass=klass, country=country,
        admin1=admin1, population=people if kind in ("P", "A") else 0, zone=zone,
        radius_m=city_radius_m(people) if kind == "P" else 0.0,
    )  # fmt: skip

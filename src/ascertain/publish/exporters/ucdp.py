"""A table in the shape of the UCDP Georeferenced Event Dataset: its 49 columns by its names."""

import math
from datetime import timedelta
from pathlib import Path

from ascertain.model import Dossier, Incident, Interval, Item
from ascertain.publish.tables import Value, assessment_of, joined, total, write_csv
from ascertain.publish.wording import parse_instant

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_WHERE_PREC = {"district": 3, "subdistrict": 3, "governorate": 4, "region": 5, "country": 6}
_DATE_PREC = {"week": 3, "month": 4, "season": 5, "year": 5, "decade": 5}
_EXACT_M, _NEAR_M = 5_000, 30_000


class Ucdp:
    """One row an incident; where no death is counted `code_status` says so: it is no event by the codebook."""

    name = "ucdp"
    media_type = "text/csv"
    suffix = ".csv"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the table; ids of actors, conflicts and countries that only UCDP gives are left empty."""
        items = {item.id: item for item in dossier.items}
        write_csv(COLUMNS, [row(incident, items) for incident in dossier.incidents], out)


def row(incident: Incident, items: dict[str, Item]) -> list[Value]:
    """Return an incident's values in the order of the columns; the rule set's own codes come first."""
    assessment = assessment_of(incident, "ucdp_ged", "ucdp")
    values = _described(incident) | _placed(incident) | _dated(incident) | _sourced(incident, items) | _deaths(incident)
    values |= {key: value for key, value in (assessment.codes if assessment else {}).items() if value is not None}
    values["code_status"] = "Clear" if values.get("high") else "No death reported: not an event by UCDP's definition"
    return [values.get(column) for column in COLUMNS]


def _described(incident: Incident) -> dict[str, Value]:
    side_a = incident.perpetrators[0].name if incident.perpetrators else None
    side_b = incident.targets[0].name if incident.targets else None
    dyad = f"{side_a} - {side_b}" if side_a and side_b else None
    return {
        "id": incident.id, "relid": incident.id, "side_a": side_a, "side_b": side_b, "dyad_name": dyad,
        "event_clarity": 1,
    }  # fmt: skip


def _placed(incident: Incident) -> dict[str, Value]:
    place = incident.where
    if place is None:
        return {"where_prec": 6}
    values: dict[str, Value] = {
        "where_coordinates": place.name, "where_description": joined([place.name, *place.within]),
        "country": place.country, "where_prec": where_prec(place.klass, place.radius_m),
    }  # fmt: skip
    if place.lat is not None and place.lon is not None:
        values |= {
            "latitude": place.lat, "longitude": place.lon, "geom_wkt": f"POINT ({place.lon} {place.lat})",
            "priogrid_gid": priogrid(place.lat, place.lon),
        }  # fmt: skip
    return values


def where_prec(klass: str | None, radius_m: float | None) -> int:
    """Return UCDP's precision of a place: 1 exact, 2 within about 25 km, 3 and 4 units, 5 larger, 6 the country."""
    if klass in _WHERE_PREC:
        return _WHERE_PREC[klass]
    radius = radius_m or 0.0
    return 1 if radius <= _EXACT_M else 2 if radius <= _NEAR_M else 5


def priogrid(lat: float, lon: float) -> int:
    """Return the PRIO-GRID cell of a point: half-degree cells, counted eastward from the south-western corner."""
    row_number = min(359, math.floor((lat + 90) * 2))
    column = min(719, math.floor((lon + 180) * 2))
    return row_number * 720 + column + 1


def _dated(incident: Incident) -> dict[str, Value]:
    when = incident.when or Interval()
    if not (when.start and when.end):
        return {"date_prec": 5}
    start, last = parse_instant(when.start), parse_instant(when.end) - timedelta(seconds=1)
    days = (last.date() - start.date()).days
    precision = _DATE_PREC.get(when.precision or "", 1 if days <= 1 else 2 if days <= 6 else 3)
    return {
        "year": start.year, "active_year": 1, "date_prec": precision, "date_start": f"{start:%Y-%m-%d} 00:00:00.000",
        "date_end": f"{last:%Y-%m-%d} 00:00:00.000",
    }  # fmt: skip


def _sourced(incident: Incident, items: dict[str, Item]) -> dict[str, Value]:
    used = [items[item] for item in incident.items if item in items]
    return {
        "number_of_sources": len(incident.origins) or -1,
        "source_article": joined(f"{i.source or ''}, {i.published_at or 'no date'}, {i.title or i.id}" for i in used),
        "source_office": joined(dict.fromkeys(i.source for i in used if i.source)),
        "source_date": joined((i.published_at or "")[:10] for i in used),
        "source_headline": joined(i.title for i in used if i.title),
        "source_original": joined(dict.fromkeys(origin.name for origin in incident.origins)),
    }  # fmt: skip


def _deaths(incident: Incident) -> dict[str, Value]:
    """Return deaths by side and their sum; whoever fights is on the struck side, since that is who is told of."""
    civil = total(incident, "killed", "best", ("civilians", "children", "women", "men")) or 0
    fighters = total(incident, "killed", "best", ("combatants",)) or 0
    unknown = total(incident, "killed", "best", ("unknown", None)) or 0
    low, high = total(incident, "killed", "min") or 0, total(incident, "killed", "max") or 0
    best = civil + fighters + unknown or low
    return {
        "deaths_a": 0, "deaths_b": fighters, "deaths_civilians": civil, "deaths_unknown": unknown, "best": best,
        "low": low, "high": max(high, best),
    }  # fmt: skip


exporter = Ucdp()

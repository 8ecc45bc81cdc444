"""A table in the shape of ACLED's events: its 31 columns by its names."""

from datetime import timedelta
from pathlib import Path

from ascertain.event_types.event_type import event_types
from ascertain.model import Dossier, Incident, Interval, Item, PartySupport
from ascertain.publish.tables import Value, assessment_of, joined, total, write_csv
from ascertain.publish.wording import parse_instant

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_INTER = {"military": 1, "government": 1, "armed_group": 2, "party": 3, "civilians": 7}
_DISORDER = {
    "Battles": "Political violence", "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence", "Protests": "Demonstrations", "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}  # fmt: skip
_SMALL = frozenset(("exact", "landmark", "street", "neighbourhood", "village", "town", "city"))


class Acled:
    """One row an incident; fatalities are the lowest figure, as the codebook asks where reports differ."""

    name = "acled"
    media_type = "text/csv"
    suffix = ".csv"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the table; codes that only ACLED gives are left empty, and no time of writing is in it."""
        items = {item.id: item for item in dossier.items}
        write_csv(COLUMNS, [row(incident, items) for incident in dossier.incidents], out)


def row(incident: Incident, items: dict[str, Item]) -> list[Value]:
    """Return an incident's values in the order of the columns; the rule set's own codes come first."""
    assessment = assessment_of(incident, "acled")
    values = _typed(incident) | _placed(incident) | _dated(incident) | _told(incident, items)
    values |= {key: value for key, value in (assessment.codes if assessment else {}).items() if value is not None}
    if isinstance(values.get("civilian_targeting"), bool):
        values["civilian_targeting"] = "Civilian targeting" if values["civilian_targeting"] else ""
    return [values.get(column) for column in COLUMNS]


def _typed(incident: Incident) -> dict[str, Value]:
    known = event_types().get(incident.event)
    event_type, _, sub_type = (known.acled if known else "Strategic developments: Other").partition(": ")
    first, second = (incident.perpetrators or (None,))[0], (incident.targets or (None,))[0]
    inter1, inter2 = _inter(first), _inter(second)
    return {
        "event_id_cnty": incident.id, "event_type": event_type, "sub_event_type": sub_type,
        "disorder_type": _DISORDER.get(event_type, ""), "actor1": first.name if first else None,
        "actor2": second.name if second else None, "inter1": inter1, "inter2": inter2,
        "assoc_actor_1": joined(party.name for party in incident.perpetrators[1:]),
        "assoc_actor_2": joined(party.name for party in incident.targets[1:]),
        "interaction": _interaction(inter1, inter2),
        "civilian_targeting": "Civilian targeting" if inter2 == 7 else "",
    }  # fmt: skip


def _inter(party: PartySupport | None) -> int:
    return _INTER.get(party.type or "", 8) if party else 0


def _interaction(inter1: int, inter2: int) -> int:
    """Return the two codes as one number, the smaller first; a single actor is followed by 0."""
    low, high = sorted((inter1, inter2))
    return 10 * low + high if low else 10 * high


def _placed(incident: Incident) -> dict[str, Value]:
    place = incident.where
    if place is None:
        return {"geo_precision": 3}
    precision = 1 if place.klass in _SMALL and not place.relation else 2 if (place.radius_m or 0) < 50_000 else 3
    within = [*place.within, "", "", ""]
    return {
        "location": place.name, "latitude": place.lat, "longitude": place.lon, "geo_precision": precision,
        "country": place.country, "admin3": within[0], "admin2": within[1], "admin1": within[2],
    }  # fmt: skip


def _dated(incident: Incident) -> dict[str, Value]:
    when = incident.when or Interval()
    if not (when.start and when.end):
        return {"time_precision": 3}
    start, end = parse_instant(when.start), parse_instant(when.end)
    middle = start + (end - start) / 2  # the codebook dates a vague event by the middle of what it may be
    precision = 1 if end - start <= timedelta(hours=30) else 2 if end - start <= timedelta(days=8) else 3
    return {"event_date": f"{middle:%Y-%m-%d}", "year": middle.year, "time_precision": precision}


def _told(incident: Incident, items: dict[str, Item]) -> dict[str, Value]:
    used = [items[item] for item in incident.items if item in items]
    disputes = joined(contradiction.about for contradiction in incident.contradictions)
    notes = f"{incident.title}. {len(used)} reports, {len(incident.origins)} independent origins."
    return {
        "source": joined(dict.fromkeys(item.source for item in used if item.source)),
        "notes": f"{notes} Reports differ on: {disputes}." if disputes else notes,
        "fatalities": total(incident, "killed", "min") or 0,
    }


exporter = Acled()

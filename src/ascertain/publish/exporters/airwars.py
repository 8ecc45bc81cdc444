"""Incidents in the shape of Airwars' civilian harm assessments."""

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ascertain.model import Dossier, Incident, Interval, Item, PartySupport, Place
from ascertain.publish.tables import assessment_of, total
from ascertain.publish.wording import parse_instant

_ACCURACY = {
    "exact": "Exact location (other)", "landmark": "Nearby landmark", "street": "Street",
    "neighbourhood": "Neighbourhood/area", "village": "Village", "town": "Town", "city": "City",
    "subdistrict": "Subdistrict", "district": "District", "governorate": "Province/governorate",
}  # fmt: skip
_COARSE = frozenset(("village", "town", "city", "subdistrict", "district", "governorate", "country", "region"))
_STATUS = {"declared": "Declared", "likely": "Likely", "contested": "Contested", "single_source": "Single source claim"}
_FIELDS = {
    "civilians": "civilians", "children": "children", "women": "women", "men": "men", "unknown": "undetermined",
    "combatants": "belligerents",
}  # fmt: skip


class Airwars:
    """A list of assessments, fields by the archive's names; victims are not listed by name."""

    name = "airwars"
    media_type = "application/json"
    suffix = ".json"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the list, indented."""
        items = {item.id: item for item in dossier.items}
        records = [assessment(incident, items, dossier.settings.zone) for incident in dossier.incidents]
        words = json.dumps(records, ensure_ascii=False, indent=1)
        out.write_text(words + "\n", encoding="utf-8", errors="surrogatepass")


def assessment(incident: Incident, items: dict[str, Item], zone: str) -> dict[str, Any]:
    """Return one incident's assessment."""
    own = assessment_of(incident, "airwars")
    used = [items[item] for item in incident.items if item in items]
    status = own.attribution if own else incident.attribution
    grade = own.grade if own else incident.grade
    return {
        "code": incident.id, "title": incident.title, **_time(incident.when, zone), **_reported(used, zone),
        **_place(incident.where),
        "strike_status": _STATUS[status] if status else None,
        "strike_type": incident.event,
        "civilian_harm_reported": any(_harmed(incident, outcome) for outcome in ("killed", "injured")),
        "civilian_harm_status": grade.capitalize() if grade else None,
        "civilian_harm_status_because": list(own.because if own else incident.because),
        **_casualties(incident),
        "belligerents": [_belligerent(party, incident) for party in incident.perpetrators],
        "belligerents_contested": incident.attribution == "contested",
        "targeted_belligerents": [party.name for party in incident.targets],
        "observation": [contradiction.about for contradiction in incident.contradictions],
        "sources": [_source(item) for item in used],
        "independent_origins": len(incident.origins),
        "codes": own.codes if own else {},
    }  # fmt: skip


def _harmed(incident: Incident, outcome: str) -> bool:
    return bool(total(incident, outcome, "max", ("civilians", "children", "women", "men")))


def _time(when: Interval | None, zone: str) -> dict[str, Any]:
    if when is None or not (when.start and when.end):
        return {"date_type": "unknown", "date": None}
    local = ZoneInfo(zone)
    start, end = parse_instant(when.start).astimezone(local), parse_instant(when.end).astimezone(local)
    is_day = when.precision in ("day", "week", "month", "season", "year", "decade")
    values: dict[str, Any] = {"date_type": "exact" if start.date() == end.date() or is_day else "range"}
    values |= {"date": f"{start:%Y-%m-%d}", "date_end": f"{end:%Y-%m-%d}" if when.precision != "day" else None}
    if not is_day:
        values |= {"local_time_start": f"{start:%H:%M}", "local_time_end": f"{end:%H:%M}"}
    return values


def _reported(used: list[Item], zone: str) -> dict[str, Any]:
    dated = sorted((i for i in used if i.published_at), key=lambda i: (parse_instant(i.published_at or ""), i.id))
    if not dated:
        return {"first_reported": None}
    first = dated[0]
    return {"first_reported": first.published_at, "first_reported_by": first.source, "first_reported_url": first.url}


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"location_name": None, "geolocations": []}
    names = [name for name in place.names if any("\u0600" <= letter <= "\u06ff" for letter in name)]
    values: dict[str, Any] = {"country": place.country, "location_name": place.name}
    values["location_name_arabic"] = names[0] if names else None
    spot = {"primary": True, "lat": place.lat, "lon": place.lon, "accuracy": _ACCURACY.get(place.klass or "")}
    values["geolocations"] = [spot | {"radius_m": place.radius_m}] if place.lat is not None else []
    if place.klass in _COARSE:
        values["geolocation_notes"] = "Generic coordinates of the place named are used."
    return values


def _casualties(incident: Incident) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for group, name in _FIELDS.items():
        for outcome in ("killed", "injured"):
            values[f"{name}_{outcome}_min"] = total(incident, outcome, "min", (group,))
            values[f"{name}_{outcome}_max"] = total(incident, outcome, "max", (group,))
    return values


def _belligerent(party: PartySupport, incident: Incident) -> dict[str, Any]:
    known = incident.attribution == "declared"
    return {
        "name": party.name, "type": "known" if known else "suspected", "independent_origins": party.support,
        "denied_by": list(party.denied_by),
    }  # fmt: skip


def _source(item: Item) -> dict[str, Any]:
    return {
        "name": item.source, "language": item.lang, "url": item.url, "platform": item.platform,
        "published": item.published_at, "sha256": item.capture,
    }  # fmt: skip


exporter = Airwars()

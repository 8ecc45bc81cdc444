"""Tables for spreadsheets: rows of plain values, and cells that never compute."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from ascertain.model import Assessment, Claim, Dossier, Incident, Interval, Place, Range
from ascertain.safety.sheets import safe_cell

Value = str | int | float | bool | None
Table = tuple[Sequence[str], list[list[Value]]]

_PARTS = frozenset(("children", "women", "men"))
OUTCOMES = ("killed", "injured", "missing", "detained", "displaced", "captured")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]], out: Path) -> None:
    """Write a table as CSV (RFC 4180), UTF-8 with a byte order mark, by which spreadsheets know it; all text quoted."""
    with out.open("w", encoding="utf-8-sig", newline="", errors="surrogatepass") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows(["" if value is None else safe_cell(value) for value in row] for row in rows)


def assessment_of(incident: Incident, *rule_sets: str) -> Assessment | None:
    """Return what the first of these rule sets says of an incident."""
    by_name = {assessment.rule_set: assessment for assessment in incident.assessments}
    return next((by_name[name] for name in rule_sets if name in by_name), None)


def total(incident: Incident, outcome: str, end: str, groups: Sequence[str | None] = ()) -> int | None:
    """Return the sum over people of one end (`min`, `max`, `best`) of an outcome, or None where nothing is counted.

    Children, women and men are a part of the civilians where those are counted too, and are not added to them.
    """
    values = {
        range_.group: getattr(range_, end)
        for range_ in incident.counts
        if range_.outcome == outcome and range_.item is None and getattr(range_, end) is not None
    }
    if "civilians" in values and len(groups) != 1:
        values = {group: value for group, value in values.items() if group not in _PARTS}
    known = [value for group, value in values.items() if not groups or group in groups]
    return sum(known) if known else None


def incident_table(dossier: Dossier) -> Table:
    """Return a row an incident."""
    columns = [
        "id", "title", "event", "start", "end", "time_precision", "place", "latitude", "longitude", "radius_m",
        "place_class", "country", "perpetrators", "perpetrator_origins", "denied_by", "targets",
        *(f"{outcome}_{end}" for outcome in OUTCOMES for end in ("min", "max")), "things",
        "attribution", "grade", "because", "origins", "reports", "contradictions", "reviewed",
    ]  # fmt: skip
    reviewed = {decision.about for decision in dossier.decisions if decision.verb == "review"}
    return columns, [_incident_row(incident, incident.id in reviewed) for incident in dossier.incidents]


def _incident_row(incident: Incident, reviewed: bool) -> list[Value]:
    when, where = incident.when or Interval(), incident.where
    return [
        incident.id, incident.title, incident.event, when.start, when.end, when.precision, *place_values(where),
        joined(party.name for party in incident.perpetrators),
        joined(str(party.support) for party in incident.perpetrators),
        joined(who for party in incident.perpetrators for who in party.denied_by),
        joined(party.name for party in incident.targets),
        *(total(incident, outcome, end) for outcome in OUTCOMES for end in ("min", "max")),
        joined(thing_words(range_) for range_ in incident.counts if range_.item),
        incident.attribution, incident.grade, joined(incident.because), len(incident.origins), len(incident.items),
        joined(contradiction.about for contradiction in incident.contradictions), "yes" if reviewed else "no",
    ]  # fmt: skip


def place_values(place: Place | None) -> list[Value]:
    """Return name, latitude, longitude, radius, class and country of a place."""
    if place is None:
        return [None] * 6
    return [place.name, place.lat, place.lon, place.radius_m, place.klass, place.country]


def joined(words: Iterable[str]) -> str:
    """Return several values in one cell."""
    return "; ".join(words)


def thing_words(range_: Range) -> str:
    """Return a range of things in a cell: "tank destroyed 1-2"."""
    return f"{range_.item} {range_.outcome} {range_.min if range_.min is not None else '?'}-{range_.max if range_.max is not None else '?'}"  # noqa: E501


def count_table(dossier: Dossier) -> Table:
    """Return a row a range."""
    columns = ["incident", "outcome", "group", "item", "min", "max", "best", "origins", "trace"]
    rows: list[list[Value]] = [
        [
            i.id,
            r.outcome,
            r.group,
            r.item,
            r.min,
            r.max,
            r.best,
            r.origins,
            joined(f"{s.end}: {s.because}" for s in r.trace),
        ]
        for i in dossier.incidents
        for r in i.counts
    ]
    return columns, rows


def claim_table(dossier: Dossier) -> Table:
    """Return a row a claim, with the words that it is made from."""
    columns = [
        "id", "incident", "item", "event", "polarity", "mood", "hedge", "speakers", "quote", "start", "end", "when",
        "until", "place", "latitude", "longitude", "radius_m", "place_class", "country", "perpetrators", "targets",
        "counts", "origin",
    ]  # fmt: skip
    incident_of = {claim: incident.id for incident in dossier.incidents for claim in incident.claims}
    origin_of = dossier.derivation.origin_of_claims()
    rows = [
        _claim_row(claim, incident_of.get(claim.id), origin_of.get(claim.id))
        for reading in dossier.readings
        for claim in reading.claims
    ]
    return columns, rows


def _claim_row(claim: Claim, incident: str | None, origin: str | None) -> list[Value]:
    when = claim.when.value if claim.when and isinstance(claim.when.value, Interval) else Interval()
    where = claim.where.value if claim.where and isinstance(claim.where.value, Place) else None
    counts = joined(f"{c.outcome} {c.item or c.group or ''} {c.low}-{c.high} ({c.rule})" for c in claim.counts)
    return [
        claim.id, incident, claim.item, claim.event, claim.polarity, claim.mood, claim.hedge,
        joined(speaker.name for speaker in claim.speakers), claim.quote.text, claim.quote.start, claim.quote.end,
        when.start, when.end, *place_values(where), joined(party.name for party in claim.perpetrators),
        joined(party.name for party in claim.targets), counts, origin,
    ]  # fmt: skip


def item_table(dossier: Dossier) -> Table:
    """Return a row an item, without its words."""
    columns = ["id", "source", "title", "url", "platform", "published_at", "lang", "sha256"]
    rows: list[list[Value]] = [
        [i.id, i.source, i.title, i.url, i.platform, i.published_at, i.lang, i.capture] for i in dossier.items
    ]
    return columns, rows


def all_tables(dossier: Dossier) -> dict[str, Table]:
    """Return every table by the name of its sheet."""
    origins: list[list[Value]] = [
        [o.id, o.name, joined(o.items), joined(o.because)] for o in dossier.derivation.origins
    ]
    differing: list[list[Value]] = [
        [i.id, c.kind, c.about, joined(c.claims)] for i in dossier.incidents for c in i.contradictions
    ]
    sources: list[list[Value]] = [[s.id, s.name, s.reliability, s.because, s.side, s.role] for s in dossier.sources]
    skipped: list[list[Value]] = [[s.item, s.stage, s.why, s.remedy] for s in dossier.skipped]
    return {
        "Incidents": incident_table(dossier),
        "Counts": count_table(dossier),
        "Claims": claim_table(dossier),
        "Reports": item_table(dossier),
        "Origins": (["id", "name", "reports", "because"], origins),
        "Contradictions": (["incident", "kind", "about", "claims"], differing),
        "Sources": (["id", "name", "reliability", "because", "side", "role"], sources),
        "Left aside": (["item", "stage", "why", "remedy"], skipped),
    }

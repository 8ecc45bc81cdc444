"""Records as lines of the public formats, and back (docs/reference/formats.md).

What a user reads in a file and what stages hand on are the same words; these functions only decide what is written for
a claim's arguments: the value of a time or place, with the words that it comes from under `quote`.
"""

from typing import Any

import msgspec

from ascertain.model.actor import Actor
from ascertain.model.claim import Claim, ClaimedCount, Party, Speaker
from ascertain.model.count import Count
from ascertain.model.equipment import Equipment
from ascertain.model.incident import Incident
from ascertain.model.interval import Interval
from ascertain.model.mention import Mention, MentionKind
from ascertain.model.place import Place
from ascertain.model.reading import Reading
from ascertain.model.skipped import Skipped
from ascertain.model.span import Span

Line = dict[str, Any]
_VALUES: dict[str, type] = {
    "time": Interval,
    "place": Place,
    "actor": Actor,
    "equipment": Equipment,
    "count": Count,
}
_WRITTEN: dict[str, tuple[str, ...]] = {
    "actor": ("id", "name", "type"),
    "place": ("id", "name", "lat", "lon", "radius_m", "class", "country", "span_m", "along", "because"),
    "equipment": ("id", "name", "category"),
    "time": ("start", "end", "precision", "timex", "zone", "notes"),
    "count": ("low", "high", "rule", "unit"),
}
# The attribute of each, and whether one that is empty says nothing.
_FIELDS = {
    kind: [(key, "klass" if key == "class" else key, key in ("because", "notes")) for key in keys]
    for kind, keys in _WRITTEN.items()
}


def _plain(record: object) -> Any:
    return msgspec.to_builtins(record)


def _value(mention: Mention) -> Line | None:
    value = mention.value
    if value is None:
        return None
    if isinstance(value, Count):  # both ends and the rule are always written
        line: Line = {"low": value.low, "high": value.high, "rule": value.rule}
        return line if value.unit is None else {**line, "unit": value.unit}
    line = {}
    for key, name, may_be_empty in _FIELDS[mention.kind]:
        given = getattr(value, name)
        if given or (given is not None and not may_be_empty):
            line[key] = given
    return line


_COUNTED = ClaimedCount.__struct_fields__


def _quote(mention: Mention) -> Line:
    return {"start": mention.start, "end": mention.end, "text": mention.text}


def mention_line(mention: Mention) -> Line:
    """Return a mention as it is written."""
    return {"kind": mention.kind, **_quote(mention), "value": _value(mention)}


def _argument(mention: Mention) -> Line:
    return {**(_value(mention) or {}), "quote": _quote(mention)}


def _place(claim: Claim, mention: Mention) -> Line:
    line = {"name": mention.text, **_argument(mention)}
    if claim.relation:
        line["relation"] = claim.relation
    if claim.distance_m is not None:
        line["distance_m"] = claim.distance_m
    return line


def claim_line(claim: Claim) -> Line:
    """Return a claim as it is written."""
    line: Line = {"id": claim.id, "event": claim.event, "quote": _plain(claim.quote), "polarity": claim.polarity}
    if claim.mood != "actual":
        line["mood"] = claim.mood
    if claim.hedge:
        line["hedge"] = claim.hedge
    line["speakers"] = _plain(claim.speakers)
    for key, mention in (("when", claim.when), ("said_at", claim.said_at)):
        if mention is not None:
            line[key] = _argument(mention)
    if claim.where is not None:
        line["where"] = _place(claim, claim.where)
    line["perpetrators"], line["targets"] = _plain(claim.perpetrators), _plain(claim.targets)
    line["means"] = [_means(mention) for mention in claim.means]
    line["counts"] = [_count(count) for count in claim.counts]
    if claim.extractor:
        line["extractor"] = claim.extractor
    return line


def _means(mention: Mention) -> Line:
    return {"name": mention.text, **(_value(mention) or {}), **_quote(mention)}


def _count(count: ClaimedCount) -> Line:
    line: Line = {}
    for key in _COUNTED:
        if (given := getattr(count, key)) is not None and given is not False:
            line[key] = given
    line.setdefault("low", None)
    line.setdefault("high", None)
    return line


def extracted_line(reading: Reading) -> Line:
    """Return what one item says as a line of extracted.jsonl."""
    line: Line = {"item": reading.item}
    if reading.lang:
        line["lang"] = reading.lang
    line["mentions"] = [mention_line(mention) for mention in reading.mentions]
    line["claims"] = [claim_line(claim) for claim in reading.claims]
    line["skipped"] = reading.skipped.why if reading.skipped else None
    if reading.refused:
        line["refused"] = reading.refused
    return line


def incident_line(incident: Incident) -> Line:
    """Return an incident as a line of incidents.jsonl."""
    line: Line = _plain(incident)
    for count in line.get("counts", ()):
        count.setdefault("min", None)
        count.setdefault("max", None)
    return line


def incident_of(line: Line) -> Incident:
    """Return the incident that a line of incidents.jsonl describes; unknown keys are passed over."""
    return msgspec.convert(line, Incident)


def _mention_of(kind: MentionKind, quote: Line, value: Line | None) -> Mention:
    found = msgspec.convert(value, _VALUES[kind]) if value else None
    return Mention(kind=kind, start=quote["start"], end=quote["end"], text=quote["text"], value=found)


def _argument_of(kind: MentionKind, line: Line | None) -> Mention | None:
    if line is None or "quote" not in line:
        return None
    needed = ("id",) if kind == "place" else ()
    value = {key: line[key] for key in _WRITTEN[kind] if key in line}
    return _mention_of(kind, line["quote"], value if value and all(key in line for key in needed) else None)


def _means_of(row: Line) -> Mention:
    """Return a claim's weapon, with its value where it has one."""
    known = "id" in row and "category" in row
    value = {key: row[key] for key in _WRITTEN["equipment"]} if known else None
    return _mention_of("equipment", row, value)


def claim_of(line: Line, item: str) -> Claim:
    """Return the claim that a line's object describes."""
    where: Line = line.get("where") or {}
    means = tuple(_means_of(row) for row in line.get("means", ()))
    return Claim(
        id=line["id"],
        item=item,
        event=line["event"],
        quote=msgspec.convert(line["quote"], Span),
        polarity=line.get("polarity", "asserted"),
        mood=line.get("mood", "actual"),
        hedge=line.get("hedge"),
        speakers=msgspec.convert(line.get("speakers", ()), tuple[Speaker, ...]),
        when=_argument_of("time", line.get("when")),
        said_at=_argument_of("time", line.get("said_at")),
        where=_argument_of("place", where or None),
        relation=where.get("relation"),
        distance_m=where.get("distance_m"),
        perpetrators=msgspec.convert(line.get("perpetrators", ()), tuple[Party, ...]),
        targets=msgspec.convert(line.get("targets", ()), tuple[Party, ...]),
        means=means,
        counts=msgspec.convert(line.get("counts", ()), tuple[ClaimedCount, ...]),
        extractor=line.get("extractor", ""),
    )


def reading_of(line: Line) -> Reading:
    """Return the reading that a line of extracted.jsonl describes; unknown keys are passed over."""
    item, why = line["item"], line.get("skipped")
    return Reading(
        item=item,
        lang=line.get("lang"),
        mentions=tuple(_mention_of(row["kind"], row, row.get("value")) for row in line.get("mentions", ())),
        claims=tuple(claim_of(row, item) for row in line.get("claims", ())),
        skipped=Skipped(stage="extract", item=item, why=why) if why else None,
        refused=line.get("refused", 0),
    )

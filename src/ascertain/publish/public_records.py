"""Records in the public formats (docs/reference/formats.md): the one place where publish turns its records to JSON."""

import json
from typing import Any

import msgspec

from ascertain.model import Dossier, Incident, Item, Mention, Reading
from ascertain.publish.gate import BLANK

_INCIDENT_KEYS = ("id", "title", "event", "when", "where", "perpetrators", "targets", "counts", "attribution", "grade")


def line(record: object) -> str:
    """Return a record as one line of JSON, keys in the order of the format, nothing that varies."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def incident_record(incident: Incident) -> dict[str, Any]:
    """Return an incident as a line of incidents.jsonl has it."""
    record: dict[str, Any] = msgspec.to_builtins(incident)
    ordered = {key: record[key] for key in _INCIDENT_KEYS if key in record}
    return ordered | {key: value for key, value in record.items() if key not in ordered}


def item_record(item: Item) -> dict[str, Any]:
    """Return an item without the words that are not published: those that are, are its `extracts`, with offsets."""
    record: dict[str, Any] = msgspec.to_builtins(item)
    record.pop("collected_at", None)
    for key in ("furniture", "hidden"):
        record.pop(key, None)
    if BLANK in item.text:
        record.pop("text", None)
        record["extracts"] = [
            {"start": start, "end": end, "text": item.text[start:end]} for start, end in runs(item.text)
        ]
    return record | ({"collected_at": item.collected_at} if item.collected_at else {})


def runs(text: str) -> list[tuple[int, int]]:
    """Return the ranges of a blanked text that can be read."""
    found, start = [], None
    for index, character in enumerate(text):
        if character == BLANK:
            if start is not None:
                found.append((start, index))
                start = None
        elif start is None and character != "\n":
            start = index
    return found + ([(start, len(text))] if start is not None else [])


def reading_record(reading: Reading) -> dict[str, Any]:
    """Return a reading as a line of extracted.jsonl has it."""
    record: dict[str, Any] = {"item": reading.item}
    if reading.lang:
        record["lang"] = reading.lang
    record["mentions"] = [_mention(mention) for mention in reading.mentions]
    record["claims"] = [_claim(msgspec.to_builtins(claim), claim) for claim in reading.claims]
    record["skipped"] = reading.skipped.why if reading.skipped else None
    return record


def _mention(mention: Mention) -> dict[str, Any]:
    record = {"kind": mention.kind, "start": mention.start, "end": mention.end, "text": mention.text}
    return record | {"value": msgspec.to_builtins(mention.value) if mention.value is not None else None}


def _claim(record: dict[str, Any], claim: Any) -> dict[str, Any]:
    for key in ("when", "said_at", "where"):
        mention = getattr(claim, key)
        if mention is not None:
            value = msgspec.to_builtins(mention.value) if mention.value is not None else {}
            record[key] = value | {"text": mention.text, "start": mention.start, "end": mention.end}
    if claim.relation and "where" in record:
        record["where"]["relation"] = claim.relation
    if claim.means:
        record["means"] = [msgspec.to_builtins(m.value) for m in claim.means if m.value is not None]
    return record


def dossier_record(dossier: Dossier) -> dict[str, Any]:
    """Return the whole dossier as one object, for `dossier.json` and the exporter `json`."""
    return {
        "settings": msgspec.to_builtins(dossier.settings),
        "incidents": [incident_record(incident) for incident in dossier.incidents],
        "items": [item_record(item) for item in dossier.items],
        "captures": [_capture(capture) for capture in msgspec.to_builtins(dossier.captures)],
        "origins": msgspec.to_builtins(dossier.derivation.origins),
        "edges": msgspec.to_builtins(dossier.derivation.edges),
        "sources": msgspec.to_builtins(dossier.sources),
        "areas": msgspec.to_builtins(dossier.areas),
        "decisions": msgspec.to_builtins(dossier.decisions),
        "skipped": msgspec.to_builtins(dossier.skipped),
        "versions": [_version(version) for version in msgspec.to_builtins(dossier.versions)],
    }


def _capture(record: dict[str, Any]) -> dict[str, Any]:
    record.pop("sealed_at", None)
    return record


def _version(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "incidents"}


def data_files(dossier: Dossier) -> dict[str, str]:
    """Return the files under `data/`, by name."""
    whole = json.dumps(dossier_record(dossier), ensure_ascii=False, indent=1) + "\n"
    return {
        "incidents.jsonl": "".join(line(incident_record(incident)) for incident in dossier.incidents),
        "extracted.jsonl": "".join(line(reading_record(reading)) for reading in dossier.readings),
        "items.jsonl": "".join(line(item_record(item)) for item in dossier.items),
        "origins.jsonl": "".join(line(record) for record in msgspec.to_builtins(dossier.derivation.origins)),
        "skipped.jsonl": "".join(line(record) for record in msgspec.to_builtins(dossier.skipped)),
        "dossier.json": whole,
    }

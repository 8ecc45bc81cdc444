"""Records in the public formats (docs/reference/formats.md): the one place where publish turns its records to JSON."""

import json
from typing import Any

import msgspec

from ascertain.model import Dossier, Item
from ascertain.model.records import extracted_line, incident_line
from ascertain.publish.gate import BLANK


def line(record: object) -> str:
    """Return a record as one line of JSON, keys in the order of the format, nothing that varies."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


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


def dossier_record(dossier: Dossier) -> dict[str, Any]:
    """Return the whole dossier as one object, for `dossier.json` and the exporter `json`."""
    return {
        "settings": msgspec.to_builtins(dossier.settings),
        "incidents": [incident_line(incident) for incident in dossier.incidents],
        "items": [item_record(item) for item in dossier.items],
        "captures": [_capture(capture) for capture in msgspec.to_builtins(dossier.captures)],
        "recaptures": msgspec.to_builtins(dossier.recaptures),
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
        "incidents.jsonl": "".join(line(incident_line(incident)) for incident in dossier.incidents),
        "extracted.jsonl": "".join(line(extracted_line(reading)) for reading in dossier.readings),
        "items.jsonl": "".join(line(item_record(item)) for item in dossier.items),
        "origins.jsonl": "".join(line(record) for record in msgspec.to_builtins(dossier.derivation.origins)),
        "skipped.jsonl": "".join(line(record) for record in msgspec.to_builtins(dossier.skipped)),
        "dossier.json": whole,
    }

"""Records in the public formats (docs/reference/formats.md): the one place where publish turns its records to JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from ascertain.model import Dossier, Item
from ascertain.model.records import extracted_line, incident_line
from ascertain.publish.showing import BLANK

Lines = Mapping[str, Sequence[str]]


def line(record: object) -> str:
    """Return a record as one line of JSON, keys in the order of the format, nothing that varies."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def item_record(item: Item) -> dict[str, Any]:
    """Return an item without the words that are not published: those that are, are its `extracts`, with offsets."""
    record: dict[str, Any] = msgspec.to_builtins(item)
    record.pop("collected_at", None)
    for picture in record.get("pictures", ()):
        picture.pop("marks", None)
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


def dossier_words(dossier: Dossier, lines: Lines | None = None) -> str:
    """Return the whole dossier as one JSON object with a line a record, for `dossier.json` and the exporter `json`."""
    lines = lines or lines_of(dossier)
    parts: dict[str, Sequence[str]] = {
        "incidents": lines["incidents"],
        "items": lines["items"],
        "captures": [line(_capture(capture)) for capture in msgspec.to_builtins(dossier.captures)],
        "recaptures": [line(record) for record in msgspec.to_builtins(dossier.recaptures)],
        "origins": [line(record) for record in msgspec.to_builtins(dossier.derivation.origins)],
        "edges": [line(record) for record in msgspec.to_builtins(dossier.derivation.edges)],
        "sources": [line(record) for record in msgspec.to_builtins(dossier.sources)],
        "areas": [line(record) for record in msgspec.to_builtins(dossier.areas)],
        "decisions": [line(record) for record in msgspec.to_builtins(dossier.decisions)],
        "skipped": [line(record) for record in msgspec.to_builtins(dossier.skipped)],
        "versions": [line(_version(version)) for version in msgspec.to_builtins(dossier.versions)],
    }
    written = [f'"settings": {line(msgspec.to_builtins(dossier.settings)).rstrip()}']
    written += [f'"{name}": [{_listed(records)}]' for name, records in parts.items()]
    return "{\n" + ",\n".join(written) + "\n}\n"


def _listed(records: Sequence[str]) -> str:
    return "\n" + ",\n".join(record.rstrip("\n") for record in records) + "\n" if records else ""


def lines_of(dossier: Dossier) -> dict[str, Sequence[str]]:
    """Return the lines of incidents.jsonl, extracted.jsonl and items.jsonl."""
    return {
        "incidents": [line(incident_line(incident)) for incident in dossier.incidents],
        "extracted": [line(extracted_line(reading)) for reading in dossier.readings],
        "items": [line(item_record(item)) for item in dossier.items],
    }


def _capture(record: dict[str, Any]) -> dict[str, Any]:
    record.pop("sealed_at", None)
    return record


def _version(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "incidents"}


def data_files(dossier: Dossier, lines: Lines | None = None) -> dict[str, str]:
    """Return the files under `data/`, by name; `lines` are those of its records, where they were made already."""
    lines = lines or lines_of(dossier)
    return {
        "incidents.jsonl": "".join(lines["incidents"]),
        "extracted.jsonl": "".join(lines["extracted"]),
        "items.jsonl": "".join(lines["items"]),
        "origins.jsonl": "".join(line(record) for record in msgspec.to_builtins(dossier.derivation.origins)),
        "skipped.jsonl": "".join(line(record) for record in msgspec.to_builtins(dossier.skipped)),
        "dossier.json": dossier_words(dossier, lines),
    }

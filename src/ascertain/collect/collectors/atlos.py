"""Atlos: a project's incidents as CSV, and its full export, a ZIP with a folder an incident."""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ascertain.collect.decoding import decode, no_json
from ascertain.collect.records import item_from_record
from ascertain.collect.rows import beyond, by_column, rows_of
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.archives import Member, members_of, open_zip

_COLUMNS = frozenset(("slug", "inserted_at", "updated_at", "description"))
_FORMULA = "=+-@\t\r"


class Atlos:
    """Reads the description of each incident: a desk's own summary, with the addresses that it rests on.

    The date of an incident is when it happened, as the desk holds, and not when anything was published: it is told in
    a note and anchors no words.
    """

    name = "atlos"
    priority = 25

    def accepts(self, path: Path) -> bool:
        """Return whether this is a table with Atlos's columns, or a ZIP that holds its project file."""
        suffix = path.suffix.lower()
        if suffix not in (".csv", ".zip"):
            return False
        with path.open("rb") as file:
            head = file.read(4096)
        if suffix == ".csv":
            return set(_heading(head.decode("utf-8-sig", "replace"))) >= _COLUMNS
        return head.startswith(b"PK") and b"atlos" in head.lower()

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture, each incident, and each file of its source material."""
        content = path.read_bytes()
        is_table = path.suffix.lower() == ".csv"
        media_type = "text/csv" if is_table else "application/zip"
        yield Capture(content=content, name=name, media_type=media_type, how=self.name)
        yield from _table(content, name) if is_table else _export(content, name)


def _heading(head: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader(head.splitlines()[:1]), [])]
    except csv.Error:
        return []


def _table(content: bytes, name: str) -> Iterator[Item | Skipped]:
    digest = hashlib.sha256(content).hexdigest()
    decoded = decode(content)
    heading: list[str] = []
    number = 0
    for row in rows_of(decoded.text if decoded else "", name):
        if isinstance(row, Skipped):
            yield row
        elif not heading:
            heading = [cell.strip() for cell in row.cells]
        else:
            number += 1
            plain = {key: _unescaped(value) for key, value in by_column(heading, row.cells).items()}
            sources = [value for key, value in plain.items() if key.startswith("source_") and value]
            yield _incident(plain, sources, f"{name}:{row.line}", digest, number)
    if not number:
        yield _skip(name, "the export holds no incidents", "leave it out")


def _unescaped(cell: str) -> str:
    """Return a cell without the apostrophe that Atlos sets before what a spreadsheet would compute."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _FORMULA else cell


def _export(content: bytes, name: str) -> Iterator[Capture | Item | Skipped]:
    digest = hashlib.sha256(content).hexdigest()
    found = 0
    for number, member in enumerate(members_of(open_zip(content)), 1):
        parts = member.name.split("/")
        where = f"{name}/{number}"
        if parts[-1] == "metadata.json" and len(parts) <= 3:
            found += 1
            yield _from_metadata(member, where, digest, number)
        elif len(parts) >= 4 and parts[-1] != "metadata.json":
            suffix = Path(parts[-1]).suffix.lower()[:8]
            yield Capture(content=member.content, name=f"{where}{suffix}", media_type=_kind(suffix), how="atlos")
            yield _skip(
                f"{where}{suffix}", f"a file of source material, {member.name!r}, is kept but not read",
                "unpack the export and collect the file, if it is a report",
            )  # fmt: skip
    if not found:
        yield _skip(name, "the ZIP holds no incident of Atlos", "unpack it and collect what it holds")


def _kind(suffix: str) -> str:
    return {".jpg": "image/jpeg", ".png": "image/png", ".mp4": "video/mp4"}.get(suffix, "application/octet-stream")


def _from_metadata(member: Member, where: str, digest: str, number: int) -> Item | Skipped:
    try:
        data: Any = json.loads(member.content)
    except (ValueError, RecursionError) as error:
        return _skip(
            where, f"the incident's metadata are not sound JSON ({no_json(error)})", "export the project again"
        )
    if not isinstance(data, dict) or "slug" not in data:
        return _skip(where, "the file is no incident's metadata", "none needed")
    plain = {key.removeprefix("attr_"): value for key, value in data.items()}
    material = plain.get("source_material") or plain.get("versions") or []
    listed = [one for one in material if isinstance(one, dict)] if isinstance(material, list) else []
    return _incident(plain, [str(one["source_url"]) for one in listed if one.get("source_url")], where, digest, number)


def _incident(row: Mapping[str, Any], sources: list[str], where: str, digest: str, number: int) -> Item | Skipped:
    text = row.get("description")
    if not isinstance(text, str) or not text.strip():
        return _skip(where, "the incident has no description", "describe it, or collect its source material")
    project = row.get("project")
    told = {"date": "happened on", "status": "status", "latitude": "latitude", "longitude": "longitude"}
    notes = [f"{words}, as the export says: {row[key]}" for key, words in told.items() if row.get(key)]
    record = {
        "id": f"atlos-{row.get('slug')}" if row.get("slug") else None, "text": text, "platform": "atlos",
        "source": project.get("name") if isinstance(project, dict) else project, "title": row.get("slug"),
        "published_at": str(row.get("inserted_at") or ""), "shares": sources[0] if len(sources) == 1 else None,
        "url": sources[0] if len(sources) == 1 else None,
        "notes": [*notes, *(f"rests on {source}" for source in sources), *beyond(row)],
    }  # fmt: skip
    return item_from_record(record, capture=digest, position=number)


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = Atlos()

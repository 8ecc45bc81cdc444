"""auto-archiver (Bellingcat): its `metadata.json`, its CSV of results, and the sheet that it fills in, saved as CSV."""

import ast
import csv
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ascertain.collect.decoding import decode, no_json
from ascertain.collect.records import NoWords, item_from_record
from ascertain.collect.rows import beyond, by_column, rows_of
from ascertain.model import Capture, Item, Skipped

_RESULT_COLUMNS = ["status", "metadata", "media"]
_SHEET_COLUMNS = ("archive status", "archive location")
_MOST_MEDIA = 500


class AutoArchiver:
    """Reads what was archived, with the names and hashes of its media; a failure is skipped by its status."""

    name = "auto_archiver"
    priority = 25

    def accepts(self, path: Path) -> bool:
        """Return whether this begins as one of the three does."""
        suffix = path.suffix.lower()
        if suffix not in (".json", ".csv"):
            return False
        with path.open("rb") as file:
            head = file.read(4096)
        if suffix == ".json":
            return head.lstrip().startswith(b"{") and b'"status"' in head and b'"metadata"' in head and b'"url"' in head
        columns = _columns(head.decode("utf-8-sig", "replace"))
        return columns == _RESULT_COLUMNS or any(one in columns for one in _SHEET_COLUMNS)

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and what each archived address held."""
        content = path.read_bytes()
        is_table = path.suffix.lower() == ".csv"
        yield Capture(
            content=content, name=name, media_type="text/csv" if is_table else "application/json", how=self.name
        )
        digest = hashlib.sha256(content).hexdigest()
        if is_table:
            yield from _table(content, name, digest)
            return
        try:
            result = json.loads(content.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield _skip(
                name, f"the file is not sound JSON ({no_json(error)})", "take it from the archiver's storage again"
            )
            return
        yield _result(result, name, digest, 0)


def _columns(head: str) -> list[str]:
    try:
        return [cell.strip().lower() for cell in next(csv.reader(head.splitlines()[:1]), [])]
    except csv.Error:
        return []


def _table(content: bytes, name: str, digest: str) -> Iterator[Item | Skipped]:
    decoded = decode(content)
    if decoded is None:
        yield _skip(name, "the file is named as a table but its bytes are not text", "export it as CSV, in UTF-8")
        return
    heading: list[str] = []
    number = 0
    for row in rows_of(decoded.text, name):
        if isinstance(row, Skipped):
            yield row
        elif not heading:
            heading = [cell.strip().lower() for cell in row.cells]
        else:
            number += 1
            where, cells = f"{name}:{row.line}", by_column(heading, row.cells)
            if heading == _RESULT_COLUMNS:
                yield _result({key: _value(cells.get(key)) for key in _RESULT_COLUMNS}, where, digest, number)
            else:
                yield _sheet_row(cells, where, digest, number)
    if not number:
        yield _skip(name, "the table has a heading but no rows", "leave it out")


def _value(written: str | None) -> Any:
    """Return what Python's own notation in a cell stands for: the archiver writes its records as `repr` shows them."""
    if not written or not written.lstrip().startswith(("{", "[")):
        return written or ""
    try:
        return _plain(ast.parse(written.strip(), mode="eval").body, 0)
    except (SyntaxError, ValueError, TypeError, OverflowError, RecursionError, MemoryError):
        return {}


def _plain(node: ast.expr, depth: int) -> Any:
    """Return the value of a literal, and of a date; nothing is ever called, and anything else is told as its words."""
    if depth > 50:
        raise RecursionError
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Dict):
        keys = [None if key is None else _plain(key, depth + 1) for key in node.keys]
        return {str(key): _plain(value, depth + 1) for key, value in zip(keys, node.values, strict=True)}
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return [_plain(one, depth + 1) for one in node.elts]
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("datetime.datetime", "datetime.date"):
        return _date(node)
    return ast.unparse(node)[:1000]


def _date(node: ast.Call) -> str:
    numbers = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, int)]
    named = {one.arg: ast.unparse(one.value) for one in node.keywords}
    stated = datetime(*numbers[:7])  # type: ignore[arg-type]
    if "utc" in named.get("tzinfo", ""):
        return stated.replace(tzinfo=UTC).isoformat()
    return stated.date().isoformat() if stated == datetime.combine(stated, datetime.min.time()) else stated.isoformat()


def _result(result: Any, where: str, digest: str, position: int) -> Item | Skipped:
    metadata = result.get("metadata") if isinstance(result, dict) else None
    if not isinstance(metadata, dict):
        return _skip(where, "the record holds no metadata", "take it from the archiver's storage again")
    status = str(result.get("status", ""))
    if "success" not in status and not metadata.get("content"):
        return _skip(where, f"nothing was archived ({status or 'no status'})", "archive the address again")
    media = list(_media(result.get("media")))
    record = {
        "text": metadata.get("content") or metadata.get("title"), "title": metadata.get("title"),
        "url": metadata.get("url") or metadata.get("original_url"), "author": metadata.get("author"),
        "published_at": metadata.get("timestamp"), "collected_at": metadata.get("_processed_at"),
        "media": [name for name, _ in media],
        "notes": [f"archived by auto-archiver: {status}", *(note for _, notes in media for note in notes)],
    }  # fmt: skip
    return _made(record, where, digest, position)


def _media(value: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield each file's name, and what the archiver computed of it."""
    for one in (value if isinstance(value, list) else [])[:_MOST_MEDIA]:
        if not isinstance(one, dict):
            continue
        name = str(one.get("_key") or one.get("key") or one.get("filename") or "")
        properties = one.get("properties")
        told = properties if isinstance(properties, dict) else {}
        notes = [f"PDQ hash of {name}: {told['pdq_hash']}"] if isinstance(told.get("pdq_hash"), str) else []
        if isinstance(told.get("hash"), str):
            notes.append(f"hash of {name} when it was archived: {told['hash']}")
        if name and told.get("id") not in ("metadata_json", "_final_media"):
            yield name, notes


def _sheet_row(row: dict[str, str], where: str, digest: str, position: int) -> Item | Skipped:
    status = str(row.get("archive status") or "")
    if "success" not in status.lower() and not row.get("text content"):
        return _skip(where, f"nothing was archived ({status or 'not tried yet'})", "archive the address again")
    hashes = str(row.get("perceptual hashes") or "").split(",")
    record = {
        "text": row.get("text content") or row.get("upload title"), "title": row.get("upload title"),
        "url": row.get("link") or row.get("url"), "published_at": row.get("upload timestamp"),
        "collected_at": row.get("archive date"),
        "notes": [
            f"archived by auto-archiver: {status}", *(f"PDQ hash: {one.strip()}" for one in hashes if one.strip()),
            *(f"{key}: {row[key]}" for key in ("archive location", "hash", "wacz") if row.get(key)),
            *beyond(row),
        ],
    }  # fmt: skip
    return _made(record, where, digest, position)


def _made(record: dict[str, Any], where: str, digest: str, position: int) -> Item | Skipped:
    try:
        item = item_from_record(record, capture=digest, position=position)
    except NoWords:
        item = None
    if item is None or not item.text.strip():
        return _skip(where, "the address was archived, but no words with it", "collect the archived page or its media")
    return item


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = AutoArchiver()

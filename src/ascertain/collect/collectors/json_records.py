"""JSON of other tools: auto-archiver's results, TimeMap's events, lists of records under familiar names."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ascertain.collect.decoding import no_json
from ascertain.collect.records import NoWords, item_from_record
from ascertain.model import Capture, Item, Skipped

_LISTS = (
    "items",
    "reports",
    "posts",
    "entries",
    "events",
    "incidents",
    "records",
    "results",
    "articles",
    "data",
    "features",
)
_NESTED = ("metadata", "properties", "attributes")


class JsonRecords:
    """Reads a JSON file that is a record, a list of records, or an object that holds such a list."""

    name = "json_records"
    priority = 5

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a JSON file's does."""
        return path.suffix.lower() in (".json", ".geojson")

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and what each record states."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/json", how=self.name)
        digest = hashlib.sha256(content).hexdigest()
        try:
            data = json.loads(content.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield _skip(name, f"the file is not sound JSON ({no_json(error)})", "export it again")
            return
        records = _records(data)
        if not records:
            yield _skip(name, "the JSON holds no records", "export it as a list of objects with a key `text`")
        for position, record in enumerate(records, 1):
            yield _one(record, f"{name}#{position}", digest, position)


def _records(data: Any) -> list[Any]:
    if isinstance(data, list):
        return data
    if isinstance(data, dict):
        for key in _LISTS:
            if isinstance(data.get(key), list):
                found: list[Any] = data[key]
                return found
        return [data]
    return []


def _one(record: Any, where: str, digest: str, position: int) -> Item | Skipped:
    if not isinstance(record, dict):
        return _skip(where, "the record is no object", "export it as a list of objects")
    flat = dict(record)
    for key in _NESTED:
        if isinstance(record.get(key), dict):
            flat = {**record[key], **{name: value for name, value in flat.items() if name != key}}
    media = flat.get("media")
    if isinstance(media, list):
        flat["media"] = [one.get("filename", "") if isinstance(one, dict) else one for one in media]
    try:
        item = item_from_record(flat, capture=digest, position=position)
    except NoWords:
        return _skip(where, "the record has no words under any name that is known", "name its words `text`")
    if not item.text.strip():
        return _skip(where, "the record's text is empty", "fill it in, or leave the record out")
    return item


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = JsonRecords()

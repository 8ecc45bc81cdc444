"""TimeMap (Forensic Architecture), and the events that Bellingcat publishes in its form."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ascertain.collect.decoding import no_json
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped

_WORDS = ("description", "desc")
_ADDRESSES = ("url", "path", "paths")


class TimeMap:
    """Reads the description of each event: a desk's own summary, with the sources that it names.

    An event's date is when it happened, as the desk holds: it is told in a note and anchors no words.
    """

    name = "timemap"
    priority = 15

    def accepts(self, path: Path) -> bool:
        """Return whether this is JSON that begins as such a file does."""
        if path.suffix.lower() != ".json":
            return False
        with path.open("rb") as file:
            head = file.read(8192)
        words = b'"description"' in head or b'"desc"' in head
        placed = b'"latitude"' in head or (b'"lat"' in head and b'"long"' in head)
        named = any(key in head for key in (b'"sources"', b'"source"', b'"associations"', b'"filters"'))
        return words and placed and named

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and what each event says."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/json", how=self.name)
        digest = hashlib.sha256(content).hexdigest()
        try:
            data: Any = json.loads(content.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield _skip(name, f"the file is not sound JSON ({no_json(error)})", "get it again")
            return
        events = data.get("events") if isinstance(data, dict) else data
        if not isinstance(events, list) or not events:
            yield _skip(name, "the file holds no events", "leave it out")
            return
        sources = _sources(data.get("sources") if isinstance(data, dict) else None)
        for position, event in enumerate(events, 1):
            yield _event(event, sources, f"{name}#{position}", digest, position)


def _sources(value: Any) -> Mapping[str, Mapping[str, Any]]:
    """Return the sources by id, which stand beside the events as an object or as a list."""
    if isinstance(value, dict):
        return {str(key): one for key, one in value.items() if isinstance(one, dict)}
    listed = value if isinstance(value, list) else []
    return {str(one["id"]): one for one in listed if isinstance(one, dict) and "id" in one}


def _event(
    event: Any, sources: Mapping[str, Mapping[str, Any]], where: str, digest: str, position: int
) -> Item | Skipped:
    if not isinstance(event, dict):
        return _skip(where, "the event is no object", "get the file again")
    text = next((event[key] for key in _WORDS if isinstance(event.get(key), str) and event[key].strip()), None)
    if text is None:
        return _skip(where, "the event has no description", "collect its sources")
    addresses = list(dict.fromkeys(_addresses(event, sources)))
    told = {"date": "happened on", "time": "at", "location": "place", "latitude": "latitude", "longitude": "longitude"}
    notes = [f"{words}, as the file says: {event[key]}" for key, words in told.items() if event.get(key)]
    record = {
        "id": f"timemap-{event['id']}" if event.get("id") not in (None, "") else None, "text": text,
        "title": event.get("location"), "shares": addresses[0] if len(addresses) == 1 else None,
        "url": addresses[0] if len(addresses) == 1 else None,
        "notes": [*notes, *(f"rests on {address}" for address in addresses)],
    }  # fmt: skip
    return item_from_record(record, capture=digest, position=position)


def _addresses(event: Mapping[str, Any], sources: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    named = event.get("sources") or event.get("source") or ()
    for one in named if isinstance(named, list) else [named]:
        source = one if isinstance(one, dict) else sources.get(str(one), {"url": one})
        for key in _ADDRESSES:
            value = source.get(key)
            for address in value if isinstance(value, list) else [value]:
                if isinstance(address, str) and address.startswith(("http://", "https://")):
                    yield address


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = TimeMap()

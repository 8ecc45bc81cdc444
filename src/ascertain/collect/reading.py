"""Run one collector over one file, in a worker with limits where its format is hostile."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from ascertain.collect.interface import Collector, Looks
from ascertain.collect.walking import Found
from ascertain.model import AscertainError, Capture, Item, Refused, Skipped
from ascertain.model.item import Picture
from ascertain.plugins import find
from ascertain.safety.limits import Limits
from ascertain.safety.worker import Worker

_RECORDS: dict[str, type[Item | Looks]] = {"Item": Item, "Looks": Looks}
_REASONS = 200  # that go through the pipe together: a broken file can have one for each of its lines


def read_file(
    collector: Collector, found: Found, size: int, limits: Limits, worker: Worker
) -> Iterator[Capture | Item | Skipped | Looks]:
    """Yield what `collector` makes of a file: its bytes always, and a reason where it makes no item.

    A collector that says `in_worker = False` parses nothing that can hurt and runs here; any other runs in `worker`.
    """
    records, reason = _taken(collector, found, size, limits, worker)
    if not any(isinstance(record, Capture) for record in records):
        records.insert(0, _bytes_of(found))
    looks: dict[str, list[Picture]] = {}
    for record in records:
        if isinstance(record, Looks) and record.item:
            looks.setdefault(record.item, []).extend(record.pictures)
    for record in records:
        if isinstance(record, Item) and (seen := looks.pop(record.id, None)):
            yield replace(record, pictures=(*record.pictures, *seen))
        else:
            yield record
    if reason is not None:
        yield reason
    elif not any(isinstance(record, Item | Skipped) for record in records):
        yield Skipped(
            stage="collect", item=found.name, why=f"the collector {collector.name} found no words in the file",
            remedy="open the file and see whether it holds any; its bytes are kept",
        )  # fmt: skip


def _taken(
    collector: Collector, found: Found, size: int, limits: Limits, worker: Worker
) -> tuple[list[Capture | Item | Skipped | Looks], Skipped | None]:
    """Return what a collector gave, all of it or until it was stopped, and why it was."""
    records: list[Capture | Item | Skipped | Looks] = []
    try:
        records.extend(_records(collector, found, size, limits, worker))
    except AscertainError as error:
        named = isinstance(error, Refused) and error.limit not in error.what
        why = f"{error.what} (limit: {error.limit})" if named and isinstance(error, Refused) else error.what
        if any(isinstance(record, Item) for record in records):
            why += "; what was read of it before is kept"
        return records, Skipped(stage="collect", item=found.name, why=why, remedy=error.remedy)
    return records, None


def _records(
    collector: Collector, found: Found, size: int, limits: Limits, worker: Worker
) -> Iterator[Capture | Item | Skipped | Looks]:
    if not getattr(collector, "in_worker", True):
        yield from collector.read(found.path, found.name)
        return
    arguments = {"collector": collector.name, "path": str(found.path.absolute()), "name": found.name}
    bounds = getattr(collector, "limits", limits)
    content = found.path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    for result in worker.call("ascertain.collect.reading:read_in_worker", arguments, size, bounds):
        fields = result.record["fields"]
        if result.record["type"] == "reasons":
            yield from msgspec.convert(fields, list[Skipped])
        elif result.record["type"] != "Capture":
            yield msgspec.convert(fields, _RECORDS[result.record["type"]])
        else:  # the file's own bytes need not come through the pipe
            own = result.record["digest"] == digest
            yield replace(msgspec.convert(fields, Capture), content=content if own else result.content)


def be_ready() -> None:
    """Load the collectors, so that the first file that a worker is given need not wait for them."""
    find("ascertain.collect.collectors", "collector")


def read_in_worker(collector: str, path: str, name: str) -> Iterator[tuple[Any, bytes]]:
    """Yield the records of one file as plain values, captures with their bytes; runs in the worker's process."""
    one = next(one for one in find("ascertain.collect.collectors", "collector") if one.name == collector)
    content = Path(path).read_bytes()
    reasons: list[Skipped] = []
    for record in one.read(Path(path), name):
        if isinstance(record, Skipped):
            reasons.append(record)
            if len(reasons) < _REASONS:
                continue
        if reasons:
            yield {"type": "reasons", "fields": msgspec.to_builtins(reasons)}, b""
            reasons = []
        if isinstance(record, Capture):
            fields = msgspec.to_builtins(replace(record, content=b""))
            own = record.content == content
            digest = hashlib.sha256(record.content).hexdigest()
            yield {"type": "Capture", "fields": fields, "digest": digest}, b"" if own else record.content
        elif not isinstance(record, Skipped):
            yield {"type": type(record).__name__, "fields": msgspec.to_builtins(record)}, b""
    if reasons:
        yield {"type": "reasons", "fields": msgspec.to_builtins(reasons)}, b""


def _bytes_of(found: Found) -> Capture:
    return Capture(content=found.path.read_bytes(), name=found.name, media_type="application/octet-stream", how="bytes")

"""Many items to incidents, without a case: nothing is sealed, nothing is published."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ascertain.case.progress import Progress, Silent
from ascertain.case.reading import reader
from ascertain.case.reasoning import reason
from ascertain.collect.stage import collect, read_items
from ascertain.engine.interface import Engine
from ascertain.engine.local import OneProcess
from ascertain.knowledge import Knowledge
from ascertain.model import Item, Misused, Settings, Skipped
from ascertain.model.records import extracted_line, incident_line
from ascertain.resolve.collection import settle


@dataclass(frozen=True)
class Tally:
    """What a run took in and gave: `items` in, of which `unread` have a reason instead of claims."""

    items: int
    unread: int
    claims: int
    origins: int
    incidents: int
    skipped: int


def sweep(
    inputs: Sequence[Path],
    out: Path,
    *,
    knowledge: Knowledge,
    settings: Settings,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Read every item of `inputs` and write extracted, incidents, origins and skipped as JSON Lines into `out`.

    The lines are in order of item id and of incident, so that the same items give the same bytes in any order of input,
    on any engine.
    """
    progress, engine = progress or Silent(), engine or OneProcess()
    items, skipped = taken(progress.follow("collect", _taken_in(inputs)))
    read = reader(knowledge, settings)
    readings = {
        reading.item: reading for reading in progress.follow("extract", engine.map(read, items), total=len(items))
    }
    readings = settle(items, readings, settings)
    derivation, incidents = reason(items, readings, knowledge, settings)
    skipped += [reading.skipped for reading in readings.values() if reading.skipped]
    out.mkdir(parents=True, exist_ok=True)
    write_lines(out / "extracted.jsonl", (extracted_line(readings[item.id]) for item in items))
    write_lines(out / "incidents.jsonl", map(incident_line, incidents))
    write_lines(
        out / "origins.jsonl", ({"id": o.id, "items": o.items, "because": o.because} for o in derivation.origins)
    )
    write_lines(out / "skipped.jsonl", ({"stage": s.stage, "item": s.item, "why": s.why} for s in skipped))
    return Tally(
        items=len(items),
        unread=sum(1 for reading in readings.values() if reading.skipped),
        claims=sum(len(reading.claims) for reading in readings.values()),
        origins=len(derivation.origins),
        incidents=len(incidents),
        skipped=len(skipped),
    )


def extract_items(
    path: Path,
    out: Path,
    *,
    knowledge: Knowledge,
    settings: Settings,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Write a line of mentions and claims for each item of the file `path`, in the file's order."""
    progress, engine = progress or Silent(), engine or OneProcess()
    skipped: list[Skipped] = []
    tally = {"items": 0, "unread": 0, "claims": 0}

    def items() -> Iterator[Item]:
        for given in read_items(path):
            if isinstance(given, Skipped):
                skipped.append(given)
            else:
                yield given

    def lines() -> Iterator[bytes]:
        for written in progress.follow("extract", engine.map(_writer(knowledge, settings), items())):
            tally["items"] += 1
            tally["unread"] += written.unread
            tally["claims"] += written.claims
            yield written.line

    _write(out, lines())
    return Tally(**tally, origins=0, incidents=0, skipped=len(skipped) + tally["unread"])


class _Written(NamedTuple):
    """An item's line of extracted.jsonl, and what to count of it."""

    line: bytes
    claims: int
    unread: bool


def _writer(knowledge: Knowledge, settings: Settings) -> Callable[[Item], _Written]:
    """Return the function from an item to its line: written where it is read, so that workers hand on bytes alone."""
    read = reader(knowledge, settings)

    def write(item: Item) -> _Written:
        reading = read(item)
        return _Written(json_line(extracted_line(reading)), len(reading.claims), reading.skipped is not None)

    return write


def _taken_in(inputs: Sequence[Path]) -> Iterator[object]:
    """Yield items and skipped; JSON Lines are streamed, anything else goes through its collector."""
    for path in sorted(inputs):
        if not path.exists():
            raise Misused("no such file or folder", item=str(path), remedy="Check the path.")
        yield from read_items(path) if path.suffix == ".jsonl" else collect([path])


def taken(things: Iterable[object]) -> tuple[list[Item], list[Skipped]]:
    """Return the items, in order of id, and what was skipped; captures are left to preserve."""
    items: dict[str, Item] = {}
    skipped: list[Skipped] = []
    for thing in things:
        if isinstance(thing, Skipped):
            skipped.append(thing)
        elif isinstance(thing, Item):
            if thing.id in items:
                skipped.append(
                    Skipped(stage="collect", item=thing.id, why="an item of this id was read from another file")
                )
            else:
                items[thing.id] = thing
    return sorted(items.values(), key=lambda item: item.id), skipped


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    """Write JSON Lines: UTF-8, one object a line, keys in the order given."""
    _write(path, map(json_line, records))


def json_line(record: dict[str, Any]) -> bytes:
    """Return a record as one line of JSON in UTF-8, keys in the order given."""
    try:
        return msgspec.json.encode(record) + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair, as broken exports have them: kept as it came
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
        return line.encode("utf-8", "surrogatepass")


def _write(path: Path, lines: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as file:
            file.writelines(lines)
    except OSError as error:
        raise Misused(f"can't be written: {error.strerror}", item=str(path), remedy="Choose another folder.") from None

"""Many items to incidents, without a case: nothing is sealed, nothing is published."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import count, repeat
from pathlib import Path
from typing import IO

from ascertain.case.ahead import FEW
from ascertain.case.extracting import Tally
from ascertain.case.json_lines import json_line, write_bytes, write_lines
from ascertain.case.progress import Progress, Silent
from ascertain.case.reading import reader, without_parsed
from ascertain.case.reasoning import reason
from ascertain.case.sharing import Sharing
from ascertain.collect.stage import collect, read_items
from ascertain.engine.interface import Engine
from ascertain.engine.local import OneProcess
from ascertain.knowledge import Knowledge
from ascertain.model import Item, Misused, Reading, Settings, Skipped
from ascertain.model.records import extracted_line, incident_line
from ascertain.resolve.collection import settle, with_zone
from ascertain.storage.records import pack, unpack


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
    with _spool(out) as spool:
        read = _read(items, spool, knowledge, settings, engine, progress)
        settings = with_zone(settings, read.values(), knowledge)
        readings = settle(items, read, settings)
        changed = {key for key, reading in readings.items() if reading is not read[key]}
        del read  # or both would be held to the end
        derivation, incidents = reason(items, readings, knowledge, settings, engine=engine)
        skipped += [reading.skipped for reading in readings.values() if reading.skipped]
        spool.seek(0)
        write_bytes(out / "extracted.jsonl", map(_settled_line, items, spool, repeat(changed), repeat(readings)))
    written = count()
    write_lines(out / "incidents.jsonl", (incident_line(one) for one, _ in zip(incidents, written, strict=False)))
    write_lines(
        out / "origins.jsonl", ({"id": o.id, "items": o.items, "because": o.because} for o in derivation.origins)
    )
    write_lines(out / "skipped.jsonl", ({"stage": s.stage, "item": s.item, "why": s.why} for s in skipped))
    return Tally(
        items=len(items),
        unread=sum(1 for reading in readings.values() if reading.skipped),
        claims=sum(len(reading.claims) for reading in readings.values()),
        origins=len(derivation.origins),
        incidents=next(written),
        skipped=len(skipped),
    )


def _read(
    items: Sequence[Item],
    spool: IO[bytes],
    knowledge: Knowledge,
    settings: Settings,
    engine: Engine,
    progress: Progress,
) -> dict[str, Reading]:
    """Read the items, write the line of each into `spool`, and return the readings, equal parts of them held once.

    Lines are written where items are read, so that workers do it; the readings come back in one packed piece each.
    """
    read, sharing = reader(knowledge, settings, few=len(items) < FEW), Sharing()

    def packed(item: Item) -> tuple[bytes, bytes]:
        reading = read(item)
        return json_line(extracted_line(reading)), pack(without_parsed(reading))

    readings: dict[str, Reading] = {}
    for line, content in progress.follow("extract", engine.map(packed, items), total=len(items)):
        spool.write(line)
        reading = unpack(content, Reading)
        readings[reading.item] = sharing.reading(reading)
    return readings


def _settled_line(item: Item, line: bytes, changed: Set[str], readings: Mapping[str, Reading]) -> bytes:
    """Return the line of an item as it was written when it was read, or anew where the collection settled more."""
    return json_line(extracted_line(readings[item.id])) if item.id in changed else line


def _spool(out: Path) -> IO[bytes]:
    """Return a file of ours beside what is written, in a folder that is made if need be; gone when it is closed."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryFile(dir=out)
    except OSError as error:
        raise Misused(f"can't be written: {error.strerror}", item=str(out), remedy="Choose another folder.") from None


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

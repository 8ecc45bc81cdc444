"""Many items to incidents, without a case: nothing is sealed, nothing is published."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ascertain.case.extracting import Tally
from ascertain.case.json_lines import write_lines
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

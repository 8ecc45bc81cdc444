"""Many items to what each of them says, and no further: the reader alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ascertain.case.json_lines import json_line, write_bytes
from ascertain.case.progress import Progress, Silent
from ascertain.case.reading import reader
from ascertain.collect.stage import read_items
from ascertain.engine.interface import Engine
from ascertain.engine.local import OneProcess
from ascertain.knowledge import Knowledge
from ascertain.model import Item, Settings, Skipped
from ascertain.model.records import extracted_line

_FEW_BYTES = 30_000  # of a file of items: they are read before all that reads many of them quickly would be loaded


@dataclass(frozen=True)
class Tally:
    """What a run took in and gave: `items` in, of which `unread` have a reason instead of claims.

    `reasons` are the things that were skipped, each with why, where no file of the run says it.
    """

    items: int
    unread: int
    claims: int
    origins: int
    incidents: int
    skipped: int
    reasons: tuple[Skipped, ...] = ()


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
    unread: list[Skipped] = []
    tally = {"items": 0, "claims": 0}

    def items() -> Iterator[Item]:
        for given in read_items(path):
            if isinstance(given, Skipped):
                skipped.append(given)
            else:
                yield given

    def lines() -> Iterator[bytes]:
        for written in progress.follow("extract", engine.map(_writer(knowledge, settings, _is_small(path)), items())):
            tally["items"] += 1
            unread.extend([written.unread] if written.unread is not None else [])
            tally["claims"] += written.claims
            yield written.line

    write_bytes(out, lines())
    reasons = (*skipped, *unread)
    return Tally(**tally, unread=len(unread), origins=0, incidents=0, skipped=len(reasons), reasons=reasons)


def _is_small(path: Path) -> bool:
    """Return whether a file holds few items; one that is not there is told of where it is read."""
    return path.is_file() and path.stat().st_size < _FEW_BYTES


class _Written(NamedTuple):
    """An item's line of extracted.jsonl, and what to count of it."""

    line: bytes
    claims: int
    unread: Skipped | None


def _writer(knowledge: Knowledge, settings: Settings, few: bool) -> Callable[[Item], _Written]:
    """Return the function from an item to its line: written where it is read, so that workers hand on bytes alone."""
    read = reader(knowledge, settings, few=few)

    def write(item: Item) -> _Written:
        reading = read(item)
        return _Written(json_line(extracted_line(reading)), len(reading.claims), reading.skipped)

    return write

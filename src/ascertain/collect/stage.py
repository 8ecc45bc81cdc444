"""Collect: from files and folders to captures and readable items."""

import hashlib
import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path, PurePosixPath

import msgspec

from ascertain.collect.attached import name_accounts
from ascertain.collect.collectors.items_jsonl import or_nothing
from ascertain.collect.furniture import mark_furniture
from ascertain.collect.in_pieces import read_in_pieces
from ascertain.collect.interface import Collector, Looks
from ascertain.collect.one_id import keep_ids_apart
from ascertain.collect.page_pictures import Describing
from ascertain.collect.pictures import SUFFIXES
from ascertain.collect.reading import read_file
from ascertain.collect.stated_day import date_by_page
from ascertain.collect.walking import Found, files_of
from ascertain.model import Broken, Capture, Item, Misused, Refused, Skipped
from ascertain.plugins import find
from ascertain.safety.limits import LIMITS, Limits
from ascertain.safety.worker import worker_of_thread


def collect(what: Sequence[Path], *, limits: Limits = LIMITS) -> Iterator[Capture | Item | Skipped]:
    """Yield what `what` holds: each capture before the items made of it, files in order of their names.

    Every file ends in an item at least or in a reason why there is none. Raises Misused for a path that does not
    exist, and nothing for whatever the files hold.
    """
    accounts: dict[str, str] = {}
    records = chain.from_iterable(
        [entry] if isinstance(entry, Skipped) else _named(entry, limits, accounts) for entry in files_of(what)
    )
    for record in keep_ids_apart(records):
        yield _finished(record) if isinstance(record, Item) else record


def _named(found: Found, limits: Limits, accounts: dict[str, str]) -> Iterator[Capture | Item | Skipped]:
    """Yield what a file holds; `accounts` takes in whose archive a folder is: the file that says so sorts first."""
    for record in _read(found, limits):
        if isinstance(record, Looks):
            if record.account:
                accounts[str(PurePosixPath(found.name).parent)] = record.account
        elif isinstance(record, Item):
            yield from name_accounts([record], {record.capture or "": found.name}, accounts)
        else:
            yield record


def collect_file(found: Found, *, limits: Limits = LIMITS) -> Iterator[Capture | Item | Skipped | Looks]:
    """Yield what one file holds; ids are its own and may meet those of another file (`keep_ids_apart` parts them).

    `Looks` tell which pictures lie beside it, or that it is one that belongs to a page beside it.
    """
    for record in _read(found, limits):
        yield _finished(record) if isinstance(record, Item) else record


def read_items(path: Path, *, limits: Limits = LIMITS) -> Iterator[Item | Skipped]:
    """Yield the items of one file in the exchange format items.jsonl, without holding the file in memory.

    It is parsed in the worker, piece by piece, each under the limits of a file. A broken line among good ones is
    skipped by its number. Raises Misused where there is no such file.
    """
    if not path.is_file():
        raise Misused("there is no such file", item=str(path), remedy="give the path of a file of JSON lines")
    digest = _digest(path)
    records = read_in_pieces(path, digest, limits, worker_of_thread())
    for record in keep_ids_apart(or_nothing(records, path.name)):
        if isinstance(record, Item):
            yield _finished(record)
        elif isinstance(record, Skipped):
            yield record


def _finished(item: Item) -> Item:
    """Return `item` with the page's own words marked, and with the day that its page states where it has none."""
    return date_by_page(mark_furniture(item))


@cache
def _collectors() -> tuple[Collector, ...]:
    found: list[Collector] = list(find("ascertain.collect.collectors", "collector"))
    return tuple(sorted(found, key=lambda collector: (-collector.priority, collector.name)))


def _read(found: Found, limits: Limits) -> Iterator[Capture | Item | Skipped | Looks]:
    """Yield what the first collector that accepts a file makes of it."""
    try:
        size = found.path.stat().st_size
        if size > limits.file_bytes:
            yield Skipped(
                stage="collect", item=found.name,
                why=f"the file ({size:,} bytes) is over the limit file_bytes ({limits.file_bytes:,})",
                remedy="split it; a file of many reports goes through `ascertain sweep`, which has no such limit",
            )  # fmt: skip
            return
        if found.page:
            yield from _part_of_page(found, size, limits)
            return
        collector = next((one for one in _collectors() if one.accepts(found.path)), None)
        if collector is None:
            yield from _unknown(found)
            return
        yield from read_file(collector, found, size, limits, worker_of_thread())
    except OSError as error:
        yield Skipped(
            stage="collect", item=found.name, why=f"the file can't be read ({error.strerror})",
            remedy="give yourself the right to read it, and collect it again",
        )  # fmt: skip


def _unknown(found: Found) -> Iterator[Capture | Skipped]:
    """Yield a file that no collector reads: sealed all the same, as a later version may read it."""
    content = found.path.read_bytes()
    yield Capture(content=content, name=found.name, media_type="application/octet-stream", how="bytes")
    yield Skipped(
        stage="collect", item=found.name, why="the file is empty" if not content else "no collector reads such a file",
        remedy="leave it out" if not content else "save it as text, HTML, PDF or an image; its bytes are kept",
    )  # fmt: skip


def _part_of_page(found: Found, size: int, limits: Limits) -> Iterator[Capture | Skipped | Looks]:
    """Yield a picture, script or style that a browser saved with a page: kept, and no report of its own.

    Of a picture it is told what it looks like, for the report that shows it.
    """
    kind = mimetypes.guess_type(found.path.name)[0] or "application/octet-stream"
    yield Capture(content=found.path.read_bytes(), name=found.name, media_type=kind, how="bytes")
    yield Skipped(
        stage="collect", item=found.name, why=f"the file is a part of the saved page {found.page}",
        remedy="none needed: it is kept, and the page is read",
    )  # fmt: skip
    if found.path.suffix.lower() in SUFFIXES:
        arguments = {"path": str(found.path.absolute()), "name": found.name}
        with suppress(Refused, Broken):  # what it would cost too much to look at is kept all the same
            for result in worker_of_thread().call("ascertain.collect.stage:look_at", arguments, size, limits):
                yield msgspec.convert(result.record, Looks)


def look_at(path: str, name: str) -> Iterator[tuple[object, bytes]]:
    """Yield what a picture that is a part of a page looks like, if it is large enough; runs in the worker's process."""
    if picture := Describing(name).whole(Path(path).read_bytes()):
        yield msgspec.to_builtins(Looks(pictures=(picture,))), b""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

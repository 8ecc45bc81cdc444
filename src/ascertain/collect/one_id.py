"""Two items under one id: nothing is lost and nothing is counted twice."""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from ascertain.model import Capture, Item, Skipped


def keep_ids_apart(records: Iterable[Capture | Item | Skipped]) -> Iterator[Capture | Item | Skipped]:
    """Yield `records` so that each id is an item's alone.

    An item that says the same as an earlier one of its id is left out, and said so. One that differs is kept under
    an id derived from its content, with a note, and reported. 16 bytes are held of each item.
    """
    seen: dict[bytes, bytes] = {}
    for record in records:
        if not isinstance(record, Item):
            yield record
            continue
        key, content = _short(record.id), _content(record)
        first = seen.setdefault(key, content)
        if first is content:
            yield record
        elif first == content:
            yield Skipped(
                stage="collect", item=record.id, why="the same item, word for word, was collected already",
                remedy="none needed: it is kept once",
            )  # fmt: skip
        else:
            yield from _second(record, content, seen)


def _second(record: Item, content: bytes, seen: dict[bytes, bytes]) -> Iterator[Item | Skipped]:
    derived = f"{record.id}~{content.hex()[:8]}"
    if seen.setdefault(_short(derived), content) is not content:
        yield Skipped(
            stage="collect", item=record.id, why="the same item, word for word, was collected already",
            remedy="none needed: it is kept once",
        )  # fmt: skip
        return
    note = f"another item has the id {record.id!r}: this one is kept as {derived!r}"
    yield replace(record, id=derived, notes=(*record.notes, note))
    yield Skipped(stage="collect", item=derived, why=note, remedy="give each record an id of its own, if they are two")


def _short(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _content(item: Item) -> bytes:
    """Return a digest of what the item says; where it lay and what else is beside it does not matter."""
    said = msgspec.to_builtins(replace(item, capture=None, notes=(), furniture=(), hidden=(), collected_at=None))
    return _short(repr(sorted(said.items())))

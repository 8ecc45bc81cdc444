"""What a store of derived records is.

Everything in it can be made again from the sealed bytes, the ledger and the knowledge: a store is a cache that is also
searched. Records lie by stage and id, each with the digest of what it was made from (its key), so that a run takes up
where the last one stopped and redoes only what has changed.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol, TypeVar

from ascertain.model.thing import Thing
from ascertain.storage.records import digest_of_record
from ascertain.storage.settled import Settled

Kept = TypeVar("Kept")
SearchKind = Literal["item", "claim", "incident"]


class Query(Thing, frozen=True, kw_only=True):
    """Which records: of a stage, and of these ids only where `ids` is given; they come in order of id."""

    stage: str
    ids: tuple[str, ...] | None = None


class Hit(Thing, frozen=True, kw_only=True):
    """Something whose words were searched for; a lower `rank` is nearer (BM25)."""

    kind: str
    id: str
    rank: float


class UnitOfWork(Protocol):
    """Changes that are kept all together or not at all."""

    def put(self, stage: str, id: str, key: str, record: Any) -> None:
        """Keep a record in the place of the one with this stage and id, made from inputs whose digest is `key`."""
        ...

    def drop(self, stage: str, ids: Iterable[str]) -> None:
        """Forget records."""
        ...

    def keep_only(self, stage: str, ids: Iterable[str]) -> None:
        """Forget the records of a stage but these."""
        ...

    def index(self, kind: SearchKind, id: str, text: str) -> None:
        """Make `text` searchable under a kind and an id, in the place of what was."""
        ...

    def unindex(self, kind: SearchKind, keep: Iterable[str]) -> None:
        """Make all of a kind unsearchable but these ids."""
        ...


class Reader(Protocol):
    """What the last build left, to be read and searched."""

    def get(self, stage: str, id: str, key: str, kind: type[Kept]) -> Kept | None:
        """Return the record made from these very inputs, or nothing."""
        ...

    def keys(self, stage: str) -> dict[str, str]:
        """Return the key of each record of a stage by its id."""
        ...

    def read(self, query: Query, kind: type[Kept]) -> Iterator[Kept]:
        """Yield records, in order of id."""
        ...

    def search(self, words: str, kind: SearchKind | None = None, limit: int = 50) -> list[Hit]:
        """Return what holds all of the words, nearest first; "quoted words" must stand together, `word*` begins one."""
        ...


class Store(Reader, Protocol):
    """Where a build keeps derived records; every store of the same records settles to the same `case.db`.

    with store.unit_of_work() as work:
        work.put("extract", item.id, key_of(item, reader_version), reading)
    made = store.get("extract", item.id, key_of(item, reader_version), Reading)   # None where the key differs
    """

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """Begin changes; they are on the disk when the block ends, and undone where it raises."""
        ...

    def settle(self, written: Callable[[], None] | None = None) -> Settled:
        """Put `case.db`, written from the records as they are, in place; from then on readers see these records.

        `written` waits for `write_apart`, where that was begun after the last change.
        """
        ...

    def write_apart(self) -> None:
        """Write what `settle` puts in place; for a process that was forked, which must not use our connection."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


def key_of(*inputs: Any) -> str:
    """Return the digest of inputs: records, texts, numbers, bytes, and lists of these."""
    return digest_of_record(inputs)

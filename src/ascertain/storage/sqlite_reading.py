"""Reading records and searching words on SQLite."""

import hashlib
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from ascertain.model import Misused
from ascertain.storage.interface import Hit, Query, SearchKind
from ascertain.storage.records import decode
from ascertain.storage.schema import check_version, migrations
from ascertain.storage.search_words import (
    RANK_STEPS,
    WEIGHT_FOLDED,
    WEIGHT_STEMS,
    Splitter,
    asked_for,
    match_expression,
)

Kept = TypeVar("Kept")


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection on which transactions begin and end where we say."""
    return sqlite3.connect(path, isolation_level=None, timeout=60)


def number_of(kind: str, id: str) -> int:
    """Return the number of a searched row: 63 bits of the digest of what it is, so that it never depends on order."""
    return int.from_bytes(hashlib.sha256(f"{kind}\0{id}".encode(errors="surrogatepass")).digest()[:8]) >> 1


class SqliteReader:
    """Records and words of a database."""

    def __init__(self, connection: Any) -> None:
        """Read from `connection`."""
        self._connection = connection

    @classmethod
    def of_file(cls, path: Path) -> "SqliteReader":
        """Open a settled `case.db`; nothing is written to it or beside it."""
        if not path.exists():
            raise Misused("nothing has been built yet", item=path.name, remedy="Run `ascertain build` first.")
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        reader = cls(sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False))
        check_version(reader._connection, path.name, len(migrations()))
        return reader

    def get(self, stage: str, id: str, key: str, kind: type[Kept]) -> Kept | None:
        """Return the record made from the inputs whose digest is `key`, or nothing."""
        rows = self._connection.execute(
            "SELECT content FROM record WHERE stage = ? AND id = ? AND key = ?", (stage, id, key)
        )
        content = next(iter(rows), None)
        return decode(content[0], kind) if content else None

    def keys(self, stage: str) -> dict[str, str]:
        """Return the key of each record of a stage by its id."""
        return dict(self._connection.execute("SELECT id, key FROM record WHERE stage = ? ORDER BY id", (stage,)))

    def read(self, query: Query, kind: type[Kept]) -> Iterator[Kept]:
        """Yield records, in order of id."""
        if query.ids is None:
            rows = self._connection.execute("SELECT content FROM record WHERE stage = ? ORDER BY id", (query.stage,))
            yield from (decode(content, kind) for (content,) in rows)
            return
        for id in sorted(set(query.ids)):
            rows = self._connection.execute("SELECT content FROM record WHERE stage = ? AND id = ?", (query.stage, id))
            yield from (decode(content, kind) for (content,) in list(rows))

    def search(self, words: str, kind: SearchKind | None = None, limit: int = 50) -> list[Hit]:
        """Return what holds all of the words, nearest first."""
        asked = asked_for(words, self._splitter)
        if not asked:
            return []
        rows = self._connection.execute(
            "SELECT searched.kind, searched.id, CAST(bm25(words, ?4, ?5) * ?6 AS INTEGER) AS nearness FROM words"
            " JOIN searched ON searched.number = words.rowid"
            " WHERE words MATCH ?1 AND (?2 IS NULL OR searched.kind = ?2)"
            " ORDER BY nearness, searched.kind, searched.id LIMIT ?3",
            (match_expression(asked), kind, limit, WEIGHT_FOLDED, WEIGHT_STEMS, RANK_STEPS),
        )
        return [Hit(kind=found, id=id, rank=nearness / RANK_STEPS) for found, id, nearness in rows]

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()
        if "_splitter" in self.__dict__:
            self._splitter.close()

    @cached_property
    def _splitter(self) -> Splitter:
        return Splitter()

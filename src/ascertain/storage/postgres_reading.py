"""Reading records and searching words on PostgreSQL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ascertain.integrity.chunks import digest_file
from ascertain.integrity.ledger_file import Places
from ascertain.storage.interface import Hit, Query, SearchKind
from ascertain.storage.postgres_search import Search
from ascertain.storage.postgres_server import connect, in_our_words, known_version, schema_of, version_of
from ascertain.storage.postgres_text import kept, plain
from ascertain.storage.records import decode
from ascertain.storage.search_words import Splitter, asked_for

if TYPE_CHECKING:
    import psycopg

Kept = TypeVar("Kept")
_BATCH = 256


class PostgresReader:
    """Records and words of a schema: as the last build left them, or with what the present one has changed (`now`)."""

    def __init__(self, connection: "psycopg.Connection[Any]", schema: str, *, now: bool = False) -> None:
        """Read on `connection`, where names are looked for in `schema`."""
        self._connection, self._schema = connection, schema
        self._records, self._searched = ("record_now", "searched_now") if now else ("record", "searched")

    def get(self, stage: str, id: str, key: str, kind: type[Kept]) -> Kept | None:
        """Return the record made from the inputs whose digest is `key`, or nothing."""
        statement = f"SELECT content FROM {self._records} WHERE stage = %s AND id = %s AND key = %s"
        rows = self._rows(statement, kept(stage), kept(id), kept(key))
        return decode(rows[0][0].encode(), kind) if rows else None

    def keys(self, stage: str) -> dict[str, str]:
        """Return the key of each record of a stage by its id."""
        rows = self._rows(f"SELECT id, key FROM {self._records} WHERE stage = %s ORDER BY id", kept(stage))
        return {plain(id): plain(key) for id, key in rows}

    def read(self, query: Query, kind: type[Kept]) -> Iterator[Kept]:
        """Yield records, in order of id."""
        if query.ids is None:
            rows = self._rows(f"SELECT id FROM {self._records} WHERE stage = %s ORDER BY id", kept(query.stage))
            ids = [id for (id,) in rows]
        else:
            ids = sorted({kept(id) for id in query.ids})
        waiting = iter(ids)
        statement = f"SELECT id, content FROM {self._records} WHERE stage = %s AND id = ANY(%s)"
        while batch := list(islice(waiting, _BATCH)):
            found = dict(self._rows(statement, kept(query.stage), batch))
            yield from (decode(found[id].encode(), kind) for id in batch if id in found)

    def search(self, words: str, kind: SearchKind | None = None, limit: int = 50) -> list[Hit]:
        """Return what holds all of the words, nearest first."""
        with in_our_words(self._schema):
            return Search(self._connection, self._searched).find(asked_for(words, self._splitter), kind, limit)

    def holds(self, database: Path) -> bool:
        """Begin to read one unchanging state; return whether it is what the file `database` holds."""
        with in_our_words(self._schema):
            self._connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            if version_of(self._connection, self._schema) != known_version():
                return False
            return settled_of(self._connection) == digest_of(database)

    def _rows(self, statement: str, *given: str | Sequence[str]) -> list[tuple[Any, ...]]:
        with in_our_words(self._schema):
            return self._connection.execute(statement, given).fetchall()

    @cached_property
    def _splitter(self) -> Splitter:
        return Splitter()

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()
        if "_splitter" in self.__dict__:
            self._splitter.close()


@contextmanager
def read_postgres(folder: Path, server: str) -> Iterator[PostgresReader | None]:
    """Give a reader of one unchanging state, or nothing where the server does not hold what `case.db` holds.

    It may hold another: a copy of the case was built elsewhere, a build went on without the server, or one is being
    put in place just now. `Misused` where the server can't be reached.
    """
    database, schema = Places(folder).database, schema_of(folder)
    if schema is None or not database.exists():
        yield None
        return
    reader = PostgresReader(connect(server), schema)
    try:
        yield reader if reader.holds(database) else None
    finally:
        reader.close()


def settled_of(connection: "psycopg.Connection[Any]") -> str | None:
    """Return the digest of the `case.db` that was written from what readers see, or nothing where none was."""
    (settled,) = connection.execute("SELECT settled FROM about").fetchone() or (None,)
    return str(settled) if settled else None


def digest_of(database: Path) -> str:
    """Return the digest of a settled `case.db`, worked out once for each file that takes that place."""
    about = database.stat()
    return _digest(database, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)


@lru_cache(maxsize=64)
def _digest(database: Path, *_: int) -> str:
    return digest_file(database)[0]

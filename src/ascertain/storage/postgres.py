"""The store on PostgreSQL: a schema a case, on a server that several people and machines share.

A build keeps its changes beside what the last build left (tables `pending_...`), each unit of work on the server's
disk when it ends, and sees both as one. A run that is cut short leaves them there and the next one goes on with them.
`settle` writes `case.db` from all records, as the store on SQLite does and to the same bytes, and with the same commit
makes the changes what readers see. So the file, whose digest stands in the ledger, is the dump of the server's rows: a
schema that is not what it says is made from it again.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascertain.integrity.disk import Disk, in_words
from ascertain.integrity.ledger_file import Places
from ascertain.storage.interface import SearchKind
from ascertain.storage.postgres_reading import PostgresReader, digest_of, settled_of
from ascertain.storage.postgres_rows import PENDING, RECORDS, SEARCHED, copy_from, is_same
from ascertain.storage.postgres_server import connect, in_our_words, name_schema, take, version_of
from ascertain.storage.postgres_text import kept, plain
from ascertain.storage.records import encode
from ascertain.storage.search_words import Splitter, searchable
from ascertain.storage.settled import Settled
from ascertain.storage.sqlite import database_in_words
from ascertain.storage.sqlite_reading import connect as connect_file
from ascertain.storage.sqlite_reading import number_of
from ascertain.storage.sqlite_writing import FRESH, WORK_MARK, finish, put_in_place, write_database

if TYPE_CHECKING:
    import psycopg


class PostgresUnitOfWork:
    """Changes on an open transaction."""

    def __init__(self, connection: "psycopg.Connection[Any]", splitter: Splitter) -> None:
        """Work on `connection`, where a transaction has begun."""
        self._connection, self._splitter = connection, splitter
        self._words: set[str] = set()

    def put(self, stage: str, id: str, key: str, record: Any) -> None:
        """Keep a record in the place of the one with this stage and id."""
        self._connection.execute(
            "INSERT INTO pending_record (stage, id, key, content) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (stage, id) DO UPDATE SET key = excluded.key, content = excluded.content",
            (kept(stage), kept(id), kept(key), encode(record).decode()),
        )

    def drop(self, stage: str, ids: Iterable[str]) -> None:
        """Forget records."""
        self._connection.execute(
            "INSERT INTO pending_record (stage, id) SELECT %s, id FROM unnest(%s::text[]) AS gone (id)"
            " ON CONFLICT (stage, id) DO UPDATE SET key = NULL, content = NULL",
            (kept(stage), sorted({kept(id) for id in ids})),
        )

    def keep_only(self, stage: str, ids: Iterable[str]) -> None:
        """Forget the records of a stage but these."""
        self._connection.execute(
            "INSERT INTO pending_record (stage, id) SELECT stage, id FROM record_now WHERE stage = %s"
            " AND NOT EXISTS (SELECT FROM unnest(%s::text[]) AS stays (id) WHERE stays.id = record_now.id)"
            " ON CONFLICT (stage, id) DO UPDATE SET key = NULL, content = NULL",
            (kept(stage), sorted({kept(id) for id in ids})),
        )

    def index(self, kind: SearchKind, id: str, text: str) -> None:
        """Make `text` searchable under a kind and an id."""
        folded, stems = map(kept, searchable(text, self._splitter))
        self._words.update(folded.split(" "), stems.split(" "))
        self._connection.execute(
            "INSERT INTO pending_searched (number, kind, id, folded, stems) VALUES (%s, %s, %s, %s, %s)"
            " ON CONFLICT (number) DO UPDATE SET folded = excluded.folded, stems = excluded.stems",
            (number_of(kind, id), kind, kept(id), folded, stems),
        )

    def unindex(self, kind: SearchKind, keep: Iterable[str]) -> None:
        """Make all of a kind unsearchable but these ids."""
        self._connection.execute(
            "INSERT INTO pending_searched (number, kind, id) SELECT number, kind, id FROM searched_now WHERE kind = %s"
            " AND NOT EXISTS (SELECT FROM unnest(%s::text[]) AS stays (id) WHERE stays.id = searched_now.id)"
            " ON CONFLICT (number) DO UPDATE SET folded = NULL, stems = NULL",
            (kind, sorted({kept(id) for id in keep})),
        )

    def finish(self) -> None:
        """Note which words there are to begin with."""
        self._connection.execute(
            "INSERT INTO word (word) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING", (sorted(self._words - {""}),)
        )


class PostgresStore(PostgresReader):
    """The store of a build under way."""

    def __init__(self, folder: Path, server: str, *, settled: str | None = None, disk: Disk | None = None) -> None:
        """Open the store of a case for a build; `folder` is its `.ascertain`. Use `open_store`, which also locks.

        It waits here while another machine builds the case.
        """
        self._places, self._server, self._disk = Places(folder), server, disk or Disk()
        self._is_settled, self._mark = False, folder / WORK_MARK
        connection, schema = connect(server), name_schema(folder)
        try:
            with in_our_words(schema):
                take(connection, schema)
                self._begin_from_what_was_settled(connection, settled)
        except BaseException:
            connection.close()
            raise
        super().__init__(connection, schema, now=True)

    def _begin_from_what_was_settled(self, connection: "psycopg.Connection[Any]", settled: str | None) -> None:
        """Take rows that are not those of `case.db` from there, or begin with none where that is not as settled.

        What a build that was cut short has changed stays where it was made on the rows that are there.
        """
        database = self._places.database
        holds = digest_of(database) if database.exists() else None
        if settled is not None and holds != settled:
            holds = None
        if settled_of(connection) == holds and is_same(connection, database if holds else None):
            return
        with connection.transaction():
            copy_from(database if holds else None, connection)
            connection.execute("UPDATE about SET settled = %s", (holds,))

    @contextmanager
    def unit_of_work(self) -> Iterator[PostgresUnitOfWork]:
        """Begin changes; they are on the disk when the block ends, and undone where it raises."""
        with in_words(self._mark):
            self._mark.touch()
        self._is_settled = False
        with in_our_words(self._schema), self._connection.pipeline(), self._connection.transaction():
            work = PostgresUnitOfWork(self._connection, self._splitter)
            yield work
            work.finish()

    def settle(self, written: Callable[[], None] | None = None) -> Settled:
        """Write `case.db` from the records as they are and put it in place; enter what is returned in the ledger.

        `written` waits for `write_apart`, where that was begun after the last change.
        """
        (written or self.write_apart)()
        with in_our_words(self._schema), self._connection.transaction():
            for statement in PENDING:
                self._connection.execute(statement)
            settled = put_in_place(self._places.folder / FRESH, self._places.database, self._disk)
            self._connection.execute("UPDATE about SET settled = %s", (settled.digest,))
        self._is_settled = True
        return settled

    def write_apart(self) -> None:
        """Write what `settle` puts in place; on a connection of its own, so that a forked process can call it."""
        source = connect(self._server)
        try:
            with in_our_words(self._schema), database_in_words(self._places.database.name):
                source.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                version_of(source, self._schema)
                records, searched = source.cursor("records"), source.cursor("searched")
                records.execute(f"{RECORDS.format(now='_now')} ORDER BY stage, id")
                searched.execute(f"{SEARCHED.format(now='_now')} ORDER BY number")
                write_database(
                    self._places.folder / FRESH,
                    ((plain(stage), plain(id), plain(key), content.encode()) for stage, id, key, content in records),
                    ((number, *map(plain, texts)) for number, *texts in searched),
                    connect_file,
                )
        finally:
            source.close()

    def close(self) -> None:
        """Let go of the server; what tells of a build under way goes where all of it is settled."""
        super().close()
        if self._is_settled:
            finish(self._places.folder)

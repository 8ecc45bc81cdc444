"""The store on SQLite: `case.db`, made whole at the end of a build and never changed after.

A build works in `case.work.db`, where each unit of work is on the disk when it ends (journal TRUNCATE,
synchronous FULL: the two together need no sync of the folder). A run that is cut short leaves it there and the next
one goes on with it. `settle` then writes `case.db` afresh, in canonical order, and puts it in place at once: the same
records give the same bytes, whatever the history, and whoever reads meanwhile sees the old state or the new.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ascertain.integrity.chunks import digest_file
from ascertain.integrity.disk import Disk, in_words
from ascertain.integrity.ledger_file import Places
from ascertain.model import Broken, Refused
from ascertain.storage.interface import SearchKind
from ascertain.storage.records import encode
from ascertain.storage.schema import migrate, migrations
from ascertain.storage.search_words import Splitter, searchable
from ascertain.storage.settled import Settled
from ascertain.storage.sqlite_reading import SqliteReader, connect, number_of
from ascertain.storage.sqlite_writing import FRESH, WORK_FILE, finish, put_in_place, write_database

WORKING_PRAGMAS = ("PRAGMA journal_mode = TRUNCATE", "PRAGMA synchronous = FULL")


class SqliteUnitOfWork:
    """Changes on an open transaction."""

    def __init__(self, connection: Any, splitter: Splitter) -> None:
        """Work on `connection`, where a transaction has begun."""
        self._connection, self._splitter = connection, splitter

    def put(self, stage: str, id: str, key: str, record: Any) -> None:
        """Keep a record in the place of the one with this stage and id."""
        self._connection.execute(
            "INSERT OR REPLACE INTO record (stage, id, key, content) VALUES (?, ?, ?, ?)",
            (stage, id, key, encode(record)),
        )

    def drop(self, stage: str, ids: Iterable[str]) -> None:
        """Forget records."""
        for id in sorted(ids):
            self._connection.execute("DELETE FROM record WHERE stage = ? AND id = ?", (stage, id))

    def keep_only(self, stage: str, ids: Iterable[str]) -> None:
        """Forget the records of a stage but these."""
        kept = set(ids)
        rows = self._connection.execute("SELECT id FROM record WHERE stage = ?", (stage,))
        self.drop(stage, [id for (id,) in list(rows) if id not in kept])

    def index(self, kind: SearchKind, id: str, text: str) -> None:
        """Make `text` searchable under a kind and an id."""
        number, (folded, stems) = number_of(kind, id), searchable(text, self._splitter)
        known = self._connection.execute("SELECT folded, stems FROM searched WHERE number = ?", (number,))
        if next(iter(known), None) == (folded, stems):
            return
        self._unindex(number)
        row = (number, kind, id, folded, stems)
        self._connection.execute("INSERT INTO searched (number, kind, id, folded, stems) VALUES (?, ?, ?, ?, ?)", row)
        self._connection.execute("INSERT INTO words (rowid, folded, stems) VALUES (?, ?, ?)", (number, folded, stems))

    def unindex(self, kind: SearchKind, keep: Iterable[str]) -> None:
        """Make all of a kind unsearchable but these ids."""
        kept = set(keep)
        rows = list(self._connection.execute("SELECT number, id FROM searched WHERE kind = ? ORDER BY number", (kind,)))
        for number, id in rows:
            if id not in kept:
                self._unindex(number)

    def _unindex(self, number: int) -> None:
        for folded, stems in list(
            self._connection.execute("SELECT folded, stems FROM searched WHERE number = ?", (number,))
        ):
            self._connection.execute(
                "INSERT INTO words (words, rowid, folded, stems) VALUES ('delete', ?, ?, ?)", (number, folded, stems)
            )
            self._connection.execute("DELETE FROM searched WHERE number = ?", (number,))


class SqliteStore(SqliteReader):
    """The store of a build under way."""

    def __init__(
        self,
        folder: Path,
        *,
        settled: str | None = None,
        open_database: Callable[[Path], Any] = connect,
        disk: Disk | None = None,
    ) -> None:
        """Open the store of a case for a build; `folder` is its `.ascertain`. Use `open_store`, which also locks."""
        self._places, self._open, self._disk = Places(folder), open_database, disk or Disk()
        self._work = folder / WORK_FILE
        self._is_settled = False
        if not self._work.exists() and self._places.database.exists() and self._is_as_settled(settled):
            copy = folder / f".{WORK_FILE}.part"
            with in_words(self._work):
                shutil.copyfile(self._places.database, copy)
                copy.replace(self._work)
        with database_in_words(self._work.name):
            super().__init__(open_database(self._work))
            try:
                for pragma in WORKING_PRAGMAS:
                    self._connection.execute(pragma).fetchall()
                migrate(self._connection, self._places.database.name, migrations())
            except BaseException:
                self._connection.close()
                raise

    def _is_as_settled(self, settled: str | None) -> bool:
        """Return whether `case.db` is what the last build left: else it is made anew, and no damage is built on."""
        return settled is None or digest_file(self._places.database)[0] == settled

    @contextmanager
    def unit_of_work(self) -> Iterator[SqliteUnitOfWork]:
        """Begin changes; they are on the disk when the block ends, and undone where it raises."""
        with database_in_words(self._work.name):
            self._is_settled = False
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield SqliteUnitOfWork(self._connection, self._splitter)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def settle(self, written: Callable[[], None] | None = None) -> Settled:
        """Write `case.db` from the records as they are and put it in place; enter what is returned in the ledger.

        `written` waits for `write_apart`, where that was begun after the last change.
        """
        if written is not None:
            written()
        else:
            self._write(self._connection)
        settled = put_in_place(self._places.folder / FRESH, self._places.database, self._disk)
        self._is_settled = True
        return settled

    def write_apart(self) -> None:
        """Write what `settle` puts in place; for a process that was forked, which must not use our connection."""
        source = self._open(self._work)
        try:
            self._write(source)
        finally:
            source.close()

    def _write(self, source: Any) -> None:
        with database_in_words(self._places.database.name):
            records = source.execute("SELECT stage, id, key, content FROM record ORDER BY stage, id")
            searched = source.execute("SELECT number, kind, id, folded, stems FROM searched ORDER BY number")
            write_database(self._places.folder / FRESH, records, searched, self._open)

    def close(self) -> None:
        """Close the store; the working file goes where all of it is in `case.db`."""
        super().close()
        if self._is_settled:
            finish(self._places.folder)


@contextmanager
def read_sqlite(folder: Path) -> Iterator[SqliteReader]:
    """Open what the last build left, for reading only; `Misused` where there is none yet."""
    path = Places(folder).database
    with database_in_words(path.name):
        reader = SqliteReader.of_file(path)
        try:
            yield reader
        finally:
            reader.close()


@contextmanager
def database_in_words(name: str) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "disk is full" in str(error):
            raise Refused(f"not stored: {error}", limit="free disk space", item=name,
                          remedy="Make room and run the same command again.") from error  # fmt: skip
        raise Broken(f"the database can't be used: {error}", item=name, remedy=_DERIVED) from error
    except sqlite3.DatabaseError as error:
        raise Broken(f"the database is damaged: {error}", item=name, remedy=_DERIVED) from error


_DERIVED = "It is derived: delete it and run `ascertain build`. Evidence and decisions are not in it."

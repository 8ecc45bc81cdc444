"""What earlier runs made, each under the digest of what it was made from: a cache that any run can do without.

The same inputs, made by the same program, give the same bytes: so what lies under their digest is what would be made
again. Nothing in it is evidence, a record of the case or part of `case.db`; it is deleted when the program changes,
and where it is damaged it is begun anew. Each record bears a mark that only the holder of the user's signing key can
make, so that nobody else's words pass for what was made here.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from ascertain.storage.records import pack, unpack

Made = TypeVar("Made")
MEMORY_FILE = "remembered.db"
_BATCH = 256
_SCHEMA = """
CREATE TABLE IF NOT EXISTS made (
    kind TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, content BLOB NOT NULL, mark BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID
"""


class Memory:
    """Remembers by kind and id; without a file it forgets everything, and all is made each time."""

    def __init__(self, path: Path | None = None, program: str = "", secret: bytes = b"") -> None:
        """Open the memory in the file `path`; what another `program` or `secret` made is forgotten."""
        self._path, self._program, self._secret = path, program, secret
        self._ahead: dict[str, dict[str, tuple[str, Any]]] = {}
        self._connection = self._opened(path) if path is not None else None

    def recall(
        self, kind: str, keys: Mapping[str, str], make: Callable[[str], Made], record: type[Made]
    ) -> dict[str, Made]:
        """Return a record for each id of `keys`, remembered where its key is the same, else made and kept.

        What is made goes through the bytes that are kept, so that a run that remembers gets exactly what one that
        makes gets. Ids of this kind that are not asked for are forgotten.
        """
        done = self._held(kind, keys, record)
        missing = iter([id for id in keys if id not in done])
        while batch := list(islice(missing, _BATCH)):
            made = {id: pack(make(id)) for id in batch}
            self._keep(kind, {id: (keys[id], content) for id, content in made.items()})
            done |= {id: unpack(content, record) for id, content in made.items()}
        return {id: done[id] for id in keys}

    def read_ahead(self, kind: str, record: type[Any]) -> None:
        """Read all that is remembered of a kind, for the next `recall` of it to find; for when there is time."""
        self._ahead[kind] = self._remembered(kind, record)

    def _held(self, kind: str, keys: Mapping[str, str], record: type[Made]) -> dict[str, Made]:
        """Return what is remembered under these keys; ids that are none of them are forgotten."""
        found = self._ahead.pop(kind, None)
        if found is None:
            found = self._remembered(kind, record, keys)
        gone = [(kind, id) for id in found if id not in keys]
        with self._mended() as connection:
            if gone and connection is not None:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("DELETE FROM made WHERE kind = ? AND id = ?", gone)
                connection.execute("COMMIT")
        return {id: made for id, (key, made) in found.items() if key and keys.get(id) == key}

    def _remembered(
        self, kind: str, record: type[Any], keys: Mapping[str, str] | None = None
    ) -> dict[str, tuple[str, Any]]:
        """Return key and record by id of all that is remembered of a kind.

        Of what is damaged, or not under the `keys` where they are given, the key is empty and there is no record.
        """
        found: dict[str, tuple[str, Any]] = {}
        with self._mended() as connection:
            if connection is None:
                return {}
            rows = connection.execute("SELECT id, key, content, mark FROM made WHERE kind = ?", (kind,))
            for id, key, content, mark in rows:
                wanted = keys is None or keys.get(id) == key
                if wanted and mark == self._mark(kind, id, key, content):
                    found[id] = (key, unpack(content, record))
                else:
                    found[id] = ("", None)
            return found
        return {}  # the file could not be read to its end

    def _keep(self, kind: str, made: Mapping[str, tuple[str, bytes]]) -> None:
        with self._mended() as connection:
            if connection is not None:
                connection.execute("BEGIN IMMEDIATE")
                rows = [
                    (kind, id, key, content, self._mark(kind, id, key, content)) for id, (key, content) in made.items()
                ]
                connection.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?)", rows)
                connection.execute("COMMIT")

    @contextmanager
    def _mended(self) -> Iterator[sqlite3.Connection | None]:
        """Give the connection; a file that can't be used is put away, and this run goes on without memory."""
        try:
            yield self._connection
        except sqlite3.DatabaseError:
            self._forget()

    def _opened(self, path: Path) -> sqlite3.Connection | None:
        try:
            connection = sqlite3.connect(path, isolation_level=None, timeout=60)
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            # What a power cut damages, or brings back of another program, is made again: no record passes without its
            # mark. So nothing waits for the disk.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_SCHEMA)
            self._begin_anew_for_another_program(connection)
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)  # damaged, or none of ours: whatever was in it can be made again
            return None
        return connection

    def _begin_anew_for_another_program(self, connection: sqlite3.Connection) -> None:
        row = connection.execute("SELECT key FROM made WHERE kind = 'program' AND id = ''").fetchone()
        if row is None or row[0] != self._program:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM made")
            values = ("program", "", self._program, b"", b"")
            connection.execute("INSERT INTO made VALUES (?, ?, ?, ?, ?)", values)
            connection.execute("COMMIT")

    def _mark(self, *parts: str | bytes) -> bytes:
        """Return the mark by which damage, what others put there and what another program made are noticed."""
        mark = hashlib.blake2b(key=self._secret, digest_size=16)
        for part in (self._program, *parts):
            content = part.encode(errors="surrogatepass") if isinstance(part, str) else part
            mark.update(len(content).to_bytes(8) + content)
        return mark.digest()

    def _forget(self) -> None:
        self.close()
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@contextmanager
def open_memory(folder: Path, program: str, secret: bytes) -> Iterator[Memory]:
    """Open the memory of a case; `folder` is its `.ascertain`, `program` names the program that makes things.

    `secret` is what only whoever works here knows.
    """
    memory = Memory(folder / MEMORY_FILE, program, secret)
    try:
        yield memory
    finally:
        memory.close()

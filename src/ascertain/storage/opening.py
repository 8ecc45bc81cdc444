"""Which store a case has: SQLite in its own folder, or a schema on the PostgreSQL server that the environment names."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ascertain.integrity.disk import Disk, in_words, make_folders
from ascertain.integrity.lock import writing
from ascertain.storage.interface import Reader, Store
from ascertain.storage.postgres_server import SERVER
from ascertain.storage.sqlite import SqliteStore, read_sqlite


@contextmanager
def open_store(folder: Path, settled: str | None = None, *, server: str | None = None) -> Iterator[Store]:
    """Open the store of a case for a build, alone; `folder` is its `.ascertain`, made where it is not there.

    `settled` is the digest of what the last build left; records that are something else are not used. `server` is a
    connection string of PostgreSQL, none where it is empty; by default what `ASCERTAIN_DATABASE` holds.
    """
    with in_words(folder):
        make_folders(Disk(), folder)
    with writing(folder / "build.lock"):
        store = _opened(folder, settled, named(server))
        try:
            yield store
        finally:
            store.close()


def _opened(folder: Path, settled: str | None, server: str) -> Store:
    if not server:
        return SqliteStore(folder, settled=settled)
    from ascertain.storage.postgres import PostgresStore

    return PostgresStore(folder, server, settled=settled)


@contextmanager
def read_store(folder: Path, *, server: str | None = None) -> Iterator[Reader]:
    """Open what the last build left, for reading only; `Misused` where there is none yet.

    A server is read where it holds what `case.db` holds, and else that file: the answer is the same.
    """
    with ExitStack() as opened:
        reader: Reader | None = None
        if address := named(server):
            from ascertain.storage.postgres_reading import read_postgres

            reader = opened.enter_context(read_postgres(folder, address))
        yield reader if reader is not None else opened.enter_context(read_sqlite(folder))


def named(server: str | None) -> str:
    """Return the connection string that was given, or that of the environment; empty where there is none."""
    return os.environ.get(SERVER, "").strip() if server is None else server

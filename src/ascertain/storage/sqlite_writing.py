"""`case.db` written: the records of any store, in canonical order, give the same file, at once in its place."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ascertain.integrity.chunks import digest_file
from ascertain.integrity.disk import Disk, in_words
from ascertain.storage.schema import migrate, migrations
from ascertain.storage.settled import Settled

FRESH = ".case.db.part"
WORK_FILE = "case.work.db"  # where a build works
WORK_MARK = "case.work.server"  # is there while a build works on a server instead
UNFINISHED = (WORK_FILE, f"{WORK_FILE}-journal", WORK_MARK)  # by which `verify` knows of a build that has not ended
_FRESH_PRAGMAS = ("PRAGMA page_size = 4096", "PRAGMA auto_vacuum = NONE", "PRAGMA encoding = 'UTF-8'",
                  "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")  # fmt: skip


def write_database(
    path: Path,
    records: Iterable[tuple[Any, ...]],
    searched: Iterable[tuple[Any, ...]],
    open_database: Callable[[Path], Any],
) -> None:
    """Write the file `path` anew: stage, id, key and content in order of stage and id; then what is searched.

    `searched` gives number, kind, id, folded words and stems in order of number.
    """
    path.unlink(missing_ok=True)
    new = open_database(path)
    try:
        for pragma in _FRESH_PRAGMAS:
            new.execute(pragma).fetchall()
        migrate(new, path.name, migrations())
        new.execute("BEGIN")
        new.executemany("INSERT INTO record (stage, id, key, content) VALUES (?, ?, ?, ?)", records)
        new.executemany("INSERT INTO searched (number, kind, id, folded, stems) VALUES (?, ?, ?, ?, ?)", searched)
        new.execute("INSERT INTO words (rowid, folded, stems) "
                    "SELECT number, folded, stems FROM searched ORDER BY number")  # fmt: skip
        new.execute("INSERT INTO words (words) VALUES ('optimize')")
        new.execute("COMMIT")
    finally:
        new.close()


def put_in_place(fresh: Path, database: Path, disk: Disk) -> Settled:
    """Put the written file `fresh` in the place of `database`, at once and on the disk, and return what it is."""
    digest, size, parts = digest_file(fresh)
    with in_words(database):
        descriptor = disk.open(fresh, os.O_RDWR)
        try:
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
        disk.rename(fresh, database)
        disk.sync_folder(database.parent)
    return Settled(digest=digest, bytes=size, parts=parts.get("parts"))


def finish(folder: Path) -> None:
    """Remove what a build that has ended, and others before it that had not, worked in; all of it is in `case.db`."""
    for name in UNFINISHED:
        (folder / name).unlink(missing_ok=True)

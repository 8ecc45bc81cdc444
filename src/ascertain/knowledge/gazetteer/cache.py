"""Where the compiled built-in table lives, and how it gets there."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ascertain.knowledge.gazetteer import builtin
from ascertain.knowledge.gazetteer.compile import FORM, compile_rows
from ascertain.knowledge.gazetteer.table import Table, read_table, table_digest
from ascertain.model import Broken
from ascertain.text.tables import cache_folder


def data_folder() -> Path:
    """Return the user's data folder, where added packs are kept (`ASCERTAIN_DATA`, else XDG's)."""
    if given := os.environ.get("ASCERTAIN_DATA"):
        return Path(given)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "ascertain"


def built_in_table(folder: Path | None = None) -> tuple[Table, str]:
    """Return the built-in table and its digest, compiled first where that was not done or the file is damaged.

    Two processes that start at once both compile and write the same bytes; the later rename wins and nothing is lost.
    A cache
    that can't be written costs the time of compiling, no more.
    """
    path = _built_in_path(folder)
    try:
        return read_table(path)
    except (Broken, FileNotFoundError, PermissionError, NotADirectoryError):
        table = compile_rows(builtin.rows())
    with suppress(OSError):
        table.write(path)
        return read_table(path)
    return table, sha256(table.body()).hexdigest()


def built_in_digest() -> str:
    """Return the digest of the built-in table without reading all of it, where it was compiled before."""
    try:
        return table_digest(_built_in_path())
    except (Broken, OSError):
        return built_in_table()[1]


def _built_in_path(folder: Path | None = None) -> Path:
    name = sha256(f"{FORM} {builtin.stamp()}".encode()).hexdigest()[:16]
    return (folder or cache_folder()) / f"places-{name}.gaz"

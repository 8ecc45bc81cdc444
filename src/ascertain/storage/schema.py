"""The schema's version, and the way from an older one to this one."""

from importlib.resources import files
from typing import Any

from ascertain.model import Misused

APPLICATION_ID = 0x41736374  # "Asct": tells a case database from any other SQLite file


def migrations(package: str = "ascertain.storage.migrations") -> list[str]:
    """Return the scripts that make each version from the one before; the first makes version 1 from nothing."""
    scripts = [path for path in files(package).iterdir() if path.name.endswith(".sql")]
    return [path.read_text(encoding="utf-8") for path in sorted(scripts, key=lambda path: path.name)]


def migrate(connection: Any, name: str, scripts: list[str]) -> None:
    """Bring a database to the newest version, in one transaction.

    `Misused` where it is newer than this program, or no database of a case: both are left as they are.
    """
    version = check_version(connection, name, len(scripts))
    if version == len(scripts):
        return
    connection.execute("BEGIN IMMEDIATE")
    for script in scripts[version:]:
        for statement in _statements(script):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(scripts)}")
    connection.execute("COMMIT")


def check_version(connection: Any, name: str, known: int) -> int:
    """Return the version of a database; `Misused` where this program can't use it."""
    (version,) = next(iter(connection.execute("PRAGMA user_version")))
    (application,) = next(iter(connection.execute("PRAGMA application_id")))
    (tables,) = next(iter(connection.execute("SELECT count(*) FROM sqlite_master")))
    if tables and application != APPLICATION_ID:
        raise Misused("this is not the database of a case", item=name,
                      remedy="Move it away and run `ascertain build`.")  # fmt: skip
    if version > known:
        raise Misused(
            f"it was written by a newer Ascertain (schema {version}; this one knows up to {known})", item=name,
            remedy="Update Ascertain. Or delete this file and run `ascertain build`: it is derived.",
        )  # fmt: skip
    return int(version)


def _statements(script: str) -> list[str]:
    lines = [line for line in script.splitlines() if not line.strip().startswith("--")]
    return [statement.strip() for statement in "\n".join(lines).split(";") if statement.strip()]

"""A PostgreSQL server: reached, made ready for a case, and spoken of in our words. No password is ever printed."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascertain.model import Broken, Misused, Refused
from ascertain.storage.schema import migrations

if TYPE_CHECKING:
    import psycopg

SERVER = "ASCERTAIN_DATABASE"
SCHEMA_FILE = "postgres-schema"
_SCHEMA = re.compile("case_[0-9a-f]{16}")
_OLDEST = 120_000  # columns that are made from others came with version 12
_ASK_LESS = f"The case's own case.db holds the same: without {SERVER} it is used."


def known_version() -> int:
    """Return the newest version of the schema that this program knows."""
    return len(_migrations())


def _migrations() -> list[str]:
    return migrations("ascertain.storage.postgres_migrations")


def schema_of(folder: Path) -> str | None:
    """Return the schema that a case's records have on a server, or nothing where they were never on one.

    `folder` is the case's `.ascertain`. The name is drawn once, says nothing of the case and is in no backup.
    """
    path = folder / SCHEMA_FILE
    try:
        name = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except ValueError:
        name = ""
    if not _SCHEMA.fullmatch(name):
        raise Misused("it names no schema of a case", item=path.name,
                      remedy="Remove this file: the next build makes another schema.")  # fmt: skip
    return name


def name_schema(folder: Path) -> str:
    """Return the schema of a case, drawing a name where it has none; for whoever holds the case's lock."""
    name = schema_of(folder)
    if name is None:
        name = f"case_{secrets.token_hex(8)}"
        part = folder / f".{SCHEMA_FILE}.part"
        part.write_text(f"{name}\n", encoding="ascii")
        part.replace(folder / SCHEMA_FILE)
    return name


def connect(server: str) -> "psycopg.Connection[Any]":
    """Return a connection on which each statement stands alone until a transaction is begun.

    `server` is a connection string of libpq; whatever it leaves out comes from libpq's own settings and `~/.pgpass`.
    """
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise Misused("the driver for PostgreSQL is not installed", item=SERVER,
                      remedy=f"pip install 'ascertain[postgres]'. {_ASK_LESS}") from None  # fmt: skip
    try:
        given = conninfo_to_dict(server)
    except psycopg.Error:  # its words would quote the string, and a password with it
        raise Misused("it is no connection string of PostgreSQL", item=SERVER,
                      remedy="Write it like postgresql://USER@HOST/DATABASE") from None  # fmt: skip
    try:
        connection = psycopg.connect(
            server, autocommit=True, client_encoding="UTF8", application_name="ascertain",
            connect_timeout=int(given.get("connect_timeout") or os.environ.get("PGCONNECT_TIMEOUT") or 10),
        )  # fmt: skip
    except psycopg.OperationalError as error:
        raise _unreached(error, given) from None
    try:
        with in_our_words():
            _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: "psycopg.Connection[Any]") -> None:
    """Have every commit reach the disk, whatever the server's own settings; Misused where it is no fit server."""
    if connection.info.server_version < _OLDEST:
        raise Misused(f"this server is PostgreSQL {connection.info.server_version // 10_000}", item=SERVER,
                      remedy=f"Use version 12 or newer. {_ASK_LESS}")  # fmt: skip
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise Misused(f"the database keeps its texts as {encoding}", item=SERVER,
                      remedy="Make one with: createdb -E UTF8 -T template0 NAME")  # fmt: skip
    connection.execute("SET synchronous_commit = on")
    connection.execute("SET statement_timeout = 0")
    connection.execute("SET lock_timeout = 0")
    for name, value in (("idle", 60), ("interval", 10), ("count", 6)):  # a dead machine's lock is let go of
        connection.execute(f"SET tcp_keepalives_{name} = {value}")


def _unreached(error: "psycopg.OperationalError", given: dict[str, Any]) -> Misused:
    item = f"{given.get('dbname') or 'database'} at {given.get('host') or given.get('hostaddr') or 'this machine'}"
    words = (str(error).strip().splitlines() or ["no answer"])[-1]
    if password := given.get("password") or os.environ.get("PGPASSWORD"):
        words = words.replace(str(password), "***")
    about = error.pgconn
    if about is not None and about.needs_password:
        return Misused("the server wants a password", item=item,
                       remedy=f"Put it into ~/.pgpass or the variable PGPASSWORD. {_ASK_LESS}")  # fmt: skip
    if "FATAL" in words or (about is not None and about.used_password):
        return Misused(f"the server refuses: {words}", item=item,
                       remedy=f"Check user, password and database in {SERVER} or ~/.pgpass. {_ASK_LESS}")  # fmt: skip
    return Misused(f"no server answers: {words}", item=item,
                   remedy=f"Start it, or correct {SERVER}. {_ASK_LESS}")  # fmt: skip


@contextmanager
def in_our_words(schema: str = "") -> Iterator[None]:
    """Turn PostgreSQL's errors into ours."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        words = error.diag.message_primary or (str(error).splitlines() or [type(error).__name__])[0]
        if (error.sqlstate or "").startswith("53"):
            raise Refused(f"not stored: {words}", limit="room of the server", item="PostgreSQL",
                          remedy="Make room there and run the same command again.") from None  # fmt: skip
        if isinstance(error, psycopg.errors.InsufficientPrivilege):
            raise Misused(
                f"the server refuses: {words}", item=schema or SERVER,
                remedy=f"Let the user do so: GRANT CREATE ON DATABASE ... TO ... {_ASK_LESS}",
            ) from None  # fmt: skip
        if isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError)):
            raise Misused(f"the server went away: {words}", item="PostgreSQL",
                          remedy="Run the same command again: a build goes on where it stopped.") from None  # fmt: skip
        raise Broken(f"the records on the server can't be used: {words}", item=schema or "PostgreSQL",
                     remedy=f"They are derived: DROP SCHEMA {schema or '...'} CASCADE, then `ascertain build`."
                     ) from None  # fmt: skip


def take(connection: "psycopg.Connection[Any]", schema: str) -> None:
    """Wait until no other build has this schema, then hold it as long as the connection lasts, and bring it up."""
    connection.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", (schema,))
    version = version_of(connection, schema)
    if version is None:
        if connection.execute("SELECT to_regnamespace(%s)", (schema,)).fetchone() == (None,):
            connection.execute(f"CREATE SCHEMA {schema}")
        connection.execute(f"SET search_path = {schema}")
    scripts = _migrations()[version or 0 :]
    if scripts:
        with connection.transaction():
            for script in scripts:
                connection.execute(script)
            connection.execute("UPDATE about SET version = %s", (known_version(),))


def version_of(connection: "psycopg.Connection[Any]", schema: str) -> int | None:
    """Return the version of a schema, in which names are looked for from now on, or nothing where there is none yet.

    `Misused` where it is newer than this program.
    """
    if connection.execute("SELECT to_regclass(%s)", (f"{schema}.about",)).fetchone() == (None,):
        return None
    connection.execute(f"SET search_path = {schema}")
    (version,) = connection.execute("SELECT version FROM about").fetchone() or (0,)
    if version > known_version():
        raise Misused(
            f"it was written by a newer Ascertain (schema {version}; this one knows up to {known_version()})",
            item=schema, remedy=f"Update Ascertain. Or without {SERVER}: the case's own case.db is used.",
        )  # fmt: skip
    return int(version)

"""Whether a server still holds what the last build left: row by row beside `case.db`, whose digest the ledger holds."""

from pathlib import Path
from typing import TYPE_CHECKING

from ascertain.integrity.ledger_file import Places
from ascertain.integrity.verdict import Damage, Doubt
from ascertain.model import AscertainError
from ascertain.storage.postgres_reading import digest_of, settled_of
from ascertain.storage.postgres_rows import digests_of, rows_of_file, rows_of_server
from ascertain.storage.postgres_server import connect, in_our_words, known_version, schema_of, version_of

if TYPE_CHECKING:
    import psycopg

Checked = tuple[list[Damage], list[Doubt], list[str]]
_AT_MOST = 20  # rows that are named
_BUILD = "Run `ascertain build`: the server's rows are then made from case.db or the sealed bytes."


def check_server(folder: Path, server: str) -> Checked:
    """Return damages, doubts and notes on a case's rows on `server`; `folder` is its `.ascertain`, checked before.

    Never a change, and never an error: what can't be looked at is a doubt.
    """
    try:
        schema = schema_of(folder)
        if schema is None:
            return [], [], ["the server holds nothing of this case"]
        connection = connect(server)
        try:
            with in_our_words(schema):
                return _check(connection, schema, Places(folder).database)
        finally:
            connection.close()
    except AscertainError as error:
        return [], [Doubt(item=error.item, why=error.what, remedy=error.remedy)], []


def _check(connection: "psycopg.Connection[object]", schema: str, database: Path) -> Checked:
    connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    if version_of(connection, schema) != known_version():
        return [], [], ["the server holds nothing of this case"]
    notes = []
    if connection.execute(
        "SELECT 1 WHERE EXISTS (SELECT FROM pending_record) OR EXISTS (SELECT FROM pending_searched)"
    ).fetchone():
        notes.append("a build has begun on the server and not ended; the next one goes on where it stopped")
    if not database.exists():
        why = "case.db, with which the server's rows are compared, is not there"
        return [], [Doubt(item=schema, why=why, remedy=_BUILD)], notes
    if settled_of(connection) != digest_of(database):
        why = "the server holds another build than case.db; nobody is shown its rows"
        return [], [Doubt(item=schema, why=why, remedy=_BUILD)], notes
    held, expected = digests_of(rows_of_server(connection)), digests_of(rows_of_file(database))
    different = sorted(row for row in held.keys() | expected.keys() if held.get(row) != expected.get(row))
    damages = [
        Damage(
            item=f"{schema}.{' '.join(row)}", lost=f"Nothing is lost: it is derived. {_BUILD}",
            what="the server has a row more than the last build left" if row not in expected
            else "the server has lost a row" if row not in held
            else "the server's row is not what the last build left",
        )
        for row in different[:_AT_MOST]
    ]  # fmt: skip
    if len(different) > _AT_MOST:
        notes.append(f"{len(different)} rows on the server are not what the last build left; {_AT_MOST} are named")
    return damages, [], notes

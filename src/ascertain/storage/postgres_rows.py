"""The rows of a schema beside those of a `case.db`: compared by their digests, and made from it again."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascertain.storage.postgres_text import kept
from ascertain.storage.schema import check_version, migrations

if TYPE_CHECKING:
    import psycopg

RECORDS = "SELECT stage, id, key, content FROM record{now}"
SEARCHED = "SELECT number, kind, id, folded, stems FROM searched{now}"
_FILE = (f"{RECORDS.format(now='')} ORDER BY stage, id", f"{SEARCHED.format(now='')} ORDER BY number")
# Each row by its texts, each text behind its length, so that no two rows read the same.
_DIGESTS = (
    "SELECT 'record', stage, id, sha256(convert_to(concat_ws(' ', octet_length(stage), octet_length(id),"
    " octet_length(key), octet_length(content), stage || id || key || content), 'UTF8')) FROM record"
    " ORDER BY stage, id",
    "SELECT 'searched', kind, id, sha256(convert_to(concat_ws(' ', octet_length(number::text), octet_length(kind),"
    " octet_length(id), octet_length(folded), octet_length(stems), number || kind || id || folded || stems), 'UTF8'))"
    " FROM searched ORDER BY number",
)
# What a build has changed takes the place of what was there.
PENDING = (
    "DELETE FROM record USING pending_record AS pending WHERE record.stage = pending.stage AND record.id = pending.id",
    "INSERT INTO record SELECT stage, id, key, content FROM pending_record WHERE content IS NOT NULL",
    "DELETE FROM pending_record",
    "DELETE FROM searched USING pending_searched AS pending WHERE searched.number = pending.number",
    "INSERT INTO searched (number, kind, id, folded, stems)"
    " SELECT number, kind, id, folded, stems FROM pending_searched WHERE folded IS NOT NULL",
    "DELETE FROM pending_searched",
)
Digests = dict[tuple[str, str, str], bytes]


def rows_of_file(database: Path | None) -> Iterator[tuple[str, Iterator[list[Any]]]]:
    """Yield the name of each table and its rows, in order, as a server keeps them; no rows without a `database`.

    A file of an older version has none either: what is in it is made again.
    """
    if database is None:
        yield from (("record", iter(())), ("searched", iter(())))
        return
    uri = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as file:
        known = len(migrations())
        is_new = check_version(file, database.name, known) == known
        for table, statement in zip(("record", "searched"), _FILE, strict=True):
            yield table, (_as_kept(row) for row in file.execute(statement)) if is_new else iter(())


def _as_kept(row: tuple[Any, ...]) -> list[Any]:
    return [_text(value) for value in row]


def _text(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode()
    return kept(value) if isinstance(value, str) else value


def rows_of_server(connection: "psycopg.Connection[Any]") -> Iterator[tuple[str, Iterator[list[Any]]]]:
    """Yield the name of each table and the rows that readers see, in order."""
    for table, statement in zip(("record", "searched"), _FILE, strict=True):
        yield table, map(list, connection.execute(statement))


def digests_of(tables: Iterable[tuple[str, Iterator[list[Any]]]]) -> Digests:
    """Return the digest of each row by table, stage or kind, and id."""
    made: Digests = {}
    for table, rows in tables:
        for row in rows:
            texts = [str(value).encode() for value in row]
            lengths = " ".join(str(len(text)) for text in texts)
            named = (table, *(row[:2] if table == "record" else row[1:3]))
            made[named] = hashlib.sha256(f"{lengths} ".encode() + b"".join(texts)).digest()
    return made


def digests_by_server(connection: "psycopg.Connection[Any]") -> Digests:
    """Return the digest of each row that readers see, as the server reckons it: faster, and its word is taken."""
    made: Digests = {}
    for statement in _DIGESTS:
        made |= {(table, stage, id): bytes(digest) for table, stage, id, digest in connection.execute(statement)}
    return made


def is_same(connection: "psycopg.Connection[Any]", database: Path | None) -> bool:
    """Return whether the rows that readers see are those of a `case.db`, or none where there is none."""
    return digests_by_server(connection) == digests_of(rows_of_file(database))


def copy_from(database: Path | None, connection: "psycopg.Connection[Any]") -> None:
    """Put the rows of a `case.db` in the place of all that a schema holds."""
    for table in ("record", "searched", "pending_record", "pending_searched", "word"):
        connection.execute(f"DELETE FROM {table}")
    for table, rows in rows_of_file(database):
        columns = "stage, id, key, content" if table == "record" else "number, kind, id, folded, stems"
        with connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copying:
            for row in rows:
                copying.write_row(row)
    connection.execute(
        "INSERT INTO word SELECT unnest(folded_words) FROM searched UNION SELECT unnest(stems_words) FROM searched"
    )

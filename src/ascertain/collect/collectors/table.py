"""Tables of reports: CSV and TSV, under the exchange format's names or what exports call them.

Atlos, auto-archiver and hand-made sheets come this way.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ascertain.collect.decoding import decode
from ascertain.collect.records import KEYS, NoWords, item_from_record
from ascertain.collect.rows import beyond, by_column, rows_of
from ascertain.model import Capture, Item, Skipped
from ascertain.text.fold import fold_characters


class Table:
    """Reads `.csv` and `.tsv`; the first row names the columns, each further row is a report."""

    name = "table"
    priority = 10

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a table's does."""
        return path.suffix.lower() in (".csv", ".tsv")

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture, then what each row states."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="text/csv", how=self.name)
        decoded = decode(content)
        if decoded is None or not decoded.text.strip():
            why = "the file is named as a table but its bytes are not text" if decoded is None else "the table is empty"
            yield Skipped(stage="collect", item=name, why=why, remedy="export it as CSV, in UTF-8")
            return
        yield from _rows(decoded.text, name, hashlib.sha256(content).hexdigest(), decoded.notes)


def _rows(text: str, name: str, digest: str, notes: tuple[str, ...]) -> Iterator[Item | Skipped]:
    heading: list[str] = []
    number = 0
    for row in rows_of(text, name, delimiter=_delimiter(text.removeprefix("\ufeff"))):
        if isinstance(row, Skipped):
            yield row
        elif not heading:
            heading = [_key(cell) for cell in row.cells]
            if not set(heading) & set(KEYS["text"]):
                yield _skip(name, "no column holds the words of a report", "name the column `text`")
                return
        else:
            number += 1
            yield _one(by_column(heading, row.cells), f"{name}:{row.line}", digest, number, notes)
    if not number:
        yield _skip(name, "the table has a heading but no rows", "leave it out")


def _one(record: dict[str, str], where: str, digest: str, position: int, notes: tuple[str, ...]) -> Item | Skipped:
    try:
        item = item_from_record({**record, "notes": [*notes, *beyond(record)]}, capture=digest, position=position)
    except NoWords:
        item = None
    if item is None or not item.text.strip():
        return _skip(where, "the row has no words under `text`", "fill in the cell, or leave the row out")
    return item


def _delimiter(text: str) -> str:
    """Return the delimiter that the heading has most of; a tab or semicolon wins a tie, as names hold commas."""
    heading = text[: text.find("\n") + 1 or len(text)]
    return max("\t;,", key=heading.count) if any(mark in heading for mark in "\t;,") else ","


def _key(cell: str) -> str:
    folded = fold_characters(cell).strip().replace(" ", "_").replace("-", "_")
    return _FOLDED.get(folded, folded)


_FOLDED = {fold_characters(name): name for names in KEYS.values() for name in names}


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = Table()

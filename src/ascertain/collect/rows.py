"""The rows of a table of delimited values, one bad row told of and the others kept."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from ascertain.model import Skipped
from ascertain.safety.limits import LIMITS

_END = "\ue000the end of the table\ue000"  # a row of our own: where it comes out within a cell, a quotation was open


class Row(NamedTuple):
    """A row's cells, and the number of the line that it ends on, from 1."""

    line: int
    cells: list[str]


def rows_of(text: str, name: str, *, delimiter: str = ",") -> Iterator[Row | Skipped]:
    """Yield the rows of `text` in RFC 4180's form, as spreadsheets write it, empty ones left out.

    A quotation that is never closed takes all that follows it into one cell: that is told, with its line.
    """
    csv.field_size_limit(LIMITS.text_characters)
    text = text.removeprefix("\ufeff")
    lines = sum(1 for _ in io.StringIO(text, newline=""))
    reader = csv.reader(chain(io.StringIO(text, newline=""), [_END]), delimiter=delimiter)
    before = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield _skip(f"{name}:{reader.line_num}", f"the row can't be read: {error}", "mend the row, collect again")
            before = reader.line_num
            continue
        if cells is None or cells == [_END]:
            return
        if cells and cells[-1].endswith(_END):
            cells[-1] = cells[-1].removesuffix(_END).rstrip("\r\n")
            why = f"a quotation that begins after line {before} is never closed, so that the rest stands in one cell"
            yield _skip(name, why, "close it, or export the table again; what is read of it may be several reports")
        if any(cell.strip() for cell in cells):
            yield Row(min(reader.line_num, lines), cells)
        before = reader.line_num


def by_column(heading: list[str], cells: list[str]) -> dict[str, str]:
    """Return a row's cells by column; of columns with one name, the first that holds something.

    Cells past the heading go under "" together, so that whoever reads the row can tell of them.
    """
    found: dict[str, str] = {}
    for column, cell in zip(heading, cells, strict=False):
        if column and not found.get(column):
            found[column] = cell
    if rest := [cell for cell in cells[len(heading) :] if cell.strip()]:
        found[""] = " | ".join(rest)
    return found


def beyond(row: Mapping[str, Any]) -> list[str]:
    """Return a note on the cells that no column names, if a row has such."""
    return [f"cells past the heading, which no column names: {str(row[''])[:200]}"] if row.get("") else []


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)

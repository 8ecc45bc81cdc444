"""All tables as one workbook."""

import io
import re
import zipfile
from pathlib import Path

from ascertain.model import Dossier
from ascertain.publish.tables import Table, Value, all_tables
from ascertain.safety.sheets import safe_cell

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class Xlsx:
    """Incidents, counts, claims, reports, origins, contradictions, sources and what was left aside: a sheet each."""

    name = "xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    suffix = ".xlsx"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the workbook; the bytes hold no time of writing."""
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        for name, table in all_tables(dossier).items():
            _fill(book.create_sheet(name), table)
        written = io.BytesIO()
        book.save(written)
        out.write_bytes(_without_times(written.getvalue()))


def _fill(sheet: object, table: Table) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    columns, rows = table
    sheet.freeze_panes = "A2"  # type: ignore[attr-defined]
    heads = []
    for column in columns:
        head = WriteOnlyCell(sheet, column)
        head.font = Font(bold=True)
        heads.append(head)
    sheet.append(heads)  # type: ignore[attr-defined]
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])  # type: ignore[attr-defined]


def _cell(sheet: object, value: Value) -> object:
    """Return a cell; text is marked as text, so that it is none other whatever it looks like."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, safe_cell(value))
    cell.data_type = "s"
    return cell


def _without_times(content: bytes) -> bytes:
    """Return a workbook's bytes with every time of writing set to one that says nothing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as stored:
        for name in sorted(book.namelist()):
            part = (
                _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", book.read(name))
                if name.startswith("docProps")
                else book.read(name)
            )
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            stored.writestr(info, part)
    return packed.getvalue()


exporter = Xlsx()

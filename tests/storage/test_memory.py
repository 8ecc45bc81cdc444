"""What earlier runs remember: taken from the file only where this very program made it."""

import sqlite3

import pytest

from ascertain.model import Span
from ascertain.storage.memory import Memory


def made(path, program, secret=b"s"):
    """Return which of two records had to be made, and close the memory."""
    asked = []

    def make(id):
        asked.append(id)
        return Span(start=0, end=1, text=id)

    memory = Memory(path, program, secret)
    assert [one.text for one in memory.recall("kind", {"a": "1", "b": "2"}, make, Span).values()] == ["a", "b"]
    memory.close()
    return asked


def test_what_was_made_is_remembered_by_the_program_that_made_it(tmp_path):
    path = tmp_path / "remembered.db"
    assert made(path, "one") == ["a", "b"]
    assert made(path, "one") == []
    assert made(path, "two") == ["a", "b"]
    assert made(path, "two", secret=b"another's") == ["a", "b"]


@pytest.mark.parametrize("change", ["UPDATE made SET key = 'two' WHERE kind = 'program'",
                                    "UPDATE made SET key = '2' WHERE id = 'a'"])  # fmt: skip
def test_rows_that_a_power_cut_mixes_do_not_pass_for_what_this_program_made(tmp_path, change):
    path = tmp_path / "remembered.db"
    made(path, "one")
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    assert made(path, "two" if "program" in change else "one") == (["a", "b"] if "program" in change else ["a"])

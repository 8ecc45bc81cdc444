"""What earlier runs remember: taken from the file only where this very program made it, whatever its words are."""

import sqlite3

import pytest

from ascertain.model import Span
from ascertain.storage.memory import Memory
from ascertain.storage.records import decode, encode_as_it_is, pack, unpack


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


def test_a_record_with_half_of_a_surrogate_pair_is_packed_too():
    for record in (Span(start=0, end=1, text="a\ud800b"), Span(start=0, end=1, text="قصف")):
        assert unpack(pack(record), Span) == record


def test_keys_come_back_in_the_order_that_json_keeps_them_in():
    for held in ({"b": 1, "a": {"d": 2, "c": 3}}, {"ب": 1, "a": 2}):
        assert list(unpack(pack(held), dict)) == list(decode(encode_as_it_is(held), dict))

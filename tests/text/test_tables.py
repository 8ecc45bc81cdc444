"""Tables are what TOML says, whether they were parsed now or kept."""

import tomllib

import pytest

from ascertain.text.tables import read_tables

TEXT = 'b = [1, 2.5, "ثلاثة"]\na = {x = true}\n[[row]]\nname = "one"\n[[row]]\nname = "two \\u0000"\n'


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("ASCERTAIN_CACHE", str(tmp_path))
    return tmp_path / "tables"


def test_what_is_kept_is_what_was_parsed_in_the_same_order(cache):
    first, second = read_tables(TEXT), read_tables(TEXT)
    assert first == second == tomllib.loads(TEXT)
    assert list(first) == list(second) == ["b", "a", "row"]
    assert len(list(cache.iterdir())) == 1


def test_what_was_damaged_is_parsed_again(cache):
    read_tables(TEXT)
    [kept] = cache.iterdir()
    kept.write_text(kept.read_text("utf-8").replace("one", "won"), "utf-8")
    assert read_tables(TEXT) == tomllib.loads(TEXT)
    kept.write_bytes(b"\xff")
    assert read_tables(TEXT) == tomllib.loads(TEXT)


def test_a_table_with_a_date_is_parsed_each_time(cache):
    text = "day = 2017-05-18\n"
    assert read_tables(text) == read_tables(text) == tomllib.loads(text)
    assert not list(cache.glob("*"))


def test_faults_are_told_as_by_the_parser():
    with pytest.raises(tomllib.TOMLDecodeError):
        read_tables("a =")


def test_without_a_cache_it_is_parsed(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ASCERTAIN_CACHE", str(tmp_path / "file"))
    assert read_tables(TEXT) == tomllib.loads(TEXT)

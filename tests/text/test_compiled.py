"""What was compiled before is what would be compiled now, or is compiled anew."""

import pytest

from ascertain.text import Document, Lexicon, compiled
from ascertain.text.compiled import compiled_once, compiled_words
from ascertain.text.lexicon import Compiled, compile_entries

ENTRIES = [("قوات النظام", 1), ("النظام", 2), ("T-62", 3), ("killed", 4), ("killed", 5), ("was killed", 6)]


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("ASCERTAIN_CACHE", str(tmp_path))
    return tmp_path / "compiled"


def once() -> tuple[dict[str, int], list[str]]:
    made: list[str] = []
    return compiled_once(dict[str, int], "words", lambda: (made.append("made"), {"كلمة": 1})[1]), made


def test_it_is_made_once():
    assert once() == ({"كلمة": 1}, ["made"])
    assert once() == ({"كلمة": 1}, [])


def test_what_was_damaged_is_made_again(cache):
    once()
    [kept] = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"\x02")
    assert once() == ({"كلمة": 1}, ["made"])
    kept.write_bytes(b"")
    assert once() == ({"كلمة": 1}, ["made"])


def test_what_other_words_or_other_code_made_is_made_again(monkeypatch):
    once()
    monkeypatch.setattr(compiled, "sources_digest", lambda: b"another state")
    assert once() == ({"كلمة": 1}, ["made"])


def test_without_a_cache_it_is_made_each_time(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ASCERTAIN_CACHE", str(tmp_path / "file"))
    assert once() == once() == ({"كلمة": 1}, ["made"])


def test_words_are_kept_by_what_they_are_asked_for_with():
    @compiled_words
    def letters(word: str, *, small: bool = True) -> frozenset[str]:
        return frozenset(word.lower() if small else word)

    for _ in range(2):
        assert letters("Ab") == {"a", "b"}
        assert letters("Ab", small=False) == {"A", "b"}


def test_a_lexicon_that_was_kept_finds_the_same():
    kept = compiled_once(Compiled[int], "entries", lambda: compile_entries(ENTRIES))
    again = compiled_once(Compiled[int], "entries", lambda: compile_entries([]))
    assert kept == again
    document = Document("وقوات النظام and a T-62 was killed")
    assert Lexicon(again).find(document) == Lexicon(ENTRIES).find(document)
    assert [hit.tags for hit in Lexicon(again).find(document)] == [(1,), (3,), (6,)]
    assert len(Lexicon(again)) == 5
    assert Lexicon(again).lookup("Killed") == (4, 5) and Lexicon(again).lookup("was") == ()

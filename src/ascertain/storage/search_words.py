"""Words as they are searched: folded like packs are, split by one rule, and Arabic words without particles too.

Every store keeps and looks for the words that `searchable` and `asked_for` give, so that all find the same. The order
of what is found is theirs too: BM25 as SQLite's FTS5 reckons it, cut to so many places, then kind and id.
"""

import hashlib
import re
import sqlite3
from functools import lru_cache
from typing import Literal

from ascertain.model.thing import Thing
from ascertain.text.arabic import prefix_length
from ascertain.text.fold import fold

RANK_STEPS = 1e12  # in one: what the arithmetic of two machines may differ in is cut off, so that it orders nothing
WEIGHT_FOLDED, WEIGHT_STEMS = 2.0, 1.0
_TOKENIZER = "unicode61 remove_diacritics 0"
_LONGEST = 400  # letters of a word; of a longer one the rest is kept as its digest
_ARABIC = re.compile("[\u0621-\u064a]{3,}")
_QUERY_PART = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")
_LONG = re.compile(rf"[^ ]{{{_LONGEST + 1},}}")


class Phrase(Thing, frozen=True, kw_only=True):
    """Words that must stand together in one of `columns`; the last one only begins a word where `begins`.

    A phrase without words is found nowhere.
    """

    words: tuple[str, ...]
    columns: tuple[Literal["folded", "stems"], ...] = ("folded",)
    begins: bool = False


class Splitter:
    """Splits folded text into words as FTS5 does, by asking it, so that no store can split otherwise."""

    def __init__(self) -> None:
        """Make an index in memory, which holds one text at a time."""
        self._index = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._index.execute(f"CREATE VIRTUAL TABLE text USING fts5 (words, content = '', tokenize = '{_TOKENIZER}')")
        self._index.execute("CREATE VIRTUAL TABLE word USING fts5vocab (text, instance)")

    def split(self, folded: str) -> str:
        """Return the words of `folded`, one space between two."""
        self._index.execute("INSERT INTO text (rowid, words) VALUES (1, ?)", (folded,))
        rows = self._index.execute("SELECT group_concat(term, ' ') FROM (SELECT term FROM word ORDER BY offset)")
        (words,) = rows.fetchone()
        self._index.execute("INSERT INTO text (text) VALUES ('delete-all')")
        return _LONG.sub(_cut, words or "")

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()


def _cut(long: re.Match[str]) -> str:
    return long[0][:_LONGEST] + hashlib.sha256(long[0].encode()).hexdigest()


def searchable(text: str, splitter: Splitter) -> tuple[str, str]:
    """Return the words of `text`, folded and split, and its Arabic words without particles and article."""
    folded = fold(text)
    stems = (_stem(word) for word in _ARABIC.findall(folded))
    return splitter.split(folded), " ".join(stem for stem in stems if stem)


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """Return the word cut, or nothing where there is nothing to cut."""
    length = prefix_length(word)
    return word[length:] if length else ""


def asked_for(words: str, splitter: Splitter) -> list[list[Phrase]]:
    """Return what a person asked for: of each list one phrase at least must be there.

    What was typed can't be taken for syntax but for quotation marks and a star behind a word.
    """
    asked: list[list[Phrase]] = []
    for match in _QUERY_PART.finditer(fold(words)):
        phrase, word = match.groups()
        found = _WORD.findall(word if phrase is None else phrase)
        split = tuple(splitter.split(" ".join(found)).split())
        if len(found) > 1 or (found and phrase is not None):  # "T-62" are two words that stand together
            asked.append([Phrase(words=split)])
        elif found:
            asked.append(_ways(found[0], split, begins=word.endswith("*")))
    return asked


def _ways(word: str, split: tuple[str, ...], *, begins: bool) -> list[Phrase]:
    ways = [Phrase(words=split, columns=("folded", "stems"), begins=begins)]
    if stem := _stem(word) if _ARABIC.fullmatch(word) else "":
        ways += [Phrase(words=(stem,), columns=(column,), begins=begins) for column in ("stems", "folded")]
    return ways


def match_expression(asked: list[list[Phrase]]) -> str:
    """Return the FTS5 expression for what was asked for: each word is quoted, so that none is taken for syntax."""
    return " AND ".join(f"({' OR '.join(map(_quoted, ways))})" for ways in asked)


def _quoted(phrase: Phrase) -> str:
    column = f"{phrase.columns[0]} : " if len(phrase.columns) == 1 else ""
    return f'{column}"{" ".join(phrase.words)}"{"*" if phrase.begins else ""}'

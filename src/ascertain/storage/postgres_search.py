"""Searching words on PostgreSQL: the same hits as SQLite's FTS5, in the same order.

FTS5 ranks by BM25 (k1 1.2, b 0.75) over all rows of its index, a phrase's hits being weighted by the column. The same
is written here as SQL, term by term and in the same order, so that even the last digits agree.
"""

import math
from itertools import chain
from typing import TYPE_CHECKING, Any

from ascertain.storage.interface import Hit, SearchKind
from ascertain.storage.postgres_text import kept, plain
from ascertain.storage.search_words import RANK_STEPS, WEIGHT_FOLDED, WEIGHT_STEMS, Phrase

if TYPE_CHECKING:
    import psycopg

_WEIGHTS = {"folded": WEIGHT_FOLDED, "stems": WEIGHT_STEMS}
_K1, _B = 1.2, 0.75
_FEW_WORDS = 8  # that a beginning may mean: of more each row is looked at, since an index would find most of them
_LEAST = 1e-6  # what a phrase counts that more than half of all rows hold


class Search:
    """A search in `table`, `searched` or `searched_now`; statement by statement."""

    def __init__(self, connection: "psycopg.Connection[Any]", table: str) -> None:
        """Search on `connection`."""
        self._connection, self._table = connection, table

    def find(self, asked: list[list[Phrase]], kind: SearchKind | None, limit: int) -> list[Hit]:
        """Return what holds one phrase at least of each list, nearest first."""
        rows, length = self._one(f"SELECT count(*), sum(length) FROM {self._table}")
        if not rows or not asked or not length:
            return []
        phrases = [
            _Phrase(phrase, number, self._begun(phrase)) for number, phrase in enumerate(chain.from_iterable(asked))
        ]
        given: dict[str, Any] = {"kind": kind, "limit": limit, "average": float(length) / rows}
        for phrase in phrases:
            given |= phrase.given
        for phrase in phrases:
            (hits,) = self._one(f"SELECT count(*) FROM {self._table} WHERE {phrase.stands}", phrase.given)
            weight = math.log((rows - hits + 0.5) / (hits + 0.5))
            given[phrase.weight] = weight if weight > 0.0 else _LEAST
        score = " + ".join(["0.0::float8", *(phrase.score for phrase in phrases)])
        waiting = iter(phrases)
        stands = " AND ".join(f"({' OR '.join(next(waiting).stands for _ in ways)})" for ways in asked)
        found = self._connection.execute(
            f"SELECT kind, id, trunc(-1.0::float8 * ({score}) * {RANK_STEPS!r}::float8)::bigint AS nearness"
            f" FROM {self._table} WHERE {stands} AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)"
            " ORDER BY nearness, kind, id LIMIT %(limit)s",
            given,
        )
        return [Hit(kind=plain(kind), id=plain(id), rank=nearness / RANK_STEPS) for kind, id, nearness in found]

    def _begun(self, phrase: Phrase) -> list[str]:
        """Return the words that begin with a phrase's last one, where that only begins a word."""
        if not (phrase.begins and phrase.words):
            return []
        last = kept(phrase.words[-1])
        rows = self._connection.execute(
            "SELECT word FROM word WHERE word >= %s AND word < %s", (last, f"{last}\U0010ffff")
        )
        return [word for (word,) in rows]

    def _one(self, statement: str, given: dict[str, Any] | None = None) -> tuple[Any, ...]:
        return self._connection.execute(statement, given).fetchone() or (0, 0)


class _Phrase:
    """The SQL of one phrase: where it stands, how often, and what that counts."""

    def __init__(self, phrase: Phrase, number: int, begun: list[str]) -> None:
        self.weight = f"weight{number}"
        self._n, self._many, self._begins = number, len(phrase.words) > 1, phrase.begins
        words = [kept(word) for word in phrase.words]
        self.given: dict[str, Any] = {}
        for name, value in (
            ("first", words[0] if words else ""), ("last", words[-1] if words else ""), ("words", words),
            ("sure", words[:-1] if phrase.begins else words), ("between", words[1:-1]), ("begun", begun),
            ("more", len(words) - 1),
        ):  # fmt: skip
            self.given[f"{name}{number}"] = value
        columns = phrase.columns if words else ()
        self.stands = f"({' OR '.join(map(self._stands, columns)) or 'false'})"
        often = " + ".join(f"{_WEIGHTS[column]}::float8 * {self._often(column)}" for column in columns) or "0.0::float8"
        lengths = f"(1.0::float8 - {_B} + {_B}::float8 * length / %(average)s::float8)"
        self.score = (
            f"(SELECT %({self.weight})s::float8 * ((f * {_K1 + 1.0}::float8) / (f + {_K1}::float8 * {lengths}))"
            f" FROM (SELECT {often} AS f OFFSET 0) AS often)"  # or else each f would be counted anew
        )

    def _given(self, name: str, as_type: str) -> str:
        return f"%({name}{self._n})s::{as_type}"

    def _stands(self, column: str) -> str:
        held = f"{column}_words @> {self._given('sure', 'text[]')}"
        begun = f"{column}_words && {self._given('begun', 'text[]')}"
        if len(self.given[f"begun{self._n}"]) > _FEW_WORDS:
            begun = f"strpos(' ' || {column}, ' ' || {self._given('last', 'text')}) > 0"
        if not self._many:
            return begun if self._begins else held
        return f"({held} AND {f'{begun} AND ' if self._begins else ''}{self._often(column)} > 0)"

    def _often(self, column: str) -> str:
        """Return how often the phrase stands in a column."""
        words = f"{column}_words"
        if not self._many and self._begins:  # in the text, where a space is before each word: far faster than by word
            text, begun = f"' ' || {column}", f"' ' || {self._given('last', 'text')}"
            return f"((length({text}) - length(replace({text}, {begun}, ''))) / length({begun}))"
        places = f'array_positions({words}, {self._given("first", "text")} COLLATE "C")'
        if not self._many:
            return f"cardinality({places})"
        more, last = self._given("more", "integer"), self._given("last", "text")
        ends = f"starts_with({words}[at + {more}], {last})" if self._begins else f"{words}[at + {more}] = {last}"
        between = f"{words}[at + 1 : at + {more} - 1] = {self._given('between', 'text[]')}"
        return f"(SELECT count(*) FROM unnest({places}) AS at WHERE {ends} AND {between})"

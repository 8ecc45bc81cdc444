"""Finding the names of a table in the keys of a text: the longest, left to right, none overlapping."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import daachorse

from ascertain.knowledge.gazetteer.compile import automaton_of
from ascertain.knowledge.gazetteer.keys import KeyStream
from ascertain.knowledge.gazetteer.table import Table
from ascertain.model import Broken

# So many keys are looked up in the sorted names in the time in which the automaton is read.
_FEW_KEYS = 4_000
_BETWEEN = "  "  # two words of a name


class Match(NamedTuple):
    """The keys [first, last) of a text are the name of this number."""

    first: int
    last: int
    number: int


class Matcher:
    """Finds a table's names: the first few texts one by one in the sorted names, further ones by the automaton.

    Both find the same; to read the automaton takes a fifth of a second, and as much memory as all else together.
    """

    def __init__(self, table: Table) -> None:
        """Take a table that was read or compiled."""
        self._table = table
        self._chosen: Sequence[int] = table.arrays["pattern"].data
        self._left = _FEW_KEYS

    def find(self, stream: KeyStream) -> list[Match]:
        """Return the names in the keys of a text."""
        if not len(self._chosen):
            return []
        if "automaton" not in self.__dict__ and len(stream.keys) <= self._left:
            self._left -= len(stream.keys)
            return self._looked_up(stream.keys)
        positions = stream.positions
        try:
            matches = self.automaton.find(stream.padded)
        except UnicodeEncodeError:  # half of a surrogate pair, as broken exports have them: it is in no name
            matches = self.automaton.find(stream.padded.encode("utf-8", "replace").decode())
        return [
            Match(bisect_left(positions, start), bisect_left(positions, end), self._chosen[pattern])
            for start, end, pattern in matches
        ]

    def prepare(self) -> None:
        """Read the automaton now."""
        if len(self._chosen):
            _ = self.automaton

    @cached_property
    def automaton(self) -> Any:
        """The automaton of the names; where what was kept of it is damaged it is made, and kept, again."""
        table = self._table
        try:
            content = table.checked_automaton()
        except Broken:
            table.automaton = content = automaton_of([table.text("key", number) for number in self._chosen])
            table.keep_again()
        return daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(content)

    def _looked_up(self, keys: Sequence[str]) -> list[Match]:
        """Return the names in `keys`, each looked up where it would stand among the table's sorted ones."""
        found, first = [], 0
        while first < len(keys):
            match = self._longest(keys, first)
            if match is not None:
                found.append(match)
            first = match.last if match is not None else first + 1
        return found

    def _longest(self, keys: Sequence[str], first: int) -> Match | None:
        """Return the longest name that begins with key `first`."""
        table, longest = self._table, None
        words, low = keys[first], 0
        for last in range(first + 1, len(keys) + 1):
            low = table.bounds("key", words, low)
            if table.begins("key", low, words, whole=True) and self._is_chosen(low):
                longest = Match(first, last, low)
            low = table.bounds("key", words + _BETWEEN, low)
            if last == len(keys) or not table.begins("key", low, words + _BETWEEN):
                break
            words += _BETWEEN + keys[last]
        return longest

    def _is_chosen(self, number: int) -> bool:
        """Return whether a name is looked for in texts at all (`compile`: not where it is too common a word)."""
        at = bisect_left(self._chosen, number)
        return at < len(self._chosen) and self._chosen[at] == number

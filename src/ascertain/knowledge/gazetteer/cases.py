"""Names in a grammatical case: what a gazetteer lists in the nominative stands in texts with another ending.

Which ending stands for which is data of a language (`places.toml`, `[cases]`); whether the name that comes out is one
is the gazetteer's to say, so that no rule invents a place.
"""

from collections.abc import Sequence

from ascertain.knowledge.gazetteer.layer import Layer

_SHORTEST = 2  # letters of a stem
_LIMIT = 100_000  # words remembered

Endings = tuple[tuple[str, str], ...]


class Nominatives:
    """Finds the listed form of inflected words of one script; remembers the words that it was asked for."""

    def __init__(self, layers: Sequence[Layer], endings: Endings) -> None:
        """Take pairs of ending and nominative ending; the script is that of the endings."""
        letter = ord(next(letter for ending, base in endings for letter in ending + base))
        low, high = chr(letter & ~0xFF), chr((letter & ~0xFF) + 0x100)
        self.endings = tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair)))
        self.names = frozenset[str]().union(*(layer.single_words(low, high) for layer in layers))
        self.words = frozenset[str]().union(*(layer.words(low, high) for layer in layers))
        self.low, self.high = low, high
        self.memo: dict[str, str] = {}

    def key(self, key: str) -> str:
        """Return the key that a word's key stands for: itself where it is listed or no rule leads to a listed one.

        A form that is a name by itself is preferred to one that is only a word of longer names.
        """
        if not self.low <= key < self.high:
            return key
        found = self.memo.get(key)
        if found is None:
            if len(self.memo) > _LIMIT:
                self.memo.clear()
            found = self.memo[key] = self._key(key)
        return found

    def _key(self, key: str) -> str:
        if key in self.names:
            return key
        bases = [
            key[: len(key) - len(ending)] + base
            for ending, base in self.endings
            if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST
        ]
        for known in (self.names, self.words):
            if (listed := next((base for base in bases if base in known), None)) is not None:
                return listed
        return key

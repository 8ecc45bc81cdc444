"""What the finders found in a text, by the word at which it begins."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ascertain.extract.numbers import CountWords
from ascertain.model import Mention
from ascertain.text import Document

_SHELVES = {"actor": "actors", "place": "places", "equipment": "equipment"}


@dataclass(slots=True)
class Found:
    """Mentions by first word: the word after their last, and the mention (several where names share a first word)."""

    times: dict[int, tuple[int, Mention]] = field(default_factory=dict)
    counts: dict[int, tuple[int, Mention]] = field(default_factory=dict)
    names: dict[int, tuple[int, list[tuple[str, Mention]]]] = field(default_factory=dict)
    _outer: dict[int, tuple[int, int]] = field(default_factory=dict)

    def counted(self, mention: Mention) -> tuple[int, int]:
        """Return the words [first, last) of a count with its modifiers ("at least five")."""
        return self._outer[id(mention)]

    def is_in_party(self, document: Document, name: int, first: int, last: int) -> bool:
        """Return whether words are part of a known party's name, of those names that begin at `name`.

        The "Mobilisation" of a force's name moves nobody.
        """
        start, end = document.starts[first], document.ends[last - 1]
        return any(
            kind == "actors" and getattr(mention.parsed, "actors", ()) and mention.start <= start and end <= mention.end
            and mention.end - mention.start > end - start
            for kind, mention in self.names[name][1]
        )  # fmt: skip

    def add(self, document: Document, mention: Mention) -> None:
        """Put a mention on its shelf; of two times at one word the longer stays."""
        within = document.words_in(mention.start, mention.end)
        if not within:
            return
        first, last = within.start, within.stop
        if mention.kind == "time":
            if first not in self.times or self.times[first][0] < last:
                self.times[first] = (last, mention)
        elif mention.kind == "count":
            words = mention.parsed if isinstance(mention.parsed, CountWords) else None
            outer = (words.outer_first, words.outer_last) if words else (first, last)
            self._outer[id(mention)] = outer
            self.counts[outer[0]] = (outer[1], mention)
        else:
            end, held = self.names.get(first, (0, []))
            self.names[first] = (max(end, last), [*held, (_SHELVES[mention.kind], mention)])


def beginning_in(mentions: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """Return the mentions, of those in order of the text, that begin at a character of [first, last)."""
    low, high = (bisect_left(mentions, at, key=lambda mention: mention.start) for at in (first, last))
    return mentions[low:high]


def shelve(document: Document, mentions: Iterable[Mention]) -> Found:
    """Return the mentions of a document by their first words."""
    found = Found()
    for mention in mentions:
        found.add(document, mention)
    return found

"""Dictionary look-up over words, whole words only.

An entry is looked for where a word stands that begins one: a text has few such places, and a table of the entries by
their words answers exactly there. An automaton over the text, whose hits must be traced back to words, measures slower
for thousands of entries; the gazetteer, with a million names that begin with almost any word, has one.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from ascertain.text.arabic import readings
from ascertain.text.document import Document, words_of_phrase, words_of_phrases

Tag = TypeVar("Tag")
_Way = tuple[int, str]  # letters cut off a word, and the rest


class Hit(NamedTuple, Generic[Tag]):
    """Words [first, last) of a document that are an entry, and the entry's tags.

    `start` and `end` are the offsets in the text, after particles but with the article; `stemmed` tells that particles
    or the article were cut off any of the words.
    """

    first: int
    last: int
    start: int
    end: int
    tags: tuple[Tag, ...]
    stemmed: bool


class Lexicon(Generic[Tag]):
    """Entries, each a phrase with a tag; a phrase may have several tags."""

    def __init__(self, entries: Iterable[tuple[str, Tag]]) -> None:
        """Compile the entries; their order does not matter to what is found."""
        by_words: dict[tuple[str, ...], list[Tag]] = {}
        entries = list(entries)
        for words, (_, tag) in zip(words_of_phrases([phrase for phrase, _ in entries]), entries, strict=True):
            if words and tag not in (tags := by_words.setdefault(words, [])):
                tags.append(tag)
        self._tags: dict[tuple[str, ...], tuple[Tag, ...]] = {words: tuple(tags) for words, tags in by_words.items()}
        self._ways = _Ways(frozenset(word for words in by_words for word in words))
        lengths: dict[str, set[int]] = {}
        for words in by_words:
            lengths.setdefault(words[0], set()).add(len(words))
        # How long the entries of several words are that begin with a word, the longest first, and the word's own tags.
        self._beginning: dict[str, tuple[tuple[int, ...], tuple[Tag, ...] | None]] = {
            word: (tuple(sorted(found - {1}, reverse=True)), self._tags.get((word,))) for word, found in lengths.items()
        }

    def __len__(self) -> int:
        """Return the number of distinct phrases."""
        return len(self._tags)

    def lookup(self, phrase: str) -> tuple[Tag, ...]:
        """Return the tags of exactly this phrase."""
        return self._tags.get(words_of_phrase(phrase), ())

    def find(self, document: Document, *, stems: bool = True) -> list[Hit[Tag]]:
        """Return the longest entries, left to right, none overlapping.

        With `stems`, words are also looked up without Arabic particles, first with their article and then without.
        Of two entries that overlap the one of more words is taken, then the one that is written as it stands.
        """
        words, starts, ends, ways = document.words, document.starts, document.ends, self._ways
        hits = [
            Hit(first, last, starts[first], ends[last - 1], tags, False)
            for first, last, tags in self._matches(words, frozenset())
        ]
        if not stems or not document.is_arabic:
            return hits
        cuttable = [(index, way) for index, word in enumerate(words) if (way := ways[word]) is not None]
        shortest = {index: cut for index, (cut, _) in cuttable if cut is not None}
        longest = {index: cut for index, (_, cut) in cuttable if cut is not None}
        passes = [hits]
        if shortest:
            passes.append(self._without_particles(document, shortest))
        if longest and longest != shortest:
            passes.append(self._without_particles(document, longest))
        return _longest(passes) if len(passes) > 1 else hits

    def _without_particles(self, document: Document, cuts: dict[int, _Way]) -> list[Hit[Tag]]:
        """Return the entries that are found with particles cut off any of their words."""
        words = document.words
        read = list(words)
        for index, (_, rest) in cuts.items():
            read[index] = rest
        # A particle in front begins another phrase; the article does not.
        barred = frozenset([index for index in cuts if not words[index].startswith("ال")])
        found = []
        for first, last, tags in self._matches(read, barred):
            way = cuts.get(first)
            if way is None and (last == first + 1 or cuts.keys().isdisjoint(range(first, last))):
                continue  # found as it stands
            start = document.start_without(first, way[0]) if way is not None else document.starts[first]
            found.append(Hit(first, last, start, document.ends[last - 1], tags, True))
        return found

    def _matches(self, words: Sequence[str], barred: frozenset[int]) -> list[tuple[int, int, tuple[Tag, ...]]]:
        """Return the longest entries among `words`, as words [first, last): none reaches into a word that is barred."""
        beginning, tags, limit, found, after = self._beginning, self._tags, len(words), [], 0
        for first, (lengths, alone) in [
            (index, beginning[word]) for index, word in enumerate(words) if word in beginning
        ]:
            if first < after:
                continue
            for length in lengths:
                last = first + length
                entry = tags.get(tuple(words[first:last])) if last <= limit else None
                if entry is not None and (not barred or barred.isdisjoint(range(first + 1, last))):
                    found.append((first, last, entry))
                    after = last
                    break
            else:
                if alone is not None:
                    found.append((first, first + 1, alone))
        return found


class _Ways(dict[str, tuple[_Way | None, _Way | None] | None]):
    """How words may be read without particles, so that the rest is in a vocabulary; each word is worked out once.

    The shortest cut spares a word that the vocabulary has as it stands; the longest cuts wherever it can.
    """

    limit = 200_000

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known

    def __missing__(self, word: str) -> tuple[_Way | None, _Way | None] | None:
        fitting = [way for way in readings(word) if way[1] in self.known]
        if fitting and word in self.known and word.startswith("لل") and fitting[0][1].startswith("ال"):
            fitting = fitting[:1]  # a word of a longer entry, and by itself what bears the article: للنظام
        found = (None if word in self.known else fitting[0], fitting[-1]) if fitting else None
        if len(self) < self.limit:
            self[word] = found
        return found


def _longest(passes: Sequence[list[Hit[Tag]]]) -> list[Hit[Tag]]:
    """Return the hits of several passes over the same words, the longer before the shorter, none overlapping."""
    ranked = [(hit.first - hit.last, number, hit.first, hit) for number, hits in enumerate(passes) for hit in hits]
    ranked.sort(key=_rank)
    taken: set[int] = set()
    chosen = []
    for _, _, _, hit in ranked:
        if hit.last == hit.first + 1:
            if hit.first in taken:
                continue
            taken.add(hit.first)
        else:
            words = range(hit.first, hit.last)
            if not taken.isdisjoint(words):
                continue
            taken.update(words)
        chosen.append(hit)
    chosen.sort(key=_first)
    return chosen


def _rank(entry: tuple[int, int, int, Hit[Tag]]) -> tuple[int, int, int]:
    return entry[:3]


def _first(hit: Hit[Tag]) -> int:
    return hit.first

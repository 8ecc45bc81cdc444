"""Dictionary look-up over words, whole words only, in one pass.

Text and entries are padded to `" tok  tok "`, so that an Aho-Corasick automaton's leftmost-longest matches are exact
to the word: matching plain text and checking the boundary afterwards loses 3 % of the true matches, because a longer
false match hides a shorter true one.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import daachorse

from ascertain.text.arabic import readings
from ascertain.text.document import Document

Tag = TypeVar("Tag")


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
        by_phrase: dict[str, list[Tag]] = {}
        for phrase, tag in entries:
            padded = _pad(Document(phrase).words)
            if padded and tag not in (tags := by_phrase.setdefault(padded, [])):
                tags.append(tag)
        phrases = sorted(by_phrase)
        self._tags: list[tuple[Tag, ...]] = [tuple(by_phrase[phrase]) for phrase in phrases]
        self._vocabulary = frozenset(word for phrase in phrases for word in phrase.split())
        self._exact: dict[str, tuple[Tag, ...]] = dict(zip(phrases, self._tags, strict=True))
        self._automaton = (
            daachorse.CharwiseDoubleArrayAhoCorasick(phrases, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
            if phrases
            else None
        )

    def __len__(self) -> int:
        """Return the number of distinct phrases."""
        return len(self._tags)

    def lookup(self, phrase: str) -> tuple[Tag, ...]:
        """Return the tags of exactly this phrase."""
        return self._exact.get(_pad(Document(phrase).words), ())

    def find(self, document: Document, *, stems: bool = True) -> list[Hit[Tag]]:
        """Return the longest entries, left to right, none overlapping.

        With `stems`, words are also looked up without Arabic particles, first with their article and then without.
        Of two entries that overlap the one of more words is taken, then the one that is written as it stands.
        """
        hits = self._matches(document, document.words, None)
        if not stems or not document.is_arabic:
            return hits
        ways = (self._read(document.words, longest=False), self._read(document.words, longest=True))
        passes = [hits, *(self._matches(document, way[0], way[1]) for way in ways if way is not None)]
        return _longest(passes) if len(passes) > 1 else hits

    def _read(self, words: Sequence[str], *, longest: bool) -> tuple[list[str], dict[int, int]] | None:
        """Return the words with particles cut where the rest is one that an entry has, and the cuts by word.

        The shortest cut spares a word that an entry has as it stands; the longest cuts wherever it can.
        """
        read, cuts, known = list(words), {}, self._vocabulary
        for index, word in enumerate(words):
            ways = readings(word)
            if not ways or (not longest and word in known):
                continue
            for cut, rest in reversed(ways) if longest else ways:
                if rest in known:
                    read[index], cuts[index] = rest, cut
                    break
        return (read, cuts) if cuts else None

    def _matches(self, document: Document, words: Sequence[str], cuts: dict[int, int] | None) -> list[Hit[Tag]]:
        if self._automaton is None or not words:
            return []
        index_at, position = {}, 0
        for index, word in enumerate(words):
            if cuts and index in cuts and not document.words[index].startswith("ال"):
                position += 1  # a particle in front begins another phrase
            index_at[position] = index
            position += len(word) + 2
        found = []
        for start, end, pattern in self._automaton.find(_pad(words) if not cuts else _barred(document, words, cuts)):
            first = index_at[start]
            last = index_at.get(end) or index_at.get(end + 1, len(words))
            stemmed = cuts is not None and any(index in cuts for index in range(first, last))
            offset = document.start_without(first, cuts[first]) if cuts and first in cuts else document.starts[first]
            found.append(Hit(first, last, offset, document.ends[last - 1], self._tags[pattern], stemmed))
        return found


def _longest(passes: Sequence[list[Hit[Tag]]]) -> list[Hit[Tag]]:
    """Return the hits of several passes over the same words, the longer before the shorter, none overlapping."""
    ranked = [
        (hit.first - hit.last, number, hit.first, hit)
        for number, hits in enumerate(passes)
        for hit in hits
        if number == 0 or hit.stemmed
    ]
    ranked.sort(key=lambda entry: entry[:3])
    taken: set[int] = set()
    chosen = []
    for _, _, _, hit in ranked:
        words = range(hit.first, hit.last)
        if taken.isdisjoint(words):
            taken.update(words)
            chosen.append(hit)
    chosen.sort(key=lambda hit: hit.first)
    return chosen


def _pad(words: Sequence[str]) -> str:
    return f" {'  '.join(words)} " if words else ""


def _barred(document: Document, words: Sequence[str], cuts: dict[int, int]) -> str:
    """Return the words padded, with a bar before each that a particle was cut off: no entry reaches across it."""
    parts = []
    for index, word in enumerate(words):
        bar = index in cuts and not document.words[index].startswith("ال")
        parts.append(f"\x1f {word} " if bar else f" {word} ")
    return "".join(parts)

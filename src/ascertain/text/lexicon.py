"""Dictionary look-up over words, whole words only, in one pass.

Text and entries are padded to `" tok  tok "`, so that an Aho-Corasick automaton's leftmost-longest matches are exact
to the word: matching plain text and checking the boundary afterwards loses 3 % of the true matches, because a longer
false match hides a shorter true one.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import daachorse

from ascertain.text.document import Document

Tag = TypeVar("Tag")


class Hit(NamedTuple, Generic[Tag]):
    """Words [first, last) of a document that are an entry, and the entry's tags.

    `start` and `end` are the offsets in the text; `stemmed` tells that particles were cut off the first word, or
    particles or the article off any.
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

        With `stems`, words that are in no entry as written are looked up again without Arabic particles.
        """
        hits = self._matches(document, document.words, stemmed=False)
        if stems and any(stem is not word for stem, word in zip(document.stems, document.words, strict=True)):
            taken = {index for hit in hits for index in range(hit.first, hit.last)}
            for hit in self._matches(document, document.stems, stemmed=True):
                if taken.isdisjoint(range(hit.first, hit.last)):
                    hits.append(hit)
            hits.sort(key=lambda hit: hit.first)
        return hits

    def _matches(self, document: Document, words: Sequence[str], *, stemmed: bool) -> list[Hit[Tag]]:
        if self._automaton is None or not words:
            return []
        index_at, position = {}, 0
        for index, word in enumerate(words):
            index_at[position] = index
            position += len(word) + 2
        found = []
        for start, end, pattern in self._automaton.find(_pad(words)):
            first, last = index_at[start], index_at.get(end, len(words))
            offset = document.stem_starts[first] if stemmed else document.starts[first]
            found.append(Hit(first, last, offset, document.ends[last - 1], self._tags[pattern], stemmed))
        return found


def _pad(words: Sequence[str]) -> str:
    return f" {'  '.join(words)} " if words else ""

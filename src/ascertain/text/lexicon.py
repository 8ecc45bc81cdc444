"""Dictionary look-up over words, whole words only.

An entry is looked for where a word stands that begins one: a text has few such places, and a table of the entries by
their words answers exactly there. An automaton over the text, whose hits must be traced back to words, measures slower
for thousands of entries; the gazetteer, with a million names that begin with almost any word, has one.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import msgspec

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


class Compiled(msgspec.Struct, Generic[Tag], array_like=True):
    """Entries as they are looked up: plain values, which can be kept (`ascertain.text.compiled`).

    `beginnings` has for every word that begins an entry the number of its own tags (-1 where it is none by itself),
    how many words longer entries have, the longest first, and by the further words of these the numbers of their tags.
    """

    tags: list[tuple[Tag, ...]]
    beginnings: dict[str, tuple[int, tuple[int, ...], dict[str, int]]]
    words: frozenset[str]


def compile_entries(entries: Iterable[tuple[str, Tag]]) -> Compiled[Tag]:
    """Return entries, each a phrase with a tag, as they are looked up; their order does not matter to what is found."""
    by_words: dict[tuple[str, ...], list[Tag]] = {}
    entries = list(entries)
    for words, (_, tag) in zip(words_of_phrases([phrase for phrase, _ in entries]), entries, strict=True):
        if words and tag not in (tags := by_words.setdefault(words, [])):
            tags.append(tag)
    numbers: dict[tuple[Tag, ...], int] = {}
    begun: dict[str, dict[str, int]] = {}
    lengths: dict[str, set[int]] = {}
    for words, tags in by_words.items():
        number = numbers.setdefault(tuple(tags), len(numbers))
        begun.setdefault(words[0], {})[" ".join(words[1:])] = number
        lengths.setdefault(words[0], set()).add(len(words))
    beginnings = {
        word: (rests.pop("", -1), tuple(sorted(lengths[word] - {1}, reverse=True)), rests)
        for word, rests in begun.items()
    }
    return Compiled(list(numbers), beginnings, frozenset(word for words in by_words for word in words))


class Lexicon(Generic[Tag]):
    """Entries, each a phrase with a tag; a phrase may have several tags."""

    def __init__(self, entries: Iterable[tuple[str, Tag]] | Compiled[Tag]) -> None:
        """Compile the entries, or take them as they were compiled before."""
        compiled = entries if isinstance(entries, Compiled) else compile_entries(entries)
        self._tags, self._beginnings = compiled.tags, compiled.beginnings
        self._ways = _Ways(compiled.words)

    def __len__(self) -> int:
        """Return the number of distinct phrases."""
        return sum((alone >= 0) + len(rests) for alone, _, rests in self._beginnings.values())

    def __bool__(self) -> bool:
        """Return whether there are any: asked once a text, where counting them takes longer than the text does."""
        return bool(self._beginnings)

    def lookup(self, phrase: str) -> tuple[Tag, ...]:
        """Return the tags of exactly this phrase."""
        first, *rest = words_of_phrase(phrase) or ("",)
        alone, _, rests = self._beginnings.get(first, (-1, (), dict[str, int]()))
        number = rests.get(" ".join(rest), -1) if rest else alone
        return self._tags[number] if number >= 0 else ()

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
        beginnings, tags, limit, found, after = self._beginnings, self._tags, len(words), [], 0
        for first, (alone, lengths, rests) in [
            (index, beginnings[word]) for index, word in enumerate(words) if word in beginnings
        ]:
            if first < after:
                continue
            for length in lengths:
                last = first + length
                if last > limit:
                    continue
                number = rests.get(words[first + 1] if length == 2 else " ".join(words[first + 1 : last]))
                if number is not None and (not barred or barred.isdisjoint(range(first + 1, last))):
                    found.append((first, last, tags[number]))
                    after = last
                    break
            else:
                if alone >= 0:
                    found.append((first, first + 1, tags[alone]))
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

"""Shared runs of words, by an inverted join over fingerprints.

Copying is containment, not resemblance: a quoted paragraph inside a long article is a copy although the two texts
are little alike, which is what MinHash misses. So each text becomes the set of its runs of three words, the sets are
joined on the runs that few texts have, and containment is counted exactly for the pairs that come out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ascertain.engine.distinct import distinct, held_in, is_first
from ascertain.model import Item
from ascertain.text.blanked import blanked
from ascertain.text.fold import fold_characters, fold_word

RUN = 3  # words in a run
STOCK = 5  # a run in the texts of this many different events belongs to nobody
CROWD = 24  # a run in more texts than this is joined along a chain instead of each with each

_WORD = re.compile(r"[^\W_]+")  # the words that a tag joins are compared as words
_LINK = re.compile(r"https?://\S+|\bpic\.twitter\.com/\S+|\bt\.co/\S+")
_GROUND = np.uint64(0x9E3779B97F4A7C15)

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]


def words_of(item: Item) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the folded words of what the author wrote, with their offsets: no furniture, links or hidden words."""
    found = [(fold_word(match.group()), match.span()) for match in _WORD.finditer(_written(item))]
    kept = [(word, span) for word, span in found if word]
    return [word for word, _ in kept], [span for _, span in kept]


def _written(item: Item) -> str:
    """Return an item's text folded by characters, with blanks for what its author did not write."""
    flat = blanked(fold_characters(item.text), (*item.furniture, *item.hidden))
    return _LINK.sub(lambda link: " " * len(link.group()), flat)


@dataclass(frozen=True)
class Shared:
    """Two texts, by their places in the collection, and how many runs of its own each has and both share."""

    first: int
    second: int
    shared: int
    of_first: int
    of_second: int

    @property
    def containment(self) -> float:
        """The share of the shorter text's runs that the longer one has too."""
        return self.shared / max(1, min(self.of_first, self.of_second))


class RunIndex:
    """The runs of every text of a collection."""

    def __init__(self, items: Sequence[Item], events: Sequence[int]) -> None:
        """Index the items; `events` gives each a number for the event that it is about, -1 where that is unknown."""
        vocabulary: dict[str, int] = {}
        words = (filter(None, map(fold_word, _WORD.findall(_written(item)))) for item in items)
        self.in_order = [_fingerprints(list(found), vocabulary) for found in words]
        self.runs: list[Hashes] = [distinct(found) for found in self.in_order]
        self._drop_stock(np.asarray(events, dtype=np.int64))

    def _drop_stock(self, events: Numbers) -> None:
        """Leave out the runs that stand in texts about many events: furniture and set phrases."""
        often = _held_by(self.runs, STOCK)
        numbers = np.where(events < 0, len(events) + np.arange(len(events)), events)
        held = [np.searchsorted(often, found[held_in(found, often)]) for found in self.runs]
        owners = np.repeat(numbers, [len(places) for places in held])
        pairs = distinct(np.concatenate([np.zeros(0, np.int64), *held]) * np.int64(2 * len(events) + 1) + owners)
        spread = np.bincount(pairs // np.int64(2 * len(events) + 1), minlength=len(often))
        stock = often[spread >= STOCK]
        self.runs = [found[~held_in(found, stock)] for found in self.runs]

    def pairs(self, least: int) -> Iterator[Shared]:
        """Yield the pairs of texts that share at least `least` runs, in order of their places."""
        held = _held_by(self.runs, 2)
        shared = [found[held_in(found, held)] for found in self.runs]
        owners = np.repeat(np.arange(len(shared)), [len(found) for found in shared])
        everything = np.concatenate([np.zeros(0, np.uint64), *shared])
        order = np.argsort(everything, kind="stable")
        codes = _joined(everything[order], owners[order], len(self.runs))
        codes.sort()
        starts = np.flatnonzero(is_first(codes))
        often = np.diff(np.r_[starts, len(codes)]) >= min(least, 3)
        for code in codes[starts[often]].tolist():
            first, second = divmod(code, len(self.runs))
            both = int(np.count_nonzero(held_in(shared[first], shared[second])))
            if both >= least:
                yield Shared(first, second, both, len(self.runs[first]), len(self.runs[second]))

    def common_words(self, first: int, second: int) -> tuple[int, int]:
        """Return the longest stretch of words [start, end) of text `first` that stands in `second` as well."""
        inside = held_in(self.in_order[first], self.runs[second])
        best, start, length = (0, 0), 0, 0
        for place, shared in enumerate(inside.tolist()):
            start, length = (start if length else place, length + 1) if shared else (place, 0)
            if length > best[1] - best[0]:
                best = (start, start + length)
        return best[0], best[1] + RUN - 1 if best[1] > best[0] else best[1]

    def covered(self, first: int, second: int) -> NDArray[np.bool_]:
        """Return for each word of text `first` whether it stands in a run that `second` has too."""
        inside = held_in(self.in_order[first], self.runs[second])
        words = np.zeros(len(inside) + RUN - 1 if len(inside) else 0, dtype=bool)
        for step in range(RUN):
            words[step : step + len(inside)] |= inside
        return words


def _held_by(runs: Sequence[Hashes], texts: int) -> Hashes:
    """Return the runs that so many texts have, in order; those of each text are different and in order."""
    everything = np.concatenate([np.zeros(0, np.uint64), *runs])
    everything.sort()
    last = everything[texts - 1 :]
    return distinct(last[last == everything[: len(last)]])


def _fingerprints(words: Sequence[str], vocabulary: dict[str, int]) -> Hashes:
    for word in words:
        vocabulary.setdefault(word, len(vocabulary) + 1)
    numbers = np.fromiter(map(vocabulary.__getitem__, words), dtype=np.uint64, count=len(words))
    if len(numbers) < RUN:
        return np.zeros(0, dtype=np.uint64)
    length = len(numbers) - RUN + 1
    found = np.zeros(length, dtype=np.uint64)
    for step in range(RUN):
        found = (found ^ numbers[step : step + length]) * _GROUND
        found ^= found >> np.uint64(29)
    return found


def _joined(runs: Hashes, owners: Numbers, n: int) -> Numbers:
    """Return `first * n + second` once for each run that two texts share; crowds are chained to their first member."""
    starts = np.flatnonzero(is_first(runs))
    sizes = np.diff(np.r_[starts, len(runs)])
    codes = []
    for size in range(2, CROWD + 1):
        rows = owners[starts[sizes == size][:, None] + np.arange(size)]
        codes += [rows[:, left] * n + rows[:, right] for left, right in combinations(range(size), 2)]
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        members = owners[start : start + size]
        codes.append(members[:-1] * n + members[1:])
        codes.append(members[0] * n + members[1:])
    return np.concatenate(codes) if codes else np.zeros(0, dtype=np.int64)

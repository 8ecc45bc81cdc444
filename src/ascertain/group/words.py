"""Rare words: what two texts about one event share where neither gives a date, such as the names of the dead."""

import math
import re
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ascertain.model import Claim, Item
from ascertain.text.arabic import prefix_length
from ascertain.text.blanked import blanked
from ascertain.text.fold import fold_characters, fold_word

_WORD = re.compile(r"[^\W\d_]{3,}")
REACH = 220  # characters around a claim that belong to its telling where an item tells of several events
COMMON = 0.02  # a word in a larger share of the tellings than this brings nobody together
VERY_RARE = 6  # tellings that have a word which few others have
# Added to the squared length of every bag: among a handful of texts nobody knows which words are rare, and a few
# that two share by chance must not look like much.
CAUTION = 60.0


def written(item: Item) -> str:
    """Return an item's text folded by characters, with blanks for the page's furniture and hidden words."""
    return blanked(fold_characters(item.text), (*item.furniture, *item.hidden))


def words_near(flat: str, claims: Sequence[Claim], alone: bool) -> frozenset[str]:
    """Return the folded words of what is `written` in an item, or of the part of it around some claims."""
    if alone:
        parts = [flat]
    else:
        parts = [flat[max(0, claim.quote.start - REACH) : claim.quote.end + REACH] for claim in claims]
    return frozenset(map(_stem, set(chain.from_iterable(map(_WORD.findall, parts)))))


@lru_cache(maxsize=1 << 17)
def _stem(word: str) -> str:
    folded = fold_word(word)
    return folded[prefix_length(folded) :]


class Bags:
    """The words of each telling, kept as numbers: as words they would take more than all else that is held of it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[str, int] = {}
        self._bags: list[array[int]] = []

    def add(self, words: frozenset[str]) -> None:
        """Add the words of one more telling."""
        numbers = self._numbers
        self._bags.append(array("i", [numbers.setdefault(word, len(numbers)) for word in words]))

    def weighted(self) -> list[dict[int, float]]:
        """Return each bag with the weight of each word: the rarer, the heavier; words of one bag only are left out."""
        many = len(self._bags)
        spread = np.bincount(np.concatenate([np.zeros(0, np.int32), *map(_column, self._bags)])).tolist()
        most = max(2, int(COMMON * many))
        kept = (number for _, number in sorted(self._numbers.items()) if 2 <= spread[number] <= most)
        # By the number that a word came with: the number that stands for its place in order, and its weight.
        order = {number: (place, math.log(many / spread[number])) for place, number in enumerate(kept)}
        return [dict(sorted(order[number] for number in bag if number in order)) for bag in self._bags]


def _column(bag: "array[int]") -> NDArray[np.int32]:
    return np.array(bag, np.int32)


def very_rare(total: int) -> float:
    """Return the weight from which on a word is very rare in a collection of so many tellings."""
    return math.log(max(1, total) / VERY_RARE)


def length(bag: dict[int, float]) -> float:
    """Return the length of a bag for the cosine of two."""
    return math.sqrt(CAUTION + sum(weight * weight for weight in bag.values()))

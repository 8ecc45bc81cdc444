"""Pairs of tellings, held so that millions of them fit into memory."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

import numpy as np

_AT_ONCE = 10_000


class Pair(NamedTuple):
    """Two tellings, what speaks for one event in log odds, and the reasons."""

    score: float
    first: int
    second: int
    because: tuple[str, ...]


class Pairs(Sequence[Pair]):
    """Pairs, most alike first, of equal ones in order of their tellings: columns of numbers, and each reason once."""

    def __init__(self, found: Iterable[Pair]) -> None:
        """Take the pairs in any order."""
        scores, firsts, seconds, whys = array("d"), array("i"), array("i"), array("i")
        reasons: dict[tuple[str, ...], int] = {}
        for score, first, second, because in found:
            scores.append(score)
            firsts.append(first)
            seconds.append(second)
            whys.append(reasons.setdefault(because, len(reasons)))
        columns = [np.array(column) for column in (scores, firsts, seconds, whys)]
        order = np.lexsort((columns[2], columns[1], -columns[0]))
        self._scores, self._firsts, self._seconds, self._whys = (column[order] for column in columns)
        self._reasons = list(reasons)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._scores)

    def __iter__(self) -> Iterator[Pair]:
        """Yield them, most alike first."""
        for start in range(0, len(self), _AT_ONCE):
            yield from self[start : start + _AT_ONCE]

    @overload
    def __getitem__(self, place: int) -> Pair: ...
    @overload
    def __getitem__(self, place: slice) -> list[Pair]: ...
    def __getitem__(self, place: int | slice) -> Pair | list[Pair]:
        """Return the pair at a place, or those at a range of places."""
        if isinstance(place, int):
            return self[place : place + 1 or None][0]
        columns = (column[place].tolist() for column in (self._scores, self._firsts, self._seconds))
        because = [self._reasons[why] for why in self._whys[place].tolist()]
        return list(map(Pair, *columns, because))

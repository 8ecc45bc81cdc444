"""Pairs of tellings, held so that millions of them fit into memory."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 10_000
_Numbers = NDArray[np.int32]


class Pair(NamedTuple):
    """Two tellings, what speaks for one event in log odds, and the reasons."""

    score: float
    first: int
    second: int
    because: tuple[str, ...]


Told = tuple[float, int, int, tuple[str, ...]]  # a pair, before it is one of `Pairs`


class Pairs(Sequence[Pair]):
    """Pairs, most alike first, of equal ones in order of their tellings: columns of numbers, and reasons aside.

    `scores`, `firsts` and `seconds` are the columns, for what is asked of millions of pairs at once.
    """

    def __init__(self, found: Iterable[Told]) -> None:
        """Take the pairs in any order."""
        scores, firsts, seconds, whys = array("d"), array("i"), array("i"), array("i")
        reasons: dict[tuple[str, ...], int] = {}
        for score, first, second, because in found:
            scores.append(score)
            firsts.append(first)
            seconds.append(second)
            whys.append(reasons.setdefault(because, len(reasons)))
        self._reasons = list(reasons)
        self._sort(*(np.array(column) for column in (scores, firsts, seconds, whys)))

    @classmethod
    def of_told(
        cls, firsts: NDArray[np.int64], seconds: NDArray[np.int64], told: Sequence[tuple[float, tuple[str, ...]]]
    ) -> "Pairs":
        """Return pairs of which `told` holds each one's score and reasons."""
        made, reasons = cls(()), dict[tuple[str, ...], int]()
        scores = np.array([score for score, _ in told], np.float64)
        whys = np.array([reasons.setdefault(because, len(reasons)) for _, because in told], np.int32)
        made._reasons = list(reasons)
        made._sort(scores, firsts.astype(np.int32), seconds.astype(np.int32), whys)
        return made

    @classmethod
    def of_columns(cls, scores: NDArray[np.float64], firsts: NDArray[np.int64], seconds: NDArray[np.int64]) -> "Pairs":
        """Return pairs for which no reasons are given."""
        made = cls(())
        made._reasons = [()]
        made._sort(scores, firsts.astype(np.int32), seconds.astype(np.int32), np.zeros(len(scores), np.int32))
        return made

    @classmethod
    def joined(cls, parts: Iterable["Pairs"]) -> "Pairs":
        """Return the pairs of all parts, of which no two have one in common."""
        made, reasons = cls(()), dict[tuple[str, ...], int]()
        columns = [(made.scores, made.firsts, made.seconds, made._whys)]
        for part in parts:
            numbers = np.array([reasons.setdefault(because, len(reasons)) for because in part._reasons], np.int32)
            columns.append((part.scores, part.firsts, part.seconds, numbers[part._whys]))
        made._reasons = list(reasons)
        made._sort(*(np.concatenate(column) for column in zip(*columns, strict=True)))
        return made

    def _sort(
        self,
        scores: NDArray[np.float64],
        firsts: NDArray[np.int32],
        seconds: NDArray[np.int32],
        whys: NDArray[np.int32],
    ) -> None:
        order = np.lexsort((seconds, firsts, -scores))
        self.scores, self.firsts, self.seconds, self._whys = (
            column[order] for column in (scores, firsts, seconds, whys)
        )

    def where(self, chosen: NDArray[np.bool_]) -> Iterator[Pair]:
        """Yield the pairs whose places are marked in `chosen`, most alike first."""
        yield from self.each(np.flatnonzero(chosen))

    def each(self, places: NDArray[np.int64]) -> Iterator[Pair]:
        """Yield the pairs at these places, few of them made at a time."""
        for start in range(0, len(places), _AT_ONCE):
            yield from self.at(places[start : start + _AT_ONCE])

    def with_others(self, dropped: NDArray[np.bool_], others: "Pairs") -> "Pairs":
        """Return the pairs without those whose places are marked in `dropped`, and with `others`."""
        kept = Pairs(())
        kept._reasons = self._reasons
        kept.scores, kept.firsts, kept.seconds, kept._whys = (
            column[~dropped] for column in (self.scores, self.firsts, self.seconds, self._whys)
        )
        return Pairs.joined([kept, others])

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.scores)

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
        return self.at(place)

    def at(self, places: slice | NDArray[np.int64]) -> list[Pair]:
        """Return the pairs at these places."""
        columns = (column[places].tolist() for column in (self.scores, self.firsts, self.seconds))
        because = [self._reasons[why] for why in self._whys[places].tolist()]
        return list(map(Pair, *columns, because))

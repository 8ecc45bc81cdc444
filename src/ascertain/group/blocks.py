"""Which tellings are compared at all: those that share a day, a place, a figure or rare words."""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ascertain.engine.distinct import distinct, is_first
from ascertain.group.geometry import is_area, point
from ascertain.group.telling import Telling, is_dated_about

Codes = NDArray[np.int64]  # pairs of tellings, each as one number, see `code`; blocks and tellings likewise
_CELL_DEGREES = 0.25
_FOLDER = 250  # so few tellings are all compared: in a folder a vague "in the south" must meet the village it means
_CROWD = 60  # a block of more tellings than this is compared with neighbours in order only
ALL_COMPARED = 200  # in a collection of so many tellings each is compared with each
_RARE = 40  # a word in more tellings than this brings nobody together
_VERY_RARE = 16
_NAMED = 5  # places of a telling by which others are looked for


def code(first: int, second: int, total: int) -> int:
    """Return a pair of tellings as one number: there are many times more pairs than tellings."""
    return first * total + second


def blocked(tellings: Sequence[Telling]) -> Codes:
    """Return the pairs that are worth comparing, each once and in order."""
    total = len(tellings)
    if total <= max(ALL_COMPARED, _FOLDER):
        first, second = np.triu_indices(total, 1)
        return np.asarray(first * total + second, np.int64)
    met = _met_in(_Blocks(_in_blocks(tellings), total), tellings)
    return distinct(np.concatenate([*met, _alike_in_words(tellings)]))


def newly_blocked(tellings: Sequence[Telling], moved: NDArray[np.bool_]) -> Codes:
    """Return the pairs of blocks with a telling that is `moved` to other days, each once and in order.

    What stands in no such block, and what is alike in words, was brought together before it moved.
    """
    total = len(tellings)
    if total <= max(ALL_COMPARED, _FOLDER):
        return np.empty(0, np.int64)
    blocks = _Blocks(_in_blocks(tellings), total)
    return distinct(np.concatenate(_met_in(blocks.with_any(moved), tellings)))


class _Blocks:
    """Blocks of tellings: `members` holds those of each one after the other, in order, from `starts` on."""

    def __init__(self, held: Codes, total: int) -> None:
        """Take blocks with their tellings, each as `block * total + telling`, in any order."""
        blocks, self.members = np.divmod(distinct(held), total)
        self.starts = np.flatnonzero(is_first(blocks))
        self.sizes = np.diff(np.r_[self.starts, len(blocks)])

    def with_any(self, marked: NDArray[np.bool_]) -> "_Blocks":
        """Return those that hold a telling which is marked."""
        found = _Blocks(np.empty(0, np.int64), 1)
        if len(self.starts):
            held = np.logical_or.reduceat(marked[self.members], self.starts)
            found.members, found.starts, found.sizes = self.members, self.starts[held], self.sizes[held]
        return found

    def of_size(self, size: int) -> Codes:
        """Return the tellings of the blocks of so many, a row for each block."""
        members: Codes = self.members[self.starts[self.sizes == size][:, None] + np.arange(size)]
        return members

    def larger(self, size: int) -> Iterator[Codes]:
        """Yield the tellings of each block of more than so many."""
        chosen = self.sizes > size
        for start, many in zip(self.starts[chosen], self.sizes[chosen], strict=True):
            yield self.members[start : start + many]


def _met_in(blocks: _Blocks, tellings: Sequence[Telling]) -> list[Codes]:
    """Return the pairs that meet in blocks, some of them more than once."""
    days = np.fromiter(map(_day_of, tellings), np.int64, len(tellings))
    crowds = (_neighbours(members, days) for members in blocks.larger(_CROWD))
    return [_each_with_each(blocks, range(2, _CROWD + 1), len(tellings)), *crowds]


def _each_with_each(blocks: _Blocks, sizes: Iterable[int], total: int) -> Codes:
    """Return the pairs of the members of the blocks of these sizes; a pair of several blocks comes as often."""
    found = [np.empty(0, np.int64)]
    for size in sizes:
        first, second = np.triu_indices(size, 1)
        rows = blocks.of_size(size)
        found.append((rows[:, first] * total + rows[:, second]).ravel())
    return np.concatenate(found)


def _neighbours(members: Codes, days: Codes) -> Codes:
    """Return the pairs of tellings that stand near each other in order of their days."""
    ordered = members[np.lexsort((members, days[members]))]
    found = []
    for step in range(1, 1 + _CROWD // 2):
        one, other = ordered[:-step], ordered[step:]
        found.append(np.minimum(one, other) * len(days) + np.maximum(one, other))
    return np.concatenate(found)


def _in_blocks(tellings: Sequence[Telling]) -> Codes:
    """Return each telling with each block that it is in, as `block * total + telling`."""
    numbers: dict[Hashable, int] = {}
    held, in_cells = array("q"), array("q")
    for telling in tellings:
        days = _days_about(telling)
        for key in _keys(telling, days):
            held.append(numbers.setdefault(key, len(numbers)) * len(tellings) + telling.number)
        for place in telling.places[:_NAMED] if days else ():
            if (spot := point(place)) is not None:
                row, column = int(spot[0] // _CELL_DEGREES), int(spot[1] // _CELL_DEGREES)
                in_cells.extend((telling.number, row, column, days.start, len(days)))
    cells = _cells(np.array(in_cells, np.int64).reshape(-1, 5), len(tellings))
    return np.concatenate([np.array(held, np.int64), len(numbers) * len(tellings) + cells])


def _cells(spots: Codes, total: int) -> Codes:
    """Return each telling with its cells by day; a spot is a telling's number, row, column, first day and days."""
    many = spots[:, 4]
    number, row, column, first = np.repeat(spots[:, :4], many, axis=0).T
    day = first + np.arange(len(first)) - np.repeat(np.cumsum(many) - many, many)
    keys = np.concatenate(
        [((row + south) * 10_000 + column + west) * 10_000_000 + day for south in (0, 1) for west in (0, 1)]
    )
    held: Codes = np.searchsorted(distinct(keys), keys) * total + np.tile(number, 4)
    return held


def _days_about(telling: Telling) -> range:
    """Return the days by which others are looked for."""
    if telling.days is not None:
        few = telling.days.last - telling.days.first <= 3
        return range(telling.days.first - 1, telling.days.last + 2) if few else range(0)
    if telling.published is not None:
        return range(telling.published - 2, telling.published + 2)
    if telling.said is not None and is_dated_about(telling):
        return range(round(telling.said.day) - 2, round(telling.said.day) + 2)
    return range(0)


def _keys(telling: Telling, days: range) -> Iterator[Hashable]:
    """Yield the blocks that a telling is in beside its cells by day: its days, its places, these by what it says."""
    if telling.main:
        yield from days
    for key in (*telling.spots[:_NAMED], *(place.id for place in telling.places[:_NAMED] if is_area(place))):
        yield "place", key
        for kind, told in (("killed", telling.killed), ("injured", telling.injured)):
            yield from ((kind, key, number) for number in told if number)
        yield from (("clue", key, *clue) for clue in telling.clues)
        yield from (("weekday", key, weekday) for weekday in telling.weekdays | _weekday_told(telling))


def _weekday_told(telling: Telling) -> frozenset[int]:
    """Return the weekday of a day, so that in a crowd a report of "Thursday" meets those of a Thursday."""
    days: set[int] = set()
    if telling.days is None and telling.published is not None:
        days = {telling.published}
    elif telling.days is not None and telling.days.sharp:
        days = {telling.days.first, telling.days.last}
    return frozenset(date.fromordinal(day).isoweekday() for day in days)


def _alike_in_words(tellings: Sequence[Telling]) -> Codes:
    """Return the pairs that share a very rare word, or two rare ones."""
    total = len(tellings)
    words = np.fromiter(chain.from_iterable(telling.words for telling in tellings), np.int64)
    holders = np.repeat(np.arange(total), [len(telling.words) for telling in tellings])
    blocks = _Blocks(words * total + holders, total)
    shared = np.sort(_each_with_each(blocks, range(_VERY_RARE + 1, _RARE + 1), total))
    very_rare = _each_with_each(blocks, range(2, _VERY_RARE + 1), total)
    return np.concatenate([very_rare, shared[1:][shared[1:] == shared[:-1]]])


def _day_of(telling: Telling) -> int:
    if telling.days is not None:
        return telling.days.first
    return telling.published or 0

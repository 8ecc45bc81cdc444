"""Which tellings are compared at all: those that share a day, a place, a figure or rare words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ascertain.engine.distinct import distinct
from ascertain.group.geometry import is_area, point
from ascertain.group.telling import Telling, is_dated_about

Codes = NDArray[np.int64]  # pairs of tellings, each as one number, see `code`
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
    met = _met_in(_blocks(tellings).values(), tellings)
    return distinct(np.concatenate([*met, _alike_in_words(tellings)]))


def newly_blocked(tellings: Sequence[Telling], moved: NDArray[np.bool_]) -> Codes:
    """Return the pairs of blocks with a telling that is `moved` to other days, each once and in order.

    What stands in no such block, and what is alike in words, was brought together before it moved.
    """
    total = len(tellings)
    if total <= max(ALL_COMPARED, _FOLDER):
        return np.empty(0, np.int64)
    here = moved.tolist()
    blocks = _blocks(tellings).values()
    met = _met_in((members for members in blocks if any(here[number] for number in members)), tellings)
    return distinct(np.concatenate(met))


def _blocks(tellings: Sequence[Telling]) -> dict[tuple[object, ...], list[int]]:
    blocks: dict[tuple[object, ...], list[int]] = {}
    for telling in tellings:
        for key in set(_keys(telling)):
            blocks.setdefault(key, []).append(telling.number)
    return blocks


def _met_in(blocks: Iterable[Sequence[int]], tellings: Sequence[Telling]) -> list[Codes]:
    """Return the pairs that meet in blocks, some of them more than once."""
    small: list[Sequence[int]] = []
    crowds: list[Sequence[int]] = []
    for members in blocks:
        (small if len(members) <= _CROWD else crowds).append(members)
    return [_each_with_each(small, len(tellings)), *(_neighbours(members, tellings) for members in crowds)]


def _each_with_each(blocks: Iterable[Sequence[int]], total: int) -> Codes:
    """Return the pairs of the members of each block, which are in order; a pair of several blocks comes as often."""
    alike: dict[int, list[Sequence[int]]] = {}
    for members in blocks:
        alike.setdefault(len(members), []).append(members)
    found = [np.empty(0, np.int64)]
    for many, rows in sorted(alike.items()):
        first, second = np.triu_indices(many, 1)
        numbers = np.array(rows, np.int64)
        found.append((numbers[:, first] * total + numbers[:, second]).ravel())
    return np.concatenate(found)


def _neighbours(members: Sequence[int], tellings: Sequence[Telling]) -> Codes:
    """Return the pairs of tellings that stand near each other in order of their days."""
    ordered = np.array(sorted(members, key=lambda number: (_day_of(tellings[number]), number)), np.int64)
    found = []
    for step in range(1, 1 + _CROWD // 2):
        one, other = ordered[:-step], ordered[step:]
        found.append(np.minimum(one, other) * len(tellings) + np.maximum(one, other))
    return np.concatenate(found)


def _keys(telling: Telling) -> Iterator[tuple[object, ...]]:
    """Yield the blocks that a telling is in: its places by day, its places, its days by cell."""
    days: Iterable[int | None] = [None]
    if telling.days is not None and telling.days.last - telling.days.first <= 3:
        days = range(telling.days.first - 1, telling.days.last + 2)
    elif telling.days is None and telling.published is not None:
        days = range(telling.published - 2, telling.published + 2)
    elif telling.days is None and telling.said is not None and is_dated_about(telling):
        days = range(round(telling.said.day) - 2, round(telling.said.day) + 2)
    if telling.main:
        for day in days:
            if day is not None:
                yield "day", day
    for key in (*telling.spots[:_NAMED], *(place.id for place in telling.places[:_NAMED] if is_area(place))):
        yield "place", key
        for kind, told in (("killed", telling.killed), ("injured", telling.injured)):
            yield from ((kind, key, number) for number in told if number)
        yield from (("clue", key, *clue) for clue in telling.clues)
        yield from (("weekday", key, weekday) for weekday in telling.weekdays | _weekday_told(telling))
    for place in telling.places[:_NAMED]:
        spot = point(place)
        if spot is None:
            continue
        row, column = int(spot[0] // _CELL_DEGREES), int(spot[1] // _CELL_DEGREES)
        for day in days:
            if day is not None:
                yield from (("cell", r, c, day) for r in (row, row + 1) for c in (column, column + 1))


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
    holders: dict[int, list[int]] = {}
    for telling in tellings:
        for word in telling.words:
            holders.setdefault(word, []).append(telling.number)
    very_rare = [members for members in holders.values() if len(members) <= _VERY_RARE]
    rare = [members for members in holders.values() if _VERY_RARE < len(members) <= _RARE]
    shared = np.sort(_each_with_each(rare, len(tellings)))
    return np.concatenate([_each_with_each(very_rare, len(tellings)), shared[1:][shared[1:] == shared[:-1]]])


def _day_of(telling: Telling) -> int:
    if telling.days is not None:
        return telling.days.first
    return telling.published or 0

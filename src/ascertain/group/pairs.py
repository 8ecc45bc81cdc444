"""Which tellings are compared at all, and what the signs say of each pair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ascertain.engine.interface import Engine
from ascertain.engine.local import OneProcess
from ascertain.group.day_signs import day_sign
from ascertain.group.geometry import is_area, point
from ascertain.group.interface import Evidence
from ascertain.group.pair import Pair, Pairs, Told
from ascertain.group.signs import SIGNS, weights
from ascertain.group.telling import Telling, is_dated_about
from ascertain.model import Derivation

Codes = NDArray[np.int64]  # pairs of tellings, each as one number, see `_code`
_CELL_DEGREES = 0.25
_FOLDER = 250  # so few tellings are all compared: in a folder a vague "in the south" must meet the village it means
_CROWD = 60  # a block of more tellings than this is compared with neighbours in order only
ALL_COMPARED = 200  # in a collection of so many tellings each is compared with each
HOPELESS = -6.0  # log odds
_PART = 512  # pairs compared at a time
_RARE = 40  # a word in more tellings than this brings nobody together
_VERY_RARE = 16
_NAMED = 5  # places of a telling by which others are looked for
_DERIVED = {"copies": 3.5, "forwards": 3.0, "answers": 3.0, "translates": 2.5, "same_wire": 0.0, "same_media": 1.5}


def scored_pairs(tellings: Sequence[Telling], derivation: Derivation, engine: Engine | None = None) -> Pairs:
    """Return the pairs that are worth comparing, most alike first; the order depends on their contents alone.

    With an `engine` pairs are compared on it.
    """
    derived = _derived(tellings, derivation)
    tied = np.array([_code(*tie, len(tellings)) for tie in derived], np.int64)
    return Pairs(_compared(np.union1d(_blocked(tellings), tied), tellings, derived, engine))


def _compared(
    met: Codes,
    tellings: Sequence[Telling],
    derived: Mapping[tuple[int, int], float],
    engine: Engine | None,
) -> Iterator[Told]:
    """Yield what the signs say of each pair of tellings of two items, in the order of `met`."""
    worths, total = weights(len(tellings)), len(tellings)

    def part(start: int) -> list[tuple[float, tuple[str, ...], int, int]]:
        return [
            (*compared(tellings[first], tellings[second], worths, derived.get((first, second), 0.0)), first, second)
            for first, second in (divmod(code, total) for code in met[start : start + _PART].tolist())
            if tellings[first].item != tellings[second].item
        ]

    for told in (engine or OneProcess()).map(part, range(0, len(met), _PART)):
        for score, because, first, second in told:
            yield score, first, second, because


def rescored(
    pairs: Pairs,
    before: Sequence[Telling],
    after: Sequence[Telling],
    derivation: Derivation,
    engine: Engine | None = None,
) -> Pairs:
    """Return the pairs of tellings of which some are now known to have been said about a day.

    Only what the days say is compared again, and those that their days now bring together.
    """
    if all(one.said is None for one in after):
        return pairs
    met = np.setdiff1d(_blocked(after), pairs.firsts.astype(np.int64) * len(after) + pairs.seconds)
    brought = _compared(met, after, _derived(after, derivation), engine)
    moved = np.array([one.said is not None and one.days is None for one in after], bool)
    again = (pairs.scores >= HOPELESS) & (moved[pairs.firsts] | moved[pairs.seconds])
    return pairs.with_others(again, chain(_compared_by_day(pairs.where(again), before, after), brought))


def _compared_by_day(pairs: Iterable[Pair], before: Sequence[Telling], after: Sequence[Telling]) -> Iterator[Pair]:
    """Yield each pair with what the days about which its tellings were said now tell."""
    worths = weights(len(after))
    for pair in pairs:
        old = _worth(day_sign(before[pair.first], before[pair.second]), worths)
        evidence = day_sign(after[pair.first], after[pair.second])
        new = _worth(evidence, worths)
        reasons = (*pair.because, evidence.because) if evidence.because and new > 0 and old <= 0 else pair.because
        yield Pair(round(pair.score + new - old, 6), pair.first, pair.second, reasons)


def _worth(evidence: Evidence, worths: Mapping[str, float]) -> float:
    worth = 0.0
    for name, value in evidence.values:
        worth += worths[name] * value
    return worth


def compared(
    first: Telling, second: Telling, worths: Mapping[str, float], derived: float = 0.0
) -> tuple[float, tuple[str, ...]]:
    """Return what the signs say of two tellings and why; `derived` is what a tie between their items tells."""
    score = worths["items.prior"] + worths["items.derived"] * derived
    reasons = ["one item takes its words from the other"] if derived > 0 else []
    for sign in SIGNS:
        values, because = sign(first, second)
        if values:
            worth = 0.0
            for name, value in values:
                worth += worths[name] * value
            score += worth
            if worth > 0 and because:
                reasons.append(because)
            if score < HOPELESS:
                break  # nothing that is still to come makes up for it
    return round(score, 6), tuple(reasons)


def _derived(tellings: Sequence[Telling], derivation: Derivation) -> dict[tuple[int, int], float]:
    """Return what derivation is worth for each pair of tellings of two tied items; less where one tells of several."""
    by_item: dict[str, list[int]] = {}
    for telling in tellings:
        by_item.setdefault(telling.item, []).append(telling.number)
    found: dict[tuple[int, int], float] = {}
    for edge in derivation.edges:
        worth = _DERIVED.get(edge.kind, 0.0)
        takers, givers = by_item.get(edge.taker, ()), by_item.get(edge.giver, ())
        if not worth or not takers or not givers:
            continue
        share = worth if len(takers) == len(givers) == 1 else worth / 2
        for one in takers:
            for other in givers:
                key = (min(one, other), max(one, other))
                found[key] = max(found.get(key, 0.0), share * (edge.score or 1.0 if edge.kind == "copies" else 1.0))
    return found


def _blocked(tellings: Sequence[Telling]) -> Codes:
    """Return the pairs that are worth comparing, each once and in order."""
    total = len(tellings)
    if total <= max(ALL_COMPARED, _FOLDER):
        first, second = np.triu_indices(total, 1)
        return np.asarray(first * total + second, np.int64)
    blocks: dict[tuple[object, ...], list[int]] = {}
    for telling in tellings:
        for key in set(_keys(telling)):
            blocks.setdefault(key, []).append(telling.number)
    crowds = [members for members in blocks.values() if len(members) > _CROWD]
    met = [_each_with_each([members for members in blocks.values() if len(members) <= _CROWD], total)]
    met += [_neighbours(members, tellings) for members in crowds]
    return np.unique(np.concatenate([*met, _alike_in_words(tellings)]))


def _code(first: int, second: int, total: int) -> int:
    """Return a pair of tellings as one number: there are many times more pairs than tellings."""
    return first * total + second


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

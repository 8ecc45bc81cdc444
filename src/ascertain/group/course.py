"""The course of a series: on which day each of its numbers was given, most likely, by the days of all others.

Days never fall along a series, and its numbers rise about evenly, at a pace that now and then changes. So the days and
the pace are the hidden states of a chain, and what each report may have been said on are its observations: the
forward-backward algorithm (Rabiner 1989, "A Tutorial on Hidden Markov Models") gives for each number how probable each
day is by what is known of the others. One report that is taken for another event's does not move its neighbours when
theirs agree, as it would move a line that is drawn through the best points.
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ascertain.group.likely_days import Likely
from ascertain.group.series import Series
from ascertain.group.telling import Said

_Days = NDArray[np.float64]  # a probability for each day
_ByPace = NDArray[np.float64]  # the same for each pace: (paces, days)

_PACES = (0.4, 0.6, 0.8, 1.0, 1.25, 1.7, 2.5)  # how many times as many days a number as over the whole series
_USUAL = 1.0  # how much the less likely a pace is at first, for each e-fold that it differs
_HOLD, _STEP = 60.0, 0.9  # days for which a pace holds, and how much less likely the next but one is than the next
_VARIANCE, _LEAST_VARIANCE = 0.1, 0.3  # of a gap's days for each day that is expected, and of any gap
_UNEVEN, _UNEVEN_SLOPE = 0.03, 2.0  # how often a gap is of no such length, and how fast other lengths grow rarer
_NEAR = (0.54, 0.15, 0.055, 0.025)  # a report of another's event is of its very day, of one before or behind, ...
_ANY_DAY = 1 / 365  # how probable each day is for a report that is of none of its likely days
_MARGIN = 40  # days before and behind what the line says of its ends
BEYOND = 60.0  # days past the last point for which its line still tells something
_WIDEST = 40.0  # days that a report may be off on average to be of use
_LEAST_OTHERS = 2.0  # how many others must have a day
_LONG = 256  # days, beyond which they are moved on by their frequencies: one report may recall another decade
_AT_ONCE, _OVERLAP = 300, 40  # reports of a series that are looked at together, and of them with the next


def said_along(series: Series, likely: Sequence[Likely | None]) -> list[Said | None]:
    """Return about when each report of a series was said, by the likely days of the others; None where none tells."""
    found: list[Said | None] = []
    count = len(series.items)
    while len(found) < count:
        start = max(0, len(found) - _OVERLAP)
        end = min(count, start + _AT_ONCE)
        part = _part(series, start, end, likely[start:end])
        kept = end if end == count else end - _OVERLAP
        found += part[len(found) - start : kept - start]
    return found


def _part(series: Series, start: int, end: int, likely: Sequence[Likely | None]) -> list[Said | None]:
    nothing: list[Said | None] = [None] * (end - start)
    known = math.fsum(one.sure for one in likely if one is not None)
    if series.rate is None or not series.line or known < _LEAST_OTHERS:
        return nothing
    numbers = series.numbers[start:end]
    by_line = [series.day_of(number) for number in numbers]
    low, high = series.line[0].day - BEYOND, series.line[-1].day + BEYOND
    within = [min(max(day, low), high) for day in by_line]
    first, last = math.floor(min(within)) - _MARGIN, math.ceil(max(within)) + _MARGIN
    observed = [_observed(one, first, last) for one in likely]
    gaps = [(after - before) * series.rate for before, after in pairwise(numbers)]
    found = nothing
    for place, probable in enumerate(_probable_days(observed, gaps)):
        one = likely[place]
        if low <= by_line[place] <= high and known - (one.sure if one is not None else 0.0) >= _LEAST_OTHERS:
            found[place] = _summed_up(probable, first)
    return found


def _summed_up(probable: _Days, first: int) -> Said | None:
    days = np.arange(len(probable))
    day = int(np.searchsorted(np.cumsum(probable), 0.5))
    spread = float(probable @ np.abs(days - day))
    return Said(float(first + day), round(max(0.5, spread), 2)) if spread < _WIDEST else None


def _observed(likely: Likely | None, first: int, last: int) -> _Days:
    """Return how well each day fits what is known of a report."""
    fits = np.full(last - first + 1, _ANY_DAY * (1.0 - (likely.sure if likely is not None else 0.0)))
    if likely is None:
        return fits
    near = (1.0,) if likely.exact else _NEAR
    for day, odds in likely.odds.items():
        for off in range(1 - len(near), len(near)):
            if first <= day + off <= last:
                fits[day + off - first] += odds * near[abs(off)]
    return fits


def _probable_days(observed: Sequence[_Days], gaps: Sequence[float]) -> list[_Days]:
    """Return for each report how probable each day is by the others; `gaps` are the days expected between them."""
    moves = [_moving(gap, len(observed[0])) for gap in gaps]
    changes = [_change(gap) for gap in gaps]
    usual = np.exp(-_USUAL * np.abs(np.log(_PACES)))
    ahead = [np.outer(usual / usual.sum(), np.full(len(observed[0]), 1.0 / len(observed[0])))]
    for seen, move, change in zip(observed, moves, changes, strict=False):
        ahead.append(_scaled(change.T @ move(ahead[-1] * seen)))
    behind = [np.ones_like(ahead[0])]
    for seen, move, change in zip(observed[:0:-1], moves[::-1], changes[::-1], strict=True):
        behind.append(_scaled(move((change @ (behind[-1] * seen))[:, ::-1])[:, ::-1]))
    return [_scaled((one * other).sum(0)) for one, other in zip(ahead, behind[::-1], strict=True)]


def _scaled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    total = values.sum()
    return values / total if total > 0 else np.full_like(values, 1.0 / values.size)


def _moving(gap: float, many: int) -> Callable[[_ByPace], _ByPace]:
    """Return what moves days on by a gap, of each pace by its own."""
    steps = [_gap(round(gap * pace, 2), many) for pace in _PACES]
    if many <= _LONG:
        return lambda days: np.array([np.convolve(one, step)[:many] for one, step in zip(days, steps, strict=True)])
    size = _round_size(many + max(map(len, steps)) - 1)
    spectra = np.array([np.fft.rfft(step, size) for step in steps])
    return lambda days: np.maximum(np.fft.irfft(np.fft.rfft(days, size) * spectra, size)[:, :many], 0.0)


@lru_cache(maxsize=1 << 9)
def _round_size(least: int) -> int:
    """Return the next even number that has no prime factor above five: what is fast to transform."""
    threes = (3**power for power in range(least.bit_length()))
    odd: list[int] = [three * 5**power for three in threes for power in range(least.bit_length())]
    return min(factor << max(1, (-(-least // factor) - 1).bit_length()) for factor in odd)


@lru_cache(maxsize=1 << 9)
def _gap(expected: float, most: int) -> _Days:
    """Return how probable each number of days is between two numbers, where so many are expected."""
    days = np.arange(min(most, max(12, int(4 * expected + 40))))
    off = (days - expected) ** 2 / (2 * (_VARIANCE * expected + _LEAST_VARIANCE))
    even = np.exp(off.min() - off)
    uneven = np.exp(-_UNEVEN_SLOPE * np.abs(np.log((days + 1) / (expected + 1))))
    probable: _Days = (1 - _UNEVEN) * even / even.sum() + _UNEVEN * uneven / uneven.sum()
    return probable


def _change(gap: float) -> NDArray[np.float64]:
    """Return how probable it is that the pace of a row becomes that of a column over a gap."""
    paces = np.arange(len(_PACES))
    others = np.exp(-_STEP * np.abs(paces[:, None] - paces[None, :]))
    held = math.exp(-gap / _HOLD)
    changed: NDArray[np.float64] = held * np.eye(len(_PACES)) + (1 - held) * others / others.sum(1, keepdims=True)
    return changed

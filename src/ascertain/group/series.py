"""Series: the numbers that one publisher, or one of its sections, gives as it publishes, and how fast they rise.

The likely days of a series' reports are points of one rising line; what fits no such line is left out as misread or
misplaced. How its numbers rise over the line is its rate.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ascertain.group.likely_days import Likely
from ascertain.group.serials import Serial

_OWN, _ALIKE = 6.0, 20.0  # what a date of its own is worth, and a likeness
_MANY_DAYS = 6  # days tried for one report
_BACK = 60  # points before one to which it may be joined
_UNEVEN, _EVEN = 2.0, 0.2  # what an uneven rate costs, and how uneven it may be for nothing
_LEAST_STEP = 3  # days between two points that tell of a rate
_ONE_SERIES = 0.85  # a publisher has one series where that explains so much of what its sections' do


class Point(NamedTuple):
    """A number of a series, a day on which it may have been given, and what speaks for it."""

    number: int
    day: int
    weight: float


@dataclass(frozen=True, slots=True)
class Series:
    """The items of one series in order of their numbers, and the points of its line; `rate` is in days a number."""

    items: tuple[str, ...]
    numbers: tuple[int, ...]
    line: tuple[Point, ...]
    rate: float | None

    def day_of(self, number: int) -> float:
        """Return the day of a number by the line alone, straight on from its ends; it must have points and a rate."""
        line, place = self.line, bisect_left(self.line, (number, -1, -1.0))
        if 0 < place < len(line):
            low, high = line[place - 1], line[place]
            return low.day + (high.day - low.day) * (number - low.number) / (high.number - low.number)
        end = line[0] if place == 0 else line[-1]
        return end.day + (number - end.number) * (self.rate or 0.0)


def series_of(serials: Mapping[str, Serial], likely: Mapping[str, Likely]) -> Iterator[Series]:
    """Yield the series: a publisher's, or each section's where they run apart."""
    publishers: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in sorted(serials, key=lambda one: (serials[one].number, one)):
        publishers[serials[item].publisher].append(item)
    for _, members in sorted(publishers.items()):
        sections: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for item in members:
            sections[serials[item].section].append(item)
        whole, weight = _series(members, serials, likely)
        apart = [_series(part, serials, likely) for part in sections.values()] if len(sections) > 1 else []
        if not apart or weight >= _ONE_SERIES * sum(own for _, own in apart):
            yield whole
        else:
            yield from (one for one, _ in apart)


def _series(
    members: Sequence[str], serials: Mapping[str, Serial], likely: Mapping[str, Likely]
) -> tuple[Series, float]:
    """Return a series with the best rising line through the likely days of its reports, and what speaks for it."""
    points = sorted(point for item in members if item in likely for point in _points(serials[item], likely[item]))
    line, rate, weight = _best_line(tuple(points))
    numbers = tuple(serials[item].number for item in members)
    return Series(tuple(members), numbers, line, rate), weight


@lru_cache(maxsize=1 << 12)
def _best_line(points: tuple[Point, ...]) -> tuple[tuple[Point, ...], float | None, float]:
    """Return the best rising line through points, its rate and its weight."""
    line, weight = rising(points, None)
    rate = _rate(line)
    for _ in range(2):
        if rate is None:
            break
        before = line
        line, weight = rising(points, rate)
        if line == before:
            break
        rate = _rate(line)
    return tuple(line), rate, weight


def _points(serial: Serial, likely: Likely) -> Iterator[Point]:
    best = sorted(likely.odds.items(), key=lambda entry: (-entry[1], entry[0]))[:_MANY_DAYS]
    for day, odds in best:
        yield Point(serial.number, day, _OWN * odds if likely.exact else math.log1p(_ALIKE * odds))


def rising(points: Sequence[Point], rate: float | None) -> tuple[list[Point], float]:
    """Return the heaviest chain of points whose numbers and days rise, and its weight.

    With a `rate`, in days a number, a step costs the more, the more its days differ from what the rate gives.
    """
    best: list[float] = []
    before: list[int] = []
    numbers, days = [point.number for point in points], [point.day for point in points]
    for place, (number, day, weight) in enumerate(points):
        top, link = weight, -1
        for other in range(place - 1, max(-1, place - 1 - _BACK), -1):
            value = best[other] + weight
            if value <= top or numbers[other] == number or days[other] > day:
                continue
            if rate is not None:
                value -= _unevenness(day - days[other], (number - numbers[other]) * rate)
            if value > top:
                top, link = value, other
        best.append(top)
        before.append(link)
    if not best:
        return [], 0.0
    place = max(range(len(best)), key=lambda one: (best[one], -one))
    weight, chain = best[place], []
    while place >= 0:
        chain.append(points[place])
        place = before[place]
    return chain[::-1], weight


def _unevenness(days: int, expected: float) -> float:
    return _UNEVEN * max(0.0, abs(math.log((days + 2.0) / (expected + 2.0))) - _EVEN)


def _rate(line: Sequence[Point]) -> float | None:
    """Return the days a number of a line: the weighted median over its pairs of points (Theil and Sen's)."""
    slopes: list[tuple[float, float]] = []
    for place, one in enumerate(line):
        for other in line[place + 1 : place + 40]:
            if other.number > one.number and other.day - one.day >= _LEAST_STEP:
                days = other.day - one.day
                slopes.append((days / (other.number - one.number), days * min(one.weight, other.weight)))
    half = sum(weight for _, weight in slopes) / 2
    for slope, weight in sorted(slopes):
        half -= weight
        if half <= 0:
            return slope
    return None

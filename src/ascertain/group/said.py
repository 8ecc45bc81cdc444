"""When a report without a date was said, by the serial number in its address.

A publisher's numbers rise with time and about evenly. The reports of a series that give a day, and those that look
like a dated report of another publisher, are points of one rising line; what fits no such line is left out as misread
or misplaced. A report between two points was said between them, most likely as far along as its number lies. On one
platform all pages' numbers rise about as fast: the day of one post tells about when others of its page were made.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ascertain.group.days import is_day_of_year
from ascertain.group.pair import Pair
from ascertain.group.rarity import with_days_worth
from ascertain.group.serials import Serial, month_in, serial_of
from ascertain.group.telling import Said, Telling
from ascertain.model import Item

_NEAR = 3.0  # spreads within which a weekday or day of the year is looked for
_WEEK = 10  # days; a weekday tells nothing of a longer stretch
_WORDED_SPREAD = 0.6

_LEAST = 3  # other points that a series must have
_MANY = 8  # so many points make a line that can be trusted
_SPREAD, _SPREAD_GROWTH = 1.0, 0.12  # days, and days for each day that the nearest point is away
_LOOSE_SPREAD, _LOOSE_GROWTH = 1.5, 0.3  # the same on a line of few points
_MONTH = 30.0
_BEYOND = 60.0  # days past the last point for which its line still tells something
_ALIKE_NUMBERS = 1.4  # how many times as large a number may be of a page on the same host that rises as fast
_LENT_SPREAD, _LENT_GROWTH = 2.0, 0.2  # days, and days for each day away, by another page's rate
_KNOWN = 2.5  # what a point must be worth to stand for its line alone

_OWN, _TOLD, _ALIKE = 6.0, 2.9, 20.0  # what a date of its own is worth, a day that it tells of, a likeness of one
_LEAST_ALIKE = 0.05  # probability of being one event with a dated report, below which its day is no point
_STEEPNESS, _SHIFT = 1.1, -0.3  # log odds that are summed over pairs to those that hold
_POINTS = 6  # days tried for one report
_BACK = 60  # points before one to which it may be joined
_UNEVEN, _EVEN = 2.0, 0.2  # what an uneven rate costs, and how uneven it may be for nothing
_ONE_SERIES = 0.85  # a publisher has one series where that explains so much of what its sections' do


class Point(NamedTuple):
    """A number of a series, a day on which it may have been given, and what speaks for it."""

    number: int
    day: int
    weight: float


def with_said(
    tellings: Sequence[Telling],
    items: Sequence[Item],
    pairs: Iterable[Pair],
    known: Mapping[int, Said] | None = None,
) -> list[Telling]:
    """Return the tellings, those of items without a day of publication with about when they were said.

    A weekday or a day of the year that the words give near that day makes it that day. `known` is what an earlier call
    found, by the numbers of tellings: what is dated so well dates reports of other publishers that look like it.
    """
    serials = {item.id: serial for item in items if (serial := serial_of(item.url)) is not None}
    said = _months(tellings, items) | said_days(tellings, serials, pairs, known or {})
    placed = [replace(one, said=_by_its_words(said[one.item], one)) if one.item in said else one for one in tellings]
    return with_days_worth(placed)


def _months(tellings: Sequence[Telling], items: Sequence[Item]) -> dict[str, Said]:
    """Return the middle of the month that an address has where it has no day: `/2022/04/shells-hit-market`."""
    wanted = {telling.item for telling in tellings if telling.published is None}
    found = {item.id: month for item in items if item.id in wanted and (month := month_in(item.url)) is not None}
    return {item: Said(month.toordinal() + _MONTH / 2, _MONTH / 4) for item, month in found.items()}


def said_days(
    tellings: Sequence[Telling],
    serials: Mapping[str, Serial],
    pairs: Iterable[Pair],
    known: Mapping[int, Said] | None = None,
) -> dict[str, Said]:
    """Return for each item whose own words and address give no day of publication when it was said, about."""
    wanted = {telling.item for telling in tellings if telling.published is None and telling.item in serials}
    if not wanted:
        return {}
    likely = _likely_days(tellings, serials, pairs, known or {})
    found: dict[str, Said] = {}
    lines = list(_lines(serials, likely))
    rates = _rates(lines, serials)
    for line, members in lines:
        for item in members:
            if item not in wanted:
                continue
            serial = serials[item]
            said = _between(line, serial.number) or _by_lent_rate(line, serial, rates.get(serial.publisher[0], ()))
            if said is not None:
                found[item] = said
    return found


def _rates(
    lines: Iterable[tuple[list[Point], list[str]]], serials: Mapping[str, Serial]
) -> dict[str, list[tuple[float, float]]]:
    """Return for each host the middle number of each of its pages' long lines, and its rate in days a number."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for line, members in lines:
        if len(line) >= _MANY and (rate := _rate(line)) is not None:
            found[serials[members[0]].publisher[0]].append((line[len(line) // 2].number, rate))
    return found


def _by_lent_rate(line: Sequence[Point], serial: Serial, rates: Sequence[tuple[float, float]]) -> Said | None:
    """Return about when a number of a page with hardly any points was given, by how fast another's numbers rise."""
    if not serial.has_owner:
        return None
    known = [point for point in line if point.number != serial.number and point.weight >= _KNOWN]
    alike = [
        (ratio, rate)
        for number, rate in rates
        if (ratio := max(number, serial.number) / min(number, serial.number)) < _ALIKE_NUMBERS
    ]
    if not known or not alike:
        return None
    _, rate = min(alike)
    nearest = min(known, key=lambda point: (abs(point.number - serial.number), point))
    away = (serial.number - nearest.number) * rate
    if abs(away) > _BEYOND:
        return None
    return Said(nearest.day + away, _LENT_SPREAD + _LENT_GROWTH * abs(away))


def _by_its_words(said: Said, telling: Telling) -> Said:
    reach = range(math.floor(said.day - _NEAR * said.spread), math.ceil(said.day + _NEAR * said.spread) + 1)
    near = sorted(reach, key=lambda day: (abs(day - said.day), day))
    if telling.clues:
        fitting = [day for day in near if is_day_of_year(day, telling.clues) == 0]
    elif len(telling.weekdays) == 1:
        fitting = [day for day in near if date.fromordinal(day).isoweekday() in telling.weekdays]
        if len(near) > _WEEK:
            return said
    else:
        return said
    return Said(fitting[0], min(said.spread, _WORDED_SPREAD)) if fitting else said


def _likely_days(
    tellings: Sequence[Telling], serials: Mapping[str, Serial], pairs: Iterable[Pair], known: Mapping[int, Said]
) -> dict[str, dict[int, float]]:
    """Return for each item with a serial number the days on which it may have been said, each with its weight."""
    unlike: dict[str, dict[int, float]] = defaultdict(dict)  # the probability that it is of no dated report's event
    own_days = [_day(telling) for telling in tellings]
    days = [_day_or_known(telling, known) for telling in tellings]
    publishers = [serials[one.item].publisher if one.item in serials else () for one in tellings]
    for pair in pairs:
        if not (tellings[pair.first].main and tellings[pair.second].main):
            continue
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            day = days[other]
            if own_days[one] is None and day is not None and publishers[one]:
                if own_days[other] is None and publishers[one] == publishers[other]:
                    continue  # a line must not bear itself out
                own = unlike[tellings[one].item]
                own[day] = own.get(day, 1.0) * (1.0 - _probability(pair.score))
    found: dict[str, dict[int, float]] = {}
    for item, held in unlike.items():
        days_of_item = {day: math.log1p(_ALIKE * (1.0 - no)) for day, no in held.items() if 1.0 - no >= _LEAST_ALIKE}
        best = sorted(days_of_item.items(), key=lambda entry: (-entry[1], entry[0]))[:_POINTS]
        found[item] = dict(best)
    for telling in tellings:
        if telling.item not in serials:
            continue
        if telling.published is not None:
            found[telling.item] = {telling.published: _OWN}
        elif telling.main and telling.days is not None and telling.days.sharp:
            found.setdefault(telling.item, {})[telling.days.last] = _TOLD
    return found


def _probability(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, _STEEPNESS * score + _SHIFT))))


def _day(telling: Telling) -> int | None:
    return telling.published if telling.published is not None or telling.days is None else telling.days.last


def _day_or_known(telling: Telling, known: Mapping[int, Said]) -> int | None:
    day, said = _day(telling), known.get(telling.number, telling.said)
    return round(said.day) if day is None and said is not None and said.spread <= _LOOSE_SPREAD else day


def _lines(
    serials: Mapping[str, Serial], likely: Mapping[str, Mapping[int, float]]
) -> Iterable[tuple[list[Point], list[str]]]:
    """Yield the line of each series and the items in it: a publisher's, or each section's where they run apart."""
    publishers: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in sorted(serials):
        publishers[serials[item].publisher].append(item)
    for members in publishers.values():
        sections: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for item in members:
            sections[serials[item].section].append(item)
        whole, weight = _line(members, serials, likely)
        apart = [_line(part, serials, likely) for part in sections.values()] if len(sections) > 1 else []
        if not apart or weight >= _ONE_SERIES * sum(own for _, own in apart):
            yield whole, members
        else:
            yield from ((line, part) for (line, _), part in zip(apart, sections.values(), strict=True))


def _line(
    members: Sequence[str], serials: Mapping[str, Serial], likely: Mapping[str, Mapping[int, float]]
) -> tuple[list[Point], float]:
    """Return the points of the best rising line through the likely days of a series, and what speaks for it."""
    points = sorted(
        Point(serials[item].number, day, weight) for item in members for day, weight in likely.get(item, {}).items()
    )
    line, weight = rising(points, None)
    for _ in range(2):
        rate = _rate(line)
        if rate is None:
            break
        line, weight = rising(points, rate)
    return line, weight


def rising(points: Sequence[Point], rate: float | None) -> tuple[list[Point], float]:
    """Return the heaviest chain of points whose numbers and days rise, and its weight.

    With a `rate`, in days a number, a step costs the more, the more its days differ from what the rate gives.
    """
    best: list[float] = []
    before: list[int] = []
    for place, (number, day, weight) in enumerate(points):
        top, link = weight, -1
        for other in range(place - 1, max(-1, place - 1 - _BACK), -1):
            earlier = points[other]
            if earlier.number == number or earlier.day > day:
                continue
            value = best[other] + weight
            if value > top and rate is not None:
                value -= _unevenness(day - earlier.day, (number - earlier.number) * rate)
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
            if other.number > one.number and other.day - one.day >= 3:
                days = other.day - one.day
                slopes.append((days / (other.number - one.number), days * min(one.weight, other.weight)))
    half = sum(weight for _, weight in slopes) / 2
    for slope, weight in sorted(slopes):
        half -= weight
        if half <= 0:
            return slope
    return None


def _between(line: Sequence[Point], number: int) -> Said | None:
    """Return about when a number was given, by the points of its line that are others'."""
    others = [point for point in line if point.number != number]
    if len(others) < _LEAST:
        return None
    place = bisect_left(others, (number, -1, -1.0))
    if 0 < place < len(others):
        low, high = others[place - 1], others[place]
        day = low.day + (high.day - low.day) * (number - low.number) / (high.number - low.number)
        away = min(day - low.day, high.day - day)
    else:
        rate = _rate(others)
        if rate is None:
            return None
        end = others[0] if place == 0 else others[-1]
        day = end.day + (number - end.number) * rate
        away = 2 * abs(day - end.day)
        if away > 2 * _BEYOND:
            return None
    if len(others) >= _MANY:
        return Said(day, _SPREAD + _SPREAD_GROWTH * away)
    return Said(day, _LOOSE_SPREAD + _LOOSE_GROWTH * away)

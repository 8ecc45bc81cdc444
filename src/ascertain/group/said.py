"""When a report without a date was said, by the serial number in its address.

A publisher's numbers rise with time and about evenly. The reports of a series that give a day, and those that look
like a dated report of another publisher, tell when the numbers between theirs were given (`course`). On one platform
all pages' numbers rise about as fast: the day of one post tells about when others of its page were made.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from ascertain.engine.beside import in_parts
from ascertain.engine.interface import Engine
from ascertain.group.course import BEYOND, said_along
from ascertain.group.days import is_day_of_year
from ascertain.group.likely_days import likely_days
from ascertain.group.pair import Pair
from ascertain.group.rarity import with_days_worth
from ascertain.group.serials import Serial, month_in, serial_of
from ascertain.group.series import Point, Series, series_of
from ascertain.group.telling import Said, Telling
from ascertain.model import Item

_NEAR = 3.0  # spreads within which a weekday or day of the year is looked for
_WEEK = 10  # days; a weekday tells nothing of a longer stretch
_WORDED_SPREAD = 0.6
_PART = 8, 64  # series that are looked at together, at least and at most
_MANY = 8  # so many points make a line whose rate can be lent
_MONTH = 30.0
_ALIKE_NUMBERS = 1.4  # how many times as large a number may be of a page on the same host that rises as fast
_LENT_SPREAD, _LENT_GROWTH = 2.0, 0.2  # days, and days for each day away, by another page's rate
_KNOWN = 2.5  # what a point must be worth to stand for its line alone


def with_said(
    tellings: Sequence[Telling],
    items: Sequence[Item],
    pairs: Iterable[Pair],
    known: Mapping[int, Said] | None = None,
    engine: Engine | None = None,
) -> list[Telling]:
    """Return the tellings, those of items without a day of publication with about when they were said.

    A weekday or a day of the year that the words give near that day makes it that day. `known` is what an earlier call
    found, by the numbers of tellings: what is dated so well dates reports of other publishers that look like it.
    """
    said = _months(tellings, items) | said_days(tellings, _serials(items), pairs, known or {}, engine)
    placed = [
        replace(one, said=_by_its_words(said[one.item], one)) if one.published is None and one.item in said else one
        for one in tellings
    ]
    return with_days_worth(placed)


def _serials(items: Iterable[Item]) -> dict[str, Serial]:
    """Return the serial number in the address of each item that has one."""
    return {item.id: serial for item in items if (serial := serial_of(item.url)) is not None}


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
    engine: Engine | None = None,
) -> dict[str, Said]:
    """Return for each item whose own words and address give no day of publication when it was said, about."""
    wanted = {telling.item for telling in tellings if telling.published is None and telling.item in serials}
    if not wanted:
        return {}
    likely = likely_days(tellings, serials, pairs, known or {})
    found: dict[str, Said] = {}
    every = list(series_of(serials, likely))
    rates = _rates(every, serials)

    def along(part: Sequence[Series]) -> list[list[Said | None]]:
        return [said_along(series, [likely.get(item) for item in series.items]) for series in part]

    asked = [series for series in every if not wanted.isdisjoint(series.items)]
    for series, days in zip(asked, chain.from_iterable(in_parts(engine, along, asked, *_PART)), strict=True):
        for item, said in zip(series.items, days, strict=True):
            lent = said or _by_lent_rate(series.line, serials[item], rates.get(serials[item].publisher[0], ()))
            if item in wanted and lent is not None:
                found[item] = lent
    return found


def _rates(every: Iterable[Series], serials: Mapping[str, Serial]) -> dict[str, list[tuple[float, float]]]:
    """Return for each host the middle number of each of its pages' long lines, and its rate in days a number."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for series in every:
        if len(series.line) >= _MANY and series.rate is not None:
            middle = series.line[len(series.line) // 2].number
            found[serials[series.items[0]].publisher[0]].append((middle, series.rate))
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
    if abs(away) > BEYOND:
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

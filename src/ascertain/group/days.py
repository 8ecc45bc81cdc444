"""Days, counted in the case's own time zone."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ascertain.model import Interval, Item, Reading

_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|$)")
_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DIGIT = re.compile(r"\d")
_SHARP = frozenset(("minute", "hour", "part_of_day", "day"))


class Days(NamedTuple):
    """The first and last day on which something may have been, as ordinals of the proleptic Gregorian calendar.

    `sharp` tells that one day is meant; `start` and `end` are the instants where the time of day is told, in seconds
    since 1970.
    """

    first: int
    last: int
    sharp: bool = True
    start: float | None = None
    end: float | None = None

    def gap(self, other: "Days") -> int:
        """Return how many days lie between two, 0 where they touch."""
        return max(0, self.first - other.last, other.first - self.last)


def days_of(interval: Interval, zone: str) -> Days | None:
    """Return the local days of an interval; None where either end is open or nothing is anchored."""
    sharp = interval.precision in _SHARP
    instants = _instants(interval.start), _instants(interval.end)
    if interval.timex and (day := _full_date(interval.timex)):
        fine = interval.precision in ("minute", "hour", "part_of_day")
        return Days(day, day, True, *(instants if fine else (None, None)))
    if not interval.start or not interval.end:
        return None
    first, last = _local_day(interval.start, zone), _local_day(interval.end, zone, before=True)
    fine = interval.precision in ("minute", "hour", "part_of_day")
    return Days(first, max(first, last), sharp and last - first <= 1, *(instants if fine else (None, None)))


@lru_cache(maxsize=200_000)
def _full_date(timex: str) -> int | None:
    try:
        return date.fromisoformat(timex[:10]).toordinal() if len(timex) >= 10 else None
    except ValueError:
        return None


@lru_cache(maxsize=200_000)
def _local_day(instant: str, zone: str, before: bool = False) -> int:
    moment = datetime.fromisoformat(instant)
    if len(instant) > 10:
        moment = moment.astimezone(ZoneInfo(zone))
    return (moment - timedelta(seconds=1) if before else moment).date().toordinal()


@lru_cache(maxsize=200_000)
def _instants(instant: str | None) -> float | None:
    if not instant or len(instant) <= 10:
        return None
    return datetime.fromisoformat(instant).timestamp()


def published_day(item: Item, reading: Reading, zone: str) -> int | None:
    """Return the local day on which an item came out, by the best of what it says itself.

    Its own date; else the day in its address, which many publishers' addresses hold; else the first full date in its
    words, which on a page is its dateline. When it was captured says nothing.
    """
    if item.published_at:
        try:
            return _local_day(item.published_at, zone)
        except ValueError:
            return None
    if found := _ADDRESS_DAY.search(item.url or ""):
        try:
            return date(*map(int, found.groups())).toordinal()
        except ValueError:
            pass
    return _dateline(reading)


def _dateline(reading: Reading) -> int | None:
    for mention in reading.mentions:
        value = mention.value
        if isinstance(value, Interval) and value.precision in _SHARP and value.timex and _DIGIT.search(mention.text):
            day = _full_date(value.timex)
            if day is not None:
                return day
    return None


def clues_of(intervals: Iterable[Interval]) -> tuple[frozenset[tuple[int, int]], frozenset[int]]:
    """Return the days of the year and the weekdays that times without a year give."""
    clues, weekdays = set(), set()
    for interval in intervals:
        if found := _DAY_OF_YEAR.match(interval.timex or ""):
            clues.add((int(found[1]), int(found[2])))
        elif found := _WEEKDAY.match(interval.timex or ""):
            weekdays.add(int(found[1]))
    return frozenset(clues), frozenset(weekdays)


def is_day_of_year(day: int, clues: Iterable[tuple[int, int]]) -> int:
    """Return how many days a day lies from the nearest of some days of the year."""
    here = date.fromordinal(day)
    apart = [abs(_DAYS_BEFORE[month - 1] + number - _DAYS_BEFORE[here.month - 1] - here.day) for month, number in clues]
    return min(min(gap, 365 - gap) for gap in apart)

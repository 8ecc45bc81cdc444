"""Days, counted in the case's own time zone."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from ascertain.languages.day_words import days_from_today, weekday_in
from ascertain.model import Interval, Item, Mention, Reading

_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DIGIT = re.compile(r"\d")
_LINE = 40  # characters beside a date that has a line to itself
_NIGHT_S = 8 * 3600.0  # longer than a morning or an evening
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

    def reaches(self, other: "Days") -> bool:
        """Return whether one is a night that ends on the other, the next day, with no hour told that it ends before."""
        early, late = sorted((self, other), key=lambda days: days.first)
        if early.gap(late) != 1 or early.start is None or early.end is None or early.end - early.start < _NIGHT_S:
            return False
        return late.start is None or late.start < early.end


def days_of(interval: Interval, zone: str) -> Days | None:
    """Return the local days of an interval; None where either end is open or nothing is anchored."""
    sharp = interval.precision in _SHARP
    instants = _instants(interval.start), _instants(interval.end)
    if interval.timex and (day := full_date(interval.timex)):
        fine = interval.precision in ("minute", "hour", "part_of_day")
        return Days(day, day, True, *(instants if fine else (None, None)))
    if not interval.start or not interval.end:
        return None
    first, last = _local_day(interval.start, zone), _local_day(interval.end, zone, before=True)
    fine = interval.precision in ("minute", "hour", "part_of_day")
    return Days(first, max(first, last), sharp and last - first <= 1, *(instants if fine else (None, None)))


def before_day(interval: Interval | None, zone: str) -> int | None:
    """Return the local day before which all of an interval lies that is open to the past ("days earlier")."""
    if interval is None or interval.start is not None or not interval.end:
        return None
    return _local_day(interval.end, zone, before=True) + 1


@lru_cache(maxsize=200_000)
def full_date(timex: str) -> int | None:
    """Return the one day that a TIMEX3 value gives, with its hour or without; None for one that gives several."""
    try:
        return date.fromisoformat(timex[:10]).toordinal() if len(timex) >= 10 and "/" not in timex else None
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

    Its own date, for which collecting takes that of its page or address where none is stated beside it; else the day
    that its words call today; else the first full date that has a line to itself, which is a dateline, or names its
    weekday, as one does of days just past. Another date in the words may be that of a photograph or of an agreement of
    years ago. When it was captured says nothing.
    """
    if item.published_at:
        try:
            return _local_day(item.published_at, zone)
        except ValueError:
            return None
    dated = [(mention, day) for mention in reading.mentions if (day := _sharp_day(mention)) is not None]
    today = next((day for mention, day in dated if days_from_today(mention.text) == 0), None)
    if today is not None:
        return today
    stamped = (day for mention, day in dated if _has_its_own_line(item.text, mention))
    recent = (day for mention, day in dated if _DIGIT.search(mention.text) and weekday_in(mention.text))
    return next(stamped, None) or next(recent, None)


def _sharp_day(mention: Mention) -> int | None:
    value = mention.value
    if not isinstance(value, Interval) or value.precision not in _SHARP or not value.timex:
        return None
    return full_date(value.timex)


def _has_its_own_line(text: str, mention: Mention) -> bool:
    if not _DIGIT.search(mention.text):
        return False
    before = text[max(0, mention.start - _LINE) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + _LINE].partition("\n")[0]
    return len(before) + len(after) < _LINE


def clues_of(intervals: Iterable[Interval]) -> tuple[frozenset[tuple[int, int]], frozenset[int]]:
    """Return the days of the year and the weekdays that times without a year give."""
    clues, weekdays = set(), set()
    for interval in intervals:
        if found := _DAY_OF_YEAR.match(interval.timex or ""):
            clues.add((int(found[1]), int(found[2])))
        elif found := _WEEKDAY.match(interval.timex or ""):
            weekdays.add(int(found[1]))
    return frozenset(clues), frozenset(weekdays)


class Told(Protocol):
    """What tells a day: in full, as a day of the year, or as news that nothing dates, with the weekdays named."""

    @property
    def days(self) -> Days | None: ...  # noqa: D102
    @property
    def clue(self) -> tuple[int, int] | None: ...  # noqa: D102
    @property
    def news(self) -> frozenset[int] | None: ...  # noqa: D102


def other_day_of_year(one: Told, other: Told) -> bool:
    """Return whether one gives a day of the year ("on 12 February") and the other another day, or the day's news."""
    if one.clue is not None and other.clue is not None:
        return one.clue != other.clue
    clued, told = (one, other) if one.clue is not None else (other, one)
    if clued.clue is None:
        return False
    if told.days is not None:
        return told.days.sharp and is_day_of_year(told.days.first, (clued.clue,)) > 1
    return told.news is not None


def is_day_of_year(day: int, clues: Iterable[tuple[int, int]]) -> int:
    """Return how many days a day lies from the nearest of some days of the year."""
    here = date.fromordinal(day)
    apart = [abs(_DAYS_BEFORE[month - 1] + number - _DAYS_BEFORE[here.month - 1] - here.day) for month, number in clues]
    return min(min(gap, 365 - gap) for gap in apart)

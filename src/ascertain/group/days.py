"""Days, counted in the case's own time zone."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ascertain.model import Interval, Item

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


def published_day(item: Item, zone: str) -> int | None:
    """Return the local day on which an item says that it was published, where it does."""
    if not item.published_at:
        return None
    try:
        return _local_day(item.published_at, zone)
    except ValueError:
        return None

"""A stretch of local time while it is being worked out, and the arithmetic of calendar units."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ascertain.model.interval import Precision
from ascertain.model.time_expression import Edge

DAY = timedelta(days=1)
FINE = ("second", "minute", "hour")  # units shorter than a day
_ORDER: tuple[Precision, ...] = (
    "minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "decade",
)  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_FIXED = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": DAY}
_NIGHT = timedelta(hours=9)
_FIRST_YEAR, _LAST_YEAR = 2, 9998


@dataclass(frozen=True)
class Moment:
    """[start, end) without a zone; either side may be open. `timex` stands alone where nothing anchors."""

    start: datetime | None = None
    end: datetime | None = None
    precision: Precision | None = None
    timex: str | None = None
    zone: str | None = None
    notes: tuple[str, ...] = ()

    def noted(self, note: str) -> "Moment":
        """Return the moment with one more note."""
        return replace(self, notes=(*self.notes, note))


def coarser(one: Precision | None, two: Precision | None) -> Precision:
    """Return the coarser of two precisions."""
    known = [p for p in (one, two) if p is not None]
    return max(known, key=_ORDER.index) if known else "day"


def add_months(moment: datetime, months: int) -> datetime:
    """Return the same day and time so many months on, or the last day of that month."""
    index = moment.year * 12 + moment.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise OverflowError("outside the calendar")
    return moment.replace(year=year, month=month, day=min(moment.day, days_in_month(year, month)))


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    following = datetime(year + month // 12, month % 12 + 1, 1)
    return (following - DAY).day


def floor(moment: datetime, unit: str) -> datetime:
    """Return the start of the unit that holds a moment; weeks begin on Monday (ISO 8601)."""
    if unit == "second":
        return moment.replace(microsecond=0)
    if unit == "minute":
        return moment.replace(second=0, microsecond=0)
    if unit == "hour":
        return moment.replace(minute=0, second=0, microsecond=0)
    midnight = datetime(moment.year, moment.month, moment.day)
    if unit == "day":
        return midnight
    if unit in ("week", "weekend"):
        monday = midnight - midnight.weekday() * DAY
        return monday + 5 * DAY if unit == "weekend" else monday
    first = midnight.replace(day=1)
    if unit in _MONTHS and _MONTHS[unit] <= 12:
        return first.replace(month=(first.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1)
    span = _MONTHS[unit] // 12
    return first.replace(month=1, year=max(1, first.year // span * span))


def advance(moment: datetime, unit: str, amount: float) -> datetime:
    """Return a moment so many units on; fractions of months and years count as days."""
    if unit in _FIXED:
        return moment + _FIXED[unit] * amount
    if unit in ("week", "weekend", "fortnight"):
        return moment + DAY * (14 if unit == "fortnight" else 7) * amount
    whole = int(amount)
    moved = add_months(moment, whole * _MONTHS[unit])
    return moved + DAY * round((amount - whole) * 30.44 * _MONTHS[unit])


def unit_span(unit: str, start: datetime) -> tuple[datetime, datetime]:
    """Return the unit that begins at `start`."""
    if unit == "weekend":
        return start, start + 2 * DAY
    return start, advance(start, unit, 1)


def unit_precision(unit: str) -> Precision:
    """Return the precision of a unit."""
    table: dict[str, Precision] = {
        "second": "minute", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "weekend": "week",
        "month": "month", "quarter": "season", "half": "season", "season": "season", "year": "year",
        "decade": "decade", "century": "decade", "fortnight": "week",
    }  # fmt: skip
    return table[unit]


def edged(start: datetime, end: datetime, edge: Edge | None, precision: Precision) -> tuple[datetime, datetime]:
    """Return the early, middle or late part of a stretch.

    Months fall into thirds of ten days, weeks into three days at either end; "the end of the year" begins in
    September and its beginning ends with March, as Duckling reads them; all else falls into thirds.
    """
    if edge is None:
        return start, end
    if precision == "month":
        cuts = {"start": (1, 11), "mid": (11, 21), "end": (21, 0)}[edge]
        return start.replace(day=cuts[0]), start.replace(day=cuts[1]) if cuts[1] else end
    if precision == "week" and end - start == 7 * DAY:
        cuts = {"start": (0, 3), "mid": (2, 4), "end": (4, 7)}[edge]
        return start + cuts[0] * DAY, start + cuts[1] * DAY
    if precision == "year" and (end - start).days in (365, 366):
        cuts = {"start": (0, 3), "mid": (4, 8), "end": (8, 12)}[edge]
        return add_months(start, cuts[0]), add_months(start, cuts[1])
    if precision == "part_of_day" and edge == "mid" and start.hour == 0 and end - start == DAY / 2:
        return start + timedelta(hours=8), start + timedelta(hours=11)  # nobody's morning begins at midnight
    if precision == "part_of_day" and edge == "end" and end - start == _NIGHT:
        return start + timedelta(hours=2), end  # late at night it may still be today
    third = (end - start) / 3
    if precision == "day" and end - start == DAY:
        hours = {"start": (0, 8), "mid": (8, 16), "end": (16, 24)}[edge]
        return start + timedelta(hours=hours[0]), start + timedelta(hours=hours[1])
    low = {"start": 0, "mid": 1, "end": 2}[edge]
    return start + third * low, start + third * (low + 1)


def timex_of(start: datetime, precision: Precision, unit: str | None = None) -> str:
    """Return the TIMEX3 value of a calendar unit that begins at `start`."""
    year = f"{start.year:04d}"
    if unit == "century":
        return year[:2]
    if precision == "decade":
        return year[:3]
    if precision == "year":
        return year
    if unit == "quarter":
        return f"{year}-Q{(start.month - 1) // 3 + 1}"
    if unit == "half":
        return f"{year}-H{(start.month - 1) // 6 + 1}"
    if precision == "month":
        return f"{year}-{start.month:02d}"
    if precision == "week":
        iso = start.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit == "weekend" else "")
    day = f"{year}-{start.month:02d}-{start.day:02d}"
    if precision == "hour":
        return f"{day}T{start.hour:02d}"
    if precision == "minute":
        return f"{day}T{start.hour:02d}:{start.minute:02d}" + (f":{start.second:02d}" if start.second else "")
    return day

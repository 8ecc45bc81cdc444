"""Calendar fields, once complete, to a stretch of time; and TIMEX3 values where they aren't."""

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec.structs import replace

from ascertain.languages.times import time_words
from ascertain.model.time_expression import Calendar
from ascertain.resolve.times.moment import DAY, Moment, add_months, edged, timex_of

# Meteorological seasons of the northern hemisphere; winter begins in December of the year before the one it is named
# after in "winter of 1942", but TIMEX keeps the year as written.
_SEASONS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}
_REPORTED_WITHIN = timedelta(days=31)
# Parts of the prayers' times have no code in TIMEX3; these are the nearest.
_TIMEX_PARTS = {
    "DAWN": "MO", "PREDAWN": "NI", "LATENIGHT": "NI", "FAJR": "MO", "DUHR": "MI", "ASR": "AF", "MAGHRIB": "EV",
    "ISHA": "NI", "SUNRISE": "MO", "SUNSET": "EV", "SAHUR": "NI", "AM": "MO", "PM": "AF",
}  # fmt: skip


def season_start(node: Calendar) -> tuple[int, int, int]:
    """Return year offset, first month and number of months of a season, quarter or half-year."""
    if node.season:
        return 0, *_SEASONS[node.season]
    if node.quarter:
        return 0, node.quarter * 3 - 2, 3
    return 0, (node.half or 1) * 6 - 5, 6


def in_likelier_order(
    node: Calendar, fill: Callable[[Calendar], Calendar | None], now: datetime | None
) -> Calendar | None:
    """Return a date with its year, of 1/7 and 7/1 the one in the month before a report where only one is there."""
    filled = fill(node)
    if not node.other_day_month or now is None or filled is None:
        return filled
    turned = fill(replace(node, day=node.month, month=node.day))
    near = [one for one in (filled, turned) if one is not None and _is_just_before(one, now)]
    return near[0] if len(near) == 1 else filled


def _is_just_before(node: Calendar, now: datetime) -> bool:
    if node.year is None or node.month is None or node.day is None:
        return False
    return now - _REPORTED_WITHIN <= datetime(node.year, node.month, node.day) < now + DAY


def within_calendar(node: Calendar) -> Moment:
    """Return the stretch of a calendar value whose year is known; a date that doesn't exist has a TIMEX alone."""
    try:
        return _stretch(node)
    except (ValueError, OverflowError):
        return Moment(timex=unanchored_timex(node))


def _stretch(node: Calendar) -> Moment:
    assert node.year is not None
    year, notes = node.year, _notes(node)
    if node.week is not None:
        start = datetime.fromisocalendar(year, node.week, node.weekday or 1)
        return Moment(start, start + 7 * DAY, "week", timex_of(start, "week"), notes=notes)
    if node.season or node.quarter or node.half:
        _, month, months = season_start(node)
        start = datetime(year, month, 1)
        tail = node.season or (f"Q{node.quarter}" if node.quarter else f"H{node.half}")
        low, high = edged(start, add_months(start, months), node.edge, "season")
        return Moment(low, high, "season", f"{year:04d}-{tail}", notes=notes)
    if node.month is None:
        start, end = datetime(year, 1, 1), datetime(year + 1, 1, 1)
        low, high = edged(start, end, node.edge, "year")
        return Moment(low, high, "year", f"{year:04d}", notes=notes)
    if node.day is None:
        start = datetime(year, node.month, 1)
        low, high = edged(start, add_months(start, 1), node.edge, "month")
        return Moment(low, high, "month", timex_of(start, "month"), notes=notes)
    day = datetime(year, node.month, node.day)
    if node.hour is not None:
        return _clock(node, day, notes)
    if node.part is not None:
        start, end = part_of_day(day, node.part)
        low, high = edged(start, end, node.edge, "part_of_day")
        tail = _TIMEX_PARTS.get(node.part, node.part)
        known = timex_of(day if start < day + DAY else day + DAY, "day")  # after midnight it is the next day already
        return Moment(low, high, "part_of_day", f"{known}T{tail}", node.zone, notes)
    low, high = edged(day, day + DAY, node.edge, "day")
    return Moment(low, high, "day", timex_of(day, "day"), notes=notes)


def _notes(node: Calendar) -> tuple[str, ...]:
    if not node.other_day_month or node.month is None:
        return ()
    return (f"day and month may be the other way round: {node.year or 'XXXX'}-{node.day or 0:02d}-{node.month:02d}",)


def _clock(node: Calendar, day: datetime, notes: tuple[str, ...]) -> Moment:
    assert node.hour is not None
    start = day + timedelta(hours=node.hour, minutes=node.minute or 0, seconds=node.second or 0)
    if not node.hour_certain and 1 <= node.hour <= 12 and node.part is None:
        notes = (*notes, "morning or evening is not said; read as written")
    if node.minute is None:
        return Moment(start, start + timedelta(hours=1), "hour", timex_of(start, "hour"), node.zone, notes)
    return Moment(start, start + timedelta(minutes=1), "minute", timex_of(start, "minute"), node.zone, notes)


def part_of_day(day: datetime, part: str) -> tuple[datetime, datetime]:
    """Return the hours that a part of a day may mean, which are wide on purpose; a night lasts into the next day."""
    start, end = time_words().parts[part]
    return day + _offset(start), day + _offset(end)


def _offset(clock: str) -> timedelta:
    hours, minutes = clock.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


def unanchored_timex(node: Calendar) -> str | None:
    """Return the TIMEX3 value of what the words name, X for what they don't: XXXX-05-18, XXXX-WXX-5, T16:19."""
    if node.bc:
        head = f"BC{node.year or 0:04d}" if node.year else "BCXXXX"
    else:
        head = f"{node.year:04d}" if node.year is not None else "XXXX"
    clock = ""
    if node.hour is not None:
        clock = f"T{node.hour:02d}" + (f":{node.minute:02d}" if node.minute is not None else "")
    elif node.part:
        clock = f"T{_TIMEX_PARTS.get(node.part, node.part)}"
    if node.century is not None:
        return f"BC{node.century - 1:02d}" if node.bc else f"{node.century - 1:02d}"
    if node.season:
        return f"{head}-{node.season}"
    if node.quarter:
        return f"{head}-Q{node.quarter}"
    if node.half:
        return f"{head}-H{node.half}"
    if node.week is not None:
        return f"{head}-W{node.week:02d}"
    if node.month is not None:
        return f"{head}-{node.month:02d}" + (f"-{node.day:02d}{clock}" if node.day else "")
    if node.day is not None:
        return f"{head}-XX-{node.day:02d}{clock}"
    if node.weekday is not None:
        return f"{head}-WXX-{node.weekday}{clock}"
    if clock:
        return clock
    return head if node.year is not None else None

"""The Islamic calendar, by the tabular reckoning: good to a day or two, since months begin with the moon's sighting."""

from datetime import datetime, timedelta

from ascertain.model.time_expression import Calendar
from ascertain.resolve.times.moment import Moment

_EPOCH = 227015  # ordinal of 1 Muharram 1 (civil), 19 July 622 of the Gregorian calendar
_NOTE = "Islamic calendar, reckoned by tables: a day or two either way"


def to_gregorian(year: int, month: int, day: int) -> datetime:
    """Return the day of a Hijri date (Calendrical Calculations, the civil tabular calendar)."""
    in_year = day + 29 * (month - 1) + (6 * month - 1) // 11
    return datetime.fromordinal(in_year + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH - 1)


def _on_weekday(day: datetime, weekday: int | None) -> datetime:
    """Return the day near a reckoned one that is the weekday written beside it, the same where none is."""
    near = (day + timedelta(days=off) for off in (0, -1, 1, -2, 2))
    return next((each for each in near if each.isoweekday() == weekday), day)


def hijri_moment(node: Calendar, reference: datetime | None) -> Moment:
    """Return the stretch of a month or day of the Islamic calendar, whose year may be given in either calendar."""
    if node.month is None and node.year is not None:
        start, end = to_gregorian(node.year, 1, 1), to_gregorian(node.year + 1, 1, 1)
        return Moment(start, end, "year", None, None, (_NOTE, f"Hijri {node.year}"))
    month = node.month or 1
    timex = f"XXXX-{month:02d}" + (f"-{node.day:02d}" if node.day else "")
    year = node.year or (reference.year if reference else None)
    if year is None:
        return Moment(timex=None, notes=(f"Hijri {timex}",))
    if year > 1600:
        candidates = list(range(int((year - 622) * 1.0307) - 1, int((year - 622) * 1.0307) + 3))
        fitting = [y for y in candidates if to_gregorian(y, month, node.day or 1).year == year]
        if not fitting:
            return Moment(timex=None, notes=(f"Hijri {timex}",))
        if node.year is None and reference is not None:
            fitting.sort(key=lambda y: abs((to_gregorian(y, month, node.day or 1) - reference).days))
        year = fitting[0]
    start = to_gregorian(year, month, node.day or 1)
    if node.day:
        start = _on_weekday(start, node.weekday)
        end, precision = start + timedelta(days=1), "day"
    else:
        following = to_gregorian(year + month // 12, month % 12 + 1, 1)
        end, precision = following, "month"
    return Moment(start, end, precision, None, None, (_NOTE, f"Hijri {year}-{timex[5:]}"))  # type: ignore[arg-type]

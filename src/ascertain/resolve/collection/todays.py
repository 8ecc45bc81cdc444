"""The day that a report itself calls today, and the times of its words that hang on it.

"Today, Thursday 2 December": the date behind "today" tells when it was said, even where the year had to be found among
those of the collection (`years`), and with it "this morning", "yesterday" and "on Wednesday" are days, too.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from ascertain.languages.day_words import days_from_today, weekday_in
from ascertain.model import Interval, Mention, Misused, Reading
from ascertain.resolve.collection.changes import changed
from ascertain.resolve.times.days import day_in

_CLOSE = 4  # characters between "today" and the date behind it
_NOW = re.compile(r"XXXX-XX-XX(?:T(MO|MI|AF|EV|NI))?$")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)(?:T(MO|MI|AF|EV|NI))?$")
_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T(MO|MI|AF|EV|NI))?$")
_NOTE = "counted from {day}, which the text calls today"


def with_today(reading: Reading, published: str | None, zone: str) -> Reading:
    """Return the reading with the times that hang on the text's own "today", where its words date that."""
    if published:
        return reading  # resolve has counted from the date of publication
    said = said_today(reading.mentions)
    if said is None:
        return reading
    return changed(reading, ("when",), lambda mention: _counted(mention, said, zone))


def said_today(mentions: Sequence[Mention]) -> date | None:
    """Return the day that the words give to "today": a date right behind "today" or "yesterday"."""
    times = [mention for mention in mentions if mention.kind == "time"]
    for one, other in pairwise(times):
        if not 0 <= other.start - one.end <= _CLOSE or not isinstance(other.value, Interval):
            continue
        days, day = days_from_today(one.text), _full_date(other.value.timex or "")
        if days is not None and day is not None:
            return day - timedelta(days=days)
    return _date_of_that_weekday(times)


def _date_of_that_weekday(times: Sequence[Mention]) -> date | None:
    """Return the last day that the text dates in full, where it falls on the one weekday that the text names.

    That of the picture above a report is mostly the report's own; an older one seldom falls on the same weekday.
    """
    values = [(mention, mention.value) for mention in times if isinstance(mention.value, Interval)]
    weekdays = {int(found[1]) for _, value in values if (found := _WEEKDAY.match(value.timex or ""))}
    dated = [
        day
        for _, value in values
        if value.precision in ("minute", "hour", "part_of_day", "day")
        if (day := _full_date(value.timex or "")) is not None
    ]
    last = max(dated, default=None)
    return last if last is not None and weekdays == {last.isoweekday()} else None


def _full_date(timex: str) -> date | None:
    try:
        return date.fromisoformat(timex[:10]) if len(timex) >= 10 else None
    except ValueError:
        return None


def _counted(mention: Mention, said: date, zone: str) -> Mention:
    value = mention.value
    if mention.kind != "time" or not isinstance(value, Interval) or value.start or value.end or not value.timex:
        return mention
    found = _day_and_part(mention.text, value.timex, said)
    return mention if found is None else replace(mention, value=_written(*found, said, (value.zone, zone)))


def _day_and_part(words: str, timex: str, said: date) -> tuple[date, str | None] | None:
    if found := _NOW.match(timex):
        days = days_from_today(words)
        return None if days is None else (said + timedelta(days=days), found[1])
    if found := _WEEKDAY.match(timex):
        return said - timedelta(days=(said.isoweekday() - int(found[1])) % 7), found[2]
    if found := _DAY_OF_YEAR.match(timex):
        if weekday_in(words) is not None:
            return None  # `years` has looked at it
        last = [day for year in (said.year, said.year - 1) if (day := _day(year, int(found[1]), int(found[2])))]
        return next(((day, found[3]) for day in last if day <= said), None)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written(day: date, part: str | None, said: date, zones: tuple[str | None, str]) -> Interval:
    """Return the interval in the zone that the words name, where that is one, else in the case's."""
    note = _NOTE.format(day=said.isoformat())
    try:
        return day_in(zones[0] or zones[1], day, part, note=note)
    except Misused:
        return day_in(zones[1], day, part, note=note)

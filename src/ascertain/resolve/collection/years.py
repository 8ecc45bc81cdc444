"""The year of a day that words give without one: "Wednesday 16 February", "on 18 August".

Half of a war's local reports are dated by weekday, day and month alone. The weekday leaves one year in five or six, and
the years that a collection's dated reports span often leave one of these. Where they leave two or none, nothing is
guessed; nor does the date of capture ever choose, as old reports are captured late.

A report without a date that names one year alone, further on, mostly looks back to it ("the truce of 2016"). Its own
dates are given that year only where the collection has reports of it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from ascertain.languages.day_words import weekday_in
from ascertain.model import Interval, Item, Mention, Reading
from ascertain.resolve.collection.changes import changed
from ascertain.resolve.times.anchors import ONLY_YEAR
from ascertain.resolve.times.days import day_in

_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_FAR = "no year is written here; {year}, the only one in the text, is named later, and no report here came out in it"
_LEAST_SHARE = 0.02  # a year with a smaller share of the dated reports is an exception, such as a look back


def with_years(items: Sequence[Item], readings: Mapping[str, Reading], zone: str) -> dict[str, Reading]:
    """Return the readings with a year for each day that has a weekday, where the collection allows only one.

    The notes of such an interval say how its year was found. A year that the text names only after the day, and in
    which no report of the collection came out, is taken off the day again.
    """
    years = years_of(items)
    texts = {item.id: item.text for item in items}
    return {
        key: _dated(_without_far_years(one, texts.get(key, ""), years), years, zone) for key, one in readings.items()
    }


def years_of(items: Sequence[Item]) -> tuple[int, ...]:
    """Return the years in which the reports that state a date came out."""
    counted = Counter(int(item.published_at[:4]) for item in items if item.published_at)
    least = _LEAST_SHARE * sum(counted.values())
    return tuple(sorted(year for year, times in counted.items() if times >= least))


def _dated(reading: Reading, years: tuple[int, ...], zone: str) -> Reading:
    return changed(reading, ("when",), lambda mention: _mention(mention, years, zone))


def _without_far_years(reading: Reading, text: str, years: tuple[int, ...]) -> Reading:
    """Return the reading without the years of other times that days have only because the text names no other year."""
    if not years or not any(map(_has_the_only_year, reading.mentions)):
        return reading

    def without(mention: Mention) -> Mention:
        value = mention.value
        if not _has_the_only_year(mention) or not isinstance(value, Interval) or not value.timex:
            return mention
        year, rest = value.timex[:4], value.timex[4:]
        named_before = text.rfind(year, text.rfind("\n", 0, mention.start) + 1, mention.start) >= 0
        if named_before or int(year) in years:
            return mention
        return replace(mention, value=Interval(timex=f"XXXX{rest}", notes=(_FAR.format(year=year),)))

    return changed(reading, ("when",), without)


def _has_the_only_year(mention: Mention) -> bool:
    return isinstance(mention.value, Interval) and ONLY_YEAR in mention.value.notes


def _mention(mention: Mention, years: tuple[int, ...], zone: str) -> Mention:
    value = mention.value
    if mention.kind != "time" or not isinstance(value, Interval) or value.start or value.end:
        return mention
    found = _DAY_OF_YEAR.match(value.timex or "")
    weekday = weekday_in(mention.text) if found else None
    if found is None or weekday is None:
        return mention
    days = [day for year in years if (day := _day(year, int(found[1]), int(found[2]))) and day.isoweekday() == weekday]
    return replace(mention, value=_interval(days[0], years, zone)) if len(days) == 1 else mention


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _interval(day: date, years: tuple[int, ...], zone: str) -> Interval:
    among = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0])
    note = f"the words give no year: {day.year} is the only one with this weekday among those of the reports ({among})"
    return day_in(zone, day, note=note)

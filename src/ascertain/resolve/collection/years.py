"""The year of a day that words give by weekday, day and month alone: "Wednesday 16 February".

Half of a war's local reports are dated so. The weekday leaves one year in five or six, and the years that a
collection's dated reports span often leave one of these. Where they leave two or none, nothing is guessed; nor does
the date of capture ever choose, as old reports are captured late.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from ascertain.languages.day_words import weekday_in
from ascertain.model import Claim, Interval, Item, Mention, Reading
from ascertain.resolve.times.days import day_in

_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_LEAST_SHARE = 0.02  # a year with a smaller share of the dated reports is an exception, such as a look back


def with_years(items: Sequence[Item], readings: Mapping[str, Reading], zone: str) -> dict[str, Reading]:
    """Return the readings with a year for each day that has a weekday, where the collection allows only one.

    The notes of such an interval say how its year was found.
    """
    years = years_of(items)
    return {key: _dated(reading, years, zone) for key, reading in readings.items()}


def years_of(items: Sequence[Item]) -> tuple[int, ...]:
    """Return the years in which the reports that state a date came out."""
    counted = Counter(int(item.published_at[:4]) for item in items if item.published_at)
    least = _LEAST_SHARE * sum(counted.values())
    return tuple(sorted(year for year, times in counted.items() if times >= least))


def _dated(reading: Reading, years: tuple[int, ...], zone: str) -> Reading:
    mentions = tuple(_mention(mention, years, zone) for mention in reading.mentions)
    claims = tuple(_claim(claim, years, zone) for claim in reading.claims)
    same = all(map(_is, mentions, reading.mentions)) and all(map(_is, claims, reading.claims))
    return reading if same else replace(reading, mentions=mentions, claims=claims)


def _is(first: object, second: object) -> bool:
    return first is second


def _claim(claim: Claim, years: tuple[int, ...], zone: str) -> Claim:
    when = _mention(claim.when, years, zone) if claim.when else None
    return claim if when is claim.when else replace(claim, when=when)


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

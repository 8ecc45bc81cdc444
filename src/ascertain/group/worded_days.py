"""The day of an incident that no text gives in full, from the weekday or the day of the year that some name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from ascertain.group.days import is_day_of_year
from ascertain.group.telling import Telling

_Key = TypeVar("_Key", int, tuple[int, int])
_WEEK_BEFORE, _HALF_WEEK = 6, 3
_SEASON = 45  # days about a report within which the day of the year that one names lies

BY_WEEKDAY = "no text gives the date; it is the weekday that reports name, nearest to "
BY_DAY_OF_YEAR = "no text gives the year; it is the day of the year that reports name, nearest to "


def worded_day(
    about: int, tellings: Sequence[Telling], weights: Sequence[float], *, published: bool
) -> tuple[int, str] | None:
    """Return the day that the words of undated reports fit, near a day about which they came out, with a note on it.

    `published` tells that `about` is when the first report came out, so that the day is no later.
    """
    clues = defaultdict[tuple[int, int], float](float)
    weekdays = defaultdict[int, float](float)
    for telling, weight in zip(tellings, weights, strict=True):
        if telling.days is not None or not telling.starts:
            continue
        for clue in telling.clues if len(telling.clues) == 1 else ():
            clues[clue] += weight
        for weekday in telling.weekdays if len(telling.weekdays) == 1 else ():
            weekdays[weekday] += weight
    if clues:
        named = _most(clues)
        near = _near(about, _SEASON, 0 if published else _SEASON)
        found = next((day for day in near if is_day_of_year(day, [named]) == 0), None)
        return (found, BY_DAY_OF_YEAR) if found is not None else None
    if weekdays:
        weekday = _most(weekdays)
        near = _near(about, _WEEK_BEFORE, 0) if published else _near(about, _HALF_WEEK, _HALF_WEEK)
        return next(day for day in near if date.fromordinal(day).isoweekday() == weekday), BY_WEEKDAY
    return None


def _most(votes: Mapping[_Key, float]) -> _Key:
    return min(votes, key=lambda key: (-round(votes[key], 9), key))


def _near(about: int, before: int, after: int) -> Iterable[int]:
    return sorted(range(about - before, about + after + 1), key=lambda day: (abs(day - about), day))

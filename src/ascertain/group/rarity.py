"""Rarity: how much it tells that two tellings give the same place or day.

Two reports that name a village which nobody else names are likely about one event; two that name the capital are not.
So agreement is worth the logarithm of how many tellings there are for each that gives the same, and that two tellings
of a large collection are of one event is the less likely beforehand, the larger it is. In a folder with a dozen
reports agreement is worth little and little is needed.
"""

import math
from collections import Counter
from collections.abc import Sequence

from ascertain.group.telling import LEAST_DAY, Telling

LEAST_WORTH = 1.0
MOST_WORTH = 5.0
_EVENT_SIZE = 5.0  # tellings of one event, on average
_FOLDER, _LARGE = 100, 2_000  # tellings


def with_worth(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings with what agreement on each of their places and days is worth."""
    spread: Counter[str | int] = Counter()
    for telling in tellings:
        spread.update(_keys(telling))
    total = len(tellings)
    worth = {key: _worth(key, times, total) for key, times in spread.items()}
    return [telling.with_worth(worth) for telling in tellings]


def with_days_worth(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings with what agreement is worth on the days about which they were said; others are as before."""
    spread = Counter(day for telling in tellings for day in _days(telling))
    moved = [telling.said is not None and telling.days is None for telling in tellings]
    if not any(moved):
        return list(tellings)
    said = {round(one.said.day) for one in tellings if one.said is not None and one.days is None}
    worth = dict(tellings[0].worth)
    worth.update({day: _worth(day, spread[day], len(tellings)) for day in said})
    return [one.with_worth(worth) if anew else one for one, anew in zip(tellings, moved, strict=True)]


def _worth(key: str | int, times: int, total: int) -> float:
    least = LEAST_DAY if isinstance(key, int) else LEAST_WORTH
    return min(MOST_WORTH, max(least, math.log(total / (times + _EVENT_SIZE / 2))))


def _keys(telling: Telling) -> list[str | int]:
    return [*sorted({*telling.spots, *telling.mentioned}), *_days(telling)]


def _days(telling: Telling) -> list[int]:
    if telling.days is not None:
        return list(range(telling.days.first, min(telling.days.last, telling.days.first + 2) + 1))
    if telling.published is not None:
        return [telling.published]
    return [round(telling.said.day)] if telling.said is not None else []


def size_of(total: int) -> float:
    """Return how large a collection of so many tellings is: 0 for a folder, 1 for thousands."""
    return min(1.0, max(0.0, math.log(max(1, total) / _FOLDER) / math.log(_LARGE / _FOLDER)))

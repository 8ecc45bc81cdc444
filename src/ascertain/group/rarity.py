"""Rarity: how much it tells that two tellings give the same place or day.

Two reports that name a village which nobody else names are likely about one event; two that name the capital are not.
So agreement is worth the logarithm of how many tellings there are for each that gives the same, and that two tellings
of a large collection are of one event is the less likely beforehand, the larger it is. In a folder with a dozen
reports agreement is worth little and little is needed.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ascertain.group.telling import Telling

LEAST_WORTH = 1.0
LEAST_DAY = 1.5  # the same day always tells something; the same town may be all that a collection is about
MOST_WORTH = 5.0
_EVENT_SIZE = 5.0  # tellings of one event, on average
_LEAST_DOUBT, _DOUBT = 0.5, 0.7  # in a folder, and among a hundred tellings
_GROWTH = 0.4  # of ten times as many tellings not ten times as many are ever compared


def with_worth(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings with what agreement on each of their places and days is worth."""
    spread: Counter[str | int] = Counter()
    for telling in tellings:
        spread.update(_keys(telling))
    total = len(tellings)
    worth = {
        key: min(
            MOST_WORTH,
            max(LEAST_DAY if isinstance(key, int) else LEAST_WORTH, math.log(total / (times + _EVENT_SIZE / 2))),
        )
        for key, times in spread.items()
    }
    return [replace(telling, worth={key: worth[key] for key in _keys(telling)}) for telling in tellings]


def _keys(telling: Telling) -> list[str | int]:
    return [*telling.spots, *_days(telling)]


def _days(telling: Telling) -> list[int]:
    if telling.days is not None:
        return list(range(telling.days.first, min(telling.days.last, telling.days.first + 2) + 1))
    return [telling.published] if telling.published is not None else []


def prior(total: int) -> float:
    """Return the log odds that two tellings of a collection are of one event, before anything is known of them."""
    return -max(_LEAST_DOUBT, _DOUBT + _GROWTH * math.log(max(1, total) / 100))

"""On which days a report may have been said: its own date, a day that it tells of, those of reports that look like it.

What a likeness tells is weighed by how often reports that look so much alike turn out to be of one event: of reports
without a date whose likeness alone would say nine in ten, hardly more than half.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ascertain.group.pair import Pair
from ascertain.group.serials import Serial
from ascertain.group.telling import Said, Telling

_STEEPNESS, _SHIFT = 1.1, -0.3  # log odds that are summed over pairs to those that hold
_WORTH = 0.2  # by which the odds of a likeness are multiplied to those that hold where neither gives a day
_SUREST = 0.99
_LEAST = 0.005  # probability of being one event with a dated report, below which its day is none of the likely ones
_MOST = 15  # days that one report may have been said on
_KNOWN_SPREAD = 1.5  # days, to within which a day must be known that another report without a date is told by
_OWN, _TOLD = 0.98, 0.3  # how often a date of its own holds, and how often a report is of a day that it tells of


class Likely(NamedTuple):
    """The days on which a report may have been said, each with its share, and how likely it is one of them.

    `exact` tells that it is the day itself that is given, and not that of an event which others report as well.
    """

    days: Mapping[int, float]
    sure: float
    exact: bool

    @property
    def odds(self) -> dict[int, float]:
        """Return for each day how probable it is."""
        return {day: share * self.sure for day, share in self.days.items()}


def likely_days(
    tellings: Sequence[Telling], serials: Mapping[str, Serial], pairs: Iterable[Pair], known: Mapping[int, Said]
) -> dict[str, Likely]:
    """Return for each item with a serial number the days on which it may have been said.

    `known` is when tellings were said that give no day, by their numbers, as far as an earlier look has found out.
    """
    found = {item: _by_likeness(held) for item, held in _unlike(tellings, serials, pairs, known).items()}
    for telling in tellings:
        if telling.item not in serials:
            continue
        if telling.published is not None:
            found[telling.item] = Likely({telling.published: 1.0}, _OWN, exact=True)
        elif telling.main and telling.days is not None and telling.days.sharp:
            found.setdefault(telling.item, Likely({telling.days.last: 1.0}, _TOLD, exact=True))
    return {item: likely for item, likely in found.items() if likely.days}


def _unlike(
    tellings: Sequence[Telling], serials: Mapping[str, Serial], pairs: Iterable[Pair], known: Mapping[int, Said]
) -> dict[str, dict[int, float]]:
    """Return for each item without a day the probability that it is of none of the reports of a day, by those days."""
    unlike: dict[str, dict[int, float]] = defaultdict(dict)
    own_days = [_day(telling) for telling in tellings]
    days = [_day_or_known(telling, known) for telling in tellings]
    publishers = [serials[one.item].publisher if one.item in serials else () for one in tellings]
    for pair in pairs:
        if not (tellings[pair.first].main and tellings[pair.second].main):
            continue
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            day = days[other]
            if own_days[one] is None and day is not None and publishers[one]:
                if own_days[other] is None and publishers[one] == publishers[other]:
                    continue  # a series must not bear itself out
                own = unlike[tellings[one].item]
                own[day] = own.get(day, 1.0) * (1.0 - _probability(pair.score))
    return unlike


def _by_likeness(unlike: Mapping[int, float]) -> Likely:
    alike = [(min(_SUREST, 1.0 - no), day) for day, no in unlike.items() if 1.0 - no >= _LEAST]
    best = sorted(alike, key=lambda entry: (-entry[0], entry[1]))[:_MOST]
    odds = {day: _WORTH * held / (1.0 - held) for held, day in best}
    total = math.fsum(odds.values())
    return Likely({day: one / total for day, one in odds.items()}, total / (1.0 + total), exact=False)


def _probability(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, _STEEPNESS * score + _SHIFT))))


def _day(telling: Telling) -> int | None:
    return telling.published if telling.published is not None or telling.days is None else telling.days.last


def _day_or_known(telling: Telling, known: Mapping[int, Said]) -> int | None:
    day, said = _day(telling), known.get(telling.number, telling.said)
    return round(said.day) if day is None and said is not None and said.spread <= _KNOWN_SPREAD else day

"""What nothing dates joins the one dated event that it is like.

Half of real captures give no day. Such a telling seldom looks like one event for certain, but often like one dated
event rather than like any other; and that a report is of an event which nobody else reports is the rarer case.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from ascertain.group.day_signs import ON_A_WEEKDAY
from ascertain.group.pair import Pairs
from ascertain.group.telling import Telling, is_dated_about, told_or_said

LARGEST = 6  # tellings of a cluster that may still be moved as a whole
LEAST = -1.2  # log odds with the event that it is most like
MARGIN = 0.3  # by which it must be more like that one than the next
_LONGEST = 40  # days, within which what is told of a month lies, and of a year does not
_NEAREST = 3  # tellings of an event that are asked


def placed_by_words(
    tellings: Sequence[Telling],
    clusters: Sequence[Sequence[int]],
    pairs: Pairs,
    apart: Iterable[tuple[int, int]],
) -> list[list[int]]:
    """Return the clusters, those of undated tellings put to the dated one that they are like, each and all in order."""
    home = {number: place for place, cluster in enumerate(clusters) for number in cluster}
    dated = [any(_is_dated(tellings[number]) for number in cluster) for cluster in clusters]
    loose = [
        not dated[place] and len(cluster) <= LARGEST and any(tellings[number].main for number in cluster)
        for place, cluster in enumerate(clusters)
    ]
    likeness: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    reasoned: set[tuple[int, int]] = set()
    homes = np.array([home[number] for number in range(len(tellings))], np.int64)
    may_join, may_take = np.array(loose, bool)[homes], np.array(dated, bool)[homes]
    one_loose, other_loose = (
        may_join[mine] & may_take[theirs]
        for mine, theirs in ((pairs.firsts, pairs.seconds), (pairs.seconds, pairs.firsts))
    )
    for pair in pairs.where(one_loose | other_loose):
        one, other = home[pair.first], home[pair.second]
        for mine, theirs in ((one, other), (other, one)):
            if loose[mine] and dated[theirs]:
                likeness[mine][theirs].append(pair.score)
                if not ON_A_WEEKDAY.issuperset(pair.because):
                    reasoned.add((mine, theirs))
    kept = {frozenset((home[first], home[second])) for first, second in apart}
    found = [list(cluster) for cluster in clusters]
    least = LEAST * _mostly_dated(tellings)
    for place in sorted(likeness):
        best = _best(likeness[place], place, kept, least)
        if (
            best is not None
            and (place, best) in reasoned
            and not _on_other_weekdays(tellings, clusters[place], clusters[best])
        ):
            found[best] += found[place]
            found[place] = []
    return sorted(sorted(cluster) for cluster in found if cluster)


def _on_other_weekdays(tellings: Sequence[Telling], loose: Sequence[int], dated: Sequence[int]) -> bool:
    """Return whether the weekdays that undated tellings name are far from all days of the dated: "today, Thursday"."""
    named = {weekday for number in loose for weekday in tellings[number].news or ()}
    days = (told_or_said(tellings[number]) for number in dated)
    told = {date.fromordinal(day).isoweekday() for one in days if one is not None for day in (one.first, one.last)}
    return bool(named and told) and not any((mine - theirs) % 7 in (0, 1, 6) for mine in named for theirs in told)


def _mostly_dated(tellings: Sequence[Telling]) -> float:
    """Return how far most are dated, up to 1: where hardly any is, what is not need be of no dated event."""
    main = [_is_dated(one) for one in tellings if one.main]
    return min(1.0, 2 * sum(main) / len(main)) if main else 0.0


def _is_dated(telling: Telling) -> bool:
    days = telling.days
    told = days is not None and days.last - days.first <= _LONGEST
    return told or telling.published is not None or is_dated_about(telling)


def _best(likeness: dict[int, list[float]], place: int, kept: set[frozenset[int]], least: float) -> int | None:
    """Return the dated cluster that one is like by a margin and as `least` asks; what must stay apart is not asked."""
    means = []
    for other, scores in likeness.items():
        if frozenset((place, other)) not in kept:
            top = sorted(scores, reverse=True)[:_NEAREST]
            means.append((sum(top) / len(top), -other))
    means.sort(reverse=True)
    if not means or means[0][0] < least or (len(means) > 1 and means[0][0] - means[1][0] < MARGIN):
        return None
    return -means[0][1]

"""Tellings that came to the wrong event move to the one that they are more like.

Clusters grow from the most alike pairs on, and what was put together early stays together. Once all are grown, a few
tellings are much more like another cluster than what they have come to be with.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import numpy as np

from ascertain.group.agglomerate import AGREEING, CLASHES, asked_of, better_mean
from ascertain.group.days import Days
from ascertain.group.pair import Pairs

_MARGIN = 1.0  # log odds by which it must be more like another cluster than its own
_LEAST = 0.3  # log odds with that one
_ROUNDS = 2

Scores = Mapping[int, Mapping[int, float]]


def rehomed(
    clusters: Sequence[Sequence[int]],
    pairs: Pairs,
    apart: Iterable[tuple[int, int]],
    fixed: Set[int],
    days: Mapping[int, Days],
) -> list[list[int]]:
    """Return the clusters with a telling moved to the one that it is much more like, each and all in order.

    No telling moves to one that it must stay apart from or whose days are others; those of `fixed` stay where they are.
    """
    members = {place: set(cluster) for place, cluster in enumerate(clusters)}
    home = {number: place for place, cluster in members.items() for number in cluster}
    share = asked_of(len(home)).share
    scores = _scores(home, pairs)
    barred: dict[int, set[int]] = defaultdict(set)
    for first, second in apart:
        barred[first].add(second)
        barred[second].add(first)
    for _ in range(_ROUNDS):
        before = dict(home)
        for number in sorted(scores.keys() - fixed):
            own = members[home[number]]
            if len(own) == 1:
                continue
            there = {home[other] for other, score in scores[number].items() if score > 0} - {home[number]}
            free = [
                place for place in sorted(there)
                if barred[number].isdisjoint(members[place]) and not _on_other_days(number, members[place], days)
            ]  # fmt: skip
            likeness = {place: _likeness(scores[number], members[place], share) for place in free}
            best = min(likeness, key=lambda place: (-likeness[place], place), default=None)
            least = max(_LEAST, _MARGIN + _likeness(scores[number], own - {number}, share))
            if best is not None and likeness[best] > least:
                own.discard(number)
                members[best].add(number)
                home[number] = best
        if home == before:
            break
    return sorted(sorted(cluster) for cluster in members.values() if cluster)


def _scores(home: Mapping[int, int], pairs: Pairs) -> Scores:
    """Return what each telling that speaks for one of another cluster says of those that it was compared with."""
    homes = np.array([home[number] for number in range(len(home))], np.int64)
    abroad = (pairs.scores > 0) & (homes[pairs.firsts] != homes[pairs.seconds])
    drawn = np.zeros(len(home), bool)
    drawn[pairs.firsts[abroad]] = drawn[pairs.seconds[abroad]] = True
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for mine, theirs in ((pairs.firsts, pairs.seconds), (pairs.seconds, pairs.firsts)):
        of = np.flatnonzero(drawn[mine])
        for number, other, score in zip(mine[of].tolist(), theirs[of].tolist(), pairs.scores[of].tolist(), strict=True):
            found[number][other] = score
    return found


def _likeness(scores: Mapping[int, float], members: Set[int], share: float) -> float:
    """Return the mean score with the better part of a cluster."""
    return better_mean(sorted((scores[one] for one in members & scores.keys()), reverse=True), len(members), share)


def _on_other_days(number: int, members: Set[int], days: Mapping[int, Days]) -> bool:
    """Return whether hardly any day of a cluster is that of a telling, and several are others."""
    own = days.get(number)
    if own is None or not own.sharp:
        return False
    gaps = [own.gap(days[other]) for other in members if other in days and days[other].sharp]
    clash = sum(gap > 1 for gap in gaps)
    return clash >= CLASHES and len(gaps) - clash <= AGREEING * clash

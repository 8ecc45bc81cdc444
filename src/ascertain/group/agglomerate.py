"""Putting tellings together, most alike first, as long as the whole fits.

Two clusters become one when what speaks for it is above nought on average over the better part of the pairs of their
tellings: of two reports of one event one in three is misread in its day or place, and what it says against the others
must not count for all. A pair that was not compared speaks a little against. So a single chain of likenesses cannot tie
a month of strikes into one; nor do reports without a day tie two strikes together whose dated reports all differ.
"""

import heapq
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import neg
from typing import NamedTuple

import numpy as np

from ascertain.group.days import Days
from ascertain.group.pair import Pair, Pairs
from ascertain.group.rarity import size_of
from ascertain.group.whereabouts import Whereabouts, are_elsewhere

UNMET = -0.8  # log odds of a pair that shares no block
# The share of pairs, most alike first, that must speak for two clusters being one: in a folder all, as misread days and
# places are few among few, and in a collection of thousands somewhat more than half.
ASKED = (0.8, 0.55)
LEAST_ASKED = 2
CLASHES, AGREEING = 4, 0.15  # so many pairs of days that differ keep apart where hardly any agree
FAR_DAYS = 4  # days that lie further apart are no misread weekday:
FAR_CLASH = (4, 1)  # in a folder they count as so many pairs, in a collection of thousands as one
SEASON_DAYS = 60  # days further apart than this are never one event's, misread or not ...
SEASONS = 2  # ... and days of coming out, as so many pairs: a report may look back, two seldom do
# So many alike pairs outweigh one item that tells two of their tellings apart, in a folder and in a collection of
# thousands: an item that gives one strike two places must not keep a dozen reports of it in two.
TOLD_APART = (8.0, 2.0)
# Clusters about two places are one only where all of their pairs speak for it, by so much on average (docs/adr/0023);
# a pair that was not compared has neither place nor day nor rare word in common.
ELSEWHERE, ELSEWHERE_UNMET = 0.5, -2.0
# Log odds by which two clusters come the sooner together for each e-fold of pairs: what many pairs say on average is
# surer than what one says, so that a stray report goes to the many that are like it rather than to another stray.
_LARGER = 0.05


class Asked(NamedTuple):
    """What is asked of two clusters, by the size of the collection.

    `share` is that of the pairs, most alike first, that must speak for them; two days that lie far apart count as `far`
    pairs of days that differ; `told_apart` alike pairs outweigh one item that tells them apart.
    """

    share: float
    far: float
    told_apart: float


def asked_of(total: int) -> Asked:
    """Return what is asked in a collection of so many tellings."""
    large = size_of(total)
    return Asked(*(folder + (many - folder) * large for folder, many in (ASKED, FAR_CLASH, TOLD_APART)))


def better_mean(scores: Sequence[float], pairs: int, share: float) -> float:
    """Return the mean score of the share of so many pairs that is asked, most alike first.

    `scores` are those of the pairs that were compared, in that order; those never compared are among them.
    """
    if pairs == len(scores) == 1:
        return scores[0]
    asked = max(min(LEAST_ASKED, pairs), math.ceil(share * pairs))
    better = bisect_right(scores, -UNMET, key=neg)  # those that speak against it less than one not compared
    unmet = min(pairs - len(scores), max(0, asked - better))
    return (math.fsum(scores[: asked - unmet]) + UNMET * unmet) / asked


class Clusters:
    """Union-find that keeps the scores between clusters, most alike first."""

    def __init__(
        self,
        tellings: Iterable[int],
        days: Mapping[int, Days],
        asked: Asked,
        where: Mapping[int, Whereabouts] | None = None,
    ) -> None:
        """Start with every telling alone; `days` are those told, or else, not sharp, of coming out."""
        self.asked = asked
        self.where = {number: (where or {}).get(number, Whereabouts()) for number in tellings}
        self.days = {number: Counter([days[number]] if number in days else []) for number in tellings}
        self.members: dict[int, list[int]] = {number: [number] for number in tellings}
        self.between: dict[int, dict[int, list[float]]] = {number: {} for number in self.members}
        self.apart: dict[int, set[int]] = {}
        self.told_apart: dict[int, Counter[int]] = {}

    def keep_apart(self, first: int, second: int) -> None:
        """Never put two tellings together."""
        self.apart.setdefault(first, set()).add(second)
        self.apart.setdefault(second, set()).add(first)

    def tell_apart(self, first: int, second: int, times: int = 1) -> None:
        """Note that so many items tell of both as two events."""
        self.told_apart.setdefault(first, Counter())[second] += times
        self.told_apart.setdefault(second, Counter())[first] += times

    def link(self, first: int, second: int, score: float) -> None:
        """Note what speaks for two tellings being one."""
        self.between[first][second] = self.between[second][first] = [score]

    def likeness(self, first: int, second: int) -> float:
        """Return the mean score of the pairs that are asked, most alike first, those never compared among them."""
        pairs = len(self.members[first]) * len(self.members[second])
        return better_mean(self.between[first].get(second, []), pairs, self.asked.share)

    def allowed(self, first: int, second: int) -> bool:
        """Return whether nothing forbids it.

        No two of their tellings must stay apart, few are told apart by one item, some days agree where many differ, and
        all of their pairs speak for it where they are about two places.
        """
        if second in self.apart.get(first, ()):
            return False
        if times := self.told_apart.get(first, Counter())[second]:
            alike = sum(score > 0 for score in self.between[first].get(second, ()))
            if alike < self.asked.told_apart * times:
                return False
        agree = clash = 0.0
        for mine, times in self.days[first].items():
            for theirs, others in self.days[second].items():
                gap, told = mine.gap(theirs), mine.sharp and theirs.sharp
                if gap > SEASON_DAYS:
                    clash += times * others * (CLASHES if told else SEASONS)
                elif told and gap > 1:
                    clash += times * others * (self.asked.far if gap > FAR_DAYS else 1)
                elif told:
                    agree += times * others
        if clash >= CLASHES and agree <= AGREEING * clash:
            return False
        return not are_elsewhere(self.where[first], self.where[second]) or self._mean(first, second) > ELSEWHERE

    def _mean(self, first: int, second: int) -> float:
        """Return what all pairs say on average."""
        scores = self.between[first].get(second, [])
        pairs = len(self.members[first]) * len(self.members[second])
        return (math.fsum(scores) + ELSEWHERE_UNMET * (pairs - len(scores))) / pairs

    def merge(self, first: int, second: int) -> int:
        """Make two clusters one and return its number; the one with more neighbours takes the other in."""
        if len(self.between[first]) < len(self.between[second]):
            first, second = second, first
        self.members[first] = sorted(self.members[first] + self.members.pop(second))
        self.days[first] += self.days.pop(second)
        self.where[first] = self.where[first].joined(self.where.pop(second))
        mine, theirs = self.between[first], self.between.pop(second)
        mine.pop(second, None)
        for other, scores in theirs.items():
            if other == first:
                continue
            if other in mine:
                scores = sorted(mine[other] + scores, reverse=True)
            mine[other] = self.between[other][first] = scores
            del self.between[other][second]
        for other in self.apart.pop(second, ()):
            self.keep_apart(first, other)
            self.apart[other].discard(second)
        for other, times in self.told_apart.pop(second, Counter()).items():
            del self.told_apart[other][second]
            if other != first:
                self.tell_apart(first, other, times)
        return first


def agglomerate(
    size: int,
    pairs: Pairs,
    apart: Iterable[tuple[int, int]],
    together: Iterable[tuple[int, int]],
    days: Mapping[int, Days] | None = None,
    told_apart: Iterable[tuple[int, int]] = (),
    where: Mapping[int, Whereabouts] | None = None,
) -> list[list[int]]:
    """Return the clusters of tellings, each and all in order of their numbers; `days` are those `told_or_about`.

    The pairs `apart` never come together, those of `together` do, and those `told_apart` by one item only where much
    more speaks for it.

    Two clusters only ever become one where some pair of their tellings is above nought, so what no chain of such pairs
    ties together is clustered apart: the outcome is the same, and the sums between clusters are held for one part at a
    time.
    """
    together = list(together)
    speaking = pairs.scores > 0
    ties = zip(pairs.firsts[speaking].tolist(), pairs.seconds[speaking].tolist(), strict=True)
    part = _parts(size, [*ties, *together])
    tellings: dict[int, list[int]] = {}
    for number in range(size):
        tellings.setdefault(part[number], []).append(number)
    parts = np.array(part, np.int64)
    inside = np.flatnonzero(parts[pairs.firsts] == parts[pairs.seconds])
    inside = inside[np.argsort(parts[pairs.firsts[inside]], kind="stable")]
    part_of = parts[pairs.firsts[inside]]
    kept_apart, put_together, told = (_inside(ties, part) for ties in (apart, together, told_apart))
    asked = asked_of(size)
    found: list[list[int]] = []
    for key, members in tellings.items():
        if len(members) == 1:
            found.append(members)
        else:
            decided = kept_apart.get(key, ()), put_together.get(key, ()), told.get(key, ())
            start, end = np.searchsorted(part_of, (key, key + 1))
            clusters = Clusters(members, days or {}, asked, where)
            found += _clustered(clusters, pairs.each(inside[start:end]), *decided)
    return sorted(found)


def _parts(size: int, ties: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each telling the smallest one that a chain of ties leads to."""
    root = list(range(size))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for first, second in ties:
        low, high = sorted((find(first), find(second)))
        root[high] = low
    return [find(number) for number in range(size)]


def _inside(ties: Iterable[tuple[int, int]], part: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """Return the ties within each part."""
    found: dict[int, list[tuple[int, int]]] = {}
    for first, second in ties:
        if part[first] == part[second]:
            found.setdefault(part[first], []).append((first, second))
    return found


def _clustered(
    clusters: Clusters,
    pairs: Iterable[Pair],
    apart: Iterable[tuple[int, int]],
    together: Iterable[tuple[int, int]],
    told_apart: Iterable[tuple[int, int]],
) -> list[list[int]]:
    home = {number: number for number in clusters.members}
    for first, second in apart:
        clusters.keep_apart(first, second)
    for first, second in told_apart:
        clusters.tell_apart(first, second)
    for pair in pairs:
        clusters.link(pair.first, pair.second, pair.score)
    for first, second in together:
        one, other = home[first], home[second]
        if one != other:
            merged = clusters.merge(one, other)
            home.update(dict.fromkeys(clusters.members[merged], merged))
    _merge_best_first(clusters)
    return list(clusters.members.values())


def _merge_best_first(clusters: Clusters) -> None:
    """Merge the two most alike clusters until none are alike; ties go by the smallest members."""
    queue = [entry for one in clusters.between for entry in _entries(clusters, one, above=one)]
    heapq.heapify(queue)
    while queue:
        _, _, _, first, second, sizes = heapq.heappop(queue)
        if first not in clusters.members or second not in clusters.members:
            continue
        if sizes != (len(clusters.members[first]), len(clusters.members[second])):
            continue  # an entry from before one of them grew
        for entry in _entries(clusters, clusters.merge(first, second)):
            heapq.heappush(queue, entry)


Entry = tuple[float, int, int, int, int, tuple[int, int]]


def _entries(clusters: Clusters, one: int, above: int = -1) -> Iterable[Entry]:
    members: Mapping[int, list[int]] = clusters.members
    for other, scores in clusters.between[one].items():
        if other <= above or scores[0] <= 0:  # the most alike pair of them
            continue
        if (score := clusters.likeness(one, other)) > 0 and clusters.allowed(one, other):
            low, high = sorted((members[one][0], members[other][0]))
            pairs = len(members[one]) * len(members[other])
            yield (
                round(-score - _LARGER * math.log(pairs), 9),
                low,
                high,
                one,
                other,
                (len(members[one]), len(members[other])),
            )

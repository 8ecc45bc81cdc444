"""Putting tellings together, most alike first, as long as the whole fits.

Average linkage over the pairs that were compared, each with its weight: two clusters become one when what speaks for
it, over all pairs of their tellings, is above nought on average. A pair that was not compared speaks a little against.
So a single chain of likenesses cannot tie a month of strikes into one.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

from ascertain.group.pairs import Pair

UNMET, UNMET_WEIGHT = -1.0, 0.05  # log odds of a pair that shares no block, and what they weigh

_NOTHING = (0.0, 0.0, 0)


class Clusters:
    """Union-find that keeps the sum of the scores between clusters."""

    def __init__(self, tellings: Iterable[int]) -> None:
        """Start with every telling alone."""
        self.members: dict[int, list[int]] = {number: [number] for number in tellings}
        self.between: dict[int, dict[int, tuple[float, float, int]]] = {number: {} for number in self.members}
        self.apart: dict[int, set[int]] = {}

    def keep_apart(self, first: int, second: int) -> None:
        """Never put two tellings together."""
        self.apart.setdefault(first, set()).add(second)
        self.apart.setdefault(second, set()).add(first)

    def link(self, first: int, second: int, score: float, weight: float = 1.0) -> None:
        """Note what speaks for two tellings being one."""
        for one, other in ((first, second), (second, first)):
            total, weights, count = self.between[one].get(other, _NOTHING)
            self.between[one][other] = (total + weight * score, weights + weight, count + 1)

    def average(self, first: int, second: int) -> float:
        """Return the mean score between two clusters, pairs that were never compared included."""
        total, weights, count = self.between[first].get(second, _NOTHING)
        unmet = UNMET_WEIGHT * (len(self.members[first]) * len(self.members[second]) - count)
        return (total + UNMET * unmet) / (weights + unmet)

    def allowed(self, first: int, second: int) -> bool:
        """Return whether no two tellings of the clusters must stay apart."""
        return second not in self.apart.get(first, ())

    def merge(self, first: int, second: int) -> int:
        """Make two clusters one and return its number; the one with more neighbours takes the other in."""
        if len(self.between[first]) < len(self.between[second]):
            first, second = second, first
        self.members[first] = sorted(self.members[first] + self.members.pop(second))
        mine, theirs = self.between[first], self.between.pop(second)
        mine.pop(second, None)
        for other, (total, weights, count) in theirs.items():
            if other == first:
                continue
            before = mine.get(other, _NOTHING)
            mine[other] = (before[0] + total, before[1] + weights, before[2] + count)
            self.between[other].pop(second, None)
            self.between[other][first] = mine[other]
        for other in self.apart.pop(second, ()):
            self.keep_apart(first, other)
            self.apart[other].discard(second)
        return first


def agglomerate(
    size: int, pairs: Sequence[Pair], apart: Iterable[tuple[int, int]], together: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """Return the clusters of tellings, each and all in order of their numbers.

    Two clusters only ever become one where some pair of their tellings is above nought, so what no chain of such pairs
    ties together is clustered apart: the outcome is the same, and the sums between clusters are held for one part at a
    time.
    """
    together = list(together)
    part = _parts(size, [*((pair.first, pair.second) for pair in pairs if pair.score > 0), *together])
    tellings: dict[int, list[int]] = {}
    for number in range(size):
        tellings.setdefault(part[number], []).append(number)
    met: dict[int, list[Pair]] = {}
    for pair in pairs:
        if part[pair.first] == part[pair.second]:
            met.setdefault(part[pair.first], []).append(pair)
    kept_apart, put_together = _inside(apart, part), _inside(together, part)
    found: list[list[int]] = []
    for key, members in tellings.items():
        if len(members) == 1:
            found.append(members)
        else:
            found += _clustered(members, met.get(key, ()), kept_apart.get(key, ()), put_together.get(key, ()))
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
    tellings: Sequence[int],
    pairs: Iterable[Pair],
    apart: Iterable[tuple[int, int]],
    together: Iterable[tuple[int, int]],
) -> list[list[int]]:
    clusters = Clusters(tellings)
    home = {number: number for number in tellings}
    for first, second in apart:
        clusters.keep_apart(first, second)
    for pair in pairs:
        clusters.link(pair.first, pair.second, pair.score, pair.weight)
    for first, second in together:
        one, other = home[first], home[second]
        if one != other:
            _rehome(clusters, home, clusters.merge(one, other))
    _merge_best_first(clusters, home)
    return list(clusters.members.values())


def _rehome(clusters: Clusters, home: dict[int, int], cluster: int) -> None:
    for member in clusters.members[cluster]:
        home[member] = cluster


def _merge_best_first(clusters: Clusters, home: dict[int, int]) -> None:
    """Merge the two most alike clusters until none are alike; ties go by the smallest members."""
    queue = [entry for one in clusters.between for entry in _entries(clusters, one, above=one)]
    heapq.heapify(queue)
    while queue:
        _, _, _, first, second, sizes = heapq.heappop(queue)
        if first not in clusters.members or second not in clusters.members:
            continue
        if sizes != (len(clusters.members[first]), len(clusters.members[second])):
            continue  # an entry from before one of them grew
        merged = clusters.merge(first, second)
        _rehome(clusters, home, merged)
        for entry in _entries(clusters, merged):
            heapq.heappush(queue, entry)


Entry = tuple[float, int, int, int, int, tuple[int, int]]


def _entries(clusters: Clusters, one: int, above: int = -1) -> Iterable[Entry]:
    members: Mapping[int, list[int]] = clusters.members
    for other in clusters.between[one]:
        if other > above and clusters.allowed(one, other) and (score := clusters.average(one, other)) > 0:
            low, high = sorted((members[one][0], members[other][0]))
            yield round(-score, 9), low, high, one, other, (len(members[one]), len(members[other]))

"""Clustering part by part gives what clustering everything at once gives."""

import random

import pytest

from ascertain.group.agglomerate import Clusters, _clustered, agglomerate, asked_of
from ascertain.group.pair import Pair, Pairs


@pytest.mark.parametrize("seed", range(30))
def test_parts_are_clustered_as_the_whole_is(seed):
    chance, size = random.Random(seed), 40
    tied = {tuple(sorted(chance.sample(range(size), 2))) for _ in range(chance.randint(20, 160))}
    # Sixteenths add up the same in any order, so that nothing but the parts can make a difference.
    pairs = [Pair(chance.randint(-80, 48) / 16, *tie, ()) for tie in sorted(tied)]
    pairs.sort(key=lambda pair: (-pair.score, pair.first, pair.second))
    apart = [tuple(chance.sample(range(size), 2)) for _ in range(4)]
    together = [tuple(chance.sample(range(size), 2)) for _ in range(2)]
    told = [tuple(chance.sample(range(size), 2)) for _ in range(4)]
    whole = sorted(_clustered(Clusters(range(size), {}, asked_of(size)), pairs, apart, together, told))
    assert agglomerate(size, Pairs(pairs), apart, together, told_apart=told) == whole
    assert sorted(number for cluster in whole for number in cluster) == list(range(size))


def test_one_item_that_tells_two_apart_yields_to_a_dozen_that_do_not():
    alike = [Pair(2.0, first, second, ()) for first in range(10) for second in range(first + 1, 10)]
    assert agglomerate(10, Pairs(alike), [], [], told_apart=[(0, 9)]) == [list(range(10))]
    assert len(agglomerate(10, Pairs(alike), [(0, 9)], [])) == 2, "what a person keeps apart stays apart"
    few = [Pair(2.0, 0, 1, ()), Pair(2.0, 2, 3, ()), Pair(1.0, 0, 2, ()), Pair(1.0, 1, 2, ())]
    assert agglomerate(4, Pairs(few), [], [], told_apart=[(0, 3)]) == [[0, 1], [2, 3]]

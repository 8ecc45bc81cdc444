"""Clustering part by part gives what clustering everything at once gives."""

import random

import pytest

from ascertain.group.agglomerate import ASKED, _clustered, agglomerate
from ascertain.group.pairs import Pair


@pytest.mark.parametrize("seed", range(30))
def test_parts_are_clustered_as_the_whole_is(seed):
    chance, size = random.Random(seed), 40
    tied = {tuple(sorted(chance.sample(range(size), 2))) for _ in range(chance.randint(20, 160))}
    # Sixteenths add up the same in any order, so that nothing but the parts can make a difference.
    pairs = [Pair(chance.randint(-80, 48) / 16, *tie, ()) for tie in sorted(tied)]
    pairs.sort(key=lambda pair: (-pair.score, pair.first, pair.second))
    apart = [tuple(chance.sample(range(size), 2)) for _ in range(4)]
    together = [tuple(chance.sample(range(size), 2)) for _ in range(2)]
    whole = sorted(_clustered(range(size), pairs, apart, together, {}, ASKED[0]))
    assert agglomerate(size, pairs, apart, together) == whole
    assert sorted(number for cluster in whole for number in cluster) == list(range(size))

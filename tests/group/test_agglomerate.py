"""What is asked of two clusters: the better share of their pairs, those that were never compared among them."""

import pytest

from ascertain.group.agglomerate import UNMET, Asked, Clusters, agglomerate
from ascertain.group.pair import Pair, Pairs

ASKED = Asked(share=0.75, far=1.0, told_apart=2.0)


def likeness(scores: list[float], members: int) -> float:
    """Return how like one telling is to a cluster of `members`, of which those with a score were compared with it."""
    clusters = Clusters(range(members + 1), {}, ASKED)
    for number, score in enumerate(scores, 1):
        clusters.link(0, number, score)
    whole = 1
    for number in range(2, members + 1):
        whole = clusters.merge(whole, number)
    return clusters.likeness(0, whole)


@pytest.mark.parametrize(
    ("scores", "members", "asked"),
    [
        ([3.0, 2.0, 1.0, 0.0], 4, [3.0, 2.0, 1.0]),  # all were compared: the better three
        ([3.0, 2.0, -9.0], 4, [3.0, 2.0, UNMET]),  # one not compared says less against it than one that is unlike
        ([3.0], 4, [3.0, UNMET, UNMET]),
        ([3.0, -8.0, -9.0], 4, [3.0, UNMET, -8.0]),  # no more were left out than that
        ([3.0, 1.0], 2, [3.0, 1.0]),
    ],
)
def test_the_better_share_of_all_pairs(scores: list[float], members: int, asked: list[float]) -> None:
    assert likeness(sorted(scores, reverse=True), members) == pytest.approx(sum(asked) / len(asked))


def test_a_stray_goes_to_the_many_that_are_like_it_rather_than_to_another_stray() -> None:
    many = [Pair(5.0, first, second, ()) for first in range(4) for second in range(first + 1, 4)]
    like_many = [Pair(0.65, number, 4, ()) for number in range(4)]
    unlike = [Pair(-5.0, number, 5, ()) for number in range(4)]
    assert [0, 1, 2, 3, 4] in agglomerate(6, Pairs([*many, *like_many, *unlike, Pair(0.7, 4, 5, ())]), (), ())
    assert [4, 5] in agglomerate(6, Pairs([*many, *like_many, *unlike, Pair(0.8, 4, 5, ())]), (), ())

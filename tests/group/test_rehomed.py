"""A telling that is much more like another event than its own moves there, unless something bars it."""

from ascertain.group.days import Days
from ascertain.group.pair import Pair, Pairs
from ascertain.group.rehomed import rehomed

# Telling 2 came to 0 and 1 early, and is more like the three that came together later.
CLUSTERS = [[0, 1, 2], [3, 4, 5]]
PAIRS = Pairs(
    [
        Pair(4.0, 0, 1, ()), Pair(1.0, 0, 2, ()), Pair(-1.0, 1, 2, ()),
        Pair(3.0, 2, 3, ()), Pair(3.0, 2, 4, ()), Pair(3.0, 2, 5, ()),
        Pair(4.0, 3, 4, ()), Pair(4.0, 3, 5, ()), Pair(4.0, 4, 5, ()),
    ]
)  # fmt: skip
MOVED = [[0, 1], [2, 3, 4, 5]]


def test_it_moves_to_what_it_is_more_like() -> None:
    assert rehomed(CLUSTERS, PAIRS, (), set(), {}) == MOVED


def test_it_stays_where_a_person_put_it() -> None:
    assert rehomed(CLUSTERS, PAIRS, (), {2}, {}) == CLUSTERS


def test_it_stays_away_from_what_it_is_told_apart_from() -> None:
    assert rehomed(CLUSTERS, PAIRS, [(2, 4)], set(), {}) == CLUSTERS


def test_it_stays_where_the_other_has_other_days() -> None:
    days = {2: Days(20, 20)} | {number: Days(10, 10) for number in (3, 4, 5)}
    many = [[0, 1, 2], [3, 4, 5, 6]]
    alike = Pairs([*PAIRS, Pair(3.0, 2, 6, ()), Pair(4.0, 3, 6, ())])
    assert rehomed(many, alike, (), set(), days | {6: Days(10, 10)}) == many
    assert rehomed(many, alike, (), set(), days | {6: Days(10, 10), 2: Days(10, 10)}) == [[0, 1], [2, 3, 4, 5, 6]]


def test_a_little_more_like_another_is_not_enough() -> None:
    near = Pairs(
        [Pair(2.0, 0, 2, ()), Pair(2.0, 1, 2, ()), Pair(2.5, 2, 3, ()), Pair(2.5, 2, 4, ()), Pair(2.5, 2, 5, ())]
    )
    assert rehomed(CLUSTERS, near, (), set(), {}) == CLUSTERS

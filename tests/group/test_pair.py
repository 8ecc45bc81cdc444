"""Pairs in columns are what a sorted list of them would be."""

from hypothesis import given
from hypothesis import strategies as st

from ascertain.group.pair import Pair, Pairs

REASONS = [(), ("the same day",), ("the same day", "they share rare words")]
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 300_000), st.integers(0, 300_000)),
    st.tuples(st.integers(-20, 20), st.sampled_from(REASONS)),
    max_size=12,
).map(lambda told: [Pair(score / 16, *tie, because) for tie, (score, because) in told.items()])


@given(PAIRS)
def test_pairs_come_most_alike_first_then_in_order_of_their_tellings(found: list[Pair]) -> None:
    expected = sorted(found, key=lambda pair: (-pair.score, pair.first, pair.second))
    pairs = Pairs(iter(found))
    assert list(pairs) == expected
    assert len(pairs) == len(found)
    assert [pairs[place] for place in range(-len(found), len(found))] == expected * 2
    assert pairs[1:5] == expected[1:5]


@given(PAIRS, PAIRS, st.integers(-20, 20))
def test_pairs_are_dropped_and_others_take_their_place(found: list[Pair], others: list[Pair], most: int) -> None:
    pairs = Pairs(found)
    low = pairs.scores <= most / 16
    kept = [pair for pair in found if pair.score > most / 16]
    assert sorted(pairs.where(low)) == sorted(pair for pair in found if pair not in kept)
    new = [pair for pair in others if pair[1:3] not in {one[1:3] for one in kept}]
    expected = sorted([*kept, *new], key=lambda pair: (-pair.score, pair.first, pair.second))
    assert list(pairs.with_others(low, Pairs(new))) == expected

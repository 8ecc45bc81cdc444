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

"""Distinct numbers are what sorting a set gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ascertain.engine.distinct import distinct, held_in, is_first


@given(st.lists(st.integers(-5, 2**62)))
def test_each_number_comes_once_and_in_order(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))
    ordered = sorted(numbers)
    assert is_first(np.array(ordered, np.int64)).tolist() == [n not in ordered[:at] for at, n in enumerate(ordered)]


@given(st.lists(st.integers(0, 40)), st.lists(st.integers(0, 40)))
def test_held_in_is_what_isin_says(numbers, others):
    mine, theirs = np.array(numbers, np.int64), np.unique(np.array(others, np.int64))
    assert held_in(mine, theirs).tolist() == np.isin(mine, theirs).tolist()

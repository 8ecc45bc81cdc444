"""The different numbers of a column."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


def distinct(numbers: NDArray[Number]) -> NDArray[Number]:
    """Return the different numbers in order.

    As `np.unique` does, which puts them into a hash table first: of a million that takes ten times as long.
    """
    ordered: NDArray[Number] = np.sort(numbers, axis=None)
    return ordered[is_first(ordered)]


def held_in(numbers: NDArray[Number], others: NDArray[Number]) -> NDArray[np.bool_]:
    """Return for each number whether it is one of `others`, which are in order.

    As `np.isin` does, which loads a part of numpy that nothing else here needs.
    """
    if not len(others):
        return np.zeros(len(numbers), bool)
    places = np.minimum(np.searchsorted(others, numbers), len(others) - 1)
    held: NDArray[np.bool_] = others[places] == numbers
    return held


def is_first(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Return for each of the numbers, which are in order, whether it is the first of its kind."""
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first

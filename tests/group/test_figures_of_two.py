"""What two figures say of two reports being of one event."""

import pytest

from ascertain.group.signs import figure_sign
from ascertain.group.telling import Telling


def differ(mine: int, theirs: int, least: frozenset[int] = frozenset()) -> float:
    first, second = (
        Telling(number, str(number), (), True, "missile_strike", killed=frozenset({killed}), least=least)
        for number, killed in enumerate((mine, theirs))
    )
    return dict(figure_sign(first, second).values)["figures.differ"]


def test_at_least_39_is_more_than_30_as_well() -> None:
    assert differ(30, 39) < differ(30, 39, frozenset({30, 39})) < 0


@pytest.mark.parametrize("least", [frozenset({39}), frozenset({2})])
def test_an_open_figure_excludes_what_is_less_or_many_times_as_much(least: frozenset[int]) -> None:
    assert differ(min(least), 12, least) == differ(min(least), 12)

"""What nothing dates is put to the one dated event that it is like."""

from dataclasses import replace

import pytest

from ascertain.group.days import Days
from ascertain.group.pair import Pair, Pairs
from ascertain.group.telling import Telling
from ascertain.group.undated import placed_by_words


def telling(number: int, published: int | None = None) -> Telling:
    return Telling(number=number, item=f"i{number}", claims=(), starts=True, event="shelling", published=published)


TELLINGS = [telling(0, 100), telling(1, 200), telling(2)]
ALIKE = ("they share rare words",)


def placed(
    to_first: float, to_second: float, apart: tuple[tuple[int, int], ...] = (), because: tuple[str, ...] = ALIKE
) -> list[list[int]]:
    pairs = [Pair(to_first, 0, 2, because), Pair(to_second, 1, 2, because)]
    return placed_by_words(TELLINGS, [[0], [1], [2]], Pairs(pairs), apart)


def test_like_one_and_no_other_it_joins() -> None:
    assert placed(-0.3, -2.0) == [[0, 2], [1]]


def test_like_two_it_stays_alone() -> None:
    assert placed(-0.3, -0.5) == [[0], [1], [2]]


def test_like_none_it_stays_alone() -> None:
    assert placed(-3.0, -6.0) == [[0], [1], [2]]


def test_what_a_person_split_is_not_put_back() -> None:
    assert placed(-0.3, -2.0, apart=((0, 2),)) == [[0], [1], [2]]


def test_a_dated_telling_is_not_moved() -> None:
    dated = [telling(0, 100), telling(1, 200)]
    assert placed_by_words(dated, [[0], [1]], Pairs([Pair(-0.1, 0, 1, ())]), ()) == [[0], [1]]


@pytest.mark.parametrize("because", [(), ("the same weekday",)])
def test_what_has_nothing_in_common_but_a_weekday_does_not_join(because: tuple[str, ...]) -> None:
    assert placed(-0.3, -2.0, because=because) == [[0], [1], [2]]


def test_what_is_told_of_a_year_is_not_dated() -> None:
    """Else all that is undated of a folder would go to the one event of which somebody names the year."""
    of_a_year = replace(telling(0), days=Days(719_163, 719_527, sharp=False))
    pairs = Pairs([Pair(-0.3, 0, 1, ALIKE)])
    assert placed_by_words([of_a_year, telling(1)], [[0], [1]], pairs, ()) == [[0], [1]]


def test_where_hardly_anything_is_dated_being_undated_tells_nothing() -> None:
    tellings = [telling(0, 100), *(telling(number) for number in range(1, 9))]
    alone = [[number] for number in range(9)]
    assert placed_by_words(tellings, alone, Pairs([Pair(-0.3, 0, 1, ALIKE)]), ()) == alone
    assert placed_by_words(tellings, alone, Pairs([Pair(-0.1, 0, 1, ALIKE)]), ()) == [[0, 1], *alone[2:]]

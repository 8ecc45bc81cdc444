"""What nothing dates is put to the one dated event that it is like."""

from ascertain.group.pair import Pair, Pairs
from ascertain.group.telling import Telling
from ascertain.group.undated import placed_by_words


def telling(number: int, published: int | None = None) -> Telling:
    return Telling(number=number, item=f"i{number}", claims=(), starts=True, event="shelling", published=published)


TELLINGS = [telling(0, 100), telling(1, 200), telling(2)]


def placed(to_first: float, to_second: float, apart: tuple[tuple[int, int], ...] = ()) -> list[list[int]]:
    pairs = [Pair(to_first, 0, 2, ()), Pair(to_second, 1, 2, ())]
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

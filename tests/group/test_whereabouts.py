"""Two villages that several reports each tell of are two, however alike the reports are otherwise."""

from collections import Counter
from collections.abc import Sequence

from ascertain.group.agglomerate import ELSEWHERE, agglomerate
from ascertain.group.pair import Pair, Pairs
from ascertain.group.telling import Telling
from ascertain.group.whereabouts import Whereabouts, are_elsewhere

ORDA, KESA = "orda", "kesa"


def telling(number: int, *spots: str, item: str = "", guessed: bool = False) -> Telling:
    return Telling(
        number=number,
        item=item or f"item-{number}",
        claims=(),
        starts=True,
        event="shelling",
        spots=spots,
        guessed=guessed,
    )


def about(*spots: Sequence[str]) -> Whereabouts:
    whole = Whereabouts(tellings=0)
    for number, named in enumerate(spots):
        whole = whole.joined(Whereabouts.of(telling(number, *named)))
    return whole


def test_three_reports_each_of_two_villages_are_elsewhere() -> None:
    assert are_elsewhere(about([ORDA], [ORDA], [ORDA]), about([KESA], [KESA], [KESA]))
    assert not are_elsewhere(about([ORDA], [ORDA], [ORDA]), about([ORDA], [ORDA], [ORDA]))


def test_two_reports_of_a_village_may_have_misread_it() -> None:
    assert not are_elsewhere(about([ORDA], [ORDA], [ORDA]), about([KESA], [KESA]))


def test_reports_that_name_the_other_village_too_may_be_of_it() -> None:
    assert not are_elsewhere(about([ORDA], [ORDA], [ORDA]), about([KESA, ORDA], [KESA, ORDA], [KESA]))


def test_a_cluster_of_many_villages_is_about_none() -> None:
    assert about([ORDA], [KESA], ["zor"], ["lem"]).spot is None


def test_a_place_that_an_item_only_mentions_is_not_its_own() -> None:
    assert Whereabouts.of(telling(0, ORDA, guessed=True)).own == Counter()


def test_all_pairs_of_two_villages_must_speak_for_one_event() -> None:
    inside = [Pair(3.0, *tie, ()) for tie in ((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5))]
    where = {number: Whereabouts.of(telling(number, ORDA if number < 3 else KESA)) for number in range(6)}
    ties = [(first, second) for first in range(3) for second in range(3, 6)]
    some = [
        Pair(2.0 if first == second - 3 else 0.9 if first < second - 3 else -3.0, first, second, ())
        for first, second in ties
    ]
    assert sum(pair.score for pair in some) / len(some) < ELSEWHERE
    assert agglomerate(6, Pairs([*inside, *some]), (), ()) == [[0, 1, 2, 3, 4, 5]]
    assert agglomerate(6, Pairs([*inside, *some]), (), (), where=where) == [[0, 1, 2], [3, 4, 5]]
    all_of_them = [Pair(1.0, first, second, ()) for first, second in ties]
    assert agglomerate(6, Pairs([*inside, *all_of_them]), (), (), where=where) == [[0, 1, 2, 3, 4, 5]]

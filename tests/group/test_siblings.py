"""How much it counts that one item tells two of its events apart."""

from ascertain.group.days import Days
from ascertain.group.siblings import mentioning_their_own, times_told_apart
from ascertain.group.telling import Telling
from ascertain.model import Place

HERE = Place(id="p1", name="Orda", lat=36.0, lon=36.5, radius_m=1_500.0, klass="village")
THERE = Place(id="p2", name="Sarla", lat=36.8, lon=38.0, radius_m=1_500.0, klass="village")


def telling(number: int, day: int = 0, place: Place | None = None) -> Telling:
    return Telling(
        number=number, item="i", claims=(), starts=True, event="shelling", place=place,
        places=(place,) if place else (), days=Days(day, day) if day else None,
    )  # fmt: skip


def test_days_that_a_text_sets_against_each_other_count_more_than_places() -> None:
    by_place = times_told_apart(telling(0, place=HERE), telling(1, place=THERE))
    by_day = times_told_apart(telling(0, 738_000, HERE), telling(1, 738_001, HERE))
    assert by_day > by_place == 1
    assert times_told_apart(telling(0, 738_000, HERE), telling(1, 738_000, HERE)) == 0


def of_round_up(*spots: str, guessed: str = "") -> list[Telling]:
    return [
        Telling(
            number=number, item="i", claims=(), starts=True, event="shelling", spots=(spot,), guessed=spot == guessed,
            mentioned=frozenset(spots) | {"market"},
        )
        for number, spot in enumerate(spots)
    ]  # fmt: skip


def test_a_village_of_a_round_up_is_mentioned_by_what_it_tells_of_it_alone() -> None:
    found = mentioning_their_own(of_round_up("a", "b", "c", "d", "e"))
    assert [telling.mentioned for telling in found] == [{spot, "market"} for spot in "abcde"]


def test_what_few_events_of_an_item_mention_stays() -> None:
    few = of_round_up("a", "b", "c", "d")
    assert mentioning_their_own(few) == few


def test_a_place_that_a_telling_is_only_guessed_to_be_about_stays_mentioned() -> None:
    found = mentioning_their_own(of_round_up("a", "b", "c", "d", "e", guessed="e"))
    assert found[0].mentioned == {"a", "e", "market"}

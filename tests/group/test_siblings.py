"""How much it counts that one item tells two of its events apart."""

from ascertain.group.days import Days
from ascertain.group.siblings import times_told_apart
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

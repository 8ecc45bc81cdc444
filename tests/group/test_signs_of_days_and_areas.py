"""What weekdays and areas tell of two reports being of one event."""

from dataclasses import replace

from ascertain.group.day_signs import day_sign
from ascertain.group.place_signs import place_sign
from ascertain.group.signs import weights
from ascertain.group.telling import Said, Telling
from ascertain.model import Place


def telling(number: int, weekday: int = 0, place: Place | None = None) -> Telling:
    return Telling(
        number=number, item=f"i{number}", claims=(), starts=True, event="shelling",
        weekdays=frozenset({weekday} if weekday else ()), place=place, places=(place,) if place else (),
    )  # fmt: skip


def test_a_weekday_tells_less_in_a_folder_than_a_day() -> None:
    evidence = day_sign(telling(0, 6), telling(1, 6))
    assert evidence.values == (("day.weekday", 1.0),)
    assert weights(20)["day.weekday"] < weights(3_000)["day.weekday"]
    assert day_sign(telling(0, 6), telling(1, 2)).values[0][1] < 0


def test_a_weekday_does_not_change_what_the_days_of_saying_are_worth() -> None:
    one, other = (replace(telling(at), said=Said(738_000.0 + 30 * at, 1.0)) for at in (0, 1))
    (said,) = [value for value in day_sign(one, other).values if value[1]]
    named = day_sign(replace(one, weekdays=frozenset({6})), replace(other, weekdays=frozenset({6})))
    assert named.values == (said, ("day.weekday", 1.0)) and said[0] == "day.differs" and said[1] < 0


def area(name: str, country: str, lat: float, lon: float) -> Place:
    return Place(id=f"p.{name}", name=name, lat=lat, lon=lon, radius_m=900_000.0, klass="country", country=country)


def test_areas_of_two_countries_are_not_one_however_wide_they_reach() -> None:
    one, other = (
        telling(0, place=area("Ordaland", "OR", 30.0, 40.0)),
        telling(1, place=area("Sarland", "SA", 32.0, 42.0)),
    )
    assert place_sign(one, other).because == "they lie in two countries"
    beside = telling(2, place=area("Eastern Ordaland", "OR", 32.0, 42.0))
    assert place_sign(one, beside).because == "Ordaland and Eastern Ordaland may be one"

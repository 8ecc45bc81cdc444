"""One key for each spot, however it is spelt."""

from ascertain.group.geometry import is_area
from ascertain.group.spots import spot_keys
from ascertain.model import Place


def keys(*places: Place) -> list[str | None]:
    found = spot_keys(places)
    assert found == spot_keys(reversed(places))
    return [found.get(place.id) for place in places]


def village(identity: str, name: str, lat: float = 13.5, lon: float = 25.3, **more: object) -> Place:
    return Place(id=identity, name=name, lat=lat, lon=lon, klass="village", **more)  # type: ignore[arg-type]


def test_two_gazetteers_and_the_outskirts_are_one() -> None:
    first, second, third = keys(
        village("a", "Nertiti"), village("b", "نيرتيتي", lat=13.52), village("a/outskirts", "Nertiti", radius_m=4_000.0)
    )
    assert first == second == third


def test_villages_of_one_name_far_apart_are_two() -> None:
    first, second = keys(village("a", "Tawila"), village("b", "Tawila", lat=15.0))
    assert first != second


def test_a_name_without_a_point_is_known_by_its_sound() -> None:
    one = Place(id="x", name="قرية كفر مازن", klass="village")
    other = Place(id="y", name="the village of Kafr Mazin", klass="village")
    first, second = keys(one, other)
    assert first == second


def test_areas_have_no_key() -> None:
    west = Place(id="c/west_of", name="Zor", lat=1.0, lon=2.0, klass="city", relation="west_of", radius_m=9_000.0)
    assert is_area(west)
    assert keys(west, Place(id="d", name="Zor", lat=1.0, lon=2.0, klass="district")) == [None, None]


def test_a_long_name_without_a_point_is_the_only_spot_that_bears_it() -> None:
    pinned, bare = keys(village("a", "Kafr Jalis"), Place(id="x", name="قرية كفرجالس", klass="village"))
    assert pinned == bare
    first, second, bare = keys(
        village("a", "Kafr Jalis"), village("b", "Kafr Jalis", lat=15.0), Place(id="x", name="كفرجالس", klass="village")
    )
    assert bare not in (first, second)


def test_a_short_name_without_a_point_may_be_another_one() -> None:
    pinned, bare = keys(village("a", "Sarja"), Place(id="x", name="شوارغة", klass="village"))
    assert pinned != bare

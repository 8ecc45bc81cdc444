"""A name that one item leaves open and the others place."""

from ascertain.model import Mention, Place, Reading
from ascertain.resolve.collection.names import with_known_places

ORDA = Place(id="p1", name="Orda", lat=48.10, lon=37.20, klass="village", country="UA", names=("Орда",))
FAR_ORDA = Place(id="p2", name="Orda", lat=51.90, lon=30.00, klass="village", country="UA")
TOWN = Place(id="t1", name="Velyka", lat=48.20, lon=37.30, klass="town", country="UA")


def reading(item: str, *places: Place) -> Reading:
    mentions = tuple(
        Mention(kind="place", start=20 * n, end=20 * n + len(p.name), text=p.name, value=p)
        for n, p in enumerate(places)
    )
    return Reading(item=item, mentions=mentions)


def nameless(name: str) -> Place:
    return Place(id=f"open {name}", name=name, klass="village", because="no gazetteer has this name")


def placed(*readings: Reading) -> Place:
    value = with_known_places({one.item: one for one in readings})["open"].mentions[0].value
    assert isinstance(value, Place)
    return value


def test_where_the_others_agree_it_is_there_and_says_so() -> None:
    found = placed(reading("open", nameless("village of Orda")), reading("b", ORDA), reading("c", ORDA))
    assert (found.id, found.lat) == ("p1", 48.10)
    assert "other items" in found.because


def test_another_script_is_known_by_its_sound() -> None:
    farm = Place(id="p9", name="Maarzaf", lat=35.7, lon=36.5, klass="village", country="SY")
    idlib = Place(id="t9", name="Idlib", lat=35.93, lon=36.63, klass="city", country="SY")
    assert placed(reading("open", nameless("قرية معرزاف"), idlib), reading("b", farm)).id == "p9"


def test_a_like_sound_with_nothing_beside_it_is_only_of_what_the_collection_is_about() -> None:
    farm = Place(id="p9", name="Maarzaf", lat=35.7, lon=36.5, klass="village", country="SY")
    two = reading("b", farm), reading("c", farm)
    others = [reading(f"other {number}", TOWN) for number in range(12)]
    assert placed(reading("open", nameless("قرية معرزاف")), *two).lat == 35.7
    assert placed(reading("open", nameless("قرية معرزاف")), *two, *others).lat is None
    assert placed(reading("open", nameless("village of Maarzaf")), *two, *others).lat == 35.7, "as it is written"


def test_one_item_alone_may_be_wrong() -> None:
    assert placed(reading("open", nameless("Orda")), reading("b", ORDA)).lat is None


def test_far_from_all_that_the_text_names_it_is_not_the_place() -> None:
    far = reading("b", FAR_ORDA), reading("c", FAR_ORDA)
    assert placed(reading("open", nameless("Orda"), TOWN), *far).lat is None


def test_of_two_the_one_by_the_texts_own_places() -> None:
    found = placed(reading("open", nameless("Orda"), TOWN), reading("b", ORDA), reading("c", FAR_ORDA))
    assert found.id == "p1"


def test_of_two_with_nothing_beside_none() -> None:
    found = placed(reading("open", nameless("Orda")), reading("b", ORDA), reading("c", FAR_ORDA))
    assert found.lat is None


def test_an_area_of_the_name_places_no_village() -> None:
    area = Place(id="g", name="Orda", lat=48.0, lon=37.0, klass="governorate", country="UA")
    assert placed(reading("open", nameless("Orda")), reading("b", area)).lat is None

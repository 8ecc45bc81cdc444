"""A village abroad that only shares its name with one of the land that a collection is about."""

from ascertain.model import Mention, Place, Reading
from ascertain.resolve.collection.strays import without_strays

HOME = Place(id="h", name="Orda", lat=48.10, lon=37.20, klass="town", country="UA")
STRAY = Place(id="s", name="Bine", lat=40.45, lon=50.08, klass="village", country="AZ")
NEIGHBOUR = Place(id="n", name="Sarun", lat=40.40, lon=50.00, klass="village", country="AZ")
CITY = Place(id="c", name="Baku", lat=40.38, lon=49.89, klass="city", country="AZ", population=2_000_000)
LAND = Place(id="l", name="Azerbaijan", lat=40.3, lon=47.7, klass="country", country="AZ")


def reading(item: str, *places: Place) -> Reading:
    mentions = tuple(
        Mention(kind="place", start=20 * n, end=20 * n + len(p.name), text=p.name, value=p)
        for n, p in enumerate(places)
    )
    return Reading(item=item, mentions=mentions)


def told(*places: Place, others: int = 60) -> list[float | None]:
    items = [reading("it", *places), *(reading(f"home {n}", HOME) for n in range(others))]
    values = (one.value for one in without_strays({one.item: one for one in items})["it"].mentions)
    return [value.lat for value in values if isinstance(value, Place)]


def test_it_stays_a_name_and_says_why() -> None:
    items = [reading("it", STRAY), *(reading(f"home {n}", HOME) for n in range(60))]
    (mention,) = without_strays({one.item: one for one in items})["it"].mentions
    assert isinstance(mention.value, Place)
    assert (mention.value.name, mention.value.lat) == ("Bine", None)
    assert "hardly any other item speaks" in mention.value.because


def test_what_the_item_speaks_of_besides_a_large_city_and_the_home_stay() -> None:
    assert told(STRAY, HOME) == [None, 48.10]
    assert told(STRAY, NEIGHBOUR) == [40.45, 40.40]
    assert told(STRAY, LAND) == [40.45, 40.3]
    assert told(CITY) == [40.38]


def test_a_small_collection_and_one_of_many_lands_say_nothing() -> None:
    assert told(STRAY, others=5) == [40.45]
    many = [Place(id=f"p{n}", name="X", lat=float(n), lon=1.0, klass="town", country=f"C{n}") for n in range(60)]
    items = {one.id: reading(one.id, one) for one in many} | {"it": reading("it", STRAY)}
    (mention,) = without_strays(items)["it"].mentions
    assert isinstance(mention.value, Place)
    assert mention.value.lat == 40.45

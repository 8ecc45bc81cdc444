"""A village that no gazetteer has lies about what the text writes it in, and so tells events apart, or does not."""

from ascertain.extract.stage import extract
from ascertain.group.place_signs import place_sign
from ascertain.group.stage import tellings_of
from ascertain.group.surroundings import surroundings
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item, Reading, Settings
from ascertain.resolve.stage import resolve


def read(texts: dict[str, str], knowledge: Knowledge) -> tuple[list[Item], dict[str, Reading]]:
    items = [Item(id=key, text=text, published_at="2024-03-02T10:00:00Z") for key, text in texts.items()]
    return items, {item.id: resolve(item, extract(item, knowledge), knowledge, Settings()) for item in items}


def test_it_lies_about_what_is_written_behind_it() -> None:
    knowledge = load()
    items, readings = read({"a": "قصف على قرية سمسم بريف عفرين أدى لمقتل طفل"}, knowledge)
    [around] = surroundings(items[0], readings["a"]).values()
    assert around.name.endswith("عفرين")
    assert around.lat is not None and around.radius_m is not None and around.radius_m >= 20_000


def test_nothing_is_said_where_only_a_country_or_an_and_stands_behind_it() -> None:
    knowledge = load()
    items, readings = read({"a": "قصف على قرية سمسم في سوريا", "b": "قصف على قرية سمسم وعفرين"}, knowledge)
    assert [dict(surroundings(item, readings[item.id])) for item in items] == [{}, {}]


def test_two_such_villages_far_from_each_other_are_told_apart_and_of_one_land_are_not() -> None:
    knowledge = load()
    texts = {
        "a": "قصف على قرية سمسم بريف عفرين أدى لمقتل طفل",
        "b": "قصف على قرية صفصاف بريف القامشلي أدى لمقتل طفل",
        "c": "قصف على قرية برقوق بريف عفرين أدى لمقتل طفل",
    }
    items, readings = read(texts, knowledge)
    a, b, c = tellings_of(items, readings, Settings(), set())
    assert "place.far" in dict(place_sign(a, b).values)
    assert "place.about" in dict(place_sign(a, c).values)


def test_a_place_that_is_only_mentioned_tells_nothing_apart() -> None:
    knowledge = load()
    texts = {
        "a": "تفاصيل ما جرى كما وصلت من دمشق:\nقصفت الطائرات الرتل فقتل ستة.",
        "b": "قصفت الطائرات رتلاً قرب القامشلي فقتل ستة.",
    }
    items, readings = read(texts, knowledge)
    a, b = tellings_of(items, readings, Settings(), set())
    assert a.guessed
    assert dict(place_sign(a, b).values) == {"place.unknown": 1.0}

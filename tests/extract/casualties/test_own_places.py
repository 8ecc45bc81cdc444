"""Arabic: each of several outcomes, or parts of a toll, where a sentence says that it was."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


TOLD = [
    # parts of a whole, each with its place
    ("استشهد 7 مواطنين بينهم 3 في بنش و4 في سرمين بقصف الجيش.",
     {("shelling", 7, ""), ("shelling", 3, "بنش"), ("shelling", 4, "سرمين")}),
    ("ارتفع عدد الشهداء إلى 12: 5 في بنش، 4 في سرمين، 3 في سراقب.",
     {("killing", 12, ""), ("killing", 5, "بنش"), ("killing", 4, "سرمين"), ("killing", 3, "سراقب")}),
    ("قتل 3 في بنش وطفل في سرمين.", {("killing", 3, "بنش"), ("killing", 1, "سرمين")}),
    # two outcomes, one event that is told of both
    ("مقتل مدني في سرمين وإصابة اثنين في بنش بقصف للجيش.", {("shelling", 1, "سرمين"), ("shelling", 2, "بنش")}),
    ("اعتقلت الشرطة شابين في سرمين، واعتقلت ثلاثة آخرين في بنش.",
     {("detention", 2, "سرمين"), ("detention", 3, "بنش")}),
    ("أصيب طفل بانفجار لغم في بنش، كما أصيب رجلان بطريقة مماثلة في سرمين.",
     {("landmine", 1, "بنش"), ("landmine", 2, "سرمين")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_each_where_it_was(text: str, expected: set[tuple[str, float, str]], knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text=text), knowledge).claims
    assert {(c.event, c.counts[0].high, c.where.text if c.where else "") for c in claims} == expected
    assert all(len(c.counts) == 1 for c in claims)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل رجل بقصف على سرمين وأصيب اثنان في المدينة.", "سرمين"),
        ("قتل رجل بقصف على سرمين وأصيب اثنان من بنش.", "سرمين"),
        ("قتل رجل بقصف على سرمين وأصيب اثنان في ريف إدلب.", "سرمين"),
    ],
)
def test_not_where_they_are_from_nor_the_land_around(text: str, place: str, knowledge: Knowledge) -> None:
    (claim,) = extract(Item(id="x", text=text), knowledge).claims
    assert claim.where is not None
    assert (claim.where.text, len(claim.counts)) == (place, 2)

"""Names of places in the names of other things: accords, governments, regiments, ships, persons."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def places(text: str, knowledge: Knowledge) -> list[str]:
    return [mention.text for mention in extract(Item(id="x", text=text), knowledge).mentions if mention.kind == "place"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Shelling broke the Minsk agreements again, monitors near Donetsk said.", ["Donetsk"]),
        ("Talks in Geneva went on.", ["Geneva"]),
        ("The Kurdistan Regional Government sent its forces to Kirkuk.", ["Kirkuk"]),
        ("The Ninth Ohio Cavalry and the 42nd New York marched to Richmond.", ["Richmond"]),
        ("The Army of Northern Virginia crossed the river at Fredericksburg.", ["Fredericksburg"]),
        ("The frigate HMS Bristol left Bahrain on Monday.", ["Bahrain"]),
        ("Part of the aid reached Idlib, and many Arab fighters came back to Raqqa.", ["Idlib", "Raqqa"]),
        ("Ambassador Robert Ford flew to Baghdad.", ["Baghdad"]),
        ("The strikes killed Islamic State of Iraq and the Levant terrorists in Mosul.", ["Mosul"]),
    ],
)
def test_what_bears_a_name_of_a_place_is_none(text: str, named: list[str], knowledge: Knowledge) -> None:
    assert places(text, knowledge) == named


def test_figures_of_a_telephone_number_count_nothing(knowledge: Knowledge) -> None:
    text = "Reporters may call 910-555-3383 before two soldiers speak."
    found = extract(Item(id="x", text=text), knowledge).mentions
    assert [mention.text for mention in found if mention.kind == "count"] == ["two"]


@pytest.mark.parametrize(
    "text", ["TOLO News showed images of the air strike.", "The Sana news agency told of a strike."]
)
def test_a_name_of_an_outlet_is_no_place(text: str) -> None:
    assert not [m for m in extract(Item(id="a", text=text), load()).mentions if m.kind == "place"]

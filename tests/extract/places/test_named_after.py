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
        ("The International Yemen Support Group met in Vienna.", ["Vienna"]),
        ("The Association of Benghazi met.", ["Benghazi"]),
        ("Officials within NATO met in Riga.", ["Riga"]),
        ("Fighters of Liwa al-Sahra shelled Idlib, and Ahrar al-Sham left Hama.", ["Idlib", "Hama"]),
        ("Troops of the Army of the Potomac and the Department of the Gulf came to Richmond.", ["Richmond"]),
        ("Clashes went on in the Department of Cauca.", ["Cauca"]),
        ("The First Infantry California Volunteers marched to Tucson.", ["Tucson"]),
        ("A fan of the Pittsburgh Steelers died in Baghdad.", ["Baghdad"]),
        ("The flood hit Fort Bend and Waller Counties in Texas.", ["Fort Bend", "Waller", "Texas"]),
        ("We have won, said Russell. It was in Aden.", ["Aden"]),
        ("They work in South and Central Asia.", ["Central Asia"]),
        ("Many left home before Hurricane Florence; now Florence moves on to Texas.", ["Texas"]),
        ("They flew to Florence in May.", ["Florence"]),
        ("Hurricane Matthew Pummels Haiti, and many have died.", ["Haiti"]),
        ("Many people died in the Camp Fire, and others at Camp Taji.", ["Camp Taji"]),
        ("We pray for those who died in #ItalyEarthquake and in #SilverSpring today.", ["SilverSpring"]),
        ("They gave money to #FortMcMurray today.", ["FortMcMurray"]),
        ("Many died in #Tajura on Monday, and in May.", ["Tajura"]),
        ("The rain goes on all over TX today, or so they say.", ["TX"]),
        ("He named Mohan al-Freiji in Basra.", ["Basra"]),
    ],
)
def test_what_bears_a_name_of_a_place_is_none(text: str, named: list[str], knowledge: Knowledge) -> None:
    assert places(text, knowledge) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He will return to the Gulf in May.", ["Gulf"]),
        ("Attacks went on in the South.", ["South"]),
        ("They plan attacks against the West and the Gulf states.", []),
        ("Many ships left port for the North Arabian Sea.", ["North Arabian Sea"]),
        ("It kills the people of North and East Syria.", ["North and East Syria"]),
        ("They took East Mosul and northern Iraq.", ["East Mosul", "Iraq"]),
    ],
)
def test_what_is_named_by_a_kind_or_a_side_is_a_place(text: str, named: list[str], knowledge: Knowledge) -> None:
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

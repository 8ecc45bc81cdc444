"""A person's name is no place, though a town has it: the surname alone neither, unless a word of place says so."""

import pytest

from ascertain.extract.events.finders import find_mentions
from ascertain.knowledge import Knowledge, load
from ascertain.text import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The strikes hit Mosul, Capt. Jeff Davis said today. Davis said that nobody was hurt.", ["Mosul"]),
        ("Shelling near Davis killed two people, Jeff Davis said.", ["Davis"]),
        ("Shelling killed two people in Lyons.", ["Lyons"]),
    ],
)
def test_a_surname_is_no_place(text: str, places: list[str], knowledge: Knowledge) -> None:
    found = find_mentions(Document(text), "en", knowledge)
    assert [mention.text for mention in found if mention.kind == "place"] == places


@pytest.mark.parametrize(
    ("text", "lang", "places"),
    [
        ("دخلت قوات الجيش السوري المنطقة", "ar", []),
        ("شهدت مخيمات الشمال السوري موجة نزوح", "ar", []),
        ("وصل السفير إلى جيبوتي", "ar", ["جيبوتي"]),
        ("Two were hurt in the south, according to SANA.", "en", []),
        ("The shelling hit Sanaa, SANA said.", "en", ["Sanaa"]),
    ],
)
def test_what_is_a_nations_and_what_an_agency_is_called_is_no_place(
    text: str, lang: str, places: list[str], knowledge: Knowledge
) -> None:
    found = find_mentions(Document(text), lang, knowledge)
    assert [mention.text for mention in found if mention.kind == "place"] == places

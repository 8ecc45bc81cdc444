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

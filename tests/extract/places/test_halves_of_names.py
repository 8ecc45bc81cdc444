"""Names that no gazetteer has, of which one word is some other place's."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def _places(text: str, knowledge: Knowledge) -> list[str]:
    return [mention.text for mention in extract(Item(id="a", text=text), knowledge).mentions if mention.kind == "place"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gang members burned houses in the town of Pont Velhade on Monday.", "town of Pont Velhade"),
        ("A unit in Puerto Jordan was attacked with bombs.", "Puerto Jordan"),
        ("Gunmen killed nine people in the village of Maravan Jos on Monday.", "village of Maravan Jos"),
        ("Gunmen killed nine people at Maravan Jos village on Monday.", "Maravan Jos village"),
        ("Gunmen killed two men in Ali Saray village on Monday.", "Ali Saray village"),
        ("Troops raided Nyaung Pin Te village on Monday.", "Nyaung Pin Te village"),
        ("A bomb in Pont-Velhade killed two people on Monday.", "Pont-Velhade"),
        ("A bomb near the Abu-Velhade displacement camp killed two people.", "Abu-Velhade"),
        ("Rebels attacked the East Velhade village of Velgade.", "Velgade"),
        ("Troops killed two men in Saraqeb town of East Zelko.", "Saraqeb"),
        ("Rebels took the city of Aleppo Saturday and left.", "city of Aleppo"),
    ],
)
def test_the_whole_name_is_read(text: str, name: str, knowledge: Knowledge) -> None:
    assert any(place.endswith(name) or place == name.partition(" of ")[2] for place in _places(text, knowledge))


@pytest.mark.parametrize(
    "text",
    [
        "Warplanes carried out two strikes on Taliban positions.",
        "The city fell to the Taliban, and houses were burned.",
        "An attack on Colombian military base killed two soldiers.",
        "Rebels were killed in the Pul-e-Talmir area on Monday.",
    ],
)
def test_whose_it_is_or_half_a_name_is_no_place(text: str, knowledge: Knowledge) -> None:
    assert not {"Taliban", "Colombian military base", "Pul", "Talmir area"} & set(_places(text, knowledge))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels seized control of Velhade on Wednesday.", ["Velhade"]),
        ("Troops retook Velhade from the rebels.", ["Velhade"]),
        ("Rebels shelled Hezbollah on Monday.", []),
        ("The party lost control of Congress last year.", []),
    ],
)
def test_what_is_taken_is_a_place_and_no_party(text: str, places: list[str], knowledge: Knowledge) -> None:
    assert _places(text, knowledge) == places

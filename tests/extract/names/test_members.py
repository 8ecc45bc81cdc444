"""Countries that a list names as members are states, and no places; where something was in them, they are places."""

import pytest

from ascertain.extract.events.reading import TextReader
from ascertain.knowledge import load
from ascertain.model import Item


def found(text: str, kind: str) -> set[str]:
    reader = TextReader(Item(id="a", text=text), ("en",), load())
    return {mention.text for mention in reader.mentions if mention.kind == kind}


def test_members_of_a_coalition_are_parties() -> None:
    text = "Coalition nations that struck targets in Iraq include Jordan, the Netherlands, and France."
    assert found(text, "place") == {"Iraq"}
    assert {"Jordan", "France"} <= found(text, "actor")


@pytest.mark.parametrize("text", ["Shells fell in several countries, including Syria and Iraq."])
def test_countries_where_it_was_are_places(text: str) -> None:
    assert found(text, "place") == {"Syria", "Iraq"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two Iskander missiles hit Kharkiv.", {"Kharkiv"}),
        ("The district chief, Gen. Abdul Rahman, spoke in Mosul.", {"Mosul"}),
    ],
)
def test_a_weapon_and_a_rank_are_no_places(text: str, places: set[str]) -> None:
    assert found(text, "place") == places


def test_a_name_said_to_lie_in_a_province_is_a_place() -> None:
    text = "Four people were killed in Zelkany Brimvar in the Donetsk province on Sunday."
    assert "Zelkany Brimvar" in found(text, "place")

"""Whoever shares the surname of somebody well known is somebody else; the names of operations are no places."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Commander Hassan Assad spoke in Orda. Assad said the road was shut.", []),
        ("President Bashar al-Assad spoke in Orda. Assad said the road was shut.", ["sy.assad", "sy.assad"]),
        ("Prime Minister Nouri al-Maliki spoke. Maliki said troops had left.", ["iq.maliki", "iq.maliki"]),
        ("The spokesman, Turki al-Maliki, said a drone was shot down. Al-Maliki gave no figure.",
         ["coalition.saudi_spokesman"]),
    ],
)  # fmt: skip
def test_a_surname_behind_another_first_name(text: str, known: list[str], knowledge: Knowledge) -> None:
    people = {actor.id for actor in knowledge.actors if actor.type == "person"}
    mentions = extract_text(text, knowledge=knowledge).mentions
    assert [one.value.id for one in mentions if one.kind == "actor" and one.value.id in people] == known


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The areas of Operation Peace Spring and Operation Euphrates Shield were shelled.", []),
        ("Troops of Operation Euphrates Shield moved towards Raqqa.", ["Raqqa"]),
        ("The operation near the Euphrates went on.", ["Euphrates"]),
    ],
)
def test_the_name_of_an_operation_is_no_place(text: str, places: list[str], knowledge: Knowledge) -> None:
    mentions = extract_text(text, knowledge=knowledge).mentions
    assert [one.text for one in mentions if one.kind == "place"] == places

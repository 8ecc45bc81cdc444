"""A weapon that only says of what kind a site or a body is, is none that was used: no event, no equipment."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "arms", "events"),
    [
        ("The army found a VBIED factory in Orda.", ["VBIED"], []),
        ("One strike destroyed a VBIED factory near Mosul.", [], ["air_strike"]),
        ("A strike hit two weapons caches and a mortar near Mosul.", ["mortar"], ["air_strike"]),
        ("A strike hit a mortar team near Mosul.", [], ["air_strike"]),
        ("A car bomb exploded near a factory in Mosul.", ["car bomb"], ["bombing"]),
        ("Troops destroyed two VBIEDs near Mosul.", ["VBIEDs"], []),
    ],
)
def test_what_a_weapon_says_of_a_thing(text: str, arms: list[str], events: list[str], knowledge: Knowledge) -> None:
    reading = extract_text(text, knowledge=knowledge)
    assert [one.text for one in reading.mentions if one.kind == "equipment"] == arms
    assert [claim.event for claim in reading.claims] == events

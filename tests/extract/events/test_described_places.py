"""Sites that a noun describes are places without a value where a sentence tells of an attack; they make no scene."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge, load


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def described(text: str, knowledge: Knowledge) -> list[str]:
    reading = extract_text(text, knowledge=knowledge)
    assert all(claim.where is None or claim.where.value is not None for claim in reading.claims)
    return [m.text for m in reading.mentions if m.kind == "place" and m.value is None]


SITES = [
    ("Near Mosul, two strikes destroyed a fighting position and damaged three tunnel entrances.",
     ["fighting position", "three tunnel entrances"]),
    ("Near Mosul, one strike destroyed a VBIED factory, a supply route and a tunnel entrance.",
     ["VBIED factory", "supply route", "tunnel entrance"]),
    ("Gunmen stormed the hospital and shot two nurses in the village.", ["hospital", "village"]),
    ("قصفت المدفعية مدرسة ومستشفى في بلدة سرمين.", ["مدرسة", "مستشفى"]),
    ("Schools and hospitals need more money, the minister said.", []),
    ("The flood destroyed 40 houses and a bridge.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sites"), SITES)
def test_sites_are_places_without_a_value(text: str, sites: list[str], knowledge: Knowledge) -> None:
    assert described(text, knowledge) == sites

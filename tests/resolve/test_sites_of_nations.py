"""A hospital that is called after a nation is not that nation, and lies where the text is."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item, Place, Settings
from ascertain.resolve.stage import resolve

SETTINGS = Settings(title="t", time_zone="Africa/Khartoum", countries=("SD",))


def first(text: str) -> Claim:
    item, knowledge = Item(id="a", text=text), load()
    return resolve(item, extract(item, knowledge), knowledge, SETTINGS).claims[0]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("A drone struck the Saudi hospital in El Fasher on Tuesday.", "Saudi hospital"),
        ("قصف بطائرة مسيّرة استهدف المستشفى السعودي في مدينة الفاشر.", "المستشفى السعودي"),
        ("Jets hit a Kuwaiti school in Nyala.", "Kuwaiti school"),
    ],
)
def test_a_site_called_after_a_nation_is_not_the_nation(text, site):
    claim = first(text)
    assert [(party.name, party.id, party.type) for party in claim.targets] == [(site, None, None)]
    place = claim.where.value if claim.where else None
    assert not (isinstance(place, Place) and place.klass == "country"), place


def test_positions_of_a_nation_are_its_own():
    assert [party.id for party in first("Jets hit the Turkish positions near Nyala.").targets] == ["tr"]

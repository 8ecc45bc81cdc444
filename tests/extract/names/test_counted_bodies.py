"""Headlines whose words all begin with capitals name no body by them."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item


def _told(text: str) -> Claim:
    return extract(Item(id="a", text=text), load()).claims[0]


@pytest.mark.parametrize("headline", ["Taliban Kills at Least 12 Police in Kunduz", "Taliban Kills 12 Afghan Police"])
def test_so_many_police_are_counted(headline: str) -> None:
    assert [(one.outcome, one.low, one.group) for one in _told(headline).counts] == [("killed", 12, "combatants")]


def test_who_attacks_and_whom_are_two() -> None:
    claim = _told("An attack by ISIS on the Federal Police in Kirkuk")
    assert [party.name for party in claim.perpetrators] == ["ISIS"]
    assert [party.name for party in claim.targets] == ["Federal Police"]

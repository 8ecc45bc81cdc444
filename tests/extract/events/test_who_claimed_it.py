"""Who claims an attack as theirs, who is blamed for one, and who holds the land that it came from."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item, Settings
from ascertain.resolve.stage import resolve

KNOWN = load()
SETTINGS = Settings(title="t", time_zone="UTC", countries=())


def doers(text: str) -> list[list[str | None]]:
    """Return the doers of each claim that is no statement."""
    item = Item(id="a", text=text)
    claims = resolve(item, extract(item, KNOWN), KNOWN, SETTINGS).claims
    return [[party.id or party.name for party in one.perpetrators] for one in claims if one.event != "statement"]


@pytest.mark.parametrize(
    ("claim", "who"),
    [
        ("The Islamic State claimed the attack.", [["isis"]]),
        ("Islamic State has claimed the bombing.", [["isis"]]),
        ("The rebels claimed the bombing on Sunday.", [["generic.rebels"]]),
        ("No group claimed the attack.", []),
        ("The army claimed the attack was the work of the Islamic State.", [["isis"]]),
        ("The army claimed the attack killed fighters.", [[]]),
    ],
)
def test_who_claims_it_did_it_and_who_only_claims_something_of_it_did_not(claim: str, who: list[list[str]]) -> None:
    assert doers(f"A bomb killed two people in Kabul. {claim}")[1:] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Islamic State claimed the bombing in Kabul.", ["isis"]),
        ("The bombing in Kabul was claimed by Islamic State.", ["isis"]),
        ("The air strike blamed on Israel hit a depot near Sarun.", ["il"]),
        ("The blast, which was blamed on Israel, killed two people in Sarun.", ["il"]),
        ("Shells fired from areas held by the SDF hit the hospital in Sarun.", ["sdf"]),
        ("Shells fired from SDF-held areas hit the hospital in Sarun.", ["sdf"]),
        ("Shelling from areas under SDF control killed two people in Sarun.", ["sdf"]),
        ("Sarun was shelled from areas held by the SDF.", ["sdf"]),
        ("Rockets were fired at Sarun from areas controlled by the SDF.", ["sdf"]),
        ("The Islamic State shelled Sarun from areas held by the SDF.", ["isis"]),
        ("A rocket launched from Gaza hit a house in Sarun.", []),
    ],
)
def test_who_is_told_to_have_done_it(text: str, who: list[str]) -> None:
    assert doers(text) == [who]


def test_who_is_shelled_after_fleeing_the_land_of_others_was_not_shelled_by_them() -> None:
    assert ["sdf"] not in doers("People who fled from areas held by the SDF were shelled in Sarun.")

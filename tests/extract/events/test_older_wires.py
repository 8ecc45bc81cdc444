"""What wires of older wars tell, some in capitals throughout, in sentences of invented places and people."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _of(claims: list[Claim], event: str) -> list[Claim]:
    return [claim for claim in claims if claim.event == event]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("The house of the mayor was set on fire by rebels.", "arson", ["rebels"]),
        ("The union reported that rebels, using mortars, attacked a post in Orda.", "shelling", ["rebels"]),
        ("The bureau said that rebels, using mortars and rifles, attacked Orda.", "shelling", ["rebels"]),
        (
            "A mercenary group faithful to the policy of Colonel Deren attacked a bus in Orda.",
            "attack",
            ["mercenary group"],
        ),
        (
            "A band of rebels (named after the late teacher Ann Roe, who for years led the union in the port) ambushed "
            "a patrol in Orda.",
            "attack",
            ["band of rebels"],
        ),
        ("Two attacks and a 24-hour strike by dockers shook Orda.", "attack", []),
        ("A bomb attack was carried out in Orda after the address to the house by President Roe.", "bombing", []),
        ("An army report said they also shot the judge.", "shooting", []),
        ("Rebels struck Orda on Monday. During the attack she was accompanied by her mother.", "attack", ["Rebels"]),
        (
            "The court freed Captain Deren from jail and ordered the release of Major Roe, who is implicated in the "
            "murder of the bishop.",
            "killing",
            ["Major Roe"],
        ),
        ("The hand of the cartels is behind the murder of the judge.", "killing", ["cartels"]),
        (
            "The court jailed General Roe for 20 years for ordering the shooting of ten men.",
            "shooting",
            ["General Roe"],
        ),
        ("The prosecutor asked 25 years for General Roe for ordering the murder of a nun.", "killing", ["General Roe"]),
        ("The witness of the murder of the two nuns was questioned.", "killing", []),
        ("Two student leaders threatened with death have left Orda.", "threat", []),
    ],
)
def test_who_did_it(text: str, event: str, doers: list[str], told: Told) -> None:
    claims = _of(told(text), event)
    assert claims
    assert [party.name for claim in claims for party in claim.perpetrators] == doers


@pytest.mark.parametrize(
    ("text", "event", "struck"),
    [
        ("The house of the mayor was set on fire by rebels.", "arson", ["house of the mayor"]),
        ("Dozens of homes were set ablaze in Orda on Monday.", "arson", ["Dozens of homes"]),
        ("Two student leaders threatened with death have left Orda.", "threat", ["Two student leaders"]),
    ],
)
def test_whom_it_befell(text: str, event: str, struck: list[str], told: Told) -> None:
    assert [party.name for claim in _of(told(text), event) for party in claim.targets] == struck


@pytest.mark.parametrize(
    "text",
    [
        "Some men were killed with their rifles in their hands.",
        "Two planes were burnt in the raid on the base in Orda, and two helicopters damaged.",
    ],
)
def test_what_was_held_or_lost_is_no_weapon(text: str, told: Told) -> None:
    assert not [weapon for claim in told(text) for weapon in claim.means]


def test_a_flag_set_on_fire_is_no_arson(told: Told) -> None:
    assert not told("The flag was set on fire at the main square of Orda.")


def test_who_speaks_in_capitals_is_named_by_no_verb(told: Told) -> None:
    claims = told(
        "ORDA, 3 MAY (WIRE) -- [TEXT] THE NORTHERN FRONT, MEANWHILE, ALSO SAID ITS ATTACKS IN THE PORT ON SUNDAY HAD "
        "KILLED TWO SOLDIERS. REBELS LATER ATTACKED A POST."
    )
    assert "SAID" not in {party.name for claim in claims for party in claim.perpetrators}


def test_a_toll_behind_a_hurricane_is_of_no_attack(told: Told) -> None:
    assert not told("The hurricane hit Orda last week. The mayor said there were 116 dead and 178 injured.")


@pytest.mark.parametrize(
    "text",
    [
        "Is the army interested in eliminating all the leaders who live abroad?",
        "The strike is supported by the Northern Front, according to reports.",
        "Floods hit the town of Orda on Monday.",
    ],
)
def test_what_nobody_did_is_no_event(text: str, told: Told) -> None:
    assert not told(text)

"""Whose verb it is, and where, where other words stand between: aims, asides, gerunds, days and other places."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _doers(claim: Claim) -> list[str]:
    return [party.name for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Ten people died after airstrikes meant to hit rebels mistakenly struck a wedding in Taiz.", []),
        (
            "Two air strikes by the coalition on Monday targeting the rebels have struck a wedding in Taiz.",
            ["coalition"],
        ),
        ("Members of the militia killed the villagers using machetes near Beni.", ["Members of the militia"]),
        ("The men opened fire as they rode into Idlib late on Saturday, a resident said.", ["men"]),
        ("Insurgents battling to end the siege shelled an army camp near Idlib.", ["Insurgents"]),
    ],
)
def test_who_did_it_past_the_object_of_another_verb(text: str, doers: list[str], told: Told) -> None:
    assert _doers(told(text)[0]) == doers


def test_whom_it_befell_past_what_they_tried(told: Told) -> None:
    (claim,) = told("Four militants who attempted to enter the hotel were shot dead by police and the guards, he said.")
    assert [(count.outcome, count.low, count.group) for count in claim.counts] == [("killed", 4, "combatants")]


def test_the_dead_of_whom_an_aside_names_some(told: Told) -> None:
    (claim,) = told("At least 13 people, two women and a driver among them, were killed in a bomb attack in Quetta.")
    assert claim.counts[0].low == 13


def test_a_day_between_an_article_and_its_attack(told: Told) -> None:
    (claim,) = told("Residents blamed the Sunday attack in Idlib on the coalition.")
    assert (_doers(claim), claim.when is not None, claim.said_at) == (["coalition"], True, None)


def test_who_has_not_claimed_it_did_nothing(told: Told) -> None:
    claims = told("A bomb hit a car in Kandahar on Tuesday. The group has not claimed the attack.")
    assert [_doers(claim) for claim in claims] == [[]]


def test_of_whom_the_men_are_that_claim_it(told: Told) -> None:
    (claim,) = told(
        "Militants from al-Shabaab, a group in the south, claimed responsibility for the attack on a hotel."
    )
    assert _doers(claim) == ["Militants from al-Shabaab"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The attack by rebels based in Uganda on a market killed two people.", None),
        ("Rebels killed 22 villagers in a raid in the Beni region bordering Uganda.", "Beni region"),
        ("Gunmen shot six people from Punjab after taking them off a bus in Gwadar on Monday.", "Gwadar"),
        ("Fourteen people were killed when the home of the Jenin family was hit.", None),
        ("The army shelled Idlib, while air attacks on several regions killed one person.", "Idlib"),
    ],
)
def test_where_nobody_was_attacked(text: str, place: str | None, told: Told) -> None:
    places = [claim.where.text if claim.where else None for claim in told(text)]
    assert sorted(places, key=str)[0] == place


def test_a_land_on_the_other_side_of_while_is_not_that_of_areas_without_a_name(told: Told) -> None:
    claims = told("The army shelled Idlib on Monday, while air attacks on several regions killed one person.")
    assert {claim.event: claim.where is not None for claim in claims} == {"shelling": True, "air_strike": False}


@pytest.mark.parametrize(
    "text",
    [
        "More than 2,100 civilians have been killed in the conflict so far, the office said.",
        "A reporter saw burnt-out minibuses in Idlib.",
        "The blast affected surrounding public buildings.",
    ],
)
def test_what_is_no_event(text: str, told: Told) -> None:
    assert [claim.event for claim in told(text) if claim.event in {"killing", "arson", "siege"}] == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A drone hit a post in Idlib but did not kill or injure any soldiers.", [("killed", 0, 0), ("injured", 0, 0)]),
        ("Two civilians died under the rubble of a house in Idlib.", [("killed", 2, 2)]),
        ("Shells hit Idlib on Monday; 16 people received injuries.", [("injured", 16, 16)]),
        ("At least 12 women and two men were killed in Idlib.",
         [("killed", 14, None), ("killed", 12, None), ("killed", 2, 2)]),
    ],
)  # fmt: skip
def test_how_many(text: str, counts: list[tuple[str, int, int | None]], told: Told) -> None:
    found = [count for claim in told(text) for count in claim.counts]
    assert [(count.outcome, count.low, count.high) for count in found] == counts


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Militants of a group that operates along the border attacked a market near Beni on Monday.",
            ["Militants of a group"],
        ),
        ("The country was hit by its second military takeover this year.", []),
    ],
)
def test_what_is_no_doer(text: str, doers: list[str], told: Told) -> None:
    assert [name for claim in told(text) for name in _doers(claim)][:1] == doers[:1]
    assert "operates" not in [party.name for claim in told(text) for party in claim.targets]


def test_whoever_attacked_after_it_did_another_deed(told: Told) -> None:
    claims = told(
        "Troops killed 17 people in an airstrike on a monastery after rebels battling to end army rule attacked a camp."
    )
    assert {(claim.event, *_doers(claim)) for claim in claims} >= {("air_strike", "Troops"), ("attack", "rebels")}


def test_the_dead_add_nothing(told: Told) -> None:
    (claim,) = told('The mayor said "five civilians were killed in Idlib," adding that a witness had escaped.')
    assert [speaker.name for speaker in claim.speakers] == ["mayor"]


def test_whoever_killed_fighters_lends_no_name_to_a_toll_of_civilians(told: Told) -> None:
    fought, toll = told(
        "Soldiers killed seven rebels near Beni on Monday. The office put the civilian death toll at 24."
    )
    assert (_doers(fought), _doers(toll)) == (["Soldiers"], [])
    assert [(count.low, count.group) for count in toll.counts] == [(24, "civilians")]


def test_how_long_something_went_on_is_no_day_of_a_heading(told: Told) -> None:
    claims = told("A strike hit Idlib, which has seen fights for two months.\nFive people died in the strike.")
    assert [claim.when for claim in claims] == [None, None]


def test_the_hospital_a_source_works_at_is_no_place(told: Told) -> None:
    claims = told(
        "Shells hit Idlib on Monday. A source at Idlib's Saudi Hospital told the agency that five people were killed."
    )
    assert {claim.where.text for claim in claims if claim.where is not None} == {"Idlib"}

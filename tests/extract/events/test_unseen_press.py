"""What press reports that nobody had read tell, in sentences of invented places and people."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _dead(claims: list[Claim]) -> list[float | None]:
    return [count.low for claim in claims for count in claim.counts if count.outcome == "killed"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("In Kabul 40 people were killed on Monday.", [40]),
        ("In Zarmuna 40 people were killed and several houses burnt.", [40]),
        ("Rebels stopped a bus near Orda with ten students and killed three of them.", [3]),
        ("Police arrested two men in Orda. They later killed one of them.", [1]),
    ],
)
def test_deaths_behind_a_place_or_of_some_of_them_are_counted(text: str, dead: list[float], told: Told) -> None:
    assert _dead(told(text)) == dead


def test_some_of_them_are_not_those_who_did_it(told: Told) -> None:
    (claim,) = told("Rebels stopped a bus near Orda with ten students and killed three of them.")
    assert [party.name for party in claim.perpetrators] == ["Rebels"]
    assert not claim.targets


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that nine soldiers were killed in Orda.",
        "Officials falsely claimed that nine soldiers had been killed in Orda.",
        "Early reports had erroneously stated that nine soldiers were killed.",
    ],
)
def test_what_was_wrongly_said_is_denied(text: str, told: Told) -> None:
    assert [(claim.polarity, _dead([claim])) for claim in told(text)] == [("denied", [9])]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Four men died in the ambush in Orda when rebels opened fire after the patrol had stopped.", ["rebels"]),
        ("The mortar hit the house of Ali Deren which killed his wife.", []),
        ("Two soldiers were killed, and three from the Giants Brigade were hurt, damaging their car, in Orda.", []),
        ("The rebel group, al-Shabaab, attacked Orda on Monday.", ["al-Shabaab"]),
        ("Some men belonging to the Northern Front or an allied group, attacked Orda.", ["Northern Front"]),
    ],
)
def test_who_did_it(text: str, doers: list[str], told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.perpetrators] == doers


def test_the_group_is_not_the_army_told_of_before(told: Told) -> None:
    claims = told("The army shelled Orda on Monday, killing two people. The group later kidnapped a mayor.")
    taken = [claim for claim in claims if claim.event == "abduction"]
    assert [party.name for claim in taken for party in claim.perpetrators] == ["group"]


def test_a_mine_laid_before_went_off_on_its_day(told: Told) -> None:
    (claim,) = told("Four people were killed in an explosion of a landmine laid previously by the rebels on Thursday.")
    assert claim.mood == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday, sappers of the army destroyed 3,000 mines.",
        "Villagers live near Orda despite repeated offensives by the army against the rebels.",
        "Two others managed to flee from the spot.",
    ],
)
def test_what_befell_nobody_is_no_event(text: str, told: Told) -> None:
    claims = told("A bomb killed a child in Orda on Tuesday. " + text)
    assert [claim.event for claim in claims] == ["bombing"]


def test_who_fell_in_an_encounter_fought_in_it(told: Told) -> None:
    (claim,) = told("Two militants were killed in an encounter in Pulwama on Monday.")
    assert claim.event == "armed_clash"


def test_those_who_were_dead_were_not_taken(told: Told) -> None:
    claims = told("He said at least 50 were dead and 70 people were kidnapped from nine villages.")
    taken = [claim for claim in claims if claim.event == "abduction"]
    assert [party.name for claim in taken for party in claim.targets] == ["70 people"]

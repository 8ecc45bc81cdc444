"""A murder told by whose it was: whom it befell, who did it, and that the one who owns an army's deed did it."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event", "doer", "target"),
    [
        ("The mayor's assassination was carried out by rebels.", "assassination", ["rebels"], ["mayor"]),
        ("The mayor's kidnapping by rebels was condemned.", "abduction", ["rebels"], ["mayor"]),
        ("Karl Oster's murder was attributed to the River Front.", "killing", ["River Front"], ["Karl Oster"]),
        ("Officials blamed the River Front for the mayor's murder.", "killing", ["River Front"], ["mayor"]),
        ("The rebels claimed responsibility for the mayor's assassination.", "assassination", ["rebels"], ["mayor"]),
        ("The army's killing of two farmers was condemned.", "killing", ["army"], ["two farmers"]),
        ("The priests' killing by soldiers was condemned.", "killing", ["soldiers"], ["priests"]),
        (
            "Officials blamed the River Front for the two teachers' murder.",
            "killing",
            ["River Front"],
            ["two teachers"],
        ),
        ("The soldiers' killing of two farmers was condemned.", "killing", ["soldiers"], ["two farmers"]),
        ("The army's attack on Orda killed two.", "attack", ["army"], ["Orda"]),
    ],
)
def test_whose_deed_and_whose_death(text: str, event: str, doer: list[str], target: list[str], told: Told) -> None:
    claims = [claim for claim in told(text) if claim.event == event]
    assert [([p.name for p in c.perpetrators], [p.name for p in c.targets]) for c in claims] == [(doer, target)]


def test_whoever_speaks_for_them_is_not_who_did_it(told: Told) -> None:
    text = "An alleged spokesman for the River Front has claimed responsibility for the bombing of a bank in Orda."
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == ["River Front"]


def test_an_airliner_that_blows_up_is_struck_and_no_weapon(told: Told) -> None:
    (claim,) = told("An airliner blew up in the air on Monday, killing 107 people.")
    assert not claim.means and "airliner" in [party.name for party in claim.targets]


def test_a_car_that_bears_a_bomb_and_weapons_of_no_kind_are_no_weapons(told: Told) -> None:
    claims = told("The car bombing of the bank killed two. The guerrillas attacked the post with numerous weapons.")
    assert [mention.text for claim in claims for mention in claim.means] == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed senator and presidential candidate Karl Oster on Monday.", [1]),
        ("The death of activist and lawyer Jan Veld was condemned.", [1]),
        ("Judge Jan Veld and journalist Karl Oster were killed.", [2]),
        ("A doctor and a nurse were killed.", [2]),
        ("The mayor's assassination was carried out by rebels.", [1]),
    ],
)
def test_how_many_died(text: str, killed: list[int], told: Told) -> None:
    assert [count.low for claim in told(text) for count in claim.counts if count.outcome == "killed"] == killed


def test_what_an_army_does_did_not_befall_it(told: Told) -> None:
    assert told("The army's killings were condemned.") == []

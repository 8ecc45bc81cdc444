"""What a hospital took in, where somebody spoke, what lies around a place, whose handiwork it looks like."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shifa Hospital in Gaza City received 12 bodies on Monday.",
        "Saudi Hospital received 12 bodies on Monday.",
        "The hospital in Goma has received 12 bodies.",
    ],
)
def test_the_hospital_that_took_in_the_dead_is_no_scene(text: str, told: Told) -> None:
    (claim,) = told(text)
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 12)]
    assert claim.where is None


def test_from_where_somebody_spoke_is_no_scene(told: Told) -> None:
    (claim,) = told("A commander spoke from his base in Nairobi about the attack on a market.")
    assert claim.where is None


@pytest.mark.parametrize(
    "text",
    ["The camp is surrounded by neighbourhoods of Aleppo.", "The hamlet, surrounded by fields, lies near Aleppo."],
)
def test_what_lies_around_a_place_besieges_nobody(text: str, told: Told) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text", ["Soldiers surrounded the house in Aleppo.", "The house in Aleppo was surrounded by tanks."]
)
def test_people_and_their_tanks_besiege(text: str, told: Told) -> None:
    assert [claim.event for claim in told(text)] == ["siege"]


def test_whose_hallmarks_it_bears_is_in_doubt(told: Told) -> None:
    (claim,) = told("The blast in Aleppo bore the hallmarks of the Northern Front.")
    assert [party.name for party in claim.perpetrators] == ["Northern Front"]
    assert claim.hedge == "bore the hallmarks of"


def test_such_attacks_as_a_group_has_claimed_are_others(told: Told) -> None:
    assert not told("Such bombings in Aleppo have been claimed by the Northern Front.")


def test_what_a_blast_tore_apart_was_destroyed(told: Told) -> None:
    (claim,) = told("The blast ripped apart a bus and two shops in Aleppo.")
    assert [(count.outcome, count.low) for count in claim.counts] == [("destroyed", 1), ("destroyed", 2)]

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


@pytest.mark.parametrize("headline", ["Man loses life in drone strike in Kherson", "Two lose lives in blast in Taiz"])
def test_who_loses_a_life_in_a_headline_is_counted(headline: str, told: Told) -> None:
    (claim,) = told(headline)
    assert [count.outcome for count in claim.counts] == ["killed"]


def test_bodies_from_a_grave_elsewhere_are_none_of_the_blast(told: Told) -> None:
    text = "A car bomb killed one man in Baghdad. The bodies of three men were found in a grave near Mosul."
    assert [(claim.event, len(claim.means)) for claim in told(text)] == [("bombing", 1), ("killing", 0)]


@pytest.mark.parametrize("habit", ["militias regularly slaughter villagers", "the ADF often kills civilians"])
def test_what_is_usual_in_a_place_lends_no_doer(habit: str, told: Told) -> None:
    (claim,) = told(f"Nine soldiers were killed in North Kivu, where {habit}.")
    assert not claim.perpetrators
    assert [(count.low, count.group) for count in claim.counts] == [(9, "combatants")]


@pytest.mark.parametrize(
    "toll", ["The death toll from the Kabul blast rose to seven", "The toll of the blast is seven"]
)
def test_a_toll_is_of_the_event_that_it_names(toll: str, told: Told) -> None:
    text = f"A blast killed five in Kabul on Monday. Gunmen shot two judges in Herat on Tuesday. {toll}."
    last = told(text)[-1]
    assert (last.event, last.perpetrators) == ("explosion", ())
    assert last.where is not None and last.where.text == "Kabul"


def test_so_many_houses_burned_are_no_man_s_trait(told: Told) -> None:
    claims = told("Troops raided Orda on Thursday, killing a man and burning nearly 120 houses down.")
    assert [(one.event, one.targets[-1].name) for one in claims] == [("raid", "man"), ("arson", "120 houses")]


@pytest.mark.parametrize(
    ("text", "low"),
    [("The blast damaged shops, including a five-star hotel.", 1), ("The figure of those killed rose to 320.", 320)],
)
def test_figures_are_of_what_they_count(text: str, low: int, told: Told) -> None:
    assert told(text)[0].counts[-1].low == low


def test_a_land_before_a_gun_attack_says_where_it_was(told: Told) -> None:
    (claim,) = told("Kenya gun attack: three killed in Garissa")
    assert not claim.perpetrators and claim.counts[0].low == 3


@pytest.mark.parametrize(
    "text", ["The army clashed with the kidnapping gang.", "There is a reward for the capture of the leader."]
)
def test_what_a_gang_lives_by_and_a_bounty_is_for_has_not_happened(text: str, told: Told) -> None:
    assert not {"abduction", "capture", "detention"} & {claim.event for claim in told(text)}

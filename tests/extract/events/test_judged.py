"""What is told only as condemned, unclaimed or suspected: it happened, and neither judge nor silence did it."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim


@pytest.mark.parametrize(
    "text",
    [
        "The bishop condemned the bombing in Idlib on Monday.",
        "The bombing in Idlib was condemned by the bishop on Monday.",
        "No group has claimed responsibility for the bombing in Idlib on Monday.",
    ],
)
def test_what_somebody_condemns_or_nobody_claims_happened(text: str, told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(text)
    assert (claim.event, claim.polarity, claim.perpetrators) == ("bombing", "asserted", ())
    assert claim.where is not None and claim.where.text == "Idlib"


def test_what_is_condemned_in_general_is_no_event(told: Callable[[str], list[Claim]]) -> None:
    assert told("The bishop condemned the attacks in Syria.") == []


def test_a_condemnation_behind_the_event_tells_no_second_one(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("Shells hit Idlib on Monday, killing five. The bishop condemned the attack in Idlib.")
    assert claim.event == "shelling"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Police suspect the Torvane Front of the bombing in Torvane that killed five people.", "Torvane Front"),
        ("Police suspect that the Torvane Front shelled the market in Torvane.", "Torvane Front"),
        ("Officials suspected the rebels of the raid in Idlib on Monday.", "rebels"),
    ],
)
def test_whom_the_police_suspect_is_the_doer_in_doubt(text: str, doer: str, told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == [doer]
    assert claim.hedge in {"suspect", "suspected"}


def test_a_suspect_and_suspected_gunmen_accuse_nobody(told: Callable[[str], list[Claim]]) -> None:
    (held,) = told("Police arrested a bombing suspect in Idlib on Monday.")
    assert [party.name for party in held.perpetrators] == ["Police"]
    (killed,) = told("Gunmen suspected to be rebels killed five people in Idlib on Monday.")
    assert [party.name for party in killed.perpetrators] == ["rebels"]


@pytest.mark.parametrize("said", ["believed to be", "which we believe were", "that were probably"])
def test_whose_aircraft_they_are_believed_to_be(said: str, told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(f"Warplanes {said} Russian bombed the market in Idlib on Monday, killing five people.")
    assert (claim.event, [party.name for party in claim.perpetrators]) == ("air_strike", ["Russian"])


def test_a_strike_of_several_trades_is_no_attack(told: Callable[[str], list[Claim]]) -> None:
    assert told("A curfew was imposed in Idlib because of the strike by farmers and truckers over prices.") == []


def test_a_machine_that_is_attacked_is_no_means(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("Gunmen wounded an officer in an attack on a police helicopter near Idlib on Monday.")
    assert (claim.event, claim.means) == ("attack", ())
    (claim,) = told("Rebels placed a bomb on a light tank near Idlib on Sunday.")
    assert (claim.event, [weapon.text for weapon in claim.means]) == ("bombing", ["bomb"])

"""What was planned and then done was done; who flees from his own deed is not displaced; what is only stationed."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The cartel planned and carried out the assassination of the judge.", "assassination"),
        ("Rebels planned and launched an attack on Orda on Monday.", "attack"),
    ],
)
def test_what_was_planned_and_carried_out_was_done(text: str, event: str, told: Told) -> None:
    (claim,) = told(text)
    assert (claim.event, claim.mood) == (event, "actual")
    assert claim.perpetrators


@pytest.mark.parametrize(
    "text",
    [
        "Rebels planned the assassination of the judge.",
        "Rebels planned and prepared an attack on Orda.",
        "All aircraft have been placed under military control by the Air Force.",
        "The rebels have also placed snipers on some tall buildings.",
    ],
)
def test_what_is_only_meant_or_stationed_is_no_event(text: str, told: Told) -> None:
    assert told(text) == []


def test_who_flees_from_his_own_deed_is_not_displaced(told: Told) -> None:
    assert [claim.event for claim in told("Two individuals placed the bomb at a bank in Orda and fled.")] == ["bombing"]


def test_families_who_flee_from_what_others_did_are(told: Told) -> None:
    claims = told("Rebels attacked Orda, and 200 villagers fled to Sarmin.")
    assert {claim.event for claim in claims} == {"attack", "displacement"}

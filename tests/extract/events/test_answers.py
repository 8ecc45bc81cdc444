"""A denial in the sentence of the accusation that it answers: both are told, each by who said it."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv accused Moscow of shelling the town, which denied it.",
        "Kyiv accused Moscow of shelling the clinic in Orda, a charge that Moscow denied.",
        "Kyiv accused Moscow of shelling the clinic, which Moscow denies.",
    ],
)
def test_who_accuses_and_who_denies_are_told_apart(text: str, told: Told) -> None:
    stands = {(claim.polarity, claim.speakers[0].name) for claim in told(text)}
    assert stands == {("asserted", "Kyiv"), ("denied", "Moscow")}
    assert all(party.name == "Moscow" for claim in told(text) for party in claim.perpetrators)


def test_who_accuses_others_may_deny_what_it_is_said_to_have_done(told: Told) -> None:
    text = "The army accused the rebels of shelling Orda, and the ministry denied that its planes had bombed Sarun."
    stands = {(claim.event, claim.polarity) for claim in told(text)}
    assert ("shelling", "asserted") in stands
    assert not any(polarity == "denied" and event == "shelling" for event, polarity in stands)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A bomb was found but it exploded, killing two guards, said police chief John Roe.", []),
        ("Somali car bomb kills eight in Mogadishu strike", []),
        ("Ten men were killed in a major attack on Sarun.", []),
        ("Schools were hit by large-scale military strikes.", []),
    ],
)
def test_who_did_it_is_not_guessed(text: str, doers: list[str], told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.perpetrators] == doers


def test_a_strike_by_a_car_bomb_is_a_bombing(told: Told) -> None:
    assert {claim.event for claim in told("Car bomb kills eight in Orda strike")} == {"bombing"}


def test_who_died_in_a_crash_was_killed_by_nobody_unless_it_was_shot_down(told: Told) -> None:
    assert told("The pilot and a passenger died when their plane crashed in bad weather.") == []
    counts = [c.low for claim in told("A helicopter was shot down and crashed, killing three.") for c in claim.counts]
    assert 3 in counts

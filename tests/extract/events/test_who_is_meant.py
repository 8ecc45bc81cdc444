"""Who did it, and who only stands beside whoever did: a land behind a town, the accused, those tried, the loyal."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "doers", "place"),
    [
        ("Police in Idlib, Syria killed five people on Monday.", ["Police"], "Idlib"),
        ("The mayor said soldiers in Idlib, Syria had killed two men.", ["soldiers"], "Idlib"),
        ("Shelling in Idlib, Syria killed five people on Monday.", [], "Idlib"),
        ("On Monday in Idlib, Russia bombed a school.", ["Russia"], "Idlib"),
    ],
)
def test_a_land_behind_a_town_did_nothing(text: str, doers: list[str], place: str, told: Told) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == doers
    assert claim.where is not None and claim.where.text == place


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A militia loyal to former general Arno Belk attacked a truck near Idlib.", ["militia"]),
        ("Troops loyal to the government attacked a truck near Idlib.", ["Troops loyal to the government"]),
        ("Troops loyal to Khalifa Haftar attacked a truck near Idlib.", ["Troops loyal to Khalifa Haftar"]),
    ],
)
def test_whom_the_doers_are_loyal_to(text: str, doers: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == doers


def test_who_tries_the_doers_did_nothing(told: Told) -> None:
    (claim,) = told("A prosecutor trying those responsible for the killing of 24 prisoners in Idlib has resigned.")
    assert claim.perpetrators == ()
    killing = next(one for one in told("A judge trying men accused of the murder of a priest in Idlib was threatened.")
                   if one.event == "killing")  # fmt: skip
    assert [party.name for party in killing.perpetrators] == ["men"]


def test_the_accused_do_not_speak(told: Told) -> None:
    (claim,) = told("Five soldiers accused of the murder of a priest in Idlib were tried on Monday.")
    assert ([party.name for party in claim.perpetrators], claim.speakers) == (["Five soldiers"], ())
    (claim,) = told("The governor charged on Monday that rebels had shelled Idlib.")
    assert [speaker.name for speaker in claim.speakers] == ["governor"]


def test_a_fight_against_misery_has_no_sides(told: Told) -> None:
    assert told("The people in Idlib will take up the fight against misery and backwardness.") == []
    assert [claim.event for claim in told("The army fought against smugglers near Idlib on Monday.")] == ["armed_clash"]


@pytest.mark.parametrize("text", ["In May shelling killed five people in Idlib.", "On May 12 shells hit Idlib."])
def test_the_month_of_may_is_no_doubt(text: str, told: Told) -> None:
    assert [claim.event for claim in told(text)] == ["shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling kills ten people per day in Idlib.",
        "Four people were kidnapped every day in Idlib in 2009, police figures show.",
        "The violence in Idlib claimed the lives of 21 people a day in November.",
    ],
)
def test_so_many_a_day_are_of_no_one_event(text: str, told: Told) -> None:
    assert told(text) == []


def test_a_day_after_another_event_is_a_day(told: Told) -> None:
    assert [claim.counts[0].low for claim in told("Shells killed ten people in Idlib a day before talks began.")] == [
        10
    ]

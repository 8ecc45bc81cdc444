"""Who did it where words describe them before the verb, and what is told in doubt, in general or by measure only."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The raiders, heavily armed and on motorbikes, killed five people in Idlib on Sunday.", "raiders"),
        ("Rebels led by commander Aran Tavo and Miro Selk ambushed soldiers in Idlib on Sunday.", "Rebels"),
        ("A group of rebels believed to be linked to the Front attacked a base in Idlib.", "group of rebels"),
        ("Over two days, rebels carried out planned attacks on residents in Idlib.", "rebels"),
    ],
)
def test_whom_words_before_the_verb_describe(text: str, doer: str, told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.perpetrators] == [doer]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Suspected Islamic State militants attacked a base in Idlib on Sunday.", "Suspected"),
        ("Fighters reportedly linked to the Islamic State attacked a base in Idlib.", "reportedly"),
        ("Officials say rebels alleged to be from Aleppo attacked a base in Idlib.", "alleged to be"),
    ],
)
def test_a_doubt_in_the_name_of_who_did_it(text: str, hedge: str, told: Told) -> None:
    (claim,) = told(text)
    assert claim.hedge == hedge
    assert [speaker.name for speaker in claim.speakers] in ([], ["Officials"])


@pytest.mark.parametrize(
    "text",
    [
        "The mission condemns any attack on civilians.",
        "All such recent bombings have been claimed by the Islamic State group.",
        "The blast bore the hallmarks of the Front, which is known to use car bombs.",
        "The market in Idlib lies near the mosque of the town's surrounding district.",
        "The village is surrounded by wooded hills near Idlib.",
    ],
)
def test_what_is_no_one_event(text: str, told: Told) -> None:
    assert [claim.event for claim in told(text) if claim.event != "statement"] == []


def test_a_suicide_bomber_who_blows_something_up_does_one_deed(told: Told) -> None:
    (claim,) = told("A suicide bomber blew up a car in Idlib on Sunday, killing 11 people and wounding 30.")
    assert claim.event == "suicide_bombing"
    assert {(count.outcome, count.low) for count in claim.counts} >= {("killed", 11), ("injured", 30)}


@pytest.mark.parametrize("end", ["", "\nThe raiders burned houses in the villages."])
def test_the_year_of_which_it_was_the_worst_is_no_day(end: str, told: Told) -> None:
    claims = told(f"Gunmen killed 43 people in Idlib in one of the deadliest attacks of the past year.{end}")
    assert {claim.when for claim in claims} == {None}


def test_rifles_fired_into_the_air(told: Told) -> None:
    (claim,) = told("Residents fired rifles into the air in Idlib on Sunday.")
    assert claim.event == "warning_shots"


@pytest.mark.parametrize(
    ("said", "laid"),
    [
        ("Similar attacks have been claimed by the Front.", False),
        ("Previous attacks in the city were blamed on the Front.", False),
        ("The Front has claimed responsibility for previous attacks.", False),
        ("Both attacks were claimed by the Front.", True),
        ("These attacks have been blamed on the Front.", True),
        ("The Front claimed responsibility for the attacks.", True),
    ],
)
def test_who_did_other_deeds_did_not_do_these(said: str, laid: bool, told: Told) -> None:
    claims = told(f"Bombs killed five people in Idlib on Sunday. {said}")
    assert any(claim.event == "bombing" and "Front" in claim.quote.text for claim in claims) == laid


@pytest.mark.parametrize("record", ["killed thousands since 2013", "killed thousands of people", "displaced hundreds"])
def test_all_that_a_group_has_done_is_no_part_of_its_attack(record: str, told: Told) -> None:
    (claim,) = told(f"The Front, which has {record}, attacked a base in Idlib on Monday, killing five soldiers.")
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 5)]
    assert claim.when is not None and claim.when.text == "Monday"

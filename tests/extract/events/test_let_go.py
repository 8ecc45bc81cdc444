"""Captives who are let go, those held over a deed, and harm that somebody does to himself."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Reader = Callable[[str], list[Claim]]


def test_who_lets_captives_go_held_them_and_not_since_then(told: Reader) -> None:
    [claim] = told("Three engineers kidnapped last month near Aleppo were released today by ISIS fighters.")
    assert [party.name for party in claim.perpetrators] == ["ISIS fighters"]
    assert claim.when is not None and claim.when.text == "last month"


def test_what_else_is_released_holds_nobody(told: Reader) -> None:
    [claim] = told("The Taliban released a statement on the kidnapping of two nurses in Kabul.")
    assert not claim.perpetrators


@pytest.mark.parametrize("how", ["were arrested in connection with", "have been detained over"])
def test_those_held_over_a_deed_are_suspected_of_it(how: str, told: Reader) -> None:
    text = f"Two soldiers {how} the murder of a judge in Orda."
    [murder] = [claim for claim in told(text) if claim.event == "killing"]
    assert [party.name for party in murder.perpetrators] == ["Two soldiers"]
    assert murder.hedge in {"in connection with", "over"}


def test_those_held_stay_those_held(told: Reader) -> None:
    text = "Police arrested five men in connection with the bombing in Orda that killed nine."
    by_event = {claim.event: claim for claim in told(text)}
    assert [party.name for party in by_event["detention"].targets] == ["five men"]
    assert [party.name for party in by_event["bombing"].perpetrators] == ["five men"]


@pytest.mark.parametrize("deed", ["shot himself", "killed himself with a grenade"])
def test_what_somebody_does_to_himself_is_no_attack(deed: str, told: Reader) -> None:
    assert told(f"A soldier {deed} in Orda on Monday.") == []


def test_whoever_takes_others_along_attacked_them(told: Reader) -> None:
    [claim] = told("The gunman killed himself and three others in Orda.")
    assert [count.low for count in claim.counts] == [3]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Those responsible for the killing of the mayor of Orda are rightist groups, a judge said.",
            "rightist groups",
        ),
        ("The army accepted responsibility on Monday for the death of two reporters in Orda.", "army"),
        ("Rebels sabotaged two power towers near Orda.", "Rebels"),
    ],
)
def test_who_did_it(text: str, doers: str, told: Reader) -> None:
    assert doers in [party.name for claim in told(text) for party in claim.perpetrators]


def test_what_is_being_prepared_has_not_happened(told: Reader) -> None:
    assert told("Armed groups are preparing for violent acts, including bombings and raids, in Orda.") == []

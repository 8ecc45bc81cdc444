"""Words of violence that tell of no violence, and words of none that do."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Reader = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "The party eliminated the post of deputy chairman, which it had created in 1985.",
        "The homeland is not dead, the rebels said.",
        "The movement was led by its founder, who died in 1979.",
        "Police destroyed dozens of cocaine laboratories in the valley in 1988.",
        "There are no grounds for arresting the captain, the judge said.",
        "The treasury may burn up foreign exchange on imports.",
        "Talks go on when the Front enters the dialogue in Orda.",
    ],
)
def test_nothing_is_told(text: str, told: Reader) -> None:
    assert told(text) == []


def test_what_surrounds_a_vote_besieges_nothing(told: Reader) -> None:
    [claim] = told("Some 160 people were murdered in Orda in the violence surrounding the 12 November vote.")
    assert claim.event == "killing"


def test_who_reports_is_not_who_did_it_in_an_aside(told: Reader) -> None:
    [claim] = told("The army said that on the morning of 1 June rebels, using mortars, attacked a dam in Orda.")
    assert [party.name for party in claim.perpetrators] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The destruction of the bridge near Orda was carried out by terrorists.", ["terrorists"]),
        ("A blast killed two in Orda. The bishop condemned the crime perpetrated by masked men.", ["masked men"]),
        ("The city of Orda has been raided by looters.", ["looters"]),
    ],
)
def test_who_carried_it_out(text: str, doers: list[str], told: Reader) -> None:
    assert [party.name for party in told(text)[-1].perpetrators] == doers

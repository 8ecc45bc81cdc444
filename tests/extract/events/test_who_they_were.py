"""Who those who did it are said to be in the sentences behind, and how surely."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]

_MURDER = "A judge was murdered in Orda on Monday. "


@pytest.mark.parametrize(
    ("said", "doers", "hedge"),
    [
        ("The killers were members of the Northern Front.", ["members of the Northern Front"], None),
        ("The killers are presumably members of the Northern Front.", ["members of the Northern Front"], "presumably"),
        ("Police seek the assassins, who are presumably rebels of the north.", ["rebels of the north"], "presumably"),
        ("The gunmen identified themselves as rebels of the north.", ["rebels of the north"], None),
        ("The crime was committed by soldiers of the 3rd Brigade.", ["soldiers of the 3rd Brigade"], None),
        ("The murder may have been carried out by drug traffickers.", ["drug traffickers"], "may have"),
        ("The murder could have been committed by drug traffickers.", ["drug traffickers"], "could have"),
    ],
)
def test_who_they_are_said_to_be(said: str, doers: list[str], hedge: str | None, told: Told) -> None:
    claims = [claim for claim in told(_MURDER + said) if claim.perpetrators]
    assert [party.name for claim in claims for party in claim.perpetrators] == doers
    assert [claim.hedge for claim in claims] == [hedge]


@pytest.mark.parametrize(
    "said",
    [
        "The gunmen were not members of the Northern Front.",
        "The gunmen were dressed as police officers.",
        "The attackers were on motorbikes.",
        "The funeral was on Tuesday. It was attended by the army.",
    ],
)
def test_what_they_were_not_or_looked_like_is_not_who_they_were(said: str, told: Told) -> None:
    assert not [claim for claim in told(_MURDER + said) if claim.perpetrators]


def test_a_burning_befell_what_stands_behind_of(told: Told) -> None:
    claims = told("A spokesman for the Northern Front claimed responsibility for the burning of a restaurant today.")
    burnt = [claim for claim in claims if claim.event == "arson"]
    assert [party.name for claim in burnt for party in claim.targets] == ["restaurant"]
    assert [party.name for claim in burnt for party in claim.perpetrators] == ["Northern Front"]

"""Verbs in two parts about those they befall: "took two nurses hostage", "set a church on fire"."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event", "doers", "targets", "counts"),
    [
        (
            "Gunmen stopped a bus near Orda and took 18 passengers hostage.",
            "abduction", ["Gunmen"], ["18 passengers"], [("detained", 18)],
        ),
        ("The rebels held 200 villagers captive.", "abduction", ["rebels"], ["200 villagers"], [("detained", 200)]),
        ("Militants set a church on fire in Orda.", "arson", ["Militants"], ["church"], []),
        ("The attackers beat the guard to death.", "killing", ["attackers"], ["guard"], [("killed", 1)]),
        (
            "The men set fire to cars, homes, a local market and burned crops.",
            "arson", ["men"], ["cars", "homes", "local market", "crops"], [],
        ),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(
    text: str, event: str, doers: list[str], targets: list[str], counts: list[tuple[str, int]], told: Told
) -> None:
    (claim,) = [claim for claim in told(text) if claim.event == event]
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == targets
    assert [(count.outcome, count.low) for count in claim.counts] == counts


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("We do not hold foreigners hostage, the group said.", "denied"),
        ("The group did not take the teachers captive.", "denied"),
        ("We do hold two foreigners hostage, the group said.", "asserted"),
    ],
)
def test_a_denial_stands_with_the_first_part(text: str, polarity: str, told: Told) -> None:
    assert [claim.polarity for claim in told(text) if claim.event == "abduction"] == [polarity]


@pytest.mark.parametrize("text", ["The hostage was freed.", "Police spoke to a freed hostage."])
def test_the_second_part_alone_tells_nothing(text: str, told: Told) -> None:
    assert "abduction" not in {claim.event for claim in told(text)}


def test_a_denial_in_two_parts_is_of_who_denies(told: Told) -> None:
    (claim,) = told("The army dismissed the agency's latest claims that it had shelled the market in Orda.")
    assert (claim.event, claim.polarity) == ("shelling", "denied")
    assert [speaker.name for speaker in claim.speakers] == ["army"]


def test_held_as_human_shields(told: Told) -> None:
    (claim,) = told("The militants held forty villagers as human shields in Orda.")
    assert claim.event == "detention"
    assert [party.name for party in claim.targets] == ["forty villagers"]

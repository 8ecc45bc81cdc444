"""Who is accused or suspected of a deed did it, as it is told; who said so, or stands beside, did not."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _did(claims: list[Claim], event: str) -> list[tuple[list[str], list[str]]]:
    return [
        ([party.name for party in claim.perpetrators], [party.name for party in claim.targets])
        for claim in claims
        if claim.event == event
    ]


@pytest.mark.parametrize(
    ("text", "event", "doer", "target"),
    [
        ("The rebels were accused of killing a judge.", "killing", ["rebels"], ["judge"]),
        ("Police arrested two men accused of killing the judge.", "killing", ["two men"], ["judge"]),
        ("The army was accused of bombing the bank.", "bombing", ["army"], ["bank"]),
        ("The rebels were accused of shelling civilians.", "shelling", ["rebels"], ["civilians"]),
        ("Three men suspected of having killed the judge were arrested.", "killing", ["Three men"], ["judge"]),
        ("The police charged him with murdering a judge.", "killing", [], ["judge"]),
        ("The senator was shot in Orda, it was confirmed by police.", "shooting", [], ["senator"]),
        ("They only found the wife of a teacher and they killed her.", "killing", [], []),
        ("Relatives of a kidnapped engineer spoke on Monday.", "abduction", [], ["engineer"]),
        ("The judge accused of taking bribes was shot.", "shooting", [], ["judge"]),
    ],
)  # fmt: skip
def test_who_did_it_and_to_whom(text: str, event: str, doer: list[str], target: list[str], told: Told) -> None:
    assert _did(told(text), event) == [(doer, target)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Three men suspected of having killed the judge were arrested by the police.", ["Three men"]),
        ("Three men accused of killing the judge were arrested.", ["Three men"]),
    ],
)
def test_whoever_is_held_for_it_is_held_and_not_the_victim(text: str, held: list[str], told: Told) -> None:
    assert [target for _, target in _did(told(text), "detention")] == [held]


def test_the_widow_of_a_murdered_man_is_not_told_to_have_killed(told: Told) -> None:
    assert told("The wife of the murdered magistrate arrived from Sarun for the funeral.") == []


def test_what_killed_is_the_attack_and_not_what_it_struck(told: Told) -> None:
    text = "The dynamite attacks against a union and a relief organisation, which killed nine people, were condemned."
    (claim,) = told(text)
    assert claim.perpetrators == () and [count.low for count in claim.counts] == [9]


def test_two_of_those_struck_are_destroyed(told: Told) -> None:
    (claim,) = told("The rebels attacked warehouses, two of which were destroyed, near Orda.")
    assert [(count.outcome, count.low) for count in claim.counts] == [("destroyed", 2)]


def test_whoever_used_what_was_struck_did_not_strike_it(told: Told) -> None:
    (claim,) = told("Two soldiers died in a rebel bombing of a market used by marines.")
    assert [party.name for party in claim.perpetrators] == ["rebel"]


def test_a_garrison_some_way_off_did_not_do_it(told: Told) -> None:
    (claim,) = told("Ten workers died in the attack on the offices in Orda, 200 metres from a police garrison.")
    assert claim.perpetrators == () and claim.speakers == ()


def test_that_said_again_is_of_the_same(told: Told) -> None:
    claims = told("A militia that attacked Orda, that burned two houses, fled.")
    assert {party.name for claim in claims for party in claim.perpetrators} == {"militia"}
    assert {claim.event for claim in claims if claim.perpetrators} == {"attack", "arson"}


def test_a_report_was_not_killed(told: Told) -> None:
    (claim,) = told("There are reports about sheep that were killed.")
    assert "reports" not in [party.name for party in claim.targets]


def test_a_paper_that_claims_it_did_not_do_it(told: Told) -> None:
    text = "The newspaper claims that 100 soldiers separated the men and the women and that the men were killed."
    assert not any(party.name == "newspaper" for claim in told(text) for party in claim.perpetrators)

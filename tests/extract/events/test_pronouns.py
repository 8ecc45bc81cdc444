"""Whom "they", "the group", "him" and "one of them" stand for: who did it, and who is counted."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def test_they_and_the_group_are_who_was_named_before(told: Told) -> None:
    text = "Al-Shabaab gunmen attacked a base on Monday. The militants killed six soldiers. They also burned trucks."
    doers = [[party.name for party in claim.perpetrators] for claim in told(text)]
    assert doers == [["Al-Shabaab gunmen"]] * 3


def test_soldiers_are_no_militants_told_before(told: Told) -> None:
    text = "Al-Shabaab gunmen attacked a base in Orda on Monday. The soldiers killed six of them."
    assert [party.name for party in told(text)[-1].perpetrators] == ["soldiers"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Gunmen dragged the teacher from his car and shot him dead.", {("killed", 1)}),
        ("Militiamen killed her and her two sons in Orda.", {("killed", 3), ("killed", 1), ("killed", 2)}),
        ("He was wounded in the shelling of Sarun.", {("injured", 1)}),
        ("A shell hit the yard and a family lost two sons, neighbours said.", {("killed", 2)}),
        ("The rebels lost two villages.", set()),
        ("Shelling hurt two people, but one of the wounded later died.", {("injured", 2), ("killed", 1)}),
        ("A blast wounded four; a wounded girl died later.", {("injured", 4), ("killed", 1)}),
        ("A paper that noted 51 people were killed in the attack was released.", {("killed", 51)}),
        ("Four civilians, and two soldiers were killed in the ambush.", {("killed", 4), ("killed", 2)}),
        ("A witness saw seven cars and three trucks destroyed by the blast.", {("destroyed", 7), ("destroyed", 3)}),
        ("The shelling injured one person on Monday.", {("injured", 1)}),
        ("Two were killed, and a third had minor injuries.", {("killed", 2)}),
    ],
)
def test_who_is_counted(text: str, counted: set[tuple[str, int]], told: Told) -> None:
    found = {(count.outcome, count.low) for claim in told(text) for count in claim.counts}
    assert found == counted


@pytest.mark.parametrize(
    ("text", "event", "target"),
    [
        ("Their vehicle struck a roadside mine near Orda.", "landmine", None),
        ("The gunmen forcibly took away two nurses.", "abduction", "two nurses"),
        ("Militants burned houses in Sarun.", "arson", "houses"),
        ("Air strikes had hit a nearby girls' school.", "air_strike", "nearby girls' school"),
    ],
)
def test_what_was_struck(text: str, event: str, target: str | None, told: Told) -> None:
    claims = [claim for claim in told(text) if claim.event == event]
    assert claims
    assert target is None or target in {party.name for claim in claims for party in claim.targets}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Militants armed with machetes, sticks and clubs killed ten villagers in Orda.", ["Militants"]),
        ("The rebels struck Orda on Monday. They also burned houses, the ministry said.", ["rebels", "rebels"]),
        ("The Wolf Brigade is behind the blast. They killed eight people.", ["Wolf Brigade", "Wolf Brigade"]),
    ],
)
def test_who_did_it(text: str, doers: list[str], told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.perpetrators] == doers


def test_who_made_a_weapon_did_not_use_it(told: Told) -> None:
    claims = told("The US-made MQ-9 drone struck the motorcycle in Orda.")
    assert not any(claim.perpetrators for claim in claims)


def test_people_behind_a_weapon_are_no_weapon(told: Told) -> None:
    text = "After the bombardment of Orda with howitzers, three civilians were injured."
    assert [count.low for claim in told(text) for count in claim.counts] == [3]


def test_storeys_are_no_buildings(told: Told) -> None:
    claims = told("A missile destroyed a five-storey apartment building in Orda.")
    assert [count.low for claim in claims for count in claim.counts] == [1]


def test_a_denial_ends_with_its_clause(told: Told) -> None:
    text = "While Moscow denies targeting civilians, its forces have shelled Kharkiv."
    assert {(claim.event, claim.polarity) for claim in told(text)} == {
        ("attack", "denied"),
        ("shelling", "asserted"),
    }


def test_who_could_not_repel_an_attack_does_not_deny_it(told: Told) -> None:
    claims = told("The guards were unable to repel the attack on Orda, which killed nine.")
    assert [c.polarity for c in claims if c.event == "attack"] == ["asserted"]

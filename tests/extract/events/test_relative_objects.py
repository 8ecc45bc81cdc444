"""What befell whom, where a relative clause, an aside or a list stands between the words that tell of it."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize("relative", [", which", " that"])
def test_a_town_that_rebels_seized_was_taken_and_not_they(relative: str, told: Told) -> None:
    (claim,) = told(f"He came to the town{relative} rebels seized in March.")
    assert (claim.event, [party.name for party in claim.perpetrators]) == ("capture", ["rebels"])
    assert [party.name for party in claim.targets] == ["town"] and not claim.counts


def test_a_man_whom_gunmen_killed_is_who_died(told: Told) -> None:
    (claim,) = told("Police buried a man whom gunmen killed on Monday.")
    assert [(one.outcome, one.low, one.group) for one in claim.counts] == [("killed", 1, "men")]


def test_who_was_trying_to_take_a_post_was_not_taken(told: Told) -> None:
    claims = told("Soldiers were trying to occupy a rebel post when they were hit by a landmine.")
    assert [claim.event for claim in claims] == ["ground_offensive", "landmine"]
    assert [party.name for party in claims[0].perpetrators] == ["Soldiers"]


def test_both_sides_of_a_list_count_past_an_aside(told: Told) -> None:
    (claim,) = told("Ten soldiers, including an officer, and five rebels were killed in a clash in Orda.")
    assert [one.low for one in claim.counts if one.part_of is None and one.group == "combatants"] == [10, 5]


def test_those_who_were_among_so_many_dead_are_a_part_of_them(told: Told) -> None:
    (claim,) = told("Two children were among 12 people killed when a shell hit a shelter in Orda.")
    assert [(one.low, one.group, one.part_of) for one in claim.counts] == [(12, "unknown", None), (2, "children", 0)]


def test_who_speaks_stands_behind_the_weapons_and_not_before(told: Told) -> None:
    (claim,) = told("Rebels attacked trucks with mortars and rifles, residents said.")
    assert [speaker.name for speaker in claim.speakers] == ["residents"]


@pytest.mark.parametrize("deed", ["shelling", "trying to shell"])
def test_they_who_were_at_something_when_killed_are_the_dead(deed: str, told: Told) -> None:
    claims = told(f"Six rebels were killed by the army while they were {deed} a base in Homs.")
    shelled = [claim for claim in claims if claim.event == "shelling"]
    assert all(party.name == "Six rebels" for claim in shelled for party in claim.perpetrators)


@pytest.mark.parametrize(
    ("doer", "kind"), [("the rebels", "attack"), ("the Taliban", "attack"), ("the air force", "air_strike")]
)
def test_a_strike_of_those_without_aircraft_is_an_attack(doer: str, kind: str, told: Told) -> None:
    (claim,) = told(f"A strike by {doer} killed two in Orda on Monday.")
    assert claim.event == kind


@pytest.mark.parametrize(
    ("tried", "kind"), [("seize the town of Orda", "ground_offensive"), ("kill a judge in Orda", "attack")]
)
def test_what_was_only_tried_is_told_as_an_attack(tried: str, kind: str, told: Told) -> None:
    (claim,) = told(f"Rebels tried to {tried} on Monday.")
    assert (claim.event, claim.counts) == (kind, ())


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen forced residents to leave their homes in Orda and burned the houses.",
        "Gunmen forced a family to leave Orda on Monday and burned the houses.",
        "Gunmen ordered residents to leave and burned homes in Orda.",
        "Gunmen told residents to leave and burned homes in Orda.",
    ],
)
def test_who_made_others_leave_did_what_follows(text: str, told: Told) -> None:
    (burned,) = [claim for claim in told(text) if claim.event == "arson"]
    assert [party.name for party in burned.perpetrators] == ["Gunmen"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Three traders were seized by gunmen and shot dead near Orda.", "gunmen"),
        ("Two men were arrested by police and killed by inmates in Orda.", "inmates"),
    ],
)
def test_who_took_them_is_who_killed_them_where_nobody_else_is_told(text: str, doer: str, told: Told) -> None:
    (killed,) = [claim for claim in told(text) if claim.event in {"shooting", "killing"}]
    assert [party.name for party in killed.perpetrators] == [doer]

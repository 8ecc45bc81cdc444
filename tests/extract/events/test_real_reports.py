"""What reports of several wars tell beside their events: plans, fears, strife of years, days of saying, misprints."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed two fighters believed to be planning attacks against the forces of Ruritania.",
        "The strike killed a commander who was preparing an assault on the airport.",
        "Soldiers shot dead two men suspected of plotting an attack on a church.",
    ],
)
def test_what_was_planned_is_none_of_what_befell_the_planners(text: str, told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(text)
    fell = [count.low for count in claim.counts if count.outcome == "killed"]
    assert fell and all("attack" not in party.name for party in claim.targets)
    assert not {"two fighters", "commander", "two men"} & {party.name for party in claim.perpetrators}
    assert not any("Ruritania" in party.name or party.name in {"airport", "church"} for party in claim.targets)


@pytest.mark.parametrize(
    "text",
    [
        "He gave no name because he was afraid of being arrested by the military.",
        "A man who feared being killed by the rebels left Orda.",
        "People are scared of being abducted by the gang.",
        "Soum is one of several provinces that have been battling with a long wave of jihadist violence.",
        "The attacks, typically hit-and-run raids on villages, have claimed around 640 lives nationally.",
        "The group has killed almost 800 people in Orda and displaced 6,000 more since the start of 2015.",
    ],
)
def test_fears_and_the_strife_of_years_are_no_event(text: str, told: Callable[[str], list[Claim]]) -> None:
    assert told(text) == []


def test_people_who_are_feared_dead_are_still_told_of(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("Over 100 people are feared dead in an air strike on Orda.")
    assert [count.low for count in claim.counts] == [100]


def test_who_is_fought_for_a_day_is_told_of(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("The army battled rebels near Orda on Friday.")
    assert (claim.event, len(claim.targets)) == ("armed_clash", 1)


def test_the_day_of_an_announcement_is_no_event_s(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("Friday's announcement comes weeks after reports that civilians were hit in a drone strike.")
    assert claim.when is None
    (claim,) = told("Friday's attack killed ten people in Orda.")
    assert claim.when is not None


def test_an_attack_launched_on_a_day_is_of_that_day(told: Callable[[str], list[Claim]]) -> None:
    first, *_ = told(
        "Ten men were killed in an assault on the village of Orda. "
        "The attack was launched on Saturday and militants were still in the area on Monday, a resident said."
    )
    assert first.when is not None and first.when.text == "Saturday"


@pytest.mark.parametrize(
    "text",
    [
        "The army denied shelling the hospital in Orda, which doctors said had killed six patients.",
        "The army said it did not launch any rocket attack on Orda, which residents said had killed six people.",
    ],
)
def test_the_dead_told_by_others_are_not_denied_with_the_deed(text: str, told: Callable[[str], list[Claim]]) -> None:
    claims = [claim for claim in told(text) if claim.event != "statement"]
    assert [(c.polarity, [n.low for n in c.counts]) for c in claims] == [("denied", []), ("asserted", [6])]
    assert [[s.role for s in c.speakers] for c in claims][1] in (["medical"], ["witness"])


@pytest.mark.parametrize(
    "text",
    [
        "Allegations by Kyiv of a rocket attack on the station in Orda are a provocation, the ministry said.",
        "Claims that the army carried out the attack on Orda do not correspond to reality, the ministry said.",
        "Reports of an air strike on Orda are absolutely untrue, the ministry said.",
    ],
)
def test_what_is_called_a_provocation_is_denied(text: str, told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(text)
    assert claim.polarity == "denied"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Doctors at the hospital report 20 dead.", [20]),
        ("Medics in the town report 12 dead in the shelling.", [12]),
        ("Residents of Orda report three people killed by a shell.", [3]),
        ("The paper reported that at 50 civilians were killed in the airstrike.", [50]),
        ("Four more bodies were found after the assault, bringing the death toll to at least 15.", [4, 15]),
    ],
)
def test_figures_behind_report_and_behind_misprints(
    text: str, killed: list[int], told: Callable[[str], list[Claim]]
) -> None:
    (claim,) = told(text)
    assert [count.low for count in claim.counts] == killed and "report" not in str(claim.targets)


def test_as_many_without_as_is_a_bound(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("A drone strike in Orda killed as many 10 civilians, including seven children.")
    assert [(count.low, count.high) for count in claim.counts] == [(None, 10), (7, 7)]


def test_who_runs_a_school_is_not_hurt_in_it(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(
        "Two teachers were killed in the attack on the school, which is run by the country's pro-democracy movement, "
        "and some 50 others were wounded."
    )
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 2), ("injured", 50)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "A missile strike on Orda killed many people on Friday. At least 30 were killed in the strike.",
            ["missile_strike", "missile_strike"],
        ),
        (
            "Rockets hit the station in Orda on Friday. The strike killed 30 people. The attack wounded ten.",
            ["shelling", "shelling", "shelling"],
        ),
        (
            "A missile strike hit Orda on Friday, killing three. Air strikes killed ten people on Saturday.",
            ["missile_strike", "air_strike"],
        ),
        (
            "A missile strike hit Orda on Friday, killing three. A strike on Sarmin on Saturday killed two.",
            ["missile_strike", "air_strike"],
        ),
    ],
)
def test_the_strike_keeps_the_kind_that_was_told(
    text: str, events: list[str], told: Callable[[str], list[Claim]]
) -> None:
    assert [claim.event for claim in told(text)] == events

"""What wires of several wars tell beside their events, and who is meant by whom."""

from collections.abc import Callable

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Item


def _named(claim: Claim) -> list[str]:
    return [party.name for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Days after its leader was sanctioned by both the ministry and the police, the gang, called the Red Dawn, "
            "burned 45 houses in Orda.",
            ["gang"],
        ),
        ("Two men were killed in Orda on Friday in an attack by people who claim to be pious.", []),
        ("Rebels killed ten people in Orda.", ["Rebels"]),
    ],
)
def test_who_did_it(text: str, doers: list[str], told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(text)
    assert _named(claim) == doers


def test_it_behind_when_is_who_did_what_was_told_before(told: Callable[[str], list[Claim]]) -> None:
    claims = told("Ruritania said Ukraine had deliberately killed civilians when it pounded the mall in Orda.")
    assert {name for claim in claims for name in _named(claim)} == {"Ukraine"}


@pytest.mark.parametrize(
    "text",
    [
        "The group is accused by the police and the army of committing a series of civilian massacres.",
        "At least 4,700 civilians have been killed since Ruritania invaded on February 24.",
        "The region has faced an unprecedented wave of attacks this year, leaving hundreds of civilians dead.",
        "The gangs continue to attack villages and abduct travellers.",
        "The army has repeatedly struck the town of Orda since its invasion in February 2022.",
    ],
)
def test_what_goes_on_is_no_event(text: str, told: Callable[[str], list[Claim]]) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gang members stormed a town in Orda, killing at least 70 and forcing over 6,000 to flee.", [70]),
        ("A bomb killed many in Orda. Local media put the death toll as high as 37.", [None, None]),
        ("The deadliest strike since the invasion killed 50 people in Orda on Friday.", [50]),
        ("The attack in Orda was an apparent reprisal for the killing of three gang members.", [3]),
        ("At least 100 people had died in Orda. The provisional tally stood at 165.", [100, 165]),
    ],
)
def test_figures(text: str, killed: list[int | None], told: Callable[[str], list[Claim]]) -> None:
    counts = [count for claim in told(text) for count in claim.counts if count.outcome == "killed"]
    assert [count.low for count in counts] == killed


def test_a_toll_as_high_as_is_at_most_that(told: Callable[[str], list[Claim]]) -> None:
    *_, claim = told("A bomb killed many in Orda. Local media put the death toll as high as 37.")
    assert [count.high for count in claim.counts] == [37]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The military, which seized power in February 2021, shelled Orda.", None),
        ("It has struck the town of Orda again since its invasion in February 2022.", None),
        ("The army has repeatedly shelled the town of Orda today.", "today"),
        ("A bomb which exploded in March 2019 killed six people in Orda.", "March 2019"),
    ],
)
def test_the_day_of_what_is_told_besides(text: str, when: str | None, told: Callable[[str], list[Claim]]) -> None:
    claims = told(text)
    assert claims and all((claim.when.text if claim.when else None) == when for claim in claims)


def test_an_attack_measured_from_last_year_is_of_now(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("Helicopters hit a school in Orda, in the deadliest attack on children since last year's coup.")
    assert claim.mood == "actual"


def test_who_denies_behind_what_is_said_of_him_is_himself(knowledge: Knowledge) -> None:
    text = (
        "An air strike hit Orda. Rights groups have blamed the military, which seized power from the president "
        "in February 2021 and has so far denied responsibility for the attack."
    )
    claims = extract(Item(id="wire", text=text, source="River Wire"), knowledge).claims
    (denied,) = [claim for claim in claims if claim.polarity == "denied"]
    assert [speaker.name for speaker in denied.speakers] == ["military"]


def test_what_they_have_done_by_now_is_no_part_of_the_last_event(told: Callable[[str], list[Claim]]) -> None:
    text = "The group is accused by the army of committing a series of massacres in Orda since 2014. "
    claims = told(text + "They are thought to have killed at least 700 civilians.")
    assert not [count for claim in claims for count in claim.counts]


def test_who_died_as_an_attack_was_foiled_is_dead(told: Callable[[str], list[Claim]]) -> None:
    fell, foiled = told("Troops foiled a suicide attack on a mosque in Orda and killed the bomber.")
    assert (foiled.polarity, foiled.counts, fell.polarity) == ("denied", (), "asserted")
    assert [(count.outcome, count.low) for count in fell.counts] == [("killed", 1)]

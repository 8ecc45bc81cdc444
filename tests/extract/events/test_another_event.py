"""What tells of another event than the one before, and what of the same: by a word, a day of saying, bodies found."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        (
            "The attack in Idlib came the same day as a separate car bomb in Aleppo, where six were killed.",
            ("Aleppo", 6),
        ),
    ],
)
def test_another_is_not_the_one_named_before_it(text: str, placed: tuple[str, int], told: Told) -> None:
    found = [(claim.where.text if claim.where else None, count.low) for claim in told(text) for count in claim.counts]
    assert any(where is not None and placed[0] in where and low == placed[1] for where, low in found)
    assert ("Idlib", placed[1]) not in found


def test_who_was_killed_in_another_attack_was_killed_in_it(told: Told) -> None:
    [claim] = told("Gunmen killed four people in another attack in Aleppo.")
    assert [count.low for count in claim.counts] == [4]


def test_a_massacre_that_a_day_marks_is_only_recalled(told: Told) -> None:
    claims = told("The bomb struck a market in Orda on a day marking the Sarun massacre that killed 1,000 people.")
    assert {claim.mood for claim in claims for count in claim.counts} == {"recalled"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Jets hit Orda on April 20. On April 11, residents said an air strike there killed four.", ["April 20", None]),
        ("An air strike hit Orda on May 2. The ministry said on May 3 that it killed five.", ["May 2", "May 2"]),
        ("An air strike killed two in Orda on May 2. On Friday, three more bodies were recovered.", ["May 2", "May 2"]),
    ],
)
def test_a_day_is_carried_on_unless_it_was_said_before(text: str, days: list[str | None], told: Told) -> None:
    assert [claim.when.text if claim.when else None for claim in told(text)] == days


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Soldiers disguised as medics raided a clinic in Sarmin, killing three men.", "Soldiers"),
        ("Gunmen posing as policemen kidnapped two traders in Orda.", "Gunmen"),
        ("Rebels dressed in army uniforms attacked a post in Orda.", "Rebels"),
    ],
)
def test_who_looks_like_others_does_it(text: str, doer: str, told: Told) -> None:
    assert [party.name for party in told(text)[0].perpetrators] == [doer]


def test_a_helicopter_shot_down_shoots_nobody_down(told: Told) -> None:
    [claim] = told("Police helicopter shot down with a missile in Aleppo")
    assert claim.event == "interception" and claim.perpetrators == ()
    assert [party.name for party in claim.targets] == ["Police helicopter"]


def test_a_village_behind_its_land(told: Told) -> None:
    [claim] = told("A strike hit a market in the northern Idlib village of Orsano on Tuesday.")
    assert claim.where is not None and claim.where.text == "Orsano"

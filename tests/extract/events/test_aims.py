"""Those who were about to do something when it befell them: they are who was hit, not what they had in mind."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event", "targets", "counts"),
    [
        (
            "Three men waiting to cross the border were shot dead in Orda on Monday.",
            "shooting",
            ["Three men waiting"],
            [("killed", 3)],
        ),
        (
            "Several workers trying to repair a pipeline were wounded in a bombing on Monday.",
            "bombing",
            ["Several workers"],
            [("injured", None)],
        ),
        (
            "Two brothers preparing to get married were killed in a strike on Monday.",
            "air_strike",
            ["Two brothers"],
            [("killed", 2)],
        ),
        (
            "Six people trying to flee the town were killed by shelling.",
            "shelling",
            ["Six people trying to flee"],
            [("killed", 6)],
        ),
        ("Men trying to protect villagers were killed by gunmen in Orda.", "shooting", ["Men"], [("killed", None)]),
        (
            "Five militants planning to attack a checkpoint in Orda were killed by the army on Monday.",
            "killing",
            ["Five militants"],
            [("killed", 5)],
        ),
        ("A convoy trying to deliver food was hit by a drone in Orda.", "drone_strike", ["convoy"], []),
    ],
)
def test_whom_it_befell(
    text: str, event: str, targets: list[str], counts: list[tuple[str, float | None]], told: Told
) -> None:
    (claim,) = told(text)
    assert claim.event == event
    assert [party.name for party in claim.targets] == targets
    assert [(count.outcome, count.low) for count in claim.counts] == counts


def test_what_was_meant_is_no_event(told: Told) -> None:
    claims = told("Three men planning to bomb a bank were arrested in Orda on Monday.")
    assert [claim.event for claim in claims] == ["detention"]


def test_who_was_about_to_do_it_is_not_whom_another_verb_befell(told: Told) -> None:
    (claim,) = told("The army was preparing to enter Orda when two soldiers were killed.")
    assert [(count.low, count.group) for count in claim.counts] == [(2, "combatants")]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Gunmen stormed Sarmin on Friday, with about 60 women and girls abducted.",
            [("detained", "unknown", 60), ("detained", "children", None)],
        ),
        ("The talks ended, with rebels and soldiers released.", []),
        ("Rebels left Orda, with soldiers and policemen killing two men.", [("killed", "men", 2)]),
    ],
)
def test_whose_fate_is_told_behind_with(text: str, counts: list[tuple[str, str, float | None]], told: Told) -> None:
    found = [(count.outcome, count.group, count.low) for claim in told(text) for count in claim.counts]
    assert found == counts

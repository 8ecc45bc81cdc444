"""Attacks whose kind, and blasts whose day and place, only a neighbouring sentence tells."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Reader = Callable[[str], list[Claim]]


def test_a_bomb_behind_an_attack_says_of_which_kind_it_was(told: Reader) -> None:
    attack, blast = told("The party's offices in Orda were attacked on 29 July. A bomb went off at their door.")
    assert (attack.event, blast.event) == ("bombing", "bombing")
    assert blast.where is not None and attack.where is not None
    assert (blast.where.text, blast.when) == (attack.where.text, attack.when)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a barracks in Orda. Another bomb went off in the market.",
        "Rebels attacked a barracks in Orda, killing two. A bomb went off at a school, killing nine.",
        "Rebels attacked a barracks in Orda on Monday. A bomb went off in Kesa on Tuesday.",
    ],
)
def test_a_bomb_elsewhere_says_nothing_of_it(text: str, told: Reader) -> None:
    assert [claim.event for claim in told(text)] == ["attack", "bombing"]

"""An event that only tells when another was is one of its own, and not of that one's day."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

STRIKE = "Twenty people were killed in an air strike on Orda on Friday. "


@pytest.mark.parametrize(
    ("text", "event", "killed"),
    [
        (STRIKE + "It came a day after shelling killed five people in Sarun.", "shelling", 5),
        (STRIKE + "The strike came hours after rebels shelled Talmira, killing two.", "shelling", 2),
        (STRIKE + "The attack happened a week after troops killed 11 rebels in Sarun.", "killing", 11),
        (STRIKE[:-2] + ", two days after shelling killed five people in Sarun.", "shelling", 5),
    ],
)
def test_it_has_its_own_figure_and_not_the_others_day(
    text: str, event: str, killed: int, told: Callable[[str], list[Claim]]
) -> None:
    claims = {claim.event: claim for claim in told(text)}
    assert [count.low for count in claims[event].counts] == [killed] and claims[event].when is None
    strike = claims["air_strike"]
    assert [count.low for count in strike.counts] == [20] and strike.when is not None and strike.when.text == "Friday"


def test_what_was_before_an_event_named_again_is_not_of_its_day(told: Callable[[str], list[Claim]]) -> None:
    found = told(STRIKE + "Just two days before this deadly attack, a man was kidnapped in Sarun.")
    assert [(claim.event, claim.when is None) for claim in found] == [("air_strike", False), ("abduction", True)]


@pytest.mark.parametrize(
    "text",
    [
        "A farmer died in Orda two days after a shell hit his field.",
        "Four people died in Orda two days after the shelling.",
        "After shelling killed five people in Orda on Friday, shops were closed.",
    ],
)
def test_who_died_of_it_later_died_of_it(text: str, told: Callable[[str], list[Claim]]) -> None:
    claims = told(text)
    assert [claim.event for claim in claims] == ["shelling"] and claims[0].counts


def test_later_sentences_go_on_with_the_event_that_was_told_first(told: Callable[[str], list[Claim]]) -> None:
    more = "A day after a raid killed a smuggler, jets hit a house in Orda on Friday. The strike wounded three."
    assert told(more)[-1].event == "air_strike"


@pytest.mark.parametrize(
    ("text", "first", "before"),
    [
        (
            "The army carried out an air strike on Orda in retaliation for a suicide bombing in Sarun that killed 13.",
            ("air_strike", "Orda", []),
            ("suicide_bombing", "Sarun", [13]),
        ),
        (
            "Gunmen killed 22 people in Orda on Sunday, hours after an ambush on a convoy near Sarun left five dead.",
            ("shooting", "Orda", [22]),
            ("attack", "Sarun", [5]),
        ),
        (
            "The soldiers killed five villagers in Orda to avenge an ambush in Sarun in which three of their men died.",
            ("killing", "Orda", [5]),
            ("attack", "Sarun", [3]),
        ),
        (
            "An air strike killed five people in Orda, in response to a rocket attack near Sarun that killed two.",
            ("air_strike", "Orda", [5]),
            ("shelling", "Sarun", [2]),
        ),
    ],
)
def test_what_is_answered_has_its_own_place_and_dead(
    text: str,
    first: tuple[str, str, list[int]],
    before: tuple[str, str, list[int]],
    told: Callable[[str], list[Claim]],
) -> None:
    found = [(c.event, c.where.text if c.where else None, [n.low for n in c.counts]) for c in told(text)]
    assert sorted(found) == sorted([first, before])


def test_what_was_launched_after_another_is_not_of_its_month(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("The strike was launched after last month's bombing near the airport that killed nine soldiers.")
    assert (claim.event, claim.when.text if claim.when else None) == ("bombing", "last month")

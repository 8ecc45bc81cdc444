"""Figures that belong to one outcome each, parts of a whole named before, and days that date nothing."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def claims(text: str, knowledge: Knowledge) -> list[Claim]:
    return [claim for claim in extract(Item(id="x", text=text), knowledge).claims if claim.event != "statement"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast killed and wounded 17 and 9 people respectively.", [("killed", 17), ("injured", 9)]),
        ("The blast killed and wounded 17 people.", [("killed", None), ("injured", None)]),
        ("Shelling killed 17 people and 12 wounded.", [("killed", 17), ("injured", 12)]),
        ("Five soldiers embraced martyrdom in a blast.", [("killed", 5)]),
        ("Of the 40 people wounded, 12 were children.", [("injured", 40), ("injured", 12)]),
        ("Of the 21 killed, 15 were women.", [("killed", 21), ("killed", 15)]),
    ],
)
def test_figures(text: str, told: list[tuple[str, int | None]], knowledge: Knowledge) -> None:
    assert [(count.outcome, count.low) for one in claims(text, knowledge) for count in one.counts] == told


def test_a_part_of_the_whole_names_its_group(knowledge: Knowledge) -> None:
    (claim,) = claims("Of the 21 killed, 15 were women.", knowledge)
    assert [(count.group, count.part_of) for count in claim.counts] == [("unknown", None), ("women", 0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shells killed 17 and 9 people in Orda and Sarmin respectively.", [("Orda", 17), ("Sarmin", 9)]),
        ("The shelling wounded 3 and 5 people in Orda and Sarmin, respectively.", [("Orda", 3), ("Sarmin", 5)]),
        ("Shells killed 17 and 9 people in Orda.", [("Orda", 26)]),
    ],
)
def test_figures_and_places_in_turn(text: str, told: list[tuple[str, int]], knowledge: Knowledge) -> None:
    found = claims(text, knowledge)
    assert [(one.where.text, count.low) for one in found if one.where for count in one.counts] == told
    assert all(one.where is not None and one.where.text in one.quote.text for one in found)


def test_some_of_the_dead_are_a_part_with_the_status_that_is_said(knowledge: Knowledge) -> None:
    (claim,) = claims("The shelling of Orda killed 20 people; 10 of the dead were civilians.", knowledge)
    assert [(count.low, count.group, count.part_of) for count in claim.counts] == [
        (20, "unknown", None), (10, "civilians", 0),
    ]  # fmt: skip
    (claim,) = claims("The shelling of Orda killed 20 people and 10 of the dead were identified.", knowledge)
    assert [(count.low, count.group, count.part_of) for count in claim.counts] == [
        (20, "unknown", None), (10, "unknown", 0),
    ]  # fmt: skip


def test_days_after_an_event_are_not_its_own(knowledge: Knowledge) -> None:
    text = "Days after the strike on Orda, rescuers pulled two more bodies from the rubble."
    assert [claim.when for claim in claims(text, knowledge)] == [None]


def test_what_media_reported_meanwhile_takes_no_day_away(knowledge: Knowledge) -> None:
    text = "Air strikes hit the town of Orda late on Thursday as the state's media told of long battles."
    when = claims(text, knowledge)[0].when
    assert when is not None and when.text == "late on Thursday"


def test_an_aside_that_spells_a_figure_out_adds_nobody(knowledge: Knowledge) -> None:
    (claim,) = claims(
        "Six priests - five Spaniards and one local man - and two women were murdered in Orda.", knowledge
    )
    assert [(count.low, count.part_of) for count in claim.counts] == [(8, None), (6, 0), (2, 0), (5, 1), (1, 1)]


def test_an_aside_that_is_no_sum_is_joined(knowledge: Knowledge) -> None:
    (claim,) = claims("Six priests and two women were murdered in Orda.", knowledge)
    assert [(count.low, count.part_of) for count in claim.counts] == [(8, None), (6, 0), (2, 0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The minister was killed near his home on Monday, along with two of his bodyguards.", [1, 2]),
        ("Mourners buried six priests, five of them foreigners, who were killed on Thursday in Orda.", [6, 5]),
        ("A man was killed in Orda along with his hopes.", [1]),
    ],
)
def test_who_shared_their_fate(text: str, told: list[int], knowledge: Knowledge) -> None:
    (claim,) = claims(text, knowledge)
    assert [count.low for count in claim.counts if count.outcome == "killed"] == told

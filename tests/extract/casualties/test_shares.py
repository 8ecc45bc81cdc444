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
        ("Of the 40 people wounded, 12 were children.", [("injured", 40), ("injured", 12)]),
        ("Of the 21 killed, 15 were women.", [("killed", 21), ("killed", 15)]),
    ],
)
def test_figures(text: str, told: list[tuple[str, int | None]], knowledge: Knowledge) -> None:
    assert [(count.outcome, count.low) for one in claims(text, knowledge) for count in one.counts] == told


def test_a_part_of_the_whole_names_its_group(knowledge: Knowledge) -> None:
    (claim,) = claims("Of the 21 killed, 15 were women.", knowledge)
    assert [(count.group, count.part_of) for count in claim.counts] == [("unknown", None), ("women", 0)]


def test_days_after_an_event_are_not_its_own(knowledge: Knowledge) -> None:
    text = "Days after the strike on Orda, rescuers pulled two more bodies from the rubble."
    assert [claim.when for claim in claims(text, knowledge)] == [None]


def test_what_media_reported_meanwhile_takes_no_day_away(knowledge: Knowledge) -> None:
    text = "Air strikes hit the town of Orda late on Thursday as state media reported heavy fighting."
    when = claims(text, knowledge)[0].when
    assert when is not None and when.text == "Thursday"

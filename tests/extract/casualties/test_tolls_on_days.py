"""What a toll came to on a day: the figure is no hour, and what is told next is another figure."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item


def told(text: str) -> list[Claim]:
    return [one for one in extract(Item(id="a", text=text), load()).claims if one.event != "statement"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The death toll rose to 20 on Tuesday.", {("killed", 20)}),
        ("The strike killed 9 on Monday in Orda.", {("killed", 9)}),
        ("The mission put the death toll at 44 and said that over 130 people had been injured in the strike.",
         {("killed", 44), ("injured", 130)}),
        ("ارتفعت حصيلة القتلى إلى 12 وأصيب 30 شخصا في القصف", {("killed", 12), ("injured", 30)}),
    ],
)  # fmt: skip
def test_figures(text: str, figures: set[tuple[str, int]]) -> None:
    assert {(count.outcome, count.low) for claim in told(text) for count in claim.counts} == figures


def test_at_8_on_tuesday_is_an_hour() -> None:
    (time,) = (m for m in extract(Item(id="a", text="They met at 8 on Tuesday."), load()).mentions if m.kind == "time")
    assert time.text == "8 on Tuesday"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ORDA, Jan 31 (Agency) - Two people were killed in an attack on the market.", None),
        ("Orda, 31 January – A bomb killed two people in the market on Friday.", "Friday"),
        ("On 31 January, two people were killed in Orda - the second attack in a week.", "31 January"),
    ],
)
def test_the_day_of_a_dispatch_is_not_the_event_s(text: str, when: str | None) -> None:
    claim = next(one for one in told(text) if one.counts)
    assert (claim.when.text if claim.when else None) == when

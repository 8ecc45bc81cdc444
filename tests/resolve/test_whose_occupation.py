"""Whose army "the occupation" is in Arabic: that of the one state which the text calls so in full."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item, Settings
from ascertain.resolve.stage import resolve


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("قصف جيش الاحتلال التركي قرى زركان. وقصف جيش الاحتلال قرية أم الكيف في الحسكة.", "tr.armed_forces"),
        ("قصف الاحتلال التركي قرى زركان. وجدد الاحتلال قصفه على قرى عين عيسى.", "tr.armed_forces"),
        ("قصف جيش الاحتلال مدينة غزة. وجدد الاحتلال قصفه على رفح.", "il.armed_forces"),
        (
            "قصف الاحتلال التركي قرى زركان. وقصف الاحتلال الروسي بلدة سرمين. وجدد الاحتلال قصفه على عين عيسى.",
            "generic.occupation",
        ),
    ],
)
def test_the_occupation(text: str, party: str, knowledge: Knowledge) -> None:
    """The perpetrator of the last claim."""
    item = Item(id="x", text=text, published_at="2022-07-20T15:00:00Z")
    claims = resolve(item, extract(item, knowledge), knowledge, Settings(title="t", time_zone="UTC")).claims
    assert [one.id for one in claims[-1].perpetrators] == [party]

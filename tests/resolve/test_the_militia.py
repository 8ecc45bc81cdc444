"""Whom "the militia" stands for in Arabic: the one armed group that the text has named before, or nobody known."""

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
        ("قصفت مليشيا الحوثي قرية في تعز. وقالت مصادر إن المليشيا استهدفت المنازل بالهاون.", "houthis"),
        ("أصيب طفل بقصف حوثي على قرية في تعز. وقالت مصادر إن المليشيا استهدفت المنازل.", "houthis"),
        ("قصفت المليشيا قرية في تعز.", "generic.militias"),
        ("اشتبك حزب الله مع الحوثيين في تعز ثم قصفت المليشيا قرية.", "generic.militias"),
    ],
)
def test_the_militia(text: str, party: str, knowledge: Knowledge) -> None:
    """The perpetrator of the last claim."""
    item = Item(id="x", text=text, published_at="2022-07-20T15:00:00Z")
    claims = resolve(item, extract(item, knowledge), knowledge, Settings(title="t", time_zone="UTC")).claims
    assert [one.id for one in claims[-1].perpetrators] == [party]

"""Where something was fired from, or those hurt came from, is not where it struck; a verb is no part of a name."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصف بصاروخ باليستي أطلق من اليمن باتجاه مدينة جازان.", "مدينة جازان"),
        ("اعترضت الدفاعات صاروخا أطلقه المتمردون من اليمن وأدت شظاياه إلى مقتل شخص.", None),
        ("سقطت صواريخ أطلقت من سوريا على الجولان.", "الجولان"),
        ("أسفرت الغارة عن إصابة عشرة عمال أغلبهم من النيجر.", None),
        ("أطلق مسلحون النار من سيارة في سرمين.", "سرمين"),
        ("قال طبيب إن فرقا في مخيم الرماح استقبلت ثمانية مصابين.", "مخيم الرماح"),
        ("غارات شنتها روسيا على سرمين.", "سرمين"),
    ],
)
def test_place_of_what_was_fired(text: str, place: str | None, knowledge: Knowledge) -> None:
    """The place of the first claim of an event is where it struck, or none."""
    claims = [one for one in extract(Item(id="x", text=text), knowledge).claims if one.event != "statement"]
    assert claims
    assert (claims[0].where.text if claims[0].where else None) == place

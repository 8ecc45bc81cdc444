"""A large city or a province far away is not the village or town of its name that the text tells of."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item, Place, Settings
from ascertain.resolve.stage import resolve

SETTINGS = Settings(title="t", time_zone="UTC")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجار في مدينة حمد شمال غرب خان يونس، جنوب قطاع غزة.", "مدينة حمد"),
        ("اشتباكات في بلدة نجران شمال غربي السويداء.", "بلدة نجران"),
        ("قصف من منطقة المنصورة نحو قرية عريقة في ريف السويداء وعلى بلدة المزرعة غرب شهبا.", "منطقة المنصورة"),
    ],
)
def test_a_namesake_far_from_what_is_named_beside_it_is_not_taken(text: str, name: str) -> None:
    item, knowledge = Item(id="a", text=text), load()
    mentions = resolve(item, extract(item, knowledge), knowledge, SETTINGS).mentions
    [place] = [one.value for one in mentions if one.text == name and isinstance(one.value, Place)]
    assert place.lat is None

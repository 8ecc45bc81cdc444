"""A town that the words call a nation's lies in that nation's land."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item, Place, Settings
from ascertain.resolve.stage import resolve


def _places(text: str) -> dict[str, Place]:
    item, knowledge = Item(id="a", text=text), load()
    mentions = resolve(item, extract(item, knowledge), knowledge, Settings()).mentions
    return {one.text: one.value for one in mentions if isinstance(one.value, Place)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomb hit the northern Syrian town of Afrin. Turkey and France spoke of Afrin, in Ankara.", "Afrin", "SY"),
        ("Shells hit the Syrian border town of Azaz. Chad and Peru condemned it in Lima.", "Azaz", "SY"),
        ("انفجرت سيارة في مدينة عفرين السورية، وقالت تشاد وبيرو إنها ستحقق.", "مدينة عفرين", "SY"),
    ],
)
def test_a_nations_town_is_in_its_land(text: str, name: str, country: str) -> None:
    place = _places(text)[name]
    assert (place.country, place.lat is not None) == (country, True)


def test_no_town_is_called_by_its_nation_alone() -> None:
    assert "Iraqi city" not in _places("A bomb went off in the northern Iraqi city of Tikrit.")

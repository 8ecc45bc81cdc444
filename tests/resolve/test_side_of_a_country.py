"""شمال السودان is in the north of Sudan, and not beyond its border."""

from collections.abc import Callable

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item, Place, Settings
from ascertain.resolve.stage import resolve


@pytest.fixture
def told() -> Callable[[str], Claim]:
    knowledge = load()

    def claim(text: str) -> Claim:
        item = Item(id="a", text=text, published_at="2021-11-15")
        return resolve(item, extract(item, knowledge), knowledge, Settings()).claims[0]

    return claim


def test_the_north_of_a_country_is_in_it(told: Callable[[str], Claim]) -> None:
    claim = told("قتل 20 شخصا في هجوم شمال بوركينا فاسو أمس.")
    assert claim.relation == "at"
    assert isinstance(claim.where.value, Place)  # type: ignore[union-attr]
    assert claim.where.value.relation is None  # type: ignore[union-attr]


def test_congo_is_the_country_of_the_wars(told: Callable[[str], Claim]) -> None:
    claim = told("Ten people were killed in an attack in eastern Congo on Monday.")
    assert isinstance(claim.where.value, Place) and claim.where.value.country == "CD"  # type: ignore[union-attr]

"""What is only of a kind has no name: a crowded market, a Buddhist monastery, the area of the bombing."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item
from ascertain.model.place_expression import PlaceExpression


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A bomb killed two in a largely Shia Muslim neighbourhood in Kabul.", ["Kabul"]),
        ("Gunmen fired at the school in a Buddhist monastery in Kabul.", ["Kabul"]),
        ("A bomb killed two at the Ayder Hospital in Kabul.", ["Ayder Hospital", "Kabul"]),
        ("قتل 30 شخصا في تفجير وقع في سوق مزدحم في كابل.", ["كابل"]),
        ("وقع القصف في منطقة تفجير السوق في كابل.", ["كابل"]),
        ("قصفت الطائرات مستشفى ناصر في كابل.", ["مستشفى ناصر", "كابل"]),
    ],
)
def test_only_what_has_a_name_is_named(text: str, named: list[str]) -> None:
    places = [m for m in extract(Item(id="a", text=text), load()).mentions if isinstance(m.parsed, PlaceExpression)]
    assert [place.text for place in places if not place.parsed.generic] == named  # type: ignore[union-attr]

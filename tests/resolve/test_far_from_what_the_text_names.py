"""A little known place far from the parts of countries that a text names only shares its name with the one meant."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item, Place, Settings
from ascertain.resolve.stage import resolve


def places(text: str) -> dict[str, Place]:
    item, knowledge = Item(id="a", text=text), load()
    mentions = resolve(item, extract(item, knowledge), knowledge, Settings()).mentions
    return {one.text: one.value for one in mentions if isinstance(one.value, Place)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل ثلاثة أشخاص في منطقة حمرة الوز شمال كردفان", "منطقة حمرة"),
        ("Jets bombed a village in Sagaing Region in Myanmar. The attack on Nyaung Kone killed ten.", "Nyaung Kone"),
    ],
)
def test_a_namesake_in_another_land_or_at_its_other_end_is_not_meant(text: str, place: str) -> None:
    found = places(text)[place]
    assert found.lat is None and "lies far from" in found.because, found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصفت روسيا بلدة سرمين", "بلدة سرمين"),  # who struck it is no place that it must lie near
        ("قصف على بلدة سرمين في محافظة إدلب", "بلدة سرمين"),
        ("قتل ثلاثة في بلدة النهود بغرب كردفان", "بلدة النهود"),
        ("قصف على بلدة سرمين ومحافظة درعا", "محافظة درعا"),
    ],
)
def test_what_lies_there_keeps_its_pin(text: str, place: str) -> None:
    assert places(text)[place].lat is not None


def test_north_of_somewhere_is_no_sheikh_s_name() -> None:
    assert "شمال كردفان" in places("قتل ثلاثة في حمرة الشيخ شمال كردفان")


@pytest.mark.parametrize("text", ["على طريق راجو بمركز مدينة عفرين", "على طريق حلب في مدينة سراقب"])
def test_a_street_in_a_town_is_there_and_not_where_it_leads(text: str) -> None:
    street = next(place for name, place in places("انفجرت سيارة مفخخة " + text).items() if name.startswith("طريق"))
    assert street.lat is None


@pytest.mark.parametrize(
    ("text", "place", "pinned"),
    [
        ("Burkina Faso is in mourning. Fighters raided a post in the town of Sole.", "Sole", False),
        ("A bomb killed two in Boston on Monday. Iran denied it.", "Boston", True),
        ("Russia and Turkey agreed. A strike hit the village of Kafr Nabl.", "Kafr Nabl", True),
    ],
)
def test_a_small_namesake_overseas_from_all_lands_of_the_text_is_not_meant(text: str, place: str, pinned: bool) -> None:
    assert (places(text)[place].lat is not None) is pinned


def test_no_department_of_one_land_lies_in_a_province_of_another() -> None:
    found = places("Rebels ambushed a patrol near El Paraiso, in Chalatenango province, in El Salvador.")
    assert found["El Paraiso"].lat is None or found["El Paraiso"].country == "SLV"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A blast hit the Baghdad Hotel in Mogadishu on Monday.", "Baghdad Hotel"),
        ("Police held two men at El Madina Restaurant in Jolo on Monday.", "El Madina Restaurant"),
        ("Rebels hit a checkpoint in Tripoli, southwest of Kirkuk.", "Tripoli"),
    ],
)
def test_what_is_called_after_a_city_or_lies_beside_another_is_not_that_city(text: str, place: str) -> None:
    assert places(text)[place].lat is None


def test_a_city_south_of_a_land_is_itself() -> None:
    assert places("A strike hit Riyadh, south of Iraq.")["Riyadh"].country == "SA"

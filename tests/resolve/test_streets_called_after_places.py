"""A street or a quarter that is called after a city or a land elsewhere is not there."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item, Place, Settings
from ascertain.resolve.stage import resolve

SETTINGS = Settings(title="t", time_zone="UTC")


def places(text: str) -> dict[str, Place]:
    item, knowledge = Item(id="a", text=text), load()
    mentions = resolve(item, extract(item, knowledge), knowledge, SETTINGS).mentions
    return {one.text: one.value for one in mentions if isinstance(one.value, Place)}


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("انفجار في شارع بغداد في دمشق", "شارع بغداد"),
        ("حريق في شارع تونس في حي السالمية", "شارع تونس"),
        ("قصف على حي دمشق في مدينة طرابلس", "حي دمشق"),
        ("A fire broke out on Tunis Street in Hawalli", "Tunis Street"),
    ],
)
def test_a_street_called_after_a_city_elsewhere_has_no_pin(text, street):
    place = places(text)[street]
    assert place.lat is None and "is said to hold it" in place.because, place


def test_a_road_that_leads_to_a_city_nearby_keeps_its_pin():
    assert places("اشتباكات على طريق حلب في محافظة ادلب")["طريق حلب"].lat is not None


def test_a_quarter_far_from_all_that_is_named_has_no_pin():
    place = places("انفجار في حي المحمودية قرب السوق وسط مدينة عفرين")["حي المحمودية"]
    assert place.lat is None and "far from all others" in place.because, place


def test_a_list_in_quotation_marks_behind_a_word_of_place_is_of_places():
    assert {"حماة", "حلب"} <= {one.lstrip("و") for one in places('قصف على أرياف "إدلب وحماة وحلب" اليوم')}


def test_a_name_in_quotation_marks_behind_a_word_of_place_is_whole():
    found = places('قصف على قرية "حويجة زردوق" قرب مدينة عفرين')
    assert [place.name for text, place in found.items() if "حويجة" in text] == ["قرية حويجة زردوق"]


def test_a_street_called_after_a_land_is_not_in_its_middle():
    place = places("زحام في شارع لبنان")["شارع لبنان"]
    assert place.klass != "country" and place.lat is None


@pytest.mark.parametrize(
    ("text", "quarter"), [("انهيار مبنى بمصر الجديدة", "مصر الجديدة"), ("حريق في مصر القديمة", "مصر القديمة")]
)
def test_quarters_of_cairo_are_not_the_land(text, quarter):
    assert places(text)[quarter].klass == "neighbourhood"


def test_a_valley_called_as_a_city_elsewhere_is_not_that_city():
    assert places("غارة على وادي خليل في البقاع في لبنان")["وادي خليل"].lat is None

"""Arabic names of places that no gazetteer has, and names that are words of the language, too."""

import json
from pathlib import Path

import pytest

from ascertain.extract.places import find_places
from ascertain.knowledge import load
from ascertain.knowledge.gazetteer import load_gazetteer
from ascertain.text import Document


def names(text: str) -> list[str]:
    return [one.text for one in find_places(Document(text), "ar", load_gazetteer())]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("استهدفت مسيرة سيارة في قرية شيخ سوسن بريف القامشلي", ["قرية شيخ سوسن", "ريف القامشلي"]),
        ('انفجرت قنبلة في قرية "قرف سمسم" صباحاً', ['قرية "قرف سمسم']),
        ("سقطت قذيفة على بلدة #عين_سمسم ظهراً", ["بلدة #عين_سمسم"]),
        ("قصف بري على قريتي سمسم وصفصاف شمال القامشلي", ["قريتي سمسم", "صفصاف", "القامشلي"]),
        ("قصف بري على قريتي سمسم وتل صفصاف شمال القامشلي", ["قريتي سمسم", "تل صفصاف", "القامشلي"]),
        ("وقع الحادث في قرية جديد سمسم بريف حلب", ["قرية جديد سمسم", "ريف حلب"]),
    ],
)
def test_a_name_goes_on_to_where_words_of_place_begin(text: str, places: list[str]) -> None:
    assert names(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("داهموا منزلاً داخل قرية الصفصافة وقتلوه على الفور", ["قرية الصفصافة"]),
        ("أصيب راع في قرية سمسم بريف حلب", ["قرية سمسم", "ريف حلب"]),
        ("قتل شخص في قرية سمسم التابعة لمدينة حلب", ["قرية سمسم", "مدينة حلب"]),
        ("وصلوا إلى قرية جديدة صباحاً", []),
    ],
)
def test_what_follows_a_name_is_no_part_of_it(text: str, places: list[str]) -> None:
    assert names(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("أمطار غزيرة على حفرالباطن وبحفرالباطن", ["حفرالباطن", "حفرالباطن"]),
        ("قصف على كفربطنا أمس", ["كفربطنا"]),
        ("استقبالهم خلال اللقاء كان جميلا", []),
        ("انفجار أمام #معهد_السوسن اليوم", ["معهد_السوسن"]),
        ("صارت بلا ماء #مدينة_منكوبة وقالت #بوابة_السوسن", []),
        ("حريق في معهد السوسن القومي ليلا", ["معهد السوسن القومي"]),
        ("ازدحام على طريق الملك عبد العزيز صباحا", ["طريق الملك عبد العزيز"]),
        ("سجلت إصابات في المملكة اليوم وبالمملكة أمس", ["المملكة", "المملكة"]),
        ("قال سفير المملكة إن القطاع الصحي بخير في القطاع الخاص", []),
    ],
)
def test_names_written_together_in_tags_and_by_their_kind(text: str, places: list[str]) -> None:
    assert names(text) == places


def test_what_is_shelled_is_a_place() -> None:
    assert names("القوات تقصف بنش بالمدفعية") == ["بنش"]
    assert names("زار بنش صديقه أمس") == []


def test_a_martyr_is_no_village() -> None:
    assert names("35 إصابة من المدنيين بين شهيد وجريح") == []


def test_a_governorate_named_after_a_capital_is_the_governorate_behind_a_tag_too() -> None:
    [one] = find_places(Document("قصف على ريف #دمشق أمس"), "ar", load_gazetteer())
    assert one.text == "ريف #دمشق"
    assert one.parsed.feature is None


def test_a_massacre_is_named_after_its_place() -> None:
    assert names("صور من #مجزرة_حلب التي وقعت اليوم") == ["حلب"]
    assert names("صور من #انفجار_حلب اليوم") == []  # the topic of an accident as well
    assert names("صور من #مجزرة_الباب اليوم") == ["الباب"]  # an everyday word, and a town
    assert names("صور من #مجزرة_الساحة اليوم") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قصف مدفعي على معارة سمسم شرقي إدلب", ["معارة سمسم", "إدلب"]),
        ("قصف على كفر سمسم وصفصافة غربي حلب", ["كفر سمسم", "صفصافة", "حلب"]),
        ("غارة للجيش على صفصافون شمال غرب حلب", ["صفصافون", "حلب"]),
        ("قصف على تل سمسون أمس", ["تل سمسون"]),
        ("غارة على منجرة شرقي حلب", ["حلب"]),
        ("قصف على منازل مدنيين غربي حلب", ["حلب"]),
        ("نقلوا من منطقة الانفجار إلى حلب", ["حلب"]),
        ("عبوة على طريق الواصل بين حلب ودمشق", ["حلب", "دمشق"]),
    ],
)
def test_what_is_struck_and_lies_beside_a_town_is_a_place(text: str, places: list[str]) -> None:
    assert names(text) == places


def test_a_tag_can_be_a_row_of_places() -> None:
    assert names("أخبار اليوم #حلب_إدلب_حماة") == ["حلب", "إدلب", "حماة"]
    assert names("أخبار اليوم #حلب_تحترق") == []


def test_what_is_struck_in_a_towns_country_is_a_place_that_nobody_has() -> None:
    assert names("قصف صاروخي استهدف سمسماية بريف عفرين") == ["سمسماية", "ريف عفرين"]
    assert names("استهدف منازل بريف عفرين") == ["ريف عفرين"]


def test_what_a_camp_is_for_is_not_its_name() -> None:
    assert names("استهدف مخيم للنازحين قرب عفرين") == ["عفرين"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت الطائرات منطقة النهر الأبيض فجرا", "منطقة النهر الأبيض"),
        ("أصيب وهو يقطف الزيتون في بلدته سمسومة", "بلدته سمسومة"),
        ("قصف مدفعي على قرى تدمر وسمسومة والرقة", "سمسومة"),
        ("قصف مدفعي على قرى وبلدات تدمر، وسمسومة والرقة", "سمسومة"),
    ],
)
def test_names_behind_words_of_place_and_in_lists(text: str, expected: str) -> None:
    assert expected in names(text)


def test_a_list_of_which_nothing_is_known_names_nothing() -> None:
    assert names("تضررت قرى كثيرة وسمسومة") == []


def test_what_leads_on_to_the_land_about_it_is_no_part_of_a_name_that_only_sounds_like_one(tmp_path: Path) -> None:
    """The desk's places are looked for by sound, over several words: not over the word for "belonging to"."""
    own = tmp_path / "places.geojson"
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [41.2, 35.9]},
        "properties": {"name": "Tal Al Thaba", "names": ["Tal Al Thaba"], "class": "village", "country": "SY"},
    }
    own.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    gazetteer = load(packs=[own]).gazetteer
    found = find_places(Document("قتل شخص في قرية تللة التابعة لمدينة القامشلي"), "ar", gazetteer)
    assert [one.text for one in found] == ["قرية تللة", "مدينة القامشلي"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قصفت طائرات مواقع في العاصمة السورية دمشق", ["دمشق"]),
        ("قتل طفل بجوار مقر مهجور في عفرين", ["عفرين"]),
        ("قصفت بلدتي سمسومة ودبيّن الواقعين قرب عفرين", ["بلدتي سمسومة", "دبيّن", "عفرين"]),
    ],
)
def test_what_a_town_or_building_is_said_to_be_is_no_name(text: str, places: list[str]) -> None:
    assert names(text) == places

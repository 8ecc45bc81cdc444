"""Places are found with their feature words, relations and distances; what only looks like one is left."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.extract.places import find_places
from ascertain.knowledge.gazetteer import load_gazetteer
from ascertain.languages.place_words import place_words
from ascertain.model import Mention
from ascertain.text import Document


def found(text: str, lang: str = "en") -> list[Mention]:
    mentions = find_places(Document(text), lang, load_gazetteer())
    for one in mentions:
        assert text[one.start : one.end] == one.text
        assert text[one.parsed.name_start : one.parsed.name_end] == one.parsed.name or one.parsed.hashtag
    return mentions


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_examples_of_the_language_packs(language: str) -> None:
    for example in place_words(language).examples:
        mentions = found(example["text"], language)
        assert [one.text for one in mentions] == example["places"]
        for field in ("distance_m", "bearing_deg"):
            if field in example:
                assert getattr(mentions[0].parsed, field) == pytest.approx(example[field], rel=0.01)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two people died in Kharkiv and Odesa.", ["Kharkiv", "Odesa"]),
        ("The road to Al-Hudaydah was closed.", ["Al-Hudaydah"]),
        ("Fighters left Aleppo Governorate.", ["Aleppo Governorate"]),
        ("Near Wadi Qasim, one truck burned.", ["Wadi Qasim"]),
        ("A patrol was seen north of Tell Zarqun.", ["Tell Zarqun"]),
        ("The village of Umm Qusayba was empty.", ["Umm Qusayba"]),
        ("They spoke to General Jackson on Monday.", []),
        ("Reading the list was nice, of course.", []),
        ("U.S. forces said so.", []),
        ("Nell Franklin taught there. Many knew Franklin well.", []),
        ("Orla T. Bryant came. They met Bryant again.", []),
        ("They left Franklin at dawn; a road from Franklin was cut, and in Franklin two died.", ["Franklin"] * 3),
        ("Her aunt, Corby said, was safe.", []),
        ("The ministry is gone. The Ministry of Commerce spoke to the Minister of Industry.", []),
        ("He was joined by Adrian Dunbar, the envoy Eugene Owusu and an agent.", []),
        ("They left Dunbar Friday, by way of Eugene.", ["Dunbar", "Eugene"]),
        ("The Neo-natal unit closed; a Dunbar-based group paid.", ["Dunbar"]),
        ("Four died in a raid that struck Reef Dimashq.", ["Dimashq"]),
        ("Dunbar", ["Dunbar"]),
        ("Boys at Franklin Elementary fled.", ["Franklin Elementary"]),
        ("Will El Niño return, and La Niña after it?", []),
        ("He moved to the U.S. in May.", ["U.S."]),
        ("see http://example.org/Aleppo and @Damascus", []),
        ("#AleppoCity is quiet", ["AleppoCity"]),
        ("#PrayForAleppo", []),
        ("Syrians and Iraqis met.", []),
        ("The patrol left for Orsano del Sur.", []),
        ("A bus burned in Rio de Janeiro and in Norte de Santander.", ["Rio de Janeiro", "Norte de Santander"]),
        ("The field lies between the villages of Verbivka and Obrynsky Yar.", ["Verbivka", "Obrynsky Yar"]),
    ],
)
def test_english(text: str, places: list[str]) -> None:
    assert [one.text for one in found(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("غارة على مدينة خان شيخون", ["مدينة خان شيخون"]),
        ("قصف طال ريف حلب الغربي صباحا", ["ريف حلب الغربي"]),
        ("سقطت قذائف في محيط مدينة تعز", ["مدينة تعز"]),
        ("وصلت القافلة إلى معبر باب الهوى", ["معبر باب الهوى"]),
        ("نزوح من قرية الصفصافية", ["قرية الصفصافية"]),
        ("وبالخرطوم وأم درمان", ["الخرطوم", "أم درمان"]),
        ("#ريف_حلب", ["ريف_حلب"]),
        ("في محافظة #إدلب", ["محافظة #إدلب"]),
        ("اجتمع السوريون والعراقيون", []),
        ("قصف مدفعي على الفاشر", ["الفاشر"]),
        ("قال محمد علي إن الوضع هادئ", []),
        ("طال القصف بلدة عين الورود شمال المدينة", ["بلدة عين الورود"]),
        ("قصف على مدينة عين عيسى", ["مدينة عين عيسى"]),
        ("نزح أهالي مخيم كويت الخير", ["مخيم كويت الخير"]),
        ("سافر الوفد إلى الكويت", ["الكويت"]),
        ("شهدت السوق ازدحاماً كبيراً", []),
        ("أصاب القصف عددا كبيرا من المنازل", []),
    ],
)
def test_arabic(text: str, places: list[str]) -> None:
    assert [one.text for one in found(text, "ar")] == places


def test_letters_that_go_on_are_no_name() -> None:
    assert [one.text for one in found("Fighters of the S.D.F. held the prison, in the north of Palmyra.")] == [
        "Palmyra"
    ]


@pytest.mark.parametrize(
    ("text", "lang", "field", "value"),
    [
        ("20-30 km south of Mosul", "en", "distance_high_m", 30_000),
        ("about 27 km from Palmyra", "en", "distance_m", 27_000),
        ("fighting between Homs and Palmyra", "en", "relation", "between"),
        ("on the outskirts of Aleppo", "en", "feature", "outskirts"),
        ("on the outskirts of #Aleppo", "en", "feature", "outskirts"),
        ("near the border crossing with #Iraq", "en", "feature", "border"),
        ("in northern Idlib", "en", "part", "north"),
        ("على بعد 12 كم جنوب الموصل", "ar", "bearing_deg", 180.0),
        ("قرب تدمر", "ar", "relation", "near"),
        ("ريف حماة الشمالي الشرقي", "ar", "part", "north_east"),
        ("بين حمص وتدمر", "ar", "relation", "between"),
    ],
)
def test_what_stands_around_a_name(text: str, lang: str, field: str, value: object) -> None:
    assert getattr(found(text, lang)[0].parsed, field) == value


@settings(max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["en", "ar"]))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str, lang: str) -> None:
    mentions = found(text, lang)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_part_of_a_longer_name_in_quotation_marks_is_no_place() -> None:
    assert "Kuwait" not in [one.text for one in found("The attack on the “Kuwait al-Rahma” camp")]
    assert [one.text for one in found("The attack on “Kuwait” was short")] == ["Kuwait"]

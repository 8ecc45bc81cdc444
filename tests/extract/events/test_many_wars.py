"""Sentences of many wars, in both languages: who, whom, with what, how many, where and in whose words."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def the_event(text: str, knowledge: Knowledge) -> Claim:
    (claim,) = [one for one in extract_text(text, knowledge=knowledge).claims if one.event != "statement"]
    return claim


WHO = [
    ("نقلت رويترز عن مصدر عسكري في دمشق قوله إن إسرائيل استهدفت مطار المزة.", ["إسرائيل"], ["مطار المزة"]),
    ("اغتال مسلحون مجهولون شيخ عشيرة في ريف دير الزور الشرقي.", ["مسلحون مجهولون"], ["شيخ عشيرة"]),
    ("انفجرت سيارة مفخخة أمام مبنى المحافظة في عدن.", [], ["مبنى المحافظة"]),
    ("The junta has denied bombing the school in Sagaing.", ["junta"], ["school"]),
    ("Clashes between the 444 Brigade and the Stability Support Authority left six dead.",
     ["444 Brigade"], ["Stability Support Authority"]),
    ("US warplanes carried out eight raids on Hodeidah's port on Monday.", ["US warplanes"], ["port"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "doers", "struck"), WHO)
def test_who_and_whom(text: str, doers: list[str], struck: list[str], knowledge: Knowledge) -> None:
    claim = the_event(text, knowledge)
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == struck


DEAD = [
    ("قال مسعفون إن طفلا عمره 9 سنوات قتل برصاص قناص في حي التضامن.", 1),
    ("مدني قتل برصاص حرس الحدود قرب دركوش", 1),
    ("هجوم مسلح على قرية في ولاية تيلابيري بالنيجر يودي بحياة 22 شخصا", 22),
    ("انقصف مشفى الشفاء فجر اليوم والحصيلة لحد الآن ١٧ شهيد", 17),
    ("أكد مصدر طبي لوكالة الأناضول وصول جثامين 14 شهيدا إلى مستشفى ناصر", 14),
    ("قصفت قوات النظام أطراف بلدة كنصفرة ولا إصابات", 0),
]


@pytest.mark.parametrize(("text", "killed"), DEAD)
def test_how_many_died(text: str, killed: int, knowledge: Knowledge) -> None:
    claim = the_event(text, knowledge)
    assert [count.low for count in claim.counts if count.outcome == "killed"] == [killed]


WHERE = [
    ("At least 5 killed in Israeli strikes on southern Lebanon", "southern Lebanon", "governorate"),
    ("Shelling killed 4 people in the Donetsk region.", "Donetsk region", "governorate"),
    ("Two men were shot dead by soldiers in Jenin refugee camp.", "Jenin refugee camp", "landmark"),
    ("In Libya, clashes left six dead in Tripoli.", "Tripoli", "city"),
    ("Huge explosion heard in central Kyiv!", "Kyiv", "city"),
    ("قتل 11 شخصا في قصف على مخيم للنازحين قرب الفاشر.", "الفاشر", "city"),
]


@pytest.mark.parametrize(("text", "place", "kind"), WHERE)
def test_where(text: str, place: str, kind: str, knowledge: Knowledge) -> None:
    where = the_event(text, knowledge).where
    assert where is not None
    assert place in where.text
    assert getattr(where.value, "klass", None) == kind


SAID = [
    ("نقلت رويترز عن مصدر عسكري في دمشق قوله إن إسرائيل استهدفت مطار المزة.", ["رويترز", "مصدر عسكري في دمشق"]),
    ("أكد مصدر طبي لوكالة الأناضول وصول جثامين 14 شهيدا إلى مستشفى ناصر", ["وكالة الأناضول", "مصدر طبي"]),
]


@pytest.mark.parametrize(("text", "chain"), SAID)
def test_who_says_it(text: str, chain: list[str], knowledge: Knowledge) -> None:
    assert [speaker.name for speaker in the_event(text, knowledge).speakers] == chain


def test_what_is_neither_confirmed_nor_denied_is_questioned(knowledge: Knowledge) -> None:
    text = "The ministry said it could neither confirm nor deny reports that 10 fishermen were killed."
    assert the_event(text, knowledge).polarity == "questioned"


NONE = ["من المتوقع أن تقصف الطائرات المدينة الليلة", "Police questioned a bombing suspect in Orda."]


@pytest.mark.parametrize("text", NONE)
def test_what_is_foreseen_and_who_somebody_is_are_no_event(text: str, knowledge: Knowledge) -> None:
    assert not extract_text(text, knowledge=knowledge).claims


LABELLED = [
    (
        "Killed: 2 civilians and a nurse. Wounded: 5 people.",
        {("killed", 3), ("killed", 2), ("killed", 1), ("injured", 5)},
    ),
    ("قصف على سرمين\nالشهداء: 3 مدنيين\nالجرحى: 7", {("killed", 3), ("injured", 7)}),
]


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_a_label_and_a_figure(text: str, expected: set[tuple[str, float]], knowledge: Knowledge) -> None:
    claims = extract_text(text, knowledge=knowledge).claims
    assert {(one.outcome, one.low) for claim in claims for one in claim.counts} == expected


def test_who_closes_a_headline_behind_a_colon_says_it(knowledge: Knowledge) -> None:
    claim = the_event("12 killed in strike on Rafah: health ministry", knowledge)
    assert [speaker.name for speaker in claim.speakers] == ["health ministry"]

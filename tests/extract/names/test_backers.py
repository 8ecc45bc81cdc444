"""Whose groups they are, told in one word or in several, and what says nothing of the kind."""

import pytest

from ascertain.extract.names import find_actors
from ascertain.knowledge import Knowledge, load
from ascertain.model import Actor
from ascertain.resolve.actors import resolve_actors
from ascertain.text import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def named(text: str, knowledge: Knowledge, *countries: str) -> dict[str, str]:
    found = resolve_actors(find_actors(Document(text), None, knowledge), knowledge, countries=countries)
    return {mention.text: mention.value.id for mention in found if isinstance(mention.value, Actor)}


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("قصفت الميليشيات المدعومة من إيران البلدة", "الميليشيات المدعومة من إيران", "ir.militias"),
        ("قصفت الميليشيات التابعة لإيران البلدة", "الميليشيات التابعة لإيران", "ir.militias"),
        ("قصفت المجموعات المدعومة إيرانياً البلدة", "المجموعات المدعومة إيرانياً", "ir.militias"),
        ("قصفت ميليشيات تدعمها روسيا البلدة", "ميليشيات تدعمها روسيا", "ru.backed"),
        ("قتل برصاص فصيل مدعوم من أنقرة", "فصيل مدعوم من أنقرة", "sna"),
        ("قصفت المجموعات الإرهابية التابعة لإيران البلدة", "المجموعات الإرهابية التابعة لإيران", "ir.militias"),
        ("قصفت تنظيمات إرهابية مدعومة من النظام التركي البلدة", "تنظيمات إرهابية مدعومة من النظام التركي", "sna"),
        ("قصفت فصائل مدعومة من قطر والسعودية البلدة", "فصائل مدعومة من قطر والسعودية", "qa.backed"),
        ("قصفت ميليشيا موالية للنظام البلدة", "ميليشيا موالية للنظام", "sy.armed_forces"),
        ("قصفت القوات التركية والفصائل الموالية لها البلدة", "الفصائل الموالية لها", "sna"),
        ("قصف لقوات النظام والميليشيات المساندة له", "الميليشيات المساندة له", "sy.armed_forces"),
        ("Turkish forces and their proxies fled.", "proxies", "sna"),
        ("Turkish forces and their affiliated factions fled.", "factions", "sna"),
        ("Groups supported by Turkey shelled the mill.", "Groups supported by Turkey", "sna"),
        ("Militias that are backed by Qatar and Oman fled.", "Militias that are backed by Qatar and Oman", "qa.backed"),
        ("A UAE-backed militia shelled the mill.", "UAE-backed militia", "ae.backed"),
        ("Pro-Russian militia shelled the mill.", "Pro-Russian militia", "ru.backed"),
        ("An Iran-aligned armed group shelled the mill.", "Iran-aligned armed group", "ir.militias"),
    ],
)
def test_groups_are_those_whom_somebody_backs(knowledge: Knowledge, text: str, words: str, id: str) -> None:
    assert named(text, knowledge, "SY").get(words) == id, named(text, knowledge, "SY")


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("هاجم عناصر تابعون لتنظيم داعش القرية", "عناصر تابعون لتنظيم داعش", "isis"),
        ("قصفت مدفعية تابعة لقوات النظام القرية", "مدفعية تابعة لقوات النظام", "sy.armed_forces"),
        ("ميليشيا مرتبطة بالحرس الثوري الإيراني", "ميليشيا مرتبطة بالحرس الثوري الإيراني", "ir.irgc"),
        ("Militants linked to al-Qaeda fled.", "Militants linked to al-Qaeda", "al_qaeda"),
        ("Fighters loyal to Haftar fled.", "Fighters loyal to Haftar", "ly.haftar"),
        ("Gunmen believed to be affiliated with Hamas fled.", "Gunmen believed to be affiliated with Hamas", "hamas"),
    ],
)
def test_a_partys_own_men_are_the_party(knowledge: Knowledge, text: str, words: str, id: str) -> None:
    assert named(text, knowledge).get(words) == id, named(text, knowledge)


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("قصفت جماعة الحوثي المدعومة من إيران المدينة", "جماعة الحوثي المدعومة من إيران", "houthis"),
        ("قصفت قوات الدعم السريع المدعومة إماراتيا المدينة", "قوات الدعم السريع المدعومة إماراتيا", "sd.rsf"),
        ("Iranian-backed Houthi terrorists fled.", "Iranian-backed Houthi terrorists", "houthis"),
        ("The US-backed SDF shelled the mill.", "US-backed SDF", "sdf"),
        ("Syrian troops backed by Russian warplanes fled.", "Syrian troops", "sy.armed_forces"),
        ("Syrian troops backed by Russian warplanes fled.", "Russian warplanes", "ru.air_force"),
        ("Rebels backed by Turkish artillery fled.", "Rebels", "sy.opposition"),
    ],
)
def test_a_party_with_a_name_stays_itself(knowledge: Knowledge, text: str, words: str, id: str) -> None:
    assert named(text, knowledge, "SY").get(words) == id, named(text, knowledge, "SY")


def test_militias_of_another_land_are_not_those_of_whom_they_support(knowledge: Knowledge) -> None:
    found = named("قصفت قوات النظام والميليشيات الروسية المساندة له البلدة", knowledge, "SY")
    assert list(found.values()).count("sy.armed_forces") == 1


def test_whom_a_state_backs_depends_on_where(knowledge: Knowledge) -> None:
    text = "Iran-aligned armed factions attacked a convoy."
    assert set(named(text, knowledge, "YE").values()) == {"houthis"}
    assert set(named(text, knowledge, "IQ").values()) == {"ir.militias"}


def test_the_groups_of_a_backer_whom_no_pack_knows_are_one_party(knowledge: Knowledge) -> None:
    texts = ("Eritrean-backed militias fled.", "Fighters funded by Eritrea fled.", "فرت ميليشيات مدعومة من إريتريا")
    assert {id for text in texts for id in named(text, knowledge, "ET").values()} == {"er.backed"}
    [mention] = resolve_actors(find_actors(Document(texts[0]), None, knowledge), knowledge)
    assert isinstance(mention.value, Actor)
    assert [(tie.kind, tie.to) for tie in mention.value.relations] == [("proxy_of", "er")]
    assert mention.value.name == "Groups backed by Eritrea"


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ('قصفت ميليشيا "قسد" البلدة', 'ميليشيا "قسد"', "sdf"),
        ("داهمت قوات “الدعم السريع” منزلا", "قوات “الدعم السريع”", "sd.rsf"),
        ("قصف للنظام على البلدة", "نظام", "sy.government"),
        ("قصفت قوات حكومة دمشق البلدة", "قوات حكومة دمشق", "sy.armed_forces"),
        ("أعلنت حكومة صنعاء الحداد", "حكومة صنعاء", "ye.government"),
    ],
)
def test_names_in_quotation_marks_behind_particles_and_by_capitals(
    knowledge: Knowledge, text: str, words: str, id: str
) -> None:
    assert named(text, knowledge).get(words) == id, named(text, knowledge)


def test_a_regime_is_that_of_the_land_beside_it(knowledge: Knowledge) -> None:
    assert named("قصف النظام التركي القرية", knowledge) == {"النظام التركي": "tr"}
    assert named("قصف النظام السوري القرية", knowledge) == {"النظام السوري": "sy.government"}


@pytest.mark.parametrize(
    "text",
    ["A strike hit Turkish-backed areas.", "بلدة سرمين التابعة لمحافظة إدلب", "The plan is supported by villagers."],
)
def test_what_is_no_group_is_backed_by_nobody(knowledge: Knowledge, text: str) -> None:
    assert named(text, knowledge) == {} or all("backed" not in id for id in named(text, knowledge).values())


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Five assailants with the armed group Al Shabaab stormed a hotel.", {"al_shabaab"}),
        ("Rebels clashed with Al Shabaab in Orda.", {"al_shabaab"}),
        ("Fighters affiliated with the al-Qaida-linked JNIM group attacked Orda.", {"jnim"}),
    ],
)
def test_whose_men_a_sentence_begins_with(text: str, ids: set[str], knowledge: Knowledge) -> None:
    found = [mention.parsed for mention in find_actors(Document(text), "en", knowledge)]
    assert {one for actor in found for one in actor.actors if not one.startswith("generic")} == ids

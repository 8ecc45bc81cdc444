from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.extract.names import find_actors, find_equipment
from ascertain.knowledge import load
from ascertain.resolve.actors import resolve_actors
from ascertain.text import Document


@pytest.fixture(scope="module")
def knowledge():
    return load()


def read(text, knowledge, **context):
    return resolve_actors(find_actors(Document(text), None, knowledge), knowledge, **context)


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("The SDF said that it lost two positions.", "SDF", "sdf"),
        ("Russian warplanes bombed the market.", "Russian warplanes", "ru.air_force"),
        ("Danish warplanes bombed the depot.", "Danish warplanes", "dk.air_force"),
        ("The US-led coalition struck the convoy.", "US-led coalition", "coalition"),
        ("Assad's forces shelled the town.", "Assad's forces", "sy.armed_forces"),
        ("Fighters of the Islamic State attacked.", "Fighters of the Islamic State", "isis"),
        ("Israel struck the airport.", "Israel", "il"),
        ("الطيران الروسي استهدف البلدة", "الطيران الروسي", "ru.air_force"),
        ("طائرات حربية روسية قصفت البلدة", "طائرات حربية روسية", "ru.air_force"),
        ("قصفت قوات النظام القرية", "قوات النظام", "sy.armed_forces"),
        ("قصف لقوات النظام على القرية", "قوات النظام", "sy.armed_forces"),
        ("عناصر من قسد داهموا القرية", "قسد", "sdf"),
        ("مقاتلي داعش هاجموا الحاجز", "مقاتلي داعش", "isis"),
        ("المدفعية التركية قصفت القرية", "المدفعية التركية", "tr.armed_forces"),
        ("بقصف روسي على الأحياء", "روسي", "ru"),
        ("اتهمت روسيا خصومها", "روسيا", "ru"),
        ("الميليشيات الإيرانية انتشرت", "الميليشيات الإيرانية", "ir.militias"),
    ],
)
def test_a_party_is_found_in_its_words_and_known(knowledge, text, words, id):
    found = {mention.text: mention.value.id for mention in read(text, knowledge)}
    assert found.get(words) == id, found


@pytest.mark.parametrize(
    "text",
    [
        "The vote is open to all.",
        "He lived in Israel and in Turkey.",
        "الأمر الذي أدى إلى تأجيل الموعد",
        "وصل إلى سوريا في الصباح",
    ],
)
def test_what_names_no_party_is_left_alone(knowledge, text):
    assert read(text, knowledge) == []


def test_the_day_before_a_party_is_no_part_of_its_name(knowledge):
    found = [mention.text for mention in read("May 18 #Coalition struck the convoy.", knowledge)]
    assert found and all("18" not in words for words in found)


def test_a_side_is_kept_as_said(knowledge):
    mention = read("The regime shelled the camp.", knowledge)[0]
    assert mention.parsed.epithet
    assert mention.text == "The regime" or mention.text == "regime"


def test_whose_occupation_it_is_follows_from_the_country_spoken_of(knowledge):
    found = read("قصفت طائرات الاحتلال غزة، وأدانت حماس القصف. الاحتلال ينفي", knowledge)
    assert {m.text: m.value.id for m in found}["الاحتلال"] == "il.armed_forces"
    assert read("The occupation denied it.", knowledge)[0].value.id == "generic.occupation"


def test_relations_are_those_of_the_day(knowledge):
    before = read("قوات النظام قصفت", knowledge, published_at="2021-05-01")[0].value
    after = read("قوات النظام قصفت", knowledge, published_at="2025-05-01")[0].value
    assert [tie.to for tie in before.relations] == ["sy.government"]
    assert after.relations == ()


@pytest.mark.parametrize(
    ("text", "name", "private"),
    [
        ("Foreign Secretary Philip Marlowe said no.", "Philip Marlowe", False),
        ("Aziza al Karim, a farmer, was killed.", "Aziza al Karim", True),
        ("استشهاد الطفلة سلمى القاسمي جراء القصف", "سلمى القاسمي", True),
        ("العقيد محمود العلي أكد ذلك", "محمود العلي", False),
    ],
)
def test_people_are_found_and_private_ones_marked(knowledge, text, name, private):
    people = [m for m in read(text, knowledge) if m.value.type == "person"]
    assert any(name in person.text and person.value.private is private for person in people), people


def test_an_acronym_that_is_a_word_is_found_in_capitals_only(knowledge):
    assert [m.text for m in read("IS attacked. It is quiet now.", knowledge)] == ["IS"]


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("five T-62 tanks advanced", "T-62", "tank"),
        ("a ZSU-23-4 Shilka was hit", "ZSU-23-4 Shilka", "air_defence"),
        ("two Su-24M jets", "Su-24M", "aircraft"),
        ("a BTR-90 burned", "BTR-90", "apc"),
        ("Shahed-136 drones", "Shahed-136", "drone"),
        ("براميل متفجرة على البلدة", "براميل متفجرة", "bomb"),
        ("بصاروخ موجه", "صاروخ موجه", "missile"),
        ("الطيران المسيّر", "الطيران المسيّر", "drone"),
        ("قذائف المدفعية الثقيلة", "قذائف المدفعية الثقيلة", "shell"),
        ("لغم أرضي", "لغم أرضي", "mine"),
        ("the USS Orda Star left", "USS Orda Star", "ship"),
    ],
)
def test_equipment_is_found_by_name_and_designation(knowledge, text, words, category):
    found = {m.text: m.parsed.category for m in find_equipment(Document(text), None, knowledge)}
    assert any(words.endswith(text) and of == category for text, of in found.items()), found


def test_a_word_that_is_a_weapon_only_with_a_capital_is_left_alone(knowledge):
    assert find_equipment(Document("a patriot saw a hawk and an arrow"), None, knowledge) == []


@given(st.text())
def test_every_span_quotes_the_text_and_none_overlap(knowledge, text):
    words = f"{text} Russian warplanes {text} قوات النظام T-62{text}"
    for find in (find_actors, find_equipment):
        found = find(Document(words), None, knowledge)
        assert all(words[m.start : m.end] == m.text for m in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Daniel Orlov came to the square. Daniel said that he saw them.", ["Daniel Orlov", "Daniel"]),
        ("Daniel came to the square before Daniel Orlov did.", ["Daniel Orlov"]),
    ],
)
def test_the_first_name_alone_of_somebody_named_in_full(text, people, knowledge):
    actors = find_actors(Document(text), None, knowledge)
    assert [actor.text for actor in actors if getattr(actor.parsed, "type", None) == "person"] == people


@pytest.mark.parametrize("text", ["Family members were killed.", "قتل أفراد العائلة", "قتل أفراد أسرة كاملة"])
def test_members_of_a_family_bear_no_arms(knowledge, text):
    assert [mention.parsed.type for mention in read(text, knowledge)] == ["civilians"]

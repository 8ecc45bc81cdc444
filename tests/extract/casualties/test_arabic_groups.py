"""Who the dead are, in Arabic: no child for a president's son, no woman for a town, no fighter for a rescuer."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge():
    return load()


def killed(text, knowledge):
    claims = extract(Item(id="x", text=text, lang="ar"), knowledge).claims
    counts = [count for claim in claims for count in claim.counts if count.outcome == "killed"]
    return [(count.low, count.group) for count in counts if count.part_of is None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قصف عنيف يحصد 54 قتيلا في أم درمان.", [(54, "unknown")]),
        ("أنباء عن مقتل سالم نجل الرئيس السابق في الغارة على أوردة.", [(1, "unknown")]),
        ("ذكرت فرق الدفاع المدني مقتل أحد عناصرها في القصف على أوردة.", [(1, "civilians")]),
        ("أعلنت قوات سوريا الديمقراطية مقتل أحد عناصرها بقصف على أوردة.", [(1, "combatants")]),
        ("أدت الغارات على أوردة إلى استشهاد عنصر في الدفاع المدني.", [(1, "civilians")]),
        ("مقتل عنصر من قوات النظام في مستشفى أوردة بقصف مدفعي.", [(1, "combatants")]),
        ("قصف الجيش مقرا في أوردة وتم القضاء على 19 مخربا.", [(19, "combatants")]),
        ("قصف الجيش أوردة بهدف القضاء على التنظيم.", []),
    ],
)
def test_of_which_group_they_are(text, told, knowledge):
    assert killed(text, knowledge) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قصفت طائرات حربية مدنيين تجمعوا لتشييع جثمان أحد المسؤولين في أوردة.", []),
        ("سقط عشرات القتلى في استهداف قاعة حضروا إليها لتقديم العزاء في وفاة والد المختار.", [(None, "unknown")]),
        ("تشييع جثامين ستة شهداء قضوا بقصف أمس على أوردة.", [(6, "unknown")]),
        ("شارك المئات في تشييع جثمان طفل قتل برصاص الجيش في أوردة.", [(1, "children"), (None, "children")]),
    ],
)
def test_whoever_is_mourned_died_before(text, told, knowledge):
    assert killed(text, knowledge) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("انفجار في أوردة أمس، ما أودى بحياة 32 على الأقل وإصابة عشرة.", [(32, "unknown")]),
        ("نفى مسؤوليته عن الهجوم الذي أودى بحياة أكثر من 140 شخصا في أوردة.", [(140, "unknown")]),
    ],
)
def test_whom_a_verb_of_two_words_took_stands_behind_it(text, told, knowledge):
    assert killed(text, knowledge) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قتلى وجرحى في صفوف قوات النظام بريف حلب.", [(None, "combatants")]),
        ("قتلى وجرحى بين الفصائل والقوات الحكومية في حلب.", [(None, "combatants")]),
        ("3 قتلى و5 جرحى من قسد بقصف على حلب.", [(3, "combatants")]),
        ("سقوط قتلى وجرحى بصفوف الطرفين في اشتباكات حلب.", [(None, "combatants")]),
        ("قتلى وجرحى بين المدنيين بقصف على حلب.", [(None, "civilians")]),
        ("قتلى مدنيون وجرحى من الجيش بقصف على حلب.", [(None, "civilians")]),
    ],
)
def test_the_dead_are_whoever_the_hurt_are_that_are_joined_to_them(text, told, knowledge):
    assert killed(text, knowledge) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("استهدف الطيران رتلا للجيش شرق حلب وقتل ثلاثة منهم.", [(3, "unknown")]),
        ("استهدف الطيران مقرات التنظيم شرق حلب ما أسفر عن مقتل عدد منهم.", [(None, "unknown")]),
        ("قتل عشرة أشخاص في قصف على حلب، ثلاثة منهم أطفال.", [(10, "unknown")]),
    ],
)
def test_so_many_of_those_struck_are_counted(text, told, knowledge):
    assert killed(text, knowledge) == told

"""Who does what is told behind "that", what houses and cars do not do, accidents, aims, and times of something else."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _names(claim: Claim) -> list[str]:
    return [party.name for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("وأشارت وكالة الأنباء إلى أن قوات الجيش اقتحمت بلدة أوردة ونشرت دورياتها.", ["قوات الجيش"]),
        ("وأشار المرصد السوري إلى أن القوات التركية قصفت قرية أوردة.", ["القوات التركية"]),
        ("لاحقت قوة إسرائيلية مركبة فلسطينية في بلدة أوردة وأطلقت النار عليها فأصيب راكب.", ["قوة إسرائيلية"]),
        ("كانت أجهزة النظام قد عمدت أمس إلى مداهمة منازل المدنيين في بلدة أوردة.", ["أجهزة النظام"]),
    ],
)
def test_who_does_it_stands_right_before_the_verb_or_behind_another(text: str, doers: list[str], told: Told) -> None:
    assert [_names(claim) for claim in told(text)] == [doers]


def test_houses_of_a_nation_raid_nobody(told: Told) -> None:
    claims = told("أضاف الشهود أن الجيش الإسرائيلي تمركز وسط أوردة، وداهم عدة منازل فلسطينية فيها.")
    assert [_names(claim) for claim in claims if claim.event == "raid"] == [["الجيش الإسرائيلي"]]


@pytest.mark.parametrize(
    "text",
    [
        "قتل شاب وأصيب اثنان في مدينة جاسم جراء انفجار جرة غاز في محل.",
        "توفيت سيدة في بلدة أوردة جراء انفجار أسطوانة غاز في منزلها.",
        "أصيب طفل في بلدة أوردة بجروح نتيجة هجوم كلاب شاردة.",
        "وتسعى قوات الدعم السريع للسيطرة على الفاشر.",
    ],
)
def test_an_accident_and_an_aim_are_no_event(text: str, told: Told) -> None:
    assert told(text) == []


def test_who_died_of_gas_did_not_die_of_the_shelling_told_before(told: Told) -> None:
    claims = told("قتل ثلاثة بقصف مدفعي على بلدة أوردة.\nوتوفيت سيدة في بلدة سارون جراء انفجار أسطوانة غاز.")
    assert [count.low for claim in claims for count in claim.counts] == [3]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("للمرة الثانية صباح السبت الجيش يقصف مركز إيواء في أوردة.", "صباح السبت"),
        ("قصف الجيش حي الربع الأول وسط بلدة أوردة.", None),
        ("أسفر القصف على أوردة عن إصابة 21 مدنياً يتلقون العلاج حالياً بالمستشفى.", None),
    ],
)
def test_turns_quarters_and_treatment_give_no_time(text: str, when: str | None, told: Told) -> None:
    (claim,) = told(text)
    assert (claim.when.text if claim.when else None) == when


@pytest.mark.parametrize(
    "text",
    [
        "ترتفع أعداد الهجمات ومحاولات الاغتيال عبر تفجير عبوات وإطلاق نار نفذتها خلايا مسلحة إلى 610 هجمات.",
        "كثفت طائرات الاستطلاع الإسرائيلية من طلعاتها الجوية فوق بلدة أوردة.",
        "شنت إسرائيل في 8 أكتوبر 2018 عدواناً على لبنان تحول إلى حرب واسعة، ما أسفر عن 4 آلاف قتيل.",
    ],
)
def test_attacks_that_are_numbered_planes_that_look_and_a_wars_dead_are_no_one_event(text: str, told: Told) -> None:
    assert told(text) == []


def test_what_was_charged_on_another_day_has_not_the_day_of_the_event_before(told: Told) -> None:
    claims = told(
        "قصفت الطائرات سوقاً في أوردة مساء الثلاثاء.\n"
        "وكان الجيش قد اتهم، الجمعة الماضي، قوات الدعم السريع بشن غارة على مسجد في أوردة."
    )
    assert [claim.when.text if claim.when else None for claim in claims] == ["مساء الثلاثاء", None]


def test_who_announces_its_own_shelling_did_it(told: Told) -> None:
    claims = told('أعلنت جماعة "حزب الله" اللبنانية، الثلاثاء، قصفها بصاروخين موجهين قوة إسرائيلية في بلدة أوردة.')
    assert [(_names(claim), [party.name for party in claim.targets]) for claim in claims] == [
        (['جماعة "حزب الله" اللبنانية'], ["قوة إسرائيلية"])
    ]

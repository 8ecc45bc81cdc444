"""What a side announces of itself, behind what it is called; fights that break out; what was only seen."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _names(claim: Claim) -> list[str]:
    return [party.name for party in claim.perpetrators]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت كتائب القسام، الجناح العسكري لحركة حماس، أمس، قصفها بقذائف الهاون تحشدات العدو في بلدة أوردة.",
        "أعلنت كتائب القسام، الجناح المسلح لحركة حماس، الأربعاء، استهداف دبابة إسرائيلية في بلدة أوردة.",
        "أعلنت كتائب القسام، الجناح العسكري لحماس، عن تنفيذ عملية استهدفت تجمعاً لجنود العدو في بلدة أوردة.",
    ],
)
def test_who_announces_a_deed_of_its_own_is_named_before_what_it_is(text: str, told: Told) -> None:
    assert [_names(claim) for claim in told(text)] == [["كتائب القسام"]]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش، صباح اليوم، مقتل جندي بقصف على موقع في بلدة أوردة.",
        "أعلنت قوى الأمن الداخلي استهداف مركز لها في بلدة أوردة.",
        "أكد الجيش الإسرائيلي رصد إطلاق صاروخين من غزة باتجاه بلدة أوردة.",
        "أعلنت كتائب القسام أنها أوقعت قوة إسرائيلية بين قتيل وجريح في تفجير في بلدة أوردة وقصف المكان بقذائف.",
    ],
)
def test_whom_it_befell_and_who_saw_it_did_not_do_it(text: str, told: Told) -> None:
    assert [_names(claim) for claim in told(text)] == [[]]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("اندلعت اشتباكات في بلدة أوردة أمس.", ["armed_clash"]),
        ("شهدت بلدة أوردة، أمس، اشتباكات مسلحة.", ["armed_clash"]),
        ("تشهد بلدة أوردة اشتباكات متكررة.", []),
        ("لم تقدّم الوزارة أي توضيحات حول ما جرى في بلدة أوردة.", []),
    ],
)
def test_a_fight_that_broke_out_is_told_without_its_sides(text: str, events: list[str], told: Told) -> None:
    assert [claim.event for claim in told(text)] == events


def test_a_burning_tank_was_not_shot_at(told: Told) -> None:
    claims = told("استهدف المقاتلون دبابة في بلدة أوردة، ما أدى إلى اشتعال النيران بداخلها.")
    assert [claim.event for claim in claims] == ["attack"]


def test_dead_or_hurt_that_nobody_counts_are_none(told: Told) -> None:
    (claim,) = told("لم يسجّل في الحال سقوط قتلى أو جرحى جراء الاشتباكات في بلدة أوردة.")
    assert [(count.outcome, count.high) for count in claim.counts] == [("killed", 0), ("injured", 0)]


def test_a_clause_of_its_own_behind_and_did_not_kill_those_before_it(told: Told) -> None:
    claims = told("شهيدان في بلدة أوردة واعتداءات المستوطنين تتصاعد في بلدة سارون.")
    assert [claim.event for claim in claims if claim.counts] == ["killing"]


def test_whom_somebody_tried_to_stab_did_not_shoot_him(told: Told) -> None:
    claims = told("تحييد مسلح بإطلاق النار قرب بلدة أوردة، بعدما حاول طعن جنود من الجيش.")
    assert [_names(claim) for claim in claims] == [[]]


def test_one_of_the_hurt_who_died_is_counted(told: Told) -> None:
    (claim,) = told("أصيب 3 مدنيين برصاص قناص في بلدة أوردة، توفي أحدهم قبل وصوله إلى المستشفى.")
    assert [(count.outcome, count.low) for count in claim.counts] == [("injured", 3), ("killed", 1)]


def test_a_years_sum_is_of_no_one_event(told: Told) -> None:
    assert told("أشار القائد إلى أن إجمالي من تم قتلهم من المسلحين خلال العام 2019 بلغ نحو 50 قتيلاً.") == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("توغلت قوات إسرائيلية في بلدة أوردة قبل أن تنسحب منها بعد عدة ساعات.", None),
        ("قصف الجيش بلدة أوردة يوم الأحد، وعاد لقصفها بعد ساعات.", "يوم الأحد"),
    ],
)
def test_so_long_after_counts_from_what_was_told_and_not_from_now(text: str, when: str | None, told: Told) -> None:
    assert {claim.when.text if claim.when else None for claim in told(text)} == {when}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("والقائد يتوعد بتحرير البلاد من “المرتزقة” في مدينة الفاشر.", [[], []]),
        ("تمكن الجيش من تحرير بلدة أوردة من قوات الدعم السريع.", [["الجيش"]]),
        ("قتل عنصران باستهداف مسلحين مجهولين لسيارتهم في درعا.", [["مسلحين مجهولين لسيارتهم"]]),
        ("أطلق الجنود الرصاص بعد الاشتباه بوجود دراجة مفخخة في بلدة أوردة.", [["الجنود"]]),
    ],
)
def test_from_whom_a_town_is_freed_and_whose_car_was_hit(text: str, doers: list[list[str]], told: Told) -> None:
    assert [_names(claim) for claim in told(text)] == doers


def test_an_agencys_name_is_no_town(told: Told) -> None:
    (claim,) = told("سمع صحافي في فرانس برس أزير رصاص كثيف في طرابلس.")
    assert claim.where is not None and claim.where.text == "طرابلس"

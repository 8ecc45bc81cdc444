"""Arabic: a doer and whom or what he hit in one phrase, who was taken captive, whose men acted, who only accuses."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _names(claim: Claim) -> tuple[list[str], list[str]]:
    return [one.name for one in claim.perpetrators], [one.name for one in claim.targets]


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        ("قتل الجيش القيادي سامر الحداد قرب أوردة.", ["الجيش"], ["القيادي سامر"]),
        ("قتلت قوات الأمن العقيد المنشق سالم الناجي في أوردة.", ["قوات الأمن"], ["العقيد المنشق سالم الناجي"]),
        ("دكت المقاومة مستوطنة أوردة بالصواريخ.", ["المقاومة"], ["مستوطنة أوردة"]),
        ("قصفت القوات بالمدفعية الثقيلة بلدة أوردة.", ["القوات"], ["بلدة أوردة"]),
        ("استهدفت القوات المتمركزة في بلدة سارون بلدة أوردة بالهاون.", ["القوات المتمركزة"], ["بلدة أوردة"]),
        ("قال الفصيل إن مجاهديه قصفوا ثكنة في أوردة.", ["الفصيل"], ["ثكنة"]),
        ("قال الفصيل في بيان: قصف مجاهدونا مدينة أوردة بالصواريخ.", ["الفصيل"], ["مدينة أوردة"]),
        ("هاجم مسلحان يتبعان لتنظيم داعش حاجزا في أوردة.", ["تنظيم داعش"], ["حاجزا"]),
    ],
)
def test_who_did_it_and_who_was_struck_are_two(text: str, doers: list[str], struck: list[str], told: Told) -> None:
    assert [_names(claim) for claim in told(text)] == [(doers, struck)]


@pytest.mark.parametrize(
    ("text", "doers", "taken"),
    [
        ("تمكن مقاتلو الفصيل من أسر 3 جنود قرب أوردة.", ["مقاتلو الفصيل"], [3]),
        ("أسر الجيش 4 مسلحين قرب أوردة.", ["الجيش"], [4]),
        ("أسر مقاتلو المجموعة ضابطين من الجيش قرب أوردة.", ["مقاتلو المجموعة"], [2]),
        ("تم أسر 6 عناصر من قوات النظام في أوردة.", [], [6]),
    ],
)
def test_who_was_taken_captive(text: str, doers: list[str], taken: list[int], told: Told) -> None:
    (claim,) = told(text)
    assert (claim.event, _names(claim)[0]) == ("detention", doers)
    assert [(one.outcome, one.high) for one in claim.counts] == [("captured", taken[0])]


@pytest.mark.parametrize(
    "text", ["زار الوزير أسر ثلاثة جنود في أوردة.", "سلمت الإدارة 40 امرأة من أسر عناصر التنظيم في أوردة."]
)
def test_families_are_not_taken_captive(text: str, told: Told) -> None:
    assert not [claim for claim in told(text) if claim.event == "detention"]


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثمانية مدنيين في قصف على أوردة، وهو الهجوم الأكبر منذ 3 أسابيع.",
        "في أعنف قصف منذ أسبوع، قتل 4 أشخاص في أوردة.",
    ],
)
def test_what_it_is_the_worst_since_is_no_day_of_its_own(text: str, told: Told) -> None:
    assert [claim.when for claim in told(text)] == [None]


def test_how_long_ago_it_was_is_its_day(told: Told) -> None:
    assert [claim.when is not None for claim in told("قصف الجيش بلدة أوردة منذ يومين.")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "قتل سبعة أشخاص في ضربة على أوردة، بحسب مصدر طبي، محملا قوات النظام المسؤولية عنها.",
        "قال مصدر طبي إن سبعة أشخاص قتلوا في ضربة على أوردة، متهما قوات النظام بتنفيذها.",
    ],
)
def test_who_is_accused_by_who_spoke_before_says_nothing(text: str, told: Told) -> None:
    assert [one.name for claim in told(text) for one in claim.speakers] == ["مصدر طبي"]


def test_who_is_charged_with_a_deed_says_nothing(told: Told) -> None:
    text = "اعتقلت الشرطة رجلا متهما بقتل جنديين في أوردة."
    assert not [claim for claim in told(text) if claim.speakers]


def test_a_town_that_is_called_as_a_battle_is(told: Told) -> None:
    (claim,) = told("غارة على بلدة معركة أدت إلى استشهاد أربعة أشخاص.")
    assert (claim.event, claim.counts[0].high) == ("air_strike", 4)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قتل 3 أشخاص في غارة على أوردة. وأدت غارة على زيتونا الشرقية إلى مقتل شخصين.", ["زيتونا الشرقية"]),
        ("أسرت القوات 12 جنديا في بلدة تارا الاثنين.", ["بلدة تارا"]),
    ],
)
def test_where_it_was(text: str, where: list[str], told: Told) -> None:
    assert [claim.where.text for claim in told(text) if claim.where is not None] == where


def test_after_what_arms_a_body_is_called_nobody_was_hit_with_them(told: Told) -> None:
    (claim,) = told("هاجمت مجموعة مسلحة نقطة تابعة لكتيبة دبابات في أوردة، ما أدى إلى مقتل جنديين.")
    assert (claim.event, claim.means) == ("ground_offensive", ())


def test_an_employee_who_was_killed_counts_as_one(told: Told) -> None:
    (claim,) = told("قتل موظف في هجوم على أوردة.")
    assert [(one.outcome, one.high) for one in claim.counts] == [("killed", 1)]

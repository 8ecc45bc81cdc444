"""Arabic events from which a time is counted: what was so long before is told apart, with its own day and toll."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _each(claims: list[Claim]) -> set[tuple[str, str, str | None, tuple[float | None, ...]]]:
    return {
        (
            one.mood,
            one.where.text if one.where else "",
            one.when.text if one.when else None,
            tuple(count.low for count in one.counts),
        )
        for one in claims
    }


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("قصفت طائرات روسية اليوم الجمعة بلدة أوردا بعد يومين من قصف مدفعي على بلدة سارمين أدى إلى مقتل ثلاثة مدنيين.",
         {("actual", "بلدة أوردا", "اليوم الجمعة", ()), ("recalled", "بلدة سارمين", "بعد يومين", (3,))}),
        ("بعد يومين من غارة على بلدة سارمين، قصفت طائرات روسية بلدة أوردا، ما أدى إلى مقتل ثلاثة مدنيين.",
         {("recalled", "بلدة سارمين", "بعد يومين", ()), ("actual", "بلدة أوردا", None, (3,))}),
        ("نفذ الطيران غارة اليوم على بلدة أوردا، بعد أقل من يومين على تنفيذه مجزرة فيها، راح ضحيتها أكثر من 60 شهيداً.",
         {("actual", "بلدة أوردا", "اليوم", ()), ("recalled", "", None, (60,))}),
        # how long something went on, and those who died of what befell them before
        ("قتل ثلاثة مدنيين بعد ثلاثة أيام من القصف على بلدة أوردا.",
         {("actual", "بلدة أوردا", None, ()), ("actual", "بلدة أوردا", None, (3,))}),
        ("نفذت الطائرات، بعد يوم من محادثات في المدينة، قصفاً على بلدة أوردا أدى إلى مقتل خمسة مدنيين.",
         {("actual", "بلدة أوردا", None, (5,))}),
        ("توفي طفل متأثراً بجراحه بعد يومين من إصابته في غارة على بلدة أوردا.",
         {("recalled", "بلدة أوردا", "بعد يومين", (1,))}),
    ],
)  # fmt: skip
def test_what_was_so_long_before_is_another_event(
    text: str, each: set[tuple[str, str, str | None, tuple[float | None, ...]]], told: Told
) -> None:
    assert _each(told(text)) == each


@pytest.mark.parametrize(
    ("text", "event", "when"),
    [
        ("شنت قسد حملة دهم في بلدة أوردا، على خلفية مشاركة الأهالي بالاحتجاجات التي اندلعت قبل يومين.", "raid", None),
        ("شنت قسد حملة دهم في بلدة أوردا، على خلفية مشاركة الأهالي بالاحتجاجات التي اندلعت قبل يومين.", "protest",
         "قبل يومين"),
        ("قتل شاب برصاص مسلحين في بلدة أوردا، بعد أن اختطف قبل يومين.", "shooting", None),
        ("توفي شاب أمس الأحد متأثراً بإصابته جراء انفجار عبوة ناسفة في بلدة أوردا.", "bombing", None),
        # what must stay: the day of the wound, the day of the deed that a relative tells of itself
        ("توفي شاب متأثراً بإصابته أمس الأحد جراء انفجار عبوة ناسفة في بلدة أوردا.", "bombing", "أمس الأحد"),
        ("قتل رجلان في القصف الذي استهدف بلدة أوردا أمس.", "shelling", "أمس"),
    ],
)  # fmt: skip
def test_the_day_of_another_event_is_not_its_own(text: str, event: str, when: str | None, told: Told) -> None:
    (claim,) = (one for one in told(text) if one.event == event)
    assert (claim.when.text if claim.when else None) == when


def test_a_heading_s_day_of_what_was_before_is_not_that_of_what_follows(told: Told) -> None:
    claims = told(
        "بعد يوم من هجوم تسبب بسقوط 13 ضحية.. القوات تقصف بلدة أوردا\nقصفت القوات بلدة أوردا ما أدى إلى مقتل طفل."
    )
    assert [one.when.text if one.when else None for one in claims if one.event == "shelling"] == [None, None]


def test_a_day_of_saying_is_not_that_of_what_another_is_given_for(told: Told) -> None:
    claims = told(
        "قال المرصد اليوم الجمعة إن أربعة سقطوا قتلى الليلة الماضية في غارات على بلدة أوردا.\n"
        "قتلى وجرحى بقصف جوي روسي على بلدة أوردا."
    )
    assert [one.when.text if one.when else None for one in claims] == ["الليلة الماضية", "الليلة الماضية"]

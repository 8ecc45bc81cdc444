"""Whose town is named, what a storm strikes, and capitals that speak: none of it is where an attack was."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _where(claim: Claim) -> str | None:
    return claim.where.text if claim.where is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "قتل شاب من مدينة أوردة في مدينة جرابلس برصاص مجهولين.",
        "قتل شاب من أهالي مدينة أوردة في مدينة جرابلس برصاص مجهولين.",
        "استهدفت قذيفة سيارة تقل عائلة من أهالي بلدة أوردة في مدينة جرابلس.",
    ],
)
def test_a_town_that_in_brings_behind_the_one_somebody_is_from_is_where_it_was(text: str, told: Told) -> None:
    assert [_where(claim) for claim in told(text)] == ["مدينة جرابلس"]


def test_whence_somebody_was_driven_is_not_where_she_died(told: Told) -> None:
    (claim,) = told("استشهاد امرأة مهجرة من بلدة أوردة، وتبلغ من العمر 30 عاماً.")
    assert claim.where is None


@pytest.mark.parametrize(
    "text",
    [
        "بعد الزلزال المدمر الذي ضرب بلدة أوردة وصلت المساعدات.",
        "ضرب زلزال عنيف بلدة أوردة وخلف آلاف القتلى.",
        "هزة أرضية تضرب أوردة وتوقع 20 قتيلاً.",
        "خلف الزلزال مئات القتلى في بلدة أوردة.",
    ],
)
def test_what_a_quake_strikes_and_whom_it_kills_nobody_did(text: str, told: Told) -> None:
    assert told(text) == []


def test_an_army_strikes_after_a_quake_and_with_what_is_called_so(told: Told) -> None:
    (claim,) = told("ضربت قوات النظام بلدة أوردة بعد الزلزال، ما أدى إلى مقتل مدني.")
    assert (claim.event, [count.low for count in claim.counts]) == ("attack", [1])


def test_a_capital_that_threatens_was_not_struck(told: Told) -> None:
    claims = told("إصابة جنود بقصف على عفرين وأنقرة تتوعد.")
    assert [_where(claim) for claim in claims if claim.event == "shelling"] == ["عفرين"]


def test_who_stains_a_town_with_blood_shot_nobody(told: Told) -> None:
    assert told("لطخوا المدينة بالدماء.") == []


def test_a_sea_behind_an_elder_is_his_name(told: Told) -> None:
    (claim,) = told("قصفت الطائرات منطقة الشيخ بحر والمنطقة الواقعة قرب أوردة.")
    assert _where(claim) != "بحر والمنطقة"


def test_the_first_of_two_parts_of_a_thread_is_no_day(told: Told) -> None:
    (claim,) = told("2/1ـ مقتل امرأة وإصابة طفلين بقصف صاروخي على مدينة عفرين.")
    assert claim.when is None


def test_somebody_of_a_nation_is_not_its_land(told: Told) -> None:
    (claim,) = told("قتل الجيش مواطناً سورياً في بلدة أوردة.")
    assert _where(claim) == "بلدة أوردة"

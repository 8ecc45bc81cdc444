"""What one item tells of two villages, or of two days of the week, is of two events."""

import pytest

from ascertain.extract.stage import extract
from ascertain.group.stage import tellings_of
from ascertain.group.telling import Telling
from ascertain.knowledge import load
from ascertain.model import Item, Settings
from ascertain.resolve.stage import resolve


def told(text: str) -> list[Telling]:
    knowledge, item = load(), Item(id="a", text=text)
    return tellings_of([item], {"a": resolve(item, extract(item, knowledge), knowledge, Settings())}, Settings(), set())


def test_two_towns_are_two_events_though_a_land_that_holds_both_was_named() -> None:
    text = (
        "قصف مدفعي على ريف إدلب.\nأصيب طفل بقصف مدفعي استهدف بلدة سرمين بريف إدلب.\n"
        "قتل رجل بقصف مدفعي استهدف مدينة جسر الشغور بريف إدلب."
    )
    places = [{place.name for place in one.places} for one in told(text) if one.starts]
    assert not any({"Sarmin", "Jisr ash Shughūr"} <= named for named in places)


def test_what_was_told_of_another_weekday_is_another_event() -> None:
    text = (
        "أصيب عامل بغارة جوية استهدفت محطة مياه في إدلب اليوم الأحد.\n"
        "وأسفرت غارات جوية أمس السبت على إدلب عن مقتل ثلاثة مدنيين."
    )
    starting = [one for one in told(text) if one.starts]
    assert len(starting) == 2
    assert [sorted(one.killed) for one in starting] == [[], [3]]


def test_two_camps_beside_each_other_with_two_tolls_are_two_events() -> None:
    text = (
        "استشهد 18 شخصا في قصف على مدرسة في مخيم النصيرات وسط قطاع غزة.\n"
        "واستشهد فلسطينيان في استهداف تجمع للأهالي في مخيم البريج."
    )
    assert [sorted(one.killed) for one in told(text) if one.starts] == [[18], [2]]


def test_a_site_lies_in_the_town_that_is_written_behind_it() -> None:
    text = (
        "قتل سبعة أشخاص في قصف على مدرسة الأمل في مدينة خان يونس.\n"
        "وقتل أربعة أشخاص في قصف استهدف تجمعا للأهالي في مدينة غزة."
    )
    assert [sorted(one.killed) for one in told(text) if one.starts] == [[7], [4]]


def test_what_a_month_gone_by_saw_is_another_event() -> None:
    text = (
        "قتل ستة مدنيين فجر الاثنين في انفجار سيارة مفخخة في مدينة عفرين.\n"
        "وكان قتل تسعة مدنيين بانفجار سيارة مفخخة في سوق مدينة عفرين في شهر تشرين الأول الماضي."
    )
    assert [sorted(one.killed) for one in told(text) if one.starts] == [[6], [9]]


@pytest.mark.parametrize("strike", ["غارة شنها الجيش الإسرائيلي", "غارة إسرائيلية"])
def test_what_the_other_side_does_is_another_event(strike: str) -> None:
    text = (
        f"استشهد شخصان في {strike} على منزل في بلدة حانين جنوب لبنان يوم الخميس.\n"
        "في المقابل أعلن حزب الله استهداف تجمع لجنود الجيش الإسرائيلي بالصواريخ."
    )
    assert [one.event for one in told(text) if one.starts] == ["air_strike", "missile_strike"]

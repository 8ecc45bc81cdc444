"""In a verb-first language the day between who speaks and "that" is the day of saying."""

import pytest

from ascertain.case.reading import reader
from ascertain.knowledge import load
from ascertain.model import Claim, Item, Settings


def told(text: str) -> Claim:
    read = reader(load(), Settings(time_zone="Asia/Baghdad"))
    return read(Item(id="a", text=text, published_at="2019-05-08", source="a paper")).claims[0]


@pytest.mark.parametrize(
    "text",
    (
        "أكدت قيادة الجيش أمس أن طائرة قصفت موقعا في الموصل وقتلت عشرة مدنيين.",
        "قتل عشرة مدنيين في غارة على الموصل، بحسب ما أعلنت مصادر طبية الأحد.",
    ),
)
def test_the_day_behind_who_speaks_dates_nothing(text: str) -> None:
    assert told(text).when is None


def test_the_day_behind_that_is_the_event_s() -> None:
    claim = told("وقال المتحدث إن الغارة وقعت أمس في الموصل وقتلت عشرة مدنيين.")
    assert claim.when is not None and claim.when.text == "أمس"


def test_mid_morning_is_before_noon_and_a_war_in_a_headline_speaks_for_nobody() -> None:
    claim = told("Ruritania-Russia War: a missile hit the market of Mosul in the mid-morning hours of 7 May 2019.")
    assert not claim.speakers
    assert claim.when is not None and claim.when.value is not None
    assert getattr(claim.when.value, "start", "")[11:13] == "05"  # eight in Baghdad

"""Numbers of places along a road are no counts and no clock times; a bound may stand behind what is counted."""

import pytest

from ascertain.extract.numbers import find_counts
from ascertain.extract.times import find_times
from ascertain.model import Count
from ascertain.text import Document


def _read(text: str) -> tuple[list[str], list[Count]]:
    document = Document(text)
    times = find_times(document)
    values = [mention.value for mention in find_counts(document, times)]
    return [mention.text for mention in times], [value for value in values if isinstance(value, Count)]


@pytest.mark.parametrize(
    ("text", "times", "counts"),
    [
        ("The blast at Km4 this morning killed 10.", ["this morning"], [10]),
        ("The blast was at Km 4 on Monday.", ["Monday"], []),
        ("A car exploded near Kilometre 4 on Monday, killing 3.", ["Monday"], [3]),
        ("Fighting on the M5 on Monday killed 3.", ["Monday"], [3]),
        ("انفجار عند تقاطع كيلو 4 أوقع أحد عشر قتيلا", [], [11]),
        ("انفجار عند كيلو أربعة صباح اليوم أوقع خمسة قتلى", ["صباح اليوم"], [5]),
        ("انفجار عند كيلو4 صباح اليوم", ["صباح اليوم"], []),
    ],
)
def test_the_number_of_a_waymark_is_a_name(text: str, times: list[str], counts: list[int]) -> None:
    read, values = _read(text)
    assert read == times
    assert [value.low for value in values] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("They advanced 5 km on 4 May.", [5]),
        ("The post lies 20 km 3 hours away.", [20, 3]),
        ("على بعد 10 كم 3 قتلى", [10, 3]),
        ("تبعد 4 كيلومتر عن المدينة", [4]),
    ],
)
def test_a_length_is_no_waymark(text: str, counts: list[int]) -> None:
    assert [value.low for value in _read(text)[1]] == counts


def test_clock_times_written_onto_letters_stay() -> None:
    assert _read("2017-05-18T14:30")[0] == ["2017-05-18T14:30"]
    assert _read("18May")[0] == ["18May"]


@pytest.mark.parametrize(
    ("text", "low", "high", "rule"),
    [
        ("Twenty people at least were killed.", 20, None, "at_least"),
        ("Five soldiers or more were killed.", 5, None, "at_least"),
        ("Five soldiers at most were killed.", None, 5, "at_most"),
        ("قتل خمسة أشخاص على الأقل", 5, None, "at_least"),
        ("قتل خمسة أشخاص مدنيين على الأقل في القصف", 5, None, "at_least"),
        ("أصيب 12 شخصا على أقل تقدير", 12, None, "at_least"),
        ("Five soldiers, at least two of them officers, were killed.", 5, 5, "exact"),
        ("Five soldiers or more than twenty were killed.", 5, 5, "exact"),
        ("Five soldiers were killed; at least two fled.", 5, 5, "exact"),
    ],
)
def test_a_bound_behind_what_is_counted(text: str, low: float | None, high: float | None, rule: str) -> None:
    count = _read(text)[1][0]
    assert (count.low, count.high, count.rule) == (low, high, rule)

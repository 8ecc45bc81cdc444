"""An ordinal before a day is somebody's turn, and before a weekday or the days of a month it counts them."""

import pytest

from ascertain.extract.times.find import find_times
from ascertain.text import Document


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("مقتل عنصر خامس اليوم", ["اليوم"]),
        ("ثالث ثلاثاء في أيلول", ["ثالث ثلاثاء في أيلول"]),
        ("ثالث يوم من شهر أيلول", ["ثالث يوم من شهر أيلول"]),
        ("ثاني أربعاء من شهر أكتوبر", ["ثاني أربعاء من شهر أكتوبر"]),
    ],
)
def test_what_an_ordinal_counts(text: str, told: list[str]) -> None:
    assert [one.text for one in find_times(Document(text), "ar")] == told


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("قتل 15 مدنياً خلال يومين نتيجة القصف", -1),
        ("سيغادر الجرحى البلدة خلال يومين", 2),
        ("ومن المقرر أن يصلوا خلال يومين", 2),
    ],
)
def test_within_so_many_days_is_up_to_now_where_nothing_is_yet_to_come(text: str, direction: int) -> None:
    (time,) = find_times(Document(text), "ar")
    assert time.parsed.node.direction == direction

"""The day behind a time of day and its brackets, what looks ahead and does not, and figures that count people."""

import pytest

from ascertain.extract.times import find_times
from ascertain.resolve.times import resolve_times
from ascertain.text import Document


def _values(text: str) -> list[str | None]:
    times = resolve_times(find_times(Document(text)), published_at="2022-07-20T15:00:00Z")
    return [getattr(mention.value, "timex", None) for mention in times]


@pytest.mark.parametrize(
    "text",
    [
        "The mill was hit at about 10:30 local time (07:30 GMT) on Monday.",
        "The mill was hit at 10:30am (0730 GMT) Monday.",
        "The mill was hit at 10:30 a.m. (7:30 a.m. London time), on 18 July.",
    ],
)
def test_the_day_stands_behind_the_brackets(text: str) -> None:
    assert _values(text)[0] == "2022-07-18T10:30"


def test_a_day_of_another_sentence_is_not_that_of_the_time_before_brackets() -> None:
    assert _values("The mill was hit at 10:30 (no one was hurt). A day later, on Monday, it burned.")[0] != (
        "2022-07-18T10:30"
    )


def test_what_is_due_to_a_cause_lies_behind() -> None:
    assert _values("Two men died on Monday night due to a blast.") == ["2022-07-18TNI"]
    assert _values("The envoy is due to arrive on Monday.") == ["2022-07-25"]


def test_between_two_numbers_of_people_there_is_no_year() -> None:
    assert _values("Between 1000 and 4000 civilians were at the mill.") == []
    assert _values("Between 1990 and 1994 the mill stood empty.") != []

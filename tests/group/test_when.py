"""When it was, by all that its reports give."""

from datetime import date

from ascertain.group.consensus import agreed_when
from ascertain.group.days import Days
from ascertain.group.telling import Telling
from ascertain.model import Claim, Interval, Mention, Span


def telling(number: int, published: str, first: str | None = None, last: str | None = None) -> Telling:
    when = None
    if first and last:
        value = Interval(
            timex=f"{first}/{last}", precision="day", zone="UTC",
            start=f"{first}T00:00:00Z", end=f"{date.fromordinal(date.fromisoformat(last).toordinal() + 1)}T00:00:00Z",
        )  # fmt: skip
        when = Mention(kind="time", start=0, end=4, text="then", value=value)
    claim = Claim(
        id=f"c{number}", item=f"i{number}", event="killing", quote=Span(start=0, end=9, text=f"words {number}"),
        extractor="test", when=when,
    )  # fmt: skip
    days = None
    if first and last:
        days = Days(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    return Telling(
        number=number, item=f"i{number}", claims=(claim,), starts=True, event="killing", days=days,
        published=date.fromisoformat(published).toordinal(),
    )  # fmt: skip


def agreed(*tellings: Telling) -> str | None:
    when, _ = agreed_when(tellings, [1.0] * len(tellings), "UTC")
    return when.timex if when else None


def test_a_report_of_a_year_later_without_a_day_looks_back_on_the_days_told_at_the_time() -> None:
    then = telling(0, "2022-04-05", "2022-03-27", "2022-03-31")
    assert agreed(then, telling(1, "2023-05-20")) == "2022-03-27/2022-03-31"
    assert agreed(telling(1, "2023-05-20")) == "2023-05-20"

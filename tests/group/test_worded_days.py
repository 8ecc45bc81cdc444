"""The weekday or day of the year that undated reports name tells the day, near when the first report came out."""

from datetime import date

import pytest

from ascertain.group.consensus import agreed_when
from ascertain.group.telling import Said, Telling
from ascertain.model import Claim, Span


def telling(
    number: int, published: str = "", said: str = "", weekday: int = 0, day_of_year: tuple[int, int] | None = None
) -> Telling:
    claim = Claim(
        id=f"c{number}", item=f"i{number}", event="shelling", quote=Span(start=0, end=9, text=f"words {number}"),
        extractor="test",
    )  # fmt: skip
    return Telling(
        number, f"i{number}", (claim,), starts=True, event="shelling",
        published=date.fromisoformat(published).toordinal() if published else None,
        said=Said(date.fromisoformat(said).toordinal(), 1.0) if said else None,
        weekdays=frozenset({weekday} if weekday else ()),
        clues=frozenset([day_of_year] if day_of_year else ()),
    )  # fmt: skip


def when(*tellings: Telling) -> tuple[str | None, str]:
    interval, givers = agreed_when(list(tellings), [1.0] * len(tellings), "Asia/Damascus")
    assert interval is not None and givers == ()
    return interval.timex, interval.notes[0]


@pytest.mark.parametrize(
    ("tellings", "day", "note"),
    [
        ([telling(1, published="2022-08-23")], "2022-08-23", "the day of the first report"),
        # Tuesday's report, and one without a date that says "Monday"
        ([telling(1, published="2022-08-23"), telling(2, weekday=1)], "2022-08-22", "weekday"),
        ([telling(1, published="2022-08-23"), telling(2, weekday=2)], "2022-08-23", "weekday"),
        # "on Wednesday" can't be the day after the first report
        ([telling(1, published="2022-08-23"), telling(2, weekday=3)], "2022-08-17", "weekday"),
        # by the number in its address only about a day is known, so that it may be later
        ([telling(1, said="2022-08-23", weekday=3)], "2022-08-24", "weekday"),
        ([telling(1, said="2022-08-03", day_of_year=(7, 26))], "2022-07-26", "day of the year"),
        ([telling(1, published="2022-01-03"), telling(2, day_of_year=(12, 30))], "2021-12-30", "day of the year"),
        # a day of another season is of something else
        ([telling(1, published="2022-08-23"), telling(2, day_of_year=(2, 1))], "2022-08-23", "first report"),
    ],
)
def test_the_day_that_words_fit(tellings: list[Telling], day: str, note: str) -> None:
    found, said = when(*tellings)
    assert found == day
    assert note in said


def test_most_weekdays_count() -> None:
    monday, tuesday = telling(2, weekday=1), telling(3, weekday=2)
    other = telling(4, weekday=1)
    assert when(telling(1, published="2022-08-23"), monday, tuesday, other)[0] == "2022-08-22"

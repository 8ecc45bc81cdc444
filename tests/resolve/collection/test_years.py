"""A year for "Wednesday 6 March", where the years of a collection's reports leave one."""

from datetime import date

import pytest

from ascertain.languages.day_words import weekday_in
from ascertain.model import Interval, Item, Mention, Reading
from ascertain.resolve.collection.years import with_years, years_of


def said(words: str, timex: str, *published: str, collected: str | None = None) -> Interval:
    items = [
        Item(id=f"i{n}", text=words, published_at=day, collected_at=collected)
        for n, day in enumerate((None, *published))
    ]
    mention = Mention(kind="time", start=0, end=len(words), text=words, value=Interval(timex=timex))
    read = with_years(items, {"i0": Reading(item="i0", mentions=(mention,))}, "Africa/Khartoum")
    value = read["i0"].mentions[0].value
    assert isinstance(value, Interval)
    return value


@pytest.mark.parametrize("words", ["Wednesday 6 March", "الأربعاء ٦ آذار", "6 March (Wed)"])
def test_the_one_year_with_the_weekday_is_taken_and_noted(words: str) -> None:
    found = said(words, "XXXX-03-06", "2018-04-01", "2019-02-02", "2020-03-03")
    assert found.timex == "2019-03-06"
    assert (found.start, found.end, found.precision) == ("2019-03-05T22:00:00Z", "2019-03-06T22:00:00Z", "day")
    assert "no year" in found.notes[0]
    assert "2018 to 2020" in found.notes[0]


@pytest.mark.parametrize(
    ("words", "timex", "published"),
    [
        ("6 March", "XXXX-03-06", ("2019-04-01",)),  # no weekday
        ("Wednesday", "XXXX-WXX-3", ("2019-04-01",)),  # no day
        ("Wednesday 6 March", "XXXX-03-06", ("2013-04-01", "2019-04-01")),  # two years fit
        ("Wednesday 6 March", "XXXX-03-06", ("2018-04-01", "2020-04-01")),  # none does
        ("Wednesday 6 March", "XXXX-03-06", ()),  # nothing is dated
        ("Sunday 29 February", "XXXX-02-29", ("2019-04-01",)),  # no such day
        ("Tuesday or Wednesday 6 March", "XXXX-03-06", ("2019-04-01",)),  # two weekdays
    ],
)
def test_what_leaves_a_choice_stays_without_a_year(words: str, timex: str, published: tuple[str, ...]) -> None:
    assert said(words, timex, *published).timex == timex


def test_the_day_of_capture_chooses_no_year() -> None:
    assert said("Wednesday 6 March", "XXXX-03-06", collected="2019-12-01").timex == "XXXX-03-06"


def test_a_lone_report_of_another_year_does_not_count() -> None:
    items = [Item(id=str(n), text="", published_at="2019-03-06") for n in range(99)]
    assert years_of([*items, Item(id="old", text="", published_at="2013-03-06")]) == (2019,)


@pytest.mark.parametrize("number", range(1, 8))
def test_weekdays_are_read_in_both_languages(number: int) -> None:
    english = date(2019, 4, number).strftime("%A")  # 1 April 2019 was a Monday
    arabic = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")[number - 1]
    assert weekday_in(f"{english} 5 May") == weekday_in(f"{arabic} 5 أيار") == number

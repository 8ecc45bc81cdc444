"""A year for "Wednesday 6 March", where the years of a collection's reports leave one."""

from datetime import date

import pytest

from ascertain.case.reading import reader
from ascertain.knowledge import load
from ascertain.languages.day_words import weekday_in
from ascertain.model import Interval, Item, Mention, Reading, Settings
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


RECENT = [Item(id=f"dated {n}", text="", published_at=f"2022-0{n}-03") for n in range(1, 5)]


def days_in(text: str, others: list[Item]) -> list[str | None]:
    """Return the TIMEX of the times of an undated report among dated ones."""
    item = Item(id="undated", text=text)
    read = reader(load(), Settings(time_zone="Asia/Damascus"), few=True)(item)
    settled = with_years([item, *others], {item.id: read}, "Asia/Damascus")[item.id]
    return [m.value.timex if isinstance(m.value, Interval) else None for m in settled.mentions if m.kind == "time"]


@pytest.mark.parametrize(
    "text",
    [
        "Today we know that a drone hit a school in Orda on August 18. The army has crossed the border since 2016.",
        "علمنا اليوم أن مدرسة في أوردا قصفت في 18 آب وقتلت أربع فتيات. وكانت الهدنة قد وقعت في عام 2016.",
    ],
)
def test_a_year_that_is_only_looked_back_to_is_not_that_of_the_day(text: str) -> None:
    assert "XXXX-08-18" in days_in(text, RECENT)
    assert "2016-08-18" in days_in(text, [])  # nothing tells otherwise


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "We hear today that in 2016 the town was besieged, and on August 18 a drone hit a school there.",
            RECENT,
        ),  # the year stands before
        (
            "We hear today that a drone hit a school on August 18. The war has gone on since January 2022.",
            RECENT,
        ),  # a year of the reports
    ],
)
def test_a_year_that_stands_before_or_is_that_of_the_reports_stays(text: str, others: list[Item]) -> None:
    assert any(day in ("2016-08-18", "2022-08-18") for day in days_in(text, others))

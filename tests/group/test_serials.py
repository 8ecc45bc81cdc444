"""Serial numbers in addresses, and when they say that a report was said."""

from dataclasses import replace
from datetime import date

import pytest

from ascertain.group.pair import Pair
from ascertain.group.said import said_days
from ascertain.group.serials import Serial, month_in, serial_of
from ascertain.group.series import Point, rising
from ascertain.group.telling import Said, Telling


@pytest.mark.parametrize(
    ("url", "number", "section"),
    [
        ("https://www.daily.example/archives/503897", 503897, ("daily.example", "archives")),
        ("https://daily.example/en/220916/?fbclid=IwAR02", 220916, ("daily.example", "en")),
        ("https://daily.example/ar/articles/76442/%D8%B4%D9%87%D8%AF", 76442, ("daily.example", "ar", "articles")),
        ("https://radio.example/p409227/", 409227, ("radio.example",)),
        ("https://hawk.example/ar/haber/isabh-mwatnyn-fy-qsf-h61252.html", 61252, ("hawk.example", "ar", "haber")),
        ("https://anf.example/akhr/b-85122", 85122, ("anf.example", "akhr")),
        ("https://agency.example/en/?p=251506", 251506, ("agency.example", "en", "p")),
        ("https://www.facebook.com/TownToday/posts/1335205526882082", 1335205526882082,
         ("facebook.com", "towntoday", "posts")),
        ("https://m.facebook.com/permalink.php?story_fbid=6538&id=104", 6538, ("facebook.com", "104", "story_fbid")),
        ("https://t.me/s/towns/4711", 4711, ("t.me", "towns")),
    ],
)  # fmt: skip
def test_the_number_of_an_address_and_whose_it_is(url: str, number: int, section: tuple[str, ...]) -> None:
    found = serial_of(url)
    assert found is not None
    assert (found.number, found.section) == (number, section)


@pytest.mark.parametrize(
    "url",
    [
        None, "", "no address", "https://[broken", "https://daily.example/news/",
        "https://daily.example/2022/02/16/title",
        "https://daily.example/shelling-kills-two-2022", "https://www.facebook.com/x/posts/pfbid05B496m2nbAr",
        "https://www.facebook.com/photo.php?fbid=12345",
        "https://www.facebook.com/permalink.php?story_fbid=pfbid02ab&id=100015530134030",
    ],
)  # fmt: skip
def test_addresses_without_a_number_that_rises(url: str | None) -> None:
    assert serial_of(url) is None


def telling(item: str, day: int | None) -> Telling:
    return Telling(number=0, item=item, claims=(), starts=True, event="shelling", published=day)


def series(days: dict[int, int | None], section: str = "a") -> tuple[list[Telling], dict[str, Serial]]:
    tellings = [telling(f"{section}{number}", day) for number, day in days.items()]
    return tellings, {f"{section}{n}": Serial((section,), (section,), n) for n in days}


def test_between_two_reports_of_known_days() -> None:
    tellings, serials = series({100: 1000, 200: 1010, 250: None, 300: 1020, 400: 1030})
    said = said_days(tellings, serials, [])["a250"]
    assert said.day == pytest.approx(1015)
    assert said.spread < 5


def test_a_misread_day_fits_no_line() -> None:
    tellings, serials = series({n: 1000 + n for n in range(0, 100, 10)} | {44: 4000, 45: None})
    assert said_days(tellings, serials, [])["a45"].day == pytest.approx(1045, abs=1)


def test_one_likeness_that_fits_no_even_rate_does_not_move_the_others() -> None:
    tellings, serials = series({100: 1000, 200: 1010, 250: None, 260: None, 300: 1020, 400: 1030})
    dated = telling("elsewhere", 1100)
    tellings = [replace(one, number=number) for number, one in enumerate([*tellings, dated])]
    alike = [Pair(3.0, 3, 6, ("they share rare words",))]
    assert said_days(tellings, serials, alike)["a250"].day == pytest.approx(1015, abs=1)


def test_a_pace_may_change_along_a_series() -> None:
    days = {100 * n: 1000 + 10 * n for n in range(8)} | {700 + 25 * n: 1070 + 10 * n for n in range(1, 9)}
    tellings, serials = series(days | {350: None, 812: None})
    said = said_days(tellings, serials, [])
    assert said["a350"].day == pytest.approx(1035, abs=1)
    assert said["a812"].day == pytest.approx(1115, abs=1)


def test_a_long_series_is_looked_at_in_parts_with_the_same_outcome() -> None:
    days = {10 * n: None if n % 7 == 3 else 1000 + n for n in range(900)}
    said = said_days(*series(days), [])
    assert len(said) == sum(day is None for day in days.values())
    assert all(said[f"a{10 * n}"].day == 1000 + n for n in range(900) if n % 7 == 3)


def test_few_reports_are_no_series_and_far_past_the_end_nothing_is_said() -> None:
    assert said_days(*series({100: 1000, 150: None, 200: 1010}), []) == {}
    assert said_days(*series({100: 1000, 200: 1010, 300: 1020, 400: 1030, 1900: None}), []) == {}


def test_a_page_with_one_dated_post_is_told_by_how_fast_anothers_numbers_rise() -> None:
    tellings, serials = [], {}
    for page, first, days in (("long", 1000, range(0, 200, 20)), ("short", 1150, (0, 20)), ("old", 9000, (0, 20))):
        for day in days:
            item = f"{page}{day}"
            tellings.append(telling(item, None if page != "long" and day else 1000 + day))
            serials[item] = Serial(("host", page), ("host", page), first + 2 * day)
    said = said_days(tellings, serials, [])
    assert set(said) == {"short20"}, "no page with numbers as large as the old one's is known"
    assert said["short20"].day == pytest.approx(1020)
    assert said["short20"].spread > 4


def test_an_address_may_hold_the_month() -> None:
    assert month_in("https://front.example/en/2022/04/shells-hit-market") == date(2022, 4, 1)
    assert month_in("https://front.example/en/2022/april/x") is None
    assert month_in("https://front.example/?page=/2022/04/") is None


def test_what_the_line_of_one_publisher_dates_helps_to_date_what_looks_like_it() -> None:
    tellings, serials = series({100: 1000, 200: 1010, 250: None, 300: 1020, 400: 1030})
    others, theirs = series({10: 990, 20: 1000, 35: None, 36: None, 50: 1030, 60: 1040}, "b")
    tellings = [replace(one, number=number) for number, one in enumerate([*tellings, *others])]
    alike = [Pair(5.0, 2, 8, ("they share rare words",))]
    assert said_days(tellings, serials | theirs, alike)["b35"].day == pytest.approx(1015)
    again = said_days(tellings, serials | theirs, alike, {2: Said(1019.0, 1.0)})
    assert 1015 < again["b35"].day < 1019, "b36 looks like a report of day 1019"
    assert again["b36"].day == pytest.approx(1016, abs=1), "a report is no point of the line that dates it"


def test_sections_that_count_apart_are_two_series() -> None:
    tellings, serials = [], {}
    for section, first in (("en", 100), ("ar", 5000)):
        for place in range(10):
            item = f"{section}{place}"
            tellings.append(telling(item, None if place == 5 else 1000 + 10 * place))
            serials[item] = Serial(("daily",), ("daily", section), first + 10 * place)
    said = said_days(tellings, serials, [])
    assert {item: round(one.day) for item, one in said.items()} == {"en5": 1050, "ar5": 1050}


def test_the_order_of_reports_makes_no_difference() -> None:
    tellings, serials = series({n: (None if n % 3 else 1000 + n // 10) for n in range(0, 300, 10)})
    assert said_days(tellings[::-1], dict(reversed(serials.items())), []) == said_days(tellings, serials, [])


def test_an_even_rate_is_kept_to() -> None:
    points = [Point(0, 0, 3.0), Point(50, 9, 1.0), Point(50, 50, 1.0), Point(100, 100, 3.0)]
    assert [point.day for point in rising(points, 1.0)[0]] == [0, 50, 100]


def test_said_is_a_day_and_how_far_it_may_be_off() -> None:
    assert Said(1000.0, 1.5)._fields == ("day", "spread")

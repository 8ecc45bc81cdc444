"""What hangs on a text's own "today", once the collection has dated it."""

import pytest

from ascertain.case.reading import reader
from ascertain.knowledge import Knowledge
from ascertain.model import Interval, Item, Reading, Settings
from ascertain.resolve.collection import settle
from ascertain.resolve.collection.todays import said_today

SETTINGS = Settings(time_zone="Europe/Kyiv")
KNOWLEDGE = Knowledge()


def read(text: str, *years: str, published: str | None = None) -> Reading:
    items = [Item(id="a", text=text, published_at=published)]
    items += [Item(id=f"other{year}", text="", published_at=f"{year}-04-02") for year in years]
    one = reader(KNOWLEDGE, SETTINGS)
    return settle(items, {item.id: one(item) for item in items}, SETTINGS)["a"]


def days(reading: Reading) -> dict[str, str | None]:
    times = [mention for mention in reading.mentions if isinstance(mention.value, Interval)]
    return {mention.text: mention.value.timex for mention in times}


def test_the_date_behind_today_dates_what_hangs_on_it() -> None:
    found = days(read("Shells hit the market today, Thursday 3 March. Yesterday evening the bridge was hit.", "2022"))
    assert found["Thursday 3 March"] == "2022-03-03"
    assert found["today"] == "2022-03-03"
    assert found["Yesterday evening"] == "2022-03-02TEV"


def test_arabic_reports_are_dated_so_too() -> None:
    found = days(read("قصف مدفعي طال السوق صباح اليوم الخميس 3 آذار، وكانت المدينة قد قصفت يوم الثلاثاء.", "2022"))
    assert found["صباح اليوم"] == "2022-03-03TMO"
    assert found["يوم الثلاثاء"] == "2022-03-01"


def test_a_picture_of_the_same_weekday_dates_the_report() -> None:
    found = days(read("The market after the shelling, 3 March 2022 (photo)\n\nShells hit the market today, Thursday."))
    assert found["today, Thursday"] == "2022-03-03"


def test_a_picture_of_another_weekday_does_not() -> None:
    found = days(read("The market in better days, 5 July 2019 (photo)\n\nShells hit the market today, Thursday."))
    assert found["today, Thursday"] != "2019-07-05"


def test_a_weekday_against_the_year_of_another_event_leaves_the_year_open() -> None:
    words = "Shells hit the market on Thursday 3 March. A truce had been signed on 12 May 2019."
    assert days(read(words))["Thursday 3 March"] == "XXXX-03-03"
    assert days(read(words, "2021", "2022"))["Thursday 3 March"] == "2022-03-03"


def test_a_date_of_publication_goes_before() -> None:
    found = days(read("Shells hit the market today, Thursday 3 March.", published="2022-03-03T10:00:00Z"))
    assert found["today"] == "2022-03-03"


@pytest.mark.parametrize("words", ["Nothing here", "Shells hit the market on Thursday."])
def test_without_a_date_nothing_is_said(words: str) -> None:
    assert said_today(read(words).mentions) is None

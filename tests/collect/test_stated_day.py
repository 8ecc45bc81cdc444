"""The day of publication that a page shows, where nothing beside the text states one."""

import pytest

from ascertain.collect.stated_day import date_by_page
from ascertain.model import Item

BODY = (
    "Three shells fell on the market of the town on Thursday morning and killed two traders, the mayor said.\n\n"
    "Rescuers searched until the evening, he added, and found nobody else under the ruins of the shops.\n\n"
)


def day(text: str, **fields: str) -> str | None:
    return date_by_page(Item(id="a", text=text, **fields)).published_at


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2019-03-07", "2019-03-07"),
        ("07 March 2019", "2019-03-07"),
        ("March 7, 2019, 11:36 am", "2019-03-07"),
        ("Thursday, 7 Mar 2019, 13:09", "2019-03-07"),
        ("Issued on: 27/03/2019 - 15:14Modified: 27/03/2019 - 16:12", "2019-03-27"),
        ("27/03/2019", "2019-03-27"),
        ("3/27/2019", "2019-03-27"),
        ("الخميس, ٧ مارس ٢٠١٩, ٢٢:٠٧", "2019-03-07"),
        ("08 تشرين الثاني 2018", "2018-11-08"),
        ("2019.03.07 | 14:32 دمشق", "2019-03-07"),
        ("نشر في: 7 آذار/ مارس 2019", "2019-03-07"),
        ("تاريخ النشر:17.03.2019 | 10:34 GMT | أخبار الإقليم", "2019-03-17"),
        ("7 March 2019 | World", "2019-03-07"),
    ],
)
def test_a_line_that_is_a_date_is_read(line: str, expected: str) -> None:
    assert day(f"Shells hit market\n\n{line}\n\n{BODY}") == expected
    assert "read from the line" in date_by_page(Item(id="a", text=f"{line}\n{BODY}")).notes[0]


@pytest.mark.parametrize(
    "line",
    [
        "03/07/2019",
        "On 7 March 2019 three were killed",
        "Last updated: 7 March 2019",
        "31 February 2019",
        "7 March",
        "12:30",
        "7 March 2019: three killed",
        "1 March 2019\n2 March 2019",
    ],
)
def test_what_can_be_read_two_ways_or_says_more_is_left(line: str) -> None:
    assert day(f"Shells hit market\n\n{line}\n\n{BODY}") is None


def test_dates_below_the_article_are_of_other_articles() -> None:
    assert day(f"{BODY}{BODY.replace('Three', 'Two')}Other news\n\n7 March 2019\n\nRain") is None


@pytest.mark.parametrize(
    "path",
    [
        "2019/03/07/shells-hit-market/",
        "world/2019/mar/07/shells-hit-market",
        "en/2019/7-march-three-shells-hit-a-market",
        "news/07-march-2019-shells.html",
        "news/march-7-2019",
        "news/shells-17-03-2019.html",
        "syria/07032019",
        "syria/070320192",
        "view.aspx?cdate=07032019&id=12",
        "20190307/shells",
        "%D9%86%D8%B4%D8%B1%D8%A9-17-03-2019.html?fbclid=x",
    ],
)
def test_an_address_that_spells_the_day_is_read(path: str) -> None:
    expected = "2019-03-17" if "17-03" in path else "2019-03-07"
    assert day("x", url=f"https://radar.example/{path}") == expected


@pytest.mark.parametrize(
    "path", ["syria/03-08-2019", "archives/1234567", "post/20191307", "n/31022019", "id/1907032019123", "x/2019/03"]
)
def test_a_number_that_is_no_day_or_two_is_left(path: str) -> None:
    assert day("x", url=f"https://radar.example/{path}") is None


def test_in_arabic_an_address_has_the_day_first() -> None:
    assert day("سقطت ثلاث قذائف على السوق", url="https://radar.example/nshrh-03-08-2019") == "2019-08-03"


def test_a_labelled_line_counts_wherever_it_stands_and_a_dateline_as_well() -> None:
    menu = "\n\n".join(f"Menu {n}" for n in range(40))
    assert day(f"{menu}\n\nPublished: 7 March 2019\n\n{BODY}\n\n1 May 2020") == "2019-03-07"
    assert day(f"Statement\n\nSOMEWHERE, 7 March 2019 – {BODY}") == "2019-03-07"
    assert day(f"2019-03-07\n\nOther news\n\n2020-05-01\n\nRain\n\n2020-05-02\n\n{BODY}") == "2019-03-07"


def test_an_address_is_left_that_spells_two_days_or_none() -> None:
    assert day("x", url="https://radar.example/2019/03/07/2018-02-01/x") is None


def test_a_stated_date_stands() -> None:
    assert day(f"7 March 2019\n{BODY}", published_at="2019-03-01") == "2019-03-01"


def test_the_day_of_capture_is_not_taken_for_the_day_of_publication() -> None:
    assert day(f"7 March 2019\n{BODY}", collected_at="2019-03-07T09:00:00+00:00") is None
    assert day(f"7 March 2019\n{BODY}", collected_at="2019-03-09") == "2019-03-07"


def test_a_text_in_arabic_writes_the_day_before_the_month() -> None:
    body = "قال رئيس البلدية إن ثلاث قذائف سقطت على سوق البلدة صباح الخميس وأدت إلى مقتل تاجرين وإصابة خمسة آخرين.\n\n"
    assert day(f"قذائف على السوق\n\n07/03/2019\n\n{body}{body}") == "2019-03-07"
    assert day(f"نشرت في: 07/03/2019 - 08:27\n\n{body}") == "2019-03-07"


def test_a_date_above_the_text_comes_before_those_of_other_headlines_below_it() -> None:
    assert (
        day(f"Thursday 2019/03/07\n\nShells hit market\n\n{BODY.splitlines()[0]}\n\nRain\n\n2019/02/01") == "2019-03-07"
    )


def test_the_number_of_a_post_on_x_holds_its_moment() -> None:
    post = date_by_page(Item(id="a", text="Shells", url="https://x.com/somebody/status/1212092628029698048?s=20"))
    assert post.published_at == "2019-12-31T19:26:16+00:00"
    assert "number of the post" in post.notes[0]
    assert day("Shells", url="https://x.com/somebody/status/20") is None
    assert day("Shells", url="https://other.example/?from=https://x.com/somebody/status/1212092628029698048") is None


@pytest.mark.parametrize(("platform", "day"), [("facebook", "2020-03-04"), ("web", None)])
def test_a_post_captured_on_its_own_day_keeps_its_date(platform, day):
    text = "مركز أوردا\n٤ مارس ٢٠٢٠ · \nقصف مدفعي على المدينة صباح اليوم أدى إلى مقتل أربعة مدنيين وإصابة سبعة آخرين."
    item = Item(id="a", text=text, platform=platform, collected_at="2020-03-04T20:00:00+02:00")
    assert date_by_page(item).published_at == day

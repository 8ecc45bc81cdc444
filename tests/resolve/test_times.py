"""Anchoring: to publication, to the text's own dates, to nothing; zones with all their readings."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ascertain.extract.times import find_times
from ascertain.model import Misused
from ascertain.resolve.times import resolve_times
from ascertain.text import Document


def read(text, published_at=None, zone=None):
    return resolve_times(find_times(Document(text)), published_at=published_at, zone=zone)


def values(text, published_at=None, zone=None):
    return {m.text: (m.value.start, m.value.end, m.value.timex) for m in read(text, published_at, zone) if m.value}


def test_cet_in_may_allows_both_offsets_and_says_so():
    (mention,) = read("The strike came at 16:19 CET.", "2017-05-18T20:00:00Z")
    assert (mention.value.start, mention.value.end) == ("2017-05-18T14:19:00Z", "2017-05-18T15:20:00Z")
    assert "both +01:00 and +02:00" in mention.value.notes[0]


@pytest.mark.parametrize(
    "words", ["over the past two seasons", "last season", "the next three seasons", "two seasons ago", "a season later"]
)
def test_seasons_of_no_calendar_are_no_interval(words):
    assert [m.value for m in read(f"They lost {words}.", "2020-03-04") if m.value and m.value.start] == []


def test_cet_in_january_is_one_offset():
    (mention,) = read("The strike came at 16:19 CET.", "2017-01-18T20:00:00Z")
    assert (mention.value.start, mention.value.end) == ("2017-01-18T15:19:00Z", "2017-01-18T15:20:00Z")
    assert mention.value.notes == ()


def test_an_abbreviation_of_several_zones_covers_them_all():
    (mention,) = read("It fell at 10:00 IST.", "2017-01-18T20:00:00Z")
    assert (mention.value.start, mention.value.end) == ("2017-01-18T04:30:00Z", "2017-01-18T10:01:00Z")
    assert "several zones" in " ".join(mention.value.notes)


def test_local_time_is_the_zone_that_is_given():
    assert values("Shells fell at 06:00 local time today.", "2017-05-18T12:00:00Z", "Asia/Damascus") == {
        "06:00 local time today": ("2017-05-18T03:00:00Z", "2017-05-18T03:01:00Z", "2017-05-18T06:00")
    }


def test_an_unknown_zone_is_refused():
    with pytest.raises(Misused):
        read("today", "2017-05-18T12:00:00Z", "Nowhere/Nothing")


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They left on May 18.", "XXXX-05-18"),
        ("They left on Friday.", "XXXX-WXX-5"),
        ("They left at 16:19.", "T16:19"),
        ("غادروا يوم الجمعة", "XXXX-WXX-5"),
    ],
)
def test_nothing_is_guessed_where_nothing_anchors(text, timex):
    (mention,) = read(text)
    assert (mention.value.start, mention.value.end, mention.value.timex) == (None, None, timex)


def test_the_text_gives_its_own_year_to_later_dates():
    got = values(
        "The war began on 5 June 1914. On 28 July the army crossed; by November it was stuck. In March it fled."
    )
    assert got["28 July"][2] == "1914-07-28"
    assert got["November"][2] == "1914-11"
    assert got["March"][2] == "1915-03"


def test_publication_gives_the_year_and_the_past_is_preferred():
    assert values("Four died on 20 December.", "2018-01-03T10:00:00Z")["20 December"][2] == "2017-12-20"
    assert values("The trial will begin on 20 December.", "2018-01-03T10:00:00Z")["20 December"][2] == "2018-12-20"


def test_a_weekday_is_the_last_one_unless_the_verb_looks_ahead():
    assert values("Rebels shelled the town on Friday.", "2017-05-18T10:00:00Z")["Friday"][2] == "2017-05-12"
    assert values("The envoy will arrive on Friday.", "2017-05-18T10:00:00Z")["Friday"][2] == "2017-05-19"


def test_weekdays_are_counted_from_now():
    assert values("It fell two Thursdays ago.", "2017-05-17T10:00:00Z")["two Thursdays ago"][2] == "2017-05-04"
    assert (
        values("He will leave two Thursdays from now.", "2017-05-17T10:00:00Z")["two Thursdays from now"][2]
        == "2017-05-25"
    )


def test_hours_later_hang_on_the_last_clock_time_not_on_the_last_day():
    text = "It was hit at 18:24 UTC on 18 May 2017, people said today. About two hours later it was confirmed."
    mention = next(m for m in read(text) if m.text == "two hours later")
    assert mention.value.timex == "2017-05-18T20:24"


def test_today_with_its_date_in_brackets_is_that_day():
    text = "Fighters advanced today (18/05/2017). This evening they stopped.\nUPDATE: This morning they left."
    got = values(text, "2017-05-19")
    assert got["today"][2] == "2017-05-18"
    assert got["This evening"][2] == "2017-05-18TEV"
    assert got["This morning"][2] == "2017-05-19TMO"


def test_a_dateline_anchors_today_where_nothing_else_does():
    got = values("DAMASCUS, May 18, 2017 - Rebels shelled the road yesterday.")
    assert got["yesterday"][2] == "2017-05-17"
    assert values("Rebels shelled the road yesterday.")["yesterday"] == (None, None, "XXXX-XX-XX")


def test_a_date_on_a_line_of_its_own_is_the_day_of_speaking():
    got = values("Residents fled the town today.\n3 Sep 2021\nShells fell on Thursday evening.")
    assert got["today"][2] == "2021-09-03"
    assert got["Thursday evening"][2] == "2021-09-02TEV"


def test_today_takes_the_year_that_the_text_gives_to_its_day():
    got = values("قصفت الطائرات القرية اليوم، الجمعة 3 من أيلول، وقتل مدني أمس. نشر في 3 أيلول 2021 للمرة الأولى")
    assert got["اليوم"][2] == "2021-09-03"
    assert got["أمس"][2] == "2021-09-02"


def test_a_weekday_does_not_hang_on_a_year():
    got = values("The camp was opened in 2019. Fighting began there on Thursday.")
    assert got["Thursday"] == (None, None, "XXXX-WXX-4")


def test_an_event_that_is_not_a_time_anchors_nothing():
    got = values("The town fell two days after the landing.", "2017-05-18T10:00:00Z")
    assert got == {"two days": (None, None, "P2D")}


def test_day_and_month_that_may_be_swapped_are_flagged():
    (mention,) = read("The truce of 5/6/2017 held.")
    assert mention.value.timex == "2017-05-06"
    assert "2017-06-05" in mention.value.notes[0] or "other way round" in mention.value.notes[0]


def test_another_date_of_the_text_shows_which_figure_is_the_day():
    (one, two) = read("From the log: 5/6/2017 and then 25/6/2017.")
    assert (one.value.timex, two.value.timex) == ("2017-06-05", "2017-06-25")
    assert not any("the other way round" in note for note in one.value.notes)


def test_a_date_that_does_not_exist_is_no_interval():
    assert all(
        m.value is None or m.value.start is None or m.value.timex != "2017-02-30" for m in read("On 30/02/2017.")
    )


def test_ramadan_is_reckoned_and_said_to_be():
    (mention,) = read("قصفت البلدة في رمضان 2017")
    assert mention.value.start.startswith("2017-05-2")
    assert any("Islamic calendar" in note for note in mention.value.notes)


def test_other_mentions_pass_through():
    mentions = find_times(Document("on 5 May 2017"))
    other = mentions[0].__class__(kind="count", start=0, end=2, text="on")
    assert resolve_times([other, *mentions])[0] is other


DATES = st.dates(min_value=__import__("datetime").date(1600, 1, 1), max_value=__import__("datetime").date(2100, 12, 28))
MONTHS = "January February March April May June July August September October November December".split()
LEVANT = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")


@settings(max_examples=150)
@given(DATES)
def test_every_written_date_is_read_back(date):
    spellings = (
        date.isoformat(),
        f"{date.day} {MONTHS[date.month - 1]} {date.year}",
        f"{MONTHS[date.month - 1]} {date.day}, {date.year}",
        f"{date.day} {LEVANT[date.month - 1]} {date.year}",
    )
    for spelling in spellings:
        (mention,) = read(f"x {spelling} .")
        assert mention.text == spelling
        assert mention.value.timex == date.isoformat()
        assert mention.value.start == f"{date.isoformat()}T00:00:00Z"


WORDS = st.sampled_from(
    "on May 5 2017 the last two days ago before after between and to - / : , . ( ) 12 30 pm CET Friday week of early "
    "31 2 99 1st in at since later every 2016-02-30 00 24 في يوم قبل منذ ساعتين الساعة الثالثة والنصف فجر أمس من إلى "
    "أيار 1438 هـ رمضان الماضي كل nineteen ninety-six half past noon x bc".split(" ")
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=14), st.sampled_from([None, "2017-05-18", "2017-05-18T23:59:00+03:00"]))
@example(["الثالثة", "days", "later"], "2017-05-18")
def test_any_words_give_exact_spans_and_ordered_intervals(words, published_at):
    text = " ".join(words)
    for mention in read(text, published_at):
        assert text[mention.start : mention.end] == mention.text != ""
        value = mention.value
        if value and value.start and value.end:
            assert value.start < value.end
        if value and (value.start or value.end):
            assert value.precision or value.timex in ("PAST_REF", "FUTURE_REF")


@settings(max_examples=150)
@given(st.text(max_size=60))
def test_any_text_is_read_without_fault(text):
    for mention in read(text, "2017-05-18"):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "word", "timex"),
    [
        ("A man was killed today, Sunday, by a shell.", "today, Sunday", "XXXX-WXX-7"),
        ("قتل رجل أمس السبت بقذيفة", "أمس السبت", "XXXX-WXX-6"),
        ("قتل رجل اليوم بقذيفة", "اليوم", "XXXX-XX-XX"),
    ],
)
def test_a_today_that_nothing_dates_keeps_the_weekday_behind_it(text, word, timex):
    assert values(text)[word] == (None, None, timex)


@pytest.mark.parametrize(
    ("text", "published_at", "timex"),
    [
        ("They left last Thursday.", "2017-05-21T12:00:00Z", "2017-05-18"),  # a Sunday
        ("غادروا الخميس الماضي", "2017-05-21T12:00:00Z", "2017-05-18"),
        ("They left last Thursday.", "2017-05-19T12:00:00Z", "2017-05-11"),  # whoever means yesterday says so
        ("They left last Thursday.", "2017-05-22T12:00:00Z", "2017-05-18"),  # a Monday
    ],
)
def test_last_names_the_weekday_that_has_just_been(text, published_at, timex):
    assert [value[2] for value in values(text, published_at).values()] == [timex]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قتل ثلاثة في السابع والعشرين من تشرين الأول الماضي.", "2023-10-27"),
        ("ستعقد الجلسة في 3 أيلول المقبل.", "2024-09-03"),
        ("عدد القتلى 689 منذ السابع من تشرين الأول.", "2023-10-07"),
        ("قتل ثلاثة يوم الجمعة في قصف.", "2024-08-09"),
    ],
)
def test_an_arabic_day_without_a_year_lies_where_its_words_say(text, day):
    assert [timex for _, _, timex in values(text, "2024-08-11").values()] == [day]


def test_the_weekday_settles_the_day_of_the_islamic_calendar():
    assert (
        values("وقعت المجزرة الخميس الموافق 12 رمضان 1438")["الخميس الموافق 12 رمضان 1438"][0] == "2017-06-08T00:00:00Z"
    )


def test_a_weekday_far_from_today_is_no_day():
    assert values("قتل مدني اليوم الجمعة بقذيفة", "2017-05-16T09:00:00Z") == {
        "اليوم الجمعة": (None, None, "XXXX-WXX-5")
    }


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The office was hit over the weekend, he said.", "2021-W46-WE"),  # on a Monday
        ("They will meet there over the weekend.", "2021-W47-WE"),
        ("He is to leave on Saturday.", "2021-11-27"),
        ("He left on Saturday.", "2021-11-20"),
        ("The truce, which was due to expire Dec. 6, was extended.", "2021-12-06"),
        ("His father was shot on Dec. 28.", "2020-12-28"),
        ("His brother had been seen in April.", "2021-04"),
        ("Their house in Orda, April 3", "2021-04-03"),
        ("He will succeed the mayor Feb. 1.", "2022-02-01"),
    ],
)
def test_what_has_no_year_or_date_hangs_on_what_the_sentence_tells(text, timex):
    assert [value[2] for value in values(text, "2021-11-22T12:00:00Z").values()] == [timex]


def test_a_report_that_names_years_long_past_is_no_history():
    text = "Shells hit Orda on Tuesday. The mill burned in 1994, in 1995 and in 1997. Two men were hurt last week."
    assert values(text, "2021-11-22T12:00:00Z")["Tuesday"][2] == "2021-11-16"
    assert values(text, "2021-11-22T12:00:00Z")["last week"][2] == "2021-W46"
    history = "Orda fell in 1994, rose in 1995 and fell again in 1997. On 3 May it burned."
    assert values(history, "2021-11-22T12:00:00Z")["3 May"][2] == "1997-05-03"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("قصفت القرية ثالث أيام رمضان 1438", "2017-05-29T00:00:00Z", "2017-05-30T00:00:00Z"),
        ("قصفت القرية أول أيام عيد الفطر 1438", "2017-06-26T00:00:00Z", "2017-06-27T00:00:00Z"),
        ("قصفت القرية عام 1438 هـ", "2016-10-03T00:00:00Z", "2017-09-22T00:00:00Z"),
        ("Shells fell on the second day of Eid al-Fitr 2022.", "2022-05-04T00:00:00Z", "2022-05-05T00:00:00Z"),
        ("قصفت القرية عام 1438", "1438-01-01T00:00:00Z", "1439-01-01T00:00:00Z"),
        ("الخميس 22 شعبان 1438هـ - 18 أيار 2017م قصفت القرية", "2017-05-18T00:00:00Z", "2017-05-19T00:00:00Z"),
    ],
)
def test_days_of_the_islamic_calendar(text, start, end):
    assert [value[:2] for value in values(text).values()] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "published_at", "timex"),
    [
        ("Gunmen attacked a bus on 01/07.", "2016-07-03", "2016-07-01"),
        ("Gunmen attacked a bus on 01/07.", "2016-01-08", "2016-01-07"),
        ("Gunmen attacked a bus on 07/01/2016.", "2016-07-03", "2016-07-01"),
        ("Gunmen attacked a bus on 03/04.", "2016-07-03", "2016-03-04"),
        ("Gunmen attacked a bus on 05/06.", "2016-06-10", "2016-06-05"),
        ("Gunmen attacked a bus on 27/06.", "2016-07-03", "2016-06-27"),
    ],
)
def test_of_two_orders_the_day_just_before_the_report_is_meant(text, published_at, timex):
    assert [value[2] for value in values(text, published_at).values()] == [timex]

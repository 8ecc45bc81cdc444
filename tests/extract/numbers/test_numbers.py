"""Numerals and counts: every number is read back, spans are exact, what is no count is told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.extract.numbers import counts_people_or_things, find_counts, implied_count, read_numeral, read_ordinal
from ascertain.extract.times import find_times
from ascertain.text import Document

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
UNITS_AR = "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split()
TENS_AR = "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split()
HUNDREDS_AR = "مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة".split()


def english(number):
    """Spell a number below a million as English does."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {english(number % 100)}" if number % 100 else "")
    rest = number % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{english(number // 1000)} thousand" + (joint + english(rest) if rest else "")


def arabic(number):
    """Spell a number below a thousand as Arabic does."""
    if number <= 10:
        return UNITS_AR[number]
    if number < 20:
        return {11: "أحد عشر", 12: "اثنا عشر"}.get(number) or f"{UNITS_AR[number - 10]} عشر"
    if number < 100:
        ten = TENS_AR[number // 10 - 2]
        return f"{UNITS_AR[number % 10]} و{ten}" if number % 10 else ten
    rest = number % 100
    return HUNDREDS_AR[number // 100 - 1] + (f" و{arabic(rest)}" if rest else "")


@settings(max_examples=300)
@given(st.integers(min_value=0, max_value=999_999))
def test_every_english_numeral_is_read_back(number):
    words = Document(english(number)).words
    numeral, after = read_numeral(words, 0)
    assert (numeral.value, after) == (number, len(words))


@settings(max_examples=300)
@given(st.integers(min_value=0, max_value=999))
def test_every_arabic_numeral_is_read_back(number):
    words = Document(arabic(number)).words
    numeral, after = read_numeral(words, 0)
    assert (numeral.value, after) == (number, len(words))


@settings(max_examples=200)
@given(st.integers(min_value=0, max_value=10**9))
def test_grouped_figures_are_read_back_in_both_scripts(number):
    grouped = f"{number:,}"
    eastern = grouped.translate({ord(str(d)): chr(0x660 + d) for d in range(10)} | {ord(","): "٬"})
    for figure in (grouped, eastern):
        assert read_numeral(Document(figure).words, 0)[0].value == number


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_text_gives_exact_spans(text):
    document = Document(text)
    for mention in find_counts(document, find_times(document)):
        assert text[mention.start : mention.end] == mention.text != ""
        if mention.value.low is not None and mention.value.high is not None:
            assert mention.value.low <= mention.value.high


@pytest.mark.parametrize(
    "text",
    [
        "a T-62 and a ZSU-23-4 on the N-2",
        "resolution 2254 on 18/05/2017 at 16:19",
        "see t.co/2SckKR5 and call +1-222-2222",
        "he was hit near 34.5123 38.2241 [3]",
        "the 507th wing and the 2nd battalion of Division 4",
        "طريق رقم 5 في 18/5/2017",
        "في الجولة الـ17 وفي المؤتمر الخامس عشر",
        "resolutions 2139 and 2254, image 450×307",
        "لست من هنا، 34m34 minutes ago",
    ],
)
def test_what_is_no_count_is_not_reported(text):
    document = Document(text)
    assert find_counts(document, find_times(document)) == []


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("a 45-year-old man", "age", "year_of_age"),
        ("12 km from the base", "measure", "kilometre"),
        ("$5 million", "money", "currency"),
        ("30% of the town", "percent", "percent"),
        ("نحو 3 كيلومترات", "measure", "kilometre"),
        ("عمره 12", "age", "year_of_age"),
        ("fighting for 3 days", "duration", "days"),
    ],
)
def test_what_is_measured_is_told_apart(text, kind, unit):
    (count,) = find_counts(Document(text))
    assert (count.parsed.kind, count.value.unit) == (kind, unit)
    assert not counts_people_or_things(count)


@pytest.mark.parametrize(
    ("text", "low", "high", "rule", "unit"),
    [
        ("at least 5 T-62 tanks", 5, None, "at_least", "tanks"),
        ("5 or more trucks", 5, None, "at_least", "trucks"),
        ("up to seven soldiers", None, 7, "at_most", "soldier"),
        ("four to six fighters", 4, 6, "range", "fighter"),
        ("tens of thousands of people", 10000, None, "thousands", "person"),
        ("no civilians were hurt", 0, 0, "exact", None),
        ("ما لا يقل عن ثلاثة أطفال", 3, None, "at_least", "طفل"),
        ("عدة صواريخ", None, None, "several", "صاروخ"),
        ("45 (forty-five) houses", 45, 45, "exact", "houses"),
        ("12 500 people", 12500, 12500, "exact", "person"),
    ],
)
def test_bounds_and_units(text, low, high, rule, unit):
    (count,) = find_counts(Document(text))
    assert (count.value.low, count.value.high, count.value.rule) == (low, high, rule)
    if unit is not None:
        assert count.value.unit == unit


@pytest.mark.parametrize(("word", "low"), [("مدنيان", 2), ("طفلين", 2), ("شخص", 1), ("امرأتان", 2), ("طفلة", 1)])
def test_a_noun_implies_its_number(word, low):
    document = Document(f"مقتل {word} في القصف")
    assert implied_count(document, 1).low == low


def test_a_plural_implies_no_number():
    assert implied_count(Document("civilians died"), 0).rule == "indefinite"
    assert implied_count(Document("the the"), 0) is None


def test_ordinals():
    for text, value in (
        ("21st", 21),
        ("twenty-first", 21),
        ("third", 3),
        ("الحادي والعشرين", 21),
        ("الثانية عشرة", 12),
    ):
        assert read_ordinal(Document(text).words, 0)[0].value == value

"""Plain words for numbers, times and places."""

from types import SimpleNamespace

import pytest

from ascertain.model import Interval, Place, Range, Speaker
from ascertain.publish.telling.speakers import as_subject, speaker_words
from ascertain.publish.wording import (
    count_words,
    distance_words,
    figure,
    is_several,
    listed,
    range_label,
    when_words,
    where_words,
    with_article,
)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (6, 6, "6"),
        (6, 8, "6 to 8"),
        (6, None, "at least 6"),
        (None, 8, "up to 8"),
        (0, 3, "0 to 3"),
        (None, None, "no figure"),
        (1200, 1500, "1,200 to 1,500"),
    ],
)
def test_figures(low: int | None, high: int | None, words: str) -> None:
    assert figure(low, high) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (
            "2019-03-15T13:30:00Z",
            "2019-03-15T14:30:00Z",
            "hour",
            "on Friday 15 March 2019, between 15:30 and 16:30 (Damascus time)",
        ),
        ("2019-03-15T13:30:00Z", "2019-03-15T13:31:00Z", "minute", "on Friday 15 March 2019 at 15:30 (Damascus time)"),
        ("2019-03-14T22:00:00Z", "2019-03-15T22:00:00Z", "day", "on Friday 15 March 2019"),
        ("2019-03-14T22:00:00Z", "2019-03-17T22:00:00Z", "week", "between 15 March 2019 and 17 March 2019"),
        ("2019-02-28T22:00:00Z", "2019-03-31T21:00:00Z", "month", "in March 2019"),
        ("2018-12-31T22:00:00Z", "2019-12-31T22:00:00Z", "year", "in 2019"),
        ("2019-03-15T13:30:00Z", None, None, "after 15 March 2019, 15:30"),
        (None, None, None, "at a time that no report gives"),
    ],
)
def test_times(start: str | None, end: str | None, precision: str | None, words: str) -> None:
    interval = Interval(start=start, end=end, precision=precision)  # type: ignore[arg-type]
    assert when_words(interval, "Asia/Damascus") == words


def test_a_place_is_an_area_in_words() -> None:
    near = Place(id="p", name="Qalda", lat=1.0, lon=1.0, radius_m=12_300, relation="near", klass="village")
    assert where_words(near) == "near \u2068Qalda\u2069 (known to within about 13 km)"
    assert where_words(Place(id="p", name="Ruritania", klass="country")) == "somewhere in \u2068Ruritania\u2069"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Northern Coalition", "the Northern Coalition"),
        ("the Valley Army", "the Valley Army"),
        ("Reuters", "Reuters"),
        ("United States", "the United States"),
        ("Ministry of Roads", "the Ministry of Roads"),
    ],
)
def test_articles(name: str, told: str) -> None:
    assert with_article(name) == told


def test_small_words() -> None:
    assert count_words(1, "origin") == "one origin"
    assert count_words(12, "origin") == "12 origins"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert distance_words(707) == "about 710 m"
    assert range_label(Range(outcome="destroyed", item="artillery")) == "Artillery pieces destroyed"


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Malian Armed Forces", True),
        ("Ansar Allah (Houthis)", True),
        ("United States", False),
        ("Northern Army", False),
    ],
)
def test_a_verb_of_many_goes_with_a_name_of_many(name: str, several: bool) -> None:
    assert is_several(name) is several


def test_who_is_told_with_where_it_stood_is_closed_by_a_comma() -> None:
    assert as_subject("the mayor, in The Paper") == "the mayor, in The Paper,"
    assert as_subject("the mayor") == "the mayor"


@pytest.mark.parametrize(
    ("name", "words"),
    (
        ("Taliban", "the Taliban"),
        ("Talmeran Air Force", "the Talmeran Air Force"),
        ("Democratic Republic of Talmera", "the Democratic Republic of Talmera"),
        ("Talmeran Red Cross", "the Talmeran Red Cross"),
        ("Talmera", "Talmera"),
    ),
)
def test_bodies_have_their_article(name: str, words: str) -> None:
    assert with_article(name) == words


def test_property_and_infrastructure_have_a_plural() -> None:
    assert range_label(Range(outcome="damaged", item="infrastructure", min=2, max=2)) == (
        "Pieces of infrastructure damaged"
    )


@pytest.mark.parametrize(
    ("name", "anonymous", "words"),
    (
        ("mayor", False, "the mayor"),
        ("communications minister", False, "the communications minister"),
        ("former minister", False, "a former minister"),
        ("preliminary data", True, "preliminary data"),
        ("Yemeni medical sources", True, "Yemeni medical sources"),
        ("Medical sources", True, "medical sources"),
        ("nurse", False, "a nurse"),
    ),
)
def test_who_speaks_is_named_as_in_a_sentence(name: str, anonymous: bool, words: str) -> None:
    nobody_known = SimpleNamespace(actors={})
    told = speaker_words(Speaker(name=name, anonymous=anonymous), nobody_known)  # type: ignore[arg-type]
    assert told.translate(dict.fromkeys((0x2068, 0x2069))) == words

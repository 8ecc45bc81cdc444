"""What a time is the time of: told by the words before it."""

import pytest

from ascertain.extract.times import find_times
from ascertain.model.time_expression import TimeExpression
from ascertain.resolve.times import resolve_times
from ascertain.text import Document


def _roles(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.parsed.role) for mention in find_times(Document(text))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("As of 5 a.m. we know of three dead.", "saying"),
        ("As of 5 a.m., 14 August, we know of three dead.", "saying"),
        ("Four people were dead as of Monday evening.", "saying"),
        ("حتى تاريخ 5 أيار 2016 بلغ عدد القتلى عشرين", "saying"),
        ("A girl born in 2014 was among the dead.", "birth"),
        ("A baker (b. 1984) was among the dead.", "birth"),
        ("A man born in the village of Exhill on 3 May 1990 was killed.", "birth"),
        ("قتلت طفلة من مواليد 2014 في القصف", "birth"),
        ("The mill, built in 1978, was shelled.", "making"),
        ("Search and rescue operations at the mill were completed at 16:30 on 15 August.", "aftermath"),
        ("The dead were buried on Tuesday.", "aftermath"),
        ("انتهت عمليات البحث والإنقاذ في المبنى عند الساعة 16:30 يوم الاثنين", "aftermath"),
    ],
)
def test_words_before_a_time_say_what_it_is_of(text: str, role: str) -> None:
    assert {found for _, found in _roles(text)} == {role}


@pytest.mark.parametrize(
    "text",
    [
        "The market was shelled at 5 a.m. on Monday.",
        "A girl born in Exhill was killed on 3 May 2014.",
        "The camp was built up again and shelled on Monday.",
        "The bridge was built on Monday.",
        "Rescue workers ended their shift; the strike was on Monday.",
        "The shelling ended on Monday.",
        "قتل ولد في 5 أيار 2014",
        "استمر القصف حتى الساعة الخامسة مساء",
    ],
)
def test_other_times_are_of_events(text: str) -> None:
    assert {found for _, found in _roles(text)} == {"event"}


def test_only_the_time_it_governs_is_taken_away() -> None:
    assert _roles("As of 5 a.m. we know of three killed by shelling on Sunday.") == [
        ("5 a.m.", "saying"),
        ("Sunday", "event"),
    ]


def test_what_follows_hangs_on_no_birthday() -> None:
    text = "The girl, born on 3 May 2014, was killed by a shell at 16:30."
    times = resolve_times(find_times(Document(text)), published_at="2019-08-14T20:00:00Z")
    assert isinstance(times[0].parsed, TimeExpression)
    assert [time.value.start for time in times] == ["2014-05-03T00:00:00Z", "2019-08-14T16:30:00Z"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("ORDA, Jan 31 (Agency) - Rebels killed ten people.", True),
        ("ORDA, Oct. 6, 2014 (Agency) — Rebels killed ten people.", True),
        ("Rebels killed ten people in Orda, Jan 31 (Agency) is reporting.", False),
    ],
)
def test_the_day_of_a_dispatch_with_its_agency(text: str, dateline: bool) -> None:
    assert [mention.parsed.dateline for mention in find_times(Document(text))] == [dateline]

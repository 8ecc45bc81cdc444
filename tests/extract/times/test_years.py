"""Two figures behind a month: a year, or how many there were."""

import pytest

from ascertain.extract.times import find_times
from ascertain.text import Document


@pytest.mark.parametrize(
    ("lang", "text", "time"),
    [
        ("en", "On 1 December 27 people were killed.", "1 December"),
        ("en", "On 1 December 21, a shell hit the market.", "1 December 21"),
        ("en", "On 3 March 22 near Orda a shell hit the market.", "3 March 22"),
        ("en", "On 12/5/21 people fled.", "12/5/21"),
        ("ar", "سقطت في 1 كانون الأول 27 قذيفة على البلدة.", "1 كانون الأول"),
        ("ar", "سقطت قذيفة في 1/12/22 على البلدة.", "1/12/22"),
    ],
)
def test_two_figures_before_a_counted_noun_are_no_year(lang: str, text: str, time: str) -> None:
    assert [mention.text for mention in find_times(Document(text), lang)] == [time]

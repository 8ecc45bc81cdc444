"""Words of evidence on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from ascertain.publish.site.links import page_names
from ascertain.publish.site.marking import evidence, in_attribute, ours, plain, sentence


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a<b>&\"'", "a&lt;b&gt;&amp;&#34;&#39;"),
        ("safe\u202eexe.doc", "RLO"),
        ("\u2066x", "LRI"),
        ("a\u200bb", "ZWSP"),
        ("bell\x07", "U+0007"),
        ("раypal", 'class="mixed"'),
        ("seen by ██████ ███", ">withheld<"),
        ("one ░░░ ░░ two", "[…]"),
    ],
)
def test_what_could_lie_is_marked(words: str, shown: str) -> None:
    assert shown in str(evidence(words))


@pytest.mark.parametrize("words", ["می‌خواهم", "مرحبا", "plain words", "line\nbreak", "Владимир", "a\u200fb"])
def test_what_is_ordinary_stays(words: str) -> None:
    assert str(evidence(words)) == str(escape(words))


@given(st.text(max_size=60))
def test_no_control_reaches_a_page_or_an_attribute(words: str) -> None:
    for made in (str(evidence(words)), str(ours(words)), str(sentence(words)), plain(words), in_attribute(words)):
        assert not {"\u202e", "\u202d", "\u2066", "\u2067", "\x00", "\x1b"} & set(made)


def test_arabic_inside_an_english_sentence_is_isolated() -> None:
    made = str(sentence("Said by \u2068مصدر عسكري\u2069, today"))
    assert made == 'Said by <bdi dir="rtl" lang="ar">مصدر عسكري</bdi>, today'


def test_arabic_in_a_title_of_ours_is_isolated_so_that_the_date_stays_behind_it() -> None:
    assert str(ours("Air strike in تل مارون, 6 June")) == 'Air strike in <bdi lang="ar">تل مارون</bdi>, 6 June'


def test_our_own_isolates_in_a_title_are_elements_and_no_characters_to_be_seen() -> None:
    title = ours("إطلاق نار في \u2068Savo\u2069، 2 شباط/فبراير 2022")
    assert '<bdi dir="ltr">Savo</bdi>' in title and "FSI" not in title and "\u2068" not in title
    assert "RLO" in ours("إطلاق نار في \u2068Sa\u202evo\u2069")  # what a name hides is shown all the same


@given(st.lists(st.text(min_size=1, max_size=100), unique=True, max_size=20))
def test_page_names_are_safe_and_no_two_alike(ids: list[str]) -> None:
    names = page_names(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    assert all(
        name.isascii() and "/" not in name and not name.startswith(".") and len(name) < 100 for name in names.values()
    )

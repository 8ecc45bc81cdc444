"""H9: names cannot lie to the reader: bidi controls, invisibles and look-alikes are isolated and marked."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.safety.text import BIDI_CONTROLS, display, isolate, mixed_scripts, oddities

LIES = [
    "report\u202egpj.exe",
    "\u202dhttps://example.org",
    "a\u2066b",
    "a\u2067b\u2069",
    "\u202bقصف",
    "x\u202cy",
    "x\u2069y",
    "Reuters\u200b",
    "Reu\u00adters",
    "Reu\u2060ters",
    "SANA\ufeff",
    "A\u180eP",
    "ad\u034fmin",
    "name\u3164",
    "name\uffa0",
    "\u2800name",
    "a\u115fb",
    "ok\x1b[31mred",
    "ok\x1b]0;title\x07",
    "a\x08b",
    "a\x7fb",
    "a\x9bb",
    "line\u2028break",
    "para\u2029graph",
    "lone\ud800",
    "over\rwrite",
    "tag\U000e0041\U000e0042",
    "a\u206ab",
    "a\u200db",
    "\u200cstart",
]
LOOK_ALIKES = ["Rеuters", "АР", "Ѕyria", "Sаna", "αl-Jazeera", "Al Jazeerа", "pаypal", "gооgle", "Ρalestine"]
HONEST = [
    "Reuters",
    "وكالة سانا",
    "Новости",
    "Ελλάδα",
    "السورية.نت",
    "می‌خواهم",
    "Zürich",
    "القصف عام 2019",
    "👩‍👩‍👧",
    "٣٤",
    "SANA سانا",
]


@pytest.mark.parametrize("lie", LIES)
def test_what_cannot_be_seen_is_shown(lie: str) -> None:
    shown = display(lie)
    inner = shown.removeprefix("\u2068").removesuffix("\u2069")
    assert "⟨U+" in inner
    assert not any(unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp") for one in inner if one not in "\n\t")
    assert oddities(lie)


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_look_alikes_are_marked(name: str) -> None:
    odd = [one for one in oddities(name) if "letters of" in one.what]
    only_one_script = len({unicodedata.name(one).split()[0] for one in name if one.isalpha()}) == 1
    assert odd or only_one_script


@pytest.mark.parametrize("name", HONEST)
def test_honest_names_are_left_alone(name: str) -> None:
    assert oddities(name) == []
    assert display(name).strip("\u2068\u2069") == name


@given(st.text(st.characters(), max_size=60))
def test_nothing_shown_can_turn_what_is_round_it(text: str) -> None:
    shown = display(text)
    opened = [one for one in shown if one in BIDI_CONTROLS]
    assert opened in ([], ["\u2068", "\u2069"])
    if any(unicodedata.bidirectional(one) in ("R", "AL", "AN") for one in shown):
        assert shown[0] == "\u2068" and shown[-1] == "\u2069"


@given(st.text(st.sampled_from("ab \n\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200fقص"), max_size=40))
def test_an_isolated_text_closes_all_that_it_opens_and_nothing_else(text: str) -> None:
    depth = 0
    for one in isolate(text):
        depth += one in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
        depth -= one in "\u202c\u2069"
        assert depth >= 0
    assert depth == 0
    letters = [one for one in text if one not in BIDI_CONTROLS]
    assert [one for one in isolate(text) if one not in BIDI_CONTROLS] == letters


@given(st.text(max_size=30))
def test_a_word_of_one_script_is_no_look_alike(text: str) -> None:
    assert mixed_scripts("".join(one for one in text if "a" <= one <= "z")) == ()


def test_control_the_raw_name_turns_the_order() -> None:
    """Control: shown as it is, the name carries the control that turns it."""
    assert "\u202e" in LIES[0] and LIES[0].endswith("gpj.exe")
    assert any(one in BIDI_CONTROLS for one in f"File {LIES[0]} of the case")

"""Names of people that texts in two scripts share."""

import pytest

from ascertain.group.signs import word_sign
from ascertain.group.spoken import Names, Spoken, in_both_scripts, near
from ascertain.group.telling import Telling
from ascertain.group.words import written
from ascertain.model import Claim, Item, Span

ENGLISH = Item(id="en", text="Shells hit Ariha. Saleem al-Qarmouz, a teacher, and his pupil Jad Shreiteh were killed.")
ARABIC = Item(id="ar", text="استشهد المعلم سليم القرموز وتلميذه جاد شريطه جراء القصف على أريحا")
OTHER = Item(id="other", text="استشهد المعلم رامي البستاني جراء القصف على أريحا")


def sounds(names: Names, item: Item) -> set[str]:
    return {one.sound for one in names.of(item, written(item))[1]}


def test_a_name_is_found_in_the_other_script() -> None:
    names = Names([ENGLISH, ARABIC, OTHER])
    assert len(sounds(names, ENGLISH) & sounds(names, ARABIC)) == 2
    assert not sounds(names, OTHER)


def test_words_without_a_capital_and_across_a_stop_are_no_names() -> None:
    text = "The teacher saleem qarmouz died. Jad. Shreiteh said so."
    assert not sounds(Names([Item(id="en", text=text)]), ARABIC)


def test_nothing_is_looked_for_where_no_text_is_in_latin_script() -> None:
    assert Names([ARABIC, OTHER]).of(ARABIC, written(ARABIC)) == (False, [])


def test_of_several_events_each_has_the_names_about_its_claims() -> None:
    spoken = [Spoken("slm krmz", 50), Spoken("gd srt", 2_000)]
    claim = Claim(id="c", item="a", event="shelling", quote=Span(start=40, end=60, text="x" * 20))
    assert near(spoken, [claim], alone=False) == {"slm krmz"}
    assert near(spoken, [claim], alone=True) == {"slm krmz", "gd srt"}


def test_only_what_both_scripts_have_counts_and_the_rarer_the_more() -> None:
    bags = [(True, frozenset({"a", "b"})), (False, frozenset({"a"})), (True, frozenset({"b"})), (False, frozenset())]
    first, second, third, fourth = in_both_scripts(bags)
    assert set(first) == set(second) == {"a"} and not third and not fourth
    many = [(n % 2 == 0, frozenset({"a"})) for n in range(60)]
    assert not any(in_both_scripts(many))


@pytest.mark.parametrize(("lang", "told"), [("en", True), ("ar", False)])
def test_names_are_compared_by_sound_between_two_languages_alone(lang: str, *, told: bool) -> None:
    one = Telling(number=0, item="a", claims=(), starts=True, event="shelling", lang="ar", names={"slm krmz": 4.0})
    two = Telling(number=1, item="b", claims=(), starts=True, event="shelling", lang=lang, names={"slm krmz": 4.0})
    sign = word_sign(one, two)
    assert (sign.because == "they share names that sound alike") is told
    assert any(name == "words.spoken" and worth > 1 for name, worth in sign.values) is told


def test_half_of_a_character_is_no_letter() -> None:
    broken = Item(id="a", text="Shells hit Ariha \ud800 and Saleem al-Qarmouz")
    assert sounds(Names([broken]), broken)

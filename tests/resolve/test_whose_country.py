"""Words that fit any country's party ("the regime", "soldiers") mean that of the country that is spoken of."""

import pytest

from ascertain import extract_text


def meant(text: str, words: str) -> str:
    """Return the id of whom some words of a text stand for."""
    return next(
        getattr(mention.value, "id", "")
        for mention in extract_text(text).mentions
        if mention.kind == "actor" and mention.text == words
    )


@pytest.mark.parametrize(
    ("text", "words", "id"),
    (
        ("The regime bombed a village in Sagaing Region, Myanmar.", "The regime", "mm.sac"),
        ("The regime bombed a village near Aleppo in Syria.", "The regime", "sy.government"),
        ("The regime bombed a village.", "The regime", "sy.government"),
        ("The regime bombed a village near Gao in Mali.", "The regime", "generic.regime"),
        ("قصف الجيش الوطني حيا في عفرين.", "الجيش الوطني", "sna"),
        ("قصفت مدفعية الجيش الوطني قرية في عفرين.", "مدفعية الجيش الوطني", "sna"),
        ("قصف الجيش الوطني حيا في تاجوراء شرق طرابلس.", "الجيش الوطني", "ly.lna"),
        ("Assad's forces were praised in Moscow, Russia.", "Assad's forces", "sy.armed_forces"),
    ),
)
def test_a_regime_is_that_of_the_country_spoken_of(text: str, words: str, id: str) -> None:
    assert meant(text, words) == id


@pytest.mark.parametrize(
    ("text", "words", "id"),
    (
        ("Two soldiers were killed near Gao in Mali. A bomb hit a market in Timbuktu.", "soldiers", "ml.armed_forces"),
        ("In Gao, Timbuktu and Mopti in Mali nothing happened all day, and in the evening the markets opened once more "
         "for the whole of the week. In Niger, two soldiers were killed near Tillaberi.", "soldiers", "generic.army"),
    ),
)  # fmt: skip
def test_soldiers_are_of_the_country_of_the_place_beside_them(text: str, words: str, id: str) -> None:
    assert meant(text, words) == id


@pytest.mark.parametrize(
    ("text", "words", "id"),
    (
        ("قصف الجيش السعودي قرية قرب حلب في سوريا.", "الجيش السعودي", "sa.armed_forces"),
        ("The Qatari army shelled a village near Aleppo in Syria.", "Qatari army", "qa.armed_forces"),
        ("قال الثوار الليبيون إن الجيش السوري قصف حلب.", "الثوار الليبيون", ""),
    ),
)
def test_an_adjective_of_another_state_wins_over_the_country_spoken_of(text: str, words: str, id: str) -> None:
    found = meant(text, words)
    assert found == id if id else not found.startswith("sy.")

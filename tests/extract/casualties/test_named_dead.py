"""The dead that are named: each is one, whatever towns bear their names; and the parts of a sum that is a bound."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def _read(text: str, knowledge: Knowledge) -> Claim:
    (claim,) = extract(Item(id="wire", text=text, source="River Wire"), knowledge).claims
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, John Black and Peter Stone died in the shelling of Idlib on Monday.",
        "Shelling killed Ann Roe, John Black and Peter Stone in Idlib on Monday.",
    ],
)
def test_a_name_that_towns_have_too_counts_and_is_no_place(text: str, knowledge: Knowledge) -> None:
    claim = _read(text, knowledge)
    assert [(count.low, count.named) for count in claim.counts] == [(3, 3)]
    assert claim.where is not None and claim.where.text == "Idlib"


def test_a_part_of_a_town_that_is_shelled_is_a_place(knowledge: Knowledge) -> None:
    claim = _read("Rebels shelled Old Aleppo on Monday.", knowledge)
    assert claim.where is not None


def test_parts_that_add_up_to_a_bound_are_no_further_dead(knowledge: Knowledge) -> None:
    claim = _read("At least 12 people, three women and nine men, were killed in Idlib on Monday.", knowledge)
    assert [(count.low, count.part_of) for count in claim.counts] == [(12, None), (3, 0), (9, 0)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen killed a cadet from Ecuador in Idlib on Monday.", "Idlib"),
        ("A student from Ecuador was shot dead on Monday.", None),
    ],
)
def test_the_country_somebody_is_from_is_not_where_he_died(text: str, place: str | None, knowledge: Knowledge) -> None:
    claim = _read(text, knowledge)
    assert (claim.where.text if claim.where else None) == place


def test_a_figure_of_dead_and_hurt_together_is_neithers_own(knowledge: Knowledge) -> None:
    claim = _read("The army inflicted 90 casualties on the rebels, including dead and wounded, in Idlib.", knowledge)
    assert [(count.outcome, count.low, count.high) for count in claim.counts] == [("killed", 1, 90), ("injured", 1, 90)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("أسماء شهداء القصف على بلدة أوردة\n#تحديث\n1- سامر خالد الحسن\n2- محمد علي السالم", (2, 2)),
        ("أسماء شهداء القصف على بلدة أوردة\n1- سامر خالد الحسن\n2- محمد علي السالم\n3- أحمد حسن ...", (3, None)),
    ],
)
def test_a_line_of_names_heads_a_list_which_may_be_cut(
    text: str, counted: tuple[int, int | None], knowledge: Knowledge
) -> None:
    assert [(count.low, count.high) for count in _read(text, knowledge).counts] == [counted]


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع عدد قتلى القصف على بلدة أوردة إلى 5 بعد وفاة طفلة متأثرة بجراحها.",
        "ارتفعت حصيلة القصف على بلدة أوردة إلى 5 قتلى بوفاة مصاب.",
    ],
)
def test_a_death_by_which_a_toll_rose_is_among_it(text: str, knowledge: Knowledge) -> None:
    assert [(count.outcome, count.low) for count in _read(text, knowledge).counts] == [("killed", 5)]

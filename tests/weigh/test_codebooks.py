"""The codes of the codebooks, value by value, and their cases."""

import pytest

from ascertain.model import Interval, Place
from ascertain.model.place import PlaceClass
from ascertain.weigh.icd203 import check_sentence, confidence_words, likelihood_words
from ascertain.weigh.rule_sets.acled import geo_precision, time_precision
from ascertain.weigh.rule_sets.admiralty import LETTERS, NUMBERS
from ascertain.weigh.rule_sets.ucdp_ged import date_precision, where_precision


def place(klass: PlaceClass | None, relation: str | None = None, radius_m: float | None = None) -> Place:
    return Place(id="p", name="P", klass=klass, relation=relation, radius_m=radius_m)


@pytest.mark.parametrize(
    ("where", "code"),
    [
        pytest.param(place("village"), 1, id="the exact place"),
        pytest.param(place("village", "near"), 2, id="near a known place"),
        pytest.param(place("town", None, 15_000), 2, id="a limited area about a place"),
        pytest.param(place("district"), 3, id="a second-order unit"),
        pytest.param(place("governorate"), 4, id="a first-order unit"),
        pytest.param(place("town", "along"), 5, id="along a road"),
        pytest.param(place("town", "between"), 5, id="between two places"),
        pytest.param(place("country"), 6, id="the country"),
        pytest.param(None, 6, id="no more than the country"),
    ],
)
def test_ucdp_where_prec(where: Place | None, code: int) -> None:
    assert where_precision(where) == code


@pytest.mark.parametrize(
    ("precision", "code"),
    [("minute", 1), ("part_of_day", 1), ("day", 1), ("week", 3), ("month", 4), ("season", 5), ("year", 5)],
)
def test_ucdp_date_prec(precision: str, code: int) -> None:
    assert date_precision(Interval(precision=precision)) == code  # type: ignore[arg-type]


def test_ucdp_date_prec_of_nothing_is_nothing() -> None:
    assert date_precision(None) is None


@pytest.mark.parametrize(("precision", "code"), [("hour", 1), ("day", 1), ("week", 2), ("month", 3), ("year", 3)])
def test_acled_time_precision(precision: str, code: int) -> None:
    assert time_precision(Interval(precision=precision)) == code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "code"),
    [
        pytest.param(place("town"), 1, id="a named town"),
        pytest.param(place("town", "near"), 2, id="near a town"),
        pytest.param(place("district"), 2, id="part of a region"),
        pytest.param(place("governorate"), 3, id="a larger region"),
        pytest.param(None, 3, id="nothing nearer than the province's capital"),
    ],
)
def test_acled_geo_precision(where: Place | None, code: int) -> None:
    assert geo_precision(where) == code


def test_the_admiralty_scales_end_in_what_cannot_be_judged() -> None:
    assert list(LETTERS) == list("ABCDEF")
    assert list(NUMBERS) == [1, 2, 3, 4, 5, 6]
    assert "can't be judged" in LETTERS["F"]
    assert "can't be judged" in NUMBERS[6]


@pytest.mark.parametrize(
    ("per_cent", "words"),
    [(3, "almost no chance"), (10, "very unlikely"), (30, "unlikely"), (50, "roughly even chance"), (70, "likely"),
     (90, "very likely"), (97, "almost certain")],
)  # fmt: skip
def test_icd_203_likelihoods(per_cent: float, words: str) -> None:
    assert likelihood_words(per_cent) == words


@pytest.mark.parametrize(
    ("origins", "contradicted", "words"),
    [(1, False, "low"), (2, False, "moderate"), (3, True, "moderate"), (3, False, "high")],
)
def test_icd_203_confidence(origins: int, contradicted: bool, words: str) -> None:
    assert confidence_words(origins, contradicted) == f"{words} confidence"


def test_icd_203_a_confidence_and_a_likelihood_never_in_one_sentence() -> None:
    assert check_sentence("We assess with high confidence that the strike was likely deliberate.")
    assert check_sentence("The strike was likely deliberate.") is None
    assert check_sentence("We have high confidence in this judgement.") is None

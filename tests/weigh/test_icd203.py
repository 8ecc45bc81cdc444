import pytest

from ascertain.model import Misused
from ascertain.weigh.icd203 import check_sentence, likelihood_words


@pytest.mark.parametrize(
    ("per_cent", "words"),
    [(1, "almost no chance"), (10, "very unlikely"), (44.9, "unlikely"), (50, "roughly even chance"), (55, "likely"),
     (80, "very likely"), (99, "almost certain")],
)  # fmt: skip
def test_words_of_likelihood(per_cent: float, words: str) -> None:
    assert likelihood_words(per_cent) == words


@pytest.mark.parametrize("per_cent", [0, 100, -5])
def test_certainty_has_no_words(per_cent: float) -> None:
    with pytest.raises(Misused):
        likelihood_words(per_cent)


@pytest.mark.parametrize(
    ("sentence", "fine"),
    [
        ("It is likely that North did it.", True),
        ("We have high confidence in this judgement.", True),
        ("We have high confidence that North likely did it.", False),
        ("With moderate confidence, it is very unlikely that others took part.", False),
    ],
)
def test_never_a_confidence_and_a_likelihood_in_one_sentence(sentence: str, fine: bool) -> None:
    assert (check_sentence(sentence) is None) == fine

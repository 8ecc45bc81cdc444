import pytest

from ascertain.model import Misused
from ascertain.text.spellings import spellings


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("raid", ("raid",)),
        ("raid(|s)", ("raid", "raids")),
        ("air( |-)raid", ("air raid", "air-raid")),
        ("(a |)(car|van) bomb", ("a car bomb", "a van bomb", "car bomb", "van bomb")),
        ("land( |-(x|y)|)mine", ("land mine", "land-xmine", "land-ymine", "landmine")),
        ("(|)", ()),
    ],
)
def test_alternatives(phrase: str, expected: tuple[str, ...]) -> None:
    assert set(spellings(phrase)) == set(expected)
    assert len(spellings(phrase)) == len(set(spellings(phrase)))


@pytest.mark.parametrize("phrase", ["raid(|s", "raid)", "(a|b))", "(a|b)" * 13])
def test_faults_are_named(phrase: str) -> None:
    with pytest.raises(Misused) as refused:
        spellings(phrase)
    assert refused.value.remedy

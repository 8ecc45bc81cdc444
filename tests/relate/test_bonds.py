import tomllib
from importlib.resources import files

import pytest

from ascertain.relate.bonds import close_to, is_ours, is_owned
from ascertain.text.fold import fold_characters

WORDS = tomllib.loads(files("ascertain.relate").joinpath("bonds.toml").read_text("utf-8"))
EXAMPLES = [tuple(example) for table in WORDS.values() for example in table["examples"]]


@pytest.mark.parametrize(("text", "speaker", "side"), EXAMPLES)
def test_every_example_of_the_words_holds(text: str, speaker: str, side: str) -> None:
    assert close_to(text, text.index(speaker) + len(speaker)) == fold_characters(side)


def test_an_office_is_owned_only_where_a_possessive_stands_before_it() -> None:
    told = "The northern coalition struck a convoy, its press office said"
    assert is_owned(told, told.index("press office"))
    assert not is_owned("The convoy moved on, the press office said", 21)


@pytest.mark.parametrize(
    ("text", "name", "ours"),
    [
        ("Our correspondent said two shops burnt down", "correspondent", True),
        ("The correspondent said four shops burnt down", "correspondent", False),
        ("عاجل | مراسلنا: احتراق محلين", "مراسلنا", True),
        ("وقال مراسل وكالتنا إن محلين احترقا", "مراسل وكالتنا", True),
        ("وقال مراسل الوكالة إن محلين احترقا", "مراسل الوكالة", False),
    ],
)
def test_the_own_people_of_whoever_writes(text: str, name: str, ours: bool) -> None:
    start = text.index(name)
    assert is_ours(text, start, start + len(name)) is ours

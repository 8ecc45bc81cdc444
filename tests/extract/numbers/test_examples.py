"""The examples in the languages' packs of number words."""

import pytest

from ascertain.extract.numbers import find_counts
from ascertain.languages.numbers import packs
from ascertain.text import Document

EXAMPLES = [example for pack in packs("numbers") for example in pack.get("example", ())]


def shown(number):
    return "-" if number is None else number


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"][:40] for example in EXAMPLES])
def test_example(example):
    counts = find_counts(Document(example["text"]))
    assert [[c.text, shown(c.value.low), shown(c.value.high), c.value.rule] for c in counts] == example["counts"]

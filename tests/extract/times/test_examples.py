"""The examples in the languages' packs of time words, from the words to the interval."""

import pytest

from ascertain.extract.times import find_times
from ascertain.languages.numbers import packs
from ascertain.model import Interval
from ascertain.resolve.times import resolve_times
from ascertain.text import Document

EXAMPLES = [example for pack in packs("times") for example in pack.get("example", ())]


def read(text, published_at=None, zone=None):
    return resolve_times(find_times(Document(text)), published_at=published_at, zone=zone)


def rows(mentions):
    found = []
    for mention in mentions:
        value = mention.value or Interval()
        found.append([mention.text, value.start or "-", value.end or "-", value.timex])
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"][:40] for example in EXAMPLES])
def test_example(example):
    got = rows(read(example["text"], example.get("published_at")))
    wanted = example["times"]
    assert [row[0] for row in got] == [row[0] for row in wanted]
    for one, two in zip(got, wanted, strict=True):
        starts_open = two[1] == "-" and two[2] != "-"  # "by the end of the year" has an end alone
        assert (one[2:] if starts_open else one) == (two[2:] if starts_open else two)

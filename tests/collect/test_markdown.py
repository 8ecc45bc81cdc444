"""Markdown's marks are no words: what they stand about is read as it is meant, and every offset stays."""

import pytest

from ascertain.collect.markdown import marks_of
from ascertain.collect.stage import collect
from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Five civilians** were *killed*.", "Five civilians were killed."),
        ("# A market was hit\n\nBy shells.", "A market was hit\n\nBy shells."),
        ('[shells](https://x.example "why") fell', "shells fell"),
        ("![a crater](crater.png)\n> as __he__ said", "\nas he said"),
        ("- one\n* two\n1. three\n***\n```", "one\ntwo\nthree\n\n"),
        ("**مقتل خمسة** مدنيين", "مقتل خمسة مدنيين"),
        (
            "2 * 3 * 4, a_file_name, a *lone star, \\*as written\\*",
            "2 * 3 * 4, a_file_name, a *lone star, \\*as written\\*",
        ),
        ("**not closed\n\nin its paragraph**", "**not closed\n\nin its paragraph**"),
    ],
)
def test_marks_are_told_from_characters(text, words):
    left = text
    for start, end in reversed(marks_of(text)):
        left = left[:start] + left[end:]
    assert left == words


def test_the_toll_in_bold_is_read(tmp_path):
    (tmp_path / "a.md").write_text("**Five civilians** were killed when [shells](https://x.example) fell on *Orda*.\n")
    (tmp_path / "b.txt").write_text("**Five civilians** were wounded.\n")
    items = {thing.text[:30]: thing for thing in collect([tmp_path]) if isinstance(thing, Item)}
    marked = next(item for item in items.values() if "killed" in item.text)
    assert not next(item for item in items.values() if "wounded" in item.text).furniture
    counts = [count for claim in extract(marked, load()).claims for count in claim.counts]
    assert [(count.outcome, count.group, count.low) for count in counts] == [("killed", "civilians", 5.0)]
    for claim in extract(marked, load()).claims:
        assert marked.text[claim.quote.start : claim.quote.end] == claim.quote.text


def test_an_address_is_no_part_of_a_name(tmp_path):
    (tmp_path / "a.txt").write_text("From: River Desk <desk@river.example>\nDate: 2020-03-04\n\nA road was closed.\n")
    [item] = [thing for thing in collect([tmp_path]) if isinstance(thing, Item)]
    assert item.source == "River Desk"

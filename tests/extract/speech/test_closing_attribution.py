"""Who is named at the end of a sentence said all of it, whatever day stands behind the verb."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.mark.parametrize(
    "behind", ["", " on Friday", " late on Friday", " in a statement on 5 May 2023", " on Friday in Geneva"]
)
def test_the_day_of_saying_behind_the_verb_changes_nothing(behind: str) -> None:
    text = f"Two people were killed in a strike in Idlib on Thursday, the governor said{behind}."
    [claim, *_] = extract(Item(id="a", text=text), load()).claims
    assert [speaker.name for speaker in claim.speakers] == ["governor"]
    assert claim.when is not None and claim.when.text == "Thursday"

"""Reports that are said to be false: nobody died by what they tell."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The report that the mayor was killed in Orda is absolutely unfounded.", [0]),
        ("Reports that gunmen killed the mayor were untrue, police said.", [0]),
        ("The report that the mayor was killed in Orda is true; a report that he fled is false.", [1]),
        ("The mayor was killed in Orda after a report that was false.", [1]),
    ],
)
def test_nobody_died_where_the_report_is_false(text: str, killed: list[int], knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text=text), knowledge).claims
    assert [count.low for claim in claims for count in claim.counts if count.outcome == "killed"] == killed

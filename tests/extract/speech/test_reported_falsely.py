"""Reports that are said to be false: what they tell, and the dead that they count, are denied."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("text", "killed", "polarity"),
    [
        ("The report that the mayor was killed in Orda is absolutely unfounded.", 1, "denied"),
        ("Reports that gunmen killed the mayor were untrue, police said.", 1, "denied"),
        ("The report that the mayor was killed in Orda is true; a report that he fled is false.", 1, "asserted"),
        ("The mayor was killed in Orda after a report that was false.", 1, "asserted"),
    ],
)
def test_what_a_false_report_tells_is_denied(text: str, killed: int, polarity: str, knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text=text), knowledge).claims
    counted = [(claim.polarity, count.low) for claim in claims for count in claim.counts if count.outcome == "killed"]
    assert counted == [(polarity, killed)]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that five people were killed by shelling in Idlib are false.",
        "Reports that gunmen attacked Idlib, killing five people, are false, police said.",
        "The claim that the army shelled Idlib is false.",
    ],
)
def test_all_that_a_false_report_tells_is_denied(text: str, knowledge: Knowledge) -> None:
    claims = extract(Item(id="x", text=text), knowledge).claims
    assert [claim.polarity for claim in claims if claim.event != "statement"] == ["denied"]

"""The examples of the how-to pages run as they stand."""

import re
from pathlib import Path

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge
from ascertain.model import Item

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"


def example(page: str) -> dict:
    """Return what the first Python block of a page defines."""
    code = re.search(r"```python\n(.*?)```", (HOW_TO / page).read_text(encoding="utf-8"), re.DOTALL)[1]
    names: dict = {"__name__": "example"}
    exec(compile(code, page, "exec"), names)
    return names


def test_the_extractor_of_the_page_is_one_whose_proposals_stand():
    text = "Calm since noon. A siren was heard in Orda. Then nothing."
    reading = extract(Item(id="x", text=text), Knowledge(), [example("add-an-extractor.md")["extractor"]])
    assert [(claim.event, claim.quote.text.strip()) for claim in reading.claims] == [
        ("explosion", "A siren was heard in Orda.")
    ]
    assert reading.refused == 0

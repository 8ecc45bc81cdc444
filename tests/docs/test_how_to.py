"""The examples of the how-to pages run as they stand."""

import re
from pathlib import Path

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge
from ascertain.model import Item

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"


def example(page: str, offered: str) -> object:
    """Return what the page's Python block that offers a plug-in offers, run as it stands."""
    blocks = re.findall(r"```python\n(.*?)```", (HOW_TO / page).read_text(encoding="utf-8"), re.DOTALL)
    [code] = [block for block in blocks if f"\n{offered} = " in block]
    names: dict = {"__name__": "example"}
    exec(compile(code, page, "exec"), names)
    return names[offered]


def test_the_extractor_of_the_page_is_one_whose_proposals_stand():
    text = "Calm since noon. A siren was heard in Orda. Then nothing."
    reading = extract(Item(id="x", text=text), Knowledge(), [example("add-an-extractor.md", "extractor")])
    assert [(claim.event, claim.quote.text.strip()) for claim in reading.claims] == [
        ("explosion", "A siren was heard in Orda.")
    ]
    assert reading.refused == 0


@pytest.mark.parametrize(
    ("page", "offered", "attributes"),
    [
        ("add-a-collector.md", "collector", ("name", "accepts", "read")),
        ("add-a-rule-set.md", "rule_set", ("name", "title", "source", "assess")),
        ("add-an-exporter.md", "exporter", ("name", "media_type", "suffix", "write")),
        ("add-an-extractor.md", "extractor", ("name", "version", "claims")),
    ],
)
def test_the_example_of_a_page_is_a_whole_plugin(page, offered, attributes):
    plugin = example(page, offered)
    assert type(plugin).__doc__
    assert [name for name in attributes if not hasattr(plugin, name)] == []

"""The place of writing, and the label of a line."""

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


def _where(text: str) -> list[str | None]:
    return [c.where.text if c.where else None for c in extract(Item(id="a", text=text), load()).claims]


def test_a_label_gives_way_to_where_its_sentence_says_that_it_was() -> None:
    assert _where("Damascus: Missiles hit the port of Latakia on Tuesday.") == ["Latakia"]


def test_a_label_alone_is_the_place() -> None:
    assert _where("Aleppo: Shelling killed three civilians on Tuesday.") == ["Aleppo"]

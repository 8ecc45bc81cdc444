"""Ties between parties hold for a time: who was part of a state's forces is not that state after they parted."""

import pytest

from ascertain.knowledge import Knowledge, load
from ascertain.model import ActorRelation, Item
from ascertain.relate.directory import Directory


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2012-12-31", False), ("2013-05-01", True), ("2023-04-15", True), ("2023-04-16", False), (None, True)],
)
def test_a_tie_holds_between_its_days(day: str | None, holds: bool) -> None:
    assert ActorRelation(kind="part_of", to="state", since="2013", until="2023-04-15").holds_on(day) is holds


@pytest.mark.parametrize(("day", "head"), [("2020-01-01", "sd"), ("2025-01-01", "sd.rsf")])
def test_whose_word_a_force_speaks_depends_on_the_day(knowledge: Knowledge, day: str, head: str) -> None:
    items = [Item(id="a", text="x", source="Town Wire", published_at=day)]
    assert Directory(knowledge, items).head("sd.rsf") == head

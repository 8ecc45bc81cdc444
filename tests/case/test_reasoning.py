"""Relating, grouping and weighing: beside one another, or of many items in this process, with the same outcome."""

import pytest

from ascertain.case import reasoning
from ascertain.case.reading import reader
from ascertain.engine.local import OneProcess, Pool
from ascertain.knowledge import load
from ascertain.model import Item, Settings
from ascertain.storage.records import encode

TEXTS = (
    "Three people were killed in an air strike on a market in Idlib on 4 May 2021, residents said.",
    "Residents said that three people were killed in an air strike on a market in Idlib on 4 May 2021.",
    "قتل ثلاثة أشخاص في غارة جوية على سوق في إدلب يوم 4 أيار 2021 بحسب سكان",
    "Two soldiers were wounded by shelling near Kherson on 9 June 2021, the army said.",
)


@pytest.fixture(scope="module")
def case():
    knowledge, settings = load(), Settings()
    items = [Item(id=f"i{number}", text=text) for number, text in enumerate(TEXTS)]
    read = reader(knowledge, settings)
    return items, {item.id: read(item) for item in items}, knowledge, settings


@pytest.mark.parametrize("many", [0, len(TEXTS), 20_000])
def test_of_many_items_the_same_comes_out(case, many, monkeypatch):
    monkeypatch.setattr(reasoning, "MANY", many)
    ties, told = reasoning.reason(*case, engine=OneProcess())
    expected = ties, list(told)
    derivation, incidents = reasoning.reason(*case, engine=Pool(2))
    assert encode(derivation) == encode(expected[0])
    found = list(incidents)
    assert encode(tuple(found)) == encode(tuple(expected[1]))
    assert len(found) == 2

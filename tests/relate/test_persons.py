"""One person under several names is one origin."""

import pytest

from ascertain.case.reading import reader
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item, Settings
from ascertain.relate.stage import relate
from ascertain.resolve.collection import settle


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def origins(knowledge: Knowledge, *texts: str) -> list[str]:
    """The origins to which some claim goes back."""
    settings = Settings(time_zone="Europe/Kyiv")
    items = [
        Item(id=f"item-{number}", text=text, source=f"Paper {number}", published_at="2022-05-03")
        for number, text in enumerate(texts)
    ]
    read = reader(knowledge, settings)
    readings = settle(items, {item.id: read(item) for item in items}, settings)
    return [one.name for one in relate(items, readings, knowledge).origins if one.claims]


def test_the_last_name_is_whoever_the_text_names_in_full(knowledge: Knowledge) -> None:
    found = origins(
        knowledge,
        "Governor Taras Mylenko said that shells killed four people in Izium on 2 May 2022.\n"
        "Nine people were wounded in the shelling of Izium, Mylenko said.",
    )
    assert len(found) == 1


def test_two_spellings_of_one_name_in_two_papers(knowledge: Knowledge) -> None:
    found = origins(
        knowledge,
        "Governor Taras Mylenko said that shells killed four people in Izium on 2 May 2022.",
        "Shells killed four people in Izium on 2 May 2022, the head of the region, Taras Milenko, said.",
    )
    assert len(found) == 1


def test_two_people_of_one_last_name_stay_two(knowledge: Knowledge) -> None:
    found = origins(
        knowledge,
        "Governor Taras Mylenko said that shells killed four people in Izium on 2 May 2022.",
        "Mayor Oksana Mylenko said that shells killed six people in Izium on 2 May 2022.",
    )
    assert len(found) == 2

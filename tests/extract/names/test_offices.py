"""Somebody named with an office right before the name is one mention, and stays the person of that name."""

import pytest

from ascertain.extract.names import find_actors
from ascertain.knowledge import Knowledge, load
from ascertain.model import Mention
from ascertain.text import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def people(text: str, knowledge: Knowledge) -> list[Mention]:
    return [one for one in find_actors(Document(text), "en", knowledge) if one.parsed.type == "person"]


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("Foreign Secretary Jane Roe condemned it.", "Foreign Secretary Jane Roe", "Jane Roe"),
        ("They met US Secretary of State John Roe.", "US Secretary of State John Roe", "John Roe"),
        ("Ambassador Robert Roebank has left.", "Ambassador Robert Roebank", "Robert Roebank"),
    ],
)
def test_an_office_belongs_to_the_name_behind_it(knowledge: Knowledge, text: str, said: str, name: str) -> None:
    [person] = people(text, knowledge)
    assert (person.text, person.parsed.name) == (said, name)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, Jane Roe, spoke.",
        "He told the prosecutor John Roe had left.\nGovernor\nJane Roe spoke.",
        "The governor and Jane Roe spoke.",
    ],
)
def test_what_stands_apart_from_a_name_is_no_part_of_it(knowledge: Knowledge, text: str) -> None:
    assert "Jane Roe" in [one.text for one in people(text, knowledge)]


def test_a_named_spokesman_speaks_for_his_party() -> None:
    found = find_actors(Document("Taliban spokesman John Roe claimed responsibility."), "en", load())
    assert [(mention.text, mention.parsed.actors) for mention in found] == [
        ("Taliban spokesman John Roe", ("taliban",))
    ]


def test_an_adjective_within_a_word_names_nobody() -> None:
    assert not [
        mention for mention in find_actors(Document("Russian-speaking white men arrived."), "en", load())
        if "ru" in mention.parsed.actors
    ]  # fmt: skip


def test_a_land_before_the_name_of_a_paper_does_nothing() -> None:
    found = find_actors(Document("Four people were killed, Sudan Tribune has learned."), "en", load())
    assert not [mention for mention in found if "sd" in mention.parsed.actors]

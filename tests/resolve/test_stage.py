"""Resolve puts places, times, actors and equipment together, and gives parties the ids of the actors in their words."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Interval, Item, Place, Reading, Settings, Skipped
from ascertain.resolve.stage import resolve, source_of


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge, published_at: str | None = None) -> Reading:
    item = Item(id="x", text=text, published_at=published_at)
    return resolve(item, extract(item, knowledge), knowledge, Settings())


def test_nothing_is_lost(knowledge: Knowledge) -> None:
    item = Item(id="x", text="Russian aircraft bombed Aleppo on Monday and killed three civilians with two missiles.")
    before = extract(item, knowledge)
    after = resolve(item, before, knowledge, Settings())
    assert [(m.kind, m.start, m.end) for m in after.mentions] == [(m.kind, m.start, m.end) for m in before.mentions]
    assert [claim.id for claim in after.claims] == [claim.id for claim in before.claims]


def test_arguments_of_a_claim_have_values(knowledge: Knowledge) -> None:
    reading = read("Russian aircraft bombed Aleppo on Monday.", knowledge, "2016-09-28T10:00:00Z")
    (claim,) = [claim for claim in reading.claims if claim.event == "air_strike"]
    assert claim.where is not None and isinstance(claim.where.value, Place)
    assert claim.where.value.country == "SY"
    assert claim.when is not None and isinstance(claim.when.value, Interval)
    assert claim.when.value.timex == "2016-09-26"
    assert claim.perpetrators[0].id is not None and claim.perpetrators[0].id.startswith("ru")


def test_days_are_those_of_the_country_told_of(knowledge: Knowledge) -> None:
    reading = read("Shelling hit Aleppo and Idlib in Syria on 4 May 2016.", knowledge)
    values = [m.value for m in reading.mentions if isinstance(m.value, Interval)]
    assert values[0].start == "2016-05-03T21:00:00Z"


def test_a_speaker_has_the_id_of_its_actor(knowledge: Knowledge) -> None:
    reading = read("Hezbollah said that it attacked a base near Haifa.", knowledge)
    speakers = [speaker for claim in reading.claims for speaker in claim.speakers]
    assert speakers and all(speaker.id for speaker in speakers)


def test_a_skipped_item_stays_skipped(knowledge: Knowledge) -> None:
    skipped = Reading(item="x", skipped=Skipped(stage="extract", item="x", why="its text is empty"))
    assert resolve(Item(id="x", text=""), skipped, knowledge, Settings()) is skipped


def test_a_source_is_known_by_name_or_account(knowledge: Knowledge) -> None:
    source = next(source for source in knowledge.sources if source.accounts)
    for name in (source.name, source.accounts[0].upper()):
        assert source_of(Item(id="x", text="a", source=name), knowledge) is not None
    assert source_of(Item(id="x", text="a", source="nobody at all"), knowledge) is None


def test_an_outlet_is_not_the_country_that_it_writes_of(knowledge: Knowledge) -> None:
    reading = read("The Syria section of a news agency reported that rebels shelled Aleppo.", knowledge)
    speakers = [speaker for claim in reading.claims for speaker in claim.speakers]
    assert speakers and not any(speaker.id == "sy" for speaker in speakers)

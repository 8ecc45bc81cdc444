"""A folder: most reports are of one event, and its steps are no events of their own."""

import pytest

from ascertain.case.reading import reader
from ascertain.group.stage import group
from ascertain.knowledge import Knowledge, load
from ascertain.model import Incident, Item, Settings
from ascertain.relate.stage import relate
from ascertain.resolve.collection import settle


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def grouped(knowledge: Knowledge, *texts: tuple[str, str, str | None]) -> list[Incident]:
    settings = Settings(time_zone="Africa/Mogadishu", countries=("SO",))
    items = [Item(id=name, text=text, source=f"source {name}", published_at=day) for name, text, day in texts]
    read = reader(knowledge, settings)
    readings = settle(items, {item.id: read(item) for item in items}, settings)
    return group(items, readings, relate(items, readings, knowledge), knowledge, settings)


SIEGE = (
    (
        "a",
        "A car bomb went off at the gate of the Palm Hotel in Baidoa on 3 May 2018.\n"
        "Gunmen then stormed the hotel. At least nine people were killed.",
        "2018-05-03",
    ),
    (
        "b",
        "Gunmen stormed the Palm Hotel in Baidoa on 3 May 2018 after a car bomb, police said.\n"
        "Eleven people were killed in the siege.",
        "2018-05-04",
    ),
)


def test_a_bomb_at_the_gate_and_the_gunmen_inside_are_one_event(knowledge: Knowledge) -> None:
    assert [set(one.items) for one in grouped(knowledge, *SIEGE)] == [{"a", "b"}]


def test_what_a_report_recalls_of_the_day_before_stays_an_event_of_its_own(knowledge: Knowledge) -> None:
    recalled = (
        "c",
        "Mortar shells hit the market of Baidoa on 3 May 2018, killing four.\n"
        "We recall that on 1 May 2018 a mine killed two soldiers near Burhakaba.",
        "2018-05-03",
    )
    found = grouped(knowledge, recalled)
    days = [one.when.timex for one in found if one.when is not None]
    assert days == ["2018-05-01", "2018-05-03"]


def test_two_reports_that_differ_by_weeks_stay_apart_in_a_folder(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge,
        ("a", "Mortar shells hit the market of Baidoa on 3 May 2018, killing four.", "2018-05-03"),
        ("b", "Mortar shells hit the market of Baidoa on 24 May 2018, killing six.", "2018-05-24"),
    )
    assert len(found) == 2

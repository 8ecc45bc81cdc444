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


def test_a_city_that_stands_for_its_province_does_not_split_an_event(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge,
        (
            "a",
            "Mortar shells hit a market in Burhakaba on 3 May 2018, killing nine people and wounding 23.\n"
            "Officials in Baidoa called the shelling of the market in Baidoa on 3 May 2018 a crime: nine were killed.",
            "2018-05-03",
        ),
        ("b", "Nine people were killed and 23 wounded when shells hit a market in Baidoa on 3 May 2018.", "2018-05-04"),
        ("c", "Shells hit a market in Burhakaba on 3 May 2018, killing nine people and wounding 23.", "2018-05-04"),
    )
    assert len(found) == 1


def test_the_arson_of_a_massacre_does_not_name_it(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge,
        (
            "a",
            "Gunmen attacked farmers near Burhakaba on 3 May 2018 and killed 43 of them.\n"
            "They burned houses and abducted eight women.",
            "2018-05-03",
        ),
    )
    assert len(found) == 1 and found[0].event not in {"arson", "abduction"}


def test_the_day_of_a_denial_is_not_that_of_the_strike(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge,
        (
            "a",
            "BAIDOA - The army on Thursday denied allegations that an air strike killed villagers at a wedding.\n\n"
            "A health worker said that villagers had been killed in the air strike near Burhakaba on Sunday.",
            "2018-05-03",
        ),
    )
    assert [one.when.timex for one in found if one.when is not None] == ["2018-04-29"]


def test_a_parenthesis_of_speech_does_not_take_the_day_of_the_event(knowledge: Knowledge) -> None:
    text = (
        "Blasts at a school in Baidoa on Saturday killed at least 40 people and wounded dozens more, officials said, "
        "in an attack that nobody claimed."
    )
    (found,) = grouped(knowledge, ("a", text, "2018-05-07"))
    assert found.when is not None and found.when.timex == "2018-05-05"


def test_an_advance_and_the_air_strike_on_it_are_two(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge,
        (
            "a",
            "Ethiopian aircraft bombed al-Shabaab fighters near Baidoa on 3 May 2018, killing nine.\n"
            "Al-Shabaab fighters launched a ground offensive towards Baidoa on 3 May 2018.",
            "2018-05-03",
        ),
    )
    assert {one.event for one in found} == {"air_strike", "ground_offensive"}


def test_a_month_that_one_report_names_ties_no_two_days_together(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge,
        ("a", "Israeli missiles hit the container yard in the port of Latakia on Tuesday.", "2021-12-07"),
        (
            "b",
            "An air strike hit the port city of Latakia early on Tuesday, 28 December.\n"
            "This is the second reported Israeli air strike to hit Latakia this month.",
            "2021-12-28",
        ),
        ("c", "Aircraft struck the container yard in Latakia at dawn on Tuesday.", "2021-12-28"),
    )
    days = {one.when.timex[:10] for one in found if one.when and one.when.timex and len(one.when.timex) > 9}
    assert {"2021-12-07", "2021-12-28"} <= days


def test_bombs_in_one_market_that_were_reported_years_apart_are_as_many_events(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge,
        ("a", "A car bomb exploded in the market of Baidoa, killing six people, police said.", "2016-02-28"),
        ("b", "A car bomb exploded in the market of Baidoa, killing nine people, medics said.", "2019-10-31"),
        ("c", "A car bomb exploded in the market of Baidoa, killing six people, residents said.", "2021-01-30"),
    )
    assert sorted(one.items for one in found) == [("a",), ("b",), ("c",)]


def test_two_towns_of_one_round_up_with_two_tolls_are_two_events_in_a_folder(knowledge: Knowledge) -> None:
    text = (
        "Shells hit a school in Baidoa on 3 May 2018, killing four people.\n"
        "Shells hit a clinic in Burhakaba, killing two people."
    )
    assert len(grouped(knowledge, ("a", text, "2018-05-03"))) == 2


def test_what_nothing_dates_but_its_weekday_joins_no_event_of_another(knowledge: Knowledge) -> None:
    market = "Shells hit the market of Baidoa on 3 May 2018, killing {} people, {} said."
    undated = "Shells hit a wedding south of Baidoa today, {}, residents said. The army denied that it fired."
    reports = [(name, market.format(9, name), "2018-05-03") for name in ("police", "medics", "traders")]
    apart = grouped(knowledge, *reports, ("d", undated.format("Sunday"), None))
    assert ("d",) in [one.items for one in apart]
    joined = grouped(knowledge, *reports, ("d", undated.format("Thursday"), None))
    assert ("d",) not in [one.items for one in joined]

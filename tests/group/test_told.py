"""Reports of invented events in several conflicts, read as they stand and put together."""

import random

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


def grouped(knowledge: Knowledge, zone: str, *texts: tuple[str, str, str | None], seed: int = 0) -> list[Incident]:
    settings = Settings(time_zone=zone)
    items = [Item(id=name, text=text, source=f"source {name}", published_at=day) for name, text, day in texts]
    random.Random(seed).shuffle(items)
    read = reader(knowledge, settings)
    readings = settle(items, {item.id: read(item) for item in items}, settings)
    return group(items, readings, relate(items, readings, knowledge), knowledge, settings)


def together(incidents: list[Incident]) -> list[set[str]]:
    return sorted((set(one.items) for one in incidents), key=sorted)


KHARKIV = (
    ("a", "A missile hit a flower shop in Kharkiv in the morning of 12 May 2022. Three were killed.", "2022-05-12"),
    ("b", "Three dead after a missile strike on a flower shop in Kharkiv on the morning of 12 May 2022.", "2022-05-12"),
    ("c", "A second missile hit a tram depot in Kharkiv on the evening of 12 May 2022, wounding eleven.", "2022-05-13"),
    ("d", "Eleven wounded at a tram depot in Kharkiv in a missile strike in the evening of 12 May 2022.", "2022-05-13"),
)  # fmt: skip


def test_two_strikes_on_one_town_on_one_day_that_the_words_tell_apart(knowledge: Knowledge) -> None:
    assert together(grouped(knowledge, "Europe/Kyiv", *KHARKIV)) == [{"a", "b"}, {"c", "d"}]


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_arrival_gives_the_same(knowledge: Knowledge, seed: int) -> None:
    assert grouped(knowledge, "Europe/Kyiv", *KHARKIV, seed=seed) == grouped(knowledge, "Europe/Kyiv", *KHARKIV)


def test_one_strike_in_two_languages(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Asia/Aden",
        ("a", "An air strike on a wedding hall in Hodeidah killed 14 people on 7 March 2018.", "2018-03-07"),
        ("b", "قتل 14 شخصا في غارة جوية على صالة أعراس في الحديدة يوم 7 مارس 2018.", "2018-03-08"),
        ("c", "Shells fell on a bakery in Taiz on 9 March 2018. Two people were killed.", "2018-03-09"),
    )  # fmt: skip
    assert together(found) == [{"a", "b"}, {"c"}]


def test_a_village_and_its_district_by_one_day_and_toll(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Africa/Khartoum",
        ("a", "Gunmen killed 23 people in the village of Kutum in North Darfur on 4 August 2020.", "2020-08-05"),
        ("b", "23 people were killed by gunmen in North Darfur state on 4 August 2020, a monitor said.", "2020-08-05"),
    )  # fmt: skip
    assert together(found) == [{"a", "b"}]


def test_an_undated_post_is_placed_by_its_words_and_a_misdated_one_turns_nothing_round(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Asia/Baghdad",
        ("a", "A car bomb at the Noria bakery in Hit killed the baker Sabir Dallo on 2 June 2014.", "2014-06-02"),
        ("b", "A roadside bomb killed two policemen in Hit on 19 June 2014.", "2014-06-19"),
        ("post", "Sabir Dallo, the baker, killed by the car bomb at the Noria bakery in Hit.", None),
        ("late", "Baker Sabir Dallo was killed by a car bomb at the Noria bakery in Hit, 2 June 2014.", "2019-06-02"),
    )  # fmt: skip
    assert together(found) == [{"a", "late", "post"}, {"b"}]


MARKET = (
    "A drone hit a fish market in El Fasher on 3 March 2025, killing nine people. "
    "Days earlier, a drone hit a bakery in El Fasher, killing twenty. "
    "The health agency reports at least 40,000 people have been killed, about 12 million displaced."
)


def test_what_is_told_as_days_earlier_is_another_event_dated_before(knowledge: Knowledge) -> None:
    found = grouped(knowledge, "Africa/Khartoum", ("a", MARKET, "2025-03-04"))
    assert [one.title for one in found] == [
        "Drone strike in El Fasher, before 3 March 2025",
        "Drone strike in El Fasher, 3 March 2025",
    ]


def test_what_a_war_has_cost_is_no_events(knowledge: Knowledge) -> None:
    claims = reader(knowledge, Settings())(Item(id="a", text=MARKET, published_at="2025-03-04")).claims
    assert {count.low for claim in claims for count in claim.counts} == {9, 20}


def test_a_camp_that_nobody_has_on_a_map_may_lie_in_the_town(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Africa/Khartoum",
        ("a", "A drone strike hit a shelter in El Fasher on 3 March 2025. Nine people were killed at Umm Salwa camp.",
         "2025-03-04"),
        ("b", "A drone struck Umm Salwa camp on 3 March 2025, killing nine people.", "2025-03-04"),
    )  # fmt: skip
    assert together(found) == [{"a", "b"}]


def test_days_from_one_to_another_are_not_the_first_of_them(knowledge: Knowledge) -> None:
    (found,) = grouped(
        knowledge, "Africa/Khartoum",
        ("a", "Shelling killed 53 civilians in El Fasher between October 5 and October 8, 2025.", "2025-10-11"),
    )  # fmt: skip
    assert found.title == "Shelling in El Fasher, 5 to 8 October 2025"


def test_incidents_days_of_another_country_keep_their_own_zone(knowledge: Knowledge) -> None:
    (found,) = grouped(knowledge, "UTC", ("a", "Shells killed two men in El Fasher on 5 May 2025.", "2025-05-06"))
    assert found.title == "Shelling in El Fasher, 5 May 2025"


def test_reports_without_a_day_speak_of_the_day_that_another_gave_shortly_before(knowledge: Knowledge) -> None:
    (found,) = grouped(
        knowledge, "Africa/Khartoum",
        ("a", "An air strike on 16 September killed eleven children at a school in El Fasher.", "2022-09-19"),
        ("b", "An air strike on a school in El Fasher killed eleven children.", "2022-09-20"),
        ("c", "Eleven children were killed in an air strike on a school in El Fasher.", "2022-09-20"),
    )  # fmt: skip
    assert found.when is not None and found.when.timex == "2022-09-16"


def test_a_town_and_its_church_in_two_scripts_and_two_tolls(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Africa/Lagos",
        ("a", "Gunmen attacked a church in Owo, Ondo state, on Sunday 5 June 2022. At least 28 died.", "2022-06-05"),
        ("b", "Gunmen stormed St Mark church in Owo on Sunday morning and shot at worshippers.", "2022-06-05"),
        ("c", "أسفر هجوم شنه مسلحون على كنيسة في بلدة أوو بولاية أوندو يوم الأحد عن مقتل خمسين شخصا.", "2022-06-06"),
    )  # fmt: skip
    assert together(found) == [{"a", "b", "c"}]


def test_the_day_of_a_burial_is_not_that_of_the_bomb(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Asia/Baghdad",
        ("a", "A bomb in a market in Sadr City killed 31 people on Monday 19 July 2021.", "2021-07-19"),
        ("b", "Families buried on Tuesday those who were killed in a bombing of a market in Sadr City.", "2021-07-20"),
        ("c", "A car bomb in Sadr City killed four people in April 2021.", "2021-07-20"),
    )  # fmt: skip
    assert together(found) == [{"a", "b"}, {"c"}]


def test_a_night_ends_on_the_next_day(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Asia/Baghdad",
        ("a", "A truck bomb went off in Samarra on Saturday night, 2 July 2016, and killed 40 people.", "2016-07-03"),
        ("b", "Forty people were killed by a truck bomb in Samarra early on Sunday 3 July 2016.", "2016-07-03"),
    )  # fmt: skip
    assert together(found) == [{"a", "b"}]


def test_a_mosque_named_in_two_scripts(knowledge: Knowledge) -> None:
    found = grouped(
        knowledge, "Africa/Cairo",
        ("a", "هاجم مسلحون مسجد الروضة في شمال سيناء يوم الجمعة 24 نوفمبر 2017 وقتل 85 شخصا.", "2017-11-24"),
        ("b", "Militants killed 235 at al-Rawda mosque in North Sinai on Friday 24 November 2017.", "2017-11-24"),
    )  # fmt: skip
    assert together(found) == [{"a", "b"}]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed four children in Sarmin today, Monday. On 12 February a shell killed six people in Sarmin.",
        "قتل أربعة أطفال بقصف على سرمين اليوم الاثنين. وكانت قذيفة قد قتلت ستة أشخاص في سرمين في 12 شباط.",
        "Shells killed four children in Sarmin on 4 April. On 12 February a shell killed six people in Sarmin.",
    ],
)
def test_a_day_of_the_year_that_is_looked_back_to_is_another_event(knowledge: Knowledge, text: str) -> None:
    assert len(grouped(knowledge, "Asia/Damascus", ("a", text, None))) == 2


def test_one_day_of_the_year_told_twice_is_one_event(knowledge: Knowledge) -> None:
    text = "On 4 April shells hit Sarmin. The shelling of Sarmin on 4 April killed four children."
    assert len(grouped(knowledge, "Asia/Damascus", ("a", text, None))) == 1

import random
from itertools import combinations

import pytest

from ascertain.group.stage import group
from ascertain.knowledge import Knowledge
from ascertain.model import Decision, Derivation, Incident, Item, Place, Reading, Settings
from ascertain.relate.stage import relate

KNOWLEDGE = Knowledge()


def grouped(world, **changed: object) -> list[Incident]:  # type: ignore[no-untyped-def]
    derivation = relate(world.items, world.readings, KNOWLEDGE)
    return group(world.items, world.readings, derivation, KNOWLEDGE, Settings(), **changed)  # type: ignore[arg-type]


def together(incidents: list[Incident]) -> list[set[str]]:
    return sorted((set(one.items) for one in incidents), key=sorted)


@pytest.fixture
def world(worlds):  # type: ignore[no-untyped-def]
    return worlds.World([])


@pytest.fixture
def writer(worlds, world):  # type: ignore[no-untyped-def]
    return worlds.Writer(world)


def event(worlds, number: int, **fields: object):  # type: ignore[no-untyped-def]
    given = {"day": 30, "place": worlds.TOWNS[3], "event": "air_strike", "killed": 4, "injured": 0, "party": "north"}
    given["words"] = tuple(f"name{worlds.letters(number)}{worlds.letters(k)}" for k in range(10))
    return worlds.Event(number=number, **{**given, **fields})


def test_reports_of_one_strike_are_one_incident(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    strike = event(worlds, 1)
    writer.write("a", [strike], source="s1")
    writer.write("b", [strike], source="s2", lang="ar")
    assert together(grouped(world)) == [{"a", "b"}]


def test_two_strikes_a_day_apart_in_one_town_stay_two(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    for number in (1, 2):
        strike = event(worlds, number, day=30 + number, killed=3 + number)
        for k in range(3):
            writer.write(f"{number}{k}", [strike], source=f"s{number}{k}")
    assert together(grouped(world)) == [{"10", "11", "12"}, {"20", "21", "22"}]


def test_two_strikes_far_apart_on_one_day_stay_two(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    for number in (1, 2):
        strike = event(worlds, number, place=worlds.TOWNS[number])
        writer.write(f"{number}a", [strike], source=f"s{number}a")
        writer.write(f"{number}b", [strike], source=f"s{number}b")
    assert together(grouped(world)) == [{"1a", "1b"}, {"2a", "2b"}]


def test_an_undated_report_is_placed_by_its_words(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    for number in (1, 2):
        strike = event(worlds, number, day=20 * number, killed=2 + number)
        writer.write(f"{number}a", [strike], source=f"s{number}a")
        writer.write(f"{number}b", [strike], source=f"s{number}b", dated=False, says_day=False)
    assert together(grouped(world)) == [{"1a", "1b"}, {"2a", "2b"}]


def test_when_something_was_captured_makes_no_difference(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(4, events=10)
    expected = grouped(world)
    fields = [{name: getattr(item, name) for name in Item.__struct_fields__} for item in world.items]
    world.items = [Item(**{**one, "collected_at": f"20{20 + n % 9}-01-01T00:00:00Z"}) for n, one in enumerate(fields)]
    assert grouped(world) == expected


def test_a_village_and_its_district_are_one(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    village = Place(id="v", name="Small", lat=35.0, lon=36.0, radius_m=1000, klass="village", within=("Wide",))
    district = Place(id="d", name="Wide", lat=35.1, lon=36.1, radius_m=25000, klass="district")
    writer.write("a", [event(worlds, 1, place=village)], source="s1")
    writer.write("b", [event(worlds, 1, place=district)], source="s2")
    (incident,) = grouped(world)
    assert incident.where == village


def test_a_round_up_feeds_each_of_its_incidents(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    strikes = [event(worlds, n, place=worlds.TOWNS[20 * n], day=40) for n in (1, 2, 3)]
    for strike in strikes:
        writer.write(f"own{strike.number}", [strike], source=f"s{strike.number}")
    writer.write("digest", strikes, source="digest")
    assert together(grouped(world)) == [{"digest", f"own{1}"}, {"digest", "own2"}, {"digest", "own3"}]


def test_a_claim_without_a_place_takes_its_items(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    item = writer.write("a", [event(worlds, 1)], source="s1")
    told = world.readings["a"].claims[0]
    fields = {name: getattr(told, name) for name in told.__struct_fields__}
    bare = type(told)(**{**fields, "id": "claim-bare", "where": None, "when": None})
    world.readings["a"] = Reading(item=item.id, claims=(told, bare))
    (incident,) = grouped(world)
    assert set(incident.claims) == {told.id, "claim-bare"}


def test_every_claim_is_placed_once_and_says_why(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(8, events=15)
    incidents = grouped(world)
    placed = [claim for one in incidents for claim in one.claims]
    assert sorted(placed) == sorted(claim.id for reading in world.readings.values() for claim in reading.claims)
    for one in incidents:
        assert sorted(placing.claim for placing in one.placings) == sorted(one.claims)
        assert all(placing.because for placing in one.placings)
        assert set(one.items) == {world_item for world_item in world.told if _has(world, world_item, one)}


def _has(world, item: str, incident: Incident) -> bool:  # type: ignore[no-untyped-def]
    return any(claim.id in incident.claims for claim in world.readings[item].claims)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_makes_no_difference(worlds, seed: int) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(seed, events=15)
    expected = grouped(world)
    random.Random(seed).shuffle(world.items)
    world.readings = dict(sorted(world.readings.items(), key=lambda pair: hash(pair[0])))
    assert grouped(world) == expected


def test_planted_worlds_are_found_again(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(11, events=80)
    incidents = [set(one.items) for one in grouped(world)]
    right = pairs = found = 0
    for a, b in combinations(sorted(world.told), 2):
        same = bool(world.told[a] & world.told[b])
        put = any({a, b} <= items for items in incidents)
        right, pairs, found = right + (same and put), pairs + same, found + put
    assert right / pairs > 0.95
    assert right / found > 0.95


def test_a_person_puts_together_and_takes_apart(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    for number in (1, 2):
        writer.write(f"{number}a", [event(worlds, number, place=worlds.TOWNS[30 * number])], source=f"s{number}a")
        writer.write(f"{number}b", [event(worlds, number, place=worlds.TOWNS[30 * number])], source=f"s{number}b")
    fields = {"because": "seen by a witness", "by": "me", "at": "2021-01-01T00:00:00Z"}
    merge = Decision(id="d1", verb="merge_incidents", about="1a", detail={"with": "2a"}, **fields)  # type: ignore[arg-type]
    split = Decision(id="d2", verb="split_incident", about="1a", detail={"from": "1b"}, **fields)  # type: ignore[arg-type]
    refuse = Decision(id="d3", verb="refuse_claim", about=world.readings["1a"].claims[0].id, **fields)  # type: ignore[arg-type]
    assert {"1a", "2a"} <= set.union(
        *(items for items in together(grouped(world, decisions=(merge,))) if "1a" in items)
    )
    assert together(grouped(world, decisions=(split,))) == [{"1a"}, {"1b"}, {"2a", "2b"}]
    assert together(grouped(world, decisions=(refuse,))) == [{"1b"}, {"2a", "2b"}]


def test_same_place_and_parties_are_linked_not_merged(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    writer.write("a", [event(worlds, 1, day=30)], source="s1")
    writer.write("b", [event(worlds, 2, day=48)], source="s2")
    first, second = grouped(world)
    assert [(link.kind, link.to) for link in first.links] == [("same_place_and_parties", second.id)]
    assert [(link.kind, link.to) for link in second.links] == [("precedent", first.id)]


def test_a_title_says_what_where_and_when(worlds, world, writer) -> None:  # type: ignore[no-untyped-def]
    writer.write("a", [event(worlds, 1)], source="s1")
    (incident,) = grouped(world)
    assert incident.title == "Air strike in Town3, 3 February 2021"


def test_nothing_in_nothing_out() -> None:
    assert group([], {}, Derivation(), KNOWLEDGE, Settings()) == []

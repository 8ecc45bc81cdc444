import random

import pytest

from ascertain.knowledge import Knowledge
from ascertain.model import Derivation, Item, Source
from ascertain.relate.stage import relate

VOCABULARY = [f"word{n}" for n in range(3000)]


def words(seed: int, number: int = 60) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(VOCABULARY) for _ in range(number)]


def item(key: str, text: list[str] | str, **fields: object) -> Item:
    fields.setdefault("source", f"outlet {key}")
    return Item(id=key, text=text if isinstance(text, str) else " ".join(text), **fields)  # type: ignore[arg-type]


def copies(derivation: Derivation) -> set[tuple[str, str, bool]]:
    return {(e.taker, e.giver, e.directed) for e in derivation.edges if e.kind == "copies"}


def roots(derivation: Derivation) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for origin in derivation.origins:
        for key in origin.items:
            found.setdefault(key, set()).add(origin.id)
    return found


def edited(text: list[str], share: float) -> list[str]:
    chance = random.Random(9)
    return [chance.choice(VOCABULARY) if chance.random() < share else word for word in text]


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(words(1), id="whole"),
        pytest.param(words(1)[:30], id="half"),
        pytest.param(edited(words(1), 0.1), id="one word in ten changed"),
        pytest.param(words(2, 80) + words(1) + words(3, 80), id="quoted inside a longer text"),
        pytest.param([word.upper() for word in words(1)], id="in capitals"),
    ],
)
def test_a_copy_is_found_and_counts_as_one_origin(copy: list[str]) -> None:
    derivation = relate([item("a", words(1)), item("b", copy)], {}, Knowledge())
    assert len(copies(derivation)) == 1
    assert len(derivation.origins) == 1


def test_texts_written_apart_are_two_origins() -> None:
    derivation = relate([item("a", words(1)), item("b", words(2))], {}, Knowledge())
    assert not copies(derivation)
    assert len(derivation.origins) == 2


def test_the_later_one_took_from_the_earlier() -> None:
    derivation = relate(
        [
            item("a", words(1), published_at="2021-03-02T10:00:00Z"),
            item("b", words(1), published_at="2021-03-01T10:00:00Z"),
        ],
        {},
        Knowledge(),
    )
    assert copies(derivation) == {("a", "b", True)}
    assert derivation.origins[0].name == "outlet b"


def test_undated_copies_leave_open_which_came_first() -> None:
    assert {
        directed for *_, directed in copies(relate([item("a", words(1)), item("b", words(1))], {}, Knowledge()))
    } == {False}


def test_an_undated_text_that_quotes_a_whole_one_took_it() -> None:
    long = words(2, 90) + words(1) + words(3, 90)
    derivation = relate([item("a", long), item("b", words(1))], {}, Knowledge())
    assert copies(derivation) == {("a", "b", True)}


def test_a_preview_that_breaks_off_is_not_taken_for_the_origin() -> None:
    derivation = relate([item("a", words(1, 200)), item("b", words(1, 200)[:40])], {}, Knowledge())
    assert {directed for *_, directed in copies(derivation)} == {False}


def test_page_furniture_makes_no_copies() -> None:
    chrome = (
        "copy link to post embed this post report this post back to top loading seems to be taking a while try again"
    )
    items = []
    for n in range(8):
        own = " ".join(words(100 + n, 20))
        text = f"{chrome} {own}"
        items.append(item(f"i{n}", text, furniture=((0, len(chrome)),)))
    assert not copies(relate(items, {}, Knowledge()))


def test_set_phrases_of_many_events_make_no_copies(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.World([])
    writer = worlds.Writer(world)
    phrase = words(7, 20)
    for n in range(9):
        event = worlds.Event(n, n * 9, worlds.TOWNS[n], "shelling", 3, 0, "north")
        writer.write(f"i{n}", [event], source=f"s{n}", lead=phrase + words(50 + n, 18))
    assert not copies(relate(world.items, world.readings, Knowledge()))


def test_a_wire_that_twelve_outlets_carry_is_one_origin(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.World([])
    writer = worlds.Writer(world)
    event = worlds.Event(1, 30, worlds.TOWNS[3], "shelling", 3, 0, "north")
    for n in range(12):
        writer.write(f"i{n:02d}", [event], source=f"s{n}", lead=words(7, 40))
    assert len(relate(world.items, world.readings, Knowledge()).origins) == 1


def test_a_round_up_joins_nothing_that_it_quotes(worlds) -> None:  # type: ignore[no-untyped-def]
    """A text that quotes two reports is of two origins, and the two stay apart."""
    world = worlds.World([])
    writer = worlds.Writer(world)
    one, two = (worlds.Event(n, 30, worlds.TOWNS[n], "shelling", 3, 0, "north") for n in (1, 2))
    first = writer.write("a", [one], source="s1")
    second = writer.write("b", [two], source="s2")
    both = Item(id="c", text=f"{first.text}{second.text}", source="s3", published_at="2021-12-01T00:00:00Z")
    claims = worlds.shifted(world.readings["a"], "c", 0) + worlds.shifted(world.readings["b"], "c", len(first.text))
    world.items.append(both)
    world.readings["c"] = worlds.Reading(item="c", claims=claims)
    derivation = relate(world.items, world.readings, Knowledge())
    owner = derivation.origin_of_claims()
    mine = [owner[claim.id] for claim in claims]
    assert mine == [owner[world.readings[k].claims[0].id] for k in ("a", "b")]
    assert mine[0] != mine[1]


def test_every_order_of_input_gives_the_same(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(5, events=12)
    knowledge = Knowledge(actors=worlds.ACTORS, sources=worlds.SOURCES)
    expected = relate(world.items, world.readings, knowledge)
    for seed in range(3):
        shuffled = world.items[:]
        random.Random(seed).shuffle(shuffled)
        assert relate(shuffled, world.readings, knowledge) == expected


def test_every_claim_is_in_exactly_one_origin(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(6, events=12)
    derivation = relate(world.items, world.readings, Knowledge())
    told = [claim for origin in derivation.origins for claim in origin.claims]
    assert sorted(told) == sorted(claim.id for reading in world.readings.values() for claim in reading.claims)


def test_planted_copies_are_joined_and_the_rest_kept_apart(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(7, events=40)
    found = roots(relate(world.items, world.readings, Knowledge()))
    joined = kept = pairs = apart = 0
    keys = sorted(world.told)
    for place, a in enumerate(keys):
        for b in keys[place + 1 :]:
            if not world.told[a] & world.told[b]:
                continue
            if world.root[a] == world.root[b]:
                pairs += 1
                joined += bool(found[a] & found[b])
            else:
                apart += 1
                kept += not found[a] & found[b]
    assert joined / pairs >= 0.95
    assert kept / apart >= 0.97


def test_one_publisher_is_one_origin() -> None:
    sources = (
        Source(id="s1", name="Morning Post", publisher="Post Group"),
        Source(id="s2", name="Evening Post", publisher="Post Group"),
    )
    derivation = relate(
        [item("a", words(1), source="Morning Post"), item("b", words(2), source="Evening Post")],
        {},
        Knowledge(sources=sources),
    )
    assert [origin.name for origin in derivation.origins] == ["Post Group"]
    assert {edge.kind for edge in derivation.edges} == {"same_publisher"}


def test_items_without_a_publisher_are_one_origin() -> None:
    """Independence is never invented."""
    derivation = relate([item("a", words(1), source=None), item("b", words(2), source=None)], {}, Knowledge())
    assert len(derivation.origins) == 1

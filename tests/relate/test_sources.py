import msgspec
import pytest

from ascertain.knowledge import Knowledge
from ascertain.model import (
    Actor,
    ActorRelation,
    Claim,
    Decision,
    Derivation,
    Item,
    Mention,
    Party,
    Place,
    Reading,
    Source,
    Span,
    Speaker,
)
from ascertain.model.claim import claim_id
from ascertain.relate.stage import relate

ACTORS = (
    Actor(id="us", name="United States", type="government", aliases=("US",), side="coalition"),
    Actor(
        id="command",
        name="Central Command",
        type="military",
        aliases=("القيادة",),
        relations=(ActorRelation(kind="part_of", to="us"),),
    ),
    Actor(id="coalition", name="The Coalition", type="military"),
    Actor(id="observatory", name="Rights Observatory", type="organisation", aliases=("المرصد",)),
    Actor(id="reuters", name="Reuters", type="outlet", aliases=("رويترز",)),
)
KNOWLEDGE = Knowledge(actors=ACTORS, sources=(Source(id="s-sana", name="SANA", side="us", role="state news agency"),))


def told(key: str, text: str, *speakers: Speaker, source: str | None = None, **fields: object) -> tuple[Item, Reading]:
    item = Item(id=key, text=text, source=source or f"outlet {key}", **fields)  # type: ignore[arg-type]
    claim = Claim(
        id=claim_id(key, "air_strike", 0, len(text), text),
        item=key,
        event="air_strike",
        quote=Span(start=0, end=len(text), text=text),
        speakers=speakers,
    )
    return item, Reading(item=key, claims=(claim,))


def related(*pairs: tuple[Item, Reading], decisions: tuple[Decision, ...] = ()) -> Derivation:
    return relate([item for item, _ in pairs], {item.id: reading for item, reading in pairs}, KNOWLEDGE, decisions)


def origins_of_claims(derivation: Derivation) -> int:
    return sum(bool(origin.claims) for origin in derivation.origins)


def test_an_official_quoted_by_four_outlets_is_one_origin() -> None:
    official = Speaker(name="a US official", id="us", role="official", anonymous=True)
    derivation = related(*(told(key, f"story number {key}", official) for key in "abcd"))
    assert origins_of_claims(derivation) == 1


def test_the_offices_of_one_party_are_one_origin() -> None:
    derivation = related(
        told("a", "first story", Speaker(name="a US official", id="us", role="official", anonymous=True)),
        told("b", "second story", Speaker(name="Central Command", id="command", role="military")),
        told("c", "third story", Speaker(name="The Coalition", id="coalition")),
    )
    assert origins_of_claims(derivation) == 1
    assert next(o for o in derivation.origins if o.claims).party == "coalition"


def test_a_state_agency_is_the_word_of_its_state() -> None:
    derivation = related(
        told("a", "first story", source="SANA"),
        told("b", "second story", Speaker(name="a US official", id="us", role="official", anonymous=True)),
    )
    assert origins_of_claims(derivation) == 1


def test_nameless_locals_are_their_outlets_own() -> None:
    someone = Speaker(name="local sources", role="local_source", anonymous=True)
    derivation = related(told("a", "first story", someone), told("b", "second story", someone))
    assert origins_of_claims(derivation) == 2


def test_nameless_officials_may_be_one_man() -> None:
    official = Speaker(name="a military source", role="military_source", anonymous=True)
    derivation = related(told("a", "first story", official), told("b", "second story", official))
    assert origins_of_claims(derivation) == 1


def test_the_innermost_speaker_is_the_origin() -> None:
    chain = (
        Speaker(name="Reuters", id="reuters", role="outlet"),
        Speaker(name="a US official", id="us", role="official"),
    )
    derivation = related(told("a", "first story", *chain), told("b", "other story", Speaker(name="US", id="us")))
    assert origins_of_claims(derivation) == 1


def test_a_cited_monitor_is_one_origin_with_its_own_post() -> None:
    cited = Speaker(name="المرصد", id="observatory", role="monitor")
    derivation = related(
        told("a", "story a", cited), told("b", "story b", cited), told("c", "c", source="Rights Observatory")
    )
    assert origins_of_claims(derivation) == 1


def test_a_citation_names_the_very_item() -> None:
    place = Place(id="p", name="Town")
    where = Mention(kind="place", start=0, end=4, text="Town", value=place)

    def at_town(key: str, *speakers: Speaker, source: str | None = None) -> tuple[Item, Reading]:
        item, reading = told(key, f"Town {key}", *speakers, source=source)
        claim = reading.claims[0]
        fields = {name: getattr(claim, name) for name in claim.__struct_fields__} | {"where": where}
        return item, Reading(item=key, claims=(Claim(**fields),))

    derivation = related(
        at_town("a", Speaker(name="Reuters", id="reuters")),
        at_town("b", source="Reuters"),
        told("c", "x", source="Reuters"),
    )
    assert {edge.giver for edge in derivation.edges if edge.kind == "cites"} == {"b"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two shops burnt down at the old market. Source: Reuters", "cites"),
        ("RT @Reuters: two shops burnt down at the old market", "cites"),
        ("احترق محلان في السوق القديم. المصدر: رويترز", "cites"),
        ("احترق محلان في السوق القديم، نقلاً عن رويترز", "cites"),
        ("AMMAN (Reuters) - Two shops burnt down at the old market", "same_wire"),
    ],
)
def test_an_item_that_says_where_it_is_from(text: str, kind: str) -> None:
    item, _ = told("a", text)
    derivation = relate([item], {}, KNOWLEDGE)
    assert [(edge.kind, edge.giver) for edge in derivation.edges] == [(kind, "source:reuters")]
    assert [origin.name for origin in derivation.origins] == ["Reuters"]


def test_a_source_merely_mentioned_is_no_origin() -> None:
    item, _ = told("a", "A car of Reuters stood at the old market when two shops burnt down")
    assert not relate([item], {}, KNOWLEDGE).edges


def test_a_forward_is_of_the_forwarded_ones_origin() -> None:
    derivation = related(
        told("a", "first", url="https://x.com/someone/1"), told("b", "look", shares="https://x.com/someone/1")
    )
    assert origins_of_claims(derivation) == 1
    assert [edge.giver for edge in derivation.edges] == ["a"]


def test_words_passed_on_by_hand_are_of_whose_they_are() -> None:
    words = "A toll of the strike on the shelter in Orda tonight: 40 dead and 80 wounded."
    derivation = related(
        told("a", words, source="Orda Health Office"), told("b", f"RT Orda Health Office: {words}", source="A reader"),
        told("c", "RT Orda Health Office: thank you all", source="Another"),
    )  # fmt: skip
    assert [(edge.taker, edge.giver) for edge in derivation.edges if edge.kind == "forwards"] == [("b", "a")]


def test_a_reply_is_told_as_one_and_is_no_independent_word() -> None:
    derivation = related(told("a", "two dead in Orda"), told("b", "three, I hear", answers="a"))
    assert origins_of_claims(derivation) == 1
    ((kind, because),) = {(edge.kind, edge.because) for edge in derivation.edges if edge.taker == "b"}
    assert (kind, because) == ("answers", "it answers the other")


def test_forwards_in_a_circle_are_one_origin() -> None:
    derivation = related(told("a", "x", shares="b"), told("b", "y", shares="c"), told("c", "z", shares="a"))
    assert origins_of_claims(derivation) == 1


def test_a_circle_that_comes_of_closing_another_is_closed_too() -> None:
    text = "two dead in Orda"
    derivation = related(
        told("a", text, shares="b", answers="c"), told("b", text, shares="a"), told("c", text, shares="a")
    )
    assert origins_of_claims(derivation) == 1


def test_a_person_may_split_and_merge_origins() -> None:
    items = told("a", "first", shares="b"), told("b", "second"), told("c", "third")
    split = Decision(
        id="d1", verb="split_origin", about="a", because="called by phone", by="me", at="2021-01-01T00:00:00Z"
    )
    merge = Decision(
        id="d2",
        verb="merge_origins",
        about="b",
        because="one man",
        by="me",
        at="2021-01-01T00:00:00Z",
        detail={"with": "c"},
    )
    assert origins_of_claims(related(*items)) == 2
    assert origins_of_claims(related(*items, decisions=(split,))) == 3
    assert origins_of_claims(related(*items, decisions=(merge,))) == 1
    assert any(edge.kind == "split" for edge in related(*items, decisions=(split,)).edges)


def test_the_same_picture_ties_two_posts() -> None:
    items = [
        Item(id="a", text="one", source="s1", notes=("phash: ffeeddccbbaa9988",)),
        Item(id="b", text="two", source="s2", notes=("phash: ffeeddccbbaa998b",)),
        Item(id="c", text="three", source="s3", notes=("phash: 0123456789abcdef",)),
    ]
    derivation = relate(items, {}, KNOWLEDGE)
    assert [(edge.taker, edge.giver) for edge in derivation.edges] == [("b", "a")]
    assert len(derivation.origins) == 2


def test_an_outlets_account_is_that_outlet() -> None:
    account = Speaker(name="the city account of Reuters", role="outlet")
    derivation = related(
        told("a", "first story, written here", source="Reuters"), told("b", "second story, told anew", account)
    )
    assert origins_of_claims(derivation) == 1


def test_a_copy_is_of_whom_the_copied_text_quotes() -> None:
    words = "Jets of the northern army struck a long column of lorries on the old salt road near the wells on Sunday"
    official = Speaker(name="a US official", id="us", role="official", anonymous=True)
    derivation = related(
        told("a", words, official, source="Reuters", published_at="2017-05-18"),
        told("b", f"{words}.", source="Levant Mirror", published_at="2017-05-20"),
        told("c", "nothing else here", source="Levant Mirror"),
    )
    assert [origin.party for origin in derivation.origins if "b" in origin.items and origin.claims] == ["coalition"]


@pytest.mark.parametrize(
    ("words", "together"),
    [("R. Doe, an analyst close to Central Command, said so", True), ("R. Doe, an analyst, said so", False)],
)
def test_who_is_close_to_a_party_is_not_separate_from_it(words: str, together: bool) -> None:
    analyst = Speaker(name="R. Doe", role="analyst", start=0, end=6)
    derivation = related(
        told("a", words, analyst), told("b", "Another story", Speaker(name="Central Command", id="command"))
    )
    assert (origins_of_claims(derivation) == 1) is together


def test_a_partys_official_account_is_that_party() -> None:
    account = Speaker(name="official account of Central Command", role="outlet")
    derivation = related(
        told("a", "first story", account), told("b", "Another story", Speaker(name="Central Command", id="command"))
    )
    assert origins_of_claims(derivation) == 1


def test_an_outlet_that_is_close_to_a_party_is_an_origin_of_its_own() -> None:
    page = Speaker(name="Salt Road News", role="outlet", start=0, end=14)
    derivation = related(
        told("a", "Salt Road News, a page affiliated with Central Command, wrote so", page),
        told("b", "Another story", Speaker(name="Central Command", id="command")),
    )
    assert origins_of_claims(derivation) == 2


@pytest.mark.parametrize(("told_of", "party"), [("command", "coalition"), ("observatory", None)])
def test_a_states_outlet_speaks_for_the_state_where_that_has_to_do_with_what_is_told(
    told_of: str, party: str | None
) -> None:
    item, reading = told("a", "a story of a strike", source="Star")
    struck = Party(name="they", id=told_of)
    reading = msgspec.structs.replace(
        reading, claims=tuple(msgspec.structs.replace(claim, targets=(struck,)) for claim in reading.claims)
    )
    known = Knowledge(actors=ACTORS, sources=(Source(id="s", name="Star", side="us", role="state_media"),))
    (origin,) = [one for one in relate([item], {"a": reading}, known).origins if one.claims]
    assert origin.party == party


def test_an_outlet_in_quotation_marks_is_the_one_that_the_packs_know() -> None:
    quoted = Speaker(name='the outlet "Reuters"'.removeprefix("the outlet "), role="outlet", start=0, end=9)
    origins = related(told("a", '"Reuters" told a story', quoted), told("b", "a story", source="Reuters")).origins
    assert len({one.name for one in origins if one.claims}) == 1


def test_a_ministry_that_is_said_to_be_a_sides_is_that_side_s() -> None:
    text = "وزارة الصحة التابعة للقيادة قالت ذلك"
    speaker = Speaker(name="وزارة الصحة التابعة للقيادة", role="medical", start=0, end=27)
    (origin,) = [one for one in related(told("a", text, speaker)).origins if one.claims]
    assert origin.party == "coalition"


def test_what_a_nameless_source_told_is_no_party_s_word_for_it() -> None:
    text = "Seven people died in an attack on the town of Orda, a local source said"
    nameless = Speaker(name="a local source", role="local_source", anonymous=True)
    item, reading = told("a", text, nameless)
    _, admitted = told("a", "The Coalition said that it did it", Speaker(name="The Coalition", id="coalition"))
    both = msgspec.structs.replace(reading, claims=(*reading.claims, *admitted.claims))
    found = related((item, both))
    (origin,) = (origin for origin in found.origins if reading.claims[0].id in origin.claims)
    assert origin.party is None

"""Extract refuses what isn't the text's, counts it, and never reads what a reader could not see."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.extract.languages import language_of
from ascertain.extract.stage import extract, extract_with_refusals
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, ClaimedCount, Item, Mention, Party, Span

ITEM = Item(id="one", text="Rebels shelled Orda. Two men were killed.")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


class Proposing:
    """An extractor that proposes what it is given."""

    name, version = "proposing", "1"

    def __init__(self, *proposals: Mention | Claim) -> None:
        self.proposals = proposals

    def claims(self, item: Item, knowledge: Knowledge) -> Iterator[Mention | Claim]:
        yield from self.proposals


def claim(**changes: object) -> Claim:
    whole: dict[str, object] = {
        "id": "claim-1", "item": "one", "event": "shelling", "quote": Span(start=0, end=19, text="Rebels shelled Orda"),
    }  # fmt: skip
    return Claim(**{**whole, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "bad",
    [
        claim(quote=Span(start=0, end=19, text="Rebels bombed Orda.")),
        claim(quote=Span(start=30, end=90, text="killed")),
        claim(quote=Span(start=5, end=5, text="")),
        claim(item="two"),
        claim(counts=(ClaimedCount(outcome="killed", low=2, high=2, start=21, end=200),)),
        claim(counts=(ClaimedCount(outcome="killed", low=3, high=2, start=21, end=28),)),
        claim(perpetrators=(Party(name="Army", start=0, end=6),)),
        claim(where=Mention(kind="place", start=15, end=19, text="Oslo")),
        Mention(kind="place", start=15, end=19, text="Oslo"),
    ],
)
def test_what_is_not_in_the_text_is_refused_and_counted(bad: Mention | Claim) -> None:
    reading, refused = extract_with_refusals(ITEM, Knowledge(), [Proposing(claim(), bad)])
    assert len(reading.claims) + len(reading.mentions) == 1
    assert reading.refused == len(refused) == 1
    assert refused[0].stage == "extract" and refused[0].why


def test_doubles_are_merged() -> None:
    assert len(extract(ITEM, Knowledge(), [Proposing(claim(), claim()), Proposing(claim())]).claims) == 1


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_text_is_skipped_with_a_reason(text: str) -> None:
    reading = extract(Item(id="none", text=text), Knowledge(), [])
    assert reading.skipped is not None and reading.skipped.why


def test_hidden_words_and_furniture_are_not_read(knowledge: Knowledge) -> None:
    text = "Rebels shelled Orda. Ten civilians were killed in Orda. Show more: five people were killed."
    cut = text.index(" Ten"), text.index(" Show")
    reading = extract(Item(id="x", text=text, hidden=(cut,), furniture=((cut[1], len(text)),)), knowledge)
    assert [claim.event for claim in reading.claims] == ["shelling"]
    assert not any(claim.counts for claim in reading.claims)


WORDS = st.sampled_from(
    "rebels shelled the town killed two men and wounded 3 others , . a woman her children in by said that army denied "
    'air strike on Orda who " - : \n according to no one was were قصف الطيران بلدة قتل ثلاثة مدنيين ( ) @x #y'.split(
        " "
    )
)


@settings(max_examples=120)
@given(st.lists(WORDS, max_size=40))
def test_every_span_quotes_the_text(knowledge: Knowledge, words: list[str]) -> None:
    item = Item(id="made", text=" ".join(words))
    reading, refused = extract_with_refusals(item, knowledge)
    assert refused == ()
    assert extract(item, knowledge) == reading
    for one in reading.claims:
        assert item.text[one.quote.start : one.quote.end] == one.quote.text
        for party in (*one.speakers, *one.perpetrators, *one.targets):
            assert item.text[party.start : party.end] == party.name
        for count in one.counts:
            assert count.part_of is None or count.part_of < len(one.counts)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("قصفت الطائرات بلدة في الريف", None, "ar"),
        ("قصفت الطائرات بلدة في الريف", "en", "ar"),
        ("The army said that the road to the town was closed on Monday.", None, "en"),
        ("12:30 +++", "en", "en"),
    ],
)
def test_script_comes_before_what_the_item_says_of_its_language(text: str, lang: str | None, expected: str) -> None:
    assert language_of(Item(id="x", text=text, lang=lang)) == expected

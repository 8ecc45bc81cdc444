"""Readings held together: what is said in the same words is held once, and nothing else changes."""

from ascertain.case.sharing import Sharing
from ascertain.model import Claim, Mention, Party, Place, Reading, Span


def fresh(words: str) -> str:
    """Return the words as an object of their own, as decoding makes them."""
    return " ".join(words.split(" "))


def reading(item: str, start: int) -> Reading:
    place = Place(id=fresh("orda town"), name=fresh("Orda town"), because=fresh(f"the only place, {item}"))
    where = Mention(kind="place", start=start, end=start + 4, text=fresh("Orda town"), value=place)
    party = Party(name=fresh("the river brigade"), id=fresh("river brigade"), start=start + 700, end=start + 717)
    quote = Span(start=start + 700, end=start + 740, text=f"the river brigade shelled Orda, {item}")
    claim = Claim(id=f"claim {item}", item=item, event="shelling", quote=quote, where=where, perpetrators=(party,))
    return Reading(item=item, mentions=(where,), claims=(claim,))


def test_parts_that_differ_share_their_words_and_numbers():
    sharing = Sharing()
    first, second = sharing.reading(reading("a", 1_000)), sharing.reading(reading("b", 2_000))
    assert (first, second) == (reading("a", 1_000), reading("b", 2_000))
    mine, theirs = first.claims[0].perpetrators[0], second.claims[0].perpetrators[0]
    assert mine.name is theirs.name
    assert mine.id is theirs.id
    assert first.claims[0].quote.start is mine.start
    assert first.mentions[0].value.name is second.mentions[0].value.name


def test_equal_parts_are_one():
    sharing = Sharing()
    first, second = sharing.reading(reading("a", 1_000)), sharing.reading(reading("a", 1_000))
    assert first.claims[0].perpetrators[0] is second.claims[0].perpetrators[0]
    assert first.mentions[0].value is second.claims[0].where.value


def test_a_mention_and_a_quote_that_come_again_in_a_reading_are_one():
    first, second = reading("a", 1_000), reading("a", 1_000)
    twice = Reading(item="a", mentions=first.mentions, claims=(*first.claims, *second.claims))
    shared = Sharing().reading(twice)
    assert shared == twice
    assert shared.claims[0].where is shared.mentions[0]
    assert shared.claims[1].where is shared.mentions[0]
    assert shared.claims[1].quote is shared.claims[0].quote


def test_words_of_what_is_held_are_the_shared_ones():
    sharing = Sharing()
    sharing.reading(reading("a", 1_000))
    brigade = sharing.reading(reading("b", 2_000)).claims[0].perpetrators[0]
    names = {id(key.name) for key in sharing._held if isinstance(key, Party)}
    assert names == {id(brigade.name)}

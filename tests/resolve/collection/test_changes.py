"""Readings with some of their mentions changed."""

from msgspec.structs import replace

from ascertain.model import Claim, Interval, Mention, Place, Reading, Span
from ascertain.resolve.collection.changes import changed

DAY = Mention(kind="time", start=0, end=6, text="Monday", value=Interval(timex="XXXX-WXX-1"))
TOWN = Mention(kind="place", start=10, end=14, text="Orda", value=Place(id="orda", name="Orda"))
QUOTE = Span(start=0, end=14, text="Monday, in Orda")
CLAIM = Claim(id="c", item="i", event="shelling", quote=QUOTE, when=DAY, said_at=DAY, where=TOWN)
READING = Reading(item="i", mentions=(DAY, TOWN), claims=(CLAIM,))


def dated(mention: Mention) -> Mention:
    return replace(mention, value=Interval(timex="2022-03-07")) if mention.kind == "time" else mention


def test_what_nothing_changes_is_the_very_reading():
    assert changed(READING, ("when", "said_at", "where"), lambda mention: mention) is READING


def test_only_the_arguments_asked_for_change_and_the_rest_stays_the_very_object():
    found = changed(READING, ("when",), dated)
    claim = found.claims[0]
    assert found.mentions == (dated(DAY), TOWN)
    assert (claim.when, claim.said_at, claim.where) == (dated(DAY), DAY, TOWN)
    assert found.mentions[1] is TOWN


def test_a_claim_without_the_argument_stays_the_very_claim():
    bare = replace(CLAIM, when=None)
    found = changed(replace(READING, claims=(bare,)), ("when",), dated)
    assert found.claims[0] is bare

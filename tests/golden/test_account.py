"""A round-up with many speakers, read as an editor would: who says through whom that what happened, when and to whom.

The text is a reconstruction in our own words, with invented outlets, of the kind of account that a desk writes on
the evening of a strike: times in an abbreviation that is wrong in May, a claim through a reporter through an official,
posts pasted in, a toll from a military source, a party that has said nothing, an update. Facts are held, not a dump.
"""

from functools import cache
from pathlib import Path

import pytest

from ascertain.case.reading import reader
from ascertain.knowledge import load
from ascertain.model import Claim, Item, Settings

TEXT = (Path(__file__).parent / "account.txt").read_text(encoding="utf-8")
ITEM = Item(id="account", text=TEXT, published_at="2017-05-19")


@cache
def reading():
    return reader(load(), Settings(time_zone="Asia/Damascus", countries=("SY",)))(ITEM)


def claims(words: str, event: str | None = None) -> list[Claim]:
    """Return the claims whose quote holds these words, of this event."""
    at = TEXT.index(words)
    return [
        claim
        for claim in reading().claims
        if claim.quote.start <= at < claim.quote.end and (event is None or claim.event == event)
    ]


def the(words: str, event: str | None = None) -> Claim:
    [claim] = claims(words, event)
    return claim


def counts(claim: Claim) -> set[tuple]:
    return {(count.outcome, count.group or count.item, count.low, count.high) for count in claim.counts}


def test_every_quote_and_mention_is_the_text():
    spans = [claim.quote for claim in reading().claims] + list(reading().mentions)
    assert len(spans) > 60
    for span in spans:
        assert TEXT[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("words", "event", "chain"),
    [
        ("warplanes struck", "air_strike", ["coalition's press office"]),
        ("coalition jets hit", "air_strike", ["Media Office of the Desert Rebels"]),
        ("targeted fighters of", None, ["Oasis News"]),
        ("hit regime forces", "air_strike", ["Morning Wire Dana Hale", "US official"]),
        ("#Coalition struck", "attack", ["Coalition Desk"]),
        ("made a show of force", "show_of_force", ["Coalition Desk"]),
        ("struck the convoy", "air_strike", ["military source in Damascus"]),
        ("two tanks were destroyed", "air_strike", ["military source in Damascus"]),
        ("were therefore targeted", "air_strike", ["Lakeside News", "US official"]),
        ("wholly unacceptable", "statement", ["Russian deputy foreign minister"]),
        ("Senator Ivan", "statement", ["Ivan Petrovsky"]),
    ],
)
def test_who_says_it_through_whom(words, event, chain):
    names = [speaker.name for speaker in the(words, event).speakers]
    assert len(names) >= len(chain)
    for said, expected in zip(names[-len(chain) :], chain, strict=True):
        assert expected in said


@pytest.mark.parametrize(
    ("words", "anonymous"),
    [("hit regime forces", True), ("two tanks were destroyed", True), ("targeted fighters of", False)],
)
def test_a_source_without_a_name_is_known_as_one(words, anonymous):
    assert the(words).speakers[-1].anonymous is anonymous


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("coalition jets hit", "2017-05-18T14:19:00Z", "2017-05-18T15:20:00Z"),
        ("destroyed a tank", "2017-05-18T14:47:00Z", "2017-05-18T15:48:00Z"),
        ("hit regime forces", "2017-05-18T16:24:00Z", "2017-05-18T17:25:00Z"),
    ],
)
def test_a_winter_zone_named_in_may_is_an_interval_that_says_so(words, start, end):
    said = the(words, "air_strike").said_at.value
    assert (said.start, said.end) == (start, end)
    assert any("CET" in note and "+02:00" in note for note in said.notes)


def test_two_hours_later_hangs_on_the_time_before_it():
    [later] = [mention for mention in reading().mentions if mention.text.endswith("two hours later")]
    assert later.value.start <= "2017-05-18T18:24:00Z" and later.value.end >= "2017-05-18T19:24:00Z"
    assert later.value.start >= "2017-05-18T17:00:00Z" and later.value.end <= "2017-05-18T22:00:00Z"


def test_being_targeted_is_an_attack_and_may_be_known_as_one_from_the_air():
    assert the("targeted fighters of").event in {"attack", "air_strike"}


def test_the_toll_is_what_the_report_says_and_no_more():
    assert counts(the("two tanks were destroyed", "air_strike")) == {
        ("destroyed", "tank", 2, 2),
        ("killed", "combatants", 6, 6),
        ("injured", "combatants", 3, 3),
    }
    dead = [count for claim in reading().claims for count in claim.counts if count.outcome == "killed"]
    assert [count.low for count in dead] == [6]


def test_who_was_there_is_present_and_not_harmed():
    convoy = counts(the("the convoy consisted", "air_strike"))
    assert {("present", "tank", 5, None), ("present", "combatants", 50, None)} <= convoy
    assert {outcome for outcome, *_ in convoy} == {"present"}


def test_one_outlet_has_one_tank():
    assert counts(the("destroyed a tank", "air_strike")) == {("destroyed", "tank", 1, 1)}


@pytest.mark.parametrize(("words", "hedged"), [("coalition jets hit", True), ("targeted fighters of", True)])
def test_what_is_only_claimed_is_hedged(words, hedged):
    assert bool(the(words).hedge) is hedged


def test_the_warning_the_show_of_force_and_the_strike_are_three_events_told_by_two():
    for event in ("warning_shots", "show_of_force"):
        assert {claim.speakers[-1].name for claim in reading().claims if claim.event == event} == {
            "Coalition Desk",
            "military source in Damascus",
        }
    assert claims("struck the convoy", "air_strike")


def test_silence_is_a_statement_that_was_not_made():
    silence = the("no statements by the Syrian", "statement")
    assert silence.polarity == "denied"
    assert {party.id.split(".")[0] for party in silence.perpetrators} == {"sy", "ru"}


def test_the_same_place_in_two_spellings_is_one():
    struck, post = the("warplanes struck", "air_strike"), the("#Coalition struck", "attack")
    assert struck.where.value.id == post.where.value.id
    assert struck.where.value.country == "SY"
    assert struck.where.value.radius_m >= 5000

"""Lines of the public formats hold what the records hold, and read back to them."""

import json

import msgspec

from ascertain.model import (
    Actor,
    Claim,
    ClaimedCount,
    Count,
    Equipment,
    Incident,
    Interval,
    Mention,
    Party,
    Place,
    Range,
    Reading,
    Skipped,
    Span,
    Speaker,
)
from ascertain.model.records import extracted_line, incident_line, incident_of, reading_of

WHEN = Mention(
    kind="time", start=0, end=6, text="Monday",
    value=Interval(start="2011-05-02T00:00:00Z", end="2011-05-03T00:00:00Z", precision="day", timex="2011-05-02"),
)  # fmt: skip
WHERE = Mention(
    kind="place", start=10, end=14, text="Orda",
    value=Place(id="p1", name="Orda", lat=1.0, lon=2.0, radius_m=500, klass="town", country="XX"),
)  # fmt: skip
TANK = Mention(kind="equipment", start=20, end=24, text="tank", value=Equipment(id="e", name="tank", category="tank"))
ARMY = Mention(kind="actor", start=30, end=34, text="army", value=Actor(id="a", name="Army", type="military"))
THREE = Mention(kind="count", start=40, end=45, text="three", value=Count(low=3, high=None, rule="at_least"))
NOWHERE = Mention(kind="place", start=50, end=54, text="Atto")

CLAIM = Claim(
    id="claim-1", item="one", event="shelling", quote=Span(start=0, end=6, text="Monday"), polarity="denied",
    mood="recalled", hedge="reportedly", speakers=(Speaker(name="He", role="witness", anonymous=True, start=1, end=3),),
    when=WHEN, said_at=WHEN, where=WHERE, relation="near", distance_m=2000.0,
    perpetrators=(Party(name="army", id="a"),),
    targets=(Party(name="market"),), means=(TANK,), extractor="patterns-1",
    counts=(ClaimedCount(outcome="killed", low=3, high=None, rule="at_least", group="civilians", start=1, end=2),
            ClaimedCount(outcome="killed", low=None, high=None, rule="dozens", start=2, end=3, part_of=0)),
)  # fmt: skip
READING = Reading(item="one", lang="en", mentions=(WHEN, WHERE, TANK, ARMY, THREE, NOWHERE), claims=(CLAIM,), refused=2)


def test_a_reading_comes_back_as_it_was() -> None:
    line = json.loads(json.dumps(extracted_line(READING)))
    assert reading_of(line) == READING


def test_a_skipped_item_says_why() -> None:
    skipped = Reading(item="one", skipped=Skipped(stage="extract", item="one", why="its text is empty"))
    assert extracted_line(skipped)["skipped"] == "its text is empty"
    assert reading_of(extracted_line(skipped)) == skipped


def test_the_keys_are_the_formats_own() -> None:
    line = extracted_line(READING)
    claim = line["claims"][0]
    assert line["item"] == "one" and line["skipped"] is None
    assert claim["where"]["class"] == "town" and claim["where"]["relation"] == "near"
    assert claim["when"]["start"] == "2011-05-02T00:00:00Z"
    assert claim["means"][0]["category"] == "tank"
    assert claim["counts"][1] | {"low": None, "high": None, "rule": "dozens"} == claim["counts"][1]
    assert line["mentions"][4]["value"] == {"low": 3, "high": None, "rule": "at_least"}
    assert line["mentions"][5]["value"] is None


def test_unknown_keys_are_passed_over() -> None:
    line = extracted_line(READING)
    line["colour"] = "red"
    line["claims"][0]["colour"] = "red"
    assert reading_of(line) == READING


def test_an_incident_comes_back_as_it_was() -> None:
    incident = Incident(
        id="i", title="t", event="shelling", where=WHERE.value, counts=(Range(outcome="killed", min=1, max=3),)
    )  # type: ignore[arg-type]
    line = json.loads(json.dumps(incident_line(incident)))
    assert incident_of(line) == incident
    assert msgspec.json.encode(incident_line(incident))

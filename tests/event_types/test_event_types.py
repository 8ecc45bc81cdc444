"""Every event type's file is whole, and every example in it is read as it says."""

import re

import pytest

from ascertain.event_types import EventType, Example, event_types
from ascertain.event_types.event_type import read_event_type
from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item, Misused

TYPES = event_types()
EXAMPLES = [(kind, example) for kind in TYPES.values() for example in kind.examples]
PUBLIC = """air_strike drone_strike missile_strike shelling bombing suicide_bombing landmine explosion chemical_attack
shooting armed_clash ground_offensive raid attack assassination execution killing interception abduction detention
torture sexual_violence arson looting warning_shots show_of_force threat movement deployment withdrawal capture siege
displacement evacuation ceasefire agreement protest statement""".split()


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def test_the_types_of_the_public_formats_are_there() -> None:
    assert set(PUBLIC) <= set(TYPES)


@pytest.mark.parametrize("kind", TYPES.values(), ids=list(TYPES))
def test_a_type_is_whole(kind: EventType) -> None:
    assert kind.label and kind.definition.endswith(".")
    assert kind.acled and kind.plover
    assert any(example.lang == "en" for example in kind.examples)


@pytest.mark.parametrize(
    ("kind", "example"), EXAMPLES, ids=[f"{kind.name}-{n}" for n, (kind, _) in enumerate(EXAMPLES)]
)
def test_an_example_is_read_as_it_says(kind: EventType, example: Example, knowledge: Knowledge) -> None:
    reading = extract(Item(id="example", text=example.text, lang=example.lang), knowledge)
    claims = [claim for claim in reading.claims if claim.event == kind.name]
    assert claims, [claim.event for claim in reading.claims]
    assert example.polarity in {claim.polarity for claim in claims}
    for role in ("perpetrators", "targets", "speakers"):
        found = [party.name for claim in claims for party in getattr(claim, role)]
        for wanted in getattr(example, role):
            assert any(wanted in name for name in found), (role, found)
    for wanted in example.counts:
        assert any(has_count(claim, wanted) for claim in claims), [claim.counts for claim in claims]


def has_count(claim: Claim, wanted: str) -> bool:
    """Whether a claim holds a count written as "outcome low[-high] [group or item]"."""
    match = re.fullmatch(r"(\w+) (\d+)(?:-(\d+))?(?: (\w+))?", wanted)
    assert match is not None, wanted
    outcome, low, high, whom = match.groups()
    return any(
        count.outcome == outcome
        and count.low == int(low)
        and count.high in {int(high or low), None}
        and whom in {None, count.group, count.item}
        for count in claim.counts
    )


@pytest.mark.parametrize("text", ["label = 'x'", "label = ", "[cues]\nlabel='x'"])
def test_a_faulty_file_is_named(text: str) -> None:
    with pytest.raises(Misused) as refused:
        read_event_type("made_up", text)
    assert "made_up" in str(refused.value)

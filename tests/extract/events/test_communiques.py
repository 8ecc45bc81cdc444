"""What communiqués tell, in sentences of invented places: aircraft by their names, bombs that were struck."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _events(claims: list[Claim]) -> list[tuple[str, list[str]]]:
    return [(claim.event, [party.name for party in claim.perpetrators]) for claim in claims]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A strike destroyed two ISIL vehicle bombs and four buildings near Orda.", ["air_strike"]),
        ("Near Orda, one strike destroyed a VBIED factory and three IEDs.", ["air_strike"]),
        ("Troops destroyed a car bomb before it reached the checkpoint in Orda.", []),
        ("Analysts identified a complex of buildings near Orda as a truck-bomb factory.", []),
        ("A car bomb destroyed two buildings in Orda.", ["bombing"]),
        ("Rebels destroyed a bridge near Orda with an improvised explosive device.", ["bombing"]),
    ],
)
def test_a_bomb_that_was_struck_is_no_bombing(text: str, events: list[str], told: Told) -> None:
    assert [claim.event for claim in told(text)] == events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Reaper used a Hellfire missile to destroy an armed truck west of Orda.", "drone_strike"),
        ("A pair of Tornado GR4s attacked two positions near Orda with Paveway IVs.", "air_strike"),
        ("Two Bayraktar TB2s attacked a post near Orda.", "drone_strike"),
        ("Militants on foot attacked two positions near Orda.", "attack"),
    ],
)
def test_the_name_of_a_weapon_tells_the_kind_of_attack(text: str, event: str, told: Told) -> None:
    assert [claim.event for claim in told(text)] == [event]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The invading Ruritanian army shelled Orda with mortars.", [("shelling", ["invading Ruritanian army"])]),
        ("The attacking forces killed three men.", [("killing", ["attacking forces"])]),
        ("An invading army shelled Orda.", [("shelling", ["invading army"])]),
        ("The heavy shells wounded five children in Orda.", [("shelling", [])]),
        ("The occupation forces inflicted air strikes on Orda.", [("air_strike", ["occupation forces"])]),
        ("Fighter planes destroyed several oil dumps near Orda.", [("air_strike", [])]),
    ],
)
def test_whose_a_deed_is(text: str, events: list[tuple[str, list[str]]], told: Told) -> None:
    assert _events(told(text)) == events


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The command bombed insurgents in Orda after they attacked a patrol near Sarmin.", ["insurgents"]),
        ("Rebels killed three soldiers after they stormed the post in Orda.", ["Rebels"]),
    ],
)
def test_who_they_are_behind_after(text: str, doers: list[str], told: Told) -> None:
    events = {claim.event: [party.name for party in claim.perpetrators] for claim in told(text)}
    assert events.get("attack", events.get("ground_offensive")) == doers


@pytest.mark.parametrize(
    "text",
    [
        'Officials use the term "neutralise" to imply that rebels surrendered or were killed or captured.',
        "Officers use the word to say that fighters were killed.",
    ],
)
def test_what_a_word_means_is_no_event(text: str, told: Told) -> None:
    assert told(text) == []


def test_how_often_is_no_part_of_what_was_struck(told: Told) -> None:
    (claim,) = told("The rebels shelled the town of Orda 24 times using multiple rocket launchers.")
    assert [party.name for party in claim.targets] == ["town of Orda"]


def test_what_a_speaker_assesses(told: Told) -> None:
    (claim,) = told("We assess no civilians were killed in this airstrike.")
    assert [(count.outcome, count.group, count.high) for count in claim.counts] == [("killed", "civilians", 0)]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Turkey said its forces killed ten fighters near Orda.", ["Turkey"]),
        ("Hezbollah said its fighters attacked Orda.", ["Hezbollah"]),
        ("Ukraine said Russia and its forces killed ten people in Orda.", ["Russia", "forces"]),
    ],
)
def test_whose_forces_they_are_that_somebody_speaks_of(text: str, doers: list[str], told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.perpetrators] == doers


def test_from_where_something_came_is_no_source(told: Told) -> None:
    (claim,) = told("The army said a missile was launched toward Sarmin from Orda governorate.")
    assert [speaker.name for speaker in claim.speakers] == ["army"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The shelling of Orda came a day after three people were killed in Sarmin.", {"killing": 3}),
        ("Warplanes bombed Orda, but it was not clear whether the strike killed anyone.", {}),
        ("Three men died a day after the shelling of Orda.", {"shelling": 3}),
    ],
)
def test_what_is_told_beside_the_event(text: str, killed: dict[str, int], told: Told) -> None:
    claims = [claim for claim in told(text) if claim.polarity == "asserted"]
    assert {claim.event: one.low for claim in claims for one in claim.counts if one.outcome == "killed"} == killed

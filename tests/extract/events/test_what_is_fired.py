"""What "fired at" tells depends on what fires: jets bomb, rockets shell, rifles shoot."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    ("text", "event", "target"),
    (
        ("Two jets fired on Orda on Monday.", "air_strike", "Orda"),
        ("A tank fired on a house in Orda.", "shelling", "house"),
        ("A drone fired at a car in Orda.", "drone_strike", "car"),
        ("Three rockets were fired at Orda.", "shelling", "Orda"),
        ("Rockets were fired into Orda by the militia.", "shelling", "Orda"),
        ("Bombs were fired at the camps in Orda.", "bombing", "camps"),
        ("Gunmen fired on a car in Orda with rifles.", "shooting", "car"),
        ("Soldiers fired at helicopters over Orda.", "shooting", "helicopters"),
        ("The militia fired at Orda with rockets and rifles.", "shooting", "Orda"),
    ),
)
def test_the_weapon_tells_what_was_fired(text: str, event: str, target: str) -> None:
    (claim,) = extract_text(text).claims
    assert claim.event == event
    assert target in [party.name for party in claim.targets]


def test_a_helicopter_that_fired_and_killed_is_one_event() -> None:
    (claim,) = extract_text("A helicopter fired on the village of Orda, killing two people.").claims
    assert claim.event == "air_strike" and claim.counts


@pytest.mark.parametrize(
    ("text", "doers"),
    (
        ("A drone operated by the Sarmin Front killed six cadets in Orda.", ["Sarmin Front"]),
        ("The raids hit camps operated by the Sarmin Front near Orda.", []),
        ("It was revenge for the killing of a fighter from the Sarmin Front in Orda.", []),
        ("The shelling of Orda from the Sarmin Front killed two people.", ["Sarmin Front"]),
        ("A hospital operated by the Sarmin Front was hit by a drone in Orda.", []),
        ("The Sarmin Front itself claimed responsibility for killing six people in Orda.", ["Sarmin Front"]),
        ("The army itself shelled Orda.", ["army"]),
    ),
)
def test_who_operates_what_struck_and_who_did_it_themselves(text: str, doers: list[str]) -> None:
    violent = [claim for claim in extract_text(text).claims if claim.event != "statement"]
    assert [party.name for claim in violent for party in claim.perpetrators] == doers


def test_soldiers_who_fell_are_not_killed_by_the_security_forces_of_the_sentence_before() -> None:
    text = "Security forces had killed all the attackers in Orda. One soldier was killed and another was wounded."
    first, second = extract_text(text).claims
    assert first.perpetrators and not second.perpetrators
    text = "The Ruritanian army shelled Orda. Two soldiers were killed."
    assert all(claim.perpetrators for claim in extract_text(text).claims)

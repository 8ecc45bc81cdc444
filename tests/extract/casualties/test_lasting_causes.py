"""What a siege has cost is no toll of one event, unless a day is given."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    ("text", "counted"),
    (
        ("The siege of Orda has killed 300 people, aid workers said.", False),
        ("The RSF siege of Orda had killed 782 civilians and wounded 1,140 others.", False),
        ("أدى حصار الفاشر إلى مقتل 782 مدنيا.", False),
        ("The siege of the Orda hotel left three guards dead on Monday.", True),
        ("Shelling during the siege of Orda killed three people.", True),
        ("Gunmen besieged the Orda hotel, killing three guards.", True),
    ),
)
def test_the_dead_of_a_siege_are_those_of_no_event(text: str, counted: bool) -> None:
    assert any(count.outcome == "killed" for claim in extract_text(text).claims for count in claim.counts) is counted


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Six people were killed in a road accident in Orda.", []),
        ("Forty people were killed in a bus crash near Orda.", []),
        ("Six soldiers were killed in a helicopter accident in Orda.", []),
        ("The founder of the movement was killed in an airplane accident in Orda.", []),
        ("A guard was killed when rebels hit a helicopter with a rocket in Orda.", [1]),
        ("An infant died of cold in a camp near Orda.", []),
        ("Soldiers killed six people in cold blood in Orda.", [6]),
    ],
)
def test_accidents_and_the_cold_are_nobodys_deed(text: str, killed: list[float]) -> None:
    claims = extract_text(text).claims
    assert [count.low for claim in claims for count in claim.counts if count.outcome == "killed"] == killed

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

"""What is damaged or destroyed is a thing, and no number of people."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    ("text", "items"),
    (
        ("About 30 trade pavilions were damaged in the shelling of Orda.", ["property"]),
        ("Two tanks and 40 houses were destroyed in the shelling of Orda.", ["tank", "house"]),
        ("Civilians continue to be saved from the debris of destruction after the shelling of Orda.", []),
    ),
)
def test_what_is_damaged_is_a_thing(text: str, items: list[str]) -> None:
    counts = [count for claim in extract_text(text).claims for count in claim.counts]
    assert sorted(count.item or "" for count in counts) == sorted(items)

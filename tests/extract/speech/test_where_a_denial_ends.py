"""A denial ends where ", and" begins what others did, and goes on where it names more that is denied."""

import pytest

from ascertain import extract_text


@pytest.mark.parametrize(
    ("text", "asserted"),
    (
        ("The army denied that it had hit the school, and two people died in shelling of the market in Orda.", True),
        ("The army denied hitting the school, and the market of Orda was shelled by rebels.", True),
        ("The minister denied that the army shelled Orda, and that rockets hit the market.", False),
        ("The army denied hitting the school and shelling the market of Orda.", False),
    ),
)
def test_what_is_denied(text: str, asserted: bool) -> None:
    violent = [claim for claim in extract_text(text).claims if claim.event != "statement"]
    assert any(claim.polarity == "denied" for claim in violent)
    assert any(claim.polarity == "asserted" for claim in violent) is asserted

"""An air strike by aircraft of a kind that is not said may be one of a drone."""

import pytest

from ascertain.group import families
from ascertain.group.signs import event_sign
from ascertain.group.telling import Telling


def telling(number: int, event: str) -> Telling:
    return Telling(number=number, item=f"i{number}", claims=(), starts=True, event=event)


@pytest.mark.parametrize(("other", "told"), [("drone_strike", 0.0), ("shelling", -0.5), ("air_strike", 0.2)])
def test_a_drone_strike_is_not_held_against_an_air_strike(other: str, told: float) -> None:
    assert sum(value for _, value in event_sign(telling(0, "air_strike"), telling(1, other)).values) == told


def test_what_says_more_is_no_other_kind() -> None:
    assert families.likeness("air_strike", "drone_strike") == families.likeness("drone_strike", "air_strike")
    assert not families.is_told_apart("air_strike", "drone_strike")

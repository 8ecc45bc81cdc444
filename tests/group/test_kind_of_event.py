"""What kind of event an incident is, where some of what happened in it took lives."""

from types import SimpleNamespace

import pytest

from ascertain.group.consensus import agreed_event


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"abduction": 9, "shooting": 2}, "abduction"),  # the guard shot dead in the abduction of two hundred
        ({"shooting": 5, "arson": 6}, "shooting"),  # a massacre, and the houses burned in it
        ({"killing": 4, "abduction": 4}, "killing"),
    ],
)
def test_what_took_no_lives_gives_way_unless_nearly_all_tell_of_it(told: dict[str, int], kind: str) -> None:
    tellings = [
        SimpleNamespace(event=event, killed=(event in ("shooting", "killing"),))
        for event, many in told.items()
        for _ in range(many)
    ]
    assert agreed_event(tellings, [1.0] * len(tellings)) == kind  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"missile_strike": 6, "air_strike": 3}, "air_strike"),
        ({"missile_strike": 9, "air_strike": 1}, "missile_strike"),
    ],
)
def test_missiles_of_which_some_tell_that_aircraft_fired_them_are_an_air_strike(
    told: dict[str, int], kind: str
) -> None:
    tellings = [SimpleNamespace(event=event, killed=()) for event, many in told.items() for _ in range(many)]
    assert agreed_event(tellings, [1.0] * len(tellings)) == kind  # type: ignore[arg-type]

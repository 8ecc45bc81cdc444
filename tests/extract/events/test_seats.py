"""A capital before an event's noun is where it was; a government's seat that acts is still who did it."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kabul drone strike killed ten civilians.", "Kabul"),
        ("Ten civilians were killed in a Kabul drone strike last month.", "Kabul"),
        ("Baghdad bombing kills 12.", "Baghdad"),
        ("The Damascus air strike killed five.", "Damascus"),
        ("Kyiv strikes killed three people.", "Kyiv"),
        ("A Turkish drone strike in Kabul, Afghanistan last month killed ten civilians.", "Kabul"),
    ],
)
def test_a_capital_before_an_events_noun_is_where_it_was(
    text: str, place: str, told: Callable[[str], list[Claim]]
) -> None:
    (claim,) = told(text)
    assert claim.where is not None and claim.where.text == place
    assert [party.name for party in claim.perpetrators if party.name != "Turkish"] == []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Moscow shelled the town of Orda on Friday.", "Moscow"),
        ("Tehran's attack on the base killed three soldiers.", "Tehran"),
        ("Damascus air strikes hit the town of Orda on Friday.", "Damascus"),
        ("A Kyiv drone attack on the Orda refinery killed two workers.", "Kyiv"),
        ("Moscow drones struck the port of Orda.", "Moscow drones"),
    ],
)
def test_a_seat_that_acts_elsewhere_did_it(text: str, doer: str, told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == [doer]

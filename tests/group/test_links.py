"""Links between incidents that stay two."""

import pytest
from msgspec.structs import replace

from ascertain.group.links import linked
from ascertain.model import Claim, Incident, Interval, Mention, Party, Place, Span

SUMY = Place(id="sumy", name="Sumy", lat=50.91, lon=34.80, radius_m=3_000.0, klass="city", country="UA")
OBLAST = Place(id="oblast", name="Sumy oblast", lat=50.95, lon=34.85, radius_m=60_000.0, klass="governorate")
MARIB = Place(id="marib", name="Marib", lat=15.46, lon=45.33, radius_m=3_000.0, klass="town", country="YE")
EAST, WEST = Party(name="the east", id="east"), Party(name="the west", id="west")


def links(*incidents: Incident, claims: dict[str, Claim]) -> dict[str, list[tuple[str, str]]]:
    found = linked(incidents, claims, "UTC")
    return {key: [(link.kind, link.to) for link in own] for key, own in found.items()}


def told(
    name: str, when: str, event: str = "shelling", where: Place = SUMY, by: Party = EAST, on: Party = WEST
) -> tuple[Incident, Claim]:
    day, _, clock = when.partition("T")
    start, end = (f"{day}T{clock}:00Z", f"{day}T{clock}:20Z") if clock else (f"{day}T00:00:00Z", f"{day}T23:59:59Z")
    interval = Interval(start=start, end=end, precision="minute" if clock else "day", timex=when, zone="UTC")
    mention = Mention(kind="place", start=0, end=1, text="x", value=where)
    claim = Claim(
        id=f"claim {name}", item=name, event=event, quote=Span(start=0, end=1, text="x"), where=mention,
        perpetrators=(by,), targets=(on,),
    )  # fmt: skip
    incident = Incident(id=name, title=name, event=event, when=interval, where=where, items=(name,), claims=(claim.id,))
    return incident, claim


def tied(first: tuple[Incident, Claim], second: tuple[Incident, Claim]) -> dict[str, list[tuple[str, str]]]:
    return links(first[0], second[0], claims={one.id: one for _, one in (first, second)})


def test_the_same_spot_again_within_the_hour() -> None:
    found = tied(told("a", "2024-03-01T10:00"), told("b", "2024-03-01T10:40"))
    assert found == {"a": [("double_tap", "b")], "b": [("double_tap", "a")]}


def test_not_within_the_hour_it_is_the_same_place_again() -> None:
    found = tied(told("a", "2024-03-01T10:00"), told("b", "2024-03-01T15:00"))
    assert found["a"] == [("same_place_and_parties", "b")]


def test_part_of_an_operation_in_the_area() -> None:
    found = tied(told("a", "2024-03-01", "ground_offensive", OBLAST), told("b", "2024-03-01"))
    assert found["b"] == [("part_of", "a")]


def test_those_who_were_struck_strike_back() -> None:
    found = tied(told("a", "2019-06-10", where=MARIB), told("b", "2019-06-12", where=MARIB, by=WEST, on=EAST))
    assert found == {"b": [("retaliation", "a")], "a": [("precedent", "b")]}


def test_what_followed_there() -> None:
    found = tied(told("a", "2019-06-10", where=MARIB), told("b", "2019-06-12", "protest", MARIB))
    assert found == {"a": [("follow_up", "b")], "b": [("precedent", "a")]}


@pytest.mark.parametrize("second", [told("b", "2019-09-12", "protest"), told("b", "2024-03-02", "protest", MARIB)])
def test_long_after_or_elsewhere_nothing_followed(second: tuple[Incident, Claim]) -> None:
    assert tied(told("a", "2024-03-01"), second) == {}


def test_who_withdrew_after_a_strike_had_no_part_in_it() -> None:
    strike, blow = told("a", "2024-03-01", "air_strike", by=EAST, on=WEST)
    advance, march = told("b", "2024-03-01", "ground_offensive", OBLAST, by=WEST, on=Party(name="x", id="x"))
    _, away = told("c", "2024-03-01", "withdrawal", by=WEST)
    strike = replace(strike, claims=(blow.id, away.id))
    assert links(strike, advance, claims={one.id: one for one in (blow, march, away)}) == {}

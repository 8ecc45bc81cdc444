"""Which places contradict one another: areas that do not meet, and no others."""

import pytest

from ascertain.model import Claim, ClaimedCount, Incident, Item, Mention, Origin, Place, Span
from ascertain.weigh.contradictions import _numbers, apart, contradictions_in
from ascertain.weigh.evidence import Evidence
from ascertain.weigh.figures import Figure


def place(lat: float, lon: float, radius_m: float, klass: str = "village") -> Place:
    return Place(id=f"{lat} {lon}", name="Orda", lat=lat, lon=lon, radius_m=radius_m, klass=klass)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("here", "there", "differ"),
    [
        (place(35.0, 38.5, 350_000, "country"), place(33.5, 38.6, 2_000), False),  # a village in its country
        (place(35.0, 38.5, 150_000, "governorate"), place(33.5, 38.6, 40_000, "district"), False),  # side by side
        (place(35.0, 38.5, 50_000, "district"), place(33.5, 38.6, 2_000), True),
        (place(35.0, 38.5, 2_000), place(35.1, 38.5, 2_000), False),  # 11 km: two names of one spot, perhaps
        (place(35.0, 38.5, 2_000), place(35.4, 38.5, 2_000), True),
        (place(35.0, 38.5, 7_000, "city"), place(35.4, 38.5, 2_000), False),  # the city's name, said of its province
        (place(35.0, 38.5, 7_000, "city"), place(36.0, 38.5, 2_000), True),
    ],
)
def test_areas_that_meet_do_not_differ(here: Place, there: Place, differ: bool) -> None:
    assert apart(here, there) is differ and apart(there, here) is differ


@pytest.mark.parametrize(("event", "differ"), [("air_strike", True), ("warning_shots", False)])
def test_where_warning_shots_fell_is_not_where_the_blow_did(event: str, differ: bool) -> None:
    def claim(number: int, event: str, where: Place) -> Claim:
        at = Mention(kind="place", start=0, end=4, text="text", value=where)
        return Claim(
            id=f"c{number}",
            item=f"i{number}",
            event=event,
            quote=Span(start=0, end=4, text="text"),
            where=at,
            relation="at",
        )

    claims = (claim(1, "air_strike", place(35.0, 38.5, 2_000)), claim(2, event, place(36.0, 38.5, 2_000)))
    items = {one.item: Item(id=one.item, text="text") for one in claims}
    evidence = Evidence(
        incident=Incident(id="i", title="t", event="air_strike", items=tuple(items)), claims=claims, items=items,
        origins=tuple(Origin(id=one.id, name=one.id, items=(one.item,), claims=(one.id,)) for one in claims),
    )  # fmt: skip
    assert bool(contradictions_in(evidence, ())) is differ


def test_many_figures_are_told_by_the_least_and_the_greatest() -> None:
    counts = [ClaimedCount(outcome="killed", low=low, high=low, rule="exact", start=0, end=1) for low in (4, 8, 9, 14)]
    figures = tuple(
        Figure(
            claim=f"claim {n}",
            place=0,
            item=f"item {n}",
            origin=f"origin {n}",
            party=None,
            outcome="killed",
            group=None,
            thing=None,
            count=count,
            part=False,
            said_on="2022-07-20",
            recalled=False,
            doubted=False,
            aside=None,
            script="latin",
        )
        for n, count in enumerate(counts)
    )
    (told,) = _numbers(figures)
    assert told.about == "people killed: from 4 to 14"
    (told,) = _numbers(figures[:2])
    assert told.about == "people killed: 4 or 8"

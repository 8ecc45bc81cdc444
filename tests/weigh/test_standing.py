"""Which claims may set a figure: what is told beside an event is none of its harm."""

import dataclasses

import msgspec
import pytest

from ascertain.model import (
    Actor,
    Claim,
    ClaimedCount,
    Incident,
    Interval,
    Item,
    Mention,
    Origin,
    Party,
    PartySupport,
    Place,
    Span,
)
from ascertain.weigh.evidence import Actors, Evidence
from ascertain.weigh.figures import figures_of
from ascertain.weigh.parties import parties_in
from ascertain.weigh.standing import Standing

TOWN = Place(id="town", name="Town", lat=15.35, lon=44.2, radius_m=2000, klass="town", within=("Province",))
PORT = Place(id="port", name="Port", lat=15.75, lon=44.2, radius_m=2000, klass="town")
FAR_PROVINCE = Place(id="far", name="Far Province", lat=13.0, lon=47.0, klass="governorate")
PROVINCE = Place(id="province", name="Province", lat=15.2, lon=44.4, klass="governorate")
COUNTRY = Place(id="land", name="Land", lat=15.5, lon=47.5, klass="country")
DAY = Interval(start="2019-08-07T00:00:00Z", end="2019-08-08T00:00:00Z", precision="day", timex="2019-08-07")


def claim(number: int, item: str, **fields: object) -> Claim:
    given: dict[str, object] = {
        "event": "shelling",
        "when": DAY,
        "where": TOWN,
        "counts": (ClaimedCount(outcome="killed", low=number, group="civilians", start=0, end=4),),
    } | fields
    when, where = given.pop("when"), given.pop("where")
    return Claim(
        id=f"claim-{item}-{number}",
        item=item,
        quote=Span(start=0, end=4, text="text"),
        when=Mention(kind="time", start=0, end=4, text="text", value=when) if when else None,  # type: ignore[arg-type]
        where=Mention(kind="place", start=0, end=4, text="text", value=where) if where else None,  # type: ignore[arg-type]
        **given,  # type: ignore[arg-type]
    )


def evidence(*claims: Claim) -> Evidence:
    items = {one.item: Item(id=one.item, text="text") for one in claims}
    return Evidence(
        incident=Incident(id="i", title="t", event="shelling", when=DAY, where=TOWN, items=tuple(items)),
        claims=claims,
        items=items,
        origins=tuple(Origin(id=f"o-{key}", name=key, items=(key,), claims=tuple(c.id for c in claims if c.item == key))
                      for key in items),
    )  # fmt: skip


def timed(timex: str, **fields: str) -> Interval:
    return Interval(timex=timex, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("beside", "rule"),
    [
        pytest.param({"when": timed("XXXX-08")}, "a sum over a longer time", id="a month without a year"),
        pytest.param(
            {"when": timed("XXXX-06/2020-07-25")}, "a sum over a longer time", id="from a month without a year"
        ),
        pytest.param({"when": timed("P2D")}, "a sum over a longer time", id="in two days"),
        pytest.param({"when": timed("PXM")}, "a sum over a longer time", id="in months"),
        pytest.param({"when": timed("2019", precision="year")}, "a sum over a longer time", id="a year"),
        pytest.param({"mood": "recalled"}, "an earlier event recalled", id="looked back on"),
        pytest.param({"when": timed("XXXX-06-12")}, "another day", id="another day, no year written"),
        pytest.param({"when": timed("XXXX-WXX-5")}, "another day", id="Friday beside a Wednesday"),
        pytest.param({"where": PORT}, "another place", id="a second town, in a report that names the first"),
        pytest.param({"where": FAR_PROVINCE}, "another place", id="a province that the town is not in"),
        pytest.param({"where": COUNTRY}, "another place", id="the whole country, beside the town's own harm"),
        pytest.param({"event": "assassination"}, "another kind of event", id="a murder beside a shelling"),
    ],
)
def test_what_is_told_beside_the_event_sets_no_figure(beside: dict[str, object], rule: str) -> None:
    hurt = (ClaimedCount(outcome="injured", low=2, group="civilians", start=0, end=4),)
    own, other = claim(2, "a", counts=hurt), claim(9, "a", **beside)
    told = evidence(own, other, claim(2, "b", counts=hurt))
    standing = Standing(told)
    assert standing.aside(own) is None
    found = standing.aside(other)
    assert found is not None and found[0] == rule
    assert [figure.aside is not None for figure in figures_of(told) if figure.outcome == "killed"] == [True]


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param({"when": timed("XXXX-WXX-3")}, id="its weekday"),
        pytest.param({"when": timed("XXXX-08-08")}, id="the night between two days"),
        pytest.param({"when": timed("PT2H")}, id="two hours"),
        pytest.param({"where": PROVINCE}, id="the province that it lies in"),
        pytest.param({"where": None, "when": None}, id="neither place nor day"),
        pytest.param({"event": "killing"}, id="deaths of which the means are not said"),
    ],
)
def test_what_can_be_the_event_stands(beside: dict[str, object]) -> None:
    told = evidence(claim(2, "a"), claim(3, "b", **beside))
    assert all(Standing(told).aside(one) is None for one in told.claims)


@pytest.mark.parametrize(
    ("event", "doer", "stands"),
    [("shooting", "north", True), ("shooting", "south", False), ("assassination", "north", False)],
)
def test_machine_guns_of_those_who_shelled_are_part_of_it(event: str, doer: str, stands: bool) -> None:
    fired = claim(3, "b", event=event, perpetrators=(Party(name=doer.title(), id=doer),))
    told = evidence(claim(2, "a"), fired)
    struck = (PartySupport(id="north", name="North"),)
    actors = {key: Actor(id=key, name=key.title(), type="military") for key in ("north", "south")}
    told = dataclasses.replace(
        told, incident=msgspec.structs.replace(told.incident, perpetrators=struck), actors=Actors(actors)
    )
    assert (Standing(told).aside(fired) is None) is stands


def test_a_figure_that_no_surviving_item_contains_is_refused() -> None:
    told = evidence(claim(2, "a"), claim(9, "b"))
    gone = dataclasses.replace(told, items={"a": told.items["a"]})
    changed = dataclasses.replace(told, items=told.items | {"b": Item(id="b", text="other words")})
    for left in (gone, changed):
        refused = [figure.aside for figure in figures_of(left) if figure.count.low == 9]
        assert [reason[0] for reason in refused if reason] == ["no surviving item contains it"]


def test_nobody_speaks_for_a_year() -> None:
    year = Mention(kind="time", start=0, end=4, text="text", value=timed("2018", precision="year"))
    told = evidence(claim(2, "a"), claim(225, "b", when=None, said_at=year))
    assert [figure.aside is not None for figure in figures_of(told)] == [False, True]


def test_where_everybody_looks_back_the_figures_stand() -> None:
    told = evidence(claim(2, "a", mood="recalled"), claim(3, "b", mood="recalled"))
    assert all(figure.aside is None for figure in figures_of(told))


def test_the_town_that_fewer_reports_name_does_not_set_the_place_of_the_others() -> None:
    told = evidence(claim(2, "a"), claim(3, "a", where=PORT), claim(4, "b", where=PORT), claim(5, "c", where=PORT))
    assert Standing(told).aside(told.claims[1]) is None


def test_who_did_another_days_strike_did_not_do_this_one() -> None:
    north, south = (Party(name=name, id=name, type="military") for name in ("north", "south"))
    told = evidence(
        claim(2, "a", perpetrators=(north,)), claim(3, "a", perpetrators=(south,), when=timed("XXXX-06-12"))
    )
    assert [party.id for party in parties_in(told, "perpetrators")] == ["north"]


def test_who_killed_the_attackers_was_attacked() -> None:
    band, police = Party(name="band", id="band", type="armed_group"), Party(name="police", id="police", type="military")
    attackers = Party(name="attackers", id="generic.gunmen", type="armed_group")
    fought = claim(3, "b", perpetrators=(police,), targets=(attackers,))
    assert [
        party.id for party in parties_in(evidence(claim(2, "a", perpetrators=(band,)), fought), "perpetrators")
    ] == ["band"]
    assert [party.id for party in parties_in(evidence(claim(2, "a"), fought), "perpetrators")] == ["police"]


def test_what_a_party_did_not_state_is_no_denial() -> None:
    band = Party(name="band", id="band", type="armed_group")
    silent = claim(0, "b", event="statement", polarity="denied", perpetrators=(band,), counts=())
    (found,) = parties_in(evidence(claim(2, "a", perpetrators=(band,)), silent), "perpetrators")
    assert not found.denied_by


def test_who_shot_at_the_missiles_did_not_fire_them() -> None:
    north, south = (Party(name=name, id=name, type="military") for name in ("north", "south"))
    told = evidence(
        claim(2, "a", perpetrators=(north,)), claim(3, "b", perpetrators=(south,), event="interception", counts=())
    )
    assert [party.id for party in parties_in(told, "perpetrators")] == ["north"]


def test_a_figure_given_for_the_country_that_the_place_s_own_reach_is_of_the_place() -> None:
    sum_up, same = claim(90, "a", where=COUNTRY), claim(40, "a", where=COUNTRY)
    standing = Standing(evidence(claim(38, "a"), claim(44, "b"), sum_up, same))
    assert standing.aside(same) is None
    assert standing.aside(sum_up) is not None


def test_what_is_told_of_the_same_days_as_an_event_of_several_is_no_sum() -> None:
    days = Interval(start="2019-08-03T00:00:00Z", end="2019-08-11T00:00:00Z", precision="day")
    whole = evidence(claim(300, "a", when=days), claim(280, "b", when=days))
    assert Standing(whole).aside(whole.claims[0]) is not None
    long = dataclasses.replace(whole, incident=msgspec.structs.replace(whole.incident, when=days))
    assert Standing(long).aside(long.claims[0]) is None


def test_a_figure_for_the_country_beside_a_village_that_no_gazetteer_has_is_a_sum() -> None:
    village = Place(id="village", name="Village", klass="village")
    sum_up = claim(4, "a", where=COUNTRY)
    told = evidence(claim(2, "a", where=village), sum_up)
    about = Place(id="village", name="Village", lat=15.4, lon=44.3, radius_m=20_000, klass="village")
    told = dataclasses.replace(told, incident=msgspec.structs.replace(told.incident, where=about))
    assert Standing(told).aside(sum_up) is not None

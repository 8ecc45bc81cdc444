from collections.abc import Iterable

import pytest

from ascertain.group.stage import group
from ascertain.knowledge import Knowledge
from ascertain.model import (
    Actor,
    ActorRelation,
    Area,
    Assessment,
    Claim,
    ClaimedCount,
    Incident,
    Interval,
    Item,
    Mention,
    Misused,
    Party,
    Place,
    Range,
    Reading,
    Settings,
    Source,
    Span,
    Speaker,
)
from ascertain.relate.stage import relate
from ascertain.weigh.records import records
from ascertain.weigh.stage import weigh, weigh_all

ACTORS = (
    Actor(id="north", name="North", type="military"),
    Actor(
        id="airforce",
        name="Northern Air Force",
        type="military",
        relations=(ActorRelation(kind="part_of", to="north"),),
    ),
    Actor(id="south", name="South", type="military"),
    Actor(
        id="client",
        name="Client of North",
        type="military",
        relations=(
            ActorRelation(kind="allied_with", to="north"),
            ActorRelation(kind="indistinct_from", to="north", since="2020-01"),
        ),
    ),
    Actor(
        id="wing",
        name="Client's air wing",
        type="military",
        relations=(ActorRelation(kind="part_of", to="client"),),
    ),
    Actor(id="ally", name="Ally of North", type="military", relations=(ActorRelation(kind="allied_with", to="north"),)),
)
PLACE = Place(id="town", name="Town", lat=33.5, lon=38.6, radius_m=2000, klass="town")
DAY = Interval(start="2021-05-18T00:00:00Z", end="2021-05-19T00:00:00Z", precision="day", timex="2021-05-18")
NORTH, SOUTH = Party(name="North", id="north", type="military"), Party(name="South", id="south", type="military")
TOWN = Mention(kind="place", start=0, end=4, text="Town", value=PLACE)
ON_THE_DAY = Mention(kind="time", start=5, end=9, text="then", value=DAY)


HOUSEHOLD = Party(name="a household", type="civilians", start=20, end=31)


def killed(low: float | None, group: str | None = "civilians", **fields: object) -> ClaimedCount:
    return ClaimedCount(outcome=fields.pop("outcome", "killed"), low=low, group=group, start=0, end=4, **fields)  # type: ignore[arg-type]


class Desk:
    """Gathers claims as a case would."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.readings: dict[str, Reading] = {}

    def say(
        self,
        key: str,
        *counts: ClaimedCount,
        source: str | None = None,
        on: str | None = "2021-05-18",
        **fields: object,
    ) -> "Desk":
        text = f"Town then {key} {len(self.items)}"
        item = Item(id=key, text=text, source=source or f"outlet {key}", published_at=on)
        given = {"event": "air_strike", "when": ON_THE_DAY, "where": TOWN, "perpetrators": (NORTH,)} | fields
        claim = Claim(
            id=f"claim-{key}",
            item=key,
            quote=Span(start=0, end=len(text), text=text),
            counts=counts,
            **given,  # type: ignore[arg-type]
        )
        self.items.append(item)
        self.readings[key] = Reading(item=key, claims=(claim,))
        return self

    def weighed(self, sources: Iterable[Source] = (), areas: Iterable[Area] = ()) -> Incident:
        knowledge = Knowledge(actors=ACTORS, sources=tuple(sources), areas=tuple(areas))
        derivation = relate(self.items, self.readings, knowledge)
        incidents = group(self.items, self.readings, derivation, knowledge, Settings())
        (incident,) = weigh_all(incidents, self.readings, self.items, derivation, knowledge, Settings())
        own = [claim for reading in self.readings.values() for claim in reading.claims]
        alone = weigh(incidents[0], own, {i.id: i for i in self.items}, derivation, knowledge, Settings())
        assert alone == incident
        return incident


def ends(incident: Incident, outcome: str = "killed", group: str | None = "civilians", item: str | None = None):  # type: ignore[no-untyped-def]
    found = [one for one in incident.counts if (one.outcome, one.group, one.item) == (outcome, group, item)]
    return (found[0].min, found[0].max) if found else None


def answer(incident: Incident, name: str) -> Assessment:
    return next(one for one in incident.assessments if one.rule_set == name)


def traced(incident: Incident) -> None:
    """Every end of every range names a claim that gives that outcome, or says that nothing stands."""
    for one in incident.counts:
        assert {step.end for step in one.trace} & {"min", "left_out"}
        for step in one.trace:
            assert step.claim in incident.claims or step.value == 0


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([killed(3)], (3, 3), id="one figure"),
        pytest.param([killed(None, rule="dozens")], (12, 24), id="dozens: ISPT0005"),
        pytest.param([killed(None, rule="several")], (2, 2), id="several: ISPT0007"),
        pytest.param([killed(None, rule="indefinite")], (2, 2), id="a bare plural: ISPT0120"),
        pytest.param([killed(None, rule="many")], (2, 10), id="many: ISPT0060"),
        pytest.param([killed(5), killed(2, "children", part_of=0)], (5, 5), id="a subset is not added"),
        pytest.param([killed(2, "women"), killed(3, "children")], (5, 5), id="parts make the whole"),
        pytest.param(
            [killed(0), killed(None, "children", rule="indefinite")], (2, 2), id="nobody, of others than these"
        ),
        pytest.param([killed(7, rule="at_least")], (7, 7), id="at least"),
        pytest.param([killed(5, rule="range", high=8)], (5, 8), id="a range"),
        pytest.param([killed(4, "unknown")], (4, 4), id="civilian by default"),
        pytest.param([killed(2, named=6)], (6, 6), id="named victims are the floor: ISPT0449"),
    ],
)
def test_airwars_ranges(counts: list[ClaimedCount], expected: tuple[int, int]) -> None:
    incident = Desk().say("a", *counts).weighed()
    assert ends(incident) == expected
    traced(incident)


def test_the_range_spans_the_origins() -> None:
    incident = Desk().say("a", killed(6)).say("b", killed(8)).weighed()
    assert ends(incident) == (6, 8)
    assert incident.counts[0].origins == 2
    assert [one.kind for one in incident.contradictions] == ["number"]


def test_a_range_that_differs_is_told_as_one() -> None:
    one = killed(1, None, outcome="destroyed", item="truck")
    some = killed(4, None, outcome="destroyed", item="truck", high=5, rule="range")
    (differing,) = Desk().say("a", one).say("b", some).weighed().contradictions
    assert differing.about == "truck destroyed: 1 or 4–5"


def test_people_without_a_number_contradict_none() -> None:
    desk = Desk().say("a", killed(6)).say("b", killed(1, rule="indefinite"))
    assert not desk.weighed().contradictions


def test_a_later_toll_of_one_origin_takes_the_place_of_its_earlier() -> None:
    incident = Desk().say("a", killed(3), source="s").say("b", killed(5), source="s", on="2021-05-19").weighed()
    assert ends(incident) == (5, 5)
    assert not incident.contradictions


def test_what_a_toll_has_risen_to_is_no_outlier_and_is_the_best_however_late() -> None:
    desk = Desk().say("a", killed(10)).say("b", killed(10)).say("c", killed(29, running="total"), on="2021-06-02")
    (found,) = [one for one in desk.weighed().counts if one.outcome == "killed"]
    assert (found.min, found.best, found.max) == (10, 29, 29)
    recalled = Desk().say("a", killed(10)).say("b", killed(10)).say("c", killed(29), on="2021-06-02")
    assert ends(recalled.weighed()) == (10, 10)


def test_by_what_a_toll_grew_is_no_other_toll() -> None:
    desk = Desk().say("a", killed(17, running="total"), killed(4)).say("b", killed(13, rule="at_least"))
    assert not desk.weighed().contradictions


def test_a_growing_toll_does_not_contradict() -> None:
    desk = Desk().say("a", killed(3, running="total")).say("b", killed(5), on="2021-05-20")
    assert not desk.weighed().contradictions


def test_the_missing_are_not_counted_as_dead() -> None:
    incident = Desk().say("a", killed(3), killed(4, outcome="missing")).weighed()
    assert (ends(incident), ends(incident, "missing")) == ((3, 3), (4, 4))


def test_disputed_status_is_nought_in_both_fields() -> None:
    incident = Desk().say("a", killed(4)).say("b", killed(4, "combatants")).weighed()
    assert ends(incident)[0] == 0
    assert ends(incident, group="combatants")[0] == 0
    assert "status" in {one.kind for one in incident.contradictions}


def test_status_is_disputed_only_by_who_says_so_of_as_many() -> None:
    struck = Desk().say("a", killed(4)).say("b", killed(4, None), targets=(SOUTH,)).weighed()
    assert ends(struck)[0] == 4, "that fighters were struck says of nobody who died that he was one"
    child = Desk().say("a", killed(1, "children")).say("b", killed(1, "combatants")).weighed()
    assert ends(child)[0] == 1, "a child is taken for no fighter"
    beside = Desk().say("a", killed(1)).say("b", killed(3)).say("c", killed(3)).say("d", killed(1, "combatants"))
    assert ends(beside.weighed())[0] == 3, "one fighter beside three dead is one"
    shared = killed(1, "combatants", rule="indefinite")
    assert ends(Desk().say("a", killed(1)).say("b", shared).weighed())[0] == 1, "at least one is no figure"


def test_people_of_whom_nothing_is_said_may_be_the_fighters_of_another_origin() -> None:
    same = Desk().say("a", killed(1, "unknown")).say("b", killed(1, "unknown")).say("c", killed(1, "combatants"))
    incident = same.weighed()
    assert (ends(incident), ends(incident, group="combatants")) == ((0, 1), (0, 1))
    two = Desk().say("a", killed(1, "unknown")).say("b", killed(1, "combatants"), killed(1, "unknown"))
    assert ends(two.weighed())[0] == 1, "a commander and another are two"
    among = Desk().say("a", killed(5, "unknown")).say("b", killed(6, "combatants"), killed(5, "combatants", part_of=0))
    assert ends(among.weighed())[0] == 5, "five of six fighters are not those five"


def test_those_suspected_of_being_fighters_may_be_either() -> None:
    alone = Desk().say("a", killed(2, "unknown", suspected=True)).say("b", killed(2, "unknown")).weighed()
    assert (ends(alone), ends(alone, group="combatants")) == ((0, 2), (0, 2))
    some = Desk().say("a", killed(1, "men", suspected=True)).say("b", killed(5)).weighed()
    assert ends(some, group="combatants") == (0, 1)
    traced(alone)
    told = Desk().say("a", killed(2, "unknown", suspected=True)).say("s", killed(3, "combatants")).weighed()
    assert ends(told, group="combatants") == (3, 3), "how many fighters died is told"
    settled = Desk().say("a", killed(2, "unknown", suspected=True))
    for key in "bcde":
        settled.say(key, killed(2))
    assert ends(settled.weighed()) == (2, 2), "four say that they were civilians"


def test_fighters_only_where_the_words_say_so() -> None:
    assert ends(Desk().say("a", killed(4, None), targets=(SOUTH,)).weighed(), group="combatants") == (4, 4)
    assert ends(Desk().say("a", killed(4, None)).weighed()) == (4, 4)
    four = Party(name="four people", type="civilians", start=0, end=4)
    desk = Desk().say("a", killed(4, "unknown"), targets=(four, SOUTH, Party(name="posts")))
    assert ends(desk.weighed(), group="combatants") == (4, 4), "who is counted is not who else was struck"
    assert ends(Desk().say("a", killed(4, "unknown"), targets=(four, SOUTH, HOUSEHOLD)).weighed()) == (4, 4)


def test_one_who_looks_back_long_after_is_left_out_and_shown() -> None:
    desk = Desk().say("a", killed(1, None, outcome="destroyed", item="tank"))
    desk.say("b", killed(2, None, outcome="destroyed", item="tank"))
    desk.say("c", killed(4, None, outcome="destroyed", item="tank"), on="2021-06-20")
    incident = desk.weighed()
    assert ends(incident, "destroyed", None, "tank") == (1, 2)
    (tanks,) = [one for one in incident.counts if one.item == "tank"]
    assert [(step.claim, step.value) for step in tanks.trace if step.end == "left_out"] == [("claim-c", 4)]


def test_sixty_present_are_not_sixty_killed() -> None:
    desk = Desk().say("a", killed(60, "combatants", outcome="present"))
    desk.say("b", killed(60, "combatants"))
    incident = desk.weighed()
    (dead,) = [one for one in incident.counts if one.outcome == "killed"]
    assert (dead.min, dead.max) == (None, None)
    assert [step.claim for step in dead.trace] == ["claim-b"]


def test_harm_to_civilians_that_one_party_alone_alleges_is_shown_and_not_counted() -> None:
    desk = Desk().say("a", killed(6, "combatants")).say("b", killed(8, "combatants"))
    desk.say("c", killed(5), speakers=(Speaker(name="South", id="south"),))
    incident = desk.weighed()
    assert ends(incident) == (0, 0)
    assert ends(incident, group="combatants") == (6, 8)
    (civil,) = [one for one in incident.counts if one.group == "civilians"]
    assert "left_out" in {step.end for step in civil.trace}


@pytest.mark.parametrize(
    ("second", "status", "grade"),
    [
        pytest.param({"perpetrators": (NORTH,)}, "likely", "fair", id="two origins name one party"),
        pytest.param({"perpetrators": (SOUTH,)}, "contested", "contested", id="two parties are named"),
        pytest.param(
            {"perpetrators": (NORTH, Party(name="Ally of North", id="ally", type="military"))}, "likely", "fair",
            id="together with an ally",
        ),
        pytest.param(
            {"perpetrators": (Party(name="Northern Air Force", id="airforce", type="military"),)}, "likely", "fair",
            id="a wing is its party",
        ),
        pytest.param(
            {"speakers": (Speaker(name="a spokesman of North", id="north", role="spokesman"),)}, "declared",
            "confirmed", id="it accepts it",
        ),
        pytest.param({"speakers": (Speaker(name="North", id="north"),)}, "declared", "confirmed", id="by its name"),
        pytest.param({"speakers": (Speaker(name="a man of North", id="north"),)}, "likely", "fair", id="a man of its"),
        pytest.param({"source": "outlet a"}, "single_source", "weak", id="one source twice"),
    ],
)  # fmt: skip
def test_strike_status_and_harm_grade(second: dict[str, object], status: str, grade: str) -> None:
    incident = Desk().say("a", killed(3)).say("b", killed(3), **second).weighed()  # type: ignore[arg-type]
    assert (incident.attribution, incident.grade) == (status, grade)
    assert incident.because


@pytest.mark.parametrize(
    ("doer", "event", "on", "status"),
    [
        pytest.param("north", "shelling", "2021-05-18", "likely", id="a party that nobody strikes beside"),
        pytest.param("client", "shelling", "2021-05-18", "contested", id="the ally strikes the same ground"),
        pytest.param("wing", "air_strike", "2021-05-18", "contested", id="so does the ally of a wing's party"),
        pytest.param("client", "raid", "2021-05-18", "likely", id="who enters a house is seen"),
        pytest.param("client", "shelling", "2019-05-18", "likely", id="before the two fought side by side"),
    ],
)
def test_whose_strikes_cannot_be_told_from_an_allys(doer: str, event: str, on: str, status: str) -> None:
    day = Mention(kind="time", start=5, end=9, text="then",
                  value=Interval(start=f"{on}T00:00:00Z", precision="day", timex=on))  # fmt: skip
    by = {"perpetrators": (Party(name=doer, id=doer, type="military"),), "event": event, "when": day, "on": on}
    incident = Desk().say("a", killed(3), **by).say("b", killed(3), **by).weighed()  # type: ignore[arg-type]
    assert incident.attribution == status
    assert (incident.grade == "contested") == (status == "contested")
    reasons = " ".join(answer(incident, "airwars").attribution_because)
    assert ("can't be told from those of North" in reasons) == (status == "contested")


def test_partners_in_one_operation_are_no_rivals() -> None:
    ally = {"perpetrators": (Party(name="Ally of North", id="ally", type="military"),), "event": "raid"}
    incident = Desk().say("a", killed(3), event="raid").say("b", killed(3), **ally).weighed()  # type: ignore[arg-type]
    assert (incident.attribution, incident.grade) == ("likely", "fair")


@pytest.mark.parametrize(("event", "doers"), [("raid", {"north", "ally"}), ("air_strike", {"north"})])
def test_who_raids_beside_the_shots_did_it_and_who_flies_did_not(event: str, doers: set[str]) -> None:
    shots = {"perpetrators": (Party(name="North", id="north", type="military"),), "event": "shooting"}
    together = (*shots["perpetrators"], Party(name="Ally of North", id="ally", type="military"))
    desk = Desk().say("a", killed(1), **shots).say("b", killed(1), **shots)  # type: ignore[arg-type]
    desk.say("c", killed(1), **shots).say("d", perpetrators=together, event=event)  # type: ignore[arg-type]
    desk.say("e", perpetrators=together, event=event)
    assert {party.id for party in desk.weighed().perpetrators} == doers


def test_quoting_nobody_but_a_party_is_not_its_admission() -> None:
    desk = Desk().say("a", killed(3)).say("b", killed(3))
    desk.say("c", killed(3), speakers=(Speaker(name="South", id="south", role="spokesman"),))
    assert desk.weighed().attribution == "likely"


@pytest.mark.parametrize(("naming_south", "status"), [(1, "likely"), (2, "contested")])
def test_who_is_named_nearly_half_as_often_contests_it(naming_south: int, status: str) -> None:
    desk = Desk()
    for letter in "abcd":
        desk.say(letter, killed(3))
    south = (Party(name="South", id="south", type="military"),)
    for letter in "xy"[:naming_south]:
        desk.say(letter, killed(3), perpetrators=south)
    incident = desk.weighed()
    assert (incident.attribution, incident.grade == "contested") == (status, status == "contested")


@pytest.mark.parametrize(("naming_both", "status"), [(1, "likely"), (2, "contested")])
def test_shells_from_land_of_two_that_are_no_allies_are_contested(naming_both: int, status: str) -> None:
    desk = Desk()
    for letter in "abcdefg":
        desk.say(letter, killed(3))
    for letter in "xy"[:naming_both]:
        desk.say(letter, killed(3), perpetrators=(NORTH, SOUTH))
    incident = desk.weighed()
    assert incident.attribution == status
    assert any("by several origins" in why for why in incident.because) == (status == "contested")


def test_nobody_named_is_contested() -> None:
    incident = Desk().say("a", killed(3), perpetrators=()).say("b", killed(3), perpetrators=()).weighed()
    assert (incident.attribution, incident.grade) == ("contested", "contested")


def test_dead_fighters_alone_are_discounted() -> None:
    incident = Desk().say("a", killed(3, "combatants")).say("b", killed(3, "combatants")).weighed()
    assert incident.grade == "discounted"


def test_a_denial_is_shown_beside_the_party() -> None:
    desk = Desk().say("a", killed(3)).say("b", killed(3))
    desk.say("c", polarity="denied", speakers=(Speaker(name="North", id="north"),))
    incident = desk.weighed()
    assert incident.perpetrators[0].support == 2
    assert incident.perpetrators[0].denied_by == ("North",)
    assert "denial" in {one.kind for one in incident.contradictions}


def test_a_denied_figure_is_no_death() -> None:
    incident = Desk().say("a", killed(3)).say("b", killed(9), polarity="denied").weighed()
    assert ends(incident) == (3, 3)


def test_what_is_foreseen_is_no_death() -> None:
    assert ends(Desk().say("a", killed(3)).say("b", killed(9), mood="conditional", event="threat").weighed()) == (3, 3)


def test_who_has_said_nothing() -> None:
    desk = Desk().say("a", killed(3), targets=(SOUTH,))
    desk.say("b", on="2021-05-20", targets=(SOUTH,), speakers=(Speaker(name="South", id="south"),))
    found = {(one.party, one.as_of) for one in desk.weighed().silences}
    assert found == {("north", "2021-05-20"), ("south", "2021-05-18")}


def test_a_zone_of_which_nobody_says_since_when_is_a_question() -> None:
    square = '{"type":"Polygon","coordinates":[[[38,33],[39,33],[39,34],[38,34],[38,33]]]}'
    zone = Area(id="z", kind="zone", name="Quiet Zone", geometry=square)
    questions = Desk().say("a", killed(3)).weighed(areas=[zone]).questions
    assert any("Quiet Zone" in question.text for question in questions)


def test_ucdp_keeps_the_unknown_apart_and_invents_no_figure() -> None:
    desk = Desk().say("a", killed(3), killed(2, "unknown")).say("b", killed(None, rule="dozens"))
    codes = answer(desk.weighed(), "ucdp_ged").codes
    assert (codes["deaths_civilians"], codes["deaths_unknown"]) == (3, 2)
    assert (codes["where_prec"], codes["date_prec"], codes["event_clarity"], codes["type_of_violence"]) == (1, 1, 1, 3)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (((8, "unknown", None), (4, "civilians", 0), (4, "combatants", 0)), (8, 4, 4, 0)),
        (((5, "unknown", None), (2, "children", 0)), (5, 2, 0, 3)),
        (((4, "civilians", None), (3, "combatants", None)), (7, 4, 3, 0)),
    ],
)
def test_ucdp_counts_nobody_twice_in_one_report(
    said: tuple[tuple[int, str, int | None], ...], expected: tuple[int, ...]
) -> None:
    counts = (killed(low, group, high=low, part_of=of) for low, group, of in said)
    codes = answer(Desk().say("a", *counts).weighed(), "ucdp_ged").codes
    assert tuple(codes[key] for key in ("best", "deaths_civilians", "deaths_b", "deaths_unknown")) == expected
    assert (codes["low"], codes["high"]) == (expected[0], expected[0])


def test_ucdp_counts_nobody_twice_whom_another_origin_calls_otherwise() -> None:
    codes = answer(Desk().say("a", killed(3)).say("b", killed(3, "unknown")).weighed(), "ucdp_ged").codes
    assert (codes["best"], codes["low"], codes["high"], codes["deaths_unknown"]) == (3, 3, 3, 0)


def test_ucdp_best_is_what_most_origins_give() -> None:
    desk = Desk().say("a", killed(3)).say("b", killed(5)).say("c", killed(5))
    codes = answer(desk.weighed(), "ucdp_ged").codes
    assert (codes["low"], codes["best"], codes["high"]) == (3, 5, 5)


@pytest.mark.parametrize(("rule", "expected"), [("dozens", 12), ("hundreds", 100), ("indefinite", 3), ("many", 10)])
def test_acled_takes_the_most_conservative(rule: str, expected: int) -> None:
    codes = answer(Desk().say("a", killed(None, rule=rule)).weighed(), "acled").codes
    assert codes["fatalities"] == expected
    assert answer(Desk().say("a", killed(8)).say("b", killed(6)).weighed(), "acled").codes["fatalities"] == 6
    otherwise = Desk().say("a", killed(5, "unknown")).say("b", killed(3, "combatants")).weighed()
    assert answer(otherwise, "acled").codes["fatalities"] == 3, "two origins tell of the same dead"
    assert codes["event_type"] == "Explosions/Remote violence"


def test_admiralty_keeps_source_and_information_apart() -> None:
    desk = Desk().say("a", killed(3)).say("b", killed(3)).say("c", killed(3))
    codes = answer(desk.weighed(sources=[Source(id="s", name="outlet a", reliability="C")]), "admiralty").codes
    assert {row["reliability"] for row in codes["sources"]} == {"C", "F"}
    assert {row["credibility"] for row in codes["information"]} == {1}


def test_admiralty_of_a_claim_alone_cannot_be_judged() -> None:
    codes = answer(Desk().say("a", killed(3)).weighed(), "admiralty").codes
    assert [row["credibility"] for row in codes["information"]] == [6]


def test_an_unknown_rule_set_is_refused_with_a_remedy() -> None:
    desk = Desk().say("a", killed(3))
    derivation = relate(desk.items, desk.readings, Knowledge())
    incidents = group(desk.items, desk.readings, derivation, Knowledge(), Settings())
    with pytest.raises(Misused, match="airwars"):
        weigh_all(incidents, desk.readings, desk.items, derivation, Knowledge(), Settings(rule_set="none such"))


def test_a_sources_record() -> None:
    desk = Desk().say("a", killed(3), source="Quick", on="2021-05-18T10:00:00Z")
    desk.say("b", killed(3), source="Slow", on="2021-05-18T12:00:00Z")
    knowledge = Knowledge(actors=ACTORS)
    derivation = relate(desk.items, desk.readings, knowledge)
    incidents = [desk.weighed()]
    quick, slow = records(incidents, desk.readings, desk.items, derivation)
    assert (quick.source, quick.first, quick.confirmed, quick.contradicted) == ("Quick", 1, 1, 0)
    assert (slow.source, slow.first, slow.incidents) == ("Slow", 0, 1)


def test_every_number_is_traced(worlds) -> None:  # type: ignore[no-untyped-def]
    world = worlds.plant(2, events=20)
    knowledge = Knowledge(actors=worlds.ACTORS)
    derivation = relate(world.items, world.readings, knowledge)
    incidents = group(world.items, world.readings, derivation, knowledge, Settings())
    given = {claim.id: claim for reading in world.readings.values() for claim in reading.claims}
    for incident in weigh_all(incidents, world.readings, world.items, derivation, knowledge, Settings()):
        traced(incident)
        for one in incident.counts:
            figures = {c.low for claim in incident.claims for c in given[claim].counts if c.outcome == one.outcome}
            assert {one.min, one.max} <= figures


def test_ranges_are_within_their_own_ends() -> None:
    for one in Desk().say("a", killed(2)).say("b", killed(9)).say("c", killed(9)).weighed().counts:
        assert isinstance(one, Range)
        assert one.min <= one.best <= one.max  # type: ignore[operator]


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        pytest.param({"event": "statement", "perpetrators": ()}, False, id="a reaction"),
        pytest.param({"event": "ground_offensive", "perpetrators": (SOUTH,)}, False, id="what others did there"),
        pytest.param({"event": "ground_offensive", "perpetrators": (NORTH,)}, True, id="more of what its doers did"),
        pytest.param({"event": "attack", "perpetrators": (SOUTH,)}, True, id="the same, blamed on others"),
        pytest.param({"event": "air_strike", "polarity": "denied"}, True, id="a denial of it"),
    ],
)
def test_an_origin_is_who_tells_of_the_event_itself(fields: dict[str, object], counted: bool) -> None:
    incident = weighed_as_one(Desk().say("a", killed(3)).say("b", killed(3)).say("c", **fields))
    assert len(incident.origins) == 2 + counted
    assert [origin.name for origin in incident.beside] == ([] if counted else ["outlet c"])


def weighed_as_one(desk: Desk) -> Incident:
    """Return all that a desk was told as one incident, weighed."""
    claims = [claim for reading in desk.readings.values() for claim in reading.claims]
    whole = Incident(
        id="one", title="one", event="air_strike", when=DAY, where=PLACE,
        items=tuple(item.id for item in desk.items), claims=tuple(claim.id for claim in claims),
    )  # fmt: skip
    knowledge = Knowledge(actors=ACTORS)
    derivation = relate(desk.items, desk.readings, knowledge)
    return weigh(whole, claims, {item.id: item for item in desk.items}, derivation, knowledge, Settings())

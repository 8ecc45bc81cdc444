"""Which figure stands beside which: open figures, parts of one group, tolls that rose, sums over longer times."""

from ascertain.group.stage import group
from ascertain.knowledge import Knowledge
from ascertain.model import (
    Actor,
    Claim,
    ClaimedCount,
    Incident,
    Interval,
    Item,
    Mention,
    Party,
    Place,
    Range,
    Reading,
    Settings,
    Source,
    Span,
)
from ascertain.relate.stage import relate
from ascertain.weigh.stage import weigh_all

NORTH = Party(name="North", id="north", type="military")
MILITIA = Party(name="Militia", type="armed_group")
TOWN = Place(id="town", name="Town", lat=33.5, lon=38.6, radius_m=2000, klass="town")
DAY = Interval(start="2021-05-18T00:00:00Z", end="2021-05-19T00:00:00Z", precision="day", timex="2021-05-18")
MONTH = Interval(start="2021-05-01T00:00:00Z", end="2021-06-01T00:00:00Z", precision="month", timex="2021-05")


def killed(low: float | None, group: str = "civilians", **fields: object) -> ClaimedCount:
    return ClaimedCount(outcome="killed", low=low, group=group, start=0, end=4, **fields)  # type: ignore[arg-type]


def weighed(
    *said: tuple[ClaimedCount, ...],
    on: str | tuple[str, ...] | None = "2021-05-18",
    when: Interval | None = DAY,
    party: str = "",
    targets: tuple[Party, ...] = (),
    hedges: tuple[str | None, ...] = (),
) -> Incident:
    """Weigh one incident of which each outlet says these counts; the first outlet speaks for `party`."""
    items, readings = [], {}
    for number, counts in enumerate(said):
        key = f"item-{number}"
        text = f"Town then {key} civilian nurse"
        items.append(
            Item(id=key, text=text, source=f"outlet {number}", published_at=on[number] if isinstance(on, tuple) else on)
        )
        time = Mention(kind="time", start=5, end=9, text="then", value=when) if when else None
        claim = Claim(
            id=f"claim-{number}", item=key, event="air_strike", quote=Span(start=0, end=len(text), text=text),
            when=time, where=Mention(kind="place", start=0, end=4, text="Town", value=TOWN),
            perpetrators=(NORTH,), targets=targets, counts=counts,
            hedge=hedges[number] if hedges else None,
        )  # fmt: skip
        readings[key] = Reading(item=key, claims=(claim,))
    sources = (Source(id="s", name="outlet 0", side=party, role="party to the conflict"),) if party else ()
    actors = (Actor(id="north", name="North", type="military"), Actor(id="south", name="South", type="military"))
    knowledge = Knowledge(actors=actors, sources=sources)
    derivation = relate(items, readings, knowledge)
    incidents = group(items, readings, derivation, knowledge, Settings())
    (incident,) = weigh_all(incidents, readings, items, derivation, knowledge, Settings())
    return incident


def civilians(incident: Incident) -> Range:
    return next(one for one in incident.counts if (one.outcome, one.group) == ("killed", "civilians"))


def test_at_least_more_than_an_exact_figure_is_not_left_out() -> None:
    found = civilians(weighed((killed(19),), (killed(21, rule="at_least"),)))
    assert (found.min, found.max) == (19, 21)


def test_at_least_fewer_than_an_exact_figure_says_less() -> None:
    found = civilians(weighed((killed(19),), (killed(5, rule="at_least"),)))
    assert (found.min, found.max) == (19, 19)


def test_a_part_of_the_same_group_does_not_take_the_place_of_its_whole() -> None:
    found = civilians(weighed((killed(15, "unknown", rule="at_least"), killed(2, "unknown", part_of=0))))
    assert (found.min, found.max) == (15, 15)


def test_of_undated_figures_the_one_that_the_toll_rose_to_is_best() -> None:
    found = civilians(weighed((killed(4),), (killed(6, running="total"),), on=None))
    assert (found.min, found.best, found.max) == (4, 6, 6)


def test_where_nothing_can_be_counted_no_figure_is_given_and_nought_least_of_all() -> None:
    found = civilians(weighed((killed(48),), when=MONTH))
    assert (found.min, found.best, found.max) == (None, None, None)
    assert [step.value for step in found.trace] == [48]


def test_what_a_party_says_stands_where_others_tell_of_civilians_too() -> None:
    others = (killed(21, rule="at_least"),), (killed(20, rule="at_least"),)
    assert civilians(weighed((killed(22),), *others, party="south")).max == 22


def test_a_figure_that_as_many_go_beyond_is_not_all_that_stands() -> None:
    few = (killed(5),), (killed(5),)
    ends = [civilians(weighed(*few, *others)) for others in (
        [(killed(9),), (killed(10),)], [(killed(10),)], [(killed(40),), (killed(50),)], [(killed(1),), (killed(2),)],
    )]  # fmt: skip
    assert [(one.min, one.max) for one in ends] == [(5, 10), (5, 5), (5, 5), (5, 5)]


def test_one_is_no_number_where_as_many_tell_of_several() -> None:
    several = killed(None, rule="indefinite")
    ends = [civilians(weighed(*(one for one in told))) for told in (
        [(killed(1),), (several,)], [(killed(1),), (killed(1),), (several,)], [(killed(3),), (several,)],
    )]  # fmt: skip
    assert [(one.min, one.max) for one in ends] == [(1, 2), (1, 1), (3, 3)]


def test_one_who_is_named_is_no_whole_where_others_count_more() -> None:
    named = killed(1, named=1, high=1)
    assert civilians(weighed((named,), (killed(4),))).min == 4
    assert civilians(weighed((named,), (killed(1),))).min == 1
    assert civilians(weighed((named,))).min == 1
    listed = killed(5, named=5, high=5)
    assert civilians(weighed((listed,), (killed(13),))).min == 13, "a list may go on"
    assert civilians(weighed((listed,), (killed(4),))).min == 5, "named victims are the minimum"


def test_so_many_of_whom_one_origin_tells_civilians_and_fighters_are_not_all_civilians() -> None:
    parted = killed(1, high=1), killed(2, "combatants", high=2)
    ranges = {one.group: (one.min, one.max) for one in weighed(parted, (killed(3, "unknown", high=3),)).counts}
    assert ranges == {"civilians": (1, 1), "combatants": (2, 2)}


def test_names_told_of_another_time_are_no_minimum() -> None:
    listed = killed(6, high=6, named=6)
    assert civilians(weighed((listed,), when=MONTH)).min is None


def test_dead_without_a_figure_whom_one_origin_tells_of_alone_are_not_sure() -> None:
    dead = killed(None, "unknown", rule="indefinite")
    hurt = ClaimedCount(outcome="injured", low=2, high=2, group="civilians", start=0, end=4)
    assert (civilians(weighed((dead,), (hurt,))).min, civilians(weighed((dead,), (hurt,))).max) == (0, 2)
    assert civilians(weighed((killed(2),), (hurt,))).min == 2
    some = killed(1, "unknown", high=None, rule="indefinite")  # "a number of dead"
    assert civilians(weighed((some,), (hurt,))).min == 0


def test_of_people_of_whom_some_are_called_civilians_the_others_are_none() -> None:
    def of_five(start: int, end: int) -> tuple[ClaimedCount, ...]:
        part = ClaimedCount(outcome="killed", low=1, high=1, group="civilians", part_of=0, start=start, end=end)
        return killed(5, "unknown", high=5), part

    assert (civilians(weighed(of_five(17, 25))).min, civilians(weighed(of_five(17, 25))).max) == (1, 1)
    assert civilians(weighed(of_five(17, 25), (killed(5, "unknown", high=5),))).max == 1
    assert civilians(weighed(of_five(26, 31))).max == 5, "a nurse among them says nothing of the others"
    children = ClaimedCount(outcome="killed", low=4, high=4, group="children", part_of=0, start=0, end=4)
    assert civilians(weighed((*of_five(17, 25), children))).max == 5, "four children and another civilian are all"


def test_what_is_told_days_later_may_go_beyond_what_most_said_at_first() -> None:
    told, first = [(killed(20),), (killed(20),), (killed(20),), (killed(43),)], ("2021-05-18",) * 3
    assert civilians(weighed(*told, on=(*first, "2021-05-21"))).max == 43
    assert civilians(weighed(*told, on=(*first, "2021-05-18"))).max == 20


def test_of_figures_that_as_many_give_each_has_its_neighbours() -> None:
    told = [(killed(number),) for number in (21, 21, 28, 28, 32)]
    assert civilians(weighed(*told)).max == 32


def test_up_to_so_many_is_the_most_and_no_vote_for_the_least() -> None:
    bound = killed(None, rule="at_most", high=100)
    ends = [civilians(weighed(*told)) for told in ([(bound,)], [(bound,), (killed(60),)], [(bound,), (killed(120),)])]
    assert [(one.min, one.max) for one in ends] == [(2, 100), (2, 100), (120, 120)]
    about = civilians(weighed((bound,), (killed(90, rule="about", high=90),)))
    assert (about.best, about.max) == (90, 100)


def test_dead_and_hurt_counted_together_are_no_bound_where_the_dead_are_counted() -> None:
    together = killed(None, "unknown", rule="at_most", high=8)
    told = together, ClaimedCount(outcome="injured", rule="at_most", high=8, group="unknown", start=0, end=4)
    assert civilians(weighed(told, (killed(2),))).max == 2
    assert civilians(weighed(told)).max == 8


def test_a_whole_that_has_civilians_among_it_is_not_all_of_fighters_though_their_post_was_struck() -> None:
    counts = killed(8, "unknown"), killed(4, "civilians", part_of=0), killed(4, "combatants", part_of=0)
    ranges = {one.group: (one.min, one.max) for one in weighed(counts, targets=(MILITIA,)).counts}
    assert ranges["combatants"] == (4, 4)


def test_hurt_that_a_party_alone_counts_stand_where_others_tell_of_dead_and_of_no_fighters() -> None:
    hurt = ClaimedCount(outcome="injured", low=12, high=12, group="civilians", start=0, end=4)
    found = weighed((killed(5, "unknown"), hurt), (killed(5, "unknown"),), (killed(6, "unknown"),), party="south")
    assert next(one.max for one in found.counts if one.outcome == "injured") == 12


def test_who_died_later_is_in_the_toll_that_they_bring_it_to() -> None:
    more, toll = killed(2, high=2, running="additional"), killed(9, high=9, running="total")
    assert civilians(weighed((more, toll))).max == 9
    assert civilians(weighed((killed(7, high=7), more))).max == 9


def test_the_dead_of_a_mosque_are_no_fighters_because_police_were_aimed_at() -> None:
    police, mosque, post = (
        Party(name=name, type=kind) for name, kind in (("police", "military"), ("crowded mosque", None), ("post", None))
    )
    assert civilians(weighed((killed(9, "unknown"),), targets=(mosque, police))).max == 9
    fighters = weighed((killed(9, "unknown"),), targets=(post, police))
    assert {one.group for one in fighters.counts} == {"combatants"}


def test_a_toll_that_everybody_puts_in_doubt_has_no_least() -> None:
    doubts = "Unconfirmed reports", "أنباء غير مؤكدة عن"
    assert (found := civilians(weighed((killed(3),), (killed(4),), hedges=doubts))).max == 4
    assert (found.min, found.best) == (0, 0)
    assert found.trace[0].because.startswith("3") and "doubt" in found.trace[0].rule


def test_a_doubt_beside_what_another_tells_as_known_takes_nothing_from_it() -> None:
    found = civilians(weighed((killed(3),), (killed(3),), hedges=("Unconfirmed reports", None)))
    assert (found.min, found.best, found.max) == (3, 3, 3)


def test_a_first_count_and_hearsay_are_no_doubt() -> None:
    found = civilians(weighed((killed(3),), hedges=("حصيلة أولية",)))
    assert (found.min, found.max) == (3, 3)

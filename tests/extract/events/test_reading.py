"""Sentences of every kind, read whole: who did what to whom, by whose account, with what outcome."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge) -> list[Claim]:
    return list(extract(Item(id="x", text=text), knowledge).claims)


def counts(claims: list[Claim]) -> set[tuple[str, float | None, str | None]]:
    return {(c.outcome, c.low if c.low is not None else c.high, c.group or c.item) for k in claims for c in k.counts}


COUNTED = [
    ("At least six fighters were killed and three others wounded in Orda.",
     {("killed", 6, "combatants"), ("injured", 3, "combatants")}),
    ("Rebels killed two soldiers and wounded four.", {("killed", 2, "combatants"), ("injured", 4, "unknown")}),
    ("A raid on Sarun left 5 dead and 10 wounded.", {("killed", 5, "unknown"), ("injured", 10, "unknown")}),
    ("Shells hit Talmira, killing a woman and her two children.",
     {("killed", 3, "unknown"), ("killed", 1, "women"), ("killed", 2, "children")}),
    ("Twelve people, including three children, were killed in an explosion in Orda.",
     {("killed", 12, "unknown"), ("killed", 3, "children")}),
    ("No one was killed in the raid on Sarun.", {("killed", 0, None)}),
    ("The raid on Sarun caused no casualties.", {("killed", 0, None), ("injured", 0, None)}),
    ("The strike destroyed two tanks and damaged a house.", {("destroyed", 2, "tank"), ("damaged", 1, "house")}),
    ("The army shelled Orda. Two civilians died and seven were injured.",
     {("killed", 2, "civilians"), ("injured", 7, "unknown")}),
    ("Two killed, four wounded in shelling of Orda", {("killed", 2, "unknown"), ("injured", 4, "unknown")}),
    ("The shelling of Orda led to the death of three farmers and the injury of a nurse.",
     {("killed", 3, "civilians"), ("injured", 1, "civilians")}),
    ("The ministry said 20 soldiers and four nurses were killed in Orda.",
     {("killed", 20, "combatants"), ("killed", 4, "civilians")}),
    ("A raid on Sarun left three people, including a woman, dead.", {("killed", 3, "unknown"), ("killed", 1, "women")}),
    ("The raid came a day after 10 soldiers were killed in Sarun.", {("killed", 10, "combatants")}),
    ("Two children aged 5 and 7 were killed in Orda.", {("killed", 2, "children")}),
    ("Gunmen killed the mayor of Orda, Ann Roe, and two of her bodyguards.",
     {("killed", 1, "civilians"), ("killed", 2, "combatants")}),
    ("Police arrested 12 people in Qalda.", {("detained", 12, "unknown")}),
    ("Six people were killed or wounded when the army shelled Orda.",
     {("killed", 6, "unknown"), ("injured", 6, "unknown")}),
    ("Two Ruthan citizens were lightly injured in a blast in Orda.", {("injured", 2, "civilians")}),
    ("Shells hit Orda. We know of three dead and eleven wounded, two of them children.",
     {("killed", 3, "unknown"), ("injured", 11, "unknown"), ("injured", 2, "children")}),
    ("Ten people were killed, 4 of them women, in an air strike on Orda.",
     {("killed", 10, "unknown"), ("killed", 4, "women")}),
    ("Ten people were killed, four of whom were women, in an air strike on Orda.",
     {("killed", 10, "unknown"), ("killed", 4, "women")}),
    ("Ten people were killed, at least two of them children, in an air strike on Orda.",
     {("killed", 10, "unknown"), ("killed", 2, "children")}),
    ("Ten people were killed, 15 of them children, in an air strike on Orda.", {("killed", 10, "unknown")}),
    ("Ten people were killed, most of them women, in an air strike on Orda.",
     {("killed", 10, "unknown"), ("killed", None, "women")}),
    ("A blast near Kilometre 4 in Orda killed three people.", {("killed", 3, "unknown")}),
    ("قتل سبعة مدنيين، 3 منهم نساء، في قصف على أوردا", {("killed", 7, "civilians"), ("killed", 3, "women")}),
    ("أصيب أحد عشر شخصا، اثنان منهم أطفال، في القصف", {("injured", 11, "unknown"), ("injured", 2, "children")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts(text: str, expected: set[tuple[str, float, str]], knowledge: Knowledge) -> None:
    assert counts(read(text, knowledge)) == expected


NOBODY_DEAD = [
    "The strike on Sarun killed none of the soldiers.",
    "The families of the killed fighters, about 30 people, gathered in Orda.",
    "The prisoners could have been killed, a lawyer said.",
    "He warned that thousands would die if the siege of Orda went on.",
    "Sixty militiamen were targeted in the strike on Sarun, which destroyed a tank.",
    "Ten soldiers, including a colonel, surrendered after the raid on Sarun.",
    "At least 50 soldiers took part in the offensive on Orda.",
    "The convoy of 5 tanks and 60 soldiers was struck near Sarun.",
    "The militia threatened to kill ten hostages in Orda.",
    "If the army shells Orda, hundreds of people could be killed.",
    "The minister denied that 20 civilians were killed in Orda.",
    "The rebels plan to attack Orda and kill 30 soldiers.",
    "Three people were wounded when a shell fell on Orda.",
    "The army did not kill the two shepherds near Sarun.",
    "It is not clear whether two people were killed in Orda.",
]


@pytest.mark.parametrize("text", NOBODY_DEAD)
def test_nobody_is_counted_as_dead_whom_no_source_calls_dead(text: str, knowledge: Knowledge) -> None:
    for claim in read(text, knowledge):
        if claim.polarity == "asserted" and claim.mood == "actual":
            assert not any(c.outcome == "killed" and (c.low or c.high or 0) > 0 for c in claim.counts), claim


def test_both_outcomes_of_one_figure_are_no_more_than_it(knowledge: Knowledge) -> None:
    (claim,) = read("Shelling of Orda killed or wounded 50 people.", knowledge)
    assert {(c.outcome, c.low, c.high, c.rule) for c in claim.counts} == {
        ("killed", None, 50, "at_most"), ("injured", None, 50, "at_most"),
    }  # fmt: skip


def test_a_running_toll_says_so(knowledge: Knowledge) -> None:
    (claim,) = read("The death toll from the shelling of Orda rises to 12.", knowledge)
    assert [(c.outcome, c.low, c.running) for c in claim.counts] == [("killed", 12, "total")]


def test_a_part_points_to_its_whole(knowledge: Knowledge) -> None:
    (claim,) = read("Nine people, among them two nurses, were killed when the army shelled Orda.", knowledge)
    whole, part = claim.counts
    assert (whole.low, part.low, part.part_of) == (9, 2, 0)


@pytest.mark.parametrize(
    ("text", "when", "said"),
    [
        ("Shells killed four people in Orda on Sunday as of 5 a.m.", "Sunday", "5 a.m."),
        ("As of 5 a.m. we know of three people killed by shelling in Orda.", None, "5 a.m."),
        ("Nine people died in the shelling of Orda, including a girl born in 2014.", None, None),
        ("The mill of Orda, built in 1978, was shelled on Tuesday.", "Tuesday", None),
    ],
)
def test_times_of_saying_and_birth_date_no_event(
    text: str, when: str | None, said: str | None, knowledge: Knowledge
) -> None:
    (claim,) = read(text, knowledge)
    assert (claim.when.text if claim.when else None, claim.said_at.text if claim.said_at else None) == (when, said)


def test_events_in_order_stay_apart(knowledge: Knowledge) -> None:
    text = "The aircraft fired warning shots, made a show of force and then struck the convoy near Sarun."
    assert {claim.event for claim in read(text, knowledge)} == {"warning_shots", "show_of_force", "air_strike"}


def test_arguments_carry_over(knowledge: Knowledge) -> None:
    claims = read("Rebel artillery shelled the town of Orda. The attack killed four people.", knowledge)
    last = next(claim for claim in claims if claim.counts)
    assert last.event == "shelling"
    assert last.where is not None and "Orda" in last.where.text
    assert any("artillery" in party.name for party in last.perpetrators)


def test_a_list_is_read_line_by_line(knowledge: Knowledge) -> None:
    text = "Strikes on Monday:\n- Near Orda, two air strikes destroyed a tank.\n- Near Sarun, one strike hit a bunker."
    claims = [claim for claim in read(text, knowledge) if claim.event == "air_strike"]
    assert len(claims) == 2
    assert all(claim.when is not None and claim.when.text == "Monday" for claim in claims)


@pytest.mark.parametrize(
    ("text", "polarity", "hedge"),
    [
        ("The army denied that it shelled Orda.", "denied", None),
        ("The army did not shell Orda.", "denied", None),
        ("The army reportedly shelled Orda.", "asserted", "reportedly"),
        ("Rebels claimed that the army shelled Orda.", "asserted", "claimed"),
        ("It is not clear whether the army shelled Orda.", "questioned", None),
    ],
)
def test_stance(text: str, polarity: str, hedge: str | None, knowledge: Knowledge) -> None:
    claim = next(claim for claim in read(text, knowledge) if claim.event == "shelling")
    assert (claim.polarity, claim.hedge) == (polarity, hedge)


def test_ten_megabytes_do_not_hang(knowledge: Knowledge) -> None:
    import time

    text = "The army shelled Orda and killed two men. " * 2_000
    times = []
    for size in (len(text) // 4, len(text)):
        begin = time.process_time()
        extract(Item(id="long", text=text[:size]), knowledge)
        times.append(time.process_time() - begin)
    assert times[1] < times[0] * 10


def test_a_perfect_passive_and_a_pronoun_behind_when_are_of_those_who_were_struck(knowledge: Knowledge) -> None:
    [struck] = read("An army battalion had been hit in the Orda district.", knowledge)
    assert [party.name for party in struck.targets] == ["army battalion"]
    [hit] = read("The convoy was about 27 km from the base when it was hit.", knowledge)
    assert [party.name for party in hit.targets] == ["convoy"] and hit.distance_m == 27_000


def test_a_doubt_about_who_speaks_is_none_about_what_they_say(knowledge: Knowledge) -> None:
    [told] = read("Orda News, a page rumoured to be run by a clerk, said that a convoy had been hit.", knowledge)
    assert told.polarity == "asserted"

"""What reports of many wars taught: who "they" are, verbs that share an object, deeds of another time."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item


def _claims(text: str) -> list[Claim]:
    return list(extract(Item(id="a", text=text), load()).claims)


def _doers(text: str, event: str) -> list[str | None]:
    return [party.name for claim in _claims(text) if claim.event == event for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Rebels said police took the men to a barn, where they killed them.", "killing", ["police"]),
        ("Rebels told reporters that they killed two soldiers in Orda.", "killing", ["Rebels"]),
        ("After the Taliban took Orda, they shot six guards there.", "shooting", ["Taliban"]),
        ("Six clerks were killed after masked rebels on Sunday opened fire at them.", "shooting", ["masked rebels"]),
        ("Neighbours had heard of “rebels” beheading two men in Orda.", "execution", ["rebels"]),
        ("The incursion of rebels into Orda killed four people.", "ground_offensive", ["rebels"]),
        ("The invasion of Orda by rebels killed four people.", "ground_offensive", ["rebels"]),
        ("A left-wing militia attacked Orda on Monday, killing ten people.", "attack", ["left-wing militia"]),
        ("The rebels launched a new deadly attack in Orda on Monday.", "attack", ["rebels"]),
    ],
)
def test_who_did_it(text: str, event: str, doers: list[str]) -> None:
    assert _doers(text, event) == doers


def test_verbs_joined_by_and_have_one_object() -> None:
    claims = _claims("Six clerks died after masked rebels kidnapped and later killed them near Orda.")
    assert {claim.event for claim in claims} == {"abduction", "killing"}
    assert all([party.name for party in claim.perpetrators] == ["masked rebels"] for claim in claims)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ten men were executed by rebels in Orda on Sunday.", 10),
        ("Ten clerks were blindfolded before being shot dead by rebels in Orda.", 10),
        ("Three farmers where killed in a drone strike on Orda.", 3),
    ],
)
def test_those_killed_are_no_doers(text: str, killed: int) -> None:
    [claim] = _claims(text)
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", killed)]
    assert "farmers" not in [party.name for party in claim.perpetrators]


def test_what_an_army_executes_may_be_a_plan() -> None:
    assert not [claim for claim in _claims("The plan was executed by the army in Orda.") if claim.event == "execution"]


def test_an_attack_told_behind_a_theft_is_no_theft() -> None:
    text = "Five cars were stolen near Exhill on Friday. Gunmen attacked the mill in Orda from all sides."
    assert [claim.event for claim in _claims(text)][1] in {"attack", "shooting"}


def test_what_a_group_has_done_over_time_is_not_what_was_told() -> None:
    before = "A bomb killed 20 people at a school in Orda on Saturday. "
    assert not _doers(before + "No one has claimed it, but the Taliban have carried out several attacks.", "bombing")
    assert _doers(before + "The Taliban carried out the attack.", "bombing") == ["Taliban"]


def test_that_attack_is_the_one_told_right_before() -> None:
    before = "A bomb killed 20 people in Orda on Saturday. "
    text = before + "An attack last year on a mill in Orda killed ten. That attack was blamed on the Taliban."
    assert not _doers(text, "bombing")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The death toll from an attack by rebels on the mill on Sunday has risen to 48.", "2022-07-17"),
        ("It was the second bomb attack on a mill since October 2021, and killed two.", None),
        ("The army admitted the deaths of two civilians in the strike in its report of April 2022.", None),
        ("The charity heard this week of two boys being beheaded in Orda on Sunday.", "2022-07-17"),
        ("ORDA, Exland (Update 6, 10:02 a.m., July 20) — Two bombs killed four people.", None),
    ],
)
def test_which_time_is_that_of_the_event(text: str, day: str | None) -> None:
    from ascertain.model import Settings
    from ascertain.resolve.stage import resolve

    item, knowledge = Item(id="a", text=text, published_at="2022-07-20T15:00:00Z"), load()
    settings = Settings(title="t", time_zone="UTC", countries=())
    told = resolve(item, extract(item, knowledge), knowledge, settings).claims
    violent = [claim for claim in told if claim.event != "statement"]
    assert violent
    assert {getattr(getattr(c.when, "value", None), "timex", None) for c in violent} == {day}


def _counts(text: str) -> set[tuple[str, str | None, float | None]]:
    return {(count.outcome, count.group, count.low) for claim in _claims(text) for count in claim.counts}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ten people, mostly women and children, were killed in Orda.", {("killed", "unknown", 10)}),
        ("Six people, most of them nurses, were killed in Orda.", {("killed", "unknown", 6)}),
        ("The attack was the worst to hit Orda in years, injuring 68.", {("injured", "unknown", 68)}),
        ("Clerks were shocked by the news of two boys being beheaded in Orda.", {("killed", "children", 2)}),
    ],
)
def test_who_came_to_harm(text: str, told: set[tuple[str, str | None, float | None]]) -> None:
    assert told <= _counts(text)


def test_what_a_missile_hit_did_not_kill() -> None:
    [claim] = _claims("A Russian missile slammed into a hall in Orda filled with refugees, killing at least 50.")
    assert claim.event == "missile_strike" and [count.low for count in claim.counts] == [50]


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("Jets bombed a concert in Orda on Sunday that marked the anniversary of the wing.", {"actual"}),
        ("Jets bombed a feast in Orda commemorating the founding of the wing.", {"actual"}),
        ("Villagers marked the anniversary of a massacre of nuns in Orda.", {"recalled"}),
    ],
)
def test_what_is_commemorated_is_what_was_long_ago(text: str, moods: set[str]) -> None:
    assert {claim.mood for claim in _claims(text)} == moods


@pytest.mark.parametrize(
    "text",
    [
        "The army reached the rebel-occupied town of Orda.",
        "Thousands fled into surrounding bush.",
        "They were sheltering in Orda to evade arrest.",
    ],
)
def test_what_is_said_besides_is_no_event(text: str) -> None:
    assert not {"capture", "siege", "detention"} & {claim.event for claim in _claims(text)}


def test_they_were_ambushed() -> None:
    text = "On the way, they were ambushed by rebels, who fired into the air."
    assert _doers(text, "attack") == ["rebels"]


def test_a_terror_strike_came_not_from_the_air() -> None:
    assert [claim.event for claim in _claims("A terror strike on a bank killed two guards.")] == ["attack"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Amid a long war in Ethiopia, an air strike on a market left six dead in Orda.", "Orda"),
        ("Halgan Media said that 18 militants were killed.", None),
    ],
)
def test_where_it_was(text: str, place: str | None) -> None:
    assert {claim.where.text if claim.where else None for claim in _claims(text)} == {place}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Two were killed in Orda-", ["killing"]),
        ("A bomb hit the left-", ["bombing"]),
        ("The rebels shelled Orda-", ["shelling"]),
    ],
)
def test_a_text_may_end_with_a_hyphen(text: str, events: list[str]) -> None:
    assert [claim.event for claim in _claims(text)] == events


@pytest.mark.parametrize(
    "text",
    ["Reports that a bomb killed three clerks in Orda are untrue.", "Claims that rebels killed three men are false."],
)
def test_what_is_called_false_is_denied(text: str) -> None:
    [claim] = _claims(text)
    assert claim.polarity == "denied" and [count.low for count in claim.counts] == [3]


def test_what_befell_some_befell_not_all() -> None:
    claims = _claims("The bodies of 18 people, two of them beheaded, were found in Orda.")
    assert {claim.event: [count.low for count in claim.counts] for claim in claims} == {
        "killing": [18],
        "execution": [],
    }


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("A missile was fired by a drone at a car in Orda.", "drone_strike", []),
        ("Ten shells were fired by rebels at the mill in Orda.", "shelling", ["rebels"]),
        ("An attack was carried out by rebels in Orda on Monday.", "attack", ["rebels"]),
        ("Police gave the names of the men who killed a judge in Orda.", "killing", ["men"]),
        ("Rebels trying to kill a judge shot two guards in Orda.", "shooting", ["Rebels"]),
    ],
)
def test_by_whom_it_was_done(text: str, event: str, doers: list[str]) -> None:
    assert _doers(text, event) == doers


def test_whom_they_tried_to_kill_is_not_whom_they_shot() -> None:
    [claim] = _claims("Rebels trying to kill a judge shot two guards in Orda.")
    assert [party.name for party in claim.targets] == ["two guards"]


def test_a_state_of_a_country_is_a_place() -> None:
    [claim] = _claims("Air strikes killed six people in Myanmar’s Kachin State.")
    assert claim.where is not None and "Kachin" in claim.where.text
    assert _claims("The Islamic State killed two guards in Orda.")[0].perpetrators[0].name == "Islamic State"


def test_a_war_that_only_goes_on_is_no_event() -> None:
    text = "A missile hit the station of Orda during the Russian invasion of Ukraine."
    assert [claim.event for claim in _claims(text)] == ["missile_strike"]
    [claim] = _claims("The invasion of Orda by rebels killed four people.")
    assert claim.event == "ground_offensive"


def test_what_is_somebodys_is_struck_behind_after() -> None:
    claims = _claims("Talks ended after a union's office was subjected to artillery fire.")
    assert [party.name for claim in claims for party in claim.targets] == ["union's office"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The dead were two women and a child.", 3),
        ("Those killed in the attack in Orda were two women and a child.", 3),
    ],
)
def test_who_the_dead_were(text: str, dead: int) -> None:
    assert ("killed", "unknown", dead) in _counts(text)


def test_what_the_dead_were_like_is_no_figure() -> None:
    assert not _counts("Those killed were members of the army.")


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The attackers were members of the Taliban, police said.", ["Gunmen", "members of the Taliban"]),
        ("The governor attributed these actions to the Taliban.", ["Gunmen", "Taliban"]),
        ("The victims were members of the Taliban, police said.", ["Gunmen"]),
    ],
)
def test_whose_men_the_attackers_are_said_to_be(text: str, doers: list[str]) -> None:
    assert _doers("Gunmen killed ten people in Orda on Monday. " + text, "shooting") == doers


def test_a_dash_before_a_function_word_parts_clauses() -> None:
    assert ("killed", "unknown", 63) in _counts("63 people–most of whom were girls–were killed in Orda.")
    [claim] = _claims("Rebels shelled the Orda–Exhill road on Monday, killing two men.")
    assert claim.event == "shelling"


def test_another_deed_is_nobody_it_befell() -> None:
    claims = _claims("The ambush resulted in the death of three people and the wounding of 10 more.")
    assert [party.name for claim in claims for party in claim.targets] == ["three people"]

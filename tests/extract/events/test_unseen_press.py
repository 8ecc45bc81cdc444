"""What press reports that nobody had read tell, in sentences of invented places and people."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _dead(claims: list[Claim]) -> list[float | None]:
    return [count.low for claim in claims for count in claim.counts if count.outcome == "killed"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("In Kabul 40 people were killed on Monday.", [40]),
        ("In Zarmuna 40 people were killed and several houses burnt.", [40]),
        ("Rebels stopped a bus near Orda with ten students and killed three of them.", [3]),
        ("Police arrested two men in Orda. They later killed one of them.", [1]),
    ],
)
def test_deaths_behind_a_place_or_of_some_of_them_are_counted(text: str, dead: list[float], told: Told) -> None:
    assert _dead(told(text)) == dead


def test_some_of_them_are_not_those_who_did_it(told: Told) -> None:
    (claim,) = told("Rebels stopped a bus near Orda with ten students and killed three of them.")
    assert [party.name for party in claim.perpetrators] == ["Rebels"]
    assert not claim.targets


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that nine soldiers were killed in Orda.",
        "Officials falsely claimed that nine soldiers had been killed in Orda.",
        "Early reports had erroneously stated that nine soldiers were killed.",
    ],
)
def test_what_was_wrongly_said_is_denied(text: str, told: Told) -> None:
    assert [(claim.polarity, _dead([claim])) for claim in told(text)] == [("denied", [9])]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Four men died in the ambush in Orda when rebels opened fire after the patrol had stopped.", ["rebels"]),
        ("The mortar hit the house of Ali Deren which killed his wife.", []),
        ("Two soldiers were killed, and three from the Giants Brigade were hurt, damaging their car, in Orda.", []),
        ("The rebel group, al-Shabaab, attacked Orda on Monday.", ["al-Shabaab"]),
        ("Some men belonging to the Northern Front or an allied group, attacked Orda.", ["Northern Front"]),
    ],
)
def test_who_did_it(text: str, doers: list[str], told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.perpetrators] == doers


def test_the_group_is_not_the_army_told_of_before(told: Told) -> None:
    claims = told("The army shelled Orda on Monday, killing two people. The group later kidnapped a mayor.")
    taken = [claim for claim in claims if claim.event == "abduction"]
    assert [party.name for claim in taken for party in claim.perpetrators] == ["group"]


def test_a_mine_laid_before_went_off_on_its_day(told: Told) -> None:
    (claim,) = told("Four people were killed in an explosion of a landmine laid previously by the rebels on Thursday.")
    assert claim.mood == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday, sappers of the army destroyed 3,000 mines.",
        "Villagers live near Orda despite repeated offensives by the army against the rebels.",
        "Two others managed to flee from the spot.",
    ],
)
def test_what_befell_nobody_is_no_event(text: str, told: Told) -> None:
    claims = told("A bomb killed a child in Orda on Tuesday. " + text)
    assert [claim.event for claim in claims] == ["bombing"]


def test_who_fell_in_an_encounter_fought_in_it(told: Told) -> None:
    (claim,) = told("Two militants were killed in an encounter in Pulwama on Monday.")
    assert claim.event == "armed_clash"


def test_those_who_were_dead_were_not_taken(told: Told) -> None:
    claims = told("He said at least 50 were dead and 70 people were kidnapped from nine villages.")
    taken = [claim for claim in claims if claim.event == "abduction"]
    assert [party.name for claim in taken for party in claim.targets] == ["70 people"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "At least 15 farmers were killed in an assault on a hamlet in Orda in the latest violence to hit the area.",
            [],
        ),
        ("The Red Column was behind a car bomb attack at a police academy that killed 12 people.", ["Red Column"]),
        ("Survivors told how gunmen killed eight people in Orda.", ["gunmen"]),
        ("A mayor was killed in an air strike, but it is not clear if it was carried out by Syria or Russia.", []),
        ("Five died in attacks near Orda, officials said, blaming a militia called the Free Front.", ["Free Front"]),
        ("Two guards were shot dead in Orda by a group calling itself the Free Rivers Front.", ["Free Rivers Front"]),
    ],
)
def test_who_did_it_is_whom_the_sentence_names(text: str, doers: list[str], told: Told) -> None:
    claims = [claim for claim in told(text) if claim.event != "statement"]
    assert [party.name for claim in claims for party in claim.perpetrators] == doers


def test_whose_fighters_they_are_is_no_source(told: Told) -> None:
    (claim,) = told("Police suspect that guerrillas from the National Liberation Army killed an officer in Orda.")
    assert [speaker.name for speaker in claim.speakers] == ["Police"]


def test_a_press_conference_says_nothing(told: Told) -> None:
    (claim,) = told("The police chief told a press conference that rebels had killed three officers in Orda.")
    assert [speaker.name for speaker in claim.speakers] == ["police chief"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A drone killed a man, 30, and injured two women, 41 and 52, in Orda.", [("killed", 1), ("injured", 2)]),
        ("The strike killed and wounded people in Orda.", [("killed", None), ("injured", None)]),
        ("The strike killed or wounded dozens of people in Orda.", [("killed", None), ("injured", None)]),
        ("A herder died of a gunshot wound in Orda yesterday.", [("killed", 1)]),
        ("Two displaced women were killed in the shelling of a camp in Orda.", [("killed", 2)]),
        ("A displaced boy was injured in an armed robbery near Orda.", [("injured", 1)]),
        ("The attackers disappeared towards Budy after they had stolen 300 cattle in Orda.", []),
    ],
)
def test_what_became_of_whom(text: str, counts: list[tuple[str, float | None]], told: Told) -> None:
    assert [(count.outcome, count.low) for claim in told(text) for count in claim.counts] == counts


def test_members_of_an_ethnic_group_are_no_fighters(told: Told) -> None:
    (claim,) = told("Some 60 members of the Lotuko ethnic group were killed by gunmen in Orda.")
    assert [count.group for count in claim.counts] == ["unknown"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine farmers in Orda on Sunday, the chairman told the agency by phone on Monday from Sarun.",
        "The commissioner, who spoke to the Sarun Tribune from his base in Kelu on Monday, said gunmen killed nine"
        " farmers in Orda on Sunday.",
    ],
)
def test_where_and_when_somebody_spoke_is_no_scene(text: str, told: Told) -> None:
    (claim,) = [claim for claim in told(text) if claim.event == "shooting"]
    assert claim.where is not None
    assert claim.where.text == "Orda"
    assert claim.when is not None
    assert claim.when.text == "Sunday"


@pytest.mark.parametrize(
    "text",
    [
        "A bomb was thrown at a patrol near Orda, the summer capital of the region, leaving two constables wounded.",
        "A suicide bomber struck at a market in a northern Iraqi city, killing six people.",
    ],
)
def test_neither_a_season_nor_a_peoples_adjective_names_time_or_place(text: str, told: Told) -> None:
    (claim,) = told(text)
    assert claim.when is None
    assert claim.where is None or claim.where.text == "Orda"
    assert [weapon.text for weapon in claim.means if weapon.text != "bomb"] == []


def test_a_figure_in_brackets_counts_in_arabic(told: Told) -> None:
    (claim,) = told("إصابة (6) مدنيين جراء قصف مدفعي استهدف بلدة الزهراء.")
    assert [(count.outcome, count.low) for count in claim.counts] == [("injured", 6)]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Nine soldiers died in the deadliest attack since October, when 13 were ambushed in Orda.", [9]),
        ("The blast was the first attack by rebels since the bombings in Baghdad killed 200 people.", []),
        ("The attack on a bus in Orda, at the same market where a bomb killed 20 last month, hurt two.", []),
        ("The attack was the worst since militants killed 30 people in Mosul in March.", [30]),
    ],
)
def test_what_an_event_is_measured_by_is_none_of_it(text: str, told_of: list[float], told: Told) -> None:
    assert _dead(told(text)) == told_of


def test_who_is_armed_by_others_did_it_and_not_they(told: Told) -> None:
    (claim,) = [one for one in told("Juba accused Asmara of arming gunmen who killed 14 herders.") if one.counts]
    assert [party.name for party in claim.perpetrators] == ["gunmen"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels from Mosul and Sarun in Nineveh province and Kirkuk attacked the garrison.",
        "Insurgents on their way to Mosul may have staged the attack on the garrison.",
    ],
)
def test_whence_or_where_to_fighters_came_is_no_scene(text: str, told: Told) -> None:
    assert [claim.where for claim in told(text)] == [None]

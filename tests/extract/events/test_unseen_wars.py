"""What wires of wars that nobody had read tell, in sentences of invented places and people."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def _doers(claims: list[Claim], event: str) -> list[str]:
    return [party.name for claim in claims if claim.event == event for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        (
            "Armed raiders kidnapped 60 farmers and killed many villagers during simultaneous overnight raids in Orda.",
            "raid",
            ["Armed raiders"],
        ),
        ("During their operation, the rebels killed ten men, burned houses in Orda and fled.", "arson", ["rebels"]),
        ("The town of Sarun fell to the rebels on Monday.", "capture", ["rebels"]),
        ("Ten people were killed by a rebel missile fired at the town of Sarun.", "missile_strike", ["rebel missile"]),
        (
            "Rebels stormed a hotel in Orda, engaging in an hours-long exchange of gunfire with the police that left "
            "20 people dead.",
            "armed_clash",
            ["Rebels"],
        ),
        ("Officials said the gunmen opened up on a bus in Orda with rifles.", "shooting", ["gunmen"]),
        ("About 70 villagers were abducted in Orda, making this the second kidnapping of the week.", "abduction", []),
        ("Armed civilians opened fire on the police in Orda.", "shooting", ["Armed civilians"]),
        ("Fierce confrontations erupted between rebels and militiamen in Orda.", "armed_clash", ["rebels"]),
    ],
)
def test_who_did_it(text: str, event: str, doers: list[str], told: Told) -> None:
    assert _doers(told(text), event) == doers


def test_the_dead_of_a_raid_before_them_with_some_of_them_named(told: Told) -> None:
    claims = told("As a result of rocket attacks on Orda, nine people, including four women, were killed.")
    assert [(count.low, count.group) for claim in claims for count in claim.counts] == [(9, "unknown"), (4, "women")]


def test_what_is_quoted_within_a_verb(told: Told) -> None:
    (claim,) = told("An inquiry found that 131 people were “arbitrarily executed” in Orda.")
    assert [count.low for count in claim.counts] == [131]


@pytest.mark.parametrize(
    "text",
    [
        "No attack on the police will go unpunished, the mayor of Orda said.",
        "The identity and group affiliation of the slain militants are being ascertained, he said.",
    ],
)
def test_what_tells_of_no_event(text: str, told: Told) -> None:
    assert told(text) == []


def test_nobody_died_of_whose_death_there_is_no_sign(told: Told) -> None:
    claims = told("Two policemen died in an attack on Orda, and there were no signs that any of the attackers died.")
    assert not [count for claim in claims for count in claim.counts if count.outcome == "killed" and count.low is None]


def test_a_number_that_nobody_confirmed_makes_no_doubt_of_the_rest(told: Told) -> None:
    claims = told("The raiders killed an unconfirmed number of men and stole cattle in Orda.")
    assert {claim.polarity for claim in claims} == {"asserted"}


def test_those_who_were_forced_to_flee_fled(told: Told) -> None:
    claims = told("The gunmen burned 45 houses in Orda, forcing the residents to flee.")
    assert {claim.mood for claim in claims if claim.event == "displacement"} == {"actual"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Rebels executed a former mayor in Orda on 13 May.", "13 May"),
        ("According to Monday's issue of a newspaper, five people were hurt in a raid on Orda.", None),
        ("The attack on Orda is the first since its new leader, Jane Roe, took over in May.", None),
        ("The dead of Orda were killed by a militia, a force set up in December 2012 to help the army.", None),
        ("The finding follows the discovery on August 24 of a man shot by rebels in Orda on July 16.", "July 16"),
        ("Ten people were killed in an attack on Orda, one of the deadliest this year.", None),
        ("A checkpoint set up on Monday was attacked in Orda.", "Monday"),
    ],
)
def test_when_it_was(text: str, when: str | None, told: Told) -> None:
    claim = next(claim for claim in told(text))
    assert (claim.when and claim.when.text) == when


def test_how_often_others_were_is_not_when_it_was(told: Told) -> None:
    claims = told("A soldier died in a gunfight near Orda, where the army has carried out daily assaults.")
    assert [claim.when for claim in claims if claim.event == "armed_clash"] == [None]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        (
            "Soldiers looted houses, held villagers captive in a riverbed and executed hundreds of men in Orda.",
            "execution",
            ["Soldiers"],
        ),
        ("Militants raided Orda, killing two men and burning houses.", "arson", ["Militants"]),
        ("Police rescued two children from burning houses in Orda.", "arson", []),
        (
            "Gunmen ambushed and killed 13 officers in Sarun. In August, the police discovered 19 bodies in Orda.",
            "killing",
            [],
        ),
    ],
)
def test_who_did_which(text: str, event: str, doers: list[str], told: Told) -> None:
    assert _doers(told(text), event) == doers


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("At least 20 farmers and a dozen rebels were dead in Orda.", [("killed", 20), ("killed", 12)]),
        ("The hospital said 40 people were admitted with wounds from the attack in Orda.", [("injured", 40)]),
        ("A strike hit a van in Orda, killing eight; three or four survived unharmed.", [("killed", 8)]),
        ("The minister escaped unharmed when a bomb exploded in Orda.", [("injured", 0)]),
        (
            "Shells hit a mosque in Orda, killing 20 people who had gathered for prayers, including two monks.",
            [("killed", 20), ("killed", 2)],
        ),
        ("Villagers had met to celebrate Martyrs' Day when an air strike hit a market in Orda.", []),
    ],
)
def test_how_many(text: str, counts: list[tuple[str, int]], told: Told) -> None:
    assert [(count.outcome, count.low) for claim in told(text) for count in claim.counts] == counts


def test_where_and_when_an_attack_is_said_to_have_happened_is_surer_than_what_stood_near_it(told: Told) -> None:
    claims = told(
        "An air strike on a market in northern Ethiopia on Sunday killed 80 people. The attack happened in Togoga on "
        "Friday."
    )
    assert [(claim.where and claim.where.text, claim.when and claim.when.text) for claim in claims] == [
        ("Togoga", "Friday")
    ]


def test_what_a_time_is_counted_from_is_no_event(told: Told) -> None:
    claims = told("Ten people died when a hospital in Orda was shelled, the worst since the start of the offensive.")
    assert {claim.event for claim in claims} == {"shelling"}


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            "We fired rockets at Orda following an Israeli strike that hit a house in Sarun, the rebels said.",
            {("shelling", "Orda"), ("air_strike", "Sarun")},
        ),
        ("Today's shelling of Orda followed a bombing in Sarun.", {("shelling", "Orda"), ("bombing", "Sarun")}),
        ("Ten people were killed in Orda following an Israeli strike.", {("air_strike", "Orda")}),
    ],
)
def test_what_follows_another_event_is_not_that_one(text: str, told_of: set[tuple[str, str]], told: Told) -> None:
    assert {(claim.event, claim.where.text) for claim in told(text) if claim.where is not None} == told_of


def test_rockets_that_came_after_strikes_are_not_theirs_who_struck(told: Told) -> None:
    claims = told("The rocket fire on Orda came after Israel launched 30 strikes on Sarun.")
    assert _doers(claims, "shelling") == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen in military fatigues and masks killed 22 people in Orda.",
        "Gunmen in boats and cars killed 22 people in Orda.",
    ],
)
def test_what_doers_wear_or_come_in_does_nothing(text: str, told: Told) -> None:
    assert [party.name for claim in told(text) for party in claim.perpetrators] == ["Gunmen"]


def test_whom_the_last_accuser_accuses(told: Told) -> None:
    claims = told(
        "Leaders accused the army of carrying out the massacre in Orda. An officer blamed the attack on secessionists."
    )
    assert [party.name for claim in claims for party in claim.perpetrators] == ["army", "secessionists"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Eight children and two women, all belonging to one family, were killed in a strike on Orda.",
            [("killed", 10), ("killed", 8), ("killed", 2)],
        ),
        (
            "A soldier was killed by a bomb in Orda, the latest in a spate of attacks that claimed six lives.",
            [("killed", 1)],
        ),
    ],
)
def test_how_many_of_whom(text: str, counts: list[tuple[str, int]], told: Told) -> None:
    assert [(count.outcome, count.low) for claim in told(text) for count in claim.counts] == counts


def test_where_the_wounded_are_taken_is_not_where_it_was(told: Told) -> None:
    claims = told("A raid on Orda hurt 19 people. Thirteen of the wounded have been airlifted to Sarun.")
    assert {claim.where.text for claim in claims if claim.where is not None} == {"Orda"}


def test_a_day_before_where_somebody_spoke_is_of_the_attack(told: Told) -> None:
    (claim,) = told(
        "An attack on a base took place on Monday in Orda, where witnesses said surrounding homes were hit."
    )
    assert claim.when is not None and claim.when.text == "Monday"


def test_two_bombs_of_one_sentence_each_with_its_place_and_dead(told: Told) -> None:
    claims = told(
        "A car bomb exploded at a market in Homs, leaving four people killed and seven hurt, while a second car bomb "
        "struck a cafe in Hama, killing five people and wounding 17."
    )
    assert [
        (claim.where and claim.where.text, [count.low for count in claim.counts]) for claim in claims
    ] == [("Homs", [4, 7]), ("Hama", [5, 17])]  # fmt: skip


def test_men_of_a_unit_that_is_an_armys_are_counted(told: Told) -> None:
    claims = told("Two soldiers of the army's Second Division were wounded in a blast in Orda.")
    assert [(count.outcome, count.low) for claim in claims for count in claim.counts] == [("injured", 2)]


def test_those_who_died_since_a_raid_did_not_die_of_it(told: Told) -> None:
    claims = told("At least 27 people have been killed in Orda since the police raided a hideout in Sarun on 10 May.")
    assert not [count for claim in claims if claim.event == "raid" for count in claim.counts]


def test_whence_armed_men_come_is_not_where_they_attacked(told: Told) -> None:
    claims = told("Authorities blamed the attack that left 19 people wounded on armed youth from Sarun county.")
    assert not [claim for claim in claims if claim.where is not None]


def test_who_tells_a_toll_is_no_place(told: Told) -> None:
    (claim,) = told('"The total number of the dead in Orda is now 28," Leek told the agency.')
    assert claim.where is not None and claim.where.text == "Orda" and claim.counts[0].low == 28

"""Who did it, in the words that English news has for it: warrants, claims of credit, what was used, who is who."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Judge Ana Rowe was shot to death by hired assassins in Orda.", "shooting", ["hired assassins"]),
        ("Two men who were passing by the building placed the explosives and fled.", "bombing", ["Two men"]),
        ("The depots were destroyed by several dynamite blasts set off by the rebels.", "bombing", ["rebels"]),
        (
            "The mayor was killed by a bomb presumably placed by an urban guerrilla group in his car.",
            "bombing",
            ["urban guerrilla group"],
        ),
        ("The kidnapping of 12 students was planned and carried out by the army.", "abduction", ["army"]),
        (
            'The attack on the consulate was the work of the armed group "Sarun Dawn".',
            "attack",
            ['armed group "Sarun Dawn"'],
        ),
        (
            "A judge issued a warrant for John Dorn, the person who masterminded the attack on Senator Rowe.",
            "attack",
            ["John Dorn"],
        ),
        (
            "Four persons who are apparently involved in the murder of Doctor Rowe have been arrested.",
            "killing",
            ["Four persons"],
        ),
        ("Guerrillas used a bomb to bombard the office of the union, killing four people.", "shelling", ["Guerrillas"]),
        (
            "The murder of six priests committed in Orda on 16 November by the army went unpunished.",
            "killing",
            ["army"],
        ),
        (
            "A group of unidentified individuals today killed Ana Rowe near Orda.",
            "killing",
            ["group of unidentified individuals"],
        ),
        ("Rebels began a series of attacks with explosives against banks in Orda.", "bombing", ["Rebels"]),
        ("In an action attributed to the Sarun Front, a bomb destroyed a school.", "bombing", ["Sarun Front"]),
        ("Several rebels broke into the bank, where they set off three bombs.", "bombing", ["Several rebels"]),
        ("Investigators said John Dorn was the perpetrator of the murder of Bishop Rowe.", "killing", ["John Dorn"]),
        ("The attack, for which the Sarun Front claimed credit, killed two policemen.", "attack", ["Sarun Front"]),
        (
            "The Sarun Front today distributed leaflets claiming responsibility for the murder of Ann Rowe.",
            "killing",
            ["Sarun Front"],
        ),
        ("The guards killed in the raid were buried on Monday.", "raid", []),
        ("Soldiers shot in Orda on Sunday have died.", "shooting", []),
        ("A strike of army artillery on a market in Orda killed 16 people.", "shelling", ["army artillery"]),
        ("The attack of the rebels on the camp left two dead.", "attack", ["rebels"]),
        ("The killing of soldiers on the road left the town in fear.", "killing", []),
        ("The strike of the rebels' camp on Monday killed three.", "air_strike", []),
        ("Orda's Saudi Hospital struck in drone attack, 70 killed", "drone_strike", []),
        ("The rebels, ambushed near Orda on Monday, were taken to a clinic.", "attack", []),
        ("Rebels who shot at Orda were arrested.", "shooting", ["Rebels"]),
        ("Gunmen have attacked Orda.", "shooting", ["Gunmen"]),
        ("Forces stationed in Sarun have fired shells on Orda.", "shelling", ["Forces"]),
        ("This is the fourth judge riddled with bullets by gunmen in Orda.", "shooting", ["gunmen"]),
        ("The trader was killed today at a farm reportedly owned by trafficker Karl Dorn.", "killing", []),
        ("The trader was killed today at a farm by trafficker Karl Dorn.", "killing", ["trafficker Karl Dorn"]),
        ("At least 30 civilians were wounded in the fierce clashes that took place in Orda.", "armed_clash", []),
    ],
)
def test_who_did_it(text: str, event: str, doers: list[str], told: Told) -> None:
    claim = next(claim for claim in told(text) if claim.event == event)
    assert [party.name for party in claim.perpetrators] == doers


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ignacio Rowe, a priest, teacher and social worker, was murdered along with seven other priests.", 8),
        ("Ramiro Castle, the president of the bank and one of the most prominent businessmen, was shot to death.", 1),
        ("Gunmen killed Karl Dorn, nephew of trafficker Jan Dorn, and Max Moll, nephew of Piet Moll.", 2),
        ("Gunmen killed Daniel Orlov, senator, and his driver in Orda.", 2),
        ("Gunmen killed Daniel Orlov, an admired friend of the poor, and two guards in Orda.", 3),
        ("Ana Rowe, her husband and their two children were killed.", 4),
        ("Two men, a woman and a child were killed in Orda.", 4),
        ("Gunmen killed the six priests, their cook and her daughter.", 8),
        ("Gunmen killed Ana Rowe, Karl Dorn and Max Moll.", 3),
        ("Gunmen killed journalist Ana Rowe, lawyer Karl Dorn and his two sons.", 4),
        ("Gunmen killed Ana Rowe, a lawyer, and his two sons.", 3),
    ],
)
def test_who_is_described_is_counted_once(text: str, killed: int, told: Told) -> None:
    counts = [count for claim in told(text) for count in claim.counts if count.outcome == "killed"]
    assert max(count.low or 0 for count in counts if count.part_of is None) == killed


@pytest.mark.parametrize("text", ["A bomb exploded in Orda on Monday night. Five people were injured."])
def test_the_hurt_of_the_next_sentence_were_hurt_by_the_bomb(text: str, told: Told) -> None:
    hurt = next(claim for claim in told(text) if claim.counts)
    assert hurt.event == "bombing"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Some of the persons named have already agreed to be members.", []),
        ("The Talmeran government and the Sarun Front agreed to seek ways to end the war.", ["agreement"]),
        ("The army repelled the attack and killed 12 rebels.", ["interception", "killing"]),
    ],
)
def test_consent_and_what_was_beaten_back(text: str, events: list[str], told: Told) -> None:
    assert sorted(claim.event for claim in told(text) if claim.event != "statement") == events


def test_who_beat_an_attack_back_killed_the_attackers(told: Told) -> None:
    claims = told("The guards repelled a rebel attack on the post and killed two of the attackers.")
    killing = next(claim for claim in claims if claim.event == "killing")
    assert [party.name for party in killing.perpetrators] == ["guards"]
    assert [party.name for claim in claims if claim.event == "attack" for party in claim.perpetrators] == ["rebel"]


def test_an_agreement_is_of_its_sides_and_of_no_town_or_plan(told: Told) -> None:
    claims = [*told("They agreed on a common strategy."), *told("The Madrid agreement has paved the way for talks.")]
    assert [party.name for claim in claims for party in (*claim.perpetrators, *claim.targets)] == []


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("The judge was riddled with bullets by gunmen in Orda.", []),
        ("Gunfire killed two people in Orda on Monday.", []),
        ("Two men with rifles shot the judge in Orda.", ["rifles"]),
    ],
)
def test_bullets_tell_of_shots_and_name_no_weapon(text: str, means: list[str], told: Told) -> None:
    assert [mention.text for claim in told(text) for mention in claim.means] == means


def test_rebels_belonging_to_a_group_are_its_own(told: Told) -> None:
    claim = told("A group of rebels belonging to Hezbollah attacked a post near Sarun.")[0]
    assert "Hezbollah" in claim.perpetrators[0].name

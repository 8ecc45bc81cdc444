"""Who had a part in a deed, by words other than its own verb, in sentences of invented places and people."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


def doers(claims: list[Claim]) -> list[str]:
    return [party.name for claim in claims for party in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Five soldiers were involved in the massacre of the farmers.", ["Five soldiers"]),
        ("The militiamen implicated in the murder of the mayor are still at large.", ["militiamen"]),
        ("The mayor conceded that members of the guard were responsible for the massacre.", ["members of the guard"]),
        ("Captain Deren was accused of ordering the massacre.", ["Captain Deren"]),
        ("The judge charged two officers with participating in the murder of the mayor.", ["two officers"]),
        ("The army accepted responsibility for the death of two reporters.", ["army"]),
        ("Villagers hold the militia responsible for the murder of the imam.", ["militia"]),
        ("The authorities have attributed the attack on the bus to the drug cartels.", ["drug cartels"]),
        ("A bomb killed ten people in Orda, which the ministry blamed on the rebels.", ["rebels"]),
        ("A post in Orda was attacked. The attack was the work of guerrillas, police said.", ["guerrillas"]),
        (
            "The attack on the union was planned by the guard, approved by the government and staged by the militia.",
            ["guard", "government", "militia"],
        ),
        (
            "A new attack on the oil pipeline, which caused a spill, was carried out this morning by rebels in Orda.",
            ["rebels"],
        ),
        ("The guard is responsible for the deaths of the two reporters, the union said.", ["guard"]),
        (
            "Captain Deren, two lieutenants and one corporal were involved in the massacre of the farmers.",
            ["Captain Deren", "two lieutenants", "one corporal"],
        ),
        ("Assassins paid by the cartels killed five judges in Orda.", ["Assassins"]),
    ],
)
def test_those_who_had_a_part_are_told_as_doers(text: str, parts: list[str], told: Told) -> None:
    assert doers(told(text)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The army said that no officers were involved in the murder of the mayor.",
        "A bus was hit near Orda and its driver died. The government is responsible for the roads.",
        "The minister charged that the roads of Orda were the worst in the country.",
        "Two gunmen died in Orda. The officers accused of the crime were arrested on Monday.",
    ],
)
def test_others_are_not(text: str, told: Told) -> None:
    assert not doers([claim for claim in told(text) if claim.polarity == "asserted" and claim.event != "killing"])


def test_one_deed_whose_doer_is_named_is_told_though_nothing_says_where(told: Told) -> None:
    assert [claim.event for claim in told("The Wolf Brigade was behind the massacre.")] == ["attack"]
    assert told("The Wolf Brigade was behind massacres.") == []


def test_who_is_accused_is_no_victim(told: Told) -> None:
    (claim,) = told("The authorities attributed the murder to the drug cartels.")
    assert [party.name for party in claim.perpetrators] == ["drug cartels"] and not claim.counts


def test_a_title_cut_short_ends_no_sentence(told: Told) -> None:
    (claim,) = told("Villagers were angry over the murder of Dr. Aram Sok, president of the court of Orda.")
    assert [party.name for party in claim.targets] == ["Dr. Aram Sok"]
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 1)]

"""Violence in general, what is only called an attack, and words of violence that tell of none."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "The Front is attacking the civilian population.",
        "They have murdered judges.",
        "Judges have been murdered in Mexico.",
        "The minister spoke of the murder of teachers.",
        "A government that has bombed the people has no friends.",
        "The Front's aggression has to be condemned.",
        "The bill is an attack on the farmers.",
        "There has been plenty of war, many deaths.",
        "We want a land without murdered people and missing persons.",
        "The Supreme Court struck down the law.",
        "The law on fishing was struck down by the Supreme Court.",
        "The mayor spoke of its fight against smuggling.",
        "The strike by bank clerks in Orda goes on.",
        "Demonstrators burned a Talmeran flag in Orda.",
        "The looting of our natural resources must end.",
        "Five judges have been killed in two months, the court said.",
        "In October alone, their raids claimed 200 lives.",
        "A government that has murdered the clergy has no friends.",
        "It was meaningless to ask anything of a country that is killing Mexicans.",
        "Poverty may lead to a social explosion.",
        "We want to see an end to the destruction of the country.",
        "He was one of 384 members murdered since the party was founded.",
    ],
)
def test_no_event_is_read(text: str, told: Told) -> None:
    assert [claim.event for claim in told(text)] == []


@pytest.mark.parametrize(
    ("text", "event", "struck"),
    [
        ("The Front attacked peasants in the town of Sarmin.", "attack", ["peasants"]),
        ("Gunmen attacked farmers on Monday.", "shooting", ["farmers"]),
        ("They have murdered the judge.", "killing", ["judge"]),
        ("They have murdered three judges.", "killing", ["three judges"]),
        ("The Front attacked peasants with mortars.", "shelling", ["peasants"]),
        ("Rebels kill soldiers", "killing", ["soldiers"]),
        ("The army was accused of shelling civilians.", "shelling", ["civilians"]),
        ("The blast was an attack on the army.", "explosion", ["army"]),
        ("It was an attack on the farmers of the valley.", "attack", ["farmers of the valley"]),
        ("Soldiers fight against rebels in Orda.", "armed_clash", ["rebels"]),
        ("The strike by jets on Orda killed two farmers.", "air_strike", ["Orda", "two farmers"]),
        ("Demonstrators burned a bus in Orda.", "arson", ["bus"]),
        ("The army killed Mexicans in Orda.", "killing", ["Mexicans"]),
        ("Three houses were destroyed.", "attack", []),
        ("The house was destroyed on Monday.", "attack", []),
        ("The army bombed densely populated areas of Orda.", "bombing", ["densely populated areas of Orda"]),
        ("Heavily armed men attacked the base in Orda.", "attack", ["base"]),
    ],
)
def test_an_event_that_can_be_found_is_read(text: str, event: str, struck: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert (claim.event, [party.name for party in claim.targets]) == (event, struck)


def test_what_goes_on_with_an_event_is_of_it(told: Told) -> None:
    text = "Gunmen broke into a shop in Orda on Monday, wounding two guests. The attackers also assaulted employees."
    assert [[party.name for party in claim.targets] for claim in told(text)][-1] == ["employees"]


def test_whoever_is_arrested_is(told: Told) -> None:
    assert [claim.event for claim in told("Protesters were arrested.")] == ["detention"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The president confirmed the involvement of troops in the murder of two priests in Orda.", ["troops"]),
        ("They spoke of the participation of soldiers and policemen in the killing of two farmers in Orda.",
         ["soldiers", "policemen"]),
        ("The mayor spoke of the participation of women in talks after the murder of a priest in Orda.", []),
        ("They came in a car from which masked men threw two grenades at the house in Orda.", ["masked men"]),
        ("A guest died in the bar where masked men shot at the owner in Orda.", ["masked men"]),
        ("Several armed men shot repeatedly at the offices of the paper in Orda.", ["Several armed men"]),
    ],
)  # fmt: skip
def test_who_did_it(text: str, doers: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.perpetrators] == doers


@pytest.mark.parametrize(
    ("text", "struck", "counted"),
    [
        ("Rebels burned the governor's residence in Orda.", ["governor's residence"], []),
        ("The governor's residence was burned by rebels in Orda.", ["governor's residence"], []),
        ("Gunmen attacked the mayor's bodyguards in Orda.", ["mayor's bodyguards"], []),
        ("Gunmen killed the mayor's son and two of the mayor's guards in Orda.",
         ["mayor's son", "two of the mayor's guards"], [3, 1, 2]),
        ("A bomb damaged the senator's car and the judge's house in Orda.",
         ["senator's car", "judge's house"], [1, 1]),
        ("Rebels attacked the army's positions in Orda.", ["army's positions"], []),
        ("Jets hit Sarmin's market on Monday.", ["Sarmin's market"], []),
        ("Gunmen attacked the mayor in Orda.", ["mayor"], []),
    ],
)  # fmt: skip
def test_what_is_somebodys_is_struck_and_not_its_owner(
    text: str, struck: list[str], counted: list[int], told: Told
) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.targets] == struck
    assert [count.low for count in claim.counts] == counted


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("The house was almost destroyed in a dynamite attack in Orda.", ["house"]),
        ("No priest has ever been murdered in Orda.", ["priest"]),
        ("The bomb killed nearly 20 guards in Orda.", ["nearly 20 guards"]),
    ],
)
def test_a_word_of_degree_is_nobody(text: str, struck: list[str], told: Told) -> None:
    (claim,) = told(text)
    assert [party.name for party in claim.targets] == struck

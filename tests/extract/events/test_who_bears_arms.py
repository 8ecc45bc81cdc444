"""People and bodies that share a word with a weapon, and who holds a weapon that strikes."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Reader = Callable[[str], list[Claim]]


def test_a_bomber_with_explosives_is_no_aircraft(told: Reader) -> None:
    [claim] = told("The insurgent bomber detonated explosives strapped to his body in Kabul, killing seven civilians.")
    assert (claim.event, [count.low for count in claim.counts]) == ("bombing", [7])
    assert [means.text for means in claim.means] == ["explosives"]


@pytest.mark.parametrize("body", ["Landmine Observatory", "Landmine Monitor"])
def test_who_watches_mines_lays_none(body: str, told: Reader) -> None:
    [claim] = told(f"The Yemeni {body} reported that a man was killed by a landmine in Taiz.")
    assert (claim.perpetrators, [means.text for means in claim.means]) == ((), ["landmine"])


@pytest.mark.parametrize("whose", ["the army", "rebels"])
def test_who_operates_a_drone_did_it_and_not_those_it_killed(whose: str, told: Reader) -> None:
    [claim] = told(f"Five civilians died on Thursday after a drone operated by {whose} targeted a wedding in Orda.")
    assert claim.event == "drone_strike"
    assert [party.name for party in claim.perpetrators] == [whose.removeprefix("the ")]


def test_those_shot_to_death_are_counted(told: Reader) -> None:
    [claim] = told("Assailants shot 15 of the villagers to death in Orda on Monday.")
    assert [(count.outcome, count.low) for count in claim.counts] == [("killed", 15)]


def test_a_mine_set_off_from_afar_is_one_weapon(told: Reader) -> None:
    claims = told("A remotely detonated mine killed 13 people on Wednesday in Helmand.")
    assert [means.text for claim in claims for means in claim.means] == ["remotely detonated mine"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The mayor of Kharkiv reported 12 drone strikes on the city.", "Kharkiv"),
        ("Shelling hit the city of Kherson. The mayor of Kharkiv reported 12 drone strikes on the city.", "Kharkiv"),
        ("Shelling of the Kherson region of Ukraine killed five people.", "Kherson region"),
        ("A missile attack struck the Black Sea port of Odesa on Monday.", "Odesa"),
    ],
)
def test_where_it_was(text: str, place: str, told: Reader) -> None:
    last = told(text)[-1]
    assert last.where is not None and last.where.text == place

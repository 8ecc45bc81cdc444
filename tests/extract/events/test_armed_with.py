"""What weapons are read where they are loaded, joined, met or only part of a word."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "event", "means", "struck"),
    [
        ("A truck rigged with dynamite exploded outside a police building in Orda.",
         "bombing", ["truck", "dynamite"], ["police building"]),
        ("Rebels detonated a car stuffed with explosives at the gate of the embassy in Orda.",
         "bombing", ["car", "explosives"], ["gate of the embassy"]),
        ("A vehicle filled with 100 kg of dynamite went off near the minister's house in Orda.",
         "bombing", ["vehicle", "dynamite"], ["minister's house"]),
        ("Two men threw a package containing sticks of dynamite at the house in Orda.",
         "bombing", ["sticks of dynamite"], ["house"]),
        ("A bus packed with tourists was attacked in Orda.", "attack", [], ["bus"]),
        ("Gunmen attacked a truck carrying soldiers near Orda.", "shooting", [], ["truck"]),
        ("An aircraft fired rockets and mortars at Orda.", "air_strike", ["aircraft", "mortars", "rockets"], ["Orda"]),
        ("A drone fired a missile at a car in Orda.", "drone_strike", ["drone", "missile"], ["car"]),
        ("Helicopters fired rockets at Orda.", "air_strike", ["Helicopters", "rockets"], ["Orda"]),
        ("Rebels fired missiles at a helicopter near Orda.", "missile_strike", ["missiles"], ["helicopter"]),
        ("أطلقت طائرة مسيرة صاروخا على سيارة في أوردة.", "drone_strike", ["طائرة مسيرة"], ["سيارة"]),
        ("أطلقت قوات النظام صواريخ على منزل في أوردة.", "missile_strike", [], ["منزل"]),
        ("A truck hit a roadside bomb near Orda.", "landmine", ["roadside bomb"], ["truck"]),
        ("A train was derailed after hitting a dynamite charge.", "landmine", ["dynamite charge"], []),
        ("The hurling of a grenade at the market in Orda killed two people.",
         "bombing", ["grenade"], ["market", "two people"]),
        ("The anti-aircraft fire of the Front downed an airplane near Orda.", "interception", [], ["airplane"]),
    ],
)  # fmt: skip
def test_with_what_it_was_done(text: str, event: str, means: list[str], struck: list[str], told: Told) -> None:
    (claim,) = told(text)
    read = (claim.event, [weapon.text for weapon in claim.means], [party.name for party in claim.targets])
    assert read == (event, means, struck)


@pytest.mark.parametrize("text", ["The men stormed the house in Orda.", "Men stormed the houses in Orda on Monday."])
def test_whoever_storms_a_house_is_not_raided(text: str, told: Told) -> None:
    assert [[party.name for party in claim.targets] for claim in told(text) if claim.event == "raid"] in ([[]], [])

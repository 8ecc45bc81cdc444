"""With what it was done: the weapon that is set off, borne, joined to another, or told behind the attack's noun."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def read(text: str, knowledge: Knowledge) -> list[Claim]:
    return list(extract_text(text, knowledge=knowledge).claims)


DONE_WITH = [
    ("Two devices exploded at the college on Monday.", "bombing", {"devices"}),
    ("The rebels detonated a dynamite charge near the pumping station.", "bombing", {"dynamite charge"}),
    ("A car-bomb was detonated outside the town hall.", "bombing", {"car-bomb"}),
    ("They placed a charge of dynamite under the mayor's car.", "bombing", {"charge of dynamite"}),
    ("The attack was carried out with grenades.", "bombing", {"grenades"}),
    ("The attack, carried out with rocket launchers and rifles, hit a police post.", "shelling",
     {"rocket launchers", "rifles"}),
    ("The records office was destroyed by bombs.", "bombing", {"bombs"}),
    ("A gunman killed one man and wounded six others with a machinegun at the airport.", "shooting", {"machinegun"}),
    ("Attackers armed with assault rifles and grenades attacked the checkpoint.", "shooting",
     {"assault rifles", "grenades"}),
    ("A lawyer was killed with an Uzi submachinegun in Sarmin.", "shooting", {"Uzi submachinegun"}),
    ("The rebels fired RPG-2 rocket launchers at the garrison.", "shelling", {"RPG-2 rocket launchers"}),
    ("The rebels used rockets, mortars and a machine gun against the post.", "shelling",
     {"rockets", "mortars", "machine gun"}),
    ("انفجرت عبوتان ناسفتان قرب الجامعة.", "bombing", {"عبوتان ناسفتان"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "means"), DONE_WITH)
def test_the_weapon_is_the_means(text: str, event: str, means: set[str], knowledge: Knowledge) -> None:
    claims = read(text, knowledge)
    assert [claim.event for claim in claims] == [event]
    assert {mention.text for mention in claims[0].means} == means
    assert not means & {party.name for party in claims[0].targets}


NO_ATTACK = [
    "The bus strike in the capital went on for a fourth day.",
    "Helicopters were used to look for the missing hikers.",
    "A cargo plane that had just taken off crashed into a row of houses, killing 17 people.",
    "The group laid down its weapons in March.",
]


@pytest.mark.parametrize("text", NO_ATTACK)
def test_a_strike_of_workers_a_crash_and_arms_laid_down_are_no_attack(text: str, knowledge: Knowledge) -> None:
    assert not [claim for claim in read(text, knowledge) if claim.event not in {"agreement", "movement"}]


def test_a_plane_that_explodes_is_what_was_struck(knowledge: Knowledge) -> None:
    (claim,) = read("The plane exploded in the air and came down near Sarun.", knowledge)
    assert [party.name for party in claim.targets] == ["plane"]
    assert not claim.means


def test_what_planes_destroy_does_nothing_in_arabic() -> None:
    from ascertain.extract.stage import extract
    from ascertain.knowledge import load
    from ascertain.model import Item

    text = "طائرات التحالف الدولي تستهدف قوات موالية للنظام السوري وتدمر دبابة"
    claims = extract(Item(id="a", text=text), load()).claims
    assert [claim.event for claim in claims] == ["air_strike"]
    assert [party.name for party in claims[0].perpetrators] == ["طائرات التحالف الدولي"]

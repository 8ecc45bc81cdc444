"""How many died and were held in the short reports of police and local papers, and who is no victim of them."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge():
    return load()


def counted(text, knowledge, outcome="killed"):
    claims = extract(Item(id="x", text=text, lang="en"), knowledge).claims
    counts = [count for claim in claims for count in claim.counts if count.outcome == outcome]
    return [(count.low, count.group) for count in counts if count.part_of is None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two members of the outlawed Orda Brigade were killed in a clash in Sarmin.", [(2, "combatants")]),
        (
            "Five policemen escorting a passenger bus were killed after rebels ambushed their convoy.",
            [(5, "combatants")],
        ),
        ("A man wanted for several attacks was killed in a gunfight near Orda.", [(1, "men")]),
        ("A constable of 24 Battalion was killed in an ambush near Orda.", [(1, "combatants")]),
        ("A mother of three was killed in Orda.", [(1, "women")]),
        ("One of 24 soldiers was killed in Orda.", [(1, "combatants")]),
        ("A patrol of five soldiers was killed in Orda.", [(5, "combatants")]),
        ("Clashes in Orda left three soldiers and a teacher dead.", [(3, "combatants"), (1, "civilians")]),
        ("The blast left two policemen dead and six others injured.", [(2, "combatants")]),
        ("Gunmen shot two guards, killing them on the spot.", [(2, "unknown")]),
        ("Rebels attacked two villages, killing them.", []),
        ("Six Orda Front members were kidnapped and killed by bandits.", [(6, "unknown")]),
        ("An imam was shot in Orda. He was taken to a hospital and later pronounced dead.", [(1, "unknown")]),
        ("At least one civilian was reported dead in Orda.", [(1, "civilians")]),
        ("The president of the union was hacked to death by assailants in Orda.", [(1, "unknown")]),
        ("Armed men took a car in Orda and shot the driver dead.", [(1, "civilians")]),
        ("Gunmen assassinate an army colonel in Orda.", [(1, "combatants")]),
        ("The shelling killed an unknown number of herders.", [(None, "civilians")]),
        ("Two conscripts were hurt in a bomb attack executed against their lorry in Orda.", []),
        ("A peacekeeper was killed by unidentified assailants.", [(1, "combatants")]),
        ("A bystander was injured and later died in Sirte.", [(1, "civilians")]),
        ("A soldier was killed or wounded in Sirte.", [(None, "combatants")]),
        ("A student and a police personnel were killed in Sirte.", [(1, "civilians"), (1, "combatants")]),
        ("Three police personnel were killed in Sirte.", [(3, "combatants")]),
        (
            "In Orda, the clerk Adam Roe, son of Karl Roe, a resident of Sarmin in Kesa district, was shot dead.",
            [(1, "civilians")],
        ),
        ("A farmer committed suicide by hanging himself in Orda.", []),
    ],
)
def test_how_many_died(text, told, knowledge):
    assert counted(text, knowledge) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army retook the village, rescuing 16 hostages.", []),
        ("Ten hostages were freed in Orda.", []),
        ("Gunmen took ten hostages in Orda.", [(10, "unknown")]),
        ("Police arrested over a 100 activists in Orda.", [(100, "civilians")]),
    ],
)
def test_who_is_freed_is_held_no_longer(text, told, knowledge):
    assert counted(text, knowledge, "detained") == told

"""What happened and who did it in the short reports of police and local papers."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


@pytest.fixture(scope="module")
def knowledge():
    return load()


def told(text, knowledge):
    claims = extract(Item(id="x", text=text, lang="en"), knowledge).claims
    return sorted((c.event, [p.name for p in c.perpetrators], [p.name for p in c.targets]) for c in claims)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Clashes erupted in Sirte.", [("armed_clash", [], [])]),
        ("Fighting was reported in Sirte on Friday.", [("armed_clash", [], [])]),
        ("The government answered a proposal to stop fighting in Sirte.", []),
        (
            "A shootout has been reported between rebels and the army near Sirte.",
            [("armed_clash", ["rebels"], ["army"])],
        ),
        ("Members of two parties clashed.", [("armed_clash", ["Members of two parties"], [])]),
        ("The colours clashed.", []),
        ("Students said that union members attacked them.", [("attack", ["union members"], [])]),
        ("The militants often attack them.", []),
        (
            "Policemen gunned down two militants suspected of killing a judge.",
            [("killing", ["two militants"], ["judge"]), ("shooting", ["Policemen"], ["two militants"])],
        ),
        (
            "The army reported a raid on the Orda hotel, which is often used by diplomats.",
            [("raid", [], ["Orda hotel"])],
        ),
        (
            "Rebels raided the Orda hotel, which is often visited by diplomats.",
            [("raid", ["Rebels"], ["Orda hotel"])],
        ),
        (
            "Farmers in Sirte protested against the killing of a teacher by soldiers.",
            [("killing", ["soldiers"], ["teacher"]), ("protest", ["Farmers"], [])],
        ),
        (
            "Clashes have erupted between ferry owners and police in Sirte.",
            [("armed_clash", ["ferry owners"], ["police"])],
        ),
        ("Herdsmen and villagers clashed in Sirte.", [("armed_clash", ["Herdsmen", "villagers"], [])]),
        (
            "Three militants were killed in an encounter with soldiers in Sirte.",
            [("armed_clash", ["soldiers"], ["Three militants"])],
        ),
        ("The singer had an encounter with fans in Sirte.", []),
        ("A legal battle with the army goes on in Sirte.", []),
        ("The police fired tear gas shells at students in Sirte.", []),
        ("The Orda Front has punished villagers by shooting at a shop.", [("shooting", ["Orda Front"], ["shop"])]),
        ("Gunmen stopped a bus before opening fire on the passengers.", [("shooting", ["Gunmen"], ["passengers"])]),
        ("Militants hiding on the roadside detonated a bomb.", [("bombing", ["Militants"], [])]),
        (
            "A rocket attack targeting a mayor and his family killed two guards.",
            [("shelling", [], ["mayor", "two guards"])],
        ),
        ("The army is threatening to fire on whoever disobeys.", [("statement", [], []), ("threat", ["army"], [])]),
        ("Two communities clashed over a road in Sirte.", [("armed_clash", [], [])]),
        ("Two colours clashed.", []),
        ("The OPN and Orda Armed Forces clashed.", [("armed_clash", ["OPN", "Orda Armed Forces"], [])]),
        ("The army and rebels exchanged heavy fire.", [("armed_clash", ["army", "rebels"], [])]),
        ("A man was hurt in a clash over occupying a quarry in Sirte.", [("armed_clash", [], ["man"])]),
        (
            "Students staged a protest in Sirte. They also attacked a reporter.",
            [("attack", ["Students"], ["reporter"]), ("protest", ["Students"], [])],
        ),
        (
            "Villagers protested against the killing of a teacher by soldiers. They burned a car.",
            [("arson", ["Villagers"], ["car"]), ("killing", ["soldiers"], ["teacher"]), ("protest", ["Villagers"], [])],
        ),
        (
            "Rebels shelled the village. They killed two farmers.",
            [("shelling", ["Rebels"], ["two farmers"]), ("shelling", ["Rebels"], ["village"])],
        ),
        ("Rioters set fire on a bus in Sirte.", [("arson", ["Rioters"], ["bus"])]),
        ("Stones were pelted at policemen in Sirte.", [("attack", [], ["policemen"])]),
        ("Eight men were killed in a police encounter in Sirte.", [("armed_clash", ["police"], ["Eight men"])]),
        (
            "Members of the union were arrested for enforcing a strike by disrupting traffic and asking shopkeepers.",
            [("detention", [], ["Members of the union"])],
        ),
        ("A farmer was killed by visiting soldiers in Sirte.", [("killing", ["visiting soldiers"], ["farmer"])]),
        ("Riots surrounding student elections shook Sirte.", [("protest", [], [])]),
        ("A crew managed to shoot video footage of the village.", []),
    ],
)
def test_what_happened_and_who_did_it(text, events, knowledge):
    assert told(text, knowledge) == events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked a police station in Kesa district of Aleppo province.", "Kesa district"),
        ("A patrol was in Kesa, Aleppo when it came under fire.", "Kesa"),
        ("Rebels shelled the Ukrainian city of Kramatorsk.", "Kramatorsk"),
        ("Rebels shelled the Syrian province of Aleppo.", "Aleppo"),
    ],
)
def test_where_it_was(text, place, knowledge):
    claims = extract(Item(id="x", text=text, lang="en"), knowledge).claims
    assert [claim.where.text for claim in claims if claim.where is not None] == [place]

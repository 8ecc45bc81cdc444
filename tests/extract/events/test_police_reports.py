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
        ("A crew managed to shoot video footage of the village.", []),
    ],
)
def test_what_happened_and_who_did_it(text, events, knowledge):
    assert told(text, knowledge) == events

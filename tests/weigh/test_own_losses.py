"""A party that tells of dead among its own forces, in a word that says nothing of who they were, tells of fighters."""

import pytest

from ascertain.model import Actor, ActorRelation, Claim, ClaimedCount, Incident, Item, Origin, Party, Span
from ascertain.weigh.evidence import gather
from ascertain.weigh.figures import figures_of

ACTORS = {
    "orda": Actor(id="orda", name="Orda", type="government", side="orda"),
    "orda.army": Actor(
        id="orda.army", name="Ordan Army", type="military", relations=(ActorRelation(kind="part_of", to="orda"),)
    ),
    "rebels": Actor(id="rebels", name="the rebels", type="armed_group", side="rebels"),
}


def counted(struck: Party, party: str | None) -> str | None:
    strike = Claim(
        id="claim-1", item="a", event="air_strike", quote=Span(start=0, end=4, text="text"), targets=(struck,)
    )
    dead = Claim(
        id="claim-2",
        item="a",
        event="air_strike",
        quote=Span(start=5, end=9, text="dead"),
        targets=(Party(name="of the martyrs"),),
        counts=(ClaimedCount(outcome="killed", group="unknown", rule="indefinite", start=5, end=9),),
    )
    origin = Origin(id="o", name="Orda", items=("a",), claims=("claim-1", "claim-2"), party=party)
    incident = Incident(id="i", title="t", event="air_strike", items=("a",))
    evidence = gather(incident, [strike, dead], {"a": Item(id="a", text="text dead")}, [origin], [], ACTORS)
    [figure] = figures_of(evidence)
    return figure.group


ARMY = Party(name="Ordan Army", id="orda.army", type="military")


@pytest.mark.parametrize(
    ("struck", "party", "group"),
    [
        pytest.param(ARMY, "orda", "combatants", id="its own army"),
        pytest.param(ARMY, None, "unknown", id="somebody else's word"),
        pytest.param(Party(name="rebels", id="rebels", type="armed_group"), "orda", "unknown", id="others' fighters"),
        pytest.param(Party(name="civilians", id="civilians", type="civilians"), "orda", "unknown", id="its civilians"),
    ],
)
def test_a_party_counts_its_own_fighters_dead(struck, party, group):
    assert counted(struck, party) == group

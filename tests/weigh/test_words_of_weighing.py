"""What weighing says in words: sides by the name that was given, and silences that an undated report states."""

from ascertain.model import Actor, ActorRelation, Claim, Incident, Item, Origin, Party, PartySupport, Span
from ascertain.weigh.contradictions import contradictions_in
from ascertain.weigh.evidence import Evidence, gather
from ascertain.weigh.questions import questions_on
from ascertain.weigh.responsibility import responsibility
from ascertain.weigh.silences import silences_in

WING = ActorRelation(kind="part_of", to="orda")
ACTORS = {
    "orda": Actor(id="orda", name="Orda", type="government"),
    "orda.brigade": Actor(id="orda.brigade", name="Marsh Brigade", type="armed_group", relations=(WING,)),
    "vale": Actor(id="vale", name="Vale", type="government"),
}


def claim(number: int, event: str = "attack", polarity: str = "asserted", **fields: object) -> Claim:
    quote = Span(start=0, end=4, text="text")
    return Claim(id=f"c{number}", item=f"i{number}", event=event, quote=quote, polarity=polarity, **fields)  # type: ignore[arg-type]


def evidence(*claims: Claim, **incident: object) -> Evidence:
    items = {one.item: Item(id=one.item, text="text") for one in claims}
    origins = [Origin(id=one.id, name=one.id, items=(one.item,), claims=(one.id,)) for one in claims]
    about = Incident(id="i", title="t", event="attack", items=tuple(items), **incident)  # type: ignore[arg-type]
    return gather(about, claims, items, origins, [], ACTORS)


BRIGADE = Party(name="the brigade", id="orda.brigade", type="armed_group")
VALE = Party(name="Vale", id="vale", type="government")


def test_a_side_goes_by_the_one_party_of_it_that_is_named() -> None:
    found = evidence(claim(1, perpetrators=(BRIGADE,)), claim(2, perpetrators=(VALE,)))
    [rivals] = contradictions_in(found, ())
    assert rivals.about == "who did it: Marsh Brigade or Vale"
    asked = [question.text for question in questions_on(found, [rivals], found.incident, ())]
    assert "Who did it? Marsh Brigade or Vale." in asked
    named = PartySupport(id="orda.brigade", name="Marsh Brigade", head="orda", head_name="Orda", support=1)
    alone = evidence(claim(1, perpetrators=(BRIGADE,)), perpetrators=(named,))
    assert any(reason.startswith("Marsh Brigade is named") for reason in responsibility(alone).because)


def test_an_undated_report_states_a_silence_too() -> None:
    [silence] = silences_in(evidence(claim(1, "statement", "denied", perpetrators=(VALE,))))
    assert (silence.party, silence.as_of) == ("vale", "")

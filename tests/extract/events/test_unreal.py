"""What is meant, usual or told in general is no event; what was done, counted or dated is."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "The valley is home to bandits, who raid villages, looting and killing residents or kidnapping them.",
        "The militia massacres civilians.",
        "They came down from the hills to kill the mayor.",
        "Two men travelled to the capital to kidnap and murder the consul.",
        "The council wants to see an end to attacks on journalists.",
        "The province has seen a surge in militant attacks and kidnappings.",
        "He was extradited to be tried on charges of murder, kidnapping, robbery and arson.",
        "The government has intensified bombings and artillery attacks.",
        "The teachers began an indefinite strike over their salaries.",
        "The senator harshly attacked the president over the budget.",
        "The film was followed by an explosion of popular anger.",
        "The assailants fled into the forest with the cattle.",
        "The ambassador has arrived in the capital.",
        "We live in a country where there are dead and missing people.",
        "The thieves were travelling in a stolen vehicle.",
        "He condemned a regime which is bombing the civilian population in the cities.",
        "The government cannot control the squads that are murdering judges with impunity.",
        "The council must speak out and prevent the bombing of the villages.",
        "The mayor wants to end the shelling of the villages.",
        "The general had the wish to put a stop to raids and kidnappings of teachers in the area.",
    ],
)
def test_no_event_is_read_where_none_is_told(text: str, told: Told) -> None:
    assert [claim.event for claim in told(text)] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army used helicopters to bomb the village of Sarun.", "air_strike"),
        ("The gunmen went on to kill four shepherds.", "shooting"),
        ("The troops started to attack the garrison of Orda at dawn.", "attack"),
        ("Rebels kill farmer near Orda", "killing"),
        ("A wave of attacks on Monday destroyed two depots.", "attack"),
        ("The bandits, who raid villages, killed three men on Monday.", "raid"),
        ("The governor condemned the murder of a judge.", "killing"),
        ("A column of the militia moved into Orda on Sunday.", "movement"),
        ("An explosion in Orda damaged the market.", "explosion"),
        ("The patrol was ambushed near Orda.", "attack"),
        ("Jets that are bombing Orda killed four people on Monday.", "air_strike"),
        ("Gunmen are attacking residents in Orda.", "shooting"),
        ("Police stopped the attack on the bank.", "attack"),
        ("The truce ended the bombing of Orda.", "bombing"),
    ],
)
def test_what_was_done_is_read(text: str, event: str, told: Told) -> None:
    assert event in {claim.event for claim in told(text)}


def test_a_patrol_acts_and_is_no_movement(told: Told) -> None:
    claims = told("An army patrol killed three shepherds near Orda.")
    assert [(claim.event, [party.name for party in claim.perpetrators]) for claim in claims] == [
        ("killing", ["army patrol"])
    ]


def test_a_denial_of_what_is_done_as_a_rule_is_a_denial(told: Told) -> None:
    claims = told("The ministry denied that it bombs schools.")
    assert [claim.polarity for claim in claims] == ["denied"]


def test_who_was_tried_to_be_killed_need_not_be_dead(told: Told) -> None:
    claims = told("Gunmen attempted to kill the mayor of Orda on Monday.")
    assert claims and not any(claim.counts for claim in claims)


@pytest.mark.parametrize(
    "text",
    (
        "The militia got the green light for attacks on Orda.",
        "The troops waited for authorisation for an air strike on Orda.",
        "سمحت الحكومة للطيران المسير باستهداف قيادات المعارضة حتى نهاية الشهر.",
        "أعطت روسيا الضوء الأخضر لتركيا لقصف مدينة حمص.",
        "حصل الجيش على ضوء أخضر باستهداف مواقع المسلحين.",
        "وافق البرلمان على شن ضربات جوية على مدينة حمص.",
    ),
)
def test_what_is_allowed_has_not_been_done(text: str, told: Told) -> None:
    assert not [claim for claim in told(text) if claim.mood == "actual"]


@pytest.mark.parametrize(
    "text",
    (
        "The army shelled Orda after permission was given by the council.",
        "قصفت تركيا مدينة حمص بضوء أخضر روسي.",
        "سمحت السلطات بدخول فرق الإنقاذ إلى موقع القصف الذي قتل 5 مدنيين في مدينة حمص.",
        "قتل 5 مدنيين بقصف على مدينة حمص بعد أن سمحت تركيا للطيران بالتحليق.",
    ),
)
def test_what_was_done_with_leave_or_before_it_was_done(text: str, told: Told) -> None:
    assert [claim.mood for claim in told(text)] == ["actual"]

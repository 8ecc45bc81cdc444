"""What is executed and is no killing, and headlines without an auxiliary."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge
from ascertain.model import Claim


def told(text: str, knowledge: Knowledge) -> list[Claim]:
    return [claim for claim in extract_text(text, knowledge=knowledge).claims if claim.event != "statement"]


def test_executing_air_strikes_is_no_execution(knowledge: Knowledge) -> None:
    [claim] = told("Fighter jets of the army executed four airstrikes on a forest near Orda.", knowledge)
    assert (claim.event, [party.name for party in claim.perpetrators]) == ("air_strike", ["Fighter jets of the army"])
    assert claim.counts == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army executed an operation in Orda.",
        "The plan was executed on Monday.",
        "US forces eliminated a threat in a drone strike on a vehicle in Aleppo.",
        "The strike in Aleppo killed the deal between the two sides.",
    ],
)
def test_executing_a_plan_kills_nobody(text: str, knowledge: Knowledge) -> None:
    assert not any(count.outcome == "killed" for claim in told(text, knowledge) for count in claim.counts)


@pytest.mark.parametrize(
    ("text", "killed"), [("Gunmen executed five farmers in Orda.", 5), ("Three men were executed in Orda.", 3)]
)
def test_executing_people_is(text: str, killed: int, knowledge: Knowledge) -> None:
    [claim] = told(text, knowledge)
    assert (claim.event, [count.low for count in claim.counts]) == ("execution", [killed])


def test_who_is_killed_in_a_headline_killed_nobody(knowledge: Knowledge) -> None:
    [claim] = told("Rebels killed in clashes with the army near Orda.", knowledge)
    assert [party.name for party in claim.perpetrators] == ["army"]
    assert [party.name for party in claim.targets] == ["Rebels"]
    [claim] = told("Rebels kill three soldiers near Orda.", knowledge)
    assert [party.name for party in claim.perpetrators] == ["Rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "Police found a car bomb in Aleppo.",
        "Experts defused a roadside bomb in Aleppo.",
        "A car bomb was found in Aleppo.",
        "ضبطت القوات سيارة مفخخة معدة للتفجير في حلب.",
        "فكك خبراء المتفجرات عبوة ناسفة في حلب.",
        "عثرت الشرطة على عبوة ناسفة في سوق حلب.",
        "لديهم معلومات عن نية جهات إدخال سيارة مفخخة إلى حلب.",
    ],
)
def test_a_bomb_that_is_found_or_defused_did_not_go_off(text: str, knowledge: Knowledge) -> None:
    assert told(text, knowledge) == []


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded in Aleppo.",
        "Police found two bodies after a car bomb in Aleppo.",
        "A roadside bomb found by a patrol exploded and wounded two soldiers in Aleppo.",
        "انفجرت سيارة مفخخة في مدينة حلب.",
        "قتل جنديان بعبوة ناسفة في حلب.",
    ],
)
def test_a_bomb_that_went_off_is_a_bombing(text: str, knowledge: Knowledge) -> None:
    assert {claim.event for claim in told(text, knowledge)} == {"bombing"}

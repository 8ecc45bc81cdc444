"""What is denied, and what is only said to happen time and again."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def violent(text: str, knowledge: Knowledge) -> list[Claim]:
    claims = extract(Item(id="x", text=text), knowledge).claims
    return [claim for claim in claims if claim.event != "statement"]


DENIED = [
    "The army did not conduct an air strike in Orda on Monday, a spokesman said.",
    "The coalition carried out no air strikes in Orda on Monday.",
    "The navy has not launched any missile strike on Orda.",
    "The army carried out an inspection and did not conduct an air strike in Orda.",
    "لم ينفذ الطيران غارة على مدينة حلب يوم الاثنين.",
]


@pytest.mark.parametrize("text", DENIED)
def test_who_did_not_carry_out_a_strike_denies_it(text: str, knowledge: Knowledge) -> None:
    assert [claim.polarity for claim in violent(text, knowledge)] == ["denied"]


def test_a_strike_carried_out_after_a_denial_is_asserted(knowledge: Knowledge) -> None:
    claims = violent("The army conducted an air strike in Orda, and did not comment.", knowledge)
    assert [claim.polarity for claim in claims] == ["asserted"]


HABITS = [
    "The group often targets busy junctions of Mogadishu.",
    "Militants frequently attack checkpoints in Mogadishu.",
    "The coalition backs the government in a war that has killed some 10,000 people.",
]


@pytest.mark.parametrize("text", HABITS)
def test_what_happens_time_and_again_is_no_event(text: str, knowledge: Knowledge) -> None:
    assert violent(text, knowledge) == []

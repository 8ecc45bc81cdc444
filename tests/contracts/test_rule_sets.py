"""What every rule set must do, whoever wrote it."""

import json
from typing import Any

import msgspec
import pytest

from ascertain.model import Assessment, Claim, ClaimedCount, Incident, Item, Origin, Party, PartySupport, Span
from ascertain.plugins import find
from ascertain.weigh.icd203 import check_sentence

RULE_SETS = find("ascertain.weigh.rule_sets", "rule_set")
NORTH = Party(name="North", id="north", type="military")


def claim(key: str, *counts: ClaimedCount, **fields: Any) -> Claim:
    given = {"event": "air_strike", "perpetrators": (NORTH,), "quote": Span(start=0, end=4, text="text")} | fields
    return Claim(id=key, item=f"item-{key}", counts=counts, **given)


def killed(low: float | None, **fields: Any) -> ClaimedCount:
    return ClaimedCount(outcome="killed", low=low, start=0, end=4, **fields)


CASES = {
    "nothing is said": [],
    "no figures": [claim("a")],
    "one figure": [claim("a", killed(3, group="civilians"))],
    "two that differ": [claim("a", killed(3, group="civilians")), claim("b", killed(9, group="civilians"))],
    "words only": [claim("a", killed(None, rule="dozens", group="civilians"))],
    "fighters": [claim("a", killed(3, group="combatants"))],
    "denied": [claim("a", killed(3)), claim("b", polarity="denied")],
    "things": [claim("a", ClaimedCount(outcome="destroyed", item="tank", low=2, start=0, end=4))],
    "nobody named": [claim("a", killed(1), perpetrators=())],
    "a statement": [claim("a", event="statement")],
    "a type from elsewhere": [claim("a", killed(1), event="none_such")],
}


def assessed(rule_set: Any, claims: list[Claim]) -> Assessment:
    items = {one.item: Item(id=one.item, text="text", source=one.item) for one in claims}
    origins = [Origin(id=f"origin-{one.id}", name=one.id, items=(one.item,), claims=(one.id,)) for one in claims]
    parties = (PartySupport(id="north", name="North", type="military", support=len(claims)),)
    incident = Incident(
        id="incident-1", title="Air strike", event="air_strike", perpetrators=parties, items=tuple(items),
        claims=tuple(one.id for one in claims),
    )  # fmt: skip
    result = rule_set.assess(incident, claims, origins, items)
    assert isinstance(result, Assessment)
    return result


@pytest.fixture(params=RULE_SETS, ids=lambda rule_set: rule_set.name)
def rule_set(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_there_are_rule_sets_with_names_of_their_own() -> None:
    names = [one.name for one in RULE_SETS]
    assert {"airwars", "ucdp_ged", "acled", "admiralty"} <= set(names)
    assert len(set(names)) == len(names)


def test_it_cites_its_codebook(rule_set: Any) -> None:
    assert rule_set.title and len(rule_set.source) > 10


@pytest.mark.parametrize("case", CASES)
def test_it_answers_every_case_with_reasons(rule_set: Any, case: str) -> None:
    answer = assessed(rule_set, CASES[case])
    assert answer.rule_set == rule_set.name
    assert answer.because or answer.attribution_because


@pytest.mark.parametrize("case", CASES)
def test_its_numbers_are_claimed_or_nought(rule_set: Any, case: str) -> None:
    known = {one.id for one in CASES[case]}
    for one in assessed(rule_set, CASES[case]).counts:
        assert one.trace
        assert all(step.claim in known or not step.value for step in one.trace)
        if one.min is not None and one.max is not None:
            assert one.min <= one.max
            assert one.best is None or one.min <= one.best <= one.max


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_claims_makes_no_difference(rule_set: Any, case: str) -> None:
    there, back = (msgspec.json.encode(assessed(rule_set, order).counts) for order in (CASES[case], CASES[case][::-1]))
    assert there == back


@pytest.mark.parametrize("case", CASES)
def test_its_codes_can_be_written_as_json(rule_set: Any, case: str) -> None:
    codes = assessed(rule_set, CASES[case]).codes
    assert json.loads(json.dumps(codes, allow_nan=False)).keys() == codes.keys()


@pytest.mark.parametrize("case", CASES)
def test_it_never_mixes_confidence_and_likelihood(rule_set: Any, case: str) -> None:
    answer = assessed(rule_set, CASES[case])
    assert not [words for words in (*answer.because, *answer.attribution_because) if check_sentence(words)]

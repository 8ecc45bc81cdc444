"""Verbs in two parts about those they befall: "took two nurses hostage", "set a church on fire"."""

import pytest

from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def told(text: str, knowledge: Knowledge) -> list[Claim]:
    item = Item(id="wire", text=text, source="River Wire", published_at="2019-11-19T12:00:00+03:00")
    return [claim for claim in extract(item, knowledge).claims if claim.event != "statement"]


@pytest.mark.parametrize(
    ("text", "event", "doers", "targets", "counts"),
    [
        (
            "Gunmen stopped a bus near Orda and took 18 passengers hostage.",
            "abduction", ["Gunmen"], ["18 passengers"], [("detained", 18)],
        ),
        ("The rebels held 200 villagers captive.", "abduction", ["rebels"], ["200 villagers"], [("detained", 200)]),
        ("Militants set a church on fire in Orda.", "arson", ["Militants"], ["church"], []),
        ("The attackers beat the guard to death.", "killing", ["attackers"], ["guard"], [("killed", 1)]),
        (
            "The men set fire to cars, homes, a local market and burned crops.",
            "arson", ["men"], ["cars", "homes", "local market", "crops"], [],
        ),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(
    text: str, event: str, doers: list[str], targets: list[str], counts: list[tuple[str, int]], knowledge: Knowledge
) -> None:
    (claim,) = [claim for claim in told(text, knowledge) if claim.event == event]
    assert [party.name for party in claim.perpetrators] == doers
    assert [party.name for party in claim.targets] == targets
    assert [(count.outcome, count.low) for count in claim.counts] == counts


@pytest.mark.parametrize("text", ["The hostage was freed.", "Police spoke to a freed hostage."])
def test_the_second_part_alone_tells_nothing(text: str, knowledge: Knowledge) -> None:
    assert "abduction" not in {claim.event for claim in told(text, knowledge)}

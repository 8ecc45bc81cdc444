"""The sample case, held to what a good dossier says of it: facts, not a dump."""

from collections.abc import Iterator

import pytest

from ascertain.case.case import open_case
from ascertain.case.demo import make_sample
from ascertain.model import Incident, Range


@pytest.fixture(scope="module")
def incidents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Incident]]:
    folder = tmp_path_factory.mktemp("sample") / "al-tanf"
    make_sample(folder)
    case = open_case(folder)
    yield list(case.build().incidents)


def strike(incidents: list[Incident], day: str) -> Incident:
    [found] = [
        one for one in incidents if one.event == "air_strike" and one.when and (one.when.timex or "")[:10] == day
    ]
    return found


@pytest.fixture(scope="module")
def first(incidents: list[Incident]) -> Incident:
    return strike(incidents, "2017-05-18")


@pytest.fixture(scope="module")
def second(incidents: list[Incident]) -> Incident:
    return strike(incidents, "2017-06-06")


def counted(incident: Incident, outcome: str, of: str) -> Range:
    [found] = [one for one in incident.counts if one.outcome == outcome and of in (one.group, one.item)]
    return found


def left_out(incident: Incident, outcome: str, of: str) -> list[float | None]:
    return [step.value for step in counted(incident, outcome, of).trace if step.end == "left_out"]


def test_two_strikes_of_the_same_place_and_parties_are_linked_and_not_merged(first: Incident, second: Incident) -> None:
    assert {"alkhaleej-20170606", "step-20170606", "cjtfoir-20170606", "spokesman-20170607"} <= set(second.items)
    assert "step-20170606" in first.items
    assert second.id in {link.to for link in first.links}


def test_the_coalition_declares_the_first(first: Incident) -> None:
    assert first.attribution == "declared"
    assert first.perpetrators[0].id in {"coalition", "us"}


def test_killed_and_wounded_by_the_struck_side_and_a_monitor(first: Incident) -> None:
    killed = counted(first, "killed", "combatants")
    assert (killed.min, killed.max, killed.origins) == (6, 8, 2)
    wounded = counted(first, "injured", "combatants")
    assert (wounded.min, wounded.max, wounded.origins) == (3, 3, 1)
    origins = {claim: origin for origin in first.origins for claim in origin.claims}
    ends = [origins[step.claim] for step in killed.trace if step.end in ("min", "max") and step.claim]
    assert {end.party for end in ends} == {"sy.government", None}


def test_no_civilian_is_counted_and_one_partys_claim_is_shown(first: Incident) -> None:
    civilians = counted(first, "killed", "civilians")
    assert (civilians.min, civilians.max) == (0, 0)
    assert any("unsupported" in step.rule for step in civilians.trace if step.end == "left_out")


def test_tanks_are_one_or_two_and_the_later_four_is_left_out(first: Incident) -> None:
    tanks = counted(first, "destroyed", "tank")
    assert (tanks.min, tanks.max) == (1, 2)
    assert left_out(first, "destroyed", "tank") == [4]


def test_some_twenty_eight_items_go_back_to_nine_origins_at_most(first: Incident) -> None:
    assert len(first.items) >= 24
    assert len(first.origins) <= 9
    assert [origin.name for origin in first.beside] == ["Frontline Watch"]  # who was on the road, not who was hit
    coalition = {"centcom-20170518", "cjtfoir-20170518-1", "giglio-20170518"}
    [party] = [origin for origin in first.origins if coalition <= set(origin.items)]
    assert len(party.items) >= 9  # the officials whom four outlets quote as well, and what is forwarded


def test_one_side_gives_the_time(first: Incident) -> None:
    assert first.when is not None
    assert (first.when.start, first.when.precision) == ("2017-05-18T13:30:00Z", "minute")


def test_the_place_is_a_stretch_of_the_road(first: Incident) -> None:
    where = first.where
    assert where is not None and where.span_m is not None
    assert where.relation == "north_west_of" and where.name.casefold() == "al-tanf"
    assert where.span_m[0] == 27_000 and 60_000 <= where.span_m[1] <= 66_000
    assert where.along == "Damascus to Baghdad highway"


def test_the_zones_missing_date_is_an_open_question(first: Incident) -> None:
    assert any("when it was agreed" in question.text for question in first.questions)


def test_killed_in_the_second_is_unknown_and_the_sixty_a_misreading(second: Incident) -> None:
    killed = counted(second, "killed", "combatants")
    assert (killed.min, killed.max) == (None, None)
    assert any("misread" in step.rule and step.value == 60 for step in killed.trace)
    assert not any(one.group == "civilians" and one.max for one in second.counts)
    assert counted(second, "damaged", "tank").max == 1
    assert counted(second, "destroyed", "artillery").max == 2


def test_a_party_whose_spokesman_is_quoted_is_not_called_silent(first: Incident) -> None:
    assert "mat" not in {silence.party for silence in first.silences}


def test_the_vehicles_that_differ_are_told_with_their_range(first: Incident) -> None:
    assert "vehicle destroyed: 1 or 4–5" in {differing.about for differing in first.contradictions}

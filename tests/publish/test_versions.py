"""Versions and what changed between them."""

import msgspec
import pytest

from ascertain.model import Assessment, Dossier, PartySupport, Range, TraceStep, Version
from ascertain.publish.versions import diff, digest_of, next_version


def version_of(dossier: Dossier) -> Version:
    return Version(number=1, digest=digest_of(dossier.incidents), items=len(dossier.items), incidents=dossier.incidents)


def with_first(dossier: Dossier, **changes: object) -> Dossier:
    first = msgspec.structs.replace(dossier.incidents[0], **changes)
    return msgspec.structs.replace(dossier, incidents=(first, *dossier.incidents[1:]))


def test_nothing_changed_and_there_is_no_new_version(dossier: Dossier) -> None:
    same = msgspec.structs.replace(dossier, versions=(version_of(dossier),))
    assert diff(same.versions[0], same) == ()
    assert next_version(same) is None


def test_a_range_that_widens_says_so_with_the_reason_of_the_end_that_moved(dossier: Dossier) -> None:
    old = Range(
        outcome="killed", group="combatants", min=6, max=6, trace=(TraceStep(end="min", rule="r", because="old"),)
    )
    before = version_of(with_first(dossier, counts=(old, *dossier.incidents[0].counts[1:])))
    [change] = diff(before, dossier)
    assert (change.about, change.before, change.after) == ("killed combatants", "6", "6 to 8")
    assert change.because == "the Observatory counts eight, reported by Observatory of the East"


def test_a_grade_changes_for_a_reason_of_its_own(dossier: Dossier) -> None:
    own = Assessment(rule_set="airwars", attribution_because=("the army itself says that it did it",))
    changed = with_first(
        dossier, grade="weak", assessments=(own,), attribution="contested",
        because=("the army itself says that it did it", "claim claim-of-x-1: the harm rests on one origin"),
    )  # fmt: skip
    told = {change.about: change.because for change in diff(version_of(dossier), changed)}
    assert told["grade"] == "the harm rests on one origin"
    assert told["attribution"] == "the army itself says that it did it"


@pytest.mark.parametrize(
    ("field", "value", "about", "after"),
    [
        ("attribution", "contested", "attribution", "Contested"),
        ("grade", "weak", "grade", "Weak"),
        ("title", "Another title", "title", "Another title"),
        ("where", None, "where", "—"),
        ("perpetrators", (), "perpetrators", "—"),
        ("silences", (), "silences", "—"),
        ("questions", (), "questions", "0"),
        ("counts", (), "killed combatants", "—"),
    ],
)
def test_every_fact_that_changes_is_told(dossier: Dossier, field: str, value: object, about: str, after: str) -> None:
    changes = {change.about: change for change in diff(version_of(dossier), with_first(dossier, **{field: value}))}
    assert changes[about].after == after


def test_an_incident_is_known_again_by_its_claims(dossier: Dossier) -> None:
    moved = with_first(dossier, id="incident-moved", claims=dossier.incidents[0].claims[:-1])
    assert [change.about for change in diff(version_of(dossier), moved)] == []


def test_incidents_come_and_go(dossier: Dossier) -> None:
    fewer = msgspec.structs.replace(dossier, incidents=dossier.incidents[:1])
    assert [(c.before, c.after) for c in diff(version_of(fewer), dossier)] == [("—", dossier.incidents[1].title)]
    assert [(c.before, c.after) for c in diff(version_of(dossier), fewer)] == [(dossier.incidents[1].title, "—")]


def test_numbers_go_on(dossier: Dossier) -> None:
    assert [version.number for version in dossier.versions] == [1, 2]


def test_only_parties_that_the_account_names_are_told_as_struck(dossier: Dossier) -> None:
    first = dossier.incidents[0]
    more = (*first.targets, PartySupport(id="column of several", name="column of several", support=1, known=False))
    assert [one.about for one in diff(version_of(dossier), with_first(dossier, targets=more))] == []


def test_a_report_that_goes_is_told(dossier: Dossier) -> None:
    first = dossier.incidents[0]
    fewer = with_first(dossier, items=first.items[:-1], origins=first.origins[:-1])
    told = {change.about: change.because for change in diff(version_of(dossier), fewer)}
    assert told["origins"] == "1 report fewer"

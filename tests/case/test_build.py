"""Build: nothing lost, nothing done twice, the same bytes whatever the order, zone, locale or hash seed."""

import os
import subprocess
import sys

import pytest

from ascertain.case import open_case
from ascertain.model import Misused


def dossier_bytes(folder):
    root = folder / "dossier"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_in_is_out_plus_skipped(make_case):
    case = make_case()
    (case.folder / "reports" / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (case.folder / "reports" / "empty.txt").write_text("")
    built = case.build()
    collected = built.stages[0]
    assert (collected.taken, collected.given, collected.skipped) == (5, 3, 2)
    assert all(skipped.why and skipped.item for skipped in built.skipped)
    assert [row.stage for row in built.stages] == [
        "collect", "preserve", "extract", "resolve", "relate", "group", "weigh", "publish",
    ]  # fmt: skip


def test_a_second_build_reads_nothing_again_and_writes_the_same(make_case):
    case = make_case()
    case.build()
    before = dossier_bytes(case.folder)
    again = open_case(case.folder).build()
    assert [row.fresh for row in again.stages if row.stage in {"collect", "extract"}] == [0, 0]
    assert dossier_bytes(case.folder) == before


def test_one_more_report_is_all_that_is_read(make_case):
    case = make_case()
    case.build()
    (case.folder / "reports" / "third.txt").write_text(
        "Two people were injured in an explosion in Odesa on 7 May 2023."
    )
    again = open_case(case.folder).build()
    assert [row.fresh for row in again.stages if row.stage in {"collect", "extract"}] == [1, 1]


def test_the_database_is_derived(make_case):
    case = make_case()
    case.build()
    before = dossier_bytes(case.folder), (case.evidence / "case.db").read_bytes()
    (case.evidence / "case.db").unlink()
    open_case(case.folder).build()
    assert (dossier_bytes(case.folder), (case.evidence / "case.db").read_bytes()) == before


def test_evidence_stays_when_a_file_goes(make_case):
    case = make_case()
    case.build()
    before = dossier_bytes(case.folder)
    for file in (case.folder / "reports").iterdir():
        file.unlink()
    (case.evidence / "case.db").unlink()
    open_case(case.folder).build()
    assert dossier_bytes(case.folder) == before


@pytest.mark.parametrize(
    ("seed", "zone", "locale"), [("1", "UTC", "C"), ("77", "Asia/Tokyo", "C.UTF-8"), ("3", "America/Lima", "POSIX")]
)
def test_the_same_evidence_gives_the_same_bytes(make_case, tmp_path, seed, zone, locale):
    first, second = make_case("first"), make_case("second", reports={})
    first.build()
    for file in sorted((first.folder / "reports").iterdir(), reverse=seed != "1"):
        (second.folder / "reports" / file.name).write_bytes(file.read_bytes())
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": locale,
        "ASCERTAIN_KEYS": str(tmp_path / "k"),
    }
    subprocess.run([sys.executable, "-m", "ascertain", "build", str(second.folder)], env=environment, check=True)
    assert dossier_bytes(second.folder) == dossier_bytes(first.folder)


def test_an_item_is_left_out_by_decision_and_comes_back_when_that_is_withdrawn(make_case):
    case = make_case()
    case.build()
    item = open_case(case.folder).items()[0]
    decision = open_case(case.folder).decide("exclude", item.id, because="it is about another war")
    built = open_case(case.folder).build()
    assert any(skipped.item == item.id and "another war" in skipped.why for skipped in built.skipped)
    open_case(case.folder).decide("withdraw", decision.id, because="it was not")
    assert item.id in {kept.id for kept in (open_case(case.folder).build() and open_case(case.folder).items())}


def test_a_version_is_published_verified_and_compared(make_case):
    from ascertain.case.verifying import verify

    case = make_case()
    built = case.build()
    assert verify(case.folder).verdict.state == "intact"
    with pytest.raises(Misused, match="review"):
        open_case(case.folder).publish()
    for incident in built.incidents:
        open_case(case.folder).decide("review", incident.id, because="read by two of us")
    published = open_case(case.folder).publish()
    assert published.version == 1
    assert verify(case.folder / "dossier").verdict.state == "intact"
    page = case.folder / "dossier" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"<", b"< ", 1))
    assert verify(case.folder / "dossier").verdict.state == "broken"
    assert open_case(case.folder).changes() == (1, ())


def test_words_are_found_in_any_spelling(make_case):
    case = make_case()
    case.build()
    assert {hit.kind for hit in case.search("اريحا")} >= {"item"}
    assert case.search("nowhere at all") == []


@pytest.mark.parametrize("damage", ["gone", "longer"])
def test_sealed_bytes_that_are_gone_are_told(make_case, damage):
    case = make_case()
    case.build()
    sealed = next(path for path in sorted((case.evidence / "blobs").rglob("*")) if path.is_file())
    sealed.chmod(0o600)
    if damage == "gone":
        sealed.unlink()
    else:
        sealed.write_bytes(sealed.read_bytes() + b"x")
    built = open_case(case.folder).build()
    preserved = next(row for row in built.stages if row.stage == "preserve")
    assert preserved.skipped == 1 and preserved.taken == preserved.given + 1
    [told] = [one for one in built.skipped if one.stage == "preserve"]
    assert sealed.name[:8] in told.item and "verify" in told.remedy

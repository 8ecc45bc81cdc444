"""Moving house: a case moves by copying its folder, and opens in a newer version of the program."""

import contextlib
import os
import shutil
from pathlib import Path

import pytest

from ascertain.case import open_case
from ascertain.case.verifying import verify
from ascertain.integrity import Act
from ascertain.model import Item, Misused
from ascertain.preserve import decisions, sealed_captures
from ascertain.storage import Query, read_store
from ascertain.storage.schema import migrations

FIXTURES = sorted((Path(__file__).parent / "cases_by_version").iterdir())


def dossier_bytes(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "dossier").rglob("*"))
        if path.is_file()
    }


def test_a_case_moves_by_copying_its_folder(make_case, tmp_path, monkeypatch):
    case = make_case()
    case.build()
    decided = open_case(case.folder).decide("withhold", open_case(case.folder).items()[0].id, because="asked to")
    open_case(case.folder).build()
    before = dossier_bytes(case.folder)
    moved = tmp_path / "elsewhere" / "with other name"
    shutil.copytree(case.folder, moved)
    shutil.rmtree(case.folder)
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "other machine"))
    monkeypatch.setenv("ASCERTAIN_USER", "colleague")
    assert verify(moved).verdict.state == "intact"
    built = open_case(moved).build()
    assert sum(row.fresh for row in built.stages) == 0, "nothing is read again"
    assert dossier_bytes(moved) == before
    open_case(moved).decide("withdraw", decided.id, because="asked again")
    verdict = verify(moved).verdict
    assert verdict.state == "intact"
    assert len(verdict.keys) == 2, "the ledger shows that another key signs from here on"


def may_be_another() -> bool:
    """Return whether this is root where there are other users: in a namespace of its own there may be none."""
    users = Path("/proc/self/uid_map")
    return os.name != "nt" and os.geteuid() == 0 and (not users.exists() or int(users.read_text().split()[2]) > 65_534)


@pytest.mark.skipif(not may_be_another(), reason="only root can work as another user")
def test_another_user_goes_on_with_a_case_that_was_copied_to_them(make_case, monkeypatch):
    case = make_case()
    monkeypatch.setenv("ASCERTAIN_DATA", str(case.folder.parent / "none"))
    case.build()
    moved = Path(f"/tmp/ascertain-moved-{os.getpid()}")
    shutil.copytree(case.folder, moved / "case")
    monkeypatch.setenv("ASCERTAIN_KEYS", str(moved / "keys"))
    monkeypatch.setenv("ASCERTAIN_DATA", str(moved / "data"))
    verify(moved / "case")
    try:
        for path in (moved, *moved.rglob("*")):
            os.chown(path, 65534, 65534)
        child = os.fork()  # with all that is imported: Python itself may lie where no other user may read
        if not child:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            states = []
            with contextlib.suppress(BaseException):
                states = [verify(moved / "case").verdict.state, bool(open_case(moved / "case").build())]
                open_case(moved / "case").decide("withhold", "item-x", because="asked to")
                states.append(verify(moved / "case").verdict.state)
            os._exit(0 if states == ["intact", True, "intact"] else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert {path.stat().st_uid for path in (moved / "keys").iterdir()} == {65534}
        assert verify(moved / "case").verdict.state == "intact"
    finally:
        shutil.rmtree(moved)


def test_there_is_a_fixture_for_each_version():
    assert [path.name for path in FIXTURES] == [f"schema-{n}" for n in range(1, len(migrations()) + 1)]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_an_older_case_opens_and_goes_on(fixture, tmp_path):
    """A whole case as that version of the program left it, never to be written again."""
    shutil.copytree(fixture, tmp_path / "case")
    assert verify(tmp_path / "case").verdict.state == "intact"
    case = open_case(tmp_path / "case")
    assert len(sealed_captures(case.ledger)) == 3
    assert [decision.verb for decision in decisions(case.ledger)] == ["withhold", "withdraw"]
    built = case.build()
    assert sum(row.taken for row in built.stages if row.stage == "collect") == 3
    with read_store(case.evidence) as store:
        assert len(list(store.read(Query(stage="collect-item"), Item))) == 3
    assert verify(tmp_path / "case").verdict.state == "intact"


@pytest.mark.parametrize("action", ["found", "form"])
def test_an_older_program_refuses_a_newer_case_in_words(make_case, action):
    case = make_case()
    with pytest.MonkeyPatch.context() as newer:
        newer.setattr("ascertain.integrity.ledger_file.newer_form", lambda entry: None)
        newer.setattr("ascertain.integrity.walk.newer_form", lambda entry: None)
        if action == "found":
            newer.setattr("ascertain.integrity.ledger.FORMAT", 2)
        case.build()
        if action == "form":
            case.ledger.append([Act(action="form", by="desk", args={"format": 2})])
        assert verify(case.folder).verdict.state == "intact"
    before = (case.evidence / "ledger.jsonl").read_bytes()
    with pytest.raises(Misused, match=r"newer Ascertain.*form 2"):
        open_case(case.folder).build()
    assert (case.evidence / "ledger.jsonl").read_bytes() == before
    verdict = verify(case.folder).verdict
    assert verdict.state == "cannot_tell"
    assert "newer" in str(verdict)


def test_an_older_program_refuses_settings_that_it_does_not_know(make_case):
    case = make_case()
    path = case.folder / "case.toml"
    path.write_text(path.read_text() + "\n[publication.new]\nx = 1\n")
    with pytest.raises(Misused, match="unknown setting 'new'"):
        open_case(case.folder)

"""A whole case with its records on a PostgreSQL server: each command, and the very bytes that SQLite gives."""

import shutil
from pathlib import Path

import pytest

from ascertain.case import open_case
from ascertain.case.verifying import verify
from ascertain.storage import backup, read_store, restore
from ascertain.storage.postgres_server import SERVER, schema_of


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def both(make_case, server, monkeypatch):
    """The same case twice, one built on SQLite and one on the server, which is named from here on."""
    plain, other = make_case("plain"), make_case("other")
    plain.build()
    monkeypatch.setenv(SERVER, server)
    other.build()
    return open_case(plain.folder), open_case(other.folder)


def test_the_same_reports_give_the_same_case(both):
    plain, other = both
    assert contents(other.folder / "dossier") == contents(plain.folder / "dossier")
    assert (other.evidence / "case.db").read_bytes() == (plain.evidence / "case.db").read_bytes()
    with read_store(other.evidence) as reader:
        assert type(reader).__name__ == "PostgresReader"
    assert schema_of(plain.evidence) is None
    assert not (other.evidence / "case.work.server").exists()


def test_every_command_works(both, tmp_path, server):
    plain, other = both
    assert other.overview().incidents == plain.overview().incidents
    for incident in plain.overview().incidents:
        for id in (incident.id, *incident.claims, *incident.items):
            assert other.find(id) == plain.find(id)
    for words in ("market", "Kherson", "أريحا", '"five others"', "shell*", "بلدة"):
        assert other.search(words) == plain.search(words) != []
    (other.folder / "reports" / "third.txt").write_text("source: Hill Radio\n\nTwo people were injured in Kherson.\n")
    assert open_case(other.folder).build().stages[0].fresh == 1
    for one in open_case(other.folder).overview().incidents:
        open_case(other.folder).decide("review", one.id, because="read by two")
    assert open_case(other.folder).publish().version == 1
    assert verify(other.folder).verdict.state == "intact"
    assert verify(other.folder / "dossier").verdict.state == "intact"
    assert open_case(other.folder).changes()[0] == 1
    assert open_case(other.folder).replay(tmp_path / "replayed").same
    assert schema_of(tmp_path / "replayed" / ".ascertain") is None, "a case made to compare leaves nothing over there"
    backup(other.folder, tmp_path / "file")
    assert restore(tmp_path / "file", tmp_path / "again").state == "intact"
    assert contents(tmp_path / "again" / "dossier") == contents(other.folder / "dossier")
    assert open_case(tmp_path / "again").search("market") == open_case(other.folder).search("market")
    assert sum(row.fresh for row in open_case(tmp_path / "again").build().stages) == 0, "read from the server again"


def test_a_case_leaves_for_a_machine_without_a_server_and_comes_back(both, tmp_path, server, monkeypatch):
    _, other = both
    monkeypatch.delenv(SERVER)
    moved = tmp_path / "moved"
    shutil.copytree(other.folder, moved)
    assert verify(moved).verdict.state == "intact"
    (moved / "reports" / "third.txt").write_text("source: Hill Radio\n\nTwo people were injured in Kherson.\n")
    assert sum(row.fresh for row in open_case(moved).build().stages if row.stage == "extract") == 1
    shutil.rmtree(other.folder)
    shutil.move(moved, other.folder)
    monkeypatch.setenv(SERVER, server)
    case = open_case(other.folder)
    assert len(case.items()) == 4, "read from its own case.db, since the server's rows are older"
    before = contents(case.folder / "dossier")
    assert sum(row.fresh for row in case.build().stages if row.stage == "extract") == 0
    assert contents(case.folder / "dossier") == before
    with read_store(case.evidence) as reader:
        assert type(reader).__name__ == "PostgresReader"

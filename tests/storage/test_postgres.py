"""The store on a server: what it does when something is not as it should be. That it agrees with the others: D8."""

import builtins
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.postgres_server import PASSWORD

from ascertain.case.verifying import verify
from ascertain.integrity import KeyRing, Ledger
from ascertain.model import Broken, Item, Misused
from ascertain.storage import Query, backup, enter_build, open_store, read_store, restore
from ascertain.storage.postgres_checking import check_server
from ascertain.storage.postgres_server import SERVER, connect, in_our_words, schema_of


def fill(folder: Path, server: str, numbers: list[int]) -> str:
    """Build records into the case's folder; return the digest that was settled."""
    with open_store(folder, server=server) as store:
        with store.unit_of_work() as work:
            for n in numbers:
                work.put("extract", f"item-{n}", "key", {"n": n})
                work.index("item", f"item-{n}", f"قصف number {n}")
            work.keep_only("extract", [f"item-{n}" for n in numbers])
            work.unindex("item", [f"item-{n}" for n in numbers])
        return store.settle().digest


def held(folder: Path, server: str) -> list[str]:
    with read_store(folder, server=server) as reader:
        return list(reader.keys("extract"))


@contextmanager
def rows_of(folder: Path, server: str) -> Iterator["psycopg.Connection[Any]"]:
    """Give somebody else's connection, where the case's rows can be changed by hand."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"SET search_path = {schema_of(folder)}")
        yield connection


def test_readers_see_the_last_settled_state_while_a_build_goes_on(tmp_path: Path, server: str) -> None:
    fill(tmp_path, server, [1, 2])
    with open_store(tmp_path, server=server) as store:
        with store.unit_of_work() as work:
            work.drop("extract", ["item-1"])
            work.put("extract", "item-3", "key", {"n": 3})
            work.index("item", "item-3", "another word")
        assert list(store.keys("extract")) == ["item-2", "item-3"]
        with read_store(tmp_path, server=server) as reader:
            assert type(reader).__name__ == "PostgresReader"
            assert list(reader.keys("extract")) == ["item-1", "item-2"]
            assert reader.search("another") == []
            store.settle()
            assert list(reader.keys("extract")) == ["item-1", "item-2"], "one state as long as it is open"
    assert held(tmp_path, server) == ["item-2", "item-3"]


def test_a_unit_of_work_is_kept_whole_or_not_at_all(tmp_path: Path, server: str) -> None:
    with open_store(tmp_path, server=server) as store:
        with pytest.raises(ZeroDivisionError), store.unit_of_work() as work:
            work.put("extract", "item-2", "k", {})
            raise ZeroDivisionError
        assert store.keys("extract") == {}
        with store.unit_of_work() as work:
            work.put("extract", "half \ud83d"[:4], "k", Item(id="i", text="half \ud83d of a pair, \0 and \x01"))
        assert store.get("extract", "half", "k", Item) == Item(id="i", text="half \ud83d of a pair, \0 and \x01")


def test_commits_reach_the_disk_whatever_the_server_is_set_to(server: str) -> None:
    with psycopg.connect(server) as plain:
        assert plain.execute("SHOW synchronous_commit").fetchone() == ("off",)
    connection = connect(server)
    assert connection.execute("SHOW synchronous_commit").fetchone() == ("on",)
    connection.close()


def test_a_build_that_was_killed_goes_on_and_verification_says_so(tmp_path: Path, server: str) -> None:
    fill(tmp_path, server, [1])
    script = (
        "import os, signal, sys; from pathlib import Path; from ascertain.storage import open_store\n"
        "with open_store(Path(sys.argv[1])) as store:\n"
        "    with store.unit_of_work() as work:\n"
        "        work.put('extract', 'item-2', 'key', {'n': 2})\n"
        "    with store.unit_of_work() as work:\n"
        "        work.put('extract', 'item-3', 'key', {'n': 3})\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=False, env={**os.environ, SERVER: server}
    )
    assert killed.returncode == -signal.SIGKILL
    assert held(tmp_path, server) == ["item-1"]
    assert "a build has begun on the server" in str(check_server(tmp_path, server)[2])
    with open_store(tmp_path, server=server) as store:
        assert list(store.keys("extract")) == ["item-1", "item-2"]
        store.settle()
    assert held(tmp_path, server) == ["item-1", "item-2"]
    assert check_server(tmp_path, server) == ([], [], [])


def test_a_build_on_another_machine_waits(tmp_path: Path, server: str) -> None:
    """Two folders stand for two machines: their file systems share no lock, the server alone keeps them apart."""
    fill(tmp_path / "one", server, [1])
    shutil.copytree(tmp_path / "one", tmp_path / "other")
    script = (
        "import sys, time; from pathlib import Path; from ascertain.storage import open_store\n"
        "with open_store(Path(sys.argv[1])) as store:\n"
        "    print('begun', flush=True); time.sleep(1)\n"
        "    with store.unit_of_work() as work: work.put('extract', 'item-9', 'key', {})\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "one")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, SERVER: server}) as process:
        assert process.stdout and process.stdout.readline() == "begun\n"
        with open_store(tmp_path / "other", server=server) as store:
            assert "item-9" in store.keys("extract"), "it waited, and goes on with what the other had begun"


def test_rows_that_somebody_changed_are_found_and_not_built_on(tmp_path: Path, server: str) -> None:
    digest = fill(tmp_path, server, [1, 2, 3])
    whole = held(tmp_path, server)
    for change in (
        "UPDATE record SET content = '{\"n\":7}' WHERE id = 'item-2'",
        "DELETE FROM record WHERE id = 'item-2'",
        "INSERT INTO record VALUES ('extract', 'item-4', 'key', '{}')",
        "UPDATE searched SET folded = 'another' WHERE id = 'item-2'",
        "DELETE FROM searched WHERE id = 'item-2'",
        "UPDATE record SET key = 'other' WHERE id = 'item-2'",
    ):
        with rows_of(tmp_path, server) as connection:
            connection.execute(change)
        damages, doubts, _ = check_server(tmp_path, server)
        assert [damage.item.rpartition(" ")[2] for damage in damages] in (["item-2"], ["item-4"]), change
        assert doubts == []
        with open_store(tmp_path, server=server) as store:
            assert list(store.keys("extract")) == whole
            assert store.settle().digest == digest, change
        assert check_server(tmp_path, server) == ([], [], []), change
    with rows_of(tmp_path, server) as connection, pytest.raises(psycopg.errors.GeneratedAlways):
        connection.execute("UPDATE searched SET folded_words = '{}'")


def test_a_case_db_that_somebody_changed_is_not_built_on_either(tmp_path: Path, server: str) -> None:
    digest = fill(tmp_path, server, [1, 2])
    (tmp_path / "case.db").write_bytes((tmp_path / "case.db").read_bytes().replace(b'"n":2', b'"n":7'))
    with open_store(tmp_path, digest, server=server) as store:
        assert store.keys("extract") == {}
        assert store.search("number") == []


def test_the_answer_is_the_same_with_and_without_the_server_whoever_built(tmp_path: Path, server: str) -> None:
    fill(tmp_path, server, [1])
    assert held(tmp_path, "") == ["item-1"]
    fill(tmp_path, "", [1, 2])
    assert held(tmp_path, server) == ["item-1", "item-2"], "the server's are older: case.db is read"
    assert "another build" in check_server(tmp_path, server)[1][0].why
    with open_store(tmp_path, server=server) as store:
        assert list(store.keys("extract")) == ["item-1", "item-2"]
        assert [hit.id for hit in store.search("numb*")] == ["item-1", "item-2"]
    assert check_server(tmp_path, server)[1] == []


def test_two_copies_of_a_case_do_not_mix(tmp_path: Path, server: str) -> None:
    fill(tmp_path / "one", server, [1])
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    for _ in range(2):
        fill(tmp_path / "one", server, [1, 2])
        fill(tmp_path / "two", server, [3])
        assert (held(tmp_path / "one", server), held(tmp_path / "two", server)) == (["item-1", "item-2"], ["item-3"])


def test_a_schema_that_is_gone_is_made_again(tmp_path: Path, server: str) -> None:
    digest = fill(tmp_path, server, [1, 2])
    with rows_of(tmp_path, server) as connection:
        connection.execute(f"DROP SCHEMA {schema_of(tmp_path)} CASCADE")
    assert held(tmp_path, server) == ["item-1", "item-2"]
    assert check_server(tmp_path, server)[2] == ["the server holds nothing of this case"]
    with open_store(tmp_path, server=server) as store:
        assert list(store.keys("extract")) == ["item-1", "item-2"]
        assert store.settle().digest == digest
    assert check_server(tmp_path, server) == ([], [], [])


def test_a_newer_schema_is_refused_in_words(tmp_path: Path, server: str) -> None:
    fill(tmp_path, server, [1])
    with rows_of(tmp_path, server) as connection:
        connection.execute("UPDATE about SET version = 99")
    for opening in (open_store, read_store):
        with pytest.raises(Misused, match=r"newer Ascertain.*schema 99"), opening(tmp_path, server=server):
            pass
    assert "newer Ascertain" in check_server(tmp_path, server)[1][0].why
    with rows_of(tmp_path, server) as connection:
        assert connection.execute("SELECT version FROM about").fetchone() == (99,)


def test_a_word_longer_than_an_index_takes_is_found(tmp_path: Path, server: str) -> None:
    with open_store(tmp_path, server=server) as store:
        with store.unit_of_work() as work:
            work.index("item", "long", f"{'x' * 9_000} end")
            work.index("item", "other", f"{'x' * 8_999}y")
        for asked, found in (("x" * 9_000, ["long"]), (f'"{"x" * 9_000} end"', ["long"]), ("xx*", ["long", "other"])):
            assert sorted(hit.id for hit in store.search(asked)) == found


@pytest.mark.parametrize(
    ("change", "what", "remedy"),
    [
        (lambda address: address.replace(PASSWORD, "wrong-one"), "the server refuses", "Check user, password"),
        (lambda address: address.replace("/postgres?", "/nowhere?"), "the server refuses", "database"),
        (lambda address: address.replace(f":{PASSWORD}", ""), "wants a password", "~/.pgpass"),
        (lambda address: address + "-nobody-here", "no server answers", "Start it"),
        (lambda address: f"host=127.0.0.1 port=1 password={PASSWORD}", "no server answers", "Start it"),
        (lambda address: f"{PASSWORD} and more", "no connection string", "postgresql://USER@HOST/DATABASE"),
        (lambda address: f"postgresql://desk:{PASSWORD}@[::1/x", "no connection string", "postgresql://"),
    ],
)  # fmt: skip
def test_a_server_that_can_not_be_had_is_told_in_words_and_without_the_password(
    tmp_path: Path, server: str, change: Any, what: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    fill(tmp_path, "", [1])
    fill(tmp_path, server, [1])
    for opening in (open_store, read_store):
        with pytest.raises(Misused, match=what) as told, opening(tmp_path, server=change(server)):
            pass
        error: BaseException | None = told.value
        assert remedy in told.value.remedy
        while error is not None:  # nor in what a traceback would show
            assert PASSWORD not in str(error) and "wrong-one" not in str(error)
            error = None if error.__suppress_context__ else error.__context__
    assert what in str(check_server(tmp_path, change(server))[1][0])
    assert held(tmp_path, "") == ["item-1"], "the case itself needs no server"


def test_a_driver_that_is_missing_is_told(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *given: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "psycopg":
            raise ImportError(name)
        return real(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Misused, match="driver") as told, open_store(tmp_path, server=server):
        pass
    assert "pip install 'ascertain[postgres]'" in told.value.remedy


def test_rights_that_are_missing_and_a_connection_that_breaks_are_told(tmp_path: Path, server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE USER guest PASSWORD '{PASSWORD}'")
    with (
        pytest.raises(Misused, match="permission") as told,
        open_store(tmp_path, server=server.replace("desk:", "guest:")),
    ):
        pass
    assert "GRANT CREATE ON DATABASE" in told.value.remedy
    with (
        pytest.raises(Misused, match="went away") as told,
        open_store(tmp_path, server=server) as store,
        store.unit_of_work() as work,
    ):
        with psycopg.connect(server, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ascertain'")
        work.put("extract", "item-1", "key", {})
        list(store.keys("extract"))
    assert "goes on where it stopped" in told.value.remedy


def test_tables_that_are_not_ours_are_told(tmp_path: Path, server: str) -> None:
    fill(tmp_path, server, [1])
    with rows_of(tmp_path, server) as connection:
        connection.execute("DROP VIEW record_now")
    with pytest.raises(Broken, match="can't be used") as told, open_store(tmp_path, server=server) as store:
        store.keys("extract")
    assert "DROP SCHEMA case_" in told.value.remedy
    (tmp_path / "postgres-schema").write_text("case_x; DROP TABLE y\n")
    with pytest.raises(Misused, match="names no schema"), open_store(tmp_path, server=server):
        pass


def test_disks_that_are_full_over_there_are_told() -> None:
    from ascertain.model import Refused

    with pytest.raises(Refused, match="not stored"), in_our_words():
        raise psycopg.errors.DiskFull("no space left")


def test_a_backup_names_no_schema_and_a_restored_case_gets_its_own(
    tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case"
    ledger = Ledger(case / ".ascertain", KeyRing(tmp_path / "keys"), lambda: "2020-05-04T03:02:01Z")
    with open_store(case / ".ascertain", server=server) as store:
        with store.unit_of_work() as work:
            work.put("extract", "item-1", "key", {})
        assert verify(case).verdict.state != "broken"
        enter_build(ledger, store.settle(), by="desk")
    monkeypatch.setenv(SERVER, server)
    assert verify(case).verdict.state == "intact"
    backup(case, tmp_path / "file")
    assert restore(tmp_path / "file", tmp_path / "again").state == "intact"
    again = tmp_path / "again" / ".ascertain"
    assert schema_of(again) is None
    with read_store(again) as reader, open_store(again) as store:
        assert list(reader.read(Query(stage="extract"), dict)) == list(store.read(Query(stage="extract"), dict)) == [{}]
    assert schema_of(again) not in (None, schema_of(case / ".ascertain"))
    with rows_of(case / ".ascertain", server) as connection:
        connection.execute("UPDATE record SET content = '[]'")
    assert verify(case).verdict.state == "broken" and "extract item-1" in str(verify(case).verdict)
    monkeypatch.setenv(SERVER, server + "-not-here")
    assert verify(case).verdict.state == "cannot_tell"
    monkeypatch.delenv(SERVER)
    assert verify(case).verdict.state == "intact", "offline nobody's rows are looked at"

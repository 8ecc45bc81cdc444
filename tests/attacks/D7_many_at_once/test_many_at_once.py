"""D7: many users at once lose nothing: writers and readers in processes of their own, some killed; on either store."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.preserve import decisions, sealed_captures
from ascertain.storage import read_store
from ascertain.storage.postgres_server import SERVER

WRITERS, READERS, DOOMED = 8, 4, 3
OPERATIONS, OPERATIONS_LONG = 2_000, 100_000
WRITE = """
import random, sys, time
from pathlib import Path
from ascertain.integrity import Act, KeyRing, Ledger
from ascertain.model import Capture
from ascertain.preserve import decide, preserve
from ascertain.storage import BlobVault, enter_build, open_store

root, writer, count, fault = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
builds = 0.6 if fault == "no lock of builds" else 0.05
if fault == "no lock":
    from contextlib import nullcontext
    import ascertain.integrity.ledger
    ascertain.integrity.ledger.writing = lambda path: nullcontext()
elif fault == "no lock of builds":
    from contextlib import nullcontext
    from ascertain.storage import opening, postgres, postgres_server
    opening.writing = lambda path: nullcontext()
    def take(connection, schema):
        class Unlocked:
            execute = lambda self, statement, *given: (
                None if "advisory" in statement else connection.execute(statement, *given))
            transaction = connection.transaction
        postgres_server.take(Unlocked(), schema)
    postgres.take = take
evidence = root / "case/.ascertain"
clock = lambda: "2020-05-04T03:02:01Z"
ledger, vault = Ledger(evidence, KeyRing(root / "keys"), clock), BlobVault(evidence)
choice, done = random.Random(writer), 0
if fault:  # all begin at once: who has done before the next has started meets nobody
    (root / f"ready-{writer}").touch()
    until = time.monotonic() + 60
    while len(list(root.glob("ready-*"))) < int(sys.argv[5]) and time.monotonic() < until:
        time.sleep(0.001)
while done < count:
    kind, size = choice.random(), min(choice.randrange(1, 60), count - done)
    if kind >= 1 - builds:
        with open_store(evidence) as store:
            with store.unit_of_work() as work:
                work.put("extract", f"{writer}-{done}", "key", {"n": done})
                work.index("item", f"{writer}-{done}", f"record {done} of {writer}")
            enter_build(ledger, store.settle(), by=writer)
        made = [f"record-{writer}-{done}"]
    elif kind < 0.4:
        made = [decide(ledger, clock, verb="review", about=f"incident-{writer}-{done}", because="read", by=writer).id]
    elif kind < 0.7:
        named = [f"{writer}/{done + n}.txt" for n in range(size)]
        captures = [Capture(content=f"{name} words".encode(), name=name, media_type="text/plain", how="t")
                    for name in named]
        made = [sealed.name for sealed in preserve(captures, vault, ledger, by=writer).sealed]
    else:
        acts = [Act(action="note", by=writer, args={"n": done + n}) for n in range(size)]
        made = [f"note-{writer}-{entry.args['n']}" for entry in ledger.append(acts)]
    done += len(made)
    print("\\n".join(made), flush=True)
"""
READ = """
import sys, time
from pathlib import Path
from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.model import Misused
from ascertain.preserve import decisions, sealed_captures
from ascertain.storage import read_store

root, seen, rounds, kept, records = Path(sys.argv[1]), 0, 0, set(), set()
while not (root / "stop").exists():
    verdict = verify(root / "case")
    assert verdict.state != "broken", str(verdict)
    ledger = Ledger(root / "case/.ascertain", KeyRing(root / "keys"), lambda: "")
    now = len(decisions(ledger)) + len(sealed_captures(ledger))
    assert now >= seen, "something that was there is gone"
    try:
        with read_store(root / "case/.ascertain") as store:
            kept = set(store.keys("extract"))
            assert records <= kept and kept == set(store.keys("extract")), "records that were there are gone"
            assert len(store.search("record", limit=1_000_000)) == len(kept), "words and records are of two states"
    except Misused:  # nothing is built yet
        assert not records
    records = kept
    seen, rounds = now, rounds + 1
    time.sleep(float(sys.argv[2]))
print(rounds, flush=True)
"""


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The store that every process of the test works with."""
    if request.param == "postgres":
        monkeypatch.setenv(SERVER, request.getfixturevalue("server"))
    return str(request.param)


def ledger_of(root: Path) -> Ledger:
    return Ledger(root / "case/.ascertain", KeyRing(root / "keys"), lambda: "2020-05-04T03:02:01Z")


def begin(root: Path) -> None:
    KeyRing(root / "keys").current()
    (root / "case/.ascertain").mkdir(parents=True)


def held(root: Path) -> list[str]:
    """Return everything that the case holds, as writers say it."""
    ledger = ledger_of(root)
    kept = [decision.id for decision in decisions(ledger)] + [sealed.name for sealed in sealed_captures(ledger)]
    kept += [f"note-{entry.by}-{entry.args['n']}" for entry in ledger.entries(action="note")]
    with read_store(root / "case/.ascertain") as store:
        return kept + [f"record-{id}" for id in store.keys("extract")]


def test_nothing_acknowledged_is_lost_and_readers_see_no_damage(
    tmp_path: Path, store: str, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    operations, choice = (OPERATIONS_LONG if long_run else OPERATIONS), random.Random(8)
    each = operations // WRITERS
    begin(tmp_path)
    readers = [start(READ, str(tmp_path), "10" if long_run else "0.2") for _ in range(READERS)]
    writers = [start(WRITE, str(tmp_path), f"w{n}", str(each), "") for n in range(WRITERS + DOOMED)]
    for process in writers[WRITERS:]:
        time.sleep(1 + choice.random() * (20 if long_run else 2))
        os.kill(process.pid, signal.SIGKILL)
    answers = [process.communicate(timeout=7_200) for process in writers]
    (tmp_path / "stop").touch()
    rounds = [process.communicate(timeout=600) for process in readers]
    assert [process.returncode for process in (*writers[:WRITERS], *readers)] == [0] * (WRITERS + READERS), [
        error[-500:] for _, error in (*answers, *rounds) if error
    ]
    assert all(int(said) > 0 for said, _ in rounds)
    said = [answer.splitlines() for answer, _ in answers]
    assert all(len(one) == each for one in said[:WRITERS])
    kept = held(tmp_path)
    whole = {id for one in said[:WRITERS] for id in one}
    whole |= {id for answer, _ in answers[WRITERS:] for id in answer.split("\n")[:-1]}  # its last line may be torn
    assert whole <= set(kept)
    assert len(kept) == len(set(kept))
    for number, one in enumerate(said[:WRITERS]):
        for kind in ("note-", f"w{number}/", "decision-"):  # each writer's acts stand in its own order
            own = [id for id in one if id.startswith(kind)]
            among = set(own)
            assert [id for id in kept if id in among] == own
    assert verify(tmp_path / "case").state in ("intact", "cannot_tell"), "a killed writer may leave an unsigned line"
    record_property("promise", "D7")
    record_property("cases", WRITERS * each)


def test_control_writers_that_take_no_lock_lose_or_stop(tmp_path: Path) -> None:
    """The seeded fault: the ledger's lock does nothing. Something must be lost, damaged or refused."""
    begin(tmp_path)
    writers = [start(WRITE, str(tmp_path), f"w{n}", "150", "no lock", str(WRITERS)) for n in range(WRITERS)]
    answers = [process.communicate(timeout=600) for process in writers]
    whole = {id for answer, _ in answers for id in answer.split("\n")[:-1]}
    stopped = any(process.returncode for process in writers)
    harmed = stopped or verify(tmp_path / "case").state != "intact" or not whole <= set(held(tmp_path))
    assert harmed, "eight writers without a lock did no harm: the test above shows nothing"


def test_control_builds_that_take_no_lock_lose_or_stop(
    tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: neither the case's lock of builds nor the server's is taken."""
    monkeypatch.setenv(SERVER, server)
    begin(tmp_path)
    writers = [start(WRITE, str(tmp_path), f"w{n}", "150", "no lock of builds", str(WRITERS)) for n in range(WRITERS)]
    answers = [process.communicate(timeout=600) for process in writers]
    whole = {id for answer, _ in answers for id in answer.split("\n")[:-1]}
    stopped = any(process.returncode for process in writers)
    harmed = stopped or not whole <= set(held(tmp_path))
    assert harmed, "eight builds without a lock did no harm: the test above shows nothing of the store's own lock"

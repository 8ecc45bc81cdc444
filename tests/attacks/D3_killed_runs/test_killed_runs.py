"""D3: a killed run continues and ends the same; nothing that it acknowledged is lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import pytest

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.preserve import sealed_captures
from ascertain.storage import Query, read_store

KILLS, KILLS_LONG = 15, 500
CAPTURES, CAPTURES_LONG = 60, 1_000
RUNS_A_PARENT = 50  # runs that one parent forks; the next one has another seed of hashes
# A process that has everything imported and forks: each run is a process of its own, and starts at once. It is told
# where to work and what to write to, answers with the run's number, and how the run ended when that is asked for.
PARENT = """
import os, sys
from pathlib import Path
from ascertain.integrity import KeyRing, Ledger
from ascertain.model import Capture
from ascertain.preserve import preserve
from ascertain.storage import BlobVault, enter_build, key_of, open_store

def run(root, count, backwards):
    evidence = root / "case/.ascertain"
    ledger = Ledger(evidence, KeyRing(root / "keys"), lambda: "2020-05-04T03:02:01Z", tool="test 1")
    vault = BlobVault(evidence)
    captures = [Capture(content=f"report {n} ".encode() * 50, name=f"{n:04}.txt", media_type="text/plain", how="test")
                for n in (reversed(range(count)) if backwards else range(count))]
    with open_store(evidence) as store:
        for start in range(0, count, count // 12):
            batch = captures[start : start + count // 12]
            for sealed in preserve(batch, vault, ledger, by="desk").sealed:
                print("sealed", sealed.digest, flush=True)
            for capture in batch:
                if store.get("extract", capture.name, key_of(capture.content), dict) is None:
                    with store.unit_of_work() as work:
                        work.put("extract", capture.name, key_of(capture.content), {"words": capture.name})
                        work.index("item", capture.name, capture.content.decode())
                print("kept", capture.name, flush=True)
        enter_build(ledger, store.settle(), by="desk")
    print("done", flush=True)

for line in sys.stdin:
    root, said, count, backwards = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
        try:
            run(Path(root), int(count), backwards == "backwards")
            os._exit(0)
        finally:
            os._exit(1)
    print(child, flush=True)
    sys.stdin.readline()  # until then an ended run keeps its number, so that nobody else's process is killed for it
    print(os.waitpid(child, 0)[1], flush=True)
"""


def captures() -> int:
    return CAPTURES_LONG if os.environ.get("ASCERTAIN_ATTACKS") == "long" else CAPTURES


class Runs:
    """Starts runs, each in a process of its own; a context manager."""

    def __init__(self, said: Path) -> None:
        """Let runs write what they say to `said`."""
        self._said, self._started = said, 0
        self._parent: subprocess.Popen[str] | None = None

    def start(self, root: Path, *, backwards: bool = False) -> int:
        """Start a run and return its process's number."""
        if self._started % RUNS_A_PARENT == 0:
            self.close()
            environment = {**os.environ, "PYTHONHASHSEED": "random"}
            self._parent = subprocess.Popen(
                [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                env=environment,
            )  # fmt: skip
        self._started += 1
        self._said.unlink(missing_ok=True)
        self._tell(f"{root}\t{self._said}\t{captures()}\t{'backwards' if backwards else ''}\n")
        return int(self._answer())

    def end(self) -> tuple[int, list[str]]:
        """Wait for the run's end; return how it ended, as `waitpid` tells it, and the whole lines that it said."""
        self._tell("\n")
        status = int(self._answer())
        lines = self._said.read_text().split("\n")[:-1] if self._said.exists() else []
        return status, lines

    def close(self) -> None:
        """End the process that forks."""
        if self._parent is not None:
            self._parent.communicate(timeout=60)
            self._parent = None

    def __enter__(self) -> "Runs":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def _tell(self, line: str) -> None:
        assert self._parent is not None and self._parent.stdin is not None
        self._parent.stdin.write(line)
        self._parent.stdin.flush()

    def _answer(self) -> str:
        assert self._parent is not None and self._parent.stdout is not None
        return self._parent.stdout.readline()


def open_ledger(root: Path) -> Ledger:
    return Ledger(root / "case/.ascertain", KeyRing(root / "keys"), lambda: "2020-05-04T03:02:01Z", tool="test 1")


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    with Runs(tmp_path / "said") as started:
        yield started


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    root = tmp_path_factory.mktemp("undisturbed")
    with Runs(root / "said") as runs:
        runs.start(root)
        began = time.monotonic()
        status, said = runs.end()
    assert status == 0 and said[-1] == "done"
    return root, time.monotonic() - began


def test_a_killed_run_continues_and_ends_the_same(
    tmp_path: Path,
    undisturbed: tuple[Path, float],
    runs: Runs,
    long_run: bool,
    record_property: Callable[[str, object], None],
) -> None:
    """As many runs are killed as were asked for: one that came to its end before does not count."""
    whole, seconds = undisturbed
    expected_database = (whole / "case/.ascertain/case.db").read_bytes()
    expected_captures = sealed_captures(open_ledger(whole))
    choice, root, killed, ended = random.Random(6), tmp_path / "run", 0, 0
    while killed < (KILLS_LONG if long_run else KILLS):
        process = runs.start(root)
        time.sleep(choice.random() * seconds / 2)
        os.kill(process, signal.SIGKILL)
        status, said = runs.end()
        killed += status == signal.SIGKILL
        assert status in (0, signal.SIGKILL)
        state = verify(root / "case").state if (root / "case").exists() else "intact"
        assert state != "broken", str(verify(root / "case"))
        sealed = {one.digest for one in sealed_captures(open_ledger(root))} if (root / "case").exists() else set()
        assert {line.split()[1] for line in said if line.startswith("sealed")} <= sealed
        if "done" in said or choice.random() < 0.1:
            if "done" in said:
                ended += 1
                assert_same(root, expected_database, expected_captures)
            shutil.rmtree(root / "case", ignore_errors=True)
    runs.start(root)
    assert runs.end()[1][-1] == "done"
    assert_same(root, expected_database, expected_captures)
    record_property("promise", "D3")
    record_property("cases", killed)
    record_property("ended", ended + 1)


def assert_same(root: Path, database: bytes, sealed: object) -> None:
    """Say that a run which was killed before holds what one holds that was not, to the byte."""
    assert verify(root / "case").state == "intact"
    assert sealed_captures(open_ledger(root)) == sealed
    assert (root / "case/.ascertain/case.db").read_bytes() == database
    with read_store(root / "case/.ascertain") as store:
        assert len(list(store.read(Query(stage="extract"), dict))) == captures()


def test_control_a_run_that_seals_in_no_order_ends_otherwise(
    undisturbed: tuple[Path, float], runs: Runs, tmp_path: Path
) -> None:
    """The seeded fault: the same captures sealed in another order do not give the same sightings in order."""
    root = tmp_path / "run"
    runs.start(root, backwards=True)
    assert runs.end()[0] == 0
    assert sealed_captures(open_ledger(root)) != sealed_captures(open_ledger(undisturbed[0]))
    same = (undisturbed[0] / "case/.ascertain/case.db").read_bytes()
    assert (root / "case/.ascertain/case.db").read_bytes() == same, "the database does not depend on the order"

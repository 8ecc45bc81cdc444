"""D3: a killed run continues and ends the same; nothing that it acknowledged is lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.preserve import sealed_captures
from ascertain.storage import Query, read_store

KILLS, KILLS_LONG = 15, 500
CAPTURES, CAPTURES_LONG = 60, 1_000
RUN = """
import sys
from pathlib import Path
from ascertain.integrity import KeyRing, Ledger
from ascertain.model import Capture
from ascertain.preserve import preserve
from ascertain.storage import BlobVault, enter_build, key_of, open_store

root, count = Path(sys.argv[1]), int(sys.argv[2])
evidence = root / "case/.ascertain"
ledger = Ledger(evidence, KeyRing(root / "keys"), lambda: "2020-05-04T03:02:01Z", tool="test 1")
vault = BlobVault(evidence)
captures = [Capture(content=f"report {n} ".encode() * 50, name=f"{n:03}.txt", media_type="text/plain", how="test")
            for n in range(count)]
print("begun", flush=True)
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
"""


def captures() -> int:
    return CAPTURES_LONG if os.environ.get("ASCERTAIN_ATTACKS") == "long" else CAPTURES


def start(root: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONHASHSEED": "random"}
    command = [sys.executable, "-c", RUN, str(root), str(captures())]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def acknowledged_until_killed(root: Path, delay: float) -> list[str]:
    process = start(root)
    assert process.stdout is not None
    said = [process.stdout.readline().strip()]
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    said += [line.strip() for line in process.stdout.readlines() if line.endswith("\n")]
    process.wait()
    return said


def open_ledger(root: Path) -> Ledger:
    return Ledger(root / "case/.ascertain", KeyRing(root / "keys"), lambda: "2020-05-04T03:02:01Z", tool="test 1")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    root = tmp_path_factory.mktemp("undisturbed")
    process = start(root)
    assert process.stdout is not None
    process.stdout.readline()
    began = time.monotonic()
    process.communicate(timeout=900)
    assert process.returncode == 0
    return root, time.monotonic() - began


def test_a_killed_run_continues_and_ends_the_same(
    tmp_path: Path, undisturbed: tuple[Path, float], long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    whole, seconds = undisturbed
    expected_database = (whole / "case/.ascertain/case.db").read_bytes()
    expected_captures = sealed_captures(open_ledger(whole))
    choice, root, kills, restarts = random.Random(6), tmp_path / "run", KILLS_LONG if long_run else KILLS, 0
    for _ in range(kills):
        said = acknowledged_until_killed(root, choice.random() * seconds / 2)
        evidence = root / "case/.ascertain"
        state = verify(root / "case").state
        assert state != "broken", str(verify(root / "case"))
        sealed = {capture.digest for capture in sealed_captures(open_ledger(root))} if evidence.exists() else set()
        assert {line.split()[1] for line in said if line.startswith("sealed")} <= sealed
        if "done" in said or choice.random() < 0.1:
            restarts += 1
            shutil.rmtree(root / "case", ignore_errors=True)
    process = start(root)
    assert "done" in process.communicate(timeout=900)[0]
    assert verify(root / "case").state == "intact"
    assert sealed_captures(open_ledger(root)) == expected_captures
    assert (root / "case/.ascertain/case.db").read_bytes() == expected_database
    with read_store(root / "case/.ascertain") as store:
        assert len(list(store.read(Query(stage="extract"), dict))) == captures()
    record_property("promise", "D3")
    record_property("cases", kills)


def test_control_a_run_that_seals_in_no_order_ends_otherwise(undisturbed: tuple[Path, float], tmp_path: Path) -> None:
    """The seeded fault: the same captures sealed in another order do not give the same sightings in order."""
    root = tmp_path / "run"
    reverse = RUN.replace("for n in range(count)]", "for n in reversed(range(count))]")
    subprocess.run([sys.executable, "-c", reverse, str(root), str(captures())], check=True, stdout=subprocess.DEVNULL)
    assert sealed_captures(open_ledger(root)) != sealed_captures(open_ledger(undisturbed[0]))
    same = (undisturbed[0] / "case/.ascertain/case.db").read_bytes()
    assert (root / "case/.ascertain/case.db").read_bytes() == same, "the database does not depend on the order"

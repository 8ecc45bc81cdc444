"""D7: many users at once lose nothing: writers and readers in processes of their own, some of them killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.preserve import decisions

WRITERS, READERS = 4, 2
EACH, EACH_LONG = 25, 1_000
WRITE = """
import sys
from pathlib import Path
from ascertain.integrity import KeyRing, Ledger
from ascertain.preserve import decide

root, writer, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
clock = lambda: "2020-05-04T03:02:01Z"
ledger = Ledger(root / "case/.ascertain", KeyRing(root / "keys"), clock)
for n in range(count):
    made = decide(ledger, clock, verb="review", about=f"incident-{writer}-{n}", because="read", by=writer)
    print(made.id, flush=True)
"""
READ = """
import sys
from pathlib import Path
from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.preserve import decisions

root, seen = Path(sys.argv[1]), 0
while not (root / "stop").exists():
    verdict = verify(root / "case")
    assert verdict.state != "broken", str(verdict)
    ledger = Ledger(root / "case/.ascertain", KeyRing(root / "keys"), lambda: "")
    now = len(decisions(ledger))
    assert now >= seen, "a decision that was there is gone"
    seen = now
print("read", flush=True)
"""


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True)


def test_nothing_acknowledged_is_lost_and_readers_see_no_damage(
    tmp_path: Path, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    each, choice = (EACH_LONG if long_run else EACH), random.Random(8)
    KeyRing(tmp_path / "keys").current()
    (tmp_path / "case/.ascertain").mkdir(parents=True)
    readers = [start(READ, str(tmp_path)) for _ in range(READERS)]
    writers = [start(WRITE, str(tmp_path), f"w{n}", str(each)) for n in range(WRITERS + 2)]
    doomed = writers[WRITERS:]
    for process in doomed:
        time.sleep(choice.random())
        os.kill(process.pid, signal.SIGKILL)
    said = [process.communicate(timeout=300)[0].split() for process in writers]
    (tmp_path / "stop").touch()
    assert [process.communicate(timeout=60)[0].strip() for process in readers] == ["read"] * READERS
    ledger = Ledger(tmp_path / "case/.ascertain", KeyRing(tmp_path / "keys"), lambda: "2020-05-04T03:02:01Z")
    kept = [decision.id for decision in decisions(ledger)]
    assert [len(one) for one in said[:WRITERS]] == [each] * WRITERS
    whole = {id for one in said for id in one if len(id) == len(kept[0])}  # a killed writer's last line may be torn
    assert whole <= set(kept)
    assert len(kept) == len(set(kept))
    for one in said[:WRITERS]:
        assert [id for id in kept if id in set(one)] == one, "each writer's decisions stand in its own order"
    assert verify(tmp_path / "case").state in ("intact", "cannot_tell"), "a killed writer may leave an unsigned line"
    record_property("promise", "D7")
    record_property("cases", WRITERS * each)

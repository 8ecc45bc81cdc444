"""The cost of evidence that holds: sealing, verifying, entering and proving, beside warcio's and pymerkle's own speeds.

    python bench/evidence.py                            all of it, in about five minutes
    python bench/evidence.py --items 2000 --entries 100000
    python bench/evidence.py --pymerkle VENV/bin/python with pymerkle (GPL: never a dependency) from a place of its own
    python bench/evidence.py --write                    and write docs/evidence-speed.md

Processor time stands beside the clock's, because machines are shared: "a core" is bytes by processor time, the system's
own share included. Making a file may cost the system far more than all else (ext4 looks long for an inode where many
files were deleted within the last minutes), so that the bare system calls for the same files are measured too.
"""

import argparse
import io
import os
import platform
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from ascertain.integrity import Act, KeyRing, Ledger, verify
from ascertain.integrity.merkle import is_included, leaf_hash
from ascertain.model import Capture
from ascertain.preserve import preserve
from ascertain.storage import BlobVault

PAGE = Path(__file__).parent.parent / "docs/evidence-speed.md"
SIZE = 20_000
BATCH = 1_000
PROOFS = 300
PYMERKLE = """
import resource, sys, time
from pymerkle import InmemoryTree, verify_inclusion
from importlib.metadata import version

count, proofs = int(sys.argv[1]), 50
tree = InmemoryTree(algorithm="sha256")
begun = time.process_time()
for n in range(count):
    tree.append_entry(b"entry %d" % n)
seconds = time.process_time() - begun
begun = time.process_time()
for n in range(proofs):
    tree.prove_inclusion(1 + n * (count // proofs), count)
print(version("pymerkle"), count / seconds, (time.process_time() - begun) / proofs * 1000)
"""


@dataclass
class Spent:
    """Seconds by the clock, and of the processor for the program and for the system."""

    wall: float = 0.0
    user: float = 0.0
    system: float = 0.0

    @property
    def processor(self) -> float:
        return self.user + self.system


@contextmanager
def spending(whose: int = resource.RUSAGE_SELF) -> Iterator[Spent]:
    spent, before, begun = Spent(), resource.getrusage(whose), time.perf_counter()
    yield spent
    after = resource.getrusage(whose)
    spent.wall = time.perf_counter() - begun
    spent.user, spent.system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime


def best(repeats: int, work: Callable[[int], None]) -> Spent:
    """Return the cheapest of a few runs by processor time: what others do on the machine only ever adds."""
    found = []
    for number in range(repeats):
        with spending() as spent:
            work(number)
        found.append(spent)
    return min(found, key=lambda one: one.processor)


def clock() -> str:
    return "2020-05-04T03:02:01Z"


def captures(count: int) -> list[Capture]:
    choice = random.Random(1)
    return [
        Capture(content=choice.randbytes(SIZE), name=f"reports/{n}.html", media_type="text/html", how="bench")
        for n in range(count)
    ]


def bare_files(folder: Path, made: list[Capture]) -> None:
    """Write the same files with nothing but the system's calls: make, write, rename; no sync, no digest."""
    for n in range(256):
        (folder / f"{n:02x}").mkdir(parents=True)
    for n, capture in enumerate(made):
        name = f"{folder}/{n % 256:02x}/{n}"
        descriptor = os.open(f"{name}.part", os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(descriptor, capture.content)
        os.close(descriptor)
        os.rename(f"{name}.part", name)  # noqa: PTH104  # the bare call is what is measured


def warcio_writes(path: Path, made: list[Capture]) -> None:
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        for capture in made:
            writer.write_record(
                writer.create_warc_record(
                    f"https://example.org/{capture.name}", "resource", io.BytesIO(capture.content), SIZE, "text/html"
                )
            )
        file.flush()
        os.fsync(file.fileno())


def warcio_checks(path: Path) -> None:
    from warcio.checker import Checker

    with redirect_stdout(io.StringIO()):
        checker = Checker(type("Options", (), {"inputs": [str(path)], "verbose": False}))
        checker.process_one(str(path))
    assert not checker.exit_value


def sealing(folder: Path, items: int, repeats: int) -> list[tuple[str, str, Spent, str]]:
    made, megabytes = captures(items), items * SIZE / 1e6
    what = f"{items:,} items of {SIZE // 1000} kB"

    def rate(spent: Spent) -> str:
        own, clock = megabytes / max(spent.user, 0.01), megabytes / spent.wall
        return (
            f"{megabytes / spent.processor:.0f} MB/s a core ({own:.0f} by the program's part), {clock:.0f} by the clock"
        )

    def seal(number: int) -> None:
        evidence = folder / f"case{number}/.ascertain"
        preserve(made, BlobVault(evidence), Ledger(evidence, KeyRing(folder / "keys"), clock), by="bench")

    def check(number: int) -> None:
        assert verify(folder / "case0").state == "intact"

    rows = []
    for name, by, work in (
        ("the bare files, not synced", "the system's calls alone", lambda n: bare_files(folder / f"bare{n}", made)),
        (f"seal {what}", "ascertain", seal),
        (f"write {what}", f"warcio {version('warcio')}", lambda n: warcio_writes(folder / f"{n}.warc", made)),
        (f"verify {what}", "ascertain verify", check),
        (f"check {what}", f"warcio {version('warcio')} check", lambda n: warcio_checks(folder / "0.warc")),
    ):
        spent = best(repeats, work)
        rows.append((name, by, spent, rate(spent)))
    return rows


def entering(folder: Path, entries: int, pymerkle: str) -> list[tuple[str, str, Spent, str]]:
    evidence = folder / "log/.ascertain"
    ledger = Ledger(evidence, KeyRing(folder / "keys"), clock)
    with spending() as spent:
        for start in range(0, entries, BATCH):
            ledger.append([
                Act(action="note", by="bench", args={"n": n}) for n in range(start, min(entries, start + BATCH))
            ])  # fmt: skip
    rate = f"{entries / spent.wall:,.0f} entries/s by the clock, {entries / spent.processor:,.0f} a core"
    rows = [(f"append {entries:,} entries, {BATCH:,} a batch that is signed and synced", "ascertain", spent, rate)]
    checkpoint, choice, slowest = ledger.checkpoint, random.Random(2), 0.0
    assert checkpoint
    with spending() as spent:
        for _ in range(PROOFS):
            begun = time.perf_counter()
            n = choice.randrange(entries)
            proof = ledger.inclusion_proof(n, checkpoint.size)
            slowest = max(slowest, time.perf_counter() - begun)
            assert is_included(leaf_hash(ledger.entry(n).line), n, checkpoint.size, proof, checkpoint.root)
    rate = f"{1000 * spent.processor / PROOFS:.2f} ms each, checked; the slowest {1000 * slowest:.1f} ms by the clock"
    rows.append((f"prove {PROOFS} entries of {len(ledger):,}", "ascertain, from tiles on disk", spent, rate))
    with spending() as spent:
        again = Ledger(evidence, KeyRing(folder / "keys"), clock)
    rows.append((f"open a ledger of {len(again):,} entries", "ascertain", spent, f"{spent.processor:.1f} s"))
    if pymerkle:
        with spending(resource.RUSAGE_CHILDREN) as spent:
            done = subprocess.run([pymerkle, "-c", PYMERKLE, str(entries)], capture_output=True, text=True, check=True)
        release, appended, proved = done.stdout.split()
        by = f"pymerkle {release}, in memory, nothing signed or stored"
        rows.append(
            (
                f"append {entries:,} entries, and the proofs of the next row",
                by,
                spent,
                f"{float(appended):,.0f} entries/s a core",
            )
        )
        rows.append((f"prove an entry of {entries:,}", by, Spent(), f"{float(proved):.2f} ms each"))
    return rows


def table(rows: list[tuple[str, str, Spent, str]]) -> str:
    lines = ["| what | by | clock s | processor s (program + system) | rate |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {what} | {by} | {spent.wall:.2f} | {spent.processor:.2f} ({spent.user:.2f} + {spent.system:.2f}) | {rate} |"
        for what, by, spent, rate in rows
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where to work; a disk on which nothing was deleted lately")
    parser.add_argument("--pymerkle", default="", help="a Python in which pymerkle is installed")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(dir=given.folder))
    try:
        rows = sealing(folder, given.items, given.repeats) + entering(folder, given.entries, given.pymerkle)
    finally:
        shutil.rmtree(folder)
    load, each_us = os.getloadavg()[1], 1e6 * rows[0][2].system / given.items
    slow = (
        f"**Making a file took the system {each_us:.0f} µs here**, 20 to 40 on ext4 at rest: files were deleted on "
        "this disk within the last minutes, or others work on it. Read the program's part, or measure again.\n\n"
        if each_us > 100
        else ""
    )
    words = (
        "# The cost of evidence that holds\n\nWritten by `python bench/evidence.py --write`: change the bench, not "
        f"this page. Measured on {datetime.now(UTC):%d %B %Y} with Python {platform.python_version()} on "
        f"{os.cpu_count()} cores, load {load:.1f}; of {given.repeats} runs the cheapest. "
        "To reach: sealing and verifying at 100 MB/s a core; 5,000 entries a second in batches; a proof within 10 ms "
        "at a million entries.\n\n"
        "warcio writes one file and syncs it once; ascertain makes a file for each capture, each on the disk before it "
        "is acknowledged, and an entry that is signed. The first row is what the system itself takes for such "
        "files.\n\n" + slow
    )
    sys.stdout.write(words + table(rows))
    if given.write:
        PAGE.write_text(words + table(rows))


if __name__ == "__main__":
    main()

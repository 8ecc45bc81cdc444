"""D4: full disk, no memory, no descriptors, no longer file: refused, not damaged; with room the run ends the same."""

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.model import AscertainError, Capture
from ascertain.preserve import preserve
from ascertain.storage import BlobVault, backup, enter_build, key_of, open_store, restore

POINTS, POINTS_LONG = 20, 200
CAPTURES = [
    Capture(content=f"report {n} ".encode() * 400, name=f"{n:02}.txt", media_type="text/plain", how="test")
    for n in range(5)
]


@contextmanager
def limited(kind: int, limit: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(kind, (soft, hard))


def work_on(root: Path) -> None:
    """Seal, build, and back up."""
    evidence = root / "case/.ascertain"
    ledger = Ledger(evidence, KeyRing(root / "keys"), lambda: "2020-05-04T03:02:01Z")
    preserve(CAPTURES, BlobVault(evidence), ledger, by="desk")
    with open_store(evidence) as store:
        for capture in CAPTURES:
            if store.get("extract", capture.name, key_of(capture.content), dict) is None:
                with store.unit_of_work() as work:
                    work.put("extract", capture.name, key_of(capture.content), {"words": capture.content.decode()})
                    work.index("item", capture.name, capture.content.decode())
        enter_build(ledger, store.settle(), by="desk")
    backup(root / "case", root / "backup", overwrite=True)


@pytest.fixture
def free_descriptor() -> Iterator[int]:
    """Return the number of a descriptor with none free below it and none taken above."""
    highest = max(int(name) for name in os.listdir("/dev/fd"))  # noqa: PTH208  # names that are gone when looked at
    held = [os.open("/dev/null", os.O_RDONLY)]
    while held[-1] < highest:
        held.append(os.open("/dev/null", os.O_RDONLY))
    yield held[-1] + 1
    for descriptor in held:
        os.close(descriptor)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root = tmp_path_factory.mktemp("whole")
    work_on(root)
    return (root / "case/.ascertain/case.db").read_bytes()


@pytest.mark.parametrize("kind", ["file size", "descriptors"])
def test_refused_and_not_damaged(
    tmp_path: Path,
    expected: bytes,
    free_descriptor: int,
    kind: str,
    long_run: bool,
    record_property: Callable[[str, object], None],
) -> None:
    points, refused, lowest = (POINTS_LONG if long_run else POINTS), 0, free_descriptor
    for point in range(points):
        root = tmp_path / f"{point}"
        root.mkdir()
        if kind == "file size":
            limit = limited(resource.RLIMIT_FSIZE, 200 + point * len(expected) * 11 // (10 * points))
        else:
            limit = limited(resource.RLIMIT_NOFILE, lowest + point % 20)
        try:
            with limit:
                work_on(root)
        except AscertainError as error:
            assert error.remedy
            refused += 1
        assert verify(root / "case").state != "broken", str(verify(root / "case"))
        work_on(root)
        assert verify(root / "case").state == "intact"
        assert (root / "case/.ascertain/case.db").read_bytes() == expected
    assert restore(root / "backup", root / "again").state == "intact"
    assert 0 < refused < points, "some points refuse and some leave room"
    record_property("promise", "D4")
    record_property("cases", points)


def test_control_a_naive_writer_leaves_damage(tmp_path: Path) -> None:
    """The seeded fault: bytes written under their digest's name from the first on, and the room ends half way."""
    work_on(tmp_path)
    content = bytes(9_000)
    path = BlobVault(tmp_path / "case/.ascertain").path(hashlib.sha256(content).hexdigest())
    path.parent.mkdir(exist_ok=True)
    with limited(resource.RLIMIT_FSIZE, 4_000), pytest.raises(OSError, match="large"), path.open("wb", 0) as file:
        while content:
            content = content[file.write(content) :]
    assert verify(tmp_path / "case").state == "broken"


WORK = """
import errno, json, resource, subprocess, sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from test_no_room import work_on
from ascertain.integrity import verify
from ascertain.model import AscertainError
from ascertain.storage.sqlite import digest_file

kind, root, expected, points = sys.argv[2], Path(sys.argv[3]), sys.argv[4], json.loads(sys.argv[5])
told = []
for point in points:
    place = root / str(point)
    place.mkdir(exist_ok=kind == "after")
    if kind == "after":
        assert not (place / "case").exists() or verify(place / "case").state != "broken", str(verify(place / "case"))
    elif kind == "disk":
        mount = ["mount", "-t", "tmpfs", "-o"]
        subprocess.run([*mount, f"size={point}k", "none", place], check=True)
    else:
        used = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmData"))
        resource.setrlimit(resource.RLIMIT_DATA, ((used + point) * 1024, resource.RLIM_INFINITY))
    try:
        work_on(place)
        told.append("")
    except (AscertainError, MemoryError, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.ENOMEM:  # the system's own word for no memory
            raise
        told.append(str(error) or type(error).__name__)
    if kind == "disk":
        subprocess.run([*mount, "remount,size=100m", "none", place], check=True)
    elif kind == "memory":
        resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    state = verify(place / "case").state
    assert state != "broken", str(verify(place / "case"))
    work_on(place)
    assert verify(place / "case").state == "intact"
    assert digest_file(place / "case/.ascertain/case.db")[0] == expected
    if kind == "disk":
        subprocess.run(["umount", place], check=True)
print(json.dumps(told))
"""


@pytest.mark.parametrize("kind", ["disk", "memory"])
def test_a_full_disk_and_no_memory_are_refused_and_not_damaged(
    tmp_path: Path, expected: bytes, kind: str, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    """A disk of a few blocks more each time, and an allowance of memory that ends at another place each time."""
    count = POINTS_LONG if long_run else POINTS
    script = [sys.executable, "-c", WORK, str(Path(__file__).parent), kind, str(tmp_path)]
    script.append(hashlib.sha256(expected).hexdigest())
    if kind == "disk":
        if shutil.which("unshare") is None:
            pytest.skip("this system gives no mount namespaces")
        points = [[12 + 4 * (n * 60 // count) + n % 3 for n in range(count)]]
        script = ["unshare", "--map-root-user", "--mount", *script]
    else:  # a process each, because memory that was had once is kept by the allocator
        points = [[n * 6_000 // count] for n in range(count)]
    told: list[str] = []
    for some in points:
        done = subprocess.run([*script, json.dumps(sorted(set(some)))], capture_output=True, text=True, check=False)
        if kind == "memory" and done.returncode in (-signal.SIGABRT, -signal.SIGSEGV):
            # a compiled library gave up for us, or did not look whether it got its memory: as a kill would, so what is
            # there must be sound, and the next run ends the same
            again = [*script[:4], "after", *script[5:], json.dumps(some)]
            done = subprocess.run(again, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-1500:]
        told += json.loads(done.stdout)
    assert 0 < sum(map(bool, told)) < len(told), "some points refuse and some leave room"
    record_property("promise", "D4")
    record_property("cases", len(told))

"""D1: what ledger and vault acknowledged survives a power cut, and after the next run verification is not in doubt."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from ascertain.integrity import Act, Disk, KeyRing, Ledger, verify
from ascertain.model import Broken, Capture
from ascertain.preserve import preserve
from ascertain.storage import BlobVault

TRIALS, TRIALS_LONG, CONTROL_TRIALS = 250, 5_000, 120
Call = tuple[Any, ...]


def clock() -> str:
    return "2020-05-04T03:02:01Z"


class RecordingDisk(Disk):
    """Does what it is asked, on a real folder, and keeps a record."""

    def __init__(self, root: Path, lying: bool = False) -> None:
        self.root, self.lying = root, lying
        self.record: list[Call] = []
        self._open: dict[int, str] = {}

    def _name(self, path: Path | str) -> str:
        return os.path.relpath(path, self.root)

    def open(self, path: Path | str, flags: int, mode: int = 0o600) -> int:
        new = not Path(path).exists()
        descriptor = super().open(path, flags, mode)
        self._open[descriptor] = self._name(path)
        if new:
            self.record.append(("create", self._name(path)))
        elif flags & os.O_TRUNC:
            self.record.append(("truncate", self._name(path), 0))
        return descriptor

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        position = os.lseek(descriptor, 0, os.SEEK_CUR)
        taken = super().write(descriptor, bytes(content)[:700])
        self.record.append(("write", self._open[descriptor], position, bytes(content[:taken])))
        return taken

    def sync(self, descriptor: int) -> None:
        self.record.append(("sync", self._open[descriptor]))

    def truncate(self, descriptor: int, size: int) -> None:
        super().truncate(descriptor, size)
        self.record.append(("truncate", self._open[descriptor], size))

    def rename(self, old: Path | str, new: Path | str) -> None:
        super().rename(old, new)
        self.record.append(("rename", self._name(old), self._name(new)))

    def remove(self, path: Path | str) -> None:
        super().remove(path)
        self.record.append(("remove", self._name(path)))

    def make_folder(self, path: Path, mode: int = 0o777) -> None:
        super().make_folder(path, mode)
        self.record.append(("folder", self._name(path)))

    def sync_folder(self, path: Path) -> None:
        self.record.append(("sync folder", self._name(path)))


class QuickDisk(Disk):
    """Syncs nothing: for the run after the cut, which is not what is tested."""

    def sync(self, descriptor: int) -> None: ...
    def sync_folder(self, path: Path) -> None: ...


class Platter:
    """Contents and names that are on the disk, and changes to either that are not yet."""

    def __init__(self, lying: bool, forgetful: bool) -> None:
        self.lying, self.forgetful = lying, forgetful
        self.files: dict[int, bytearray] = {}
        self.pending: dict[int, list[Call]] = {}
        self.names: dict[str, int | None] = {".": None}
        self.now: dict[str, int | None] = {".": None}
        self.name_changes: list[tuple[str, list[tuple[str, int | None, bool]]]] = []

    def play(self, call: Call) -> None:
        kind, name = call[0], call[1]
        if kind in ("create", "folder"):
            file = None if kind == "folder" else len(self.files)
            if file is not None:
                self.files[file], self.pending[file] = bytearray(), []
            self._change(name, [(name, file, True)])
        elif kind == "rename":
            self._change(call[2], [(name, None, False), (call[2], self.now[name], True)])
        elif kind == "remove" and name in self.now:
            self._change(name, [(name, None, False)])
        elif kind == "sync folder" and not self.forgetful:
            for parent, change in self.name_changes:
                if parent == name:
                    self._apply(self.names, change)
            self.name_changes = [(parent, change) for parent, change in self.name_changes if parent != name]
        elif kind == "sync" and not self.lying:
            self._settle(name)
        elif kind in ("write", "truncate"):
            file = self.now[name]
            assert file is not None
            self.pending[file].append(call)

    def _settle(self, name: str) -> None:
        file = self.now.get(name)
        if file is not None:
            for call in self.pending[file]:
                apply(self.files[file], call)
            self.pending[file] = []

    def _change(self, name: str, change: list[tuple[str, int | None, bool]]) -> None:
        self._apply(self.now, change)
        self.name_changes.append((str(PurePosixPath(name).parent), change))

    @staticmethod
    def _apply(names: dict[str, int | None], change: list[tuple[str, int | None, bool]]) -> None:
        for name, file, is_there in change:
            if is_there:
                names[name] = file
            else:
                names.pop(name, None)

    def cut(self, choice: random.Random, target: Path) -> None:
        """Write what is left to `target`: any unsynced change of a name or of a content may have arrived or not."""
        names = dict(self.names)
        for _, change in self.name_changes:
            if choice.random() < 0.5:
                self._apply(names, change)
        for name in sorted(names):
            if not (target / name).parent.is_dir():
                continue  # the folder itself did not arrive
            file = names[name]
            if file is None:
                (target / name).mkdir(exist_ok=True)
                continue
            content = bytearray(self.files[file])
            for call in self.pending[file]:
                if choice.random() < 0.6:
                    apply(content, call)
            (target / name).write_bytes(content)


def apply(content: bytearray, call: Call) -> None:
    if call[0] == "truncate":
        del content[call[2] :]
        return
    _, _, position, data = call
    content.extend(bytes(max(0, position - len(content))))
    content[position : position + len(data)] = data


def captures(n: int) -> list[Capture]:
    contents = [f"report {n}/{m}: ".encode() + bytes(m * 400) for m in range(n % 3 + 1)]
    return [
        Capture(content=content, name=f"{n}/{m}.txt", media_type="text/plain", how="test")
        for m, content in enumerate(contents)
    ]


def record_of_work(root: Path, units: int = 8) -> list[Call]:
    disk = RecordingDisk(root)
    evidence = root / "case/.ascertain"
    ledger = Ledger(evidence, KeyRing(root.parent / "keys"), clock, disk=disk)
    vault = BlobVault(evidence, disk)
    for n in range(units):
        preserve(captures(n), vault, ledger, by="desk")
        ledger.append([Act(action="note", by="desk", args={"n": n})])
        disk.record.append(("acknowledged", n))
    return disk.record


def trial(record: list[Call], choice: random.Random, root: Path, *, lying: bool, forgetful: bool) -> str:
    """Cut the power at a random call; return what became of what was acknowledged before."""
    platter, acknowledged = Platter(lying, forgetful), -1
    for call in record[: choice.randrange(1, len(record) + 1)]:
        if call[0] == "acknowledged":
            acknowledged = call[1]
        else:
            platter.play(call)
    after = root / "after"
    shutil.rmtree(after, ignore_errors=True)
    after.mkdir()
    platter.cut(choice, after)
    evidence = after / "case/.ascertain"
    try:
        ledger = Ledger(evidence, KeyRing(root / "keys"), clock, disk=QuickDisk())
        notes = {entry.args["n"] for entry in ledger.entries() if entry.action == "note"}
        vault = BlobVault(evidence, QuickDisk())
        for entry in ledger.entries():
            if entry.action == "seal":
                vault.read(str(entry.digest))
        for n in range(8):
            preserve(captures(n), vault, ledger, by="desk")
        ledger.append([Act(action="note", by="desk", args={"n": 99})])
    except Broken:
        return "damaged"
    if not set(range(acknowledged + 1)) <= notes:
        return "lost"
    return verify(after / "case").state


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Call], Path]:
    root = tmp_path_factory.mktemp("power")
    (root / "now").mkdir()
    return record_of_work(root / "now"), root


def test_nothing_acknowledged_is_lost(
    work: tuple[list[Call], Path], long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    trials, choice = (TRIALS_LONG if long_run else TRIALS), random.Random(4)
    outcomes = {trial(work[0], choice, work[1], lying=False, forgetful=False) for _ in range(trials)}
    assert outcomes == {"intact"}
    record_property("promise", "D1")
    record_property("cases", trials)


@pytest.mark.parametrize("fault", ["lying", "forgetful"])
def test_control_a_disk_that_lies_or_folders_that_are_not_synced_lose(
    work: tuple[list[Call], Path], fault: str
) -> None:
    """The seeded fault: syncs of files, or of folders, do nothing."""
    choice = random.Random(4)
    faults = {"lying": fault == "lying", "forgetful": fault == "forgetful"}
    outcomes = [trial(work[0], choice, work[1], **faults) for _ in range(CONTROL_TRIALS)]
    assert outcomes.count("lost") + outcomes.count("damaged") > 0

"""D2: a blob is whole or absent, whichever call fails and however."""

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ascertain.integrity import Act, Disk, KeyRing, Ledger, verify
from ascertain.model import AscertainError
from ascertain.storage import BlobVault

CONTENTS = [b"one " * 400, b"two " * 4_000, b"three"]
CALLS = ("open", "write", "sync", "close", "truncate", "rename", "remove", "protect", "make_folder")
ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENOMEM, errno.EROFS, errno.EINTR)


class Killed(BaseException):
    """The process ends here: nothing after it is carried out."""


class FailingDisk(Disk):
    """Fails one call: the nth of its kind, with an error or as if killed; writes a few bytes at a time."""

    def __init__(self, call: str, nth: int, number: int | None) -> None:
        self.call, self.nth, self.number = call, nth, number
        self.seen, self.is_dead = 0, False

    def _reach(self, call: str) -> None:
        if self.is_dead:
            raise Killed
        if call != self.call:
            return
        self.seen += 1
        if self.seen == self.nth:
            if self.number is None:
                self.is_dead = True
                raise Killed
            raise OSError(self.number, os.strerror(self.number))

    def open(self, path: Path | str, flags: int, mode: int = 0o600) -> int:
        self._reach("open")
        return super().open(path, flags, mode)

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        self._reach("write")
        return super().write(descriptor, bytes(content)[:900])

    def sync(self, descriptor: int) -> None:
        self._reach("sync")

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self._reach("close")

    def truncate(self, descriptor: int, size: int) -> None:
        self._reach("truncate")
        super().truncate(descriptor, size)

    def rename(self, old: Path | str, new: Path | str) -> None:
        self._reach("rename")
        super().rename(old, new)

    def remove(self, path: Path | str) -> None:
        self._reach("remove")
        super().remove(path)

    def protect(self, path: Path | str, mode: int) -> None:
        self._reach("protect")
        super().protect(path, mode)

    def make_folder(self, path: Path, mode: int = 0o777) -> None:
        self._reach("make_folder")
        super().make_folder(path, mode)


def wrong_blobs(folder: Path) -> list[str]:
    """Return what lies under a hash name and is not what the name says."""
    blobs = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return [path.name for path in blobs
            if hashlib.sha256(path.read_bytes()).hexdigest() != path.parent.name + path.name]  # fmt: skip


@pytest.mark.parametrize("call", CALLS)
def test_no_wrong_content_lies_under_a_hash_name(
    tmp_path: Path, call: str, record_property: Callable[[str, object], None]
) -> None:
    cases = 0
    for number in (*ERRORS, None):
        nth = 1
        while True:
            folder = tmp_path / f"{number}-{nth}"
            folder.mkdir()
            disk = FailingDisk(call, nth, number)
            try:
                BlobVault(folder, disk).seal(CONTENTS)
            except (AscertainError, Killed):
                pass
            else:
                assert disk.seen < nth, "an error that was swallowed"
                break
            assert wrong_blobs(folder / "blobs") == []
            vault = BlobVault(folder, FailingDisk("", 0, None))  # the next run ends the same
            assert [vault.read(digest) for digest in vault.seal(CONTENTS)] == CONTENTS
            nth, cases = nth + 1, cases + 1
    record_property("promise", "D2")
    record_property("cases", cases)
    assert cases > 0 or call in ("truncate", "remove")  # calls that sealing does not make unless something fails


@pytest.mark.parametrize("call", CALLS)
def test_the_ledger_loses_nothing_acknowledged_whichever_call_fails(tmp_path: Path, call: str) -> None:
    def note(name: str) -> list[Act]:
        return [Act(action="note", by="desk", args={"name": name})]

    def clock() -> str:
        return "2020-05-04T03:02:01Z"

    keys = KeyRing(tmp_path / "keys")
    keys.current()
    for number in (*ERRORS, None):
        nth = 1
        while True:
            evidence = tmp_path / f"{number}-{nth}" / ".ascertain"
            disk = FailingDisk(call, nth, number)
            acknowledged = []
            try:
                ledger = Ledger(evidence, keys, clock, disk=disk)
                for name in ("a", "b", "c"):
                    ledger.append(note(name))
                    acknowledged.append(name)
            except (AscertainError, Killed):
                pass
            else:
                assert disk.seen < nth
                break
            quick = FailingDisk("", 0, None)
            again = Ledger(evidence, keys, clock, disk=quick)
            again.append(note("d"))
            found = [entry.args["name"] for entry in again.entries() if entry.action == "note"]
            assert found[: len(acknowledged)] == acknowledged
            assert found[-1] == "d"
            assert verify(evidence.parent).state == "intact"
            nth += 1


def test_control_a_naive_writer_leaves_torn_blobs(tmp_path: Path) -> None:
    """The seeded fault: written in place, under its name from the first byte on."""

    def seal_naively(folder: Path, disk: Disk) -> None:
        for content in CONTENTS:
            digest = hashlib.sha256(content).hexdigest()
            path = folder / "blobs" / digest[:2] / digest[2:]
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = disk.open(path, os.O_WRONLY | os.O_CREAT)
            try:
                rest = content
                while rest:
                    rest = rest[disk.write(descriptor, rest) :]
            finally:
                os.close(descriptor)

    torn = 0
    for nth in range(1, 20):
        folder = tmp_path / f"{nth}"
        folder.mkdir()
        try:
            seal_naively(folder, FailingDisk("write", nth, errno.ENOSPC))
        except OSError:
            torn += bool(wrong_blobs(folder / "blobs"))
    assert torn > 5

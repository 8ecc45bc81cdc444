"""A file system in memory that forgets, at a power cut, what was not synced: for SQLite, through apsw."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

apsw = pytest.importorskip("apsw", reason="the extra `test` is not installed")
SECTOR = 512


class Recorder(apsw.VFS):  # type: ignore[misc, name-defined]
    """Files in memory, and a record of everything that was done to them."""

    def __init__(self, name: str, files: dict[str, bytearray] | None = None) -> None:
        self.files = files or {}
        self.record: list[tuple[Any, ...]] = []
        super().__init__(name, base="")

    def xOpen(self, name: Any, flags: list[int]) -> "File":
        path = name.filename() if isinstance(name, apsw.URIFilename) else (name or f"temporary{len(self.record)}")
        if path not in self.files:
            self.files[path] = bytearray()
            self.record.append(("create", path))
        flags[1] = flags[0]
        return File(self, path)

    def xDelete(self, path: str, sync_folder: bool) -> None:
        self.files.pop(path, None)
        self.record.append(("delete", path, sync_folder))

    def xAccess(self, path: str, flags: int) -> bool:
        return path in self.files

    def xFullPathname(self, path: str) -> str:
        return path


class File:
    """One open file."""

    def __init__(self, disk: Recorder, path: str) -> None:
        self.disk, self.path = disk, path

    @property
    def content(self) -> bytearray:
        return self.disk.files.setdefault(self.path, bytearray())

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self.content[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        write(self.content, offset, data)
        self.disk.record.append(("write", self.path, offset, data))

    def xTruncate(self, size: int) -> None:
        del self.content[size:]
        self.disk.record.append(("truncate", self.path, size))

    def xSync(self, flags: int) -> None:
        self.disk.record.append(("sync", self.path))

    def xFileSize(self) -> int:
        return len(self.content)

    def xClose(self) -> None: ...
    def xLock(self, level: int) -> None: ...
    def xUnlock(self, level: int) -> None: ...
    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, operation: int, pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0


def write(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


class Platter:
    """What is left of a record of calls when the power goes: what was synced, and any part of the rest."""

    def __init__(self, lying: bool) -> None:
        self.lying = lying
        self.files: dict[str, bytearray] = {}
        self.pending: dict[str, list[tuple[Any, ...]]] = {}
        self.deleted: dict[str, bytearray] = {}

    def play(self, call: tuple[Any, ...], choice: random.Random) -> None:
        kind, path = call[0], call[1]
        if kind == "create":
            self.deleted.pop(path, None)
            self.pending[path] = []
        elif kind == "delete":
            content = self.files.pop(path, None)
            self.pending.pop(path, None)
            if content is not None and not (call[2] and not self.lying):
                self.deleted[path] = content  # the name may still be there
        elif kind == "sync":
            if not self.lying or choice.random() < 0.5:
                self.files[path] = self._applied(path, self.pending.get(path, []))
                self.pending[path] = []
        else:
            self.pending.setdefault(path, []).append(call)

    def cut(self, choice: random.Random) -> dict[str, bytearray]:
        left = dict(self.files)
        for path, calls in self.pending.items():
            if path in left or choice.random() < 0.5:
                chosen = [torn for call in calls if choice.random() < 0.5 for torn in self._torn(call, choice)]
                left[path] = self._applied(path, chosen)
        for path, content in self.deleted.items():
            if path not in left and choice.random() < 0.5:
                left[path] = content
        return left

    def _applied(self, path: str, calls: list[tuple[Any, ...]]) -> bytearray:
        content = bytearray(self.files.get(path, b""))
        for call in calls:
            if call[0] == "write":
                write(content, call[2], call[3])
            else:
                del content[call[2] :]
        return content

    @staticmethod
    def _torn(call: tuple[Any, ...], choice: random.Random) -> Iterator[tuple[Any, ...]]:
        """Yield a write by sectors, some of which did not arrive."""
        if call[0] != "write" or choice.random() < 0.5:
            yield call
            return
        _, path, offset, data = call
        for start in range(0, len(data), SECTOR):
            if choice.random() < 0.7:
                yield "write", path, offset + start, data[start : start + SECTOR]


@pytest.fixture
def recorder() -> type[Recorder]:
    return Recorder


@pytest.fixture
def platter() -> Callable[[bool], Platter]:
    return Platter

"""The calls that change what is stored, gathered so that a test can fail or cut off every one of them."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from ascertain.model import Broken, Misused, Refused

_FULL = {
    errno.ENOSPC: "free disk space",
    errno.EDQUOT: "disk quota",
    errno.EFBIG: "file size",
    errno.EMFILE: "open files of this process",
    errno.ENFILE: "open files of this machine",
    errno.ENOMEM: "memory",
}
_FEW, _AT_ONCE = 8, 16
Given = TypeVar("Given")
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_MISPLACED = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP, errno.ENAMETOOLONG}


class Disk:
    """The operating system's calls, one method each; simulators in tests take its place."""

    def open(self, path: Path | str, flags: int, mode: int = 0o600) -> int:
        """Open `path` and return its descriptor."""
        return os.open(path, flags | getattr(os, "O_BINARY", 0), mode)

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        """Write at the present position; return how many bytes were taken."""
        return os.write(descriptor, content)

    def sync(self, descriptor: int) -> None:
        """Return once what was written is on the disk itself."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut an open file to `size` bytes."""
        os.ftruncate(descriptor, size)

    def rename(self, old: Path | str, new: Path | str) -> None:
        """Put `old` in the place of `new`, at once."""
        os.replace(old, new)  # noqa: PTH105  # the method makes a path of its own of what it returns

    def remove(self, path: Path | str) -> None:
        """Remove a file."""
        with suppress(FileNotFoundError):
            os.unlink(path)  # noqa: PTH108

    def protect(self, path: Path | str, mode: int) -> None:
        """Set who may read and write a file."""
        os.chmod(path, mode)  # noqa: PTH101

    def make_folder(self, path: Path, mode: int = 0o777) -> None:
        """Make one folder."""
        path.mkdir(mode=mode, exist_ok=True)

    def sync_folder(self, path: Path) -> None:
        """Return once the names in a folder are on the disk; Windows has no such call and needs none."""
        if sys.platform == "win32":
            return
        descriptor = self.open(path, os.O_RDONLY)
        try:
            self.sync(descriptor)
        finally:
            self.close(descriptor)

    def start_sync(self, descriptor: int) -> None:
        """Have the system begin to write a file out, and don't wait: it promises nothing, `sync` still must follow.

        What goes wrong in that writing is told by `sync` on the same descriptor (Linux keeps it since 4.13, errseq_t).
        """
        if hasattr(os, "posix_fadvise"):
            with suppress(OSError):  # advice only: where it isn't taken, `sync` does all of it
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

    def sync_all(self, descriptors: Sequence[int]) -> None:
        """Sync many files; many at a time, because the disk takes them together: ten times as fast on ext4.

        All are begun before any is waited for, so that a file system with a journal has placed them all by its first
        commit, instead of one commit a file: half of the processor time of syncing. Every file is still synced itself.
        """
        for descriptor in descriptors:
            self.start_sync(descriptor)
        _together(self.sync, descriptors)

    def sync_folders(self, paths: Sequence[Path]) -> None:
        """Sync many folders."""
        _together(self.sync_folder, paths)


def _together(sync: Callable[[Given], None], things: Sequence[Given]) -> None:
    def sync_some(first: int) -> None:
        for thing in things[first::_AT_ONCE]:
            sync(thing)

    if len(things) < _FEW:
        for thing in things:
            sync(thing)
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(sync_some, range(_AT_ONCE)):  # raises what a sync raised
            continue


class in_words:  # noqa: N801  # read as a word of the `with` line
    """Turn the operating system's errors about `path` into ours, which say what to do."""

    __slots__ = ("_path",)

    def __init__(self, path: Path | str) -> None:
        """Take the file or folder that the calls within are about."""
        self._path = path

    def __enter__(self) -> None:
        """Nothing to do: a class rather than a generator, because sealing passes here for each file."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Raise what an `OSError` means."""
        if isinstance(error, OSError):
            raise _meaning(error, Path(self._path)) from error


def _meaning(error: OSError, path: Path) -> Refused | Misused | Broken:
    reason = f"{error.strerror or error}"
    if error.errno in _FULL:
        return Refused(
            f"not stored: {reason}", limit=_FULL[error.errno], item=path.name,
            remedy="Nothing that was stored before is touched. Make room and run the same command again.",
        )  # fmt: skip
    if error.errno in _FORBIDDEN:
        remedy = "Give yourself the right to write in this folder."
        return Misused(f"not stored: {reason}", item=str(path), remedy=remedy)
    if error.errno in _MISPLACED:
        remedy = "Something else lies where this belongs: move it away."
        return Misused(f"not stored: {reason}", item=str(path), remedy=remedy)
    return Broken(
        f"the disk did not confirm what was written: {reason}", item=path.name,
        remedy="Work stops here, because what follows could be lost. Check the disk, then run `ascertain verify`.",
    )  # fmt: skip


def make_folders(disk: Disk, path: Path, mode: int = 0o777) -> None:
    """Make a folder and those above it that are not there, each name on the disk before the next."""
    if path.is_dir():
        return
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        disk.make_folder(folder, mode)
        disk.sync_folder(folder.parent)


def write_fully(disk: Disk, descriptor: int, content: bytes) -> None:
    """Write all of `content`, however little the system takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[disk.write(descriptor, rest) :]


def write_whole(disk: Disk, path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file so that, whatever happens, its name holds the old content or the new and never a part."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        descriptor = disk.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        try:
            write_fully(disk, descriptor, content)
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
        disk.rename(temporary, path)
    except BaseException:
        _forget(disk, temporary)
        raise
    disk.sync_folder(path.parent)


def write_at(disk: Disk, path: Path, content: bytes, position: int) -> None:
    """Write `content` at `position`, where the file ends, and sync; a file that was not there appears."""
    new = not path.exists()
    descriptor = disk.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        os.lseek(descriptor, position, os.SEEK_SET)
        write_fully(disk, descriptor, content)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
    if new:
        disk.sync_folder(path.parent)


def cut(disk: Disk, path: Path, size: int) -> None:
    """Cut a file to its first `size` bytes, and sync."""
    descriptor = disk.open(path, os.O_WRONLY)
    try:
        disk.truncate(descriptor, size)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)


def _forget(disk: Disk, temporary: Path) -> None:
    try:
        disk.remove(temporary)
    except OSError:
        return  # it is only a temporary file, and the error that led here is the one to tell

"""One writer at a time, across processes; the system lets go when a process dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ascertain.integrity.disk import in_words


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Hold the lock file `path` alone; wait while another holds it. Its folder is there already."""
    with in_words(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with in_words(path):
            _hold(descriptor, alone=True)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder alone among those that ask in this way, without a file of a lock's own; wait while another does.

    Windows can't lock a folder: there two that begin in the same moment are not kept apart.
    """
    if sys.platform == "win32":
        yield
        return
    with in_words(folder):
        descriptor = os.open(folder, os.O_RDONLY)
    try:
        with in_words(folder):
            _hold(descriptor, alone=True)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Hold the lock file `path` with other readers; where there is none, or it can't be opened, nobody is writing."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        _hold(descriptor, alone=False)
        yield
    finally:
        os.close(descriptor)


def _hold(descriptor: int, *, alone: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)

"""Sealed bytes, each under its SHA-256: written once, whole or not at all, and never opened for writing again."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from ascertain.integrity.disk import Disk, in_words, make_folders, write_fully
from ascertain.integrity.ledger_file import Places
from ascertain.model import AscertainError, Broken

_READ_ONLY = 0o444
_AT_ONCE = 256  # files that are open together


class _Waiting(NamedTuple):
    """Bytes to be sealed: where they will lie, and where until they are whole."""

    path: str  # text, because a path put together by `pathlib` costs as much as to hash 20 kB
    part: str
    content: bytes


class BlobVault:
    """The folder of sealed bytes: `blobs/ab/cdef...`, the digest split after its first two digits.

    After an error of the disk nothing more is taken: what the system then says of later writes can't be relied on
    (a second fsync may succeed without the bytes; Rebello et al., USENIX ATC 2020).
    """

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        """Open the vault of a case; `folder` is its `.ascertain`."""
        self._places = Places(folder)
        self._disk = disk or Disk()
        self._failed = False
        self._made: set[str] = set()

    def path(self, digest: str) -> Path:
        """Return where the bytes of `digest` lie, or would."""
        return self._places.blob(digest)

    def __contains__(self, digest: str) -> bool:
        """Return whether bytes lie under `digest`; whether they are right is for `read` and `verify` to say."""
        return self.path(digest).is_file()

    def holds(self, digest: str, size: int) -> bool:
        """Return whether as many bytes lie under `digest` as were sealed: what a glance can tell, and `verify` all."""
        try:
            return self.path(digest).stat().st_size == size
        except OSError:
            return False

    def read(self, digest: str) -> bytes:
        """Return the sealed bytes; `Broken` where they are gone or are not those that were sealed."""
        try:
            content = self.path(digest).read_bytes()
        except FileNotFoundError as error:
            raise Broken("its sealed bytes are gone", item=digest,
                         remedy="Restore the case from a backup.") from error  # fmt: skip
        except OSError as error:
            raise Broken(f"its sealed bytes can't be read: {error.strerror}", item=digest,
                         remedy="Check the disk and your rights, then run `ascertain verify`.") from error  # fmt: skip
        if hashlib.sha256(content).hexdigest() != digest:
            raise Broken("its bytes are not those that were sealed", item=digest,
                         remedy="Run `ascertain verify`, then restore the case from a backup.")  # fmt: skip
        return content

    def seal(self, contents: Iterable[bytes]) -> list[str]:
        """Store each content and return the digests; on return all are on the disk."""
        if self._failed:
            raise Broken("the vault stopped after an error of the disk", item=str(self._places.blobs),
                         remedy="Check the disk, run `ascertain verify`, and start again.")  # fmt: skip
        try:
            return self._seal(contents)
        except Broken:
            self._failed = True
            raise

    def _seal(self, contents: Iterable[bytes]) -> list[str]:
        digests, batch = list[str](), dict[str, _Waiting]()
        blobs, mark = str(self._places.blobs), f"{os.getpid()}.part"
        for content in contents:
            digest = hashlib.sha256(content).hexdigest()
            digests.append(digest)
            folder, name = f"{blobs}/{digest[:2]}", digest[2:]
            if digest not in batch and not self._is_sealed(path := f"{folder}/{name}", content):
                batch[digest] = _Waiting(path, f"{folder}/.{name}.{mark}", content)
            if len(batch) == _AT_ONCE:
                self._write(batch)
                batch = {}
        self._write(batch)
        self._sync({digest[:2] for digest in digests})
        return digests

    def _is_sealed(self, path: str, content: bytes) -> bool:
        """Return whether the content lies there already; other bytes under its name are not written over."""
        if not os.path.exists(path):  # noqa: PTH110
            return False
        lies = Path(path)
        if lies.read_bytes() != content:
            raise Broken("other bytes lie under the name of these", item=lies.parent.name + lies.name,
                         remedy="Run `ascertain verify`, then restore the case from a backup.")  # fmt: skip
        return True

    def _make_folders(self, beginnings: set[str]) -> None:
        with in_words(self._places.blobs):
            for beginning in sorted(beginnings - self._made):
                make_folders(self._disk, self._places.blobs / beginning)
        self._made |= beginnings

    def _write(self, batch: Mapping[str, _Waiting]) -> None:
        """Write files under names of their own, sync them together, and only then give them their digests' names."""
        descriptors: list[int] = []
        closed = 0
        self._make_folders({digest[:2] for digest in batch})
        try:
            for waiting in batch.values():
                with in_words(waiting.path):
                    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
                    descriptors.append(self._disk.open(waiting.part, flags, 0o600))
                    write_fully(self._disk, descriptors[-1], waiting.content)
            with in_words(self._places.blobs):
                self._disk.sync_all(descriptors)
                for waiting, descriptor in zip(batch.values(), descriptors, strict=True):
                    closed += 1  # whether or not closing succeeds, the number may be another file's afterwards
                    self._disk.close(descriptor)
                    self._disk.protect(waiting.part, _READ_ONLY)
                    self._disk.rename(waiting.part, waiting.path)
        except AscertainError:
            for waiting in batch.values():
                self._forget(waiting.part)
            raise
        finally:
            for descriptor in descriptors[closed:]:
                self._let_go(descriptor)

    def _let_go(self, descriptor: int) -> None:
        try:
            self._disk.close(descriptor)
        except OSError:
            return  # an error came before, and that is the one to tell

    def _forget(self, temporary: str) -> None:
        try:
            self._disk.remove(temporary)
        except OSError:
            return  # only a temporary file; the error that led here is the one to tell

    def _sync(self, beginnings: set[str]) -> None:
        """Make the names last: each folder of digests that begin so, then the folders that hold them."""
        if not beginnings:
            return
        blobs = self._places.blobs
        with in_words(blobs):
            self._disk.sync_folders([blobs / beginning for beginning in sorted(beginnings)])
            self._disk.sync_folders([blobs, blobs.parent])

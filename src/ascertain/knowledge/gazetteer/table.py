"""A compiled table on disk: one file of named arrays, with its own SHA-256 at the front.

The digest is checked at every start. The automaton, two thirds of the file, is read by code that trusts its bytes: it
has a digest of its own, in the header, which is checked when it is first used. Arrays are used where they lie in the
file (memory-mapped), so that starting is quick and processes share them.
"""

import hashlib
import json
import mmap
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ascertain.model import Broken

_MAGIC = b"ASCGAZ02"
_ALIGN = 64


@dataclass
class Table:
    """Named arrays, notes (JSON) and a serialised automaton."""

    arrays: dict[str, npt.NDArray[Any]] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)
    automaton: bytes | memoryview = b""
    automaton_digest: str = ""  # as it was written; empty where the automaton was made here
    path: Path | None = None
    _views: dict[str, tuple[memoryview, memoryview]] = field(default_factory=dict)

    def add_texts(self, name: str, texts: Sequence[str]) -> None:
        """Add a list of texts as one run of bytes and their offsets."""
        blobs = [text.encode("utf-8", "surrogatepass") for text in texts]
        self.arrays[f"{name}.bytes"] = np.frombuffer(b"".join(blobs), np.uint8)
        self.arrays[f"{name}.at"] = np.array([0, *accumulate(len(blob) for blob in blobs)], np.uint32)

    def text(self, name: str, index: int) -> str:
        """Return one text of a list."""
        at, blob = self._view(name)
        return bytes(blob[at[index] : at[index + 1]]).decode("utf-8", "surrogatepass")

    def _view(self, name: str) -> tuple[memoryview, memoryview]:
        """Return the offsets and the bytes of a list of texts as views, whose entries are plain numbers."""
        if name not in self._views:
            self._views[name] = self.arrays[f"{name}.at"].data, self.arrays[f"{name}.bytes"].data
        return self._views[name]

    def texts(self, name: str) -> list[str]:
        """Return all texts of a list."""
        return [self.text(name, index) for index in range(len(self.arrays[f"{name}.at"]) - 1)]

    def find(self, name: str, text: str) -> int:
        """Return where `text` stands in a sorted list; -1 where it does not."""
        wanted, low = text.encode("utf-8", "surrogatepass"), self.bounds(name, text)
        at, blob = self._view(name)
        return low if low < len(at) - 1 and bytes(blob[at[low] : at[low + 1]]) == wanted else -1

    def begins(self, name: str, index: int, text: str, *, whole: bool = False) -> bool:
        """Return whether a text of a list, which may end before it, begins with `text`, or is it."""
        wanted = text.encode("utf-8", "surrogatepass")
        at, blob = self._view(name)
        if index >= len(at) - 1:
            return False
        start, end = at[index], at[index + 1]
        return bytes(blob[start : end if whole else min(end, start + len(wanted))]) == wanted

    def bounds(self, name: str, text: str, low: int = 0) -> int:
        """Return where in a sorted list the first text stands that is not before `text`; the length where none is.

        None of the first `low` texts is it.
        """
        wanted = text.encode("utf-8", "surrogatepass")
        at, blob = self._view(name)
        high = len(at) - 1
        while low < high:
            middle = (low + high) // 2
            if bytes(blob[at[middle] : at[middle + 1]]) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def checked_automaton(self) -> bytes:
        """Return the serialised automaton: read anew, since what is mapped would be held twice.

        Raises:
            Broken: it is not what was written.

        """
        if not self.automaton_digest:
            return bytes(self.automaton)
        for read in (self._read_automaton, lambda: bytes(self.automaton)):
            content = read()
            if hashlib.sha256(content).hexdigest() == self.automaton_digest:
                return content
        raise _damaged(self.path or Path())

    def _read_automaton(self) -> bytes:
        """Return the end of the file, which is the automaton, unless another was put in its place meanwhile."""
        with suppress(OSError), (self.path or Path()).open("rb") as file:
            file.seek(-len(self.automaton), os.SEEK_END)
            return file.read()
        return b""

    def keep_again(self) -> None:
        """Write the table to where it was read from, as far as that may be written."""
        if self.path is not None:
            with suppress(OSError):
                self.write(self.path)

    def write(self, path: Path) -> str:
        """Write the table to `path`, whole or not at all, and return its digest."""
        body = self.body()
        digest = hashlib.sha256(body)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(_MAGIC + digest.digest())
                out.write(body)
                out.write(self.automaton)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        return digest.hexdigest()

    def body(self) -> bytes:
        """Return what the digest is of: the header, which has the automaton's own, and the arrays."""
        sections: dict[str, tuple[int, int, str]] = {}
        parts: list[bytes] = []
        position = 0
        for name in sorted(self.arrays):
            raw = np.ascontiguousarray(self.arrays[name]).tobytes()
            sections[name] = (position, len(raw), self.arrays[name].dtype.str)
            padding = -len(raw) % _ALIGN
            parts += [raw, bytes(padding)]
            position += len(raw) + padding
        sections["automaton"] = (position, len(self.automaton), hashlib.sha256(self.automaton).hexdigest())
        header = json.dumps({"sections": sections, "notes": self.notes}, sort_keys=True).encode()
        header += b" " * (-(len(header) + len(_MAGIC) + 32 + 8) % _ALIGN)
        return len(header).to_bytes(8, "little") + header + b"".join(parts)


def table_digest(path: Path) -> str:
    """Return the digest that the table in a file was written with, without checking it.

    Raises:
        Broken: the file is no table.

    """
    with path.open("rb") as handle:
        head = handle.read(len(_MAGIC) + 32)
    if len(head) < len(_MAGIC) + 32 or not head.startswith(_MAGIC):
        raise Broken("this is no compiled gazetteer", item=path.name, remedy="it is made again by itself")
    return head[len(_MAGIC) :].hex()


def read_table(path: Path) -> tuple[Table, str]:
    """Return the table in a file and its digest.

    Raises:
        Broken: the file is not what was written.

    """
    with path.open("rb") as handle:
        if os.fstat(handle.fileno()).st_size < 64:
            raise Broken("the compiled gazetteer is cut short", item=path.name, remedy="it is made again by itself")
        mapped = memoryview(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))
    head = len(_MAGIC)
    digest, start = bytes(mapped[head : head + 32]), head + 32
    length = int.from_bytes(mapped[start : start + 8], "little")
    try:
        if bytes(mapped[:head]) != _MAGIC:
            raise _damaged(path)
        header = json.loads(bytes(mapped[start + 8 : start + 8 + length]))
        base, (end, size, automaton_digest) = start + 8 + length, header["sections"].pop("automaton")
    except (ValueError, KeyError, TypeError):
        raise _damaged(path) from None
    if hashlib.sha256(mapped[start : base + end]).digest() != digest:
        raise _damaged(path)
    table = Table(notes=header["notes"], automaton_digest=automaton_digest, path=path)
    table.automaton = mapped[base + end : base + end + size]
    for name, (at, size, kind) in header["sections"].items():
        table.arrays[name] = np.frombuffer(mapped[base + at : base + at + size], np.dtype(kind))
    return table, digest.hex()


def _damaged(path: Path) -> Broken:
    return Broken("the compiled gazetteer is damaged", item=path.name, remedy="it is made again by itself")

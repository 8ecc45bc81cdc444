"""A compiled table on disk: one file of named arrays, with its own SHA-256 at the front.

The digest is checked at every start, since an automaton is read by code that trusts its bytes. Arrays are used where
they
lie in the file (memory-mapped), so that starting is quick and processes share them.
"""

import hashlib
import json
import mmap
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ascertain.model import Broken

_MAGIC = b"ASCGAZ01"
_ALIGN = 64


@dataclass
class Table:
    """Named arrays, notes (JSON) and a serialised automaton."""

    arrays: dict[str, npt.NDArray[Any]] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)
    automaton: bytes | memoryview = b""
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

    def bounds(self, name: str, text: str) -> int:
        """Return where in a sorted list the first text stands that is not before `text`; the length where none is."""
        wanted = text.encode("utf-8", "surrogatepass")
        at, blob = self._view(name)
        low, high = 0, len(at) - 1
        while low < high:
            middle = (low + high) // 2
            if bytes(blob[at[middle] : at[middle + 1]]) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

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
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        return digest.hexdigest()

    def body(self) -> bytes:
        """Return everything after the digest: header, arrays, automaton."""
        sections: dict[str, tuple[int, int, str]] = {}
        parts: list[bytes] = []
        position = 0
        for name in sorted(self.arrays):
            raw = np.ascontiguousarray(self.arrays[name]).tobytes()
            sections[name] = (position, len(raw), self.arrays[name].dtype.str)
            padding = -len(raw) % _ALIGN
            parts += [raw, bytes(padding)]
            position += len(raw) + padding
        sections["automaton"] = (position, len(self.automaton), "")
        parts.append(bytes(self.automaton))
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
    if bytes(mapped[:head]) != _MAGIC or hashlib.sha256(mapped[head + 32 :]).digest() != bytes(
        mapped[head : head + 32]
    ):
        raise Broken("the compiled gazetteer is damaged", item=path.name, remedy="it is made again by itself")
    digest = bytes(mapped[head : head + 32]).hex()
    length = int.from_bytes(mapped[head + 32 : head + 40], "little")
    header = json.loads(bytes(mapped[head + 40 : head + 40 + length]))
    base = head + 40 + length
    table = Table(notes=header["notes"])
    for name, (start, size, kind) in header["sections"].items():
        part = mapped[base + start : base + start + size]
        if name == "automaton":
            table.automaton = part
        else:
            table.arrays[name] = np.frombuffer(part, np.dtype(kind))
    return table, digest

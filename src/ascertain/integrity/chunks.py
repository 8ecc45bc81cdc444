"""Digests of a file's parts, so that damage can be told by its bytes and not only by its file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CHUNK = 65_536
_AT_MOST = 256
_PIECE = 1 << 20


def chunk_size(size: int) -> int:
    """Return how many bytes a part of a file of `size` bytes has: 64 KiB, more where that gives over 256 parts."""
    return max(CHUNK, -(-size // _AT_MOST // 4096) * 4096)


def parts_of(content: bytes) -> dict[str, Any]:
    """Return what the ledger keeps of the parts: nothing where there is only one, which the digest itself names."""
    step = chunk_size(len(content))
    if len(content) <= step:
        return {}
    view = memoryview(content)
    digests = [hashlib.sha256(view[at : at + step]).hexdigest() for at in range(0, len(content), step)]
    return {"parts": {"bytes": step, "digests": digests}}


def file_parts(path: Path, step: int) -> Iterator[bytes]:
    """Yield a file's content, `step` bytes at a time."""
    with path.open("rb") as file:
        while part := file.read(step):
            yield part


def digest_of_file(path: Path) -> tuple[str, int]:
    """Return a file's digest and size."""
    size, whole = 0, hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while part := file.read(_PIECE):
            whole.update(part)
            size += len(part)
    return whole.hexdigest(), size


def digest_file(path: Path) -> tuple[str, int, dict[str, Any]]:
    """Return a file's digest, size and parts, reading it once."""
    step = chunk_size(path.stat().st_size)
    whole, size, digests = hashlib.sha256(), 0, []
    for part in file_parts(path, step):
        whole.update(part)
        size += len(part)
        digests.append(hashlib.sha256(part).hexdigest())
    return whole.hexdigest(), size, {"parts": {"bytes": step, "digests": digests}} if len(digests) > 1 else {}


def changed_ranges(path: Path, size: int, args: dict[str, Any]) -> list[tuple[int, int]]:
    """Return the ranges [start, end) of the sealed `size` bytes that are not as sealed; neighbours are joined."""
    try:
        step, digests = int(args["parts"]["bytes"]), list(args["parts"]["digests"])
    except (KeyError, TypeError, ValueError):
        return [(0, size)]  # there is one part only, or what is recorded can't be used
    if step < 1:
        return [(0, size)]
    found = [hashlib.sha256(part).hexdigest() for part in file_parts(path, step)]
    ranges: list[tuple[int, int]] = []
    for place, digest in enumerate(digests):
        if place < len(found) and found[place] == digest:
            continue
        start, end = place * step, min(size, (place + 1) * step)
        if ranges and ranges[-1][1] == start:
            start = ranges.pop()[0]
        ranges.append((start, end))
    return ranges or [(size, max(size, path.stat().st_size))]

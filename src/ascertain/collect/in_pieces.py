"""A file of JSON Lines of any length: parsed in the worker, a piece at a time, each within the limits of a file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from ascertain.collect.collectors.items_jsonl import no_item, read_lines, too_long
from ascertain.model import Broken, Item, Refused, Skipped
from ascertain.safety.limits import Limits
from ascertain.safety.worker import Worker

_PIECE_BYTES, _PIECE_LINES, _TOGETHER = 4 << 20, 20_000, 200
_KINDS: dict[str, type[Item | Skipped]] = {"Item": Item, "Skipped": Skipped}


class Piece(NamedTuple):
    """Lines of a file: where they begin in bytes, how many bytes each has, and the number of the first."""

    start: int
    sizes: tuple[int, ...]
    first: int


def read_in_pieces(path: Path, capture: str, limits: Limits, worker: Worker) -> Iterator[Item | Skipped]:
    """Yield the item, or the reason why there is none, of each line that is not empty.

    What costs more than the limits is found by halving, so that one line that does is named and the others are kept.
    """
    for piece in _pieces(path, limits.line_bytes):
        yield from [piece] if isinstance(piece, Skipped) else _read(path, capture, piece, limits, worker)


def _read(path: Path, capture: str, piece: Piece, limits: Limits, worker: Worker) -> Iterator[Item | Skipped]:
    where = {"start": piece.start, "sizes": piece.sizes, "first": piece.first}
    arguments = {"path": str(path.absolute()), "name": path.name, "capture": capture, **where}
    try:
        answers = worker.call("ascertain.collect.in_pieces:read_in_worker", arguments, sum(piece.sizes), limits)
        made = [msgspec.convert(fields, _KINDS[kind]) for answer in answers for kind, fields in answer.record]
    except (Refused, Broken) as error:
        if len(piece.sizes) > 1:
            for half in _halves(piece):
                yield from _read(path, capture, half, limits, worker)
            return
        limit = f" (limit: {error.limit})" if isinstance(error, Refused) else ""
        made = [no_item(f"{path.name}:{piece.first}", f"{error.what}{limit}", error.remedy)]
    yield from made


def _halves(piece: Piece) -> tuple[Piece, Piece]:
    middle = len(piece.sizes) // 2
    before, after = piece.sizes[:middle], piece.sizes[middle:]
    return Piece(piece.start, before, piece.first), Piece(piece.start + sum(before), after, piece.first + middle)


def read_in_worker(
    path: str, name: str, capture: str, start: int, sizes: list[int], first: int
) -> Iterator[tuple[list[tuple[str, Any]], bytes]]:
    """Yield what the lines state, many records at a time; runs in the worker's process."""
    together: list[tuple[str, Any]] = []
    for record in read_lines(_lines(Path(path), start, sizes), name, capture, first=first):
        together.append((type(record).__name__, msgspec.to_builtins(record)))
        if len(together) == _TOGETHER:
            yield together, b""
            together = []
    yield together, b""


def _lines(path: Path, start: int, sizes: Iterable[int]) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        for size in sizes:
            yield file.read(size).removesuffix(b"\n")


def _pieces(path: Path, line_bytes: int) -> Iterator[Piece | Skipped]:
    """Yield a file's lines in pieces, each line whole; one over `line_bytes` is told of and never held in memory."""
    start, first, held = 0, 1, 0
    sizes: list[int] = []
    with path.open("rb") as file:
        while True:
            size = _line(file, line_bytes)
            is_full = held >= _PIECE_BYTES or len(sizes) >= _PIECE_LINES
            if sizes and (not size or size > line_bytes + 1 or is_full):
                yield Piece(start, tuple(sizes), first)
                start, first, held, sizes = start + held, first + len(sizes), 0, []
            if not size:
                return
            if size > line_bytes + 1:  # its end is counted with it
                yield too_long(f"{path.name}:{first}", size, line_bytes)
                start, first = start + size, first + 1
            else:
                sizes.append(size)
                held += size


def _line(file: BinaryIO, line_bytes: int) -> int:
    """Return how many bytes the next line has with its end, 0 where there is none."""
    size = 0
    while part := file.readline(line_bytes + 1):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size

"""Records as lines of JSON in a file."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from ascertain.model import Misused


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    """Write JSON Lines: UTF-8, one object a line, keys in the order given."""
    write_bytes(path, map(json_line, records))


def json_line(record: dict[str, Any]) -> bytes:
    """Return a record as one line of JSON in UTF-8, keys in the order given."""
    try:
        return msgspec.json.encode(record) + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair, as broken exports have them: kept as it came
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
        return line.encode("utf-8", "surrogatepass")


def write_bytes(path: Path, lines: Iterable[bytes]) -> None:
    """Write lines as they are."""
    try:
        with path.open("wb") as file:
            file.writelines(lines)
    except OSError as error:
        raise Misused(f"can't be written: {error.strerror}", item=str(path), remedy="Choose another folder.") from None

"""What is compiled from the program's own words and patterns, kept in the user's cache from one run to the next.

It is stamped by the bytes of the words and of the code that reads them, so that what another state of either compiled
is never used; what cannot be read or was changed is compiled anew.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import msgspec

from ascertain.text.tables import cache_folder

Kept = TypeVar("Kept")
Named = ParamSpec("Named")

_ROOT = Path(__file__).parent.parent
# The words, and the code that compiles something of them.
_SOURCES = ("text", "languages", "event_types", "extract", "resolve")
_DIGEST = 32


def compiled_once(kind: type[Kept], name: str, make: Callable[[], Kept]) -> Kept:
    """Return what `make` makes of the program's own words alone, or what it made before; `kind` is its type."""
    stamp = sources_digest()
    place = hashlib.sha256(str(_ROOT).encode()).hexdigest()[:8]  # two installed programs don't displace each other's
    path = cache_folder() / "compiled" / f"{name}-{place}"
    try:
        content = path.read_bytes()
        body = memoryview(content)[_DIGEST:]
        if _digest(stamp, body) == content[:_DIGEST]:
            return msgspec.msgpack.decode(body, type=kind)
    except (OSError, msgspec.DecodeError):
        pass
    made = make()
    with suppress(OSError):
        body = memoryview(msgspec.msgpack.encode(made))
        _write(path, _digest(stamp, body) + body)
    return made


def compiled_words(make: Callable[Named, frozenset[str]]) -> Callable[Named, frozenset[str]]:
    """Keep the set of words that a function makes of the program's own, for each of the names it is given."""

    @cache
    def kept(*args: Any, **named: Any) -> frozenset[str]:
        parts = (make.__module__, make.__name__, *args, *(f"{name}-{value}" for name, value in named.items()))
        return compiled_once(frozenset[str], "-".join(map(str, parts)), lambda: make(*args, **named))

    return cast("Callable[Named, frozenset[str]]", wraps(make)(kept))


@cache
def sources_digest() -> bytes:
    """Return what tells one state of the program's own words, and of the code that reads them, from another."""
    whole = hashlib.sha256()
    for folder in _SOURCES:
        for path in sorted(_files(_ROOT / folder)):
            whole.update(path.encode())
            with open(path, "rb") as file:  # noqa: PTH123  (a Path a file costs as much as reading it)
                whole.update(file.read())
    return whole.digest()


def _files(folder: str | Path) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".toml")):
                found.append(entry.path)
            elif entry.is_dir():
                found += _files(entry.path)
    return found


def _digest(stamp: bytes, body: memoryview) -> bytes:
    whole = hashlib.sha256(stamp)
    whole.update(body)
    return whole.digest()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

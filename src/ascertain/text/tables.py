"""Tables of words that come with the program: made once, then kept in the user's cache as JSON, which is read faster.

To make them takes a third of the time that a reader needs to start. What a desk writes for a case is not kept: a cache
is no place for it.
"""

import hashlib
import json
import os
import tempfile
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

_FORM = 1  # raised when what is kept changes its form
_DIGEST = 64  # characters of the SHA-256 in front of what is kept


def cache_folder() -> Path:
    """Return the user's cache folder (`ASCERTAIN_CACHE`, else XDG's)."""
    if given := os.environ.get("ASCERTAIN_CACHE"):
        return Path(given)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ascertain"


def read_tables(text: str) -> dict[str, Any]:
    """Return what `tomllib.loads` makes of one of the program's own files; raises TOMLDecodeError as it does."""
    return kept(f"{_FORM} {text}", lambda: tomllib.loads(text))


def kept(made_from: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return what `make` makes, as it was made before from the same; `made_from` holds all that it depends on."""
    path = cache_folder() / "tables" / f"{_digest(made_from)[:32]}.json"
    try:
        content = path.read_text(encoding="utf-8")
        if _digest(content[_DIGEST:]) == content[:_DIGEST]:  # else it was damaged
            tables: dict[str, Any] = json.loads(content[_DIGEST:])
            return tables
    except (OSError, ValueError):
        pass
    tables = make()
    with suppress(OSError, TypeError):  # no cache may be written, or a date stands in it, which JSON has no form for
        _keep(path, json.dumps(tables, ensure_ascii=False))
    return tables


def _keep(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(_digest(content) + content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()

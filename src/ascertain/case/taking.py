"""Copying reports into a case."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from ascertain.integrity.clock import Clock
from ascertain.model import Misused, Skipped
from ascertain.safety.response_record import response_record


def take(what: Sequence[str], reports: Path, clock: Clock) -> list[Skipped]:
    """Copy files and folders into `reports`, and save addresses there; what is there already is left alone.

    A file of the same name and the same bytes is skipped; one of the same name and other bytes gets a numbered name.
    Raises Misused for a path that does not exist.
    """
    skipped: list[Skipped] = []
    for one in what:
        if urlsplit(one).scheme in {"http", "https"}:
            _save(one, reports, clock)
            continue
        path = Path(one)
        if not path.exists():
            raise Misused("there is no such file or folder", item=one, remedy="Check the path.")
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and not file.is_symlink():
                name = Path(path.name) / file.relative_to(path) if path.is_dir() else Path(file.name)
                skipped += _copy(file, reports / name)
    return skipped


def _copy(file: Path, to: Path) -> list[Skipped]:
    content = file.read_bytes()
    number, free = 2, to
    while free.exists():
        if free.read_bytes() == content:
            return [Skipped(stage="collect", item=to.name, why="these bytes are in the case already under this name")]
        free, number = to.with_stem(f"{to.stem}-{number}"), number + 1
    free.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(file, free)
    return []


def _save(url: str, reports: Path, clock: Clock) -> None:
    """Fetch an address through the safe transport and keep what it answered, with where and when, as a WARC file.

    The name tells the host and the digest, never more.
    """
    from ascertain.safety.fetch import fetch

    content = response_record(fetch(url), clock())
    (reports / f"{urlsplit(url).hostname}-{hashlib.sha256(content).hexdigest()[:12]}.warc").write_bytes(content)

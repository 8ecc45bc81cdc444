"""Files under a folder: what is the same is left alone, and what an earlier run wrote and is no more is removed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ascertain.model import Misused

MANIFEST = "data/files.json"


@dataclass(frozen=True)
class Words:
    """A file to be written."""

    words: str

    @cached_property
    def content(self) -> bytes:
        """Its bytes."""
        return self.words.encode("utf-8", "surrogatepass")

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Kept:
    """A file that lies there already, with the SHA-256 of its bytes."""

    digest: str


File = Words | Kept


def digest_of_words(words: str) -> str:
    """Return the SHA-256 of a file's words as they are written."""
    return Words(words).digest


def is_there(path: Path, digest: str) -> bool:
    """Return whether a file holds the bytes of `digest`: it is read, as somebody may have edited it."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def write_files(files: Mapping[str, File], out: Path) -> tuple[str, ...]:
    """Write files under `out`, leave those alone that are the same, remove those of an earlier run that are no more.

    `data/files.json` lists them with their SHA-256; only what it lists is ever removed.
    """
    try:
        before = _listed(out / MANIFEST)
        for name in sorted(files):
            file, path = files[name], out / name
            if isinstance(file, Words) and not (before.get(name) == file.digest and is_there(path, file.digest)):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.content)
        for name in sorted(set(before) - set(files)):
            _remove(out, name)
        digests = {name: file.digest for name, file in files.items()}
        manifest = Words(json.dumps(digests, indent=1, sort_keys=True) + "\n")
        (out / MANIFEST).write_bytes(manifest.content)
    except OSError as error:
        what = f"can't be written: {error.strerror or error}"
        raise Misused(what, item=str(error.filename or out), remedy="Choose a folder that you may write to.") from error
    return tuple(sorted([*files, MANIFEST]))


def _listed(manifest: Path) -> dict[str, str]:
    try:
        listed = json.loads(manifest.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return listed if isinstance(listed, dict) else {}


def _remove(out: Path, name: str) -> None:
    """Remove a file of an earlier run; a name that leads out of the folder is not ours."""
    path = out / name
    if ".." not in Path(name).parts and not Path(name).is_absolute():
        path.unlink(missing_ok=True)

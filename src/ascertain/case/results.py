"""What the commands on a case answer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from ascertain.model import Change, Incident, Skipped
from ascertain.model.records import incident_line


@dataclass(frozen=True)
class StageRow:
    """The lineage of one stage of a run: how many things it took, gave and skipped, and how many it made afresh.

    All are of one kind, so that `taken` is `given` and `skipped` together; `of` says in words what they are.
    """

    stage: str
    taken: int
    given: int
    skipped: int
    fresh: int = 0
    of: str = ""


@dataclass(frozen=True)
class Taken:
    """What `collect` took in."""

    captures: int
    items: int
    skipped: tuple[Skipped, ...]

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {"captures": self.captures, "items": self.items, "skipped": msgspec.to_builtins(self.skipped)}


@dataclass(frozen=True)
class Built:
    """What `build` made."""

    folder: Path
    out: Path
    stages: tuple[StageRow, ...]
    incidents: tuple[Incident, ...]
    skipped: tuple[Skipped, ...]
    orphaned: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {
            "dossier": str(self.out / "index.html"),
            "stages": [msgspec.to_builtins(row) for row in self.stages],
            "incidents": [incident_line(incident) for incident in self.incidents],
            "skipped": msgspec.to_builtins(self.skipped),
            "orphaned_decisions": list(self.orphaned),
        }


@dataclass(frozen=True)
class Published:
    """What `publish` wrote: the version's number, where, and what changed since the one before."""

    version: int
    out: Path
    changes: tuple[Change, ...]
    skipped: tuple[Skipped, ...]

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {
            "version": self.version,
            "dossier": str(self.out / "index.html"),
            "changes": msgspec.to_builtins(self.changes),
            "skipped": msgspec.to_builtins(self.skipped),
        }


@dataclass(frozen=True)
class Overview:
    """A case at a glance, as it was last built."""

    folder: Path
    title: str
    built: bool
    items: int = 0
    claims: int = 0
    origins: int = 0
    incidents: tuple[Incident, ...] = ()

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {
            "case": str(self.folder),
            "title": self.title,
            "built": self.built,
            "items": self.items,
            "claims": self.claims,
            "origins": self.origins,
            "incidents": [incident_line(incident) for incident in self.incidents],
        }


@dataclass(frozen=True)
class Thing:
    """One record found by its id."""

    kind: str
    id: str
    record: dict[str, Any]


@dataclass(frozen=True)
class Found:
    """Something that holds the words that were looked for."""

    kind: str
    id: str
    words: str

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {"kind": self.kind, "id": self.id, "words": self.words}

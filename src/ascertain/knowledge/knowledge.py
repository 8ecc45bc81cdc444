"""Everything that is known beforehand, in one immutable value."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ascertain.model import Actor, Area, Equipment, Source


@dataclass(frozen=True)
class Knowledge:
    """What every stage may look up. `digest` names the exact contents: same digest, same answers."""

    actors: tuple[Actor, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    sources: tuple[Source, ...] = ()
    areas: tuple[Area, ...] = ()
    digest: str = field(default="")


def load(folder: Path | None = None, packs: Sequence[Path] = ()) -> Knowledge:
    """Return the built-in packs and, over them, the case's own files in `folder` and each further pack."""
    return Knowledge()

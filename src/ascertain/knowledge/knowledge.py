"""Everything that is known beforehand, in one immutable value."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from ascertain.knowledge.actors import merged_actors, read_actors
from ascertain.knowledge.areas import FILES as AREA_FILES
from ascertain.knowledge.areas import is_area_pack, read_areas
from ascertain.knowledge.equipment import merged_equipment, read_equipment
from ascertain.knowledge.gazetteer import Gazetteer, gazetteer_digest, load_gazetteer
from ascertain.knowledge.nations import Nation, merged_nations, read_nations
from ascertain.knowledge.outlets import merged_sources, read_sources
from ascertain.knowledge.pack_file import PackFile, built_in
from ascertain.model import Actor, Area, Equipment, Misused, Source

_FILES = ("actors.toml", "equipment.toml", "nations.toml", "sources.toml")
_TABLES = frozenset(("actor", "equipment", "nation", "source"))
_BUILT_IN = ("nations", "actors", "equipment", "outlets")
# What a case's folder may hold of the desk's own knowledge.
OWN_FILES = (*_FILES, "places.geojson", *(name for name, _ in AREA_FILES))


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What every stage may look up. `digest` names the exact contents: same digest, same answers.

    Two values are the same only if they are one object, so that what is compiled from it (look-up automata) can be
    kept beside it; to compare contents compare digests.
    """

    actors: tuple[Actor, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    sources: tuple[Source, ...] = ()
    areas: tuple[Area, ...] = ()
    nations: tuple[Nation, ...] = ()
    digest: str = ""
    open_gazetteer: Callable[[], Gazetteer] = load_gazetteer

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places, loaded when they are first looked up: a build in which nothing is read anew needs none."""
        return self.open_gazetteer()


def load(folder: Path | None = None, packs: Sequence[Path] = ()) -> Knowledge:
    """Return the built-in packs and, over them, the case's own files in `folder` and each further pack.

    A later file's entry wins over an earlier one's of the same id; names add up (docs/reference/formats.md, knowledge
    packs). Raises `Misused` with file, line and remedy for a pack that can't be read.
    """
    own = [folder / name for name in _FILES if (folder / name).exists()] if folder else []
    further = [PackFile(path) for path in (*own, *(pack for pack in packs if pack.suffix == ".toml"))]
    for pack in further:
        _refuse_unknown_tables(pack)
    layers = [_built_in(), *([pack] for pack in further)]
    nations = merged_nations([n for pack in layer for n in read_nations(pack)] for layer in layers)
    actors = [[a for pack in layer for a in read_actors(pack)] for layer in layers]
    actors.insert(0, [_state(nation) for nation in nations])
    area_files = _area_files(folder, packs)
    return Knowledge(
        actors=merged_actors(actors),
        equipment=merged_equipment([e for pack in layer for e in read_equipment(pack)] for layer in layers),
        sources=merged_sources([s for pack in layer for s in read_sources(pack)] for layer in layers),
        nations=nations,
        areas=tuple(area for path in area_files for area in read_areas(path)[0]),
        open_gazetteer=partial(load_gazetteer, folder, packs),
        digest=_digest(
            [
                *(pack.content for layer in layers for pack in layer),
                *(path.read_bytes() for path in area_files),
                gazetteer_digest(folder, packs).encode(),
            ]
        ),
    )


def _area_files(folder: Path | None, packs: Sequence[Path]) -> list[Path]:
    """Return the files of zones and areas of control: the case's own, then those given as packs."""
    own = [folder / name for name, _ in AREA_FILES if (folder / name).exists()] if folder else []
    return [*own, *(pack for pack in packs if is_area_pack(pack))]


def _state(nation: Nation) -> Actor:
    """Return a country as the party that it is where the words make it act."""
    return Actor(id=nation.code.lower(), name=nation.name, type="government", country=nation.code)


@cache
def _built_in() -> list[PackFile]:
    return [pack for folder in _BUILT_IN for pack in built_in(folder)]


def _digest(contents: Sequence[bytes]) -> str:
    whole = hashlib.sha256()
    for content in contents:
        whole.update(hashlib.sha256(content).digest())
    return whole.hexdigest()


def _refuse_unknown_tables(pack: PackFile) -> None:
    unknown = sorted(set(pack.values) - _TABLES)
    if unknown:
        raise Misused(
            f"unknown table `{unknown[0]}`",
            item=str(pack.path),
            remedy=f"A pack holds [[{']], [['.join(sorted(_TABLES))}]] tables; docs/reference/formats.md shows them.",
        )

"""Putting a gazetteer together: the case's places, packs named on the command line, added packs, the built-in."""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path

from ascertain.knowledge.gazetteer import builtin
from ascertain.knowledge.gazetteer.cache import built_in_digest, built_in_table, data_folder
from ascertain.knowledge.gazetteer.compile import FORM, compile_rows
from ascertain.knowledge.gazetteer.gazetteer import Gazetteer, digest_of_layers
from ascertain.knowledge.gazetteer.layer import Layer
from ascertain.knowledge.gazetteer.packs import guess_kind, holds_zones, is_place_pack, is_zone_pack, read_pack
from ascertain.knowledge.gazetteer.table import Table, read_table, table_digest
from ascertain.knowledge.gazetteer.widths import as_wide_as_known
from ascertain.model import Broken, Misused, Skipped
from ascertain.model.thing import Thing
from ascertain.text.tables import cache_folder

__all__ = ["PackSummary", "add_pack", "gazetteer_digest", "is_place_pack", "load_gazetteer", "names_listed"]


class PackSummary(Thing, frozen=True, kw_only=True):
    """What came of adding a pack: `places` and `names` taken, `skipped` not, and `path` where the table lies."""

    name: str
    kind: str
    places: int
    names: int
    skipped: tuple[Skipped, ...] = ()
    path: str = ""


def load_gazetteer(folder: Path | None = None, packs: Sequence[Path] = ()) -> Gazetteer:
    """Return the gazetteer of a case: its `places.geojson`, then `packs`, then added packs, then the built-in.

    Zones are places, too: "inside the de-confliction zone" says where something happened as far as the zone reaches.
    Files among `packs` that hold no places are passed over. The same arguments and files give the same object.
    """
    return _load(*_files(folder, packs))


def names_listed(folder: Path) -> list[tuple[str, ...]]:
    """Return the names of each place that a case's own `places.geojson` lists, in its order, the main one first."""
    path = folder / "places.geojson"
    if not path.is_file():
        return []
    return [row.names for row in read_pack(path) if not isinstance(row, Skipped)]


def gazetteer_digest(folder: Path | None = None, packs: Sequence[Path] = ()) -> str:
    """Return the digest of the gazetteer that `load_gazetteer` gives, without loading the large tables of it.

    The case's own places and `packs` are read and any fault of theirs is raised as there.
    """
    own, added = _files(folder, packs)
    tables = (*(_pack_layer(*state).digest for state in own), *(table_digest(path) for path, _, _ in added))
    return digest_of_layers((*tables, built_in_digest()))


_State = tuple[Path, int, int]


def _files(folder: Path | None, packs: Sequence[Path]) -> tuple[tuple[_State, ...], tuple[_State, ...]]:
    """Return the packs to compile and the compiled tables that were added, each with its size and age."""
    files = [folder / name for name in ("places.geojson", "zones.geojson")] if folder is not None else []
    own = [path for path in files if path.is_file() and (not is_zone_pack(path) or holds_zones(path))]
    named = [path for path in packs if path.is_file() and (is_place_pack(path) or holds_zones(path))]
    added = sorted((data_folder() / "places").glob("*.gaz"))
    return tuple(_state(path) for path in (*own, *named)), tuple(_state(path) for path in added)


def _state(path: Path) -> _State:
    about = path.stat()
    return path.resolve(), about.st_size, about.st_mtime_ns


@lru_cache(maxsize=4)
def _load(packs: tuple[_State, ...], added: tuple[_State, ...]) -> Gazetteer:
    layers = [_pack_layer(*state) for state in packs]
    for path, _, _ in added:
        table, digest = read_table(path)
        layers.append(Layer(table, digest, 1, str(table.notes.get("licence", ""))))
    layers.append(_built_in())
    return Gazetteer(layers)


@lru_cache(maxsize=1)
def _built_in() -> Layer:
    table, digest = built_in_table()
    return Layer(table, digest, 1, builtin.LICENCE)


@lru_cache(maxsize=16)
def _pack_layer(path: Path, size: int, changed_ns: int) -> Layer:
    """Return a pack as a layer; compiled once and kept in the cache under the digest of its bytes."""
    with path.open("rb") as handle:
        content = file_digest(handle, "sha256").hexdigest()
    kind = guess_kind(path)
    kept = cache_folder() / f"pack-{sha256(f'{FORM} {kind} {content}'.encode()).hexdigest()[:16]}.gaz"
    try:
        table, digest = read_table(kept)
    except (Broken, OSError):
        table, _, _ = _compile(path, kind)
        digest = content
        with suppress(OSError):
            digest = table.write(kept)
    return Layer(table, digest, 1 if kind == "geonames" else 0, str(table.notes.get("licence", "")))


def _compile(path: Path, kind: str) -> tuple[Table, int, list[Skipped]]:
    rows, skipped = [], []
    for one in read_pack(path, kind):
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            rows.append(as_wide_as_known(one))
    if not rows:
        raise Misused("the pack holds no place", item=path.name, remedy=skipped[0].why if skipped else "it is empty")
    table = compile_rows(rows)
    table.notes["licence"] = builtin.LICENCE if kind == "geonames" else "as its source"
    return table, len(rows), skipped


def add_pack(file: Path, kind: str = "") -> PackSummary:
    """Compile a pack into the user's data folder, where every later case finds it, and say what was taken.

    Raises:
        Misused: the file is missing or holds no place; Refused: it is larger than a limit.

    """
    if not file.is_file():
        raise Misused("there is no such file", item=file.name, remedy="give the path of a pack")
    chosen = kind or guess_kind(file)
    table, places, skipped = _compile(file, chosen)
    target = data_folder() / "places" / f"{file.stem}.gaz"
    try:
        table.write(target)
    except OSError as why:
        raise Misused(
            f"the data folder can't be written ({why.strerror})",
            item=file.name,
            remedy="set ASCERTAIN_DATA to a folder of yours",
        ) from why
    return PackSummary(
        name=file.name,
        kind=chosen,
        places=places,
        names=len(table.arrays["pair"]),
        skipped=tuple(skipped),
        path=str(target),
    )

"""The checks of a case's files: each compared with what the ledger says of it."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ascertain.integrity.chunks import changed_ranges, digest_file, digest_of_file
from ascertain.integrity.entry import Entry
from ascertain.integrity.ledger_file import Places
from ascertain.integrity.timestamps import NoProof, check_entry
from ascertain.integrity.verdict import Damage, Doubt
from ascertain.integrity.walk import LedgerWalk
from ascertain.model import Misused

if TYPE_CHECKING:  # takes long to load, and is seldom needed
    from cryptography import x509

_DIGEST = re.compile("[0-9a-f]{64}")
_TAIL = 62  # digits of a digest after the first two, which name the folder


class Findings:
    """What was found, with what is needed to place it."""

    def __init__(self, walk: LedgerWalk) -> None:
        self.walk = walk
        self.damages, self.doubts, self.notes = list(walk.damages), list(walk.doubts), list[str]()


def check_blob(places: Places, digest: str, entry: Entry, found: Findings) -> None:
    """Check that a capture's sealed bytes are as the entry that sealed them says."""
    name = entry.args.get("name") or f"the published version {entry.args.get('number', '')}".rstrip()
    lost = f"the sealed bytes of {name} in these places; its other bytes, and all other captures, are as sealed"
    check_file(places.blob(digest), digest, entry, lost, found)


def check_file(path: Path, digest: str, entry: Entry, lost: str, found: Findings) -> None:
    """Check a file that an entry names by its digest and size; `lost` says what goes with it."""
    size = entry.args.get("bytes")
    size = size if isinstance(size, int) else 0
    if not _DIGEST.fullmatch(digest):
        what = "the entry names no digest, so that nothing can be checked by it"
        since = found.walk.sealed_by(entry.n)
        found.damages.append(
            Damage(item=found.walk.places.ledger.name, what=what, entry=entry.n, since=since, lost=lost)
        )
        return
    if path.is_symlink() or not path.is_file():
        what = "its sealed bytes are gone" if not path.exists() else "it is not a file of its own"
        _blame(path, entry, what, [(0, size)], lost, found)
        return
    present, present_size = digest_of_file(path)
    if present == digest and present_size == size:
        return
    what = "its bytes are not those that were sealed"
    if present_size != size:
        what += f": {present_size} bytes instead of {size}"
    _blame(path, entry, what, changed_ranges(path, size, entry.args), lost, found)


def _blame(path: Path, entry: Entry, what: str, ranges: Sequence[tuple[int, int]], lost: str, found: Findings) -> None:
    item, since = _item(path, entry), found.walk.sealed_by(entry.n)
    for start, end in ranges:
        found.damages.append(
            Damage(item=item, what=what, start=start, end=end, entry=entry.n, since=since, lost=f"Lost: {lost}.")
        )


def _item(path: Path, entry: Entry) -> str:
    name = entry.args.get("name")
    place = "/".join(path.parts[-3:] if len(path.name) == _TAIL else path.parts[-2:])
    return f"{name} ({place})" if name else place


def look_for_strangers(folder: Path, pattern: str, is_named: Callable[[Path], bool], found: Findings) -> None:
    """Tell of files that no entry names; those that are not even what their own name says are damage."""
    strangers = 0
    for path in sorted(folder.glob(pattern)) if folder.is_dir() else []:
        if not path.name.startswith(".") and is_named(path):
            continue
        place = "/".join(path.parts[-3:] if len(path.name) == _TAIL else path.parts[-2:])
        if path.name.startswith("."):
            found.notes.append(f"{place}: was being written when a run was cut short; it can be removed")
        else:
            strangers += 1
            digest = path.parent.name + path.name if len(path.name) == _TAIL else path.name
            if path.is_symlink() or not path.is_file() or digest_file(path)[0] != digest:
                what = "its bytes are not those that its name says"
                lost = "Lost: these bytes. No entry that can be read names them."
                found.damages.append(Damage(item=place, what=what, lost=lost))
            else:
                _doubt_stranger(place, strangers, found)


def _doubt_stranger(place: str, number: int, found: Findings) -> None:
    """Tell of a blob that is right by its name; where the ledger is damaged all of them at once, as one doubt."""
    if not found.walk.damages:
        found.doubts.append(Doubt(
            item=place, why="no entry of the ledger names it: a run was cut short here, or somebody put it there",
            remedy="Collect again: what belongs to the case is then entered.",
        ))  # fmt: skip
        return
    if number > 1:
        found.doubts.pop()
    found.doubts.append(Doubt(
        item="blobs", why=f"{number} are right by their names, but no entry that can be read names them",
        remedy="Restore the ledger from a backup: the bytes themselves are whole.",
    ))  # fmt: skip


def check_database(places: Places, found: Findings) -> None:
    """Compare the derived database with what the last build left; it can always be rebuilt."""
    built = next((entry for entry in reversed(found.walk.entries) if entry.action == "build"), None)
    path = places.database
    if not path.exists():
        if built:
            found.notes.append("case.db is not there; it is derived, and `ascertain build` makes it again")
        return
    unfinished = any(path.with_name(name).exists() for name in ("case.work.db", "case.work.server", "case.db-journal"))
    if built is None or unfinished:
        found.doubts.append(Doubt(item="case.db", why="a build has begun and not ended",
                                  remedy="Run `ascertain build`: it goes on where it stopped."))  # fmt: skip
        return
    digest, size, _ = digest_file(path)
    if digest == built.digest:
        return
    sealed_size = built.args.get("bytes")
    for start, end in changed_ranges(path, sealed_size if isinstance(sealed_size, int) else size, built.args):
        found.damages.append(Damage(
            item="case.db", what="it is not what the last build left", start=start, end=end, entry=built.n,
            since=found.walk.sealed_by(built.n),
            lost="Nothing is lost: it is derived. Delete it and run `ascertain build`.",
        ))  # fmt: skip


def check_tiles(places: Places, found: Findings) -> None:
    """Compare the tree's hashes on disk with those made from the entries; they can always be made again."""
    made = {found.walk.tiles.path(*place): content for place, content in found.walk.tiles.unwritten.items()}
    for path in sorted(path for path in places.tiles.rglob("*") if path.is_file() and not path.name.startswith(".")):
        expected = made.get(path)
        if expected is None:
            found.notes.append(f"{path.relative_to(places.folder)}: no tile of this ledger; it can be removed")
        elif path.read_bytes() != expected:
            found.damages.append(Damage(
                item=path.relative_to(places.folder).as_posix(), what="it is not what the entries give",
                start=0, end=len(expected), lost="Nothing is lost: it is derived. Delete the folder `tiles`.",
            ))  # fmt: skip


def check_timestamps(places: Places, roots: "Sequence[x509.Certificate]", found: Findings) -> None:
    """Check that answers are as they came, and say what they prove where there are roots to judge them by."""
    named = {entry.digest: entry for entry in found.walk.entries if entry.action == "timestamp" and entry.digest}
    for digest, entry in sorted(named.items(), key=lambda pair: pair[1].n):
        before = len(found.damages)
        check_file(
            places.timestamps / digest, digest, entry, "someone else's word for the time, and nothing else", found
        )
        if len(found.damages) == before:
            _judge_timestamp(entry, places, roots, found)
    look_for_strangers(places.timestamps, "*", lambda path: path.name in named, found)


def _judge_timestamp(entry: Entry, places: Places, roots: "Sequence[x509.Certificate]", found: Findings) -> None:
    over = f"a timestamp over {entry.args.get('size')} entries"
    if not roots:
        found.notes.append(f"{over} is there; give the authority's root certificate to have it judged")
        return
    try:
        stamp = check_entry(entry, places.timestamps, found.walk.checkpoints, roots)
    except (NoProof, Misused) as error:
        found.doubts.append(Doubt(item=f"timestamps/{entry.digest}", why=f"{over} proves no time: {error}"))
        return
    found.notes.append(f"the first {stamp.size} entries existed at {stamp.at}, by the clock of {stamp.authority}")

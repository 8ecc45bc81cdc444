"""Verification of a case: every entry, checkpoint and sealed byte, read from the disk and from nothing else."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from cryptography import x509

from ascertain.integrity.chunks import changed_ranges, digest_file
from ascertain.integrity.entry import Entry
from ascertain.integrity.ledger_file import Places
from ascertain.integrity.lock import reading
from ascertain.integrity.outside import compare
from ascertain.integrity.timestamps import NoProof, check_entry
from ascertain.integrity.verdict import Damage, Doubt, Verdict, judge
from ascertain.integrity.walk import LedgerWalk
from ascertain.model import Misused

EVIDENCE_FOLDER = ".ascertain"
_DIGEST = re.compile("[0-9a-f]{64}")
_TAIL = 62  # digits of a digest after the first two, which name the folder


class _Findings:
    """What was found, with what is needed to place it."""

    def __init__(self, walk: LedgerWalk) -> None:
        self.walk = walk
        self.damages, self.doubts, self.notes = list(walk.damages), list(walk.doubts), list[str]()


def verify(case: Path, against: str | Path | None = None, roots: Sequence[x509.Certificate] = ()) -> Verdict:
    """Return whether the case in the folder `case` is what was sealed; never a traceback, never a change.

    `against` is a checkpoint kept elsewhere (a file, or its text) or a verifier key: with it an older state, a fork
    or a ledger rewritten under another key is found too, which nothing inside the folder could show. `roots` are the
    certificates by which timestamps are judged.
    """
    folder = case / EVIDENCE_FOLDER if (case / EVIDENCE_FOLDER).is_dir() else case
    places = Places(folder)
    if not places.ledger.exists() and not places.checkpoints.exists():
        why = "there is no ledger here" if folder.exists() else "there is no such folder"
        return _unknown(str(case.name), why, "Give the folder of a case, or of a published dossier.")
    try:
        with reading(places.lock):
            found = _look(places, against, roots)
    except OSError as error:
        item = Path(error.filename).name if error.filename else str(case.name)
        return _unknown(item, f"it can't be read: {error.strerror}", "Check the disk and your rights, then try again.")
    walk = found.walk
    return Verdict(
        state=judge(found.damages, found.doubts),
        damages=tuple(found.damages),
        doubts=tuple(found.doubts),
        notes=tuple(found.notes),
        entries=walk.size,
        captures=len({entry.digest for entry in walk.sealed}),
        checkpoint=str(walk.checkpoints[-1]) if walk.checkpoints else "",
        keys=tuple(str(key) for key in walk.keys),
    )


def _unknown(item: str, why: str, remedy: str) -> Verdict:
    return Verdict(state="cannot_tell", doubts=(Doubt(item=item, why=why, remedy=remedy),))


def _look(places: Places, against: str | Path | None, roots: Sequence[x509.Certificate]) -> _Findings:
    walk = LedgerWalk(places)
    found = _Findings(walk)
    if against is not None:
        damages, doubts, notes = compare(walk, against)
        found.damages += damages
        found.doubts += doubts
        found.notes += notes
    for path in (places.ledger, places.checkpoints, places.database):
        if path.is_symlink():
            why = "it is a link to somewhere else, which the case does not hold"
            found.doubts.append(Doubt(item=path.name, why=why, remedy="Put the file itself there."))
    named = {entry.digest: entry for entry in reversed(walk.sealed) if entry.digest}
    for digest, entry in sorted(named.items()):
        _check_blob(places, digest, entry, found)
    _look_for_strangers(places.blobs, "*/*", lambda path: path.parent.name + path.name in named, found)
    if walk.is_key_unknown:
        found.doubts.append(Doubt(
            item=places.checkpoints.name,
            why="its signatures can't be checked: the entry that names the key is damaged",
            remedy="Restore the ledger from a backup, or compare with a checkpoint kept elsewhere (--against).",
        ))  # fmt: skip
    aside = {entry.digest: entry for entry in walk.recovered if entry.digest}
    for digest, entry in sorted(aside.items()):
        _check_file(places.unsigned / digest, digest, entry, "nothing that was acknowledged", found)
    _look_for_strangers(places.unsigned, "*", lambda path: path.name in aside, found)
    _check_database(places, found)
    _check_tiles(places, found)
    _check_timestamps(places, roots, found)
    return found


def _check_blob(places: Places, digest: str, entry: Entry, found: _Findings) -> None:
    name = entry.args.get("name", "")
    lost = f"the sealed bytes of {name} in these places; its other bytes, and all other captures, are as sealed"
    _check_file(places.blob(digest), digest, entry, lost, found)


def _check_file(path: Path, digest: str, entry: Entry, lost: str, found: _Findings) -> None:
    item, since = _item(path, entry), found.walk.sealed_by(entry.n)
    size = entry.args.get("bytes")
    size = size if isinstance(size, int) else 0
    if not _DIGEST.fullmatch(digest):
        what = "the entry names no digest, so that nothing can be checked by it"
        found.damages.append(
            Damage(item=found.walk.places.ledger.name, what=what, entry=entry.n, since=since, lost=lost)
        )
        return
    if path.is_symlink() or not path.is_file():
        what = "its sealed bytes are gone" if not path.exists() else "it is not a file of its own"
        found.damages.append(
            Damage(item=item, what=what, start=0, end=size, entry=entry.n, since=since, lost=f"Lost: {lost}.")
        )
        return
    present, present_size, _ = digest_file(path)
    if present == digest and present_size == size:
        return
    what = "its bytes are not those that were sealed"
    if present_size != size:
        what += f": {present_size} bytes instead of {size}"
    for start, end in changed_ranges(path, size, entry.args):
        found.damages.append(
            Damage(item=item, what=what, start=start, end=end, entry=entry.n, since=since, lost=f"Lost: {lost}.")
        )


def _item(path: Path, entry: Entry) -> str:
    name = entry.args.get("name")
    place = "/".join(path.parts[-3:] if len(path.name) == _TAIL else path.parts[-2:])
    return f"{name} ({place})" if name else place


def _look_for_strangers(folder: Path, pattern: str, is_named: Callable[[Path], bool], found: _Findings) -> None:
    strangers = 0
    for path in sorted(folder.glob(pattern)) if folder.is_dir() else []:
        place = "/".join(path.parts[-3:] if len(path.name) == _TAIL else path.parts[-2:])
        if path.name.startswith("."):
            found.notes.append(f"{place}: was being written when a run was cut short; it can be removed")
        elif not is_named(path):
            strangers += 1
            digest = path.parent.name + path.name if len(path.name) == _TAIL else path.name
            if path.is_symlink() or not path.is_file() or digest_file(path)[0] != digest:
                what = "its bytes are not those that its name says"
                lost = "Lost: these bytes. No entry that can be read names them."
                found.damages.append(Damage(item=place, what=what, lost=lost))
            else:
                _doubt_stranger(place, strangers, found)


def _doubt_stranger(place: str, number: int, found: _Findings) -> None:
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


def _check_database(places: Places, found: _Findings) -> None:
    """Compare the derived database with what the last build left; it can always be rebuilt."""
    built = next((entry for entry in reversed(found.walk.entries) if entry.action == "build"), None)
    path = places.database
    if not path.exists():
        if built:
            found.notes.append("case.db is not there; it is derived, and `ascertain build` makes it again")
        return
    unfinished = any(path.with_name(name).exists() for name in ("case.work.db", "case.db-journal"))
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


def _check_tiles(places: Places, found: _Findings) -> None:
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


def _check_timestamps(places: Places, roots: Sequence[x509.Certificate], found: _Findings) -> None:
    """Check that answers are as they came, and say what they prove where there are roots to judge them by."""
    named = {entry.digest: entry for entry in found.walk.entries if entry.action == "timestamp" and entry.digest}
    for digest, entry in sorted(named.items(), key=lambda pair: pair[1].n):
        before = len(found.damages)
        _check_file(
            places.timestamps / digest, digest, entry, "someone else's word for the time, and nothing else", found
        )
        if len(found.damages) == before:
            _judge_timestamp(entry, places, roots, found)
    _look_for_strangers(places.timestamps, "*", lambda path: path.name in named, found)


def _judge_timestamp(entry: Entry, places: Places, roots: Sequence[x509.Certificate], found: _Findings) -> None:
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

"""Verification of a case: every entry, checkpoint and sealed byte, read from the disk and from nothing else."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ascertain.integrity.ledger_file import Places
from ascertain.integrity.lock import reading
from ascertain.integrity.outside import compare
from ascertain.integrity.verdict import Doubt, Verdict, judge
from ascertain.integrity.verify_files import (
    Findings,
    check_blob,
    check_database,
    check_file,
    check_tiles,
    check_timestamps,
    look_for_strangers,
)
from ascertain.integrity.walk import LedgerWalk

if TYPE_CHECKING:  # takes long to load, and is seldom needed
    from cryptography import x509

EVIDENCE_FOLDER = ".ascertain"


def verify(case: Path, against: str | Path | None = None, roots: "Sequence[x509.Certificate]" = ()) -> Verdict:
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


def _look(places: Places, against: str | Path | None, roots: "Sequence[x509.Certificate]") -> Findings:
    walk = LedgerWalk(places)
    found = Findings(walk)
    if against is not None:
        damages, doubts, notes = compare(walk, against)
        found.damages += damages
        found.doubts += doubts
        found.notes += notes
    for path in (places.ledger, places.checkpoints, places.database):
        if path.is_symlink():
            why = "it is a link to somewhere else, which the case does not hold"
            found.doubts.append(Doubt(item=path.name, why=why, remedy="Put the file itself there."))
    named = {entry.digest: entry for entry in reversed(walk.kept) if entry.digest}
    for digest, entry in sorted(named.items()):
        check_blob(places, digest, entry, found)
    look_for_strangers(places.blobs, "*/*", lambda path: path.parent.name + path.name in named, found)
    if walk.is_key_unknown:
        found.doubts.append(Doubt(
            item=places.checkpoints.name,
            why="its signatures can't be checked: the entry that names the key is damaged",
            remedy="Restore the ledger from a backup, or compare with a checkpoint kept elsewhere (--against).",
        ))  # fmt: skip
    aside = {entry.digest: entry for entry in walk.recovered if entry.digest}
    for digest, entry in sorted(aside.items()):
        check_file(places.unsigned / digest, digest, entry, "nothing that was acknowledged", found)
    look_for_strangers(places.unsigned, "*", lambda path: path.name in aside, found)
    check_database(places, found)
    check_tiles(places, found)
    check_timestamps(places, roots, found)
    return found

"""Comparison with what was kept elsewhere: only that shows a case rolled back, forked or rewritten whole."""

from pathlib import Path

from ascertain.integrity.checkpoint import Checkpoint, read_checkpoint, split_notes
from ascertain.integrity.keys import VerifierKey, read_verifier_key
from ascertain.integrity.verdict import Damage, Doubt
from ascertain.integrity.walk import LedgerWalk

_Found = tuple[list[Damage], list[Doubt], list[str]]


def compare(walk: LedgerWalk, against: str | Path) -> _Found:
    """Return what the copy kept elsewhere tells of the ledger: a checkpoint or several, or a verifier key."""
    try:
        kept = read_kept(against)
    except (ValueError, OSError) as error:
        remedy = "Give a checkpoint file, or a verifier key."
        return [], [Doubt(item="the copy kept elsewhere", why=f"it can't be read: {error}", remedy=remedy)], []
    if isinstance(kept, VerifierKey):
        return _compare_key(walk, kept)
    damages, notes = [], []
    for checkpoint in kept:
        if fault := _fault(walk, checkpoint):
            damages.append(Damage(item=walk.places.ledger.name, what=fault))
        else:
            notes.append(f"the checkpoint kept elsewhere, over {checkpoint.size} entries, is part of this ledger")
    return damages, [], notes


def read_kept(against: str | Path) -> list[Checkpoint] | VerifierKey:
    """Return what a file, or a text, holds: checkpoints or a verifier key; `ValueError`, `OSError` where neither."""
    text = against if isinstance(against, str) and "\n" in against else None
    if text is None and isinstance(against, str) and against.count("+") >= 2:
        return read_verifier_key(against.strip())
    text = text if text is not None else Path(against).read_bytes().decode()
    if "\n" not in text.strip():
        return read_verifier_key(text.strip())
    return [read_checkpoint(note) for note in split_notes(text)]


def _compare_key(walk: LedgerWalk, key: VerifierKey) -> _Found:
    if walk.checkpoints and walk.checkpoints[-1].fault({key.hash: key}) is None:
        return [], [], ["the newest checkpoint is signed by the key kept elsewhere"]
    what = "the newest checkpoint is not signed by the key kept elsewhere"
    return [Damage(item=walk.places.checkpoints.name, what=what)], [], []


def _fault(walk: LedgerWalk, kept: Checkpoint) -> str | None:
    if walk.checkpoints and kept.origin != walk.checkpoints[0].origin:
        return f"the checkpoint kept elsewhere is of another ledger ({kept.origin})"
    if kept.size > walk.size:
        return f"an older state: {walk.size} entries, and the checkpoint kept elsewhere shows {kept.size}"
    if kept.size >= len(walk.roots) or walk.roots[kept.size] != kept.root:
        return f"another history: its first {kept.size} entries are not those of the checkpoint kept elsewhere"
    return None

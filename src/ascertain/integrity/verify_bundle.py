"""Verification of a published bundle, as docs/reference/bundle.md says it, step by step."""

from pathlib import Path

from ascertain.integrity.bundle import CUSTODY, read_manifest
from ascertain.integrity.canonical import digest_of, read_canonical
from ascertain.integrity.checkpoint import Checkpoint, read_checkpoint
from ascertain.integrity.chunks import digest_file
from ascertain.integrity.entry import Entry, read_entry
from ascertain.integrity.folder_files import files_of
from ascertain.integrity.keys import VerifierKey, read_verifier_key
from ascertain.integrity.merkle import is_included, leaf_hash
from ascertain.integrity.outside import read_kept
from ascertain.integrity.verdict import Damage, Doubt, Verdict, judge

_CUSTODY_FILES = ("checkpoint", "entry.json", "keys", "manifest.json", "proof.json")


class _Fault(Exception):
    """A step failed: in which file, and how."""

    def __init__(self, item: str, what: str, start: int | None = None, end: int | None = None) -> None:
        super().__init__(what)
        self.damage = Damage(item=item, what=what, start=start, end=end)


def is_bundle(folder: Path) -> bool:
    """Return whether a folder looks like a published bundle and not like a case."""
    return (folder / CUSTODY).is_dir()


def verify_bundle(folder: Path, against: str | Path | None = None) -> Verdict:
    """Return whether a published bundle is what was published; never a traceback.

    `against` is the publisher's verifier key as made known elsewhere: without it, that the key is theirs is not shown.
    It may be a checkpoint of the same ledger, too: then the bundle's own must be the same, where it is as large.
    """
    if not is_bundle(folder):
        remedy = "Give the folder of a published dossier."
        doubt = Doubt(item=folder.name, why="it has no custody folder: it was not sealed", remedy=remedy)
        return Verdict(state="cannot_tell", doubts=(doubt,))
    damages: list[Damage] = []
    doubts: list[Doubt] = []
    sealed: _Sealed | None = None
    try:
        sealed = _Sealed(folder)
        damages += _check_files(folder, sealed.files)
    except _Fault as fault:
        damages.append(fault.damage)
    except OSError as error:
        item = Path(str(error.filename or folder.name)).name
        doubts.append(Doubt(item=item, why=f"it can't be read: {error.strerror}", remedy="Get another copy."))
    notes = []
    if sealed is not None:
        if against is not None:
            _compare(sealed, against, damages, doubts)
        else:
            notes.append(
                f"sealed by {sealed.keys[-1]}; whether that is the publisher's key, only they can say elsewhere"
            )
    return Verdict(
        state=judge(damages, doubts),
        damages=tuple(damages),
        doubts=tuple(doubts),
        notes=tuple(notes),
        entries=sealed.checkpoint.size if sealed else 0,
        checkpoint=str(sealed.checkpoint) if sealed else "",
        keys=tuple(str(key) for key in sealed.keys) if sealed else (),
    )


def _compare(sealed: "_Sealed", against: str | Path, damages: list[Damage], doubts: list[Doubt]) -> None:
    """Compare the bundle with a key or with checkpoints that were kept elsewhere."""
    try:
        kept = read_kept(against)
    except (ValueError, OSError) as error:
        doubts.append(Doubt(item="the copy kept elsewhere", why=f"it can't be read: {error}",
                            remedy="Give a checkpoint file, or a verifier key."))  # fmt: skip
        return
    if isinstance(kept, VerifierKey):
        if kept not in sealed.keys:
            damages.append(Damage(item="custody/keys", what="it is not sealed by the key that was given"))
        return
    own = sealed.checkpoint
    if any(one.origin != own.origin for one in kept):
        damages.append(Damage(item="custody/checkpoint", what="the checkpoint kept elsewhere is of another ledger"))
    elif any(one.size == own.size and one.root != own.root for one in kept):
        what = f"another history: its {own.size} entries are not those of the checkpoint kept elsewhere"
        damages.append(Damage(item="custody/checkpoint", what=what))
    elif all(one.size != own.size for one in kept):
        why = f"it is over {own.size} entries and what was kept elsewhere is not: only the case can show more"
        doubts.append(Doubt(item="custody/checkpoint", why=why,
                            remedy="ascertain verify CASE --against BUNDLE/custody/checkpoint"))  # fmt: skip


class _Sealed:
    """The custody files, each checked against the ones before."""

    def __init__(self, folder: Path) -> None:
        custody = folder / CUSTODY
        _check_names(folder)
        self._content = {name: (custody / name).read_bytes() for name in _CUSTODY_FILES}
        self.keys = self._read_keys()
        self.checkpoint = self._read_checkpoint()
        self._check_inclusion(self._read_entry())
        try:
            self.files = read_manifest(self._content["manifest.json"])
        except ValueError as error:
            raise self._fault("manifest.json", str(error)) from error

    def _fault(self, name: str, what: str) -> _Fault:
        return _Fault(f"{CUSTODY}/{name}", what, 0, len(self._content[name]))

    def _read_keys(self) -> list[VerifierKey]:
        try:
            *lines, rest = self._content["keys"].decode().split("\n")
            keys = [read_verifier_key(line) for line in lines]
        except ValueError as error:
            raise self._fault("keys", str(error)) from error
        if rest or not keys:
            raise self._fault("keys", "it does not end as a list of keys does")
        return keys

    def _read_checkpoint(self) -> Checkpoint:
        try:
            checkpoint = read_checkpoint(self._content["checkpoint"].decode())
        except ValueError as error:
            raise self._fault("checkpoint", str(error)) from error
        if [signature.hash for signature in checkpoint.signatures] != [key.hash for key in self.keys]:
            raise self._fault("checkpoint", "it is not signed by the keys beside it")
        if fault := checkpoint.fault({key.hash: key for key in self.keys}):
            raise self._fault("checkpoint", fault)
        return checkpoint

    def _read_entry(self) -> Entry:
        try:
            entry = read_entry(self._content["entry.json"])
        except ValueError as error:
            raise self._fault("entry.json", str(error)) from error
        if entry.action != "publish":
            raise self._fault("entry.json", "it is not the entry of a publication")
        if entry.digest != digest_of(self._content["manifest.json"]):
            raise self._fault("manifest.json", "it is not the manifest that was published")
        return entry

    def _check_inclusion(self, entry: Entry) -> None:
        try:
            proof = read_canonical(self._content["proof.json"])
            hashes, index, size = proof["hashes"], proof["index"], proof["size"]
            steps = [bytes.fromhex(step) for step in hashes]
        except (ValueError, KeyError, TypeError) as error:
            raise self._fault("proof.json", f"not a proof: {error}") from error
        if [step.hex() for step in steps] != hashes or proof.keys() != {"hashes", "index", "size"}:
            raise self._fault("proof.json", "not a proof: spelled another way than proofs are")
        if type(index) is not int or type(size) is not int:  # `true` is 1 to Python, and no number in a proof
            raise self._fault("proof.json", "not a proof: index and size are no whole numbers")
        if (index, size) != (entry.n, self.checkpoint.size):
            raise self._fault("proof.json", "it is of another entry or checkpoint")
        if not is_included(leaf_hash(entry.line), entry.n, size, steps, self.checkpoint.root):
            raise self._fault("entry.json", "it is not in the ledger that the checkpoint signs")


def _check_names(folder: Path) -> None:
    files, links = files_of(folder)
    names = {path.removeprefix(f"{CUSTODY}/") for path in (*files, *links) if path.startswith(f"{CUSTODY}/")}
    for name in sorted(names.symmetric_difference(_CUSTODY_FILES)):
        what = "it does not belong here" if name in names else "it is gone"
        raise _Fault(f"{CUSTODY}/{name}", what)
    for link in links:
        raise _Fault(link, "it is a symbolic link, not a file of its own")


def _check_files(folder: Path, listed: list[dict[str, object]]) -> list[Damage]:
    damages = []
    present = set(files_of(folder)[0])
    for file in listed:
        name, size = str(file["path"]), int(str(file["bytes"]))
        if name not in present:
            damages.append(Damage(item=name, what="it is gone", start=0, end=size))
            continue
        digest, found, _ = digest_file(folder / name)
        if digest != file["sha256"] or found != size:
            what = "it is not the file that was published"
            damages.append(Damage(item=name, what=what, start=0, end=max(size, found)))
    known = {str(file["path"]) for file in listed} | {f"{CUSTODY}/{name}" for name in _CUSTODY_FILES}
    damages += [Damage(item=name, what="nothing lists this file: it was added") for name in sorted(present - known)]
    return damages

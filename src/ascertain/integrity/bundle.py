"""The seal on a published dossier: a manifest of its files, bound to the ledger (docs/reference/bundle.md)."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from ascertain.integrity.canonical import canonical, digest_of
from ascertain.integrity.checkpoint import Checkpoint
from ascertain.integrity.chunks import digest_file
from ascertain.integrity.disk import Disk, in_words, make_folders, write_whole
from ascertain.integrity.entry import Act, Entry
from ascertain.integrity.folder_files import files_of
from ascertain.integrity.ledger import Ledger
from ascertain.model import Misused

CUSTODY = "custody"
FORMAT = "ascertain-bundle/1"
VERIFIER = "verify.py"


def seal_bundle(folder: Path, ledger: Ledger, *, by: str, disk: Disk | None = None) -> Checkpoint:
    """Put `verify.py` and `custody/` into a dossier folder, and enter the publication in the ledger.

    Call it when all other files are written. A dossier that was published before, to the byte, is not entered again and
    gets the same custody files: the same dossier stays the same, byte for byte.
    """
    disk = disk or Disk()
    custody = folder / CUSTODY
    with in_words(folder):
        write_whole(disk, folder / VERIFIER, standalone_verifier())
        listed = _listing(folder)
        manifest = canonical({"files": listed, "format": FORMAT})
        entry = _publication(ledger, manifest, len(listed), by)
        checkpoint = ledger.checkpoint_over(entry.n)
        hashes = ledger.inclusion_proof(entry.n, checkpoint.size)
        proof = {"hashes": [step.hex() for step in hashes], "index": entry.n, "size": checkpoint.size}
        keys = {key.hash: key for key in ledger.keys}
        signers = "".join(f"{keys[signature.hash]}\n" for signature in checkpoint.signatures)
        make_folders(disk, custody)
        for name, content in (
            ("manifest.json", manifest),
            ("entry.json", entry.line),
            ("proof.json", canonical(proof)),
            ("checkpoint", str(checkpoint).encode()),
            ("keys", signers.encode()),
        ):
            write_whole(disk, custody / name, content)
    return checkpoint


def standalone_verifier() -> bytes:
    """Return the verifier that a bundle carries, which needs nothing of ours."""
    return files("ascertain.integrity").joinpath("standalone_verify.py").read_bytes()


def _listing(folder: Path) -> list[dict[str, Any]]:
    names, links = files_of(folder)
    for name in links:
        raise Misused("a symbolic link can't be published", item=name, remedy="Put the file itself there.")
    listed = []
    for name in names:
        if not name.startswith(f"{CUSTODY}/"):
            digest, size, _ = digest_file(folder / name)
            listed.append({"path": name, "bytes": size, "sha256": digest})
    return listed


def _publication(ledger: Ledger, manifest: bytes, count: int, by: str) -> Entry:
    digest, args = digest_of(manifest), {"bytes": len(manifest), "files": count}
    for entry in ledger.entries(action="publish"):
        if entry.digest == digest:
            return entry
    return ledger.append([Act(action="publish", by=by, digest=digest, args=args)])[0]


def read_manifest(content: bytes) -> list[dict[str, Any]]:
    """Return the files that a manifest lists; `ValueError` where it is not one, to the byte."""
    try:
        manifest = msgspec.json.decode(content, type=_Manifest)
    except msgspec.DecodeError as error:
        raise ValueError(f"not a manifest: {error}") from error
    listed = [msgspec.to_builtins(file) for file in manifest.files]
    if manifest.format != FORMAT or canonical({"files": listed, "format": FORMAT}) != content:
        raise ValueError("not a manifest: of another format, or not canonical")
    paths = [file.path for file in manifest.files]
    if paths != sorted(set(paths)):
        raise ValueError("not a manifest: paths out of order or repeated")
    if bad := next((path for path in paths if not is_plain(path)), None):
        raise ValueError(f"not a manifest: {bad} leads out of the bundle")
    return listed


def is_plain(path: str) -> bool:
    """Return whether a path stays inside of the bundle and outside of its custody folder."""
    parts = path.split("/")
    return not ("\\" in path or "\0" in path or parts[0] == CUSTODY or any(part in ("", ".", "..") for part in parts))


class _File(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    bytes: int
    sha256: str


class _Manifest(msgspec.Struct, forbid_unknown_fields=True):
    files: list[_File]
    format: str

"""The case's own settings and knowledge, sealed like evidence: without them a build could not be made again."""

from pathlib import Path

from ascertain.case.asking import ANSWERS_FILE
from ascertain.case.settings import CASE_FILE
from ascertain.integrity import Act, Ledger
from ascertain.integrity.canonical import digest_of
from ascertain.integrity.chunks import parts_of
from ascertain.knowledge.knowledge import OWN_FILES
from ascertain.storage import BlobVault

ACTION = "own_file"


def seal_own_files(folder: Path, vault: BlobVault, ledger: Ledger, by: str) -> None:
    """Seal and enter each of the case's own files as it is now, where it is not as it was entered last."""
    before, acts = own_files(ledger), list[Act]()
    for name in (CASE_FILE, ANSWERS_FILE, *OWN_FILES):
        path = folder / name
        if not path.is_file():
            if before.get(name):
                acts.append(Act(action=ACTION, by=by, args={"name": name}))
            continue
        content = path.read_bytes()
        digest = digest_of(content)
        if before.get(name) != digest:
            vault.seal([content])
            args = {"name": name, "bytes": len(content), **parts_of(content)}
            acts.append(Act(action=ACTION, by=by, digest=digest, args=args))
    ledger.append(acts)


def own_files(ledger: Ledger) -> dict[str, str | None]:
    """Return the digest of each own file as it was entered last; nothing for one that was there and is gone."""
    return {entry.args["name"]: entry.digest for entry in ledger.entries(action=ACTION)}

"""A case made again from its ledger and sealed bytes alone: what nobody entered is not in it."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascertain.case.fingerprint import code_digest
from ascertain.case.own_files import own_files
from ascertain.case.settings import CASE_FILE
from ascertain.integrity.chunks import digest_file
from ascertain.integrity.disk import in_words
from ascertain.model import Broken, Misused
from ascertain.preserve import decisions, sealed_captures
from ascertain.storage import BlobVault, last_build

if TYPE_CHECKING:
    from ascertain.case.case import Case

_CUSTODY = ("ledger.jsonl", "checkpoints", "blobs", "unsigned", "timestamps")


@dataclass(frozen=True)
class Replayed:
    """What came of it: `same` says whether the database is the last build's, to the byte."""

    folder: Path
    captures: int
    decisions: int
    same: bool
    why: str = ""

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {"case": str(self.folder), "captures": self.captures, "decisions": self.decisions, "same": self.same,
                "why": self.why}  # fmt: skip


def replay(case: "Case", out: Path) -> Replayed:
    """Make the case again in the folder `out` from ledger and sealed bytes, build it, and compare with the last build.

    Nothing else of the case is read: no report, no setting, no database. Misused where `out` is there already or
    nothing was built; Broken where sealed bytes are not as sealed.
    """
    from ascertain.case.case import open_case

    built = last_build(case.ledger)
    if built is None:
        raise Misused("nothing has been built yet", item=str(case.folder), remedy="Run `ascertain build` first.")
    if out.exists():
        raise Misused("there is something already", item=str(out), remedy="Name a folder that does not exist yet.")
    own, vault = own_files(case.ledger), BlobVault(case.evidence)
    if not own.get(CASE_FILE):
        raise Broken("the ledger names no settings", item=CASE_FILE,
                     remedy="Run `ascertain build` with this version: it enters them.")  # fmt: skip
    with in_words(out):
        (out / "reports").mkdir(parents=True)
        for name, digest in own.items():
            if digest:
                (out / name).write_bytes(vault.read(digest))
        evidence = out / case.evidence.name
        evidence.mkdir()
        for name in _CUSTODY:
            whole = case.evidence / name
            if whole.is_dir():
                shutil.copytree(whole, evidence / name)
            elif whole.exists():
                shutil.copyfile(whole, evidence / name)
    again = replace(open_case(out), asks=False, server="")
    again.build()
    same = digest_file(evidence / "case.db")[0] == built.digest
    why = ""
    if not same:
        other = built.args.get("program") != code_digest()
        why = "it was built by another version of the program" if other else "something was not entered in the ledger"
    return Replayed(out, len(sealed_captures(case.ledger)), len(decisions(case.ledger)), same, why)

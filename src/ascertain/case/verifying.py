"""Whether a case, or a published dossier, is what was sealed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from ascertain.integrity import Verdict
from ascertain.integrity import verify as verify_case
from ascertain.integrity.verdict import judge
from ascertain.integrity.verify_case import EVIDENCE_FOLDER
from ascertain.model import Misused

_EXIT = {"intact": 0, "broken": 3, "cannot_tell": 1}


@dataclass(frozen=True)
class Answer:
    """A verdict, for people and for programs."""

    verdict: Verdict

    @property
    def exit_code(self) -> int:
        """0 intact, 3 broken, 1 cannot tell."""
        return _EXIT[self.verdict.state]

    def words(self) -> str:
        """Return it in words."""
        return str(self.verdict)

    def record(self) -> dict[str, Any]:
        """Return it for JSON."""
        made: dict[str, Any] = msgspec.to_builtins(self.verdict)
        return made


def verify(what: Path, against: str | None = None, roots: Path | None = None) -> Answer:
    """Check a case's folder, or a published dossier, and say intact, broken or cannot tell.

    `against` is the path of a checkpoint kept elsewhere, or a verifier key; `roots` a PEM file of certificates. Where
    the environment names a PostgreSQL server, a case's rows there are compared too.
    """
    if not what.is_dir():
        raise Misused("there is no such folder", item=str(what), remedy="Give a case's folder or a published dossier.")
    if (what / "case.toml").exists() or (what / ".ascertain").exists():
        from ascertain.integrity.timestamps import read_roots

        verdict = verify_case(what, against=against, roots=read_roots(roots) if roots else ())
        return Answer(_with_server(what, verdict))
    from ascertain.integrity.verify_bundle import verify_bundle

    return Answer(verify_bundle(what, against=against))


def _with_server(case: Path, verdict: Verdict) -> Verdict:
    """Return the verdict with what is to be said of the case's rows on a server, where one is named."""
    from ascertain.storage.opening import named

    if not (server := named(None)) or verdict.state == "broken":
        return verdict  # with a broken case.db there is nothing to compare with
    from ascertain.storage.postgres_checking import check_server

    damages, doubts, notes = check_server(case / EVIDENCE_FOLDER, server)
    damages, doubts = [*verdict.damages, *damages], [*verdict.doubts, *doubts]
    return msgspec.structs.replace(
        verdict, state=judge(damages, doubts), damages=tuple(damages), doubts=tuple(doubts),
        notes=(*verdict.notes, *notes),
    )  # fmt: skip

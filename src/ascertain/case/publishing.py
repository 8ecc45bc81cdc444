"""From a built case to what others read: drafts, versions and exports."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ascertain.case.results import Published, StageRow
from ascertain.engine.interface import Engine
from ascertain.integrity import Act
from ascertain.integrity.bundle import CUSTODY, VERIFIER, seal_bundle
from ascertain.integrity.canonical import canonical
from ascertain.integrity.chunks import digest_file
from ascertain.knowledge.gazetteer import names_listed
from ascertain.model import Change, Dossier, Misused, Skipped, Version
from ascertain.publish.exporters_found import exporter_named
from ascertain.publish.gate import pass_gate
from ascertain.publish.stage import publish
from ascertain.publish.versions import diff, next_version
from ascertain.storage import BlobVault
from ascertain.storage.memory import Memory

if TYPE_CHECKING:
    from ascertain.case.case import Case

ACTION = "version"
Draft = tuple[Path, StageRow, tuple[Skipped, ...]]


def write_draft(case: "Case", dossier: Dossier, memory: Memory, engine: Engine) -> Draft:
    """Write the dossier as a draft; return its folder, the stage's count and what was left out."""
    out = case.folder / "dossier"
    _unseal(out)
    made = publish(dossier, out, draft=True, memory=memory, names=_names(case), engine=engine)
    found, left_out = len(dossier.incidents), len(made.skipped)
    row = StageRow("publish", found, found - left_out, left_out, of="incidents")
    return out, row, made.skipped


def _names(case: "Case") -> list[tuple[str, ...]]:
    """Return every form of the names that the packs know, where an edition may need them in another script."""
    if len(case.settings.dossier_languages) < 2:
        return []
    known = case.knowledge
    return [
        *((actor.name, *actor.aliases) for actor in known.actors),
        *((nation.name, *nation.names) for nation in known.nations),
        *((source.name, *source.aliases, *source.accounts) for source in known.sources),
        *((one.name, *one.aliases) for one in known.equipment),
        *names_listed(case.folder),
    ]


def _unseal(out: Path) -> None:
    """Take away the seal of a published version before a draft is written in its place: a draft is nobody's word."""
    shutil.rmtree(out / CUSTODY, ignore_errors=True)
    (out / VERIFIER).unlink(missing_ok=True)


def write_version(case: "Case", dossier: Dossier, memory: Memory, engine: Engine) -> Published:
    """Enter a version in the ledger if the account has changed, and write the dossier with its signed manifest."""
    version = next_version(dossier)
    if version is not None:
        dossier = msgspec.structs.replace(dossier, versions=(*dossier.versions, version))
    out = case.folder / "dossier"
    _unseal(out)
    _check_sealed(case, dossier)
    # The gate comes first: a version that may not go out is none.
    made = publish(dossier, out, draft=False, memory=memory, names=_names(case), engine=engine)
    if version is not None:
        content = canonical(msgspec.to_builtins(version, order="sorted"))
        [digest] = BlobVault(case.evidence).seal([content])
        act = Act(action=ACTION, by=case.by, digest=digest, args={"number": version.number, "bytes": len(content)})
        case.ledger.append([act])
    seal_bundle(out, case.ledger, by=case.by)
    last = dossier.versions[-1]
    return Published(version=last.number, out=out, changes=last.changes, skipped=made.skipped)


def _check_sealed(case: "Case", dossier: Dossier) -> None:
    """Read the sealed bytes behind every item: what is published must lead to bytes that are as they were sealed."""
    vault = BlobVault(case.evidence)
    for digest in sorted({item.capture for item in dossier.items if item.capture}):
        vault.read(digest)


def versions(case: "Case") -> tuple[Version, ...]:
    """Return the versions that the ledger names, oldest first."""
    vault = BlobVault(case.evidence)
    return tuple(
        msgspec.json.decode(vault.read(entry.digest or ""), type=Version)
        for entry in case.ledger.entries(action=ACTION)
    )


def changes(dossier: Dossier) -> tuple[int, tuple[Change, ...]]:
    """Return the number of the last version and what changed since; 0 and nothing where there is none."""
    if not dossier.versions:
        return 0, ()
    last = dossier.versions[-1]
    return last.number, diff(last, dossier)


def export(case: "Case", dossier: Dossier, form: str, out: Path | None, memory: Memory) -> Path:
    """Write what has passed the gate in the format `form`; drafts are marked as the dossier's are."""
    exporter = exporter_named(form)
    path = out or case.folder / "exports" / f"{case.folder.resolve().name}-{form}{exporter.suffix}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        exporter.write(pass_gate(dossier, draft=True, memory=memory), path)
    except OSError as error:
        raise Misused(
            f"can't be written: {error.strerror}", item=str(path), remedy="Choose another file: -o FILE"
        ) from None
    digest, size, _ = digest_file(path)
    case.ledger.append([Act(action="export", by=case.by, digest=digest, args={"format": form, "bytes": size})])
    return path

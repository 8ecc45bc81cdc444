"""The stage: from a dossier to a folder that anybody can open, read, check and script against."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ascertain.model import Dossier, Misused, Place, Skipped
from ascertain.publish.account import write_account
from ascertain.publish.evidence import Evidence, check_links
from ascertain.publish.gate import through_gate
from ascertain.publish.public_records import data_files

_MANIFEST = "data/files.json"


@dataclass(frozen=True)
class Published:
    """What was written: `files` are names relative to `out`, `skipped` what the gate kept back."""

    out: Path
    files: tuple[str, ...]
    pages: int
    sentences: int
    citations: int
    links_checked: int
    skipped: tuple[Skipped, ...]


def publish(dossier: Dossier, out: Path, *, draft: bool = False, towns: Sequence[Place] = ()) -> Published:
    """Write what may go out of a dossier into the folder `out`.

    Every sentence leads back to a claim, its span, its item and the digest of a sealed capture; one link that fails
    raises Broken and nothing is written. `draft` shows what nobody has reviewed, under a banner; `towns` are places for
    orientation on the maps. Bytes depend on the arguments alone. Raises Misused where nothing may be published, the
    pages' assets were not built or the folder can't be written.
    """
    from ascertain.publish.site.build import build_site

    checked = check_links(dossier)
    gated = through_gate(dossier, draft=draft)
    evidence = Evidence.of(gated.dossier)
    checked += check_links(gated.dossier)
    accounts = {i.id: write_account(i, gated.dossier, evidence) for i in gated.dossier.incidents}
    files = build_site(gated, evidence, accounts, draft=draft, towns=towns)
    files |= {f"data/{name}": words for name, words in data_files(gated.dossier).items()}
    names = write_files(files, out)
    sentences = [sentence for account in accounts.values() for sentence in account.sentences]
    return Published(
        out=out,
        files=names,
        pages=sum(name.endswith(".html") for name in names),
        sentences=len(sentences),
        citations=sum(len(sentence.citations) for sentence in sentences),
        links_checked=checked,
        skipped=gated.skipped,
    )


def write_files(files: Mapping[str, str], out: Path) -> tuple[str, ...]:
    """Write files under `out`, leave those alone that are the same, remove those of an earlier run that are no more.

    `data/files.json` lists them with their SHA-256; only what it lists is ever removed.
    """
    digests = {
        name: hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest() for name, words in files.items()
    }
    try:
        before = _listed(out / _MANIFEST)
        for name in sorted(files):
            path = out / name
            content = files[name].encode("utf-8", "surrogatepass")
            if before.get(name) == digests[name] and path.is_file() and path.stat().st_size == len(content):
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name in sorted(set(before) - set(files)):
            _remove(out, name)
        (out / _MANIFEST).write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    except OSError as error:
        what = f"can't be written: {error.strerror or error}"
        raise Misused(what, item=str(error.filename or out), remedy="Choose a folder that you may write to.") from error
    return tuple(sorted([*files, _MANIFEST]))


def _listed(manifest: Path) -> dict[str, str]:
    try:
        listed = json.loads(manifest.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return listed if isinstance(listed, dict) else {}


def _remove(out: Path, name: str) -> None:
    """Remove a file of an earlier run; a name that leads out of the folder is not ours."""
    path = out / name
    if ".." not in Path(name).parts and not Path(name).is_absolute():
        path.unlink(missing_ok=True)

"""The stage: from a dossier to a folder that anybody can open, read, check and script against."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ascertain.engine.interface import Engine
from ascertain.model import Dossier, Place, Skipped
from ascertain.publish.evidence import Evidence, check_links
from ascertain.publish.gate import through_gate
from ascertain.publish.gating import read_ahead
from ascertain.publish.public_records import data_files
from ascertain.publish.writing import Words, write_files
from ascertain.storage.memory import Memory


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


def be_ready(memory: Memory | None) -> None:
    """Load what a draft is written with, and what `memory` holds of the last, so that nothing need wait for it."""
    from ascertain.publish.site.build import be_ready as be_ready_for_pages

    be_ready_for_pages()
    if memory is not None:
        read_ahead(memory, "draft")


def publish(
    dossier: Dossier,
    out: Path,
    *,
    draft: bool = False,
    towns: Sequence[Place] = (),
    memory: Memory | None = None,
    names: Sequence[tuple[str, ...]] = (),
    engine: Engine | None = None,
) -> Published:
    """Write what may go out of a dossier into the folder `out`.

    Every sentence leads back to a claim, its span, its item and the digest of a sealed capture; one link that fails
    raises Broken and nothing is written. `draft` shows what nobody has reviewed, under a banner; `towns` are places for
    orientation on the maps; `names` are all the forms of each name that the packs know, for editions in other scripts;
    `memory` holds what earlier runs made, so that only what changed is made again, and `engine` where pages are made.
    Bytes depend on the other arguments alone. Raises Misused where nothing may be published, the pages' assets were not
    built or the folder can't be written.
    """
    from ascertain.publish.site.build import build_site

    checked = check_links(dossier)
    gated = through_gate(dossier, draft=draft, memory=memory)
    evidence = Evidence.of(gated.dossier)
    checked += check_links(gated.dossier, evidence)
    site = build_site(gated, evidence, draft=draft, towns=towns, out=out, memory=memory, names=names, engine=engine)
    # Before all files are asked for: some pages may still be in the making.
    data = {f"data/{name}": Words(words) for name, words in data_files(gated.dossier, gated.lines).items()}
    written = write_files(site.files | data, out)
    return Published(
        out=out,
        files=written,
        pages=sum(name.endswith(".html") for name in written),
        sentences=site.sentences,
        citations=site.citations,
        links_checked=checked,
        skipped=gated.skipped,
    )

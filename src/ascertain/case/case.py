"""A case: a folder of reports, the evidence sealed from them, and the dossier made of it."""

import getpass
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from ascertain.case import building, publishing
from ascertain.case.ahead import ReadingAhead
from ascertain.case.asking import model_of
from ascertain.case.collecting import Collecting
from ascertain.case.deciding import DECISIONS, words_of
from ascertain.case.finding import find_thing, found_words, in_bytes
from ascertain.case.fingerprint import code_digest
from ascertain.case.own_files import seal_own_files
from ascertain.case.progress import Progress, Silent
from ascertain.case.recapturing import recaptures_of
from ascertain.case.replaying import Replayed, replay
from ascertain.case.results import Built, Found, Overview, Published, StageRow, Taken, Thing
from ascertain.case.settings import checked_places, load_settings, write_settings
from ascertain.engine.beside import Beside
from ascertain.engine.interface import Engine
from ascertain.engine.local import OneProcess
from ascertain.integrity import KeyRing, Ledger, default_key_folder, system_clock
from ascertain.integrity.clock import Clock
from ascertain.knowledge import Knowledge, load
from ascertain.model import Change, Decision, Dossier, Incident, Item, Misused, Reading, Settings
from ascertain.preserve import decide, decisions, in_force, sealed_captures
from ascertain.storage import BlobVault, Query, enter_build, last_build, open_store, read_store
from ascertain.storage.memory import Memory, open_memory

EVIDENCE = ".ascertain"


@dataclass(frozen=True)
class Case:
    """One case on disk (docs/tutorial.md); `clock` tells the time to what is entered in the ledger, nothing else.

    A case that `asks` asks the language model that its settings name, if any, for answers that are not kept yet.
    `server` is the PostgreSQL server for derived records: None, as the environment says; empty, none.
    """

    folder: Path
    settings: Settings
    clock: Clock = system_clock
    asks: bool = True
    server: str | None = None

    @classmethod
    def new(cls, folder: Path, settings: Settings) -> "Case":
        """Make an empty case in `folder`; Misused where there is a case already, or no right to write."""
        if (folder / "case.toml").exists():
            raise Misused(
                "there is a case here already", item=str(folder), remedy=f"Build it: ascertain build {folder}"
            )
        checked_places(settings, str(folder))
        try:
            (folder / "reports").mkdir(parents=True, exist_ok=True)
            write_settings(folder, settings)
        except OSError as error:
            raise Misused(
                f"the folder can't be made: {error.strerror}", item=str(folder), remedy="Choose one you may write to."
            ) from None
        return cls(folder, load_settings(folder))

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the desk knows: the built-in packs and, over them, the case's own files."""
        return load(self.folder)

    @property
    def by(self) -> str:
        """Who works on the case, for the ledger: `ASCERTAIN_USER`, else the system's user."""
        return os.environ.get("ASCERTAIN_USER") or _user()

    @property
    def evidence(self) -> Path:
        """The folder of sealed bytes, ledger and database."""
        return self.folder / EVIDENCE

    @cached_property
    def ledger(self) -> Ledger:
        """The case's ledger."""
        return Ledger(self.evidence, KeyRing(default_key_folder()), clock=self.clock)

    def collect(self, what: Sequence[str | Path], *, progress: Progress | None = None) -> Taken:
        """Copy reports into the case and seal them; nothing that lies there is written over."""
        self._check_writable()
        before = {sealed.name for sealed in sealed_captures(self.ledger)}
        from ascertain.case.taking import take

        skipped = take([str(one) for one in what], self.folder / "reports", self.clock)
        with open_store(self.evidence, self._settled(), server=self.server) as store:
            taken = self._collecting(store).run(progress or Silent(), self.decisions())
        new = [sealed for sealed in taken.captures if sealed.name not in before]
        digests = {sealed.digest for sealed in new}
        items = sum(1 for item in taken.items if item.capture in digests)
        return Taken(captures=len(new), items=items, skipped=(*skipped, *taken.skipped))

    def build(
        self, *, engine: Engine | None = None, progress: Progress | None = None, ahead: ReadingAhead | None = None
    ) -> Built:
        """Run the eight stages, redoing only what changed, and write the dossier as a draft."""
        engine, drafts = engine or OneProcess(), list[publishing.Draft]()
        with self._memory() as memory:
            dossier, rows, orphaned = self._made(
                engine, progress or Silent(), memory, ahead,
                lambda dossier: drafts.append(publishing.write_draft(self, dossier, memory, engine)),
            )  # fmt: skip
        [(out, row, skipped)] = drafts
        return Built(
            folder=self.folder, out=out, stages=(*rows, row), incidents=dossier.incidents,
            skipped=(*dossier.skipped, *skipped), orphaned=orphaned,
        )  # fmt: skip

    def publish(self, *, engine: Engine | None = None, progress: Progress | None = None) -> Published:
        """Build, pass the gate, and write the dossier as a numbered version, signed and checkable by anybody."""
        engine = engine or OneProcess()
        with self._memory() as memory:
            dossier, _, _ = self._made(engine, progress or Silent(), memory)
            return publishing.write_version(self, dossier, memory, engine)

    def export(self, form: str, out: Path | None = None) -> Path:
        """Write the case as it was last built, through the gate, in the format `form`; return the file."""
        with self._memory() as memory:
            dossier, _, _ = self._made(OneProcess(), Silent(), memory)
            return publishing.export(self, dossier, form, out, memory)

    def replay(self, out: Path) -> Replayed:
        """Make the case again in `out` from ledger and sealed bytes alone, and say whether it is the same."""
        return replay(self, out)

    def changes(self) -> tuple[int, tuple[Change, ...]]:
        """Return the number of the last published version and what changed since; 0 where there is none."""
        with self._memory() as memory:
            dossier, _, _ = self._made(OneProcess(), Silent(), memory)
        return publishing.changes(dossier)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions in force, in order."""
        return in_force(decisions(self.ledger)) if self.evidence.exists() else ()

    def decide(self, verb: str, about: str, *, because: str, by: str = "", other: str = "") -> Decision:
        """Enter a decision in the ledger; it is on the disk when this returns, and the next build follows it."""
        if verb not in DECISIONS:
            raise Misused(f"no such decision: {verb}", item=about, remedy=f"Known are: {', '.join(sorted(DECISIONS))}.")
        self._check_writable()
        words, detail = words_of(self, verb, about, other)
        return decide(
            self.ledger,
            self.clock,
            verb=verb,
            about=about,
            because=because,
            by=by or self.by,
            words=words,
            detail=detail,
        )

    def overview(self) -> Overview:
        """Return the case at a glance, as it was last built."""
        if not (self.evidence / "case.db").exists():
            return Overview(self.folder, self.settings.title, built=False)
        with read_store(self.evidence, server=self.server) as store:
            incidents = tuple(store.read(Query(stage="incident"), Incident))
            readings = list(store.read(Query(stage="resolve"), Reading))
        order = sorted(incidents, key=lambda one: ((one.when and one.when.start) or "", one.id))
        origins = {origin.id for incident in incidents for origin in (*incident.origins, *incident.beside)}
        claims = sum(len(reading.claims) for reading in readings)
        return Overview(
            self.folder, self.settings.title, built=True, items=len(readings), claims=claims, origins=len(origins),
            incidents=tuple(order),
        )  # fmt: skip

    def find(self, id: str) -> Thing:
        """Return the incident, item, claim or origin of this id, or of the only one that begins with it."""
        with read_store(self.evidence, server=self.server) as store:
            thing = find_thing(store, id)
            if thing.kind == "claim" and (where := in_bytes(store, BlobVault(self.evidence), thing.record)):
                thing.record["in_bytes"] = where
            if thing.kind != "item":
                return thing
            if again := recaptures_of(store, thing.id, self.settings.zone):
                thing.record["captures_of_its_address"] = again
            return thing

    def search(self, words: str) -> list[Found]:
        """Return the incidents, items and claims that hold all of `words`, in any spelling, nearest first."""
        with read_store(self.evidence, server=self.server) as store:
            return found_words(store, words)

    def items(self) -> list[Item]:
        """Return the items as they were last built."""
        with read_store(self.evidence, server=self.server) as store:
            return list(store.read(Query(stage="collect-item"), Item))

    @contextmanager
    def _memory(self) -> Iterator[Memory]:
        """Open what earlier builds of this program remember."""
        self._check_writable()
        with open_memory(self.evidence, code_digest(), self._secret()) as memory:
            yield memory

    def _secret(self) -> bytes:
        return KeyRing(default_key_folder()).current().secret_for("what earlier builds made")

    def _made(
        self,
        engine: Engine,
        progress: Progress,
        memory: Memory,
        ahead: ReadingAhead | None = None,
        meanwhile: Callable[[Dossier], None] | None = None,
    ) -> tuple[Dossier, tuple[StageRow, ...], tuple[str, ...]]:
        """Return the dossier, each stage's count and orphans; `meanwhile` is called while `case.db` is written."""
        with open_store(self.evidence, self._settled(), server=self.server) as store:
            seal_own_files(self.folder, BlobVault(self.evidence), self.ledger, self.by)
            model = model_of(self.settings, self.folder, asks=self.asks)
            making = building.Making(self.settings, self.knowledge, self.decisions(), model)
            collecting = self._collecting(store)
            dossier, rows, orphaned = building.build(collecting, store, making, engine, progress, memory, ahead)
            if model is not None:
                seal_own_files(self.folder, BlobVault(self.evidence), self.ledger, self.by)
            dossier = msgspec.structs.replace(dossier, versions=publishing.versions(self))
            written = Beside(engine, store.write_apart) if meanwhile is not None else None
            try:
                if meanwhile is not None:
                    meanwhile(dossier)
            finally:
                settled = store.settle(written.result if written is not None else None)
                enter_build(self.ledger, settled, by=self.by, program=code_digest())
        return dossier, rows, orphaned

    def _settled(self) -> str | None:
        built = last_build(self.ledger)
        return built.digest if built else None

    def _collecting(self, store: Any) -> Collecting:
        return Collecting(self.folder / "reports", BlobVault(self.evidence), self.ledger, store, self.by)

    def _check_writable(self) -> None:
        reports = self.folder / "reports"
        try:
            reports.mkdir(exist_ok=True)
            self.evidence.mkdir(exist_ok=True)
        except OSError as error:
            raise Misused(
                f"the case can't be written to: {error.strerror}", item=str(self.folder),
                remedy="Give yourself the right to write there, or copy the case.",
            ) from None  # fmt: skip
        if not os.access(self.evidence, os.W_OK):
            raise Misused(
                "the case can't be written to", item=str(self.folder),
                remedy="Give yourself the right to write there, or copy the case.",
            )  # fmt: skip


def open_case(folder: str | Path) -> Case:
    """Open the case in `folder`; Misused where there is none or its settings can't be read."""
    path = Path(folder)
    if not path.is_dir():
        raise Misused("there is no such folder", item=str(path), remedy=f"Make a case: ascertain new {path}")
    return Case(path, load_settings(path))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"

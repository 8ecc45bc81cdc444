"""From the files of a case to sealed captures and items, each file read once as long as it stays the same."""

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ascertain.case.fingerprint import code_digest
from ascertain.case.progress import Progress
from ascertain.collect.one_id import keep_ids_apart
from ascertain.collect.stage import collect_file
from ascertain.collect.walking import Found, files_of
from ascertain.integrity import Ledger
from ascertain.model import Capture, Decision, Item, SealedCapture, Skipped
from ascertain.model.thing import Thing
from ascertain.preserve import preserve, sealed_captures
from ascertain.storage import BlobVault, key_of
from ascertain.storage.interface import Store


class FileRecords(Thing, frozen=True, kw_only=True):
    """What one file became: the sightings that were sealed, its items, and what was skipped."""

    captures: tuple[tuple[str, str], ...] = ()
    items: tuple[Item, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """All of a case's captures, items and skipped, in canonical order; `files` is how many files were looked at."""

    files: int
    fresh: int
    captures: tuple[SealedCapture, ...]
    items: tuple[Item, ...]
    skipped: tuple[Skipped, ...]


class Collecting:
    """Collect and preserve, for one case."""

    def __init__(self, reports: Path, vault: BlobVault, ledger: Ledger, store: Store, by: str) -> None:
        """Read from `reports`; what was sealed and is no longer there is read from the vault."""
        self._reports, self._vault, self._ledger, self._store, self._by = reports, vault, ledger, store, by
        self._fresh = 0

    def run(self, progress: Progress, decisions: Sequence[Decision]) -> Evidence:
        """Take in every file and return the case's evidence."""
        entries = list(files_of([self._reports]))
        found = [entry for entry in entries if isinstance(entry, Found)]
        skipped = [entry for entry in entries if isinstance(entry, Skipped)]
        records = [self._file(file) for file in progress.follow("collect", found, total=len(found))]
        seen = {sighting for record in records for sighting in record.captures}
        records += self._vanished({file.name for file in found}, seen, skipped)
        skipped += [one for record in records for one in record.skipped]
        items = list(self._kept(records, decisions, skipped))
        used = {sighting for record in records for sighting in record.captures}
        captures = [sealed for sealed in sealed_captures(self._ledger) if (sealed.digest, sealed.name) in used]
        with self._store.unit_of_work() as work:
            work.keep_only("collect", {_file_id(name) for name in self._names})
        return Evidence(
            files=len(entries), fresh=self._fresh,
            captures=tuple(sorted(captures, key=lambda sealed: (sealed.name, sealed.digest))),
            items=tuple(sorted(items, key=lambda item: item.id)),
            skipped=tuple(skipped),
        )  # fmt: skip

    @property
    def _names(self) -> set[str]:
        return {sealed.name for sealed in sealed_captures(self._ledger)}

    def _file(self, file: Found) -> FileRecords:
        """Return what a file holds: remembered where its bytes, name and this program are the same."""
        try:
            with file.path.open("rb") as opened:
                digest = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError:
            digest = ""
        key = key_of(digest, file.name, code_digest())
        known = self._store.get("collect", _file_id(file.name), key, FileRecords) if digest else None
        if known is not None:
            return known
        self._fresh += 1
        made = self._read(file)
        if digest:
            with self._store.unit_of_work() as work:
                work.put("collect", _file_id(file.name), key, made)
            made = self._store.get("collect", _file_id(file.name), key, FileRecords) or made
        return made

    def _read(self, file: Found) -> FileRecords:
        records = list(collect_file(file))
        captures = [record for record in records if isinstance(record, Capture)]
        sealed = preserve(captures, self._vault, self._ledger, by=self._by)
        return FileRecords(
            captures=tuple((one.digest, one.name) for one in sealed.sealed),
            items=tuple(record for record in records if isinstance(record, Item)),
            skipped=(*(record for record in records if isinstance(record, Skipped)), *sealed.skipped),
        )

    def _vanished(self, names: set[str], seen: set[tuple[str, str]], skipped: list[Skipped]) -> Iterator[FileRecords]:
        """Yield what was sealed earlier and is no longer in the folder: evidence doesn't go because a file did.

        Captures from inside an archive come again with the archive, whose name sorts before theirs.
        """
        sealed = sorted(sealed_captures(self._ledger), key=lambda one: (one.name, one.sealed_at, one.digest))
        with tempfile.TemporaryDirectory(prefix="ascertain-") as folder:
            for number, one in enumerate(sealed):
                if (one.digest, one.name) in seen:
                    continue
                if one.name in names or any(later.name == one.name for later in sealed[number + 1 :]):
                    why = "a later capture of this name is in the case; the bytes of this one are kept"
                    skipped.append(Skipped(stage="preserve", item=f"{one.name} ({one.digest[:12]})", why=why))
                    continue
                records = self._file(Found(self._laid_out(Path(folder), number, one), one.name))
                seen |= set(records.captures)
                yield records

    def _laid_out(self, folder: Path, number: int, sealed: SealedCapture) -> Path:
        """Write sealed bytes to a file of ours whose ending tells what it is; never under its own name."""
        path = folder / f"{number}{PurePosixPath(sealed.name).suffix[:16]}"
        path.write_bytes(self._vault.read(sealed.digest))
        return path

    def _kept(
        self, records: Sequence[FileRecords], decisions: Sequence[Decision], skipped: list[Skipped]
    ) -> Iterator[Item]:
        """Yield the items under ids of their own, without those that a person left out."""
        excluded = {decision.about: decision for decision in decisions if decision.verb == "exclude"}
        for record in keep_ids_apart(item for one in records for item in one.items):
            if isinstance(record, Skipped):
                skipped.append(record)
            elif isinstance(record, Item) and record.id in excluded:
                why = f"left out by decision {excluded[record.id].id}: {excluded[record.id].because}"
                skipped.append(Skipped(stage="collect", item=record.id, why=why, remedy="withdraw the decision"))
            elif isinstance(record, Item):
                yield record


def _file_id(name: str) -> str:
    return f"file:{name}"

"""From the files of a case to sealed captures and items, each file read once as long as it stays the same."""

import hashlib
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from ascertain.case.fingerprint import code_digest
from ascertain.case.progress import Progress
from ascertain.collect.attached import attach_pictures, name_accounts
from ascertain.collect.interface import Looks
from ascertain.collect.one_id import keep_ids_apart
from ascertain.collect.stage import collect_file
from ascertain.collect.walking import Found, files_of, page_of
from ascertain.integrity import Ledger
from ascertain.model import Capture, Decision, Item, SealedCapture, Skipped
from ascertain.model.thing import Thing
from ascertain.preserve import attach, preserve, sealed_captures
from ascertain.storage import BlobVault, key_of
from ascertain.storage.interface import Store

_BATCH = 200
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,12}")


class FileRecords(Thing, frozen=True, kw_only=True):
    """What one file became: the sightings that were sealed, its items, what was skipped, and pictures beside."""

    captures: tuple[tuple[str, str], ...] = ()
    items: tuple[Item, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    looks: tuple[Looks, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """All of a case's captures, items and skipped, in canonical order; `files` is how many files were looked at.

    `excluded` are the items that a decision left out, `unsealed` the captures whose sealed bytes are no longer there.
    """

    files: int
    fresh: int
    captures: tuple[SealedCapture, ...]
    items: tuple[Item, ...]
    skipped: tuple[Skipped, ...]
    excluded: tuple[Item, ...] = ()
    unsealed: tuple[Skipped, ...] = ()


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
        records = list(progress.follow("collect", self._files(found), total=len(found)))
        seen = {sighting for record in records for sighting in record.captures}
        records += self._vanished({file.name for file in found}, seen, skipped)
        skipped += [one for record in records for one in record.skipped]
        items, excluded = self._kept(records, decisions, skipped)
        used = {sighting for record in records for sighting in record.captures}
        captures = [sealed for sealed in sealed_captures(self._ledger) if (sealed.digest, sealed.name) in used]
        captures.sort(key=lambda sealed: (sealed.name, sealed.digest))
        with self._store.unit_of_work() as work:
            work.keep_only("collect", {_file_id(name) for name in self._names})
        return Evidence(
            files=len(entries), fresh=self._fresh,
            captures=tuple(captures),
            items=tuple(sorted(items, key=lambda item: item.id)),
            skipped=tuple(skipped),
            excluded=tuple(excluded),
            unsealed=tuple(_unsealed(one) for one in captures if not self._vault.holds(one.digest, one.size)),
        )  # fmt: skip

    @property
    def _names(self) -> set[str]:
        return {sealed.name for sealed in sealed_captures(self._ledger)}

    def _files(self, files: Iterable[Found]) -> Iterator[FileRecords]:
        """Yield what each file holds: remembered where its bytes, name and this program are the same.

        Fresh ones are sealed a batch at a time: a batch costs one signed checkpoint and one commit.
        """
        waiting = iter(files)
        while batch := list(islice(waiting, _BATCH)):
            keys = [key_of(_digest(file), file.name, file.page, code_digest()) for file in batch]
            known = [
                self._store.get("collect", _file_id(file.name), key, FileRecords)
                for file, key in zip(batch, keys, strict=True)
            ]
            fresh = [number for number, record in enumerate(known) if record is None]
            made = dict(zip(fresh, self._read([batch[number] for number in fresh]), strict=True))
            self._fresh += len(fresh)
            with self._store.unit_of_work() as work:
                for number, record in made.items():
                    work.put("collect", _file_id(batch[number].name), keys[number], record)
            for number, remembered in enumerate(known):
                # What was just made goes on as it will be remembered: a run that remembers must write the same bytes.
                again = remembered or self._store.get(
                    "collect", _file_id(batch[number].name), keys[number], FileRecords
                )
                yield again or made[number]

    def _read(self, files: Sequence[Found]) -> list[FileRecords]:
        """Collect and seal files together."""
        records = [list(collect_file(file)) for file in files]
        captures = [[record for record in found if isinstance(record, Capture)] for found in records]
        sealed = preserve([capture for found in captures for capture in found], self._vault, self._ledger, by=self._by)
        waiting = iter(sealed.sealed)
        return [
            FileRecords(
                captures=tuple((one.digest, one.name) for one in islice(waiting, len(taken))),
                items=tuple(record for record in found if isinstance(record, Item)),
                skipped=tuple(record for record in found if isinstance(record, Skipped)),
                looks=tuple(record for record in found if isinstance(record, Looks)),
            )
            for found, taken in zip(records, captures, strict=True)
        ]

    def _vanished(self, names: set[str], seen: set[tuple[str, str]], skipped: list[Skipped]) -> Iterator[FileRecords]:
        """Yield what was sealed earlier and is no longer in the folder: evidence doesn't go because a file did.

        Captures from inside an archive come again with the archive, whose name sorts before theirs.
        """
        sealed = sorted(sealed_captures(self._ledger), key=lambda one: (one.name, one.sealed_at, one.digest))
        everything = names | {one.name for one in sealed}
        with tempfile.TemporaryDirectory(prefix="ascertain-") as folder:
            for number, one in enumerate(sealed):
                if (one.digest, one.name) in seen:
                    continue
                if one.name in names or any(later.name == one.name for later in sealed[number + 1 :]):
                    why = "a later capture of this name is in the case; the bytes of this one are kept"
                    skipped.append(Skipped(stage="preserve", item=f"{one.name} ({one.digest[:12]})", why=why))
                    continue
                page = page_of(PurePosixPath(one.name), lambda page: str(page) in everything)
                for records in self._files([Found(self._laid_out(Path(folder), number, one), one.name, page)]):
                    seen |= set(records.captures)
                    yield records

    def _laid_out(self, folder: Path, number: int, sealed: SealedCapture) -> Path:
        """Write sealed bytes to a file of ours whose ending tells what it is; never under its own name."""
        ending = "".join(_ENDING.findall("".join(PurePosixPath(sealed.name).suffixes[-2:])))
        path = folder / f"{number}{ending}"
        path.write_bytes(self._vault.read(sealed.digest))
        return path

    def _kept(
        self, records: Sequence[FileRecords], decisions: Sequence[Decision], skipped: list[Skipped]
    ) -> tuple[list[Item], list[Item]]:
        """Return the items under ids of their own: those that stay, and those that a person left out."""
        names = {digest: name for one in records for digest, name in one.captures}
        accounts = {
            str(PurePosixPath(one.captures[0][1]).parent): looks.account
            for one in records for looks in one.looks if looks.account
        }  # fmt: skip
        apart = list(keep_ids_apart(name_accounts([item for one in records for item in one.items], names, accounts)))
        looks = [one for record in records for one in record.looks]
        parts = {picture.name: picture for one in looks if not one.item for picture in one.pictures}
        beside = {one.item: one.beside for one in looks if one.beside}
        attached = attach_pictures([one for one in apart if isinstance(one, Item)], names, parts, beside)
        skipped += [one for one in (*apart, *attached) if isinstance(one, Skipped)]
        items = [one for one in attached if isinstance(one, Item)]
        taken = [decision for decision in decisions if decision.verb == "exclude"]
        placed = attach(taken, (), {item.id: item.title or "" for item in items})
        excluded = {one.about: one.decision for one in placed if one.about}
        for item in items:
            if item.id in excluded:
                why = f"left out by decision {excluded[item.id].id}: {excluded[item.id].because}"
                skipped.append(Skipped(stage="collect", item=item.id, why=why, remedy="withdraw the decision"))
        return [one for one in items if one.id not in excluded], [one for one in items if one.id in excluded]


def _unsealed(sealed: SealedCapture) -> Skipped:
    return Skipped(
        stage="preserve", item=f"{sealed.name} ({sealed.digest[:12]})",
        why="its sealed bytes are gone or no longer of their size: nothing of it can be published",
        remedy="run `ascertain verify`, then restore the case from a backup",
    )  # fmt: skip


def _digest(file: Found) -> str:
    """Return the digest of a file's bytes; of one that can't be read, something that is never remembered."""
    try:
        with file.path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


def _file_id(name: str) -> str:
    return f"file:{name}"

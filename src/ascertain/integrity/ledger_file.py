"""The ledger's files, read: lines, checkpoints, keys and the tree over them, as far as they are signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ascertain.integrity.checkpoint import Checkpoint, is_torn, read_checkpoint, split_notes
from ascertain.integrity.entry import FORMAT, Act, newer_form, read_entry
from ascertain.integrity.keys import VerifierKey, read_verifier_key
from ascertain.integrity.merkle import CompactRange, LeafList, leaf_hash
from ascertain.integrity.tiles import WIDTH, Tiles
from ascertain.model import Broken, Misused

_REMEDY = "Run `ascertain verify`: it says what is damaged and since when."
NAMES_A_KEY = (b'"action":"found"', b'"action":"key"')
_MATTERS = (*NAMES_A_KEY, b'"action":"recover"', b'"action":"form"')


@dataclass(frozen=True)
class Places:
    """Where things lie in a case's `.ascertain` folder."""

    folder: Path

    @property
    def ledger(self) -> Path:
        """Return the entries, a line each."""
        return self.folder / "ledger.jsonl"

    @property
    def checkpoints(self) -> Path:
        """Return the signed checkpoints, one after another."""
        return self.folder / "checkpoints"

    @property
    def blobs(self) -> Path:
        """Return the folder of sealed bytes."""
        return self.folder / "blobs"

    @property
    def unsigned(self) -> Path:
        """Return the folder of what power cuts left behind a checkpoint."""
        return self.folder / "unsigned"

    @property
    def tiles(self) -> Path:
        """Return the folder of the tree's hashes, which are derived."""
        return self.folder / "tiles"

    @property
    def timestamps(self) -> Path:
        """Return the folder of timestamp authorities' answers, each under its SHA-256."""
        return self.folder / "timestamps"

    @property
    def lock(self) -> Path:
        """Return the file that a writer holds."""
        return self.folder / "lock"

    @property
    def database(self) -> Path:
        """Return the derived database."""
        return self.folder / "case.db"

    def blob(self, digest: str) -> Path:
        """Return where the bytes of a digest lie."""
        return Path(f"{self.folder}/blobs/{digest[:2]}/{digest[2:]}")


class LedgerFile:
    """What is signed of a ledger, kept up with the files as they grow."""

    def __init__(self, places: Places) -> None:
        """Start from nothing; `catch_up` reads."""
        self.places = places
        self.tree = CompactRange()
        self.tiles = Tiles(places.tiles)
        self.keys: list[VerifierKey] = []
        self.checkpoints: list[Checkpoint] = []
        self.length = 0
        self._marks: list[int] = []  # where every 256th line begins
        self.checkpoints_length = 0
        self._recovered: set[str] = set()

    @property
    def origin(self) -> str | None:
        """Return the ledger's name, which the first checkpoint gives."""
        return self.checkpoints[0].origin if self.checkpoints else None

    def catch_up(self) -> None:
        """Read what was signed since the last time; `Broken` where it does not follow from what was there."""
        notes = _from(self.places.checkpoints, self.checkpoints_length).decode(errors="replace")
        fresh = self._read_notes(split_notes(notes))
        if not fresh:
            return
        lines = _from(self.places.ledger, self.length).split(b"\n")[:-1]
        missing = fresh[-1].size - self.tree.size - len(lines)
        if missing > 0:
            raise Broken(f"{missing} signed entries are gone", item=self.places.ledger.name, remedy=_REMEDY)
        lines = lines[: fresh[-1].size - self.tree.size]
        self._take(lines, [leaf_hash(line) for line in lines])
        fault = fresh[-1].fault({key.hash: key for key in self.keys})
        if fault is None and fresh[-1].root != self.tree.root():
            fault = "its entries are not those that were signed"
        if fault:
            raise Broken(f"the ledger can't be taken further: {fault}", item=self.places.ledger.name, remedy=_REMEDY)
        self.checkpoints.extend(fresh)

    def _read_notes(self, notes: list[str]) -> list[Checkpoint]:
        fresh = []
        for place, note in enumerate(notes):
            try:
                fresh.append(read_checkpoint(note))
            except ValueError as error:
                if place == len(notes) - 1 and is_torn(note):
                    break
                raise Broken(f"a checkpoint can't be read: {error}", item=self.places.checkpoints.name,
                             remedy=_REMEDY) from error  # fmt: skip
            self.checkpoints_length += len(note.encode())
        return fresh

    def accept(self, lines: list[bytes], leaves: list[bytes], checkpoint: Checkpoint) -> None:
        """Take on what was just written by whoever holds the lock, without reading it again."""
        self._take(lines, leaves)
        self.checkpoints_length += len(str(checkpoint).encode())
        self.checkpoints.append(checkpoint)

    def _take(self, lines: list[bytes], leaves: list[bytes]) -> None:
        for line, leaf in zip(lines, leaves, strict=True):
            if self.tree.size % WIDTH == 0:
                self._marks.append(self.length)
            self.tree.append(leaf)
            self.tiles.append(leaf)
            self.length += len(line) + 1
            if any(word in line for word in _MATTERS):
                self._note(line)

    def _note(self, line: bytes) -> None:
        try:
            entry = read_entry(line)
            if entry.action in ("found", "key"):
                self.keys.append(read_verifier_key(entry.args["key"]))
        except (ValueError, KeyError, AttributeError) as error:
            raise Broken(f"an entry can't be read: {error}", item=self.places.ledger.name, remedy=_REMEDY) from error
        if form := newer_form(entry):
            raise Misused(f"it was written by a newer Ascertain (form {form}; this one knows up to {FORMAT})",
                          item=self.places.ledger.name, remedy="Update Ascertain. Nothing was changed.")  # fmt: skip
        if entry.action == "recover" and entry.digest:
            self._recovered.add(entry.digest)

    def lines(self, start: int = 0) -> Iterator[bytes]:
        """Yield the signed lines from number `start` on."""
        if start >= self.tree.size:
            return
        with self.places.ledger.open("rb") as file:
            file.seek(self._marks[start // WIDTH])
            for _ in range(start % WIDTH):
                file.readline()
            for _ in range(start, self.tree.size):
                yield file.readline().rstrip(b"\n")

    def line(self, n: int) -> bytes:
        """Return signed line `n`."""
        return next(self.lines(n))

    def leaves(self) -> LeafList:
        """Return the tree's hashes, made anew from the entries."""
        return LeafList([leaf_hash(line) for line in self.lines()])

    def tail(self) -> bytes:
        """Return what lies behind the last checkpoint."""
        return _from(self.places.ledger, self.length)

    def is_note_torn(self) -> bool:
        """Return whether the last checkpoint was not written whole."""
        return bool(_from(self.places.checkpoints, self.checkpoints_length))

    def recoveries(self, by: str) -> list[Act]:
        """Return an act for each file set aside that no entry names yet."""
        if not self.places.unsigned.is_dir():
            return []
        files = sorted(path for path in self.places.unsigned.iterdir() if not path.name.startswith("."))
        return [
            Act(action="recover", by=by, digest=path.name, args={"bytes": path.stat().st_size})
            for path in files
            if path.name not in self._recovered
        ]


def _from(path: Path, position: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(position)
            return file.read()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Broken(f"it can't be read: {error.strerror}", item=path.name, remedy=_REMEDY) from error

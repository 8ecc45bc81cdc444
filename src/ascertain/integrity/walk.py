"""A walk along a ledger that trusts nothing: each line, its chain, and each checkpoint over it."""

from itertools import pairwise

import msgspec

from ascertain.integrity.checkpoint import Checkpoint, is_torn, read_checkpoint, split_notes
from ascertain.integrity.entry import Entry, newer_form, read_entry
from ascertain.integrity.keys import VerifierKey, read_verifier_key
from ascertain.integrity.ledger_file import NAMES_A_KEY, Places
from ascertain.integrity.merkle import CompactRange, leaf_hash
from ascertain.integrity.tiles import Tiles
from ascertain.integrity.verdict import Damage, Doubt


class LedgerWalk:
    """What a ledger's files hold, and what is wrong with them.

    `entries` are the signed ones that could be read; `roots[k]` is the root over the first k lines as they stand.
    """

    def __init__(self, places: Places) -> None:
        """Read the files and check them."""
        self.places = places
        self.damages: list[Damage] = []
        self.doubts: list[Doubt] = []
        self.entries: list[Entry] = []
        self.checkpoints: list[Checkpoint] = []
        self.keys: list[VerifierKey] = []
        self.roots: list[bytes] = []
        self._first_fault: int | None = None
        content = places.ledger.read_bytes() if places.ledger.exists() else b""
        *self._lines, self._torn = content.split(b"\n")
        self._starts = _starts(self._lines)
        self._read_notes()
        self._read_keys()
        faults = self._signature_faults()
        self._sound = [note for note, fault in zip(self.checkpoints, faults, strict=True) if fault is None]
        self.size = self._signed_size()
        self._read_lines()
        self._check_notes(faults)
        self._look_behind_the_end()
        for form in filter(None, map(newer_form, self.entries)):
            why = f"it is of form {form}, which a newer Ascertain writes and this one can't judge"
            self.doubts.append(Doubt(item=places.ledger.name, why=why, remedy="Update Ascertain."))

    @property
    def is_key_unknown(self) -> bool:
        """Return whether entries are there and none of them names a key that can be read."""
        return not self.keys and bool(self._lines)

    @property
    def sealed(self) -> list[Entry]:
        """Return the entries that seal a capture."""
        return [entry for entry in self.entries if entry.action == "seal"]

    @property
    def kept(self) -> list[Entry]:
        """Return the entries whose digest is that of a blob: captures, the case's own files, published versions."""
        return [entry for entry in self.entries if entry.action in ("seal", "version", "own_file")]

    @property
    def recovered(self) -> list[Entry]:
        """Return the entries that tell of something set aside."""
        return [entry for entry in self.entries if entry.action == "recover"]

    def last_good(self, n: int) -> int:
        """Return the size at the last checkpoint before entry `n`, up to which the ledger holds (0: none)."""
        fault = self._first_fault
        limit = n if fault is None else min(n, fault)
        return max((checkpoint.size for checkpoint in self._sound if checkpoint.size <= limit), default=0)

    def sealed_by(self, n: int) -> int | None:
        """Return the size at the first checkpoint over entry `n`: what it names was right at that time."""
        return min((checkpoint.size for checkpoint in self._sound if checkpoint.size > n), default=None)

    def _read_notes(self) -> None:
        path = self.places.checkpoints
        content = path.read_bytes().decode(errors="replace") if path.exists() else ""
        notes, position = split_notes(content), 0
        for place, note in enumerate(notes):
            length = len(note.encode())
            try:
                self.checkpoints.append(read_checkpoint(note))
            except ValueError as error:
                if place == len(notes) - 1 and is_torn(note):
                    self._doubt(path.name, "the last checkpoint was not written whole")
                else:
                    self._note_fault(f"this is not a checkpoint any more: {error}", position, position + length)
            position += length

    def _read_lines(self) -> None:
        tree, read, self.tiles = CompactRange(), list[Entry | None](), Tiles(self.places.tiles, trusts_disk=False)
        self.roots.append(tree.root())
        for n, line in enumerate(self._lines[: self.size]):
            try:
                entry: Entry | None = read_entry(line)
            except ValueError as error:
                entry = None
                self._line_fault(n, str(error))
            if entry is not None and self._first_fault is None:
                self._check_place(n, entry, self.roots[-1], tree, read)
            read.append(entry)
            leaf = leaf_hash(line)
            tree.append(leaf)
            self.tiles.append(leaf)
            self.roots.append(tree.root())
        if len(self._lines) < self.size:
            self._line_fault(len(self._lines), f"{self.size - len(self._lines)} signed entries are gone from the end")
        self._check_last_lines()
        self.entries = [entry for n, entry in enumerate(read) if entry is not None and n != self._first_fault]

    def _check_last_lines(self) -> None:
        """Check what only a checkpoint vouches for: the last line under it, which no later line was there to name."""
        for note in self._sound:
            if self._first_fault is None and self.roots[note.size] != note.root:
                self._line_fault(note.size - 1, "its words are not those that were signed")

    def _check_place(self, n: int, entry: Entry, root: bytes, tree: CompactRange, before: list[Entry | None]) -> None:
        """Check that an entry is the next one and vouches for those before it."""
        if entry.n != n:
            self._line_fault(n, f"entry {n} should stand here, and entry {entry.n} does")
        elif entry.prev != root.hex():
            faulty = n if n == 0 or self._is_fault_of_chain(n, entry, tree) else n - 1
            self._line_fault(faulty, "its words are not those that the next entry vouches for"
                             if faulty < n else "it does not vouch for the entries before it")  # fmt: skip
        elif n and before[-1] is not None and not before[-1].since <= entry.since <= n:
            self._line_fault(n, "it names a checkpoint that can't have been the last one")

    def _is_fault_of_chain(self, n: int, entry: Entry, tree: CompactRange) -> bool:
        """Return whether mending only `prev` of entry `n` makes the rest fit: then that is where the damage lies."""
        mended = tree.copy()
        mended.append(leaf_hash(msgspec.structs.replace(entry, prev=tree.root().hex()).line))
        if n + 1 < min(len(self._lines), self.size):
            try:
                return read_entry(self._lines[n + 1]).prev == mended.root().hex()
            except ValueError:
                return False
        return any(note.size == n + 1 and note.root == mended.root() for note in self.checkpoints)

    def _line_fault(self, n: int, what: str) -> None:
        if self._first_fault is None or n < self._first_fault:
            self._first_fault = n
        start, end = self._range(n)
        self.damages.append(Damage(
            item=self.places.ledger.name, what=what, start=start, end=end, entry=n, since=self.last_good(n),
            lost="Lost: who did this and when. Sealed bytes are checked by their own digests.",
        ))  # fmt: skip

    def _range(self, n: int) -> tuple[int, int]:
        if n >= len(self._lines):
            end = self._starts[-1] + len(self._torn)
            return self._starts[len(self._lines)], end
        return self._starts[n], self._starts[n + 1]

    def _read_keys(self) -> None:
        """Take the keys that entries name. A damaged one is left out: its line is told of by the walk."""
        for line in self._lines:
            if not any(word in line for word in NAMES_A_KEY):
                continue
            try:
                self.keys.append(read_verifier_key(read_entry(line).args["key"]))
            except (ValueError, KeyError, AttributeError):
                continue

    def _signature_faults(self) -> list[str | None]:
        keys = {key.hash: key for key in self.keys}
        if self.is_key_unknown:  # told of once, beside the damaged entry
            return [None for _ in self.checkpoints]
        faults = [checkpoint.fault(keys) for checkpoint in self.checkpoints]
        return [
            fault or (None if checkpoint.origin == self.checkpoints[0].origin else "it is of another ledger")
            for fault, checkpoint in zip(faults, self.checkpoints, strict=True)
        ]

    def _signed_size(self) -> int:
        """Return how many lines to walk: those under a sound checkpoint, and under a faulty one as far as they go.

        The fault may lie in a line, such as the one that names the key: then the walk must come by it.
        """
        present = [note.size for note in self.checkpoints if note.size <= len(self._lines)]
        return max([*(note.size for note in self._sound or self.checkpoints), *present], default=0)

    def _check_notes(self, faults: list[str | None]) -> None:
        position, faulty = 0, list[tuple[str, int, int]]()
        for checkpoint, fault in zip(self.checkpoints, faults, strict=True):
            end = position + len(str(checkpoint).encode())
            if fault and faulty and faulty[-1][0] == fault and faulty[-1][2] == position:
                faulty[-1] = (fault, faulty[-1][1], end)
            elif fault:
                faulty.append((fault, position, end))
            position = end
        for told, start, end in faulty:  # neighbours with one fault are told of once
            self._note_fault(told, start, end)
        if len(self._sound) == len(self.checkpoints) and not self.damages:
            self._check_series()

    def _check_series(self) -> None:
        """Check that there is a checkpoint for each batch that says so, and no other, in order."""
        sizes = [checkpoint.size for checkpoint in self.checkpoints]
        if any(later <= earlier for earlier, later in pairwise(sizes)):
            self._note_fault("checkpoints stand in another order than they were made")
        named = {entry.since for entry in self.entries} - {0}
        for size in sorted(named - set(sizes)):
            self._note_fault(f"the checkpoint over {size} entries is gone")
        for size in sorted(set(sizes) - named - {self.size}):
            self._note_fault(f"a checkpoint over {size} entries stands here that no entry knows of")

    def _note_fault(self, what: str, start: int | None = None, end: int | None = None) -> None:
        lost = "Entries and sealed bytes are checked by the newest checkpoint that holds."
        self.damages.append(Damage(item=self.places.checkpoints.name, what=what, start=start, end=end, lost=lost))

    def _look_behind_the_end(self) -> None:
        behind = len(self._lines) - self.size
        if behind > 0:
            self._doubt(self.places.ledger.name, f"{behind} entries after the last checkpoint are not signed")
        if self._torn:
            self._doubt(self.places.ledger.name, f"the last line is not whole ({len(self._torn)} bytes)")
        if not self.checkpoints:
            self._doubt(self.places.checkpoints.name, "there is no signed checkpoint")

    def _doubt(self, item: str, why: str) -> None:
        remedy = "A run was cut short here, or somebody wrote to it. The next run sets aside what was not signed."
        self.doubts.append(Doubt(item=item, why=why, remedy=remedy))


def _starts(lines: list[bytes]) -> list[int]:
    starts, position = [], 0
    for line in lines:
        starts.append(position)
        position += len(line) + 1
    return [*starts, position]

"""The ledger: one append-only file for custody and audit, every line chained by the tree and every batch signed.

A batch is acknowledged once its lines and then the checkpoint over them are on the disk. What a power cut leaves behind
the last checkpoint was never acknowledged: the next batch sets it aside, in a file of its own, and says so in an entry.
"""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from ascertain.integrity.canonical import canonical, digest_of
from ascertain.integrity.checkpoint import Checkpoint
from ascertain.integrity.clock import Clock
from ascertain.integrity.disk import Disk, cut, in_words, make_folders, write_at, write_whole
from ascertain.integrity.entry import FORMAT, Act, Entry, read_entry
from ascertain.integrity.keys import KeyRing, SigningKey, VerifierKey
from ascertain.integrity.ledger_file import LedgerFile, Places
from ascertain.integrity.lock import writing
from ascertain.integrity.merkle import consistency_proof, inclusion_proof, is_consistent, is_included, leaf_hash
from ascertain.model import Broken, Misused, Refused

_TOOL = f"ascertain {version('ascertain')}"


class Ledger:
    """The ledger of one case, open for reading and for more."""

    def __init__(self, folder: Path, keys: KeyRing, clock: Clock, *, disk: Disk | None = None, tool: str = "") -> None:
        """Open the ledger in `folder` (a case's `.ascertain`); it appears with the first entry.

        `Broken` where what is there is not what was signed.
        """
        self.places = Places(folder)
        self.tool = tool or _TOOL
        self._keys, self._clock, self._disk = keys, clock, disk or Disk()
        self._failed = False
        self._file = LedgerFile(self.places)
        self._file.catch_up()

    def __len__(self) -> int:
        """Return the number of signed entries."""
        return self._file.tree.size

    @property
    def keys(self) -> tuple[VerifierKey, ...]:
        """Return the keys that the ledger names, oldest first."""
        return tuple(self._file.keys)

    @property
    def checkpoint(self) -> Checkpoint | None:
        """Return the newest checkpoint."""
        return self._file.checkpoints[-1] if self._file.checkpoints else None

    def checkpoint_over(self, n: int) -> Checkpoint:
        """Return the first checkpoint that covers entry `n`: the same one however far the ledger has grown since."""
        for checkpoint in self._file.checkpoints:
            if checkpoint.size > n:
                return checkpoint
        raise Misused(f"no checkpoint covers entry {n}", remedy="Ask for an entry that was acknowledged.")

    def entries(self, start: int = 0, *, action: str = "") -> Iterator[Entry]:
        """Yield the signed entries from number `start` on: all, or those of one action."""
        self._file.catch_up()
        begin = b'{"action":' + canonical(action) if action else b""  # the first key of canonical JSON
        for line in self._file.lines(start):
            if line.startswith(begin):
                yield read_entry(line)

    def entry(self, n: int) -> Entry:
        """Return signed entry `n`."""
        return read_entry(self._file.line(n))

    def inclusion_proof(self, n: int, size: int) -> list[bytes]:
        """Return the proof that entry `n` is among the first `size`.

        A proof that a damaged tile would spoil is made from the entries themselves.
        """
        root, leaf = self._root(size), leaf_hash(self._file.line(n))
        try:
            proof = inclusion_proof(self._file.tiles, n, size)
        except OSError:
            proof = []
        if root is None or is_included(leaf, n, size, proof, root):
            return proof
        return inclusion_proof(self._file.leaves(), n, size)

    def consistency_proof(self, earlier: int, size: int) -> list[bytes]:
        """Return the proof that the first `earlier` entries are the beginning of the first `size`."""
        old, new = self._root(earlier), self._root(size)
        try:
            proof = consistency_proof(self._file.tiles, earlier, size)
        except OSError:
            proof = []
        if old is None or new is None or is_consistent(earlier, size, proof, old, new):
            return proof
        return consistency_proof(self._file.leaves(), earlier, size)

    def _root(self, size: int) -> bytes | None:
        return next((note.root for note in self._file.checkpoints if note.size == size), None)

    def append(self, acts: Sequence[Act]) -> tuple[Entry, ...]:
        """Enter `acts` in order and sign; on return they are on the disk. The entries of these acts are returned.

        After an error of the disk nothing more is taken until the ledger is opened again.
        """
        if not acts:
            return ()
        if self._failed:
            raise Broken("the ledger stopped after an error of the disk", item=self.places.ledger.name,
                         remedy="Check the disk, run `ascertain verify`, and start again.")  # fmt: skip
        with in_words(self.places.folder):
            make_folders(self._disk, self.places.folder)
        with writing(self.places.lock):
            try:
                self._file.catch_up()
                with in_words(self.places.ledger):
                    self._set_tail_aside()
                    return self._write(acts)
            except Refused:
                self._file = LedgerFile(self.places)
                raise
            except BaseException:
                self._failed = True
                raise

    def _write(self, acts: Sequence[Act]) -> tuple[Entry, ...]:
        file, at = self._file, self._clock()
        key = self._keys.current()
        before = [*self._opening(key, acts[0].by), *file.recoveries(acts[0].by)]
        tree, entries, since = file.tree.copy(), list[Entry](), file.tree.size
        lines, leaves = list[bytes](), list[bytes]()
        for act in (*before, *acts):
            entry = Entry(
                n=tree.size, prev=tree.root().hex(), since=since, at=at, by=act.by, tool=self.tool,
                action=act.action, digest=act.digest, args=act.args,
            )  # fmt: skip
            entries.append(entry)
            lines.append(entry.line)
            leaves.append(leaf_hash(lines[-1]))
            tree.append(leaves[-1])
        origin = file.origin or f"ascertain.local/case/{leaves[0].hex()[:16]}"
        signers = self._signers(key)
        checkpoint = Checkpoint(origin=origin, size=tree.size, root=tree.root()).signed_by(signers)
        write_at(self._disk, self.places.ledger, b"".join(line + b"\n" for line in lines), file.length)
        write_at(self._disk, self.places.checkpoints, str(checkpoint).encode(), file.checkpoints_length)
        file.accept(lines, leaves, checkpoint)
        file.tiles.write(self._disk)
        return tuple(entries[len(before) :])

    def _opening(self, key: SigningKey, by: str) -> list[Act]:
        """Return the acts that must come first: the founding of the ledger, or the change to a new key."""
        if not self._file.tree.size:
            self._disk.sync_folder(self.places.folder.parent)  # a run cut short may have made the folder and no more
            return [Act(action="found", by=by, args={"key": str(key.verifier), "format": FORMAT})]
        if self._file.keys[-1] != key.verifier:
            return [Act(action="key", by=by, args={"key": str(key.verifier)})]
        return []

    def _signers(self, key: SigningKey) -> list[SigningKey]:
        """Return who signs: the current key and, at the change to it, the one before, where this user has it."""
        known = self._file.keys
        if not known or known[-1] == key.verifier:
            return [key]
        before = self._keys.find(known[-1])
        return [before, key] if before else [key]

    def _set_tail_aside(self) -> None:
        """Move what lies behind the last checkpoint to a file of its own, by its digest."""
        file = self._file
        if tail := file.tail():
            make_folders(self._disk, self.places.unsigned)
            write_whole(self._disk, self.places.unsigned / digest_of(tail), tail)
            cut(self._disk, self.places.ledger, file.length)
        if file.is_note_torn():
            cut(self._disk, self.places.checkpoints, file.checkpoints_length)

"""Checkpoints: the size and root of the ledger at a moment, signed, in C2SP form.

The text is c2sp.org/tlog-checkpoint (origin, size, root in base64, a line each), the signatures c2sp.org/signed-note
with Ed25519. Reading is strict: a checkpoint has one spelling, so that each of its bits counts.
"""

import base64
from collections.abc import Iterable, Mapping

from ascertain.integrity.keys import SigningKey, VerifierKey
from ascertain.model.thing import Thing


class Signature(Thing, frozen=True, kw_only=True):
    """One signature line: the key's name, its four bytes of hash, and 64 bytes over the text."""

    name: str
    hash: bytes
    content: bytes

    def __str__(self) -> str:
        return f"— {self.name} {base64.b64encode(self.hash + self.content).decode()}"


class Checkpoint(Thing, frozen=True, kw_only=True):
    """That the ledger `origin` had `size` entries under `root`, and who signed it."""

    origin: str
    size: int
    root: bytes
    signatures: tuple[Signature, ...] = ()

    @property
    def text(self) -> bytes:
        """Return what is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n".encode()

    def __str__(self) -> str:
        return self.text.decode() + "\n" + "".join(f"{signature}\n" for signature in self.signatures)

    def signed_by(self, keys: Iterable[SigningKey]) -> "Checkpoint":
        """Return the same checkpoint with the signatures of `keys`."""
        signatures = (
            Signature(name=key.verifier.name, hash=key.verifier.hash, content=key.sign(self.text)) for key in keys
        )
        return Checkpoint(origin=self.origin, size=self.size, root=self.root, signatures=tuple(signatures))

    def fault(self, keys: Mapping[bytes, VerifierKey]) -> str | None:
        """Return why the signatures do not hold, or nothing; `keys` are the known ones by hash.

        Every signature must be a known key's and right: a line that nobody can check would be a place to hide.
        """
        if not self.signatures:
            return "it is not signed"
        for signature in self.signatures:
            key = keys.get(signature.hash)
            if key is None or key.name != signature.name:
                return f"it is signed by a key that the ledger does not name ({signature.name})"
            if not key.has_signed(self.text, signature.content):
                return f"the signature of {signature.name} is not over these words"
        return None


def read_checkpoint(note: str) -> Checkpoint:
    """Return the checkpoint that `note` spells; `ValueError` where it is not spelled to the letter."""
    body, blank, signatures = note.partition("\n\n")
    lines = body.split("\n")
    if not blank or len(lines) != 3 or not (lines[1].isascii() and lines[1].isdigit()):
        raise ValueError("not a checkpoint: origin, size and root are expected on three lines")
    read = tuple(_read_signature(line) for line in signatures.splitlines())
    root = base64.b64decode(lines[2], validate=True)
    checkpoint = Checkpoint(origin=lines[0], size=int(lines[1]), root=root, signatures=read)
    if len(root) != 32 or str(checkpoint) != note:
        raise ValueError("not a checkpoint: spelled another way than checkpoints are")
    return checkpoint


def _read_signature(line: str) -> Signature:
    dash, name, encoded = (*line.split(" "), "", "", "")[:3]
    content = base64.b64decode(encoded, validate=True)
    if dash != "—" or not name or len(content) != 68:
        raise ValueError("not a signature line of a signed note")
    return Signature(name=name, hash=content[:4], content=content[4:])


def split_notes(text: str) -> list[str]:
    """Return the notes of a file that holds one after another; the last may be cut short."""
    notes, lines = [], text.splitlines(keepends=True)
    begin, signed = 0, False
    for place, line in enumerate(lines):
        if line.startswith("— "):
            signed = True
        elif signed:
            notes.append("".join(lines[begin:place]))
            begin, signed = place, False
    if begin < len(lines):
        notes.append("".join(lines[begin:]))
    return notes


def is_torn(rest: str) -> bool:
    """Return whether `rest`, which is no checkpoint, may be the beginning of one that was being written.

    A whole note with a damaged byte is not torn: to take it for torn would drop what it signs.
    """
    if rest.endswith("\n"):
        lines = rest.split("\n")[:-1]
        return len(lines) < 4 or (len(lines) == 4 and not lines[3])
    try:
        read_checkpoint(rest[:-1] + "\n")
    except ValueError:
        return True
    return False

"""Signing keys: made on first use, readable by their owner only, rotated with the old ones kept."""

import base64
import hashlib
import os
import re
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ascertain.integrity.disk import Disk, in_words, make_folders, write_whole
from ascertain.integrity.lock import alone_in
from ascertain.model import Broken, Misused
from ascertain.model.thing import Thing

_ED25519 = b"\x01"


class VerifierKey(Thing, frozen=True, kw_only=True):
    """A public key by its name, as a C2SP signed note knows it (c2sp.org/signed-note)."""

    name: str
    public: bytes

    @property
    def hash(self) -> bytes:
        """Return the four bytes by which a signature names its key."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        encoded = base64.b64encode(_ED25519 + self.public).decode()
        return f"{self.name}+{self.hash.hex()}+{encoded}"

    def has_signed(self, text: bytes, signature: bytes) -> bool:
        """Return whether `signature` is this key's over `text`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature:
            return False
        return True


def read_verifier_key(line: str) -> VerifierKey:
    """Return the key that `name+hash+base64` spells; `ValueError` where it is not spelled to the letter."""
    name, plus, rest = line.partition("+")
    content = base64.b64decode(rest.partition("+")[2], validate=True) if plus else b""
    if len(content) != 33 or content[:1] != _ED25519:
        raise ValueError("not an Ed25519 verifier key")
    key = VerifierKey(name=name, public=content[1:])
    if str(key) != line:
        raise ValueError("a verifier key whose parts do not belong together")
    return key


class SigningKey:
    """A private key and the name it signs under."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        """Name the key by its own public part."""
        raw = serialization.Encoding.Raw, serialization.PublicFormat.Raw
        public = private.public_key().public_bytes(*raw)
        self.verifier = VerifierKey(name=f"ascertain.local/{hashlib.sha256(public).hexdigest()[:16]}", public=public)
        self._private = private

    def sign(self, text: bytes) -> bytes:
        """Return the 64 bytes of the signature over `text`."""
        return self._private.sign(text)

    def secret_for(self, purpose: str) -> bytes:
        """Return 32 bytes that only the holder of this key can know, others for each purpose."""
        private = self._private.private_bytes_raw()
        return hashlib.blake2b(purpose.encode(), key=private, digest_size=32).digest()


class KeyRing:
    """The keys of one user, in a folder of their own, outside of any case: what is copied with a case can't sign."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        """Take the keys in `folder`, which is made when the first key is."""
        self.folder = folder
        self._disk = disk or Disk()

    def current(self) -> SigningKey:
        """Return the newest key; the first one is made now."""
        files = self._files()
        return self._load(files[-1]) if files else self._make(only_the_first=True)

    def find(self, verifier: VerifierKey) -> SigningKey | None:
        """Return the private part of `verifier`, where this ring has it."""
        keys = (self._load(path) for path in self._files())
        return next((key for key in keys if key.verifier == verifier), None)

    def rotate(self) -> SigningKey:
        """Make a new key, which signs from now on; those before it stay, to sign for the change."""
        return self._make()

    def _make(self, *, only_the_first: bool = False) -> SigningKey:
        """Make a key, one process at a time: of two that began at once, neither may take the place of the other's."""
        with in_words(self.folder):
            make_folders(self._disk, self.folder, 0o700)
        with alone_in(self.folder):
            files = self._files()
            if files and only_the_first:
                return self._load(files[-1])
            number = int(files[-1].stem.rpartition("-")[2]) + 1 if files else 1
            private = Ed25519PrivateKey.generate()
            content = private.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            path = self.folder / f"key-{number:04}.pem"
            with in_words(path):
                write_whole(self._disk, path, content, 0o600)
        return SigningKey(private)

    def _files(self) -> list[Path]:
        try:
            found = [path for path in self.folder.glob("key-*.pem") if re.fullmatch(r"key-\d+", path.stem)]
        except PermissionError as error:
            raise Misused(f"the folder of keys can't be opened: {error.strerror}", item=str(self.folder),
                          remedy="Set ASCERTAIN_KEYS to one of yours.") from error  # fmt: skip
        return sorted(found, key=lambda path: int(path.stem.rpartition("-")[2]))

    @staticmethod
    def _load(path: Path) -> SigningKey:
        try:
            if sys.platform != "win32" and path.stat().st_mode & 0o077:
                raise Misused(
                    "others can read this key",
                    item=str(path),
                    remedy=f"chmod 600 {path}, or keep keys elsewhere: set ASCERTAIN_KEYS.",
                )
            private = serialization.load_pem_private_key(path.read_bytes(), None)
        except OSError as error:
            raise Misused(f"this key can't be read: {error.strerror}", item=str(path),
                          remedy="Give yourself the right to read it.") from error  # fmt: skip
        except ValueError as error:
            raise Broken("this is not a signing key any more", item=str(path),
                         remedy="Restore it from a copy, or move it away: a new key is then made and shown as such.",
                         ) from error  # fmt: skip
        if not isinstance(private, Ed25519PrivateKey):
            raise Misused("not an Ed25519 key", item=str(path), remedy="Move it away.")
        return SigningKey(private)


def default_key_folder() -> Path:
    """Return where a user's keys lie: `ASCERTAIN_KEYS`, else the XDG data folder, else `~/.local/share`."""
    if named := os.environ.get("ASCERTAIN_KEYS"):
        return Path(named)
    if data := os.environ.get("XDG_DATA_HOME"):
        return Path(data) / "ascertain" / "keys"
    try:
        return Path.home() / ".local" / "share" / "ascertain" / "keys"
    except RuntimeError as error:
        raise Misused("there is no home folder to keep keys in", item="signing keys",
                      remedy="Set ASCERTAIN_KEYS to a folder that only you can read.") from error  # fmt: skip

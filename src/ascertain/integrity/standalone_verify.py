"""Check a published dossier without the program that made it.

    python verify.py [FOLDER] [--key LINE]

Answers INTACT, BROKEN (what, where) or CANNOT TELL (why); exit status 0, 3 or 5. It needs Python 3.10 or newer and the
package `cryptography`, and follows docs/reference/bundle.md. INTACT means: these are the files that the holder of the
key sealed. Whose key it is, and whether what was reported is true, no program can show.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

NAMES = ["checkpoint", "entry.json", "keys", "manifest.json", "proof.json"]
Key = tuple[str, bytes, bytes]


class Broken(Exception):
    """A check failed."""


class CannotTell(Exception):
    """A check could not be made."""


def require(holds: object, what: str) -> None:
    """Stop with `what` where something does not hold."""
    if not holds:
        raise Broken(what)


def read(folder: Path, path: str) -> bytes:
    """Return a file's bytes."""
    try:
        return (folder / path).read_bytes()
    except OSError as error:
        raise CannotTell(f"{path} can't be read: {error.strerror}") from None


def canonical(value: object) -> bytes:
    """Return a value as canonical JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return "".join(c if not 0xD800 <= ord(c) <= 0xDFFF else f"\\u{ord(c):04x}" for c in text).encode("utf-8")


def parse(content: bytes, what: str) -> dict[str, Any]:
    """Return the value of canonical JSON."""
    try:
        value = json.loads(content.decode("utf-8"))
        written = canonical(value)
    except (ValueError, RecursionError):
        raise Broken(what + ": not JSON") from None
    require(written == content, what + ": not canonical")
    require(isinstance(value, dict), what + ": not an object")
    return dict(value)


def decode(text: str, what: str) -> bytes:
    """Return what base64 stands for."""
    try:
        content = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Broken(what + ": not base64") from None
    require(base64.b64encode(content).decode("ascii") == text, what + ": base64 spelled another way")
    return content


def read_keys(content: bytes) -> list[Key]:
    """Return (name, hash, public key) of each verifier key."""
    keys: list[Key] = []
    try:
        lines = content.decode("utf-8").split("\n")
    except ValueError:
        raise Broken("keys: not UTF-8") from None
    require(len(lines) > 1 and lines[-1] == "", "keys: no list of keys")
    for line in lines[:-1]:
        parts = line.split("+", 2)
        require(len(parts) == 3 and parts[0], "keys: not a verifier key")
        public = decode(parts[2], "keys")
        require(len(public) == 33 and public[0] == 1, "keys: not an Ed25519 key")
        digest = hashlib.sha256(parts[0].encode("utf-8") + b"\n" + public).digest()[:4]
        require(parts[1] == digest.hex(), "keys: name, hash and key do not belong together")
        keys.append((parts[0], digest, public[1:]))
    return keys


def read_checkpoint(content: bytes, keys: list[Key]) -> tuple[int, bytes]:
    """Return size and root, once every signature is right."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        text = content.decode("utf-8")
    except ValueError:
        raise Broken("checkpoint: not UTF-8") from None
    body, blank, rest = text.partition("\n\n")
    lines = body.split("\n")
    require(blank and len(lines) == 3 and lines[0], "checkpoint: not origin, size and root")
    require(lines[1].isascii() and lines[1].isdigit() and len(lines[1]) < 16, "checkpoint: no size")
    size, root = int(lines[1]), decode(lines[2], "checkpoint")
    require(str(size) == lines[1] and len(root) == 32, "checkpoint: size or root spelled wrongly")
    signatures = rest.split("\n")
    require(signatures[-1] == "" and len(signatures) - 1 == len(keys), "checkpoint: not one signature for each key")
    for line, (name, digest, public) in zip(signatures[:-1], keys, strict=True):
        parts = line.split(" ")
        require(len(parts) == 3 and parts[0] == "\u2014" and parts[1] == name, "checkpoint: signed by another name")
        signature = decode(parts[2], "checkpoint")
        require(len(signature) == 68 and signature[:4] == digest, "checkpoint: signed by another key")
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature[4:], (body + "\n").encode("utf-8"))
        except (InvalidSignature, ValueError):
            raise Broken("checkpoint: the signature is wrong") from None
    return size, root


def check_inclusion(entry: bytes, index: Any, size: int, hashes: list[bytes], root: bytes) -> None:
    """Follow RFC 9162, section 2.1.3.2."""
    require(isinstance(index, int) and 0 <= index < size, "proof.json: not an entry of this ledger")
    fn, sn = index, size - 1
    r = hashlib.sha256(b"\x00" + entry).digest()
    for p in hashes:
        require(sn != 0, "proof.json: too long")
        if fn & 1 or fn == sn:
            r = hashlib.sha256(b"\x01" + p + r).digest()
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = hashlib.sha256(b"\x01" + r + p).digest()
        fn, sn = fn >> 1, sn >> 1
    require(sn == 0 and r == root, "entry.json: not in the ledger that the checkpoint signs")


def read_proof(content: bytes, entry: dict[str, Any], size: int) -> list[bytes]:
    """Return the proof's hashes."""
    proof = parse(content, "proof.json")
    require(set(proof) == {"hashes", "index", "size"}, "proof.json: other keys than a proof has")
    require(type(proof["index"]) is int and type(proof["size"]) is int, "proof.json: no whole numbers")
    require(proof["index"] == entry.get("n") and proof["size"] == size, "proof.json: of another entry or checkpoint")
    require(isinstance(proof["hashes"], list), "proof.json: no hashes")
    try:
        hashes = [bytes.fromhex(text) for text in proof["hashes"]]
    except (ValueError, TypeError):
        raise Broken("proof.json: not hexadecimal") from None
    require([h.hex() for h in hashes] == proof["hashes"], "proof.json: spelled another way")
    return hashes


def read_manifest(content: bytes) -> list[tuple[str, int, str]]:
    """Return path, size and digest of each file."""
    manifest = parse(content, "manifest.json")
    require(set(manifest) == {"files", "format"}, "manifest.json: other keys than a manifest has")
    require(manifest["format"] == "ascertain-bundle/1", "manifest.json: of another format")
    require(isinstance(manifest["files"], list), "manifest.json: no files")
    listed = []
    for file in manifest["files"]:
        require(isinstance(file, dict) and set(file) == {"bytes", "path", "sha256"}, "manifest.json: not a file")
        path, size, digest = file["path"], file["bytes"], file["sha256"]
        require(type(path) is str and type(size) is int and type(digest) is str, "manifest.json: not a file")
        parts = path.split("/")
        bad = "\\" in path or "\0" in path or parts[0] == "custody" or any(p in ("", ".", "..") for p in parts)
        require(not bad, f"manifest.json: {path!r} leads elsewhere")
        listed.append((path, size, digest))
    paths = [path for path, _, _ in listed]
    require(paths == sorted(set(paths)), "manifest.json: paths out of order or repeated")
    return listed


def find_files(folder: Path) -> set[str]:
    """Return every file's path; no symbolic links."""
    found: set[str] = set()

    def stop(error: OSError) -> NoReturn:
        raise CannotTell(f"{error.filename} can't be read: {error.strerror}")

    for where, folders, files in os.walk(folder, onerror=stop):
        for name in folders + files:
            relative = (Path(where) / name).relative_to(folder).as_posix()
            require(not (Path(where) / name).is_symlink(), f"{relative}: a symbolic link")
            if name in files:
                found.add(relative)
    return found


def check(folder: Path, key: str | None = None) -> int:
    """Return the number of files checked; raise `Broken` or `CannotTell`."""
    if not (folder / "custody").is_dir():
        raise CannotTell("there is no custody folder: this was not sealed")
    found = find_files(folder)
    held = sorted(path.name for path in (folder / "custody").iterdir())
    require(held == NAMES, "custody: not the five files it should hold")
    content = {name: read(folder, "custody/" + name) for name in NAMES}
    keys = read_keys(content["keys"])
    size, root = read_checkpoint(content["checkpoint"], keys)
    entry = parse(content["entry.json"], "entry.json")
    require(entry.get("action") == "publish", "entry.json: not a publication")
    require(
        entry.get("digest") == hashlib.sha256(content["manifest.json"]).hexdigest(),
        "manifest.json: not the one that was published",
    )
    hashes = read_proof(content["proof.json"], entry, size)
    check_inclusion(content["entry.json"], entry["n"], size, hashes, root)
    listed = read_manifest(content["manifest.json"])
    for path, length, digest in listed:
        require(path in found, f"{path}: gone")
        bytes_now = read(folder, path)
        same = len(bytes_now) == length and hashlib.sha256(bytes_now).hexdigest() == digest
        require(same, f"{path}: not the file that was published (bytes 0 to {length})")
    extra = found - {path for path, _, _ in listed} - {"custody/" + name for name in NAMES}
    require(not extra, ", ".join(sorted(extra)) + ": added, nothing lists it")
    if key is not None:
        require(
            key.strip() in content["keys"].decode("utf-8").split("\n"), "keys: not sealed by the key that was given"
        )
    return len(listed)


def main(arguments: list[str]) -> int:
    """Check, say what was found, and return the exit status."""
    key = None
    if "--key" in arguments[:-1]:
        place = arguments.index("--key")
        key = arguments[place + 1]
        arguments = arguments[:place] + arguments[place + 2 :]
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        count = check(folder, key)
    except Broken as error:
        print(f"BROKEN: {error}")
        return 3
    except CannotTell as error:
        print(f"CANNOT TELL: {error}")
        return 5
    except ImportError:
        print("CANNOT TELL: the package `cryptography` is needed to check the signature (pip install cryptography)")
        return 5
    print(f"INTACT: {count} files are those that were sealed")
    if key is None:
        print("Whose key sealed them only the publisher can say; compare it with the one in custody/keys.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

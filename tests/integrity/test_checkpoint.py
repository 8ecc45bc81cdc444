import base64
from pathlib import Path

import pytest

from ascertain.integrity.checkpoint import Checkpoint, is_torn, read_checkpoint, split_notes
from ascertain.integrity.keys import KeyRing, read_verifier_key
from ascertain.model import Broken, Misused

ROOT = bytes(range(32))


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "keys")


@pytest.fixture
def note(ring: KeyRing) -> str:
    return str(Checkpoint(origin="ascertain.local/case/x", size=42, root=ROOT).signed_by([ring.current()]))


# From golang.org/x/mod/sumdb/note, whose keys and notes C2SP adopted.
PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PUBLISHED_TEXT = (
    b"If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
)
PUBLISHED_SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="


def test_a_signature_that_others_made_is_right() -> None:
    content = base64.b64decode(PUBLISHED_SIGNATURE)
    key = read_verifier_key(PUBLISHED_KEY)
    assert content[:4] == key.hash
    assert key.has_signed(PUBLISHED_TEXT, content[4:])
    assert not key.has_signed(PUBLISHED_TEXT + b"x", content[4:])


def test_a_checkpoint_reads_back(ring: KeyRing, note: str) -> None:
    read = read_checkpoint(note)
    assert (read.origin, read.size, read.root) == ("ascertain.local/case/x", 42, ROOT)
    key = ring.current().verifier
    assert read.fault({key.hash: key}) is None
    assert "does not name" in str(read.fault({}))


def test_no_bit_of_a_checkpoint_can_change(ring: KeyRing, note: str) -> None:
    key = ring.current().verifier
    content = note.encode()
    for place in range(len(content) * 8):
        damaged = bytearray(content)
        damaged[place // 8] ^= 1 << place % 8
        try:
            fault = read_checkpoint(damaged.decode(errors="replace")).fault({key.hash: key})
        except ValueError:
            continue
        assert fault is not None


def test_notes_one_after_another_come_apart(note: str) -> None:
    assert split_notes(note * 3) == [note] * 3


def test_what_was_being_written_is_told_from_what_was_damaged(note: str) -> None:
    for length in range(1, len(note)):
        assert is_torn(note[:length]), length
    assert not is_torn(note[:-1] + "x"), "a whole note with a damaged last byte"
    assert not is_torn(note.replace("— ", "- ")), "a whole note with a damaged signature line"


def test_keys_are_their_owners_only_and_old_ones_stay(ring: KeyRing) -> None:
    first = ring.current()
    second = ring.rotate()
    files = sorted(ring.folder.iterdir())
    assert [path.stat().st_mode & 0o777 for path in files] == [0o600, 0o600]
    assert ring.current().verifier == second.verifier != first.verifier
    found = ring.find(first.verifier)
    assert found is not None
    assert found.sign(b"x") == first.sign(b"x")


def test_a_key_that_others_can_read_is_not_used(ring: KeyRing) -> None:
    ring.current()
    next(ring.folder.iterdir()).chmod(0o644)
    with pytest.raises(Misused, match="others can read"):
        ring.current()


def test_a_file_that_is_no_key_is_told_of(ring: KeyRing) -> None:
    ring.current()
    next(ring.folder.iterdir()).write_text("no key")
    with pytest.raises(Broken, match="not a signing key"):
        ring.current()

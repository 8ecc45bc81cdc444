import errno
import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascertain.integrity import Disk
from ascertain.model import Broken, Misused, Refused
from ascertain.storage import BlobVault


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(contents=st.lists(st.binary(max_size=200), max_size=8))
def test_what_is_sealed_is_read_back_under_its_digest(tmp_path: Path, contents: list[bytes]) -> None:
    vault = BlobVault(tmp_path)
    digests = vault.seal(contents)
    assert digests == [hashlib.sha256(content).hexdigest() for content in contents]
    assert [vault.read(digest) for digest in digests] == contents
    assert all(digest in vault for digest in digests)


def test_a_blob_is_read_only_and_sealing_again_leaves_it_alone(tmp_path: Path) -> None:
    vault = BlobVault(tmp_path)
    (digest,) = vault.seal([b"words"])
    path = vault.path(digest)
    before = path.stat()
    assert before.st_mode & 0o777 == 0o444
    assert vault.seal([b"words", b"words"]) == [digest, digest]
    assert path.stat() == before or path.stat().st_mtime_ns == before.st_mtime_ns


def test_damaged_and_missing_blobs_are_told(tmp_path: Path) -> None:
    vault = BlobVault(tmp_path)
    digest, other = vault.seal([b"words", b"other"])
    vault.path(digest).chmod(0o644)
    vault.path(digest).write_bytes(b"wordz")
    with pytest.raises(Broken, match="not those that were sealed"):
        vault.read(digest)
    with pytest.raises(Broken, match="other bytes lie under"):
        vault.seal([b"words"])
    vault.path(other).unlink()
    with pytest.raises(Broken, match="gone"):
        BlobVault(tmp_path).read(other)


@pytest.mark.parametrize(
    ("number", "expected", "stops"),
    [(errno.EIO, Broken, True), (errno.ENOSPC, Refused, False), (errno.EMFILE, Refused, False),
     (errno.EACCES, Misused, False)],
)  # fmt: skip
def test_an_error_of_the_disk_is_told_in_words(
    tmp_path: Path, number: int, expected: type[Exception], stops: bool
) -> None:
    class Failing(Disk):
        def sync(self, descriptor: int) -> None:
            raise OSError(number, "as asked")

    disk = Failing()
    vault = BlobVault(tmp_path, disk)
    with pytest.raises(expected):
        vault.seal([b"words"])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    disk.sync = Disk.sync.__get__(disk)  # type: ignore[method-assign]
    if stops:
        with pytest.raises(Broken, match="stopped"):
            vault.seal([b"words"])
    else:
        assert vault.seal([b"words"])


class NotingDisk(Disk):
    """Does what it is asked, and notes in which order."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []
        self._names: dict[int, str] = {}

    def open(self, path: Path | str, flags: int, mode: int = 0o600) -> int:
        descriptor = super().open(path, flags, mode)
        self._names[descriptor] = Path(path).name.strip(".").split(".")[0]
        return descriptor

    def start_sync(self, descriptor: int) -> None:
        self.calls.append(("start", self._names[descriptor]))
        super().start_sync(descriptor)

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        self.calls.append(("sync", self._names[descriptor]))

    def rename(self, old: Path | str, new: Path | str) -> None:
        super().rename(old, new)
        self.calls.append(("rename", Path(new).name))


def test_every_file_is_synced_itself_before_it_gets_its_name(tmp_path: Path) -> None:
    """That all are begun first saves time and takes nothing from this."""
    disk = NotingDisk()
    contents = [f"words {n}".encode() for n in range(300)]
    names = {digest[2:] for digest in BlobVault(tmp_path, disk).seal(contents)}
    assert len(names) == 300
    for name in names:
        mine = [call for call, of in disk.calls if of == name]
        assert mine == ["start", "sync", "rename"], name
    first_batch = [call for call, of in disk.calls if of in names][:512]
    assert first_batch == ["start"] * 256 + ["sync"] * 256

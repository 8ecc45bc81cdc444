"""A case in one file, and back again, equal to the byte: evidence, ledger, decisions, settings and what was published.

The file is a gzipped tar whose first member lists every other with its size and digest, so that a damaged backup is
told before it takes the place of anything. Signing keys lie outside of a case and are not in it. Left out are locks,
files that were being written, the working file of a build that has not ended, what builds remember and the name of the
case's schema on a server: the next build makes them again.
"""

import gzip
import hashlib
import io
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ascertain.integrity.canonical import canonical
from ascertain.integrity.chunks import digest_file
from ascertain.integrity.disk import Disk, in_words
from ascertain.integrity.folder_files import files_of
from ascertain.integrity.ledger_file import Places
from ascertain.integrity.lock import writing
from ascertain.integrity.verdict import Verdict
from ascertain.integrity.verify_case import EVIDENCE_FOLDER, verify
from ascertain.model import Broken, Misused, Refused
from ascertain.storage.memory import MEMORY_FILE
from ascertain.storage.postgres_server import SCHEMA_FILE
from ascertain.storage.sqlite_writing import UNFINISHED

FORMAT = "ascertain-backup/1"
_LIST = "backup.json"
_LIST_LIMIT_BYTES = 1 << 30
_PIECE = 1 << 20
_LEFT_OUT = {
    f"{EVIDENCE_FOLDER}/{name}"
    for name in ("lock", "build.lock", *UNFINISHED, MEMORY_FILE, f"{MEMORY_FILE}-journal", SCHEMA_FILE)
}


class _File(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    bytes: int
    sha256: str


class _Listing(msgspec.Struct, forbid_unknown_fields=True):
    files: list[_File]
    folders: list[str]
    format: str


def backup(case: Path, file: Path, *, overwrite: bool = False) -> int:
    """Write the whole case into `file` and return how many files it holds; nobody writes to the case meanwhile.

    The same case gives the same backup, byte for byte. The file appears when it is whole, and not before. A file that
    is there already may be the only backup of an earlier state: it is left alone unless `overwrite` says otherwise.
    """
    evidence = case / EVIDENCE_FOLDER
    if not evidence.is_dir() and (case / "case.toml").is_file():
        raise Misused("nothing is sealed in this case yet", item=str(case),
                      remedy="Run `ascertain build` first.")  # fmt: skip
    if not evidence.is_dir():
        raise Misused("this is not a case", item=str(case), remedy="Give the folder that holds case.toml.")
    if file.resolve().is_relative_to(case.resolve()):
        raise Misused("a backup can't lie inside of the case", item=file.name, remedy="Name a file elsewhere.")
    if not file.resolve().parent.is_dir():
        raise Misused("there is no such folder", item=str(file.parent), remedy="Make it, or name a file elsewhere.")
    if file.is_dir():
        raise Misused("this is a folder", item=str(file), remedy="Give the name of the file to write.")
    if not overwrite and (file.exists() or file.is_symlink()):
        raise Misused("there is a file of this name already, which may be an earlier backup", item=str(file),
                      remedy="Name another file, or add --overwrite to put the new backup in its place.")  # fmt: skip
    part = file.with_name(f".{file.name}.part")
    with writing(evidence / "build.lock"), writing(Places(evidence).lock), in_words(file):
        listing = _list(case)
        try:
            with part.open("wb") as raw:
                with gzip.GzipFile("", "wb", 1, raw, mtime=0) as packed:
                    _pack(case, listing, packed)
                raw.flush()
                os.fsync(raw.fileno())
            part.replace(file)
            Disk().sync_folder(file.resolve().parent)
        finally:
            part.unlink(missing_ok=True)
    return len(listing.files)


def restore(file: Path, case: Path) -> Verdict:
    """Make the case in the folder `case`, which must not be there yet, and return what its verification says.

    `Broken` where the backup is damaged; then nothing is left behind.
    """
    if case.exists() and (not case.is_dir() or any(case.iterdir())):
        raise Misused("there is something already", item=str(case), remedy="Name a folder that does not exist yet.")
    part = case.with_name(f".{case.name}.restoring")
    with in_words(case), _backup_in_words(file):
        try:
            part.mkdir(parents=True)
            with gzip.open(file, "rb") as packed, tarfile.open(fileobj=packed, mode="r|") as archive:
                _unpack(archive, part)
                while packed.read(_PIECE):  # to the end, where gzip's own checksum stands
                    continue
            if case.exists():
                case.rmdir()
            Disk().sync_folders([part, *(path for path in part.rglob("*") if path.is_dir())])
            part.replace(case)
            Disk().sync_folder(case.resolve().parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return verify(case)


def _list(case: Path) -> _Listing:
    names, links = files_of(case)
    for name in links:
        raise Misused("a symbolic link can't be backed up", item=name, remedy="Put the file itself there.")
    kept = [name for name in names if name not in _LEFT_OUT and not _is_part(name)]
    files = []
    for name in kept:
        digest, size, _ = digest_file(case / name)
        files.append(_File(path=name, bytes=size, sha256=digest))
    folders = (path for path in case.rglob("*") if path.is_dir() and not any(path.iterdir()))
    return _Listing(files=files, folders=sorted(path.relative_to(case).as_posix() for path in folders), format=FORMAT)


def _is_part(name: str) -> bool:
    base = name.rpartition("/")[2]
    return name.startswith(EVIDENCE_FOLDER) and base.startswith(".") and base.endswith(".part")


def _pack(case: Path, listing: _Listing, packed: gzip.GzipFile) -> None:
    content = canonical(msgspec.to_builtins(listing))
    with tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(_member(_LIST, len(content)), io.BytesIO(content))
        for file in listing.files:
            with (case / file.path).open("rb") as opened:
                archive.addfile(_member(f"case/{file.path}", file.bytes), opened)


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    return member


def _unpack(archive: tarfile.TarFile, target: Path) -> None:
    """Write the files that the list names, in its order, under the names it gives; nothing else is written."""
    listing = _read_list(archive)
    needed, free = sum(file.bytes for file in listing.files), shutil.disk_usage(target).free
    if needed > free:
        raise Refused(f"it needs {needed} bytes and {free} are free", limit="free disk space", item=_LIST,
                      remedy="Make room, or restore elsewhere.")  # fmt: skip
    for folder in listing.folders:
        (target / _plain(folder)).mkdir(parents=True, exist_ok=True)
    for file in listing.files:
        member = archive.next()
        if member is None or member.name != f"case/{file.path}" or not member.isreg() or member.size != file.bytes:
            raise _damaged(file.path, "it is not where the list says")
        _write(archive, member, target / _plain(file.path), file)
    if archive.next() is not None:
        raise _damaged(_LIST, "there is more in it than the list says")


def _read_list(archive: tarfile.TarFile) -> _Listing:
    member = archive.next()
    content = archive.extractfile(member) if member and member.name == _LIST and member.isreg() else None
    if member is None or content is None:
        raise Misused("this is not a backup of a case", item=_LIST, remedy="Give a file that `backup` wrote.")
    if member.size > _LIST_LIMIT_BYTES:
        raise Refused("its list is too long", limit=f"{_LIST_LIMIT_BYTES} bytes", item=_LIST)
    try:
        listing = msgspec.json.decode(content.read(), type=_Listing)
    except msgspec.DecodeError as error:
        raise _damaged(_LIST, str(error)) from error
    if listing.format != FORMAT:
        raise Misused(f"it was written by another version ({listing.format})", item=_LIST, remedy="Update Ascertain.")
    return listing


def _plain(path: str) -> str:
    parts = path.split("/")
    if "\\" in path or "\0" in path or ":" in parts[0] or any(part in ("", ".", "..") for part in parts):
        raise Refused("a name that leads out of the case", limit="names within the case", item=path)
    return path


def _write(archive: tarfile.TarFile, member: tarfile.TarInfo, path: Path, file: _File) -> None:
    source, found = archive.extractfile(member), hashlib.sha256()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as written:
        while source and (piece := source.read(_PIECE)):
            found.update(piece)
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    if found.hexdigest() != file.sha256:
        raise _damaged(file.path, "its bytes are not those that were backed up")
    if file.path.startswith(f"{EVIDENCE_FOLDER}/blobs/"):
        path.chmod(0o444)


def _damaged(item: str, what: str) -> Broken:
    return Broken(f"the backup is damaged: {what}", item=item, remedy="Use another backup. Nothing was restored.")


@contextmanager
def _backup_in_words(file: Path) -> Iterator[None]:
    """Turn what gzip and tar say of a damaged file into our words."""
    try:
        yield
    except FileNotFoundError as error:
        raise Misused("there is no such file", item=str(error.filename), remedy="Give a backup file.") from error
    except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, ValueError) as error:
        raise _damaged(file.name, str(error)) from error

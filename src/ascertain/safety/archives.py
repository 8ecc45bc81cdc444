"""Archives from strangers: members are read into memory under limits, and nothing is written under their names."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from ascertain.model import Broken, Refused
from ascertain.safety.limits import LIMITS, MIB, Limits

_CHUNK, _PIECE = MIB, 4096
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, KeyError, ValueError,
    OverflowError,
)  # fmt: skip


class Member(NamedTuple):
    """A file of an archive. `name` is what the archive calls it: to be shown, never to be opened."""

    name: str
    content: bytes


def open_zip(content: bytes, *, limits: Limits = LIMITS) -> zipfile.ZipFile:
    """Return a ZIP archive whose directory is sane; raises Refused for too many or overlapping members."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Broken(f"the archive's directory can't be read ({error})", remedy="get the archive again") from error
    members = archive.infolist()
    if len(members) > limits.archive_members:
        raise _refused(
            "archive_members", f"it has {len(members):,} members, and {limits.archive_members:,} are allowed"
        )
    stored = sum(member.compress_size for member in members)
    if stored > len(content):  # members that share their bytes: the overlapping bomb of Fifield (WOOT 2019)
        raise _refused("archive_ratio", "its members overlap")
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise _refused("archive_members", "two of its members have one name")
    return archive


def members_of(archive: zipfile.ZipFile, *, limits: Limits = LIMITS) -> Iterator[Member]:
    """Yield the members one by one, folders left out; what they hold together is bounded, whatever their sizes say."""
    left = limits.output_for(sum(member.compress_size for member in archive.infolist()))
    for info in archive.infolist():
        if not info.filename.endswith("/"):  # `is_dir` raises where a member has no name at all
            content = read_member(archive, info.filename, limit=left)
            left -= len(content)
            yield Member(info.filename, content)


def read_member(archive: zipfile.ZipFile, name: str, *, limit: int) -> bytes:
    """Return one member, at most `limit` bytes of it unpacked; raises Refused for more, Broken where it is damaged."""
    parts, size = [], 0
    try:
        with archive.open(name) as member:
            while part := member.read(_CHUNK):
                size += len(part)
                if size > limit:
                    raise _refused("output_bytes", f"more than {limit:,} bytes come out of it")
                parts.append(part)
    except _UNREADABLE as error:
        raise Broken(f"the archive's member can't be unpacked ({error})", item=name, remedy="get it again") from error
    return b"".join(parts)


class Unzipped(NamedTuple):
    """What a gzip stream holds, and what is wrong with it behind that: "" where it is whole."""

    content: bytes
    fault: str = ""


def unzip_stream(content: bytes, *, limits: Limits = LIMITS) -> Unzipped:
    """Return what a gzip stream holds, all its members, as far as it is sound; raises Refused past the limit.

    Of a member that is cut off, what comes before the cut is given; of one that is damaged nothing, as its checksum
    is over all of it.
    """
    limit, out, at = limits.output_for(len(content)), bytearray(), 0
    while at < len(content):
        inflater, whole = zlib.decompressobj(wbits=31), len(out)
        try:
            at = _inflate_member(inflater, content, at, out, limit)
        except zlib.error as error:
            return Unzipped(bytes(out[:whole]), f"the gzip stream is damaged ({error})")
        if len(out) > limit:
            raise _refused("output_bytes", f"more than {limit:,} bytes come out of it")
        if not inflater.eof:
            return Unzipped(bytes(out), "the gzip stream is cut off")
    return Unzipped(bytes(out))


def _inflate_member(inflater: "zlib._Decompress", content: bytes, at: int, out: bytearray, limit: int) -> int:
    """Unpack one member from `at` on into `out`, piece by piece so that damage loses one piece, and return its end."""
    while at < len(content) and not inflater.eof and len(out) <= limit:
        piece = content[at : at + _PIECE]
        out += inflater.decompress(piece, limit + 1 - len(out))
        while inflater.unconsumed_tail and len(out) <= limit:
            out += inflater.decompress(inflater.unconsumed_tail, limit + 1 - len(out))
        at += len(piece) - len(inflater.unused_data)
    return at


def _refused(limit: str, what: str) -> Refused:
    return Refused(
        f"the archive is over the limit {limit}: {what}", limit=limit,
        remedy="its bytes are kept; unpack it yourself in a place where it can do no harm, and collect what you trust",
    )  # fmt: skip

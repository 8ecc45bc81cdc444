"""WARC and WACZ: web archives (ISO 28500, WACZ 1.1.1), as browsertrix, wget and archive.org write them."""

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ascertain.collect.collectors.saved_page import items_of_page
from ascertain.collect.dates import stated_date
from ascertain.model import Broken, Capture, Item, Refused, Skipped
from ascertain.safety.archives import open_zip, read_member, unzip_stream
from ascertain.safety.limits import LIMITS, Limits

_PAGES = ("text/html", "application/xhtml+xml")
_PACKAGE = "datapackage.json"


class WebArchive:
    """Reads the pages of a web archive, each a capture and an item, where the extra `warc` is installed.

    Strict: a record whose digest does not match, or a WACZ file whose hash is not the one listed, is skipped and named.
    """

    name = "warc"
    priority = 10
    limits = Limits(cpu_seconds_per_mib=2.0, memory_per_byte=16.0)

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a web archive's does."""
        return path.name.lower().endswith((".warc", ".warc.gz", ".wacz"))

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the archive's own bytes, then each page that it holds."""
        content = path.read_bytes()
        is_wacz = path.suffix.lower() == ".wacz"
        media_type = "application/wacz" if is_wacz else "application/warc"
        yield Capture(content=content, name=name, media_type=media_type, how=self.name)
        try:
            import warcio  # noqa: F401
        except ImportError:
            yield _skip(
                name, "web archives are read with warcio, which is not installed", "pip install 'ascertain[warc]'"
            )
            return
        if is_wacz:
            yield from _wacz(content, name)
        else:
            yield from _records(content, name)


def _wacz(content: bytes, name: str) -> Iterator[Capture | Item | Skipped]:
    archive = open_zip(content)
    names = archive.namelist()
    left = LIMITS.output_for(len(content))
    if _PACKAGE not in names:
        raise Broken(
            "the WACZ file lacks its datapackage.json", item=name, remedy="get it again from where it was made"
        )
    listed = _listed_hashes(read_member(archive, _PACKAGE, limit=left))
    for number, member in enumerate(names):
        if member.endswith("/") or member in (_PACKAGE, "datapackage-digest.json"):
            continue
        body = read_member(archive, member, limit=left)
        left -= len(body)
        where = f"{name}/{number}"
        if listed.get(member) != hashlib.sha256(body).hexdigest():
            why = "differs from its listed hash" if member in listed else "is not listed"
            yield _skip(where, f"the file {member!r} in the WACZ {why}", "get the WACZ again; do not rely on this one")
        elif member.startswith("archive/") and member.lower().endswith((".warc", ".warc.gz")):
            yield from _records(body, where)


def _listed_hashes(package: bytes) -> dict[str, str]:
    try:
        resources = json.loads(package)["resources"]
        return {str(one["path"]): str(one["hash"]).removeprefix("sha256:") for one in resources}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Broken("the WACZ file's datapackage.json can't be read", remedy="get the WACZ again") from error


def _records(content: bytes, name: str) -> Iterator[Capture | Item | Skipped]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    plain = unzip_stream(content) if content.startswith(b"\x1f\x8b") else content
    read = number = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(plain), check_digests=True), 1):
            if record.rec_type in ("response", "resource"):
                for made in _page(record, f"{name}#{number}", number):
                    read += isinstance(made, Item | Skipped)
                    yield made
    except (ArchiveLoadFailed, EOFError, ValueError, UnicodeDecodeError) as error:
        raise Broken(
            f"the archive breaks off after record {number} ({error})", item=name, remedy="get it again"
        ) from error
    if not read:
        yield _skip(name, "the archive holds no page", "see whether it is a part of a larger one")


def _page(record: Any, where: str, number: int) -> Iterator[Capture | Item | Skipped]:
    headers = record.http_headers
    media_type = (headers.get_header("Content-Type", "") if headers else record.content_type) or ""
    media_type = media_type.partition(";")[0].strip().lower()
    status = headers.get_statuscode() if headers else "200"
    payload = record.content_stream().read(LIMITS.output_bytes + 1)
    if len(payload) > LIMITS.output_bytes:
        raise Refused("a record of the archive is over the limit output_bytes", limit="output_bytes", item=where)
    checker = getattr(record, "digest_checker", None)
    if checker is not None and checker.passed is False:
        yield _skip(
            where, "the record differs from its own digest", "get the archive again; do not rely on this record"
        )
        return
    if media_type not in _PAGES or status[:1] in "345":
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    at, _ = stated_date(record.rec_headers.get_header("WARC-Date") or "")
    yield Capture(content=payload, name=where, media_type=media_type, how="warc", collected_at=at, url=url)
    for made in items_of_page(payload, where, hashlib.sha256(payload).hexdigest(), url=url, position=number):
        yield replace(made, collected_at=at) if isinstance(made, Item) else made


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = WebArchive()

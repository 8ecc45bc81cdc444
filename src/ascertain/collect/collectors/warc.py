"""WARC and WACZ: web archives (ISO 28500, WACZ 1.1.1), as browsertrix, wget and archive.org write them."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ascertain.collect.interface import Looks
from ascertain.collect.page_pictures import looks_of
from ascertain.collect.web_records import Wanted, records_of
from ascertain.model import Broken, Capture, Item, Refused, Skipped
from ascertain.safety.archives import open_zip, read_member
from ascertain.safety.limits import LIMITS, Limits

_PACKAGE, _SEAL = "datapackage.json", "datapackage-digest.json"
_MOST_TOLD = 200  # of what is missing, by name: a small file can list very much
_PAGE_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")


class WebArchive:
    """Reads the pages of a web archive, each a capture and an item.

    Strict: a record whose digest does not match, or a WACZ file whose hash is not the one listed, is skipped and named.
    An address that answered that there is nothing is a capture too, as that is what it showed at that time.
    """

    name = "warc"
    priority = 10
    limits = Limits(cpu_seconds_per_mib=2.0, memory_per_byte=16.0)

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a web archive's does."""
        return path.name.lower().endswith((".warc", ".warc.gz", ".wacz"))

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped | Looks]:
        """Yield the archive's own bytes, then each page that it holds, then what the pages' pictures look like.

        An archive that breaks off gives what stands before the break.
        """
        content = path.read_bytes()
        is_wacz = path.suffix.lower() == ".wacz"
        media_type = "application/wacz" if is_wacz else "application/warc"
        yield Capture(content=content, name=name, media_type=media_type, how=self.name)
        wanted = Wanted()
        try:
            yield from _wacz(content, name, wanted) if is_wacz else records_of(content, name, wanted)
        except (Broken, Refused):
            yield from looks_of(wanted.reports, name, wanted.pictures.get)
            raise
        yield from looks_of(wanted.reports, name, wanted.pictures.get)


def _wacz(content: bytes, name: str, wanted: Wanted) -> Iterator[Capture | Item | Skipped]:
    archive = open_zip(content)
    names = archive.namelist()
    left = LIMITS.output_for(len(content))
    if _PACKAGE not in names:
        raise Broken(
            "the WACZ file lacks its datapackage.json", item=name, remedy="get it again from where it was made"
        )
    package = read_member(archive, _PACKAGE, limit=left)
    listed = _listed_hashes(package)
    if _SEAL in names:
        _check_seal(read_member(archive, _SEAL, limit=left), package, name)
    for number, member in sorted(enumerate(names), key=lambda one: one[1] not in _PAGE_LISTS):
        if member.endswith("/") or member in (_PACKAGE, _SEAL):
            continue
        body = read_member(archive, member, limit=left)
        left -= len(body)
        where = f"{name}/{number}"
        if not _holds(listed.get(member, ""), body):
            why = "differs from its listed hash" if member in listed else "is not listed"
            yield _skip(where, f"the file {member!r} in the WACZ {why}", "get the WACZ again; do not rely on this one")
        elif member in _PAGE_LISTS:
            wanted.pages.update(_listed_pages(body))
        elif member.startswith("archive/") and member.lower().endswith((".warc", ".warc.gz")):
            yield from records_of(body, where, wanted)
    yield from _missing(sorted(set(listed) - set(names)), name, "file", "get the WACZ again; do not rely on this one")
    yield from _missing(
        sorted(set(wanted.pages) - wanted.met), name, "page", "get the archive again, or the page itself"
    )


def _missing(listed: list[str], name: str, what: str, remedy: str) -> Iterator[Skipped]:
    """Yield what an archive lists and does not hold: one by one, and of very many the rest by their number."""
    for one in listed[:_MOST_TOLD]:
        yield _skip(name, f"the archive lists the {what} {one} and does not hold it", remedy)
    if (more := len(listed) - _MOST_TOLD) > 0:
        yield _skip(name, f"the archive lists {more:,} more {what}s and does not hold them", remedy)


def _holds(stated: str, body: bytes) -> bool:
    """Return whether a file has the hash that is listed for it: SHA-256, or MD5 as the older form of WACZ allows."""
    kind, _, digest = stated.rpartition(":")
    if kind == "md5":
        return digest == hashlib.md5(body, usedforsecurity=False).hexdigest()
    return digest == hashlib.sha256(body).hexdigest()


def _listed_hashes(package: bytes) -> dict[str, str]:
    try:
        resources = json.loads(package)["resources"]
        return {str(one["path"]): str(one["hash"]) for one in resources}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Broken("the WACZ file's datapackage.json can't be read", remedy="get the WACZ again") from error


def _check_seal(seal: bytes, package: bytes, name: str) -> None:
    try:
        stated = str(json.loads(seal)["hash"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Broken(f"the WACZ file's {_SEAL} can't be read", item=name, remedy="get the WACZ again") from error
    if not _holds(stated, package):
        raise Broken(
            f"the WACZ file's list of files differs from the hash in {_SEAL}", item=name,
            remedy="get the WACZ again; do not rely on this one",
        )  # fmt: skip


def _listed_pages(body: bytes) -> Iterator[tuple[str, str]]:
    """Yield address and title of each page listed; the first line is a heading, and a broken one lists nothing."""
    for line in body.split(b"\n"):
        try:
            page: Any = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            yield page["url"], str(page.get("title") or "")


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = WebArchive()

"""MHTML: a page with its pictures in one file, as Chromium saves it (RFC 2557)."""

import hashlib
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from pathlib import Path

from msgspec.structs import replace

from ascertain.collect.collectors.saved_page import PAGE_LIMITS, reports_of_page
from ascertain.collect.dates import stated_date
from ascertain.collect.interface import Looks
from ascertain.collect.page_pictures import Report, looks_of
from ascertain.model import Capture, Item, Skipped


class Mhtml:
    """Reads `.mhtml` and `.mht`; the address and the time of saving are those that the file states."""

    name = "mhtml"
    priority = 10
    limits = PAGE_LIMITS

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as such a page's does."""
        return path.suffix.lower() in (".mhtml", ".mht")

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped | Looks]:
        """Yield the capture and what its first HTML part says, then what the pictures look like that it shows."""
        content = path.read_bytes()
        message = BytesParser(_class=EmailMessage, policy=policy.compat32).parsebytes(content)
        url = str(message.get("Snapshot-Content-Location", "")) or None
        saved_at, _ = stated_date(str(message.get("Date", "")))
        yield Capture(
            content=content, name=name, media_type="multipart/related", how=self.name, url=url, collected_at=saved_at
        )
        digest = hashlib.sha256(content).hexdigest()
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        page = pages[0] if pages else None
        payload = page.get_payload(decode=True) if page is not None else None
        if page is None or not isinstance(payload, bytes):
            yield Skipped(stage="collect", item=name, why="the file holds no page", remedy="save the page again")
            return
        url = url or str(page.get("Content-Location", "")) or None
        payload = _in_utf8(payload, page.get_content_charset() or "utf-8")
        reports: list[Report] = []
        for report in reports_of_page(payload, name, digest, url=url if url and url.startswith("http") else None):
            record = report.record
            reports.append(
                report._replace(record=replace(record, collected_at=saved_at) if isinstance(record, Item) else record)
            )
            yield reports[-1].record
        if pages[1:]:
            why = f"frames within the page are kept and not read: {len(pages) - 1}"
            yield Skipped(stage="collect", item=name, why=why, remedy="save a frame that matters by itself")
        yield from looks_of(reports, name, find=_Parts(message).find)


def _in_utf8(payload: bytes, charset: str) -> bytes:
    """Return a page in UTF-8; one that names a charset which is none is left for its own words to tell."""
    if charset.lower().replace("-", "") == "utf8":
        return payload
    try:
        return payload.decode(charset, "replace").encode("utf-8")
    except (LookupError, ValueError):
        return payload


class _Parts:
    """The other parts of the file, by the address that they were at and by the id that the page calls them by."""

    def __init__(self, message: Message) -> None:
        self._parts: dict[str, Message] = {}
        for part in message.walk():
            if part.get_content_maintype() == "image":
                for address in (part.get("Content-Location"), f"cid:{str(part.get('Content-ID', '')).strip('<> ')}"):
                    if address:
                        self._parts.setdefault(str(address).strip().partition("#")[0], part)

    def find(self, address: str) -> bytes | None:
        """Return the bytes of the part that was at an address."""
        part = self._parts.get(address)
        payload = part.get_payload(decode=True) if part is not None else None
        return payload if isinstance(payload, bytes) else None


collector = Mhtml()

"""MHTML: a page with its pictures in one file, as Chromium saves it (RFC 2557)."""

import hashlib
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from msgspec.structs import replace

from ascertain.collect.collectors.saved_page import items_of_page
from ascertain.collect.dates import stated_date
from ascertain.model import Capture, Item, Skipped


class Mhtml:
    """Reads `.mhtml` and `.mht`; the address and the time of saving are those that the file states."""

    name = "mhtml"
    priority = 10

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as such a page's does."""
        return path.suffix.lower() in (".mhtml", ".mht")

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and what its first HTML part says."""
        content = path.read_bytes()
        message = BytesParser(_class=EmailMessage, policy=policy.compat32).parsebytes(content)
        url = str(message.get("Snapshot-Content-Location", "")) or None
        saved_at, _ = stated_date(str(message.get("Date", "")))
        yield Capture(
            content=content, name=name, media_type="multipart/related", how=self.name, url=url, collected_at=saved_at
        )
        digest = hashlib.sha256(content).hexdigest()
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        payload = page.get_payload(decode=True) if page is not None else None
        if page is None or not isinstance(payload, bytes):
            yield Skipped(stage="collect", item=name, why="the file holds no page", remedy="save the page again")
            return
        url = url or str(page.get("Content-Location", "")) or None
        charset = page.get_content_charset() or "utf-8"
        if charset.lower().replace("-", "") != "utf8":
            payload = payload.decode(charset, "replace").encode("utf-8")
        for record in items_of_page(payload, name, digest, url=url if url and url.startswith("http") else None):
            yield replace(record, collected_at=saved_at) if isinstance(record, Item) else record


collector = Mhtml()

"""E-mail: `.eml` as a mail program saves it."""

import hashlib
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from itertools import islice
from pathlib import Path

from ascertain.collect.collectors.saved_page import items_of_page
from ascertain.collect.interface import Looks
from ascertain.collect.page_pictures import Report, Shown, looks_of
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped

_HOW_MANY_PARTS = 500


class Email:
    """Reads a message: its words, sender and date; what is attached is kept and told of."""

    name = "email_message"
    priority = 10

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a message's does."""
        return path.suffix.lower() == ".eml"

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped | Looks]:
        """Yield the capture, the message and its attachments, then what the pictures that came with it look like."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="message/rfc822", how=self.name)
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(content)
        reports = [
            Report(record, _shown(message)) for record in _words(message, name, hashlib.sha256(content).hexdigest())
        ]
        yield from (report.record for report in reports)
        for number, part in enumerate(message.iter_attachments(), 1):
            if number > _HOW_MANY_PARTS:
                break
            yield from _attachment(part, f"{name}/attachment-{number}", self.name)
        yield from looks_of(reports, name, find=dict(_pictures(message)).get)


def _shown(message: EmailMessage) -> list[Shown]:
    """Return the pictures that came with a message, whether its words show them or they are attached."""
    return [Shown((number,)) for number, _ in _pictures(message)]


def _pictures(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield each picture that is a part of a message, by its number."""
    for number, part in enumerate(islice(message.walk(), _HOW_MANY_PARTS)):
        payload = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(payload, bytes):
            yield str(number), payload


def _words(message: EmailMessage, name: str, digest: str) -> Iterator[Item | Skipped]:
    body = message.get_body(preferencelist=("plain", "html"))
    payload = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(payload, bytes) or not payload.strip():
        yield Skipped(
            stage="collect", item=name, why="the message has no words of its own", remedy="see what is attached"
        )
        return
    stated = {
        "title": str(message.get("Subject", "")),
        "source": str(message.get("From", "")),
        "published_at": str(message.get("Date", "")),
        "platform": "email",
    }
    if body.get_content_type() == "text/html":
        for record in items_of_page(payload, name, digest):
            if isinstance(record, Item):
                fields = {**stated, "text": record.text, "furniture": [*record.furniture], "hidden": [*record.hidden]}
                yield item_from_record(fields, capture=digest, position=0)
            else:
                yield record
        return
    try:
        text = payload.decode(body.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = payload.decode("utf-8", "replace")
    yield item_from_record({**stated, "text": text}, capture=digest, position=0)


def _attachment(part: EmailMessage, name: str, how: str) -> Iterator[Capture | Skipped]:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        yield Capture(content=payload, name=name, media_type=part.get_content_type(), how=how)
    yield Skipped(
        stage="collect", item=name, why=f"an attachment ({part.get_content_type()}) is kept but not read",
        remedy="save it beside the message and collect it, if it is a report",
    )  # fmt: skip


collector = Email()

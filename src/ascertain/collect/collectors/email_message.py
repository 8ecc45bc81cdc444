"""E-mail: `.eml` as a mail program saves it."""

import hashlib
from collections.abc import Iterable, Iterator
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from ascertain.collect.collectors.saved_page import items_of_page
from ascertain.collect.interface import Looks
from ascertain.collect.page_pictures import Report, Shown, looks_of
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped

_HOW_MANY_PARTS, _HOW_DEEP = 500, 10


class Email:
    """Reads a message: its words, sender and date; what is attached is kept and told of."""

    name = "email_message"
    priority = 10

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a message's does."""
        return path.suffix.lower() == ".eml"

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped | Looks]:
        """Yield the capture, the message and its attachments, then what the pictures that came with it look like.

        A message that is attached to another (forwarded as it was) is an item of its own, which the other passes on.
        """
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="message/rfc822", how=self.name)
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(content)
        records = list(_Parts(hashlib.sha256(content).hexdigest(), self.name).of(message, name))
        yield from records
        reports = [Report(one, _shown(message)) for one in records if isinstance(one, Item)]
        yield from looks_of(reports, name, find=dict(_pictures(message)).get)


class _Parts:
    """What a message holds, and the messages within it, counted together so that no file costs more than its share."""

    def __init__(self, digest: str, how: str) -> None:
        self._digest, self._how, self._count = digest, how, 0

    def of(self, message: EmailMessage, name: str, depth: int = 1) -> Iterator[Capture | Item | Skipped]:
        """Yield the message's own words, then what is attached to it."""
        position, inner, within = self._count, list[Capture | Item | Skipped](), list[Item]()
        for number, part in enumerate(_leaves(message.iter_attachments()), 1):
            where = f"{name}/attachment-{number}"
            self._count += 1
            if self._count > _HOW_MANY_PARTS:
                inner.append(_skip(where, f"this part and those after it are over the limit of {_HOW_MANY_PARTS} parts",
                                   "save them from the mail program, and collect them"))  # fmt: skip
                break
            if (forwarded := _message_in(part)) is None:
                inner += _attachment(part, where, self._how)
            elif depth >= _HOW_DEEP:
                inner.append(_skip(where, f"a message within {_HOW_DEEP} others is not read", "save it by itself"))
            else:
                made = list(self.of(forwarded, where, depth + 1))
                within += [one for one in made[:1] if isinstance(one, Item)]
                inner += made
        for record in _words(message, name, self._digest, position):
            passes_on = isinstance(record, Item) and len(within) == 1
            yield replace(record, shares=within[0].id) if passes_on else record
        yield from inner


def _message_in(part: EmailMessage) -> EmailMessage | None:
    payload = part.get_payload() if part.get_content_type() == "message/rfc822" else None
    first = payload[0] if isinstance(payload, list) and payload else None
    return first if isinstance(first, EmailMessage) else None


def _leaves(parts: Iterable[Message]) -> Iterator[EmailMessage]:
    """Yield the parts that hold something, whatever they are packed in; a message within is one part."""
    for part in parts:
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            yield from _leaves(part.iter_parts() if isinstance(part, EmailMessage) else ())
        elif isinstance(part, EmailMessage):
            yield part


def _shown(message: EmailMessage) -> list[Shown]:
    """Return the pictures that came with a message, whether its words show them or they are attached."""
    return [Shown((number,)) for number, _ in _pictures(message)]


def _pictures(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield each picture that is a part of a message, by its number."""
    for number, part in enumerate(islice(message.walk(), _HOW_MANY_PARTS)):
        payload = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(payload, bytes):
            yield str(number), payload


def _words(message: EmailMessage, name: str, digest: str, position: int) -> Iterator[Item | Skipped]:
    body = message.get_body(preferencelist=("plain", "html"))
    payload = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(payload, bytes) or not payload.strip():
        yield _skip(name, "the message has no words of its own", "see what is attached")
        return
    stated = {
        "title": _header(message, "Subject"),
        "source": _header(message, "From"),
        "published_at": _header(message, "Date"),
        "platform": "email",
    }
    if body.get_content_type() == "text/html":
        for record in items_of_page(payload, name, digest):
            if isinstance(record, Item):
                fields = {**stated, "text": record.text, "furniture": [*record.furniture], "hidden": [*record.hidden]}
                yield item_from_record(fields, capture=digest, position=position)
            else:
                yield record
        return
    try:
        text = payload.decode(body.get_content_charset("utf-8"))
    except (LookupError, ValueError):  # ValueError where the name of the charset holds a NUL
        text = payload.decode("utf-8", "replace")
    yield item_from_record({**stated, "text": text}, capture=digest, position=position)


def _header(message: EmailMessage, name: str) -> str:
    """Return what a header says, or its very words where the library fails on them (a group without an end does it)."""
    try:
        return str(message.get(name, ""))
    except (ValueError, AttributeError, TypeError, LookupError):
        raw = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
        return " ".join(next(raw, "").encode("utf-8", "replace").decode().split())


def _attachment(part: EmailMessage, name: str, how: str) -> Iterator[Capture | Skipped]:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        yield Capture(content=payload, name=name, media_type=part.get_content_type(), how=how)
    why = f"an attachment ({part.get_content_type()}) is kept but not read"
    yield _skip(name, why, "save it beside the message and collect it, if it is a report")


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = Email()

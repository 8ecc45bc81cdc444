"""Telegram Desktop's export as HTML: `messages.html`, `messages2.html`, ..."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resiliparse.parse.html import HTMLTree

from ascertain.collect.page_hidden import Styles
from ascertain.collect.page_text import text_of
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped, content_id

_NUMBER = re.compile(r"message(\d{1,12})$")
_STAMP = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?")


class TelegramPage:
    """Reads every message of an exported page; a message without a name is by the one before it."""

    name = "telegram_page"
    priority = 30

    def accepts(self, path: Path) -> bool:
        """Return whether this is HTML that begins as such an export does."""
        if path.suffix.lower() != ".html":
            return False
        with path.open("rb") as file:
            head = file.read(4096)
        named = path.name.lower().startswith("messages")
        return b"<title>Exported Data</title>" in head or (named and (b"Exported Data" in head or b"page_wrap" in head))

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and its messages."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="text/html", how=self.name)
        digest = hashlib.sha256(content).hexdigest()
        document: Any = HTMLTree.parse_from_bytes(content, "utf-8").document
        heading = document.query_selector(".page_header .text")
        chat = " ".join((heading.text or "").split()) if heading is not None else ""
        author = ""
        for position, message in enumerate(document.query_selector_all(".message.default")):
            named = message.query_selector(".body > .from_name")
            author = _text(named) or author
            yield _message(message, author, chat, f"{name}#{position}", digest, position)
        if own := len(document.query_selector_all(".message.service")):
            why = f"{own} lines are Telegram's own (days, somebody joined, a picture was changed)"
            yield Skipped(stage="collect", item=name, why=why, remedy="none needed")


def _message(message: Any, author: str, chat: str, where: str, digest: str, position: int) -> Item | Skipped:
    words = message.query_selector(".text")
    text = text_of(words, Styles([]), []).text.strip() if words is not None else ""
    if not text:
        return Skipped(
            stage="collect",
            item=where,
            why="the message holds no words",
            remedy="collect its picture or video by itself",
        )
    stamp = message.query_selector(".date.details")
    forwarded = _STAMP.sub("", _text(message.query_selector(".forwarded.body > .from_name"))).strip()
    reply = message.query_selector(".reply_to a")
    number = _NUMBER.search(message.getattr("id", "") or "")
    answered = _NUMBER.search((reply.getattr("href", "") or "") if reply is not None else "")
    named = _id(chat, answered[1]) if answered else ""
    record = {
        "id": _id(chat, number[1]) if number else None,
        "text": text,
        "source": author or chat,
        "title": chat,
        "platform": "telegram",
        "published_at": _when(stamp.getattr("title", "") if stamp is not None else ""),
        "shares": forwarded,
        "answers": named,
        "media": _media(message),
        "notes": [
            *([f"forwarded from {forwarded}"] if forwarded else []),
            *([f"in answer to {named}"] if named else []),
        ],
    }
    return item_from_record(record, capture=digest, position=position)


def _id(chat: str, number: str) -> str:
    """Return a message's id: the export names the chat and numbers its messages through all its pages."""
    return f"telegram-{content_id('chat', chat)[-8:]}-{number}"


def _media(message: Any) -> list[str]:
    links = (link.getattr("href", "") or "" for link in message.query_selector_all(".media_wrap a[href]"))
    return [link for link in links if link and "://" not in link and not link.startswith("#")]


def _text(node: Any) -> str:
    return " ".join((node.text or "").split()) if node is not None else ""


def _when(words: str) -> str:
    match = _STAMP.search(words)
    if not match:
        return words
    day, month, year, time, zone = match.groups()
    return f"{year}-{month}-{day}T{time}{zone or ''}"


collector = TelegramPage()

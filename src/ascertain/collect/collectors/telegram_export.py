"""Telegram Desktop's export as JSON: `result.json` of one chat or of a whole account."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ascertain.collect.decoding import no_json
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped


class TelegramExport:
    """Reads every message; a forward keeps whom it is from as `shares`, a reply what it answers as `answers`."""

    name = "telegram_export"
    priority = 20

    def accepts(self, path: Path) -> bool:
        """Return whether this is JSON that begins as such an export does."""
        if path.suffix.lower() != ".json":
            return False
        with path.open("rb") as file:
            head = file.read(4096)
        one_chat = b'"messages"' in head and b'"type"' in head and b'"id"' in head
        return one_chat or (b'"chats"' in head and b'"list"' in head) or b'"personal_information"' in head

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and its messages, oldest first."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/json", how=self.name)
        digest = hashlib.sha256(content).hexdigest()
        try:
            export = json.loads(content)
        except (ValueError, RecursionError) as error:
            yield _skip(name, f"the export is not sound JSON ({no_json(error)})", "export the chat again")
            return
        found = False
        for number, chat in enumerate(_chats(export), 1):
            messages = chat.get("messages") if isinstance(chat, dict) else None
            for position, message in enumerate(messages if isinstance(messages, list) else (), 1):
                found = True
                if isinstance(message, dict) and isinstance(chat, dict):
                    yield _message(chat, message, name, digest)
                else:
                    where = f"{name}, chat {number}, message {position}"
                    yield _skip(where, "the message is no record of one", "export the chat again")
        if not found:
            yield _skip(name, "the export holds no messages", "export the chat again, with its messages")


def _chats(export: Any) -> list[Any]:
    """Return the chats of an export: one, or those of a whole account."""
    if not isinstance(export, dict):
        return []
    if "messages" in export:
        return [export]
    chats = export.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else None
    return listed if isinstance(listed, list) else []


def _message(chat: dict[str, Any], message: dict[str, Any], name: str, digest: str) -> Item | Skipped:
    number = message.get("id", 0)
    where = f"{name}#{number}"
    if message.get("type") != "message":
        own = "the message is Telegram's own (somebody joined, a picture was changed)"
        return _skip(where, own if "type" in message else "the message does not say of what kind it is", "none needed")
    text = _plain(message.get("text", ""))
    if not text.strip():
        return _skip(where, "the message holds no words", "collect its picture or video by itself")
    reply = message.get("reply_to_message_id")
    forwarded = message.get("forwarded_from") or message.get("saved_from")
    named = f"telegram-{chat.get('id', 0)}-{reply}" if reply else None
    media = [str(message[key]) for key in ("photo", "file") if isinstance(message.get(key), str)]
    record = {
        "id": f"telegram-{chat.get('id', 0)}-{number}",
        "text": text,
        "source": message.get("from") or chat.get("name"),
        "title": chat.get("name"),
        "platform": "telegram",
        "published_at": _when(message),
        "shares": forwarded,
        "answers": named,
        "media": [one for one in media if not one.startswith("(")],
        "notes": list(_notes(message, forwarded, named)),
    }
    return item_from_record(record, capture=digest, position=int(number) if isinstance(number, int) else 0)


def _notes(message: dict[str, Any], forwarded: Any, answered: str | None) -> Iterator[str]:
    """Yield whom a message is from and what it answers, and that it is no longer what it was when it was sent."""
    if forwarded:
        yield f"forwarded from {forwarded}"
    elif "forwarded_from" in message:
        yield "forwarded from somebody whom Telegram does not name"
    if answered:
        yield f"in answer to {answered}"
    if edited := message.get("edited_unixtime") or message.get("edited"):
        yield f"edited on {_moment(edited) or edited}: the words are those of the last version"


def _moment(stamp: Any) -> str:
    try:
        return datetime.fromtimestamp(int(stamp), UTC).isoformat()
    except (ValueError, OverflowError, OSError, TypeError):
        return ""


def _plain(text: Any) -> str:
    """Return the words of a message, which Telegram writes as text or as a list of texts and formatted pieces."""
    if isinstance(text, list):
        pieces = [piece.get("text", "") if isinstance(piece, dict) else piece for piece in text]
        return "".join(piece for piece in pieces if isinstance(piece, str))
    return text if isinstance(text, str) else ""


def _when(message: dict[str, Any]) -> str:
    """Return the time in UTC where the export states it so; older exports give only the exporter's local time."""
    return _moment(message.get("date_unixtime")) or str(message.get("date", ""))


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = TelegramExport()

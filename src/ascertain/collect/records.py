"""From a record (an object of JSON Lines, a row of a table) to an item, under every name its keys go by."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from ascertain.collect.dates import stated_date
from ascertain.model import Item, content_id

# Names of the exchange format first, then what tables and exports call the same thing. The first that has a value wins.
KEYS: dict[str, tuple[str, ...]] = {
    "id": ("id", "item_id", "source_id", "slug", "entry_number", "uuid", "guid"),
    "text": (
        "text", "content", "body", "full_text", "description", "message", "caption", "post_text", "tweet_text",
        "article", "transcript", "textual_content", "text_content", "النص", "المحتوى",
    ),
    "source": (
        "source", "outlet", "publisher", "account", "channel", "username", "screen_name", "site", "المصدر", "القناة",
    ),
    "author": ("author", "byline", "creator", "الكاتب"),
    "title": ("title", "headline", "upload_title", "subject", "العنوان"),
    "url": ("url", "link", "source_url", "permalink", "original_url", "href", "source_urls", "الرابط"),
    "platform": ("platform", "network"),
    "published_at": (
        "published_at", "published", "date", "upload_timestamp", "timestamp", "created_at", "publication_date",
        "posted_at", "date_published", "التاريخ",
    ),
    "collected_at": (
        "collected_at", "archive_timestamp", "archive_date", "archived_at", "captured_at", "retrieved_at",
        "accessed_at",
    ),
    "lang": ("lang", "language", "اللغة"),
    "shares": ("shares", "shared_from", "quoted", "retweeted_from", "forwarded_from"),
    "answers": ("answers", "in_reply_to", "in_answer_to"),
    "media": ("media", "attachments", "files", "media_files"),
}  # fmt: skip

_NAMES = {field: frozenset(names) for field, names in KEYS.items()}
_PLATFORMS = {
    "x": ("twitter.com", "x.com", "nitter.net"),
    "facebook": ("facebook.com", "fb.com", "fb.watch"),
    "telegram": ("t.me", "telegram.me", "telegram.org"),
    "youtube": ("youtube.com", "youtu.be"),
    "instagram": ("instagram.com",),
    "tiktok": ("tiktok.com",),
    "vk": ("vk.com",),
}
_HOSTS = {host: platform for platform, hosts in _PLATFORMS.items() for host in hosts}


class NoWords(ValueError):
    """A record without text."""


def platform_of(url: str | None) -> str | None:
    """Return the platform that an address belongs to: `x`, `facebook`, ..., `web` for any other site, None for none."""
    if not url:
        return None
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if platform := _HOSTS.get(".".join(parts[start:])):
            return platform
    return "web" if host else None


def item_from_record(record: Mapping[str, Any], *, capture: str, position: int) -> Item:
    """Return the item that a record states; raises NoWords where it states no text.

    The record's own id is kept. One without gets an id from the capture, its position in it and its words, so
    that the same bytes give the same ids anywhere.
    """
    text = _first(record, "text")
    if not isinstance(text, str):
        raise NoWords
    published, note = _date(_first(record, "published_at"))
    collected, _ = _date(_first(record, "collected_at"))
    notes = tuple(str(note) for note in record.get("notes") or ()) if isinstance(record.get("notes"), list) else ()
    stated = _words(record, "id")
    return Item(
        id=stated or content_id("item", capture, position, text),
        text=text,
        source=_words(record, "source"),
        author=_words(record, "author"),
        title=_words(record, "title"),
        url=_words(record, "url"),
        platform=_words(record, "platform"),
        published_at=published,
        collected_at=collected,
        lang=_words(record, "lang"),
        shares=_words(record, "shares"),
        answers=_words(record, "answers"),
        media=_names(_first(record, "media")),
        furniture=_ranges(record.get("furniture"), len(text)),
        hidden=_ranges(record.get("hidden"), len(text)),
        capture=capture,
        notes=(*notes, note) if note else notes,
    )


def _first(record: Mapping[str, Any], field: str) -> Any:
    if not _NAMES[field].isdisjoint(record):  # most records go by few of the names
        for key in KEYS[field]:
            value = record.get(key)
            if value is not None and value != "":
                return value
    return "" if field == "text" and record.get("text") == "" else None


def _words(record: Mapping[str, Any], field: str) -> str | None:
    value = _first(record, field)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _date(value: Any) -> tuple[str | None, str]:
    if isinstance(value, str):
        return stated_date(value)
    return (None, "") if value is None else (None, f"the date is given as {value!r}, which is no date")


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [part.strip() for part in value.replace(";", "\n").replace("|", "\n").split("\n")]
    return tuple(str(name) for name in value if isinstance(name, str) and name) if isinstance(value, list) else ()


def _ranges(value: Any, length: int) -> tuple[tuple[int, int], ...]:
    """Return the ranges that a record states, if they are ranges of a text of `length` characters."""
    if not isinstance(value, list):
        return ()
    pairs = [pair for pair in value if isinstance(pair, list | tuple) and len(pair) == 2]
    whole = [(a, b) for a, b in pairs if isinstance(a, int) and isinstance(b, int) and 0 <= a < b <= length]
    return merge_ranges(whole)


def merge_ranges(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return `ranges` sorted and joined where they touch, so that none overlaps another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)

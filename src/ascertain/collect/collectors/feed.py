"""Feeds: RSS 0.9 to 2.0, RDF and Atom, as saved files."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ascertain.collect.decoding import decode
from ascertain.collect.fragments import text_of_fragment
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.xml import parse_xml

_WORDS = ("encoded", "content", "description", "summary")
MOST_ENTRIES = 10_000  # a feed carries tens; as many as an archive may have members
_WHEN = ("pubDate", "published", "issued", "date", "updated")


class Feed:
    """Reads `.rss`, `.atom`, `.rdf` and such `.xml` as is a feed: an item an entry."""

    name = "feed"
    priority = 20

    def accepts(self, path: Path) -> bool:
        """Return whether the name or the first bytes are a feed's."""
        suffix = path.suffix.lower()
        if suffix in (".rss", ".atom", ".rdf"):
            return True
        if suffix != ".xml":
            return False
        with path.open("rb") as file:
            head = file.read(2048).lower()
        return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and its entries."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/xml", how=self.name)
        assumed: list[str] = []
        root = parse_xml(content, name, decode=lambda one: _decoded(one, assumed))
        digest = hashlib.sha256(content).hexdigest()
        channel = next((node for node in root.iter() if _local(node) in ("channel", "feed")), root)
        entries = [node for node in root.iter() if _local(node) in ("item", "entry")]
        if not entries:
            yield _skip(name, "the feed holds no entries")
        source = _child(channel, ("title",))
        for position, entry in enumerate(entries[:MOST_ENTRIES], 1):
            yield _one(entry, source, f"{name}:{position}", digest, position, assumed)
        if (left := len(entries) - MOST_ENTRIES) > 0:
            yield _skip(name, f"{left:,} entries are over the limit feed_entries ({MOST_ENTRIES:,})")


def _decoded(content: bytes, assumed: list[str]) -> str | None:
    """Return the text of a feed that is not in the encoding that it declares, and note what was assumed."""
    decoded = decode(content)
    if decoded is None:
        return None
    assumed += [f"it is not in the encoding that it declares; read as {decoded.encoding}", *decoded.notes]
    return decoded.text


def _one(entry: Any, source: str, where: str, digest: str, position: int, notes: list[str]) -> Item | Skipped:
    title = text_of_fragment(_child(entry, ("title",)))
    words = text_of_fragment(_child(entry, _WORDS))
    text = f"{title}\n\n{words}" if title and words and not words.startswith(title) else words or title
    if not text.strip():
        return _skip(where, "the entry holds no words")
    record = {
        "text": text, "title": title, "source": source, "url": _link(entry), "platform": "web",
        "published_at": _child(entry, _WHEN), "author": _child(entry, ("creator", "author")),
        "lang": entry.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        "notes": notes,
    }  # fmt: skip
    return item_from_record(record, capture=digest, position=position)


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _child(node: Any, names: tuple[str, ...]) -> str:
    """Return the words of the first child that goes by one of `names`, in their order of preference."""
    for name in names:
        for child in node:
            if _local(child) == name:
                words = "".join(child.itertext()).strip()
                if words:
                    return words
    return ""


def _link(entry: Any) -> str:
    for child in entry:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return str(child.get("href") or (child.text or "")).strip()
    guid = _child(entry, ("guid", "id"))
    return guid if guid.startswith("http") else ""


def _skip(where: str, why: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy="save the feed again, or collect the pages it links to")


collector = Feed()

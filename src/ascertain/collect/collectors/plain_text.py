"""Plain text and Markdown: a post or article pasted into a file, with or without front matter."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from ascertain.collect.decoding import decode
from ascertain.collect.front_matter import read_front_matter
from ascertain.collect.markdown import marks_of
from ascertain.collect.records import item_from_record, merge_ranges
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.limits import LIMITS

_TYPES = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}


class PlainText:
    """Reads `.txt` and `.md`; the text is the whole file, its front matter and Markdown's marks are furniture."""

    name = "plain_text"
    priority = 0

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a text's does."""
        return path.suffix.lower() in _TYPES

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and its one item."""
        content = path.read_bytes()
        media_type = _TYPES.get(path.suffix.lower(), "text/plain")
        yield Capture(content=content, name=name, media_type=media_type, how=self.name)
        decoded = decode(content)
        if decoded is None:
            yield Skipped(
                stage="collect", item=name, why="the file is named as text but its bytes are not text",
                remedy="give it the ending of what it is (.pdf, .jpg, ...) and collect it again",
            )  # fmt: skip
            return
        if not decoded.text.strip():
            yield Skipped(stage="collect", item=name, why="the file holds no words", remedy="leave it out")
            return
        if len(decoded.text) > LIMITS.text_characters:
            yield Skipped(
                stage="collect", item=name,
                why=f"its text ({len(decoded.text):,} characters) is over the limit text_characters "
                f"({LIMITS.text_characters:,})",
                remedy="split it into one file a report",
            )  # fmt: skip
            return
        yield _item(
            decoded.text, decoded.notes, hashlib.sha256(content).hexdigest(), marked=media_type.endswith("down")
        )


def _item(text: str, notes: tuple[str, ...], digest: str, *, marked: bool) -> Item:
    front = read_front_matter(text)
    record: dict[str, object] = {**(front.fields if front else {}), "text": text, "notes": list(notes)}
    item = item_from_record(record, capture=digest, position=0)
    aside = [(0, front.end)] if front else [(0, 1)] if text.startswith("\ufeff") else []
    aside += marks_of(text, front.end if front else 0) if marked else []
    return replace(item, furniture=merge_ranges(aside))


collector = PlainText()

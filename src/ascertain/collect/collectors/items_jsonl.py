"""JSON Lines in the exchange format items.jsonl: one report a line."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from ascertain.collect.records import NoWords, item_from_record
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.limits import LIMITS


class ItemsJsonl:
    """Reads `.jsonl` and `.ndjson`; a line that can't be read is skipped by its number, the rest are kept."""

    name = "items_jsonl"
    priority = 10

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a file of JSON lines does."""
        return path.suffix.lower() in (".jsonl", ".ndjson")

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture, then what each line states."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/jsonl", how=self.name)
        digest = hashlib.sha256(content).hexdigest()
        yield from or_nothing(read_lines(content.split(b"\n"), name, digest), name)


def read_lines(lines: Iterable[bytes], name: str, capture: str, *, first: int = 1) -> Iterator[Item | Skipped]:
    """Yield the item, or the reason why there is none, of each line that is not empty; `first` numbers the first.

    Lines end with a line feed and nothing else, so that U+2028 in a text does not cut it.
    """
    for number, line in enumerate(lines, first):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _one(line, f"{name}:{number}", capture, number)


def or_nothing(records: Iterable[Item | Skipped], name: str) -> Iterator[Item | Skipped]:
    """Yield `records`, or the reason that there are none."""
    seen = False
    for record in records:
        seen = True
        yield record
    if not seen:
        yield no_item(name, "the file holds no records", "leave it out")


def _one(line: bytes, where: str, capture: str, position: int) -> Item | Skipped:
    if len(line) > LIMITS.line_bytes:
        return too_long(where, len(line), LIMITS.line_bytes)
    try:
        record = json.loads(line.decode("utf-8"))
        if not isinstance(record, dict):
            return no_item(where, "the line is JSON but not an object", "write one {...} a line")
        return item_from_record(record, capture=capture, position=position)
    except UnicodeDecodeError as error:
        return no_item(where, f"the line is not UTF-8 at byte {error.start}", "save the file as UTF-8")
    except json.JSONDecodeError as error:
        return no_item(
            where, f"the line is not JSON: {error.msg} at column {error.colno}", "mend the line, collect again"
        )
    except (RecursionError, ValueError) as error:
        if isinstance(error, NoWords):
            return no_item(where, "the record has no `text`", "give it the words of the report under the key `text`")
        return no_item(where, "the line's JSON is nested too deeply or holds too long a number", "mend the line")


def too_long(where: str, size: int, limit: int) -> Skipped:
    """Return the reason for a line of too many bytes."""
    why = f"the line ({size:,} bytes) is over the limit line_bytes ({limit:,})"
    return no_item(where, why, "split the record, or take out what is not its text")


def no_item(where: str, why: str, remedy: str) -> Skipped:
    """Return the reason for a line, or a file, that gives no item."""
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = ItemsJsonl()

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
        yield from read_lines(content.split(b"\n"), name, digest)


def read_lines(lines: Iterable[bytes], name: str, capture: str) -> Iterator[Item | Skipped]:
    """Yield the item, or the reason why there is none, of each line that is not empty.

    Lines end with a line feed and nothing else, so that U+2028 in a text does not cut it.
    """
    seen = 0
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        seen += 1
        yield _one(line, f"{name}:{number}", capture, number)
    if not seen:
        yield Skipped(stage="collect", item=name, why="the file holds no records", remedy="leave it out")


def _one(line: bytes, where: str, capture: str, position: int) -> Item | Skipped:
    if len(line) > LIMITS.line_bytes:
        why = f"the line ({len(line):,} bytes) is over the limit line_bytes ({LIMITS.line_bytes:,})"
        return _skip(where, why, "split the record, or take out what is not its text")
    try:
        record = json.loads(line.decode("utf-8"))
        if not isinstance(record, dict):
            return _skip(where, "the line is JSON but not an object", "write one {...} a line")
        return item_from_record(record, capture=capture, position=position)
    except UnicodeDecodeError as error:
        return _skip(where, f"the line is not UTF-8 at byte {error.start}", "save the file as UTF-8")
    except json.JSONDecodeError as error:
        return _skip(
            where, f"the line is not JSON: {error.msg} at column {error.colno}", "mend the line, collect again"
        )
    except (RecursionError, ValueError) as error:
        if isinstance(error, NoWords):
            return _skip(where, "the record has no `text`", "give it the words of the report under the key `text`")
        return _skip(where, "the line's JSON is nested too deeply or holds too long a number", "mend the line")


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = ItemsJsonl()

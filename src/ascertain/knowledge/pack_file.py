"""Reading a pack: a TOML file of tables, every fault of which names its file and line."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ascertain.model import Misused
from ascertain.text.tables import read_tables

_AT_LINE = re.compile(r"at line (\d+)")


class PackFile:
    """One pack as read: `tables(kind)` gives its `[[kind]]` tables, each with the line that it starts on."""

    def __init__(self, path: Path, *, own: bool = False) -> None:
        """Read `path`, one of the program's `own` files or a desk's; raises `Misused` where it is no readable TOML."""
        self.path = path
        try:
            self.content = path.read_bytes()
            self.text = self.content.decode("utf-8")
            self.values: dict[str, Any] = read_tables(self.text) if own else tomllib.loads(self.text)
        except OSError as error:
            raise Misused(f"can't be read: {error.strerror}", item=str(path), remedy="Check the path.") from error
        except UnicodeDecodeError as error:
            raise Misused(
                f"byte {error.start} is not UTF-8", item=str(path), remedy="Save the file as UTF-8."
            ) from error
        except tomllib.TOMLDecodeError as error:
            line = _AT_LINE.search(str(error))
            where = f"{path}:{line.group(1)}" if line else str(path)
            raise Misused(f"not TOML: {error}", item=where, remedy="See docs/reference/formats.md.") from error

    def tables(self, kind: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Yield the line and content of each `[[kind]]`; raises `Misused` where `kind` is something else."""
        tables = self.values.get(kind, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.fault(1, f"`{kind}` must be written as [[{kind}]] tables")
        lines = self._lines(kind)
        for number, table in enumerate(tables):
            yield (lines[number] if number < len(lines) else 1), table

    def _lines(self, kind: str) -> list[int]:
        lines = self.text.splitlines()
        header = re.compile(rf"\s{{0,80}}\[\[\s{{0,80}}{re.escape(kind)}\s{{0,80}}\]\]")
        headed = [number for number, line in enumerate(lines, 1) if header.match(line)]
        inline = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith("{")]
        return headed or inline  # `kind = [` with one entry a line is the shorter way to write the same

    def fault(self, line: int, what: str) -> Misused:
        """Return the error that says what is wrong in the table that starts on `line`."""
        return Misused(what, item=f"{self.path}:{line}", remedy="Mend the entry; docs/reference/formats.md shows one.")

    def words(self, line: int, table: Mapping[str, Any], key: str) -> str | None:
        """Return the words under `key`, or None where it is left out; raises `Misused` where they are no words."""
        value = table.get(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        raise self.fault(line, f"`{key}` must be words in quotation marks, not {value!r}")

    def required(self, line: int, table: Mapping[str, Any], key: str) -> str:
        """Return the words under `key`; raises `Misused` where there are none."""
        value = self.words(line, table, key)
        if value is None:
            raise self.fault(line, f"`{key}` is missing")
        return value

    def list_of_words(self, line: int, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """Return the list of words under `key`, empty where it is left out."""
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(entry, str) and entry.strip() for entry in value):
            return tuple(value)
        raise self.fault(line, f"`{key}` must be a list of words, not {value!r}")

    def day(self, line: int, table: Mapping[str, Any], key: str) -> str | None:
        """Return the date under `key`, written as TOML date or in quotation marks: year, month or day."""
        value = table.get(key)
        if value is None:
            return None
        day = str(value)
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day):
            raise self.fault(line, f"`{key}` must be a date such as 2017-05-18, not {value!r}")
        return day


def built_in(folder: str) -> list[PackFile]:
    """Return the program's own packs of one kind, in order of their names."""
    return [PackFile(path, own=True) for path in sorted((Path(__file__).parent / "packs" / folder).glob("*.toml"))]

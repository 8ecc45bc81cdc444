"""One line of the ledger: who did what, when, with which tool, to which bytes."""

from typing import Any

import msgspec

from ascertain.integrity.canonical import canonical, read_canonical
from ascertain.model.thing import Thing

FORMAT = 1
"""The form of ledger that this program writes, and the newest that it knows."""


class Act(Thing, frozen=True, kw_only=True):
    """What is to be entered: `digest` is the SHA-256 of the bytes it is about, where it is about bytes."""

    action: str
    by: str
    digest: str | None = None
    args: dict[str, Any] = {}


class Entry(Thing, frozen=True, kw_only=True):
    """An act as it stands in the ledger (docs/reference/ledger.md).

    `n` counts from 0; `prev` is the root over all entries before, so that each vouches for its past; `since` is the
    size at the last checkpoint before it was written; `at` is RFC 3339 by the clock of the machine that wrote it.
    """

    n: int
    prev: str
    since: int
    at: str
    by: str
    tool: str
    action: str
    digest: str | None = None
    args: dict[str, Any] = {}

    @property
    def line(self) -> bytes:
        """Return the entry as canonical JSON, without the line's end: the bytes that the tree is built on."""
        return canonical(msgspec.to_builtins(self))


def read_entry(line: bytes) -> Entry:
    """Return the entry of a line; `ValueError` where it is not one, to the byte."""
    try:
        entry = msgspec.convert(read_canonical(line), Entry, strict=True)
    except msgspec.ValidationError as error:
        raise ValueError(f"not a ledger entry: {error}") from error
    if entry.line != line:
        raise ValueError("not a ledger entry: it holds keys that entries do not have")
    return entry


def newer_form(entry: Entry) -> int | None:
    """Return the form that a founding or a change of form announces, where it is newer than this program knows."""
    form = entry.args.get("format") if entry.action in ("found", "form") else None
    return form if isinstance(form, int) and form > FORMAT else None

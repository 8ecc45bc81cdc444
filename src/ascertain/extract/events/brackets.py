"""Brackets around a row of places, قرى (سمسومة، صفصافة), or who is among those told of, 12 مدنياً (بينهم طفلان)."""

from collections.abc import Mapping

from ascertain.extract.events.found import Found
from ascertain.languages.cues import Cue
from ascertain.text import Document

_LONGEST = 40  # words
_COMMAS = ("،", ",")
_PARTS = 14  # words back to where a bracket opened on who is among those told of


def closing_of_a_row(document: Document, found: Found, index: int) -> int:
    """Return the bracket that closes the row of places which one at `index` opens; -1 where it opens none."""
    if document.words[index] != "(":
        return -1
    names = found.names.get(index + 1)
    if names is None or all(shelf != "places" for shelf, _ in names[1]):
        return -1
    words = document.words[index + 1 : index + _LONGEST]
    close = words.index(")") if ")" in words else -1
    return index + 1 + close if any(comma in words[: max(close, 0)] for comma in _COMMAS) else -1


def is_of_parts(document: Document, hits: Mapping[int, tuple[int, tuple[Cue, ...]]], index: int) -> bool:
    """Return whether a bracket opens on who is among those before it, or closes what one opened on them."""
    word = document.words[index]
    if word == "(":
        return any(cue.value == "including" for cue in hits.get(index + 1, (0, ()))[1])
    if word != ")":
        return False
    opened = next((at for at in range(index - 1, max(-1, index - _PARTS), -1) if document.words[at] == "("), -1)
    return opened >= 0 and is_of_parts(document, hits, opened)

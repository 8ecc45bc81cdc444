"""Words written together with a hyphen, which are no words of their own: "a high-rise block", "a left-wing group"."""

from collections.abc import Iterable

from ascertain.extract.events.units import Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_OPENS_A_CLAUSE = frozenset({"including", "relatives", "passive_auxiliaries", "auxiliaries", "clause"})
_PREFIX = 2  # letters of "re", which changes no verb


def is_compounded(document: Document, head: Unit | None, first: int) -> bool:
    """Return whether a word is written with a hyphen onto the open phrase, or what follows onto it."""
    joined = head is not None and head.last == first
    return joined and (is_written_onto(document, head, first) or _joins(document, first + 1))


def is_written_onto(document: Document, head: Unit | None, first: int) -> bool:
    """Return whether a word ends a compound that the open phrase begins: "the rebel-occupied town", not "re-bombed"."""
    joined = head is not None and head.last == first and first > 1 and _joins(document, first - 1)
    return joined and len(document.words[first - 2]) > _PREFIX


def parts_clauses(document: Document, index: int, behind: Iterable[Cue]) -> bool:
    """Return whether a dash stands between clauses and joins no word, with spaces or without: "X—Y", "girls–were"."""
    dash = document.text[document.starts[index]]
    return dash == "—" or (dash == "–" and any(cue.value in _OPENS_A_CLAUSE for cue in behind))


def _joins(document: Document, at: int) -> bool:
    """Whether a hyphen without spaces stands at a word."""
    inside = document.words[at : at + 1] == ["-"] and at + 1 < len(document)
    return inside and document.touches(at) and document.touches(at + 1)

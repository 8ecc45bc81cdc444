"""Lists of the dead or hurt by name: how many names stand, line by line, under a heading that says who they are.

Only the number is taken. Which names they are is left where it was written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ascertain.languages.cues import Cue
from ascertain.model import ClaimedCount
from ascertain.model.claim import Outcome
from ascertain.text import Document

# "1- ", "2) ", "٣. " or a bullet before each name.
_ENTRY = re.compile(r"\s*(?:\d{1,3}\s*[-–—.):/ـ_]+|[-–—•*●▪◾])\s*(?P<entry>.+)")
_LINE_END = re.compile("[ \t\r\u200f\u200e]*\n")
_NAME_END = re.compile(r"[,،;؛:(\[\-–—/]|\d")
_SHORTEST, _LONGEST = 2, 8  # words of a name, with a title before it
_LISTED: tuple[Outcome, ...] = ("killed", "injured")
_CUT = ("...", "…")
_NAMES = frozenset({"اسماء", "الاسماء"})
_OPENING = 4  # words of a heading, among which its own stands: تحديث اسماء
_HEADING = 20  # words: a longer line is a report that only ends in a colon


@dataclass(frozen=True, slots=True)
class NamedList:
    """A heading in the words [first, last), the word in it that says what befell them, and how many are named.

    `cut` says that the list goes on where the text breaks off.
    """

    first: int
    last: int
    victims: int
    named: int
    outcome: Outcome = "killed"
    cut: bool = False

    def count(self, document: Document) -> ClaimedCount:
        """Return those whom the list names; the heading's word stands for them, no name does."""
        start, end = document.starts[self.victims], document.ends[self.victims]
        return ClaimedCount(
            outcome=self.outcome,
            low=self.named,
            high=None if self.cut else self.named,
            rule="at_least" if self.cut else "exact",
            group="unknown",
            start=start,
            end=end,
            named=self.named,
        )


def named_list(
    document: Document, first: int, last: int, lookup: Callable[[str], tuple[Cue, ...]], people: frozenset[int]
) -> NamedList | None:
    """Return the list of those named that a heading in the words [first, last) opens, if it does.

    `lookup` gives a word's cues; `people` are the characters at which names of persons begin, found before: at least
    half of the lines must hold one, so that a list of events under such a heading is not taken for names.
    """
    ends = (at for at in range(first, min(last, first + _HEADING)) if _ends_line(document, at, first))
    colon = next(ends, None)
    if colon is None:
        return None
    told = [(at, outcome) for at in range(first, colon + 1) for outcome in _befell(document, at, lookup)]
    if len({outcome for _, outcome in told}) != 1:
        return None  # "names of the dead and the hurt": whose name is whose the lines alone tell
    entries, cut = _entries(document.text, document.ends[colon])
    known = sum(1 for start, end in entries if any(at in people for at in range(start, end)))
    if not entries or known * 2 < len(entries):
        return None
    return NamedList(first, colon + 1, told[0][0], len(entries), told[0][1], cut)


def _ends_line(document: Document, at: int, first: int) -> bool:
    """Whether a heading ends here: with a colon, or as a line that opens with the word for names."""
    headed = document.words[at] == ":" or not _NAMES.isdisjoint(document.words[first : first + _OPENING])
    return headed and _LINE_END.match(document.text, document.ends[at]) is not None


def _befell(document: Document, at: int, lookup: Callable[[str], tuple[Cue, ...]]) -> set[Outcome]:
    """Return what befell those whom a word names in the plural: the dead, the wounded."""
    cues = (*lookup(document.words[at]), *lookup(document.stems[at]))
    return {
        outcome
        for outcome in _LISTED
        for cue in cues
        if (cue.kind, cue.value, cue.form) == ("victims", outcome, "plural")
    }


def _entries(text: str, begin: int) -> tuple[list[tuple[int, int]], bool]:
    """Return the characters [start, end) of each name in the lines after `begin`, up to the first that is none.

    Tags may stand before the first. The second value says whether the last is cut off.
    """
    found: list[tuple[int, int]] = []
    at = text.find("\n", begin) + 1
    while 0 < at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].strip()
        if line and (found or not line.startswith("#")):
            entry = _ENTRY.match(text, at, end)
            if entry is None or not _may_be_name(entry["entry"]):
                return found, line.endswith(_CUT)
            found.append((entry.start("entry"), end))
            if line.endswith(_CUT):
                return found, True
        at = end + 1
    return found, False


def _may_be_name(entry: str) -> bool:
    words = _NAME_END.split(entry, maxsplit=1)[0].split()
    return _SHORTEST <= len(words) <= _LONGEST

"""A document with what is asked of its words again and again, by whoever judges whether they name a place."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from ascertain.languages.place_words import PlaceWords
from ascertain.text import Document

_ACRONYM = re.compile(r"\(([A-Z]{2,7})\)")


@dataclass
class Reader:
    """A document with what is asked of it again and again: its style of capitals and its words' language."""

    document: Document
    words: PlaceWords
    seen: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def style(self) -> str:
        """How the text uses capitals: `upper`, `lower` (none to speak of), `title` (most words) or `mixed`."""
        text, starts = self.document.text, self.document.starts
        upper = title = lower = 0
        for index, word in enumerate(self.document.words):
            if not word[0].isascii() or not word[0].isalpha():
                continue
            raw = text[starts[index] : self.document.ends[index]]
            if len(raw) > 1 and raw.isupper():
                upper += 1
            elif raw[0].isupper():
                title += 1
            else:
                lower += 1
        total = upper + title + lower
        if total >= 4 and upper > 0.6 * total:
            return "upper"
        if total >= 4 and upper + title <= 0.04 * total:
            return "lower"
        return "title" if total >= 5 and lower < 0.35 * total else "mixed"

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that the text writes without a capital somewhere."""
        text, starts = self.document.text, self.document.starts
        return frozenset(
            word for index, word in enumerate(self.document.words) if word.isascii() and text[starts[index]].islower()
        )

    @cached_property
    def storms(self) -> frozenset[str]:
        """The names of storms that the text tells of: "Hurricane Orda"."""
        words = self.document.words
        named = (index + 1 for index, word in enumerate(words) if word in self.words.storms)
        return frozenset(words[index] for index in named if self.is_capital(index))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The abbreviations that the text makes of capitalised words before them: "Emergency Response Rooms (ERR)"."""
        text = self.document.text
        return frozenset(
            match[1] for match in _ACRONYM.finditer(text) if _stands_for(match[1], text[: match.start()].split()[-9:])
        )

    def raw(self, index: int) -> str:
        """Return a word as written."""
        return self.document.text[self.document.starts[index] : self.document.ends[index]]

    def is_capital(self, index: int) -> bool:
        """Return whether a word begins with a capital letter."""
        return 0 <= index < len(self.document) and self.document.text[self.document.starts[index]].isupper()

    def begins_sentence(self, index: int) -> bool:
        """Return whether a capital on this word says nothing: it opens a sentence, a line or a quotation."""
        if index == 0:
            return True
        before = self.document.words[index - 1]
        if before in ".!?:\"'“”()|*•>" or before == "…":
            return not (before == "." and index > 1 and len(self.document.words[index - 2]) <= 3)
        gap = self.document.text[self.document.ends[index - 1] : self.document.starts[index]]
        return "\n" in gap

    def before(self, index: int) -> str:
        """Return the folded word before `index`, past the marks that open a name (`#`, quotation marks)."""
        at = self.step_back(index)
        return self.document.words[at] if at >= 0 else ""

    def step_back(self, index: int) -> int:
        """Return the word before `index`, past the marks that open a name; -1 at the beginning."""
        at = index - 1
        while at >= 0 and self.document.words[at] in ("#", "_", '"', "'", "«", "("):
            at -= 1
        return at

    def word(self, index: int) -> str:
        """Return the folded word at `index`; empty outside the text."""
        return self.document.words[index] if 0 <= index < len(self.document) else ""


def _stands_for(acronym: str, before: list[str]) -> bool:
    """Return whether the capitals of the last words before an abbreviation are its letters, in order."""
    capitals = "".join(letter for word in before for letter in word if letter.isupper())
    return capitals.endswith(acronym) and len(before) >= 2

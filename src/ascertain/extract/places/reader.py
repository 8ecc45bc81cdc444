"""A document with what is asked of its words again and again, by whoever judges whether they name a place."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.languages.place_words import PlaceWords
from ascertain.text import Document

_PLACING = ("at", "near")
_DEMONYMS = ("ian", "ish", "ese", "qi", "ni")
_SHORTEST = 3  # letters of a name
_EVERYDAY = 5  # tenths of log10 of the count in a million from which on a word is no rare first name
_ACRONYM = re.compile(r"\(([A-Z]{2,7})\)")
_SPELT = 9  # words before an abbreviation that it may be made of


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
    def surnames(self) -> frozenset[str]:
        """The last words of names of two that come again alone, and nowhere behind "in": Roe of "Jane Roe"."""
        if self.style != "mixed":
            return frozenset()
        full, alone, placed = set[str](), set[str](), set[str]()
        for index, word in enumerate(self.document.words):
            if len(word) < _SHORTEST or not self.is_capital(index) or not word.isalpha():
                continue
            first = self.first_name(index)
            if self.words.relations.get((self.word((index if first < 0 else first) - 1),)) in _PLACING:
                placed.add(word)
            elif first >= 0:
                full.add(word)
            elif not self.is_capital(index - 1):
                alone.add(word)
        return frozenset((full & alone) - placed)

    def first_name(self, index: int) -> int:
        """Return where the first name before a capitalised word stands, a rare word or one that people bear; or -1."""
        at = index - 1
        if not self.is_capital(index) or (self.word(index),) in self.words.never:
            return -1  # "they left Orda Friday"
        if self.word(at) == "." and len(self.word(at - 1)) == 1 and self.is_capital(at - 1):
            return at - 1  # "Jane J. Roe"
        word, words = self.word(at), self.words
        close = at >= 0 and self.document.text[self.document.ends[at] : self.document.starts[index]] == " "
        if not close or len(word) < _SHORTEST or not self.is_capital(at) or not word.isalpha():
            return -1
        if self.is_capital(index + 1) and self.document.text[self.document.ends[index]] == " ":
            return -1
        if (self.word(index + 1),) in words.features or self.word(index + 1) in words.after | words.outlets:
            return -1
        if word in words.given:
            return at
        said = (
            self.raw(at).isupper()
            or (word,) in words.features
            or (word,) in words.bearings
            or word in words.heads
            or word in words.titles
        )
        return -1 if said or word.endswith(_DEMONYMS) or word in usual_words(_EVERYDAY) else at

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The abbreviations that the text makes of capitalised words before them: "Emergency Response Rooms (ERR)"."""
        text = self.document.text
        return frozenset(
            match[1] for match in _ACRONYM.finditer(text) if _stands_for(match[1], _words_before(text, match.start()))
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


def _words_before(text: str, end: int) -> list[str]:
    """Return the last words before a place in the text, without walking all of it."""
    reach = _SPELT * 16
    while len(words := text[max(0, end - reach) : end].split()) <= _SPELT and reach < end:
        reach *= 2
    return words[-_SPELT:]


def _stands_for(acronym: str, before: list[str]) -> bool:
    """Return whether the capitals of the last words before an abbreviation are its letters, in order."""
    capitals = "".join(letter for word in before for letter in word if letter.isupper())
    return capitals.endswith(acronym) and len(before) >= 2

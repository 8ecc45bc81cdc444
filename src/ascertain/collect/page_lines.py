"""The lines of a saved page and what each looks like."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ascertain.collect.page_words import LONGEST_PHRASE, Kind, PageWords, page_words, phrase
from ascertain.text.fold import fold_characters

_ELLIPSIS = re.compile(r"(?:…|(?<!\.)\.{2,}|\[\s*(?:…|\.\.\.)\s*\])[\"'»)\]\s]*$")
_STOP = re.compile(r"[.!?؟。][\"'»)\]}\u200f\u200e\s]*$")
_SENTENCE_LENGTH = 60
_PARAGRAPH_LENGTH = 140
_WRAPPED_LENGTH = 50  # a line of this length without a full stop goes on in the next, if no empty line parts them


class Line(NamedTuple):
    """A line that is not empty: where it stands, folded, as it is looked up, and what it looks like.

    `sentence` is a paragraph of running text, `cut` ends in an ellipsis, `chrome` is a button or notice, `related`,
    `comments`, `tags` and `inline` open a part of the page beside the article; anything else is `short`. `apart` says
    that an empty line, or nothing, stands before it.
    """

    start: int
    end: int
    flat: str
    phrase: str
    kind: Kind
    apart: bool = True

    @property
    def words(self) -> int:
        """Return the number of words."""
        return self.flat.count(" ") + 1


# Of an item the same text is asked for by who looks for furniture and twice by who looks for its day.
folded = lru_cache(maxsize=2)(fold_characters)


@lru_cache(maxsize=2)
def lines_of(flat: str, position: int = 0) -> Sequence[Line]:
    """Return the lines of a folded text from `position` on."""
    lines: list[Line] = []
    apart = True
    for written in flat[position:].split("\n"):
        if line := written.strip():
            look, kind = _look_of_short(line) if len(line) <= LONGEST_PHRASE else ("", None)
            if not apart and _goes_on(lines[-1]):
                kind = _shape(line)
            start = position + len(written) - len(written.lstrip())
            lines.append(Line(start, start + len(line), line, look, kind or _kind(line, look, page_words()), apart))
        apart = not line
        position += len(written) + 1
    return lines


def _goes_on(line: Line) -> bool:
    """Return whether a line is so long, and ends so, that the next is the rest of it."""
    return len(line.flat) >= _WRAPPED_LENGTH and line.kind == "short" and not _STOP.search(line.flat[-12:])


@lru_cache(maxsize=1 << 14)  # buttons and notices are the same on every page of a site
def _look_of_short(line: str) -> tuple[str, Kind]:
    look = phrase(line)
    return look, _kind(line, look, page_words())


def _kind(line: str, look: str, words: PageWords) -> Kind:
    if look:
        if opener := words.openers.get(look):
            return opener
        if look in words.chrome or words.whole.fullmatch(look) or words.whole.fullmatch(line):
            return "chrome"
        if words.comment_heads.fullmatch(look):
            return "comments"
        if _opens_inline(line, words):
            return "chrome"
    elif words.whole.fullmatch(line[:400]):
        return "chrome"
    return _shape(line)


def _shape(line: str) -> Kind:
    tail = line[-12:]
    if _ELLIPSIS.search(tail):
        return "cut"
    # A question or an exclamation of this length is a headline as often as not.
    if len(line) >= _PARAGRAPH_LENGTH or (len(line) >= _SENTENCE_LENGTH and _STOP.search(tail)):
        return "sentence"
    return "short"


def _opens_inline(line: str, words: PageWords) -> bool:
    """Return whether a line is one link to another article: "Read also: ..."."""
    head, colon, rest = line.partition("|" if "|" in line[:24] else ":")
    return bool(colon) and len(head) <= 24 and bool(rest.strip()) and words.openers.get(phrase(head)) == "inline"

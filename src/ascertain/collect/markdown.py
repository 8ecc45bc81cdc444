"""Markdown's own marks: what makes a word bold or a link is no word of the author's.

They are marked as furniture, so that "**Five civilians** were killed" is read as it is meant and every offset stays.
Only what CommonMark 0.31 surely reads as a mark is one; a star or an underscore that stands alone is a character.
"""

import re

_MARKS = re.compile(
    r"(?P<fence>^[ ]{0,3}(?:```|~~~)[^\n]{0,80}$)"
    r"|(?P<rule>^[ ]{0,3}(?:[-*_][ \t]{0,3}){3,40}$)"
    r"|(?P<heading>^[ ]{0,3}\#{1,6}[ \t]+)"
    r"|(?P<item>^[ ]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+)"
    r"|(?P<quote>^[ ]{0,3}(?:>[ \t]?){1,9})"
    r"|(?P<picture>!\[[^\]\n]{0,400}\]\([^)\[\s]{0,1000}(?:[ \t]+\"[^\"\n]{0,400}\")?\))"
    r"|(?P<link>(?<!\\)\[(?=[^\]\n]{1,400}\]\([^)\[\s]{0,1000}(?:[ \t]+\"[^\"\n]{0,400}\")?\)))"
    r"|(?P<target>(?<=[^\[\n])\]\([^)\[\s]{0,1000}(?:[ \t]+\"[^\"\n]{0,400}\")?\))"
    r"|(?P<opening>(?<![\w\\*_])[*_]{1,3}(?=[^\s*_][^\n]{0,2000}?[*_]))"
    r"|(?P<closing>(?<=[^\s\\*_])[*_]{1,3}(?![\w*_]))",
    re.MULTILINE,
)


def marks_of(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return the ranges of Markdown's marks in a text from `start` on; a mark that nothing closes stays a character."""
    ranges: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int, int]] = []
    for match in _MARKS.finditer(text, start):
        kind = match.lastgroup
        if kind == "opening":
            open_marks.append((match.group(), match.start(), match.end()))
        elif kind == "closing":
            at = next((n for n in reversed(range(len(open_marks))) if open_marks[n][0] == match.group()), None)
            if at is not None and "\n\n" not in text[open_marks[at][1] : match.start()]:
                ranges += [open_marks[at][1:], match.span()]
                del open_marks[at:]
        else:
            ranges.append(match.span())
    return sorted(ranges)

"""The day from which a dispatch is: "ORDA, Jan 31 (Agency) - ..."."""

import re

_REACH = 60  # characters before the day among which its place stands
# A place and a comma before the day of a dispatch, an agency in brackets and a dash behind it.
_PLACED = re.compile(r"(?:\A|\n)[^\n\d(]{2,40},\s*\Z")
_IN_BRACKETS = re.compile(r"(?:\A|\n)[^\n\d(]{2,40}\([^()\n]{0,30}\Z")  # "ORDA, Land (Update 6, 10:02 a.m., Jan. 28) -"
_CLOSED = re.compile(r"[^()\n]{0,20}\)\s{0,3}[-\u2013\u2014]{1,3}\s")
_DASHED = re.compile(r"\s{0,3},?\s{0,3}(?:\([^)\n]{1,40}\))?\s{0,3}[-\u2013\u2014]{1,3}\s")


def opens_a_dispatch(text: str, start: int, end: int) -> bool:
    """Return whether the characters [start, end), a day, stand behind a place and before a dash."""
    begin = max(0, start - _REACH)
    if _PLACED.search(text, begin, start) is not None:
        return _DASHED.match(text, end) is not None
    return _IN_BRACKETS.search(text, begin, start) is not None and _CLOSED.match(text, end) is not None

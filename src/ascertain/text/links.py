"""Addresses, which are no words of a text; the name of an account is one (@Reuters says whom a post quotes)."""

import re
from collections.abc import Iterator

# Cheap signs first: what a link can't be without. The rest is found by walking left and right from there.
_SIGN = re.compile(r"@(?<=\w@)(?=\w)|://|www\.|\.com/|t\.me/|t\.co/")
_SPACE = re.compile(r"\s")
_MAIL = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def links(flat: str) -> Iterator[tuple[int, int]]:
    """Yield where each address or mail address starts and ends."""
    last = 0
    for sign in _SIGN.finditer(flat):
        start, end = sign.span()
        if start < last:
            continue
        found = _mail(flat, start, end) if sign.group() == "@" else _address(flat, start, end)
        if found:
            yield found
            last = found[1]


def _mail(flat: str, start: int, end: int) -> tuple[int, int] | None:
    begin = start
    while begin and (flat[begin - 1].isalnum() or flat[begin - 1] in "._+-") and flat[begin - 1].isascii():
        begin -= 1
    match = _MAIL.match(flat, end)
    return (begin, match.end()) if match and begin < start else None


def _address(flat: str, start: int, end: int) -> tuple[int, int]:
    while start and flat[start - 1].isascii() and (flat[start - 1].isalnum() or flat[start - 1] in ".-"):
        start -= 1
    stop = _SPACE.search(flat, end)
    return start, stop.start() if stop else len(flat)

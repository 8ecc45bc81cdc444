"""What people write above a text that they save: where it is from, when, by whom.

Two forms: lines like those of an e-mail, ended by an empty line, and YAML's between two lines of `---`. Only simple
`key: value` lines are read, never YAML itself, which can build objects.
"""

import re
from typing import NamedTuple

from ascertain.collect.records import KEYS
from ascertain.text.fold import fold_characters

_LINE = re.compile(r"[ \t]{0,40}([^\W\d_][^:\n]{0,39}?)[ \t]{0,9}:[ \t]{0,9}([^\n]*)(?:\n|\Z)")
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_ADDRESS = re.compile(r"[ \t]{0,9}<[^<>\s]{1,200}@[^<>\s]{1,200}>$")  # "River Desk <desk@river.example>"
_LONGEST_LINES = 40

# What people call the fields in front matter beyond the names of the exchange format.
_MORE: dict[str, tuple[str, ...]] = {
    "source": ("from", "via", "newspaper", "agency", "sitename", "المصدر", "نقلا عن"),
    "author": ("by", "reporter", "written by", "الكاتب", "بقلم", "المراسل"),
    "title": ("subject", "headline", "العنوان"),
    "url": ("link", "permalink", "الرابط"),
    "published_at": ("date", "published", "published on", "posted", "time", "التاريخ", "تاريخ النشر"),
    "collected_at": ("collected", "archived", "retrieved", "accessed", "captured", "saved"),
    "lang": ("language", "اللغة"),
    "platform": ("platform", "المنصة"),
    "shares": ("forwarded from", "retweet of", "quotes"),
}
_FIELDS = {
    fold_characters(name).replace("_", " "): field
    for names in (KEYS, _MORE)
    for field, words in names.items()
    if field not in ("text", "media")
    for name in words
}


class FrontMatter(NamedTuple):
    """The fields found, and where the text proper begins."""

    fields: dict[str, str]
    end: int


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter at the head of `text`, or None.

    E-mail form counts only where every line up to the first empty one is `key: value` and at least two of the keys,
    or the only one, are known: a post that begins "Breaking: ..." has none.
    """
    if fence := _FENCE.match(text):
        return _read(text, fence.end(), fenced=True)
    return _read(text, 1 if text.startswith("\ufeff") else 0, fenced=False)


def _read(text: str, position: int, *, fenced: bool) -> FrontMatter | None:
    fields: dict[str, str] = {}
    known = lines = 0
    while lines < _LONGEST_LINES:
        line_end = text.find("\n", position) + 1 or len(text)
        line = text[position:line_end]
        if (fenced and line.strip() in ("---", "...")) or (not fenced and lines and not line.strip()):
            return _accept(fields, known, lines, line_end, fenced=fenced)
        match = _LINE.match(line)
        if match:
            lines += 1
            field = _FIELDS.get(fold_characters(match[1]).replace("_", " ").strip())
            known += field is not None
            value = match[2].strip(" \t\r")
            if field in ("source", "author"):
                value = _ADDRESS.sub("", value) or value
            if field is not None and value:
                fields.setdefault(field, value.strip("\"'"))
        elif not fenced or line_end >= len(text):
            return None
        position = line_end
        if position >= len(text):
            return None
    return None


def _accept(fields: dict[str, str], known: int, lines: int, end: int, *, fenced: bool) -> FrontMatter | None:
    enough = known >= 1 if fenced else (known >= 2 or known == lines) and known * 2 >= lines
    return FrontMatter(fields, end) if enough and fields else None

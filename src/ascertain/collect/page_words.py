"""The words of page furniture, from the files in `chrome/`: data, so that a site or language is added without code."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from ascertain.text.fold import fold, fold_word
from ascertain.text.tables import read_tables

Kind = Literal["chrome", "related", "comments", "tags", "inline", "sentence", "cut", "short"]

_INNER = re.compile(r"\w(?:.*\w)?", re.DOTALL)
LONGEST_PHRASE = 160


@dataclass(frozen=True)
class PageWords:
    """What tells a line of a page from a line of the report.

    `chrome` are whole lines of buttons and notices; `openers` are whole lines that open a part of the page beside the
    article, each with its kind (`related`, `comments`, `tags`, `inline`); `menu` are words that make a run of short
    lines a menu; `whole` matches a whole folded line, `inside` any stretch of a folded text.
    """

    chrome: frozenset[str]
    openers: dict[str, Kind]
    menu: frozenset[str]
    whole: re.Pattern[str]
    comment_heads: re.Pattern[str]
    inside: re.Pattern[str]
    inside_hints: tuple[str, ...]


def phrase(folded: str) -> str:
    """Return a folded line as it is looked up: without marks and pictures at its ends, in single spaces."""
    inner = _INNER.search(fold_word(folded))
    bare = inner.group() if inner else ""
    return " ".join(bare.split()) if "  " in bare or "\t" in bare or "\u00a0" in bare else bare


@cache
def page_words() -> PageWords:
    """Return the words of every file in `chrome/`, read once."""
    found = sorted((files("ascertain.collect") / "chrome").iterdir(), key=lambda entry: entry.name)
    packs = [read_tables(file.read_text(encoding="utf-8")) for file in found if file.name.endswith(".toml")]
    openers: dict[str, Kind] = {}
    kinds: tuple[Kind, ...] = ("inline", "tags", "comments", "related")
    for kind in kinds:  # a phrase of two kinds is the later one
        openers.update({_key(line): kind for pack in packs for line in pack.get(kind, ())})
    inside = [one for pack in packs for one in pack.get("inside", ())]
    return PageWords(
        chrome=frozenset(_key(line) for pack in packs for line in pack.get("lines", ())) - {""},
        openers=openers,
        menu=frozenset(_key(line) for pack in packs for line in pack.get("menu", ())),
        whole=_any([pattern for pack in packs for pattern in pack.get("patterns", ())]),
        comment_heads=_any([pattern for pack in packs for pattern in pack.get("comment_patterns", ())]),
        inside=_any([one["pattern"] for one in inside]),
        inside_hints=tuple(sorted(one["hint"] for one in inside)),
    )


def _key(line: str) -> str:
    return phrase(fold(line))


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))

"""Words as they are searched: folded like packs are, and Arabic words without what is written onto them too."""

import re
from functools import lru_cache

from ascertain.text.arabic import prefix_length
from ascertain.text.fold import fold

_ARABIC = re.compile("[\u0621-\u064a]{3,}")
_QUERY_PART = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")


def searchable(text: str) -> tuple[str, str]:
    """Return `text` folded, and its Arabic words without particles and article."""
    folded = fold(text)
    stems = (_stem(word) for word in _ARABIC.findall(folded))
    return folded, " ".join(stem for stem in stems if stem)


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """Return the word cut, or nothing where there is nothing to cut."""
    length = prefix_length(word)
    return word[length:] if length else ""


def match_expression(words: str) -> str:
    """Return the FTS5 expression for what a person typed; empty where there is no word in it.

    Every word must be there. What was typed can't be taken for syntax: each word is quoted.
    """
    parts = []
    for match in _QUERY_PART.finditer(fold(words)):
        phrase, word = match.groups()
        if phrase is not None:
            together = " ".join(_WORD.findall(phrase))
            if together:
                parts.append(f'folded : "{together}"')
        else:
            parts += _word_expressions(word)
    return " AND ".join(parts)


def _word_expressions(word: str) -> list[str]:
    found = _WORD.findall(word)
    if not found:
        return []
    if len(found) > 1:  # "T-62" are two words that stand together
        return [f'folded : "{" ".join(found)}"']
    begins = "*" if word.endswith("*") else ""
    ways = [f'"{found[0]}"{begins}']
    if stem := _stem(found[0]) if _ARABIC.fullmatch(found[0]) else "":
        ways += [f'stems : "{stem}"{begins}', f'folded : "{stem}"{begins}']
    return [f"({' OR '.join(ways)})"]

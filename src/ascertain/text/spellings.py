"""A short way to write many spellings of a phrase in a pack.

Round brackets hold alternatives, and an empty one is allowed: `air( |-|)strike(|s)` stands for six spellings. A
linguist writes each inflection where it differs, and nothing is guessed by rule: what is found is what the pack says.
"""

import re
from itertools import product
from math import prod

from ascertain.model import Misused

_INNERMOST = re.compile(r"\(([^()]*)\)")
_LIMIT = 4096


def spellings(phrase: str) -> tuple[str, ...]:
    """Return every spelling that `phrase` stands for, without doubles, in the order written.

    Raises Misused for a bracket without its partner and for more than 4,096 spellings.
    """
    if "(" not in phrase and ")" not in phrase:
        plain = " ".join(phrase.split())
        return (plain,) if plain else ()
    found = [phrase]
    parts = _INNERMOST.split(phrase)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    if "(" not in "".join(parts[::2]) and prod(map(len, choices)) <= _LIMIT:  # none in another, as most are
        found = ["".join(chosen) for chosen in product(*choices)]
    # Alternatives of one bracket hold no other, so that all spellings have the same brackets left.
    while "(" in found[0]:
        found = list(dict.fromkeys([spelling for words in found for spelling in _choose(words)]))
        if len(found) > _LIMIT:
            raise Misused("too many spellings", item=phrase, remedy=f"at most {_LIMIT}: split the phrase")
    if ")" in found[0]:
        raise Misused("a bracket has no partner", item=phrase, remedy="write alternatives as (one|two)")
    return tuple(dict.fromkeys([plain for words in found if (plain := " ".join(words.split()))]))


def _choose(words: str) -> list[str]:
    """Return `words` with each alternative of its first innermost bracket."""
    match = _INNERMOST.search(words)
    if match is None:
        if "(" in words:
            raise Misused("a bracket has no partner", item=words, remedy="write alternatives as (one|two)")
        return [words]
    return [words[: match.start()] + choice + words[match.end() :] for choice in match.group(1).split("|")]

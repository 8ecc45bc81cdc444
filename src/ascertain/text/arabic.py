"""Arabic words without the particles that are written onto them."""

import re
from functools import lru_cache

# wa-, fa- (and, so); bi-, li-, ka- (by, for, like); al- (the). A stem keeps three letters at least, two after al-.
_PREFIXED = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)(?=\w{2})|[وف](?=\w{3})|[وف]?[بلك](?=\w{3}))")


def prefix_length(word: str) -> int:
    """Return how many letters at the start of a folded word may be particles and article (0 where none can)."""
    match = _PREFIXED.match(word)
    return match.end() if match else 0


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[tuple[int, str], ...]:
    """Return what a folded word may be without particles: letters cut and the rest, shortest cut first, then al-.

    وللقصف: (1, للقصف), (2, لقصف), (3, القصف), (3, قصف). Li- takes the article's alif, which is
    given back, so that a name with its article is found after it. The caller decides which reading it knows.
    """
    if len(word) < 3 or word[0] not in "وفبلكا":
        return ()
    found: dict[str, int] = {}
    if word[0] in "وف":
        found[word[1:]] = 1
        for cut, rest in _without_preposition(word[1:]):
            found.setdefault(rest, cut + 1)
    else:
        for cut, rest in _without_preposition(word):
            found.setdefault(rest, cut)
    return tuple(sorted(((cut, rest) for rest, cut in found.items()), key=_with_article_first))


def _with_article_first(reading: tuple[int, str]) -> tuple[int, bool, str]:
    return reading[0], not reading[1].startswith("ال"), reading[1]


def _without_preposition(word: str) -> list[tuple[int, str]]:
    if word.startswith("ال"):
        return [(2, word[2:])] if len(word) >= 4 else []
    if word.startswith("لل") and len(word) >= 4:
        return [(2, "ال" + word[2:]), (1, word[1:]), (2, word[2:])]
    if word[:1] in ("ب", "ك", "ل") and len(word) >= 4:
        if word[1:3] == "ال" and len(word) >= 5:
            return [(1, word[1:]), (3, word[3:])]
        return [(1, word[1:])]
    return []


def prefix_lengths(word: str) -> tuple[int, ...]:
    """Return every way to cut particles off a folded word, shortest cut first, without the uncut word."""
    return tuple(dict.fromkeys(cut for cut, _ in readings(word)))

"""Words for parties that name nobody where they stand: "terrorist attack", "a militant-held town", "Orda-born"."""

from functools import cache

from ascertain.extract.names.charges import folded
from ascertain.extract.names.phrases import Phrase, is_a
from ascertain.languages.parties import party_words
from ascertain.text import Document

_AGAINST = frozenset({"anti", "counter"})


@cache
def _describing() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns that name nobody before some words ("terrorist attack"), and these words."""
    packs = party_words()
    return folded(pack.describing for pack in packs), folded(pack.described for pack in packs)


def only_describes(document: Document, phrase: Phrase) -> bool:
    """Return whether a noun that belongs to nobody named only says of what kind the word behind it is."""
    nouns, described = _describing()
    after = document.words[phrase.last] if phrase.last < len(document) else ""
    return after in described and len(phrase.hits) == 1 and document.words[phrase.last - 1] in nouns


def is_half_an_adjective(document: Document, phrase: Phrase) -> bool:
    """Return whether a hyphen joins an adjective of a nation to more of the word: "Ruritanian-speaking men".

    So it does a noun that says only in whose hands a place is, or against whom something: "a militant-held town", "an
    anti-guerrilla patrol".
    """
    behind = document.words[phrase.last : phrase.last + 1] == ["-"] and document.touches(phrase.last)
    joined = document.words[phrase.last + 1 : phrase.last + 2] if behind and document.touches(phrase.last + 1) else []
    named = is_a(phrase.head, "name", "epithet") and not is_a(phrase.head, "noun")
    alone = len(phrase.hits) == 1 and is_a(phrase.head, "adjective", "people") and not is_a(phrase.head, "name", "noun")
    held = bool(joined) and (alone or (not named and joined[0] in _holding()))
    first = phrase.first
    against = first > 1 and document.words[first - 2] in _AGAINST and document.words[first - 1] == "-"
    return held or (against and document.touches(first - 1))


@cache
def _holding() -> frozenset[str]:
    return folded(pack.holding for pack in party_words())

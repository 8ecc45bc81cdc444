"""The words by which somebody is accused, of all languages at once."""

from collections.abc import Iterable
from functools import cache

from ascertain.languages.cues import language, language_codes
from ascertain.languages.parties import party_words
from ascertain.text.fold import fold


@cache
def charging() -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs of accusing, and the words for what somebody is held to answer for, as texts are folded."""
    found = [one for code in language_codes() if (one := language(code)) is not None]
    told = (phrase for one in found for phrase, cue in one.cues if cue.kind == "speech" and "accuses" in cue.flags)
    verbs = {fold(phrase.partition(" .. ")[0]) for phrase in told}
    return frozenset(verbs), folded(pack.charges for pack in party_words())


def folded(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the words of some lists as texts are folded."""
    return frozenset(fold(word) for words in lists for word in words)

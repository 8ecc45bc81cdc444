"""Nouns that say what is counted or described: people, the dead and hurt, and things."""

from ascertain.languages.cues import language as find_language
from ascertain.text.compiled import compiled_words
from ascertain.text.fold import fold

_COUNTED = frozenset({"people", "thing", "victims"})


@compiled_words
def plain_nouns(language: str) -> frozenset[str]:
    """Return a language's single words for people, victims and things, folded; none for a language without a pack."""
    pack = find_language(language)
    cues = pack.cues if pack is not None else ()
    return frozenset(fold(phrase) for phrase, cue in cues if cue.kind in _COUNTED and " " not in phrase)

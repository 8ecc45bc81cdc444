"""Words that the reader has a meaning of its own for: they are seldom a place's name, and some stand before one."""

from collections.abc import Sequence
from functools import cache

from ascertain.event_types import event_types
from ascertain.languages.cues import language as find_language
from ascertain.text import words_of_phrases
from ascertain.text.compiled import compiled_words

_TELLING = ("verbs", "default_verbs", "impact_verbs", "passive", "nouns", "default_nouns", "flown_nouns", "flown_verbs")
_MEANT = frozenset({"outcome", "victims", "people", "thing", "toll", "speech", "role", "source"})


@compiled_words
def striking(language: str, *, accidents: bool = True) -> frozenset[str]:
    """Return the single words of a language that tell of fire or bombs, right behind which stands what was struck.

    Without `accidents`, those are left out that may tell of one as well: an explosion.
    """
    types = [kind for kind in event_types().values() if kind.acled.startswith("Explosions") or kind.name == "attack"]
    types = [kind for kind in types if accidents or kind.frame == "agent_target"]
    return _single(
        [phrase for kind in types for form in _TELLING for phrase in kind.cues.get(language, {}).get(form, ())]
    )


@compiled_words
def striking_verbs(language: str) -> frozenset[str]:
    """Return the single verbs of a language that tell of fire or bombs, behind which stands who does it."""
    types = [kind for kind in event_types().values() if kind.acled.startswith("Explosions") or kind.name == "attack"]
    forms = ("verbs", "default_verbs")
    return _single([phrase for kind in types for form in forms for phrase in kind.cues.get(language, {}).get(form, ())])


@cache
def articles_of(language: str) -> tuple[str, ...]:
    """Return the articles that a language writes onto words, and so onto an adjective behind its noun."""
    pack = find_language(language)
    return pack.articles if pack is not None else ()


@compiled_words
def acting(language: str) -> frozenset[str]:
    """Return the single words of a language for armed bodies and what they fire with: who strikes, behind its verb."""
    pack = find_language(language)
    bodies = [phrase for phrase, cue in pack.cues if "body" in cue.flags] if pack is not None else []
    means = [phrase for kind in event_types().values() for phrase in kind.cues.get(language, {}).get("means", ())]
    return _single([*bodies, *means])


@compiled_words
def meant(language: str) -> frozenset[str]:
    """Return the single words by which a language tells of people, things, harm and speech: "martyr", "house"."""
    pack = find_language(language)
    phrases = [phrase for phrase, cue in pack.cues if cue.kind in _MEANT] if pack is not None else []
    return _single(phrases) | striking(language)


def _single(phrases: Sequence[str]) -> frozenset[str]:
    alone = [phrase for phrase in phrases if " " not in phrase]
    return frozenset(words[0] for words in words_of_phrases(alone) if len(words) == 1)

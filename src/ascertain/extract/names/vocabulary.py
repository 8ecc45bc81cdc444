"""Words that are no part of an Arabic name: those that the language packs and event types list, and everyday ones."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.keys import word_key
from ascertain.languages.place_words import place_words
from ascertain.text.arabic import readings
from ascertain.text.compiled import compiled_words
from ascertain.text.fold import fold
from ascertain.text.tables import read_tables

_ARABIC_WORD = re.compile(r"[\u0620-\u065f\u0670]{2,}")
# Tables that name people or parties, whose words may be names again, and sentences that are tests.
_NAMING = frozenset(("given_names", "examples", "actor", "nation"))
# Tenths of log10 of how often a word is met in a million from which it is no unknown family name, and none at all.
_EVERYDAY, _VERY_COMMON = 8, 18
_SHORTEST_REST = 3  # letters of what is left of a word without a particle


@compiled_words
def listed_words() -> frozenset[str]:
    """Return the folded Arabic words that packs of the language and event types list, other than names."""
    folders = (files("ascertain.languages").joinpath("ar"), files("ascertain.event_types"))
    tables = [
        read_tables(entry.read_text(encoding="utf-8"))
        for folder in folders
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    ]
    return frozenset(fold(word) for table in tables for text in _texts(table) for word in _ARABIC_WORD.findall(text))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            if key not in _NAMING:
                yield from _texts(entry)


@lru_cache(maxsize=1 << 14)
def is_listed(word: str) -> bool:
    """Return whether a folded word, or what is left of it without particles, is listed."""
    words = listed_words()
    return word in words or any(rest in words for _, rest in readings(word) if len(rest) >= _SHORTEST_REST)


@lru_cache(maxsize=1 << 14)
def is_everyday(word: str) -> bool:
    """Return whether a folded word is common in everyday speech."""
    return word_key(word) in usual_words(_EVERYDAY)


@lru_cache(maxsize=1 << 14)
def is_very_common(word: str) -> bool:
    """Return whether a folded word is so common in everyday speech that no name is meant by it."""
    return word_key(word) in usual_words(_VERY_COMMON)


@cache
def _for_places() -> frozenset[str]:
    words = place_words("ar")
    return frozenset(phrase[-1] for phrase in words.features) | words.heads


@lru_cache(maxsize=1 << 12)
def is_for_places(word: str) -> bool:
    """Return whether a folded word says that a place's name follows, or begins many: "village", تل."""
    kinds = _for_places()
    return word in kinds or any(rest in kinds for _, rest in readings(word))

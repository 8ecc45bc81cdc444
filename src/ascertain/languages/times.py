"""Time words and patterns of every language, from `languages/*/times.toml`.

Words stand under the class that patterns call them by; patterns are rows of classes, given level by level: what one
level builds, the next may use. All languages are read together, since reports mix them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ascertain.languages.numbers import Phrases, packs
from ascertain.text import words_of_phrase


@dataclass(frozen=True)
class TimePattern:
    """One row of classes and what it builds; `give` are constants handed to the maker."""

    level: int
    match: str
    make: str
    give: Mapping[str, Any]


@dataclass(frozen=True)
class Zone:
    """One meaning of a zone's abbreviation: minutes east of UTC, and the IANA zone whose clock it names."""

    minutes: int
    region: str


@dataclass(frozen=True)
class TimeWords:
    """The time words of all languages, folded: `words` maps a phrase to its classes and values.

    `roles` are the phrases that say before a time what it is the time of (a TimeRole; with "work" for what is done
    after an event, such as rescue, and "course" for its beginning or end), `links` the words that may stand between.
    `not_months` are written like a month but for an accent that folding takes off (أب, a father; آب, August).
    """

    words: Mapping[tuple[str, ...], Mapping[str, Any]]
    triggers: frozenset[str]
    patterns: tuple[TimePattern, ...]
    zones: Mapping[str, tuple[Zone, ...]]
    parts: Mapping[str, tuple[str, str]]
    past: frozenset[str]
    future: frozenset[str]
    not_future: frozenset[str]
    update: frozenset[str]
    published: frozenset[str]
    roles: Phrases[str]
    links: frozenset[str]
    not_months: tuple[str, ...] = ()


@cache
def time_words() -> TimeWords:
    """Return the time words and patterns of all languages; read once."""
    loaded = packs("times")
    words: dict[tuple[str, ...], dict[str, Any]] = {}
    for pack in loaded:
        for name, entries in pack.get("words", {}).items():
            for phrase, value in entries.items():
                words.setdefault(words_of_phrase(phrase), {}).setdefault(name, value)
        for name, phrases in pack.get("plain", {}).items():
            for phrase in phrases:
                words.setdefault(words_of_phrase(phrase), {}).setdefault(name, phrase)
    zones = {
        "".join(words_of_phrase(name)): tuple(Zone(int(minutes), region) for minutes, region in meanings)
        for pack in loaded
        for name, meanings in pack.get("zones", {}).items()
    }
    for name in zones:
        words.setdefault(words_of_phrase(name), {})["zone"] = name
    patterns = tuple(
        TimePattern(entry["level"], entry["match"], entry["make"], entry.get("give", {}))
        for pack in loaded
        for entry in pack.get("pattern", ())
    )
    return TimeWords(
        words=words,
        triggers=frozenset(name for pack in loaded for name in pack.get("triggers", ())),
        patterns=patterns,
        zones=zones,
        parts={name: (start, end) for pack in loaded for name, (start, end) in pack.get("parts", {}).items()},
        past=_folded(loaded, "past"),
        future=_folded(loaded, "future"),
        not_future=_folded(loaded, "not_future"),
        update=_folded(loaded, "update"),
        published=_folded(loaded, "published"),
        roles=Phrases(
            (phrase, role)
            for pack in loaded
            for role, phrases in pack.get("roles", {}).items()
            if role != "links"
            for phrase in phrases
        ),
        links=frozenset(
            word
            for pack in loaded
            for phrase in pack.get("roles", {}).get("links", ())
            for word in words_of_phrase(phrase)
        ),
        not_months=tuple(word for pack in loaded for word in pack.get("not_months", ())),
    )


def _folded(loaded: list[dict[str, Any]], key: str) -> frozenset[str]:
    listed = (word for pack in loaded for word in pack.get("tense", {}).get(key, ()))
    return frozenset(" ".join(words_of_phrase(word)) for word in listed)


_PAST_ENDING, _SHORTEST_PAST = "ed", 5
_NOT_PAST = ("eed", "hundred")  # "succeed", "proceed"


def is_past(word: str) -> bool:
    """Return whether a folded word is a verb in the past, or looks like one."""
    ending = word.endswith(_PAST_ENDING) and len(word) >= _SHORTEST_PAST and not word.endswith(_NOT_PAST)
    past = time_words().past
    return ending or word in past or (word[:1] in ("و", "ف") and word[1:] in past)

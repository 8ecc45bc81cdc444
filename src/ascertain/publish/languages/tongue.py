"""How one language says what a dossier says: words of the pages, patterns of sentences, forms of nouns.

The patterns of the program are English and stand where they are used; the file of another language maps each to its
own (`[phrases]`). A pattern's places (`{who}`) are filled alike in both. Reasons that other stages wrote are known by
the same patterns, so that a third language is one more file and no edit elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from ascertain.model import Misused
from ascertain.text.tables import read_tables

_PLACE = re.compile(r"\{(\w+)\}")
_TURNS_ROUND = re.compile(r"[+-]|\d+[-–]\d")
_NUMBER = re.compile(r"[\d.,:–-]+(?:%)?$")


@dataclass(frozen=True)
class Tongue:
    """One language: `code` is BCP 47, `phrases` map English patterns to its own, `nouns` the forms by CLDR category."""

    code: str
    name: str
    direction: str
    plural: str
    script: str
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    days: tuple[str, ...]
    last: str
    comma: str
    phrases: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def is_source(self) -> bool:
        """Whether this is the language in which the patterns themselves are written."""
        return not self.phrases

    def say(self, pattern: str, **values: object) -> str:
        """Return a pattern filled in; one that the language lacks stays English, and a test finds it."""
        return self.phrases.get(pattern, pattern).format(**values)

    def word(self, table: str, key: str, default: str = "") -> str:
        """Return a word of one of the language's tables ("events", "groups"), else `default`."""
        return self.words.get(table, {}).get(key, default or key)

    def count(self, number: int, noun: str) -> str:
        """Return a number with its noun in the form that the language asks for: "three origins", «ثلاثة مصادر»."""
        forms = self.nouns.get(noun)
        if forms is None:
            return f"{number:,} {noun}"
        small = self.word("numbers", str(number), f"{number:,}")
        form = forms.get(_category(self.plural, number)) or forms["other"]
        return form.format(n=small if "{n}" in form else number)

    def told(self, words: str) -> str:
        """Return what another stage wrote in English in this language: by the pattern that it follows, part by part."""
        if self.is_source or not words:
            return words
        return self._told(words, 0)

    def _told(self, words: str, depth: int) -> str:
        known = self.phrases.get(words, self.phrases.get(f"{words[:1].lower()}{words[1:]}"))
        if known is not None:
            return known
        if depth < 5:
            for pattern, own in self._patterns:
                match = pattern.fullmatch(words)
                if match is not None:
                    parts = {key: _isolated(self._told(value, depth + 1)) for key, value in match.groupdict().items()}
                    return own.format(**parts)
            for mark, joint in (("; ", self.say("; ")), (", ", f"{self.comma} "), (" or ", self.say(" or "))):
                parts_of = words.split(mark)
                if len(parts_of) > 1 and all(self.knows(part) for part in parts_of):
                    return joint.join(self._told(part, depth + 1) for part in parts_of)
        return self.name_of(words)

    def name_of(self, words: str) -> str:
        """Return a name in this language where the edition being written knows one, else as it is."""
        return NAMES.get().get(words.casefold()) or self.phrases.get(words, words)

    def knows(self, words: str) -> bool:
        """Return whether words can be told in this language: by a pattern, a name that it has, or as a number."""
        if self.is_source or not words.strip() or _NUMBER.match(words.strip()) or words in self.phrases:
            return True
        if words.casefold() in NAMES.get():
            return True
        return any(pattern.fullmatch(words) for pattern, _ in self._patterns)

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """The patterns with places, those with the most words of their own first."""
        found = [(pattern, own) for pattern, own in self.phrases.items() if _PLACE.search(pattern)]
        found.sort(key=lambda pair: (-len(_PLACE.sub("", pair[0])), pair[0]))
        return [
            (_compiled(pattern), own) for pattern, own in found if len(_PLACE.sub("", pattern).strip(" .,:;()“”")) > 2
        ]


NAMES: ContextVar[Mapping[str, str]] = ContextVar("names in an edition's language", default=MappingProxyType({}))
_SPOKEN: ContextVar[str] = ContextVar("the language of the edition that is being written", default="en")


def _compiled(pattern: str) -> re.Pattern[str]:
    parts, at, seen = [], 0, set()
    for match in _PLACE.finditer(pattern):
        name = match[1]
        parts.append(re.escape(pattern[at : match.start()]))
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
        seen.add(name)
        at = match.end()
    return re.compile("".join([*parts, re.escape(pattern[at:])]), re.DOTALL | re.IGNORECASE)


def _isolated(words: str) -> str:
    """Return a signed number, or a date in figures, between isolates: a line that runs to the left turns them round."""
    return f"\u2068{words}\u2069" if _TURNS_ROUND.match(words) else words


def _category(rule: str, number: int) -> str:
    """Return the CLDR plural category of a whole number under one of the rules that languages share."""
    if rule == "none":
        return "other"
    if rule == "arabic":
        if number in (0, 1, 2):
            return ("zero", "one", "two")[number]
        return "few" if 3 <= number % 100 <= 10 else "many" if 11 <= number % 100 <= 99 else "other"
    if rule == "slavic":
        if number % 10 == 1 and number % 100 != 11:
            return "one"
        return "few" if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else "many"
    return "one" if number == 1 else "other"


@contextmanager
def speaking(code: str, names: Mapping[str, str] | None = None) -> Iterator[Tongue]:
    """Write in a language until the block ends; `names` are names by their English form, folded."""
    spoken, named = _SPOKEN.set(code), NAMES.set(names or {})
    try:
        yield tongue()
    finally:
        _SPOKEN.reset(spoken)
        NAMES.reset(named)


def tongue() -> Tongue:
    """Return the language that is being written in."""
    return _read(_SPOKEN.get())


def tongue_of(code: str) -> Tongue:
    """Return a language by its code; raises Misused where no file describes it."""
    return _read(code)


def known_tongues() -> tuple[str, ...]:
    """Return the codes of the languages that a file describes."""
    folder = files("ascertain.publish.languages")
    return tuple(sorted(one.name.removesuffix(".toml") for one in folder.iterdir() if one.name.endswith(".toml")))


@cache
def _read(code: str) -> Tongue:
    if code not in known_tongues():
        known = ", ".join(known_tongues())
        raise Misused("no edition can be written in this language", item=code, remedy=f"Choose among {known}.")
    values: dict[str, Any] = read_tables(
        files("ascertain.publish.languages").joinpath(f"{code}.toml").read_text("utf-8")
    )
    tables = {"phrases", "nouns"}
    return Tongue(
        code=code, name=values["name"], direction=values["direction"], plural=values["plural"], script=values["script"],
        months=tuple(values["months"]), months_short=tuple(values["months_short"]), days=tuple(values["days"]),
        last=values["last"], comma=values["comma"], phrases=values.get("phrases", {}), nouns=values["nouns"],
        words={key: value for key, value in values.items() if isinstance(value, dict) and key not in tables},
    )  # fmt: skip

"""Number words of every language, from `languages/*/numbers.toml`.

The languages are read together: a report mixes them, and their words never collide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from ascertain.model.count import CountRule
from ascertain.text import words_of_phrase
from ascertain.text.tables import read_tables

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases by their first word, longest first, for look-up at a place in a list of words.

    `first_words` are the words that begin a phrase.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        """Fold and sort the phrases; the first value given for a phrase stays."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        seen = set()
        for phrase, value in entries:
            words = words_of_phrase(phrase)
            if words and words not in seen:
                seen.add(words)
                self._by_first.setdefault(words[0], []).append((words, value))
                self._by_last.setdefault(words[-1], []).append((words, value))
        for table in (self._by_first, self._by_last):
            for found in table.values():
                found.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        self.first_words = frozenset(self._by_first)

    def at(self, words: list[str], index: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that begins at `index`, and the index after it."""
        if index >= len(words):
            return None
        for phrase, value in self._by_first.get(words[index], ()):
            if len(phrase) == 1 or tuple(words[index : index + len(phrase)]) == phrase:
                return value, index + len(phrase)
        return None

    def ending(self, words: list[str], index: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that ends before `index`, and the index of its first word."""
        if index <= 0:
            return None
        for phrase, value in self._by_last.get(words[index - 1], ()):
            start = index - len(phrase)
            if start >= 0 and (len(phrase) == 1 or tuple(words[start:index]) == phrase):
                return value, start
        return None


@dataclass(frozen=True)
class FixedCount:
    """What a phrase such as "dozens of" stands for."""

    low: float | None
    high: float | None
    rule: CountRule


@dataclass(frozen=True)
class Noun:
    """A form of a noun that is counted: `lemma` is its singular, `number` 1, 2 (dual) or 3 (plural)."""

    lemma: str
    kind: str
    number: int


@dataclass(frozen=True)
class NumberWords:
    """Everything that the grammar of numbers looks up, folded."""

    cardinals: Mapping[str, float]
    teens: Mapping[str, float]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    fractions: Mapping[str, float]
    parts: Mapping[str, float]
    ordinals: Mapping[str, float]
    grammar: Mapping[str, frozenset[str]]
    fixed: Phrases[FixedCount]
    before: Phrases[str]
    after: Phrases[str]
    after_noun: Phrases[str]
    nothing: Phrases[None]
    ranges: tuple[tuple[tuple[str, ...], str], ...]
    middles: frozenset[str]
    joins: frozenset[str]
    units: Phrases[str]
    money_before: Phrases[str]
    money_after: Phrases[str]
    ages_before: Phrases[str]
    ages_after: Phrases[str]
    labels: Phrases[str]
    durations: frozenset[str]
    nouns: Mapping[str, Noun]
    counters: frozenset[str]


def folded(word: str) -> str:
    """Return a single word as a document would hold it."""
    return " ".join(words_of_phrase(word))


def packs(name: str) -> list[dict[str, Any]]:
    """Return the contents of `<name>.toml` of every language, in order of the folders' names."""
    folders = sorted(path for path in Path(__file__).parent.iterdir() if (path / f"{name}.toml").is_file())
    return [read_tables((folder / f"{name}.toml").read_text(encoding="utf-8")) for folder in folders]


@cache
def number_words() -> NumberWords:
    """Return the number words of all languages; read once."""
    loaded = packs("numbers")

    def table(key: str) -> dict[str, float]:
        return {folded(word): float(value) for pack in loaded for word, value in pack.get(key, {}).items()}

    def phrases(section: str, *keys: str) -> Phrases[str]:
        return Phrases(
            (phrase, key)
            for pack in loaded
            for key, listed in pack.get(section, {}).items()
            if not keys or key in keys
            for phrase in listed
        )

    grammar: dict[str, set[str]] = {}
    for pack in loaded:
        for key, words in pack["grammar"].items():
            grammar.setdefault(key, set()).update(folded(word) for word in words)
    return NumberWords(
        cardinals=table("cardinals"),
        teens=table("teens"),
        scales=table("scales"),
        suffixes=table("suffixes"),
        fractions=table("fractions"),
        parts=table("parts"),
        ordinals=table("ordinals"),
        grammar={key: frozenset(words) for key, words in grammar.items()},
        fixed=Phrases(
            (phrase, FixedCount(entry.get("low"), entry.get("high"), entry["rule"]))
            for pack in loaded
            for entry in pack.get("fixed", ())
            for phrase in entry["phrases"]
        ),
        before=phrases("before"),
        after=phrases("after"),
        after_noun=phrases("after_noun"),
        nothing=Phrases((phrase, None) for pack in loaded for phrase in pack["grammar"].get("no", ())),
        ranges=tuple(
            (words_of_phrase(opening), folded(middle)) for pack in loaded for opening, middle in pack["ranges"]["pairs"]
        ),
        middles=frozenset(folded(middle) for pack in loaded for _, middle in pack["ranges"]["pairs"]),
        joins=frozenset(folded(word) for pack in loaded for word in pack["ranges"].get("joins", ())),
        units=phrases("units"),
        money_before=phrases("money", "before"),
        money_after=phrases("money", "after"),
        ages_before=phrases("ages", "before"),
        ages_after=phrases("ages", "after"),
        labels=phrases("labels"),
        durations=frozenset(folded(word) for pack in loaded for word in pack["durations"]["words"]),
        nouns=_nouns(loaded),
        counters=frozenset(folded(word) for pack in loaded for word in pack.get("counters", {}).get("words", ())),
    )


def _nouns(loaded: list[dict[str, Any]]) -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for pack in loaded:
        for kind, listed in pack.get("nouns", {}).items():
            for singular, plurals in listed.items():
                lemma, many = folded(singular), [folded(plural) for plural in plurals]
                for form in many:
                    found.setdefault(form, Noun(lemma, kind, 3))
                for form in _duals(lemma):
                    found.setdefault(form, Noun(lemma, kind, 2))
                for form in _counted_forms(lemma):
                    found.setdefault(form, Noun(lemma, kind, 1))
    return found


def _counted_forms(singular: str) -> tuple[str, ...]:
    """Return a singular and the form it takes after eleven and more: شخص, شخصا."""
    if not "\u0620" <= singular[:1] <= "\u064a" or singular[-1] in "هاءيى":
        return (singular, singular + "ا") if singular.endswith("ي") and singular[:1] >= "\u0620" else (singular,)
    return singular, singular + "ا"


def _duals(singular: str) -> tuple[str, ...]:
    """Return the Arabic duals of a folded singular: ـان and ـين, after ت where it ends in ة; none in other scripts."""
    if not "\u0620" <= singular[:1] <= "\u064a":
        return ()
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    return stem + "ان", stem + "ين"

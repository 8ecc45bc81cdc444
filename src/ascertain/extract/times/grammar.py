"""The pattern machine: rows of classes over items, level by level.

Each item's set of classes is one character, so that a row of classes is a regular expression and a level is one scan.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import Any

from ascertain.extract.times.items import Item, possible_number_classes, possible_word_classes
from ascertain.languages.times import TimePattern, time_words
from ascertain.text import Document, words_of_phrase
from ascertain.text.compiled import compiled_once


class Match:
    """The items that a pattern matched, each under the class that it was matched by."""

    __slots__ = ("document", "give", "items", "names")

    def __init__(
        self, document: Document, items: Sequence[Item], names: Sequence[str], give: Mapping[str, Any]
    ) -> None:
        """Keep what was matched; `give` are the pattern's own constants."""
        self.document, self.items, self.names, self.give = document, items, names, give

    def get(self, name: str, place: int = 0) -> Any:
        """Return the value of the `place`-th item matched as `name`, or None."""
        if name in self.names:
            for item, matched in zip(self.items, self.names, strict=True):
                if matched == name:
                    if place == 0:
                        return item.values[name]
                    place -= 1
        return self.give.get(name)

    def word_before(self, back: int = 1) -> str:
        """Return the word before the match, or an empty one."""
        at = self.items[0].first - back
        return self.document.words[at] if at >= 0 else ""

    def word_after(self, on: int = 0) -> str:
        """Return the word after the match, or an empty one."""
        at = self.items[-1].last + on
        return self.document.words[at] if at < len(self.document.words) else ""


Made = dict[str, Any]
Maker = Callable[[Match], Made | None]


class _Alphabet:
    """Sets of classes as characters; a set that was not foreseen is added and patterns are compiled anew for it."""

    def __init__(self) -> None:
        self.codes: dict[frozenset[str], str] = {}
        self.by_class: dict[str, list[str]] = {}
        self.size = 0

    def code(self, classes: frozenset[str]) -> str:
        found = self.codes.get(classes)
        if found is None:
            found = self.codes[classes] = chr(0xE000 + len(self.codes))
            for name in sorted(classes):
                self.by_class.setdefault(name, []).append(found)
        return found


class _Row:
    """A pattern's row of classes as a regular expression, a group an element, compiled when it is first needed."""

    def __init__(self, pattern: TimePattern, alphabet: _Alphabet) -> None:
        self.pattern = pattern
        self.elements: list[tuple[str, ...]] = []
        self.source = ""
        needed: str | None = None
        for part in _elements(pattern.match):
            names = tuple(_class_name(name) for name in part.rstrip("?").strip("()").split("|"))
            letters = "".join(sorted({code for name in names for code in alphabet.by_class.get(name, ())}))
            one, often = f"[{letters}]" if letters else "(?!)", "?" if part.endswith("?") else ""
            self.source += f"({one}){often}"
            if not often and (needed is None or len(letters) < len(needed)):
                needed = letters
            self.elements.append(names)
        # The letters of the element that is met least, without which the row fits nowhere.
        self.needed = needed or ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The row, compiled."""
        return re.compile(self.source)


class _Levels:
    """The patterns, laid out for an alphabet: the rows of each level, and by each letter those that it may make fit."""

    def __init__(self, patterns: Sequence[TimePattern], alphabet: _Alphabet) -> None:
        self.alphabet_size = len(alphabet.codes)
        self.by_letter: dict[str, list[tuple[int, int]]] = {}
        self.rows: dict[tuple[int, int], _Row] = {}  # by the number of the level and the place in it
        for place, pattern in enumerate(patterns):
            row = self.rows[pattern.level, place] = _Row(pattern, alphabet)
            for letter in row.needed:
                self.by_letter.setdefault(letter, []).append((pattern.level, place))

    def fitting(self, text: str) -> dict[int, list[_Row]]:
        """Return by level the rows, in order, that fit somewhere; none is compiled that needs what the text lacks."""
        lists = (self.by_letter[letter] for letter in set(text) if letter in self.by_letter)
        found: dict[int, list[_Row]] = {}
        for level, place in sorted(set(chain.from_iterable(lists))):
            row = self.rows[level, place]
            if row.regex.search(text) is not None:
                found.setdefault(level, []).append(row)
        return found


def _elements(match: str) -> list[str]:
    return re.findall(r"\([^)]*\)\??|'[^']*'\??|[^\s']+", match)


def _class_name(name: str) -> str:
    return "=" + " ".join(words_of_phrase(name[1:-1])) if name.startswith("'") else name


_alphabet = _Alphabet()
_BUILT = ("date", "time", "clock", "dur", "done", "parttime", "range", "?")


@cache
def _foreseen() -> int:
    """Enter the sets of classes that are known beforehand, so that patterns are compiled once."""
    for name in _BUILT:
        _alphabet.code(frozenset((name,)))
    for made in (("range", "parts"), ("range", "halves"), ("range", "clockrange"), ("date", "year")):
        _alphabet.code(frozenset(made))
    for classes in compiled_once(list[frozenset[str]], "time-classes", _possible_classes):
        _alphabet.code(classes)
    return len(_alphabet.codes)


def _possible_classes() -> list[frozenset[str]]:
    return [*possible_number_classes(), *possible_word_classes()]


def _longest_first() -> list[TimePattern]:
    """Return the patterns, those that ask for most first, so that of two that fit the fuller one wins."""

    def fullness(pattern: TimePattern) -> tuple[int, int]:
        elements = _elements(pattern.match)
        return -sum(not element.endswith("?") for element in elements), -len(elements)

    return sorted(time_words().patterns, key=fullness)


@cache
def _level_numbers() -> tuple[int, ...]:
    return tuple(sorted({pattern.level for pattern in time_words().patterns}))


def _levels() -> _Levels:
    """Return the patterns as they are laid out for the sets of classes known so far."""
    if not _laid_out or _laid_out[-1].alphabet_size != len(_alphabet.codes):
        _foreseen()
        _laid_out[:] = [_Levels(_longest_first(), _alphabet)]
    return _laid_out[-1]


_laid_out: list[_Levels] = []
_MEMORY, _LONGEST_REMEMBERED = 50_000, 64
_fitting: dict[str, dict[int, list[_Row]]] = {}


def _rows_fitting(text: str) -> dict[int, list[_Row]]:
    """Return by level the rows that fit somewhere in a row of classes; remembered."""
    found = _fitting.get(text)
    if found is None:
        found = _levels().fitting(text)
        if len(_fitting) >= _MEMORY:
            _fitting.clear()
        if len(text) <= _LONGEST_REMEMBERED:
            _fitting[text] = found
    return found


def _row(items: list[Item]) -> str:
    return "".join([_alphabet.code(frozenset(item.values)) for item in items])


def parse(document: Document, items: list[Item], makers: dict[str, Maker]) -> list[Item]:
    """Return the items with everything built that the patterns build."""
    text = _row(items)
    fitting = _rows_fitting(text)
    for number in _level_numbers() if fitting else ():
        if rows := fitting.get(number):
            built = _one_level(document, items, text, rows, makers)
            if built is not items:
                items, text = built, _row(built)
                fitting = _rows_fitting(text)
    return items


def _one_level(
    document: Document, items: list[Item], text: str, rows: Sequence[_Row], makers: dict[str, Maker]
) -> list[Item]:
    """Return the items with what one level builds, left to right; the same list where it builds nothing."""
    built, at, search = list[Item](), 0, 0
    begins = [-1] * len(rows)
    while (start := _first_fit(rows, begins, text, search)) < len(text):
        new = _build(document, items, text, start, rows, makers)
        if new is None:
            search = start + 1
            continue
        built.extend(items[at:start])
        built.append(new[0])
        at = search = new[1]
    if not at:
        return items
    built.extend(items[at:])
    return built


def _first_fit(rows: Sequence[_Row], begins: list[int], text: str, search: int) -> int:
    """Return the first place from `search` on where a row fits; `begins` keeps where each does next."""
    for number, row in enumerate(rows):
        if begins[number] < search:
            match = row.regex.search(text, search)
            begins[number] = match.start() if match is not None else len(text)
    return min(begins)


def _build(
    document: Document, items: list[Item], text: str, start: int, rows: Sequence[_Row], makers: dict[str, Maker]
) -> tuple[Item, int] | None:
    """Return what the first pattern that fits and is accepted builds at `start`."""
    for compiled in rows:
        found = compiled.regex.match(text, start)
        if found is None:
            continue
        taken, names, shown = list[Item](), list[str](), list[Item]()
        lead = compiled.pattern.give.get("lead", 0)
        stop = len(compiled.elements) - compiled.pattern.give.get("trail", 0)
        for group, classes in enumerate(compiled.elements, 1):
            if found.start(group) >= 0:
                item = items[found.start(group)]
                taken.append(item)
                names.append(classes[0] if len(classes) == 1 else next(n for n in classes if n in item.values))
                if lead < group <= stop:
                    shown.append(item)
        match = Match(document, taken, names, compiled.pattern.give)
        made = makers[compiled.pattern.make](match)
        if made is not None:
            span = (shown[0].shown[0], shown[-1].shown[1])
            return Item(taken[0].first, taken[-1].last, made, shown[0].prefix, span, tuple(taken)), found.end()
    return None

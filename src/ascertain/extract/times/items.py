"""From words to items: the words that may belong to a time, with the classes that patterns call them by."""

import re
from functools import cache
from typing import Any, NamedTuple

from ascertain.extract.numbers.labels import counts_noun_before, is_waymark_before
from ascertain.extract.numbers.numerals import Numeral, parse_figure, particles, read_numeral
from ascertain.extract.numbers.ordinals import read_ordinal
from ascertain.languages.numbers import number_words
from ascertain.languages.times import time_words
from ascertain.text import Document, words_of_phrase

Classes = frozenset[str]
_DOTTED_DATE = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})$")
_DOTTED = re.compile(r"(\d{1,2})[.](\d{2})$")
_LAST_DOTTED_YEAR = 2050  # what is more is a number: "closed at 2082.1"
_DOTTED_MONTH = re.compile(r"(\d{4})\.(\d{1,2})$")
_HUNDREDS = (17, 18, 19, 20)  # "nineteen ninety-six"
# Numbers stand before these in a text without being times.
_MAX_NUMERAL_WORDS = 10
_A_NOUN = 4  # letters of the shortest word that is taken to be counted
_LONGEST_HOUR = 2  # figures


class Item(NamedTuple):
    """Words [first, last) and the value they have in each class.

    `span` are the words that name the time, without prepositions, where these are fewer; `prefix` letters of the first
    of them are particles.
    """

    first: int
    last: int
    values: dict[str, Any]
    prefix: int = 0
    span: tuple[int, int] | None = None
    parts: tuple["Item", ...] = ()

    @property
    def shown(self) -> tuple[int, int]:
        """The words that name the time."""
        return self.span or (self.first, self.last)


class _Marks(dict[str, str]):
    """What a word may be, as one letter.

    u unknown, k known, t a time word that starts a search, n a number word, d figures, o the ending of an ordinal, c
    and s the marks inside clock times and dates.
    """

    def __missing__(self, word: str) -> str:
        mark = _mark(word)
        if len(self) < 200_000:
            self[word] = mark
        return mark


def _mark(word: str) -> str:
    if word[0].isdigit():
        long = len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199"
        date = len(word) == 8 and word.isdecimal() and "19000101" <= word <= "21001231"
        return "t" if long or date or _DOTTED_DATE.match(word) or _DOTTED_MONTH.match(word) else "d"
    if word in ":":
        return "c"
    if word in "/-_":
        return "s"
    if word in number_words().grammar["ordinal_suffixes"]:
        return "o"
    known, trigger = phrase_words()
    cut = particles(word, known)
    if cut >= 0:
        bare = word[2:] if word.startswith("ال") else word
        return "t" if word[cut:] in trigger or bare in trigger else "k"
    return "n" if _begins_number(word) else "u"


def _begins_number(word: str) -> bool:
    return read_numeral([word], 0) is not None or read_ordinal([word], 0) is not None


@cache
def phrase_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return every word of the time phrases and literals of patterns, and those that start a search."""
    lex = time_words()
    known, trigger = set[str](), set[str]()
    for phrase, classes in sorted(lex.words.items(), key=lambda entry: len(entry[0])):
        known.update(phrase)
        if lex.triggers & classes.keys() and trigger.isdisjoint(phrase):
            trigger.add(
                max(reversed(phrase), key=lambda word: (word.isalpha(), len(word)))
            )  # the word of a phrase that is met least
    return frozenset(known | literals()), frozenset(trigger)


@cache
def literals() -> frozenset[str]:
    """Return the words that patterns name themselves."""
    quoted = (literal for pattern in time_words().patterns for literal in re.findall(r"'([^']+)'", pattern.match))
    return frozenset(word for literal in quoted for word in words_of_phrase(literal))


_marks = _Marks()
_RUN = re.compile(r"[ktdcsno]+")
_STARTS = re.compile(r"t|[dn][cs]d|do")


def runs(document: Document) -> list[tuple[int, int]]:
    """Return the ranges of words in which a time may stand."""
    marked = "".join([_marks[word] for word in document.words])
    return [match.span() for match in _RUN.finditer(marked) if _STARTS.search(match.group())]


def is_unknown(word: str) -> bool:
    """Return whether a word can't belong to a time."""
    return _marks[word] == "u"


def items_of(document: Document, first: int, last: int) -> list[Item]:
    """Return the items of words [first, last): phrases and numerals taken together, longest first."""
    found, at = list[Item](), first
    while at < last:
        item = _item(document, at, last)
        found.append(item)
        at = item.last
    return found


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]]:
    table: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
    for phrase, classes in time_words().words.items():
        table.setdefault(phrase[0], []).append((phrase, dict(classes)))
    for listed in table.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return table


def _phrase(words: list[str], at: int, last: int) -> tuple[dict[str, Any], int, int] | None:
    """Return classes, the index after, and the letters of particles of the longest phrase at `at`."""
    table = _by_first()
    word = words[at]
    cut = particles(word, table)
    if cut < 0:
        return None
    for phrase, classes in table[word[cut:]]:
        size = len(phrase)
        if size == 1 or (at + size <= last and tuple(words[at + 1 : at + size]) == phrase[1:]):
            more = _single(word[2:]) if size == 1 and cut == 0 and word.startswith("ال") else {}
            return {**more, **classes}, at + size, cut
    if word.startswith("ال", cut) and (classes := _single(word[cut + 2 :])):  # «الساعات», which begins phrases too
        return classes, at + 1, cut + 2
    return None


def _single(word: str) -> dict[str, Any]:
    """Return the classes of a word that is a phrase by itself."""
    return next((classes for phrase, classes in _by_first().get(word, ()) if len(phrase) == 1), {})


_MEMORY = 100_000


class _Lone(NamedTuple):
    """A word by itself: its classes and particles, and what behind it would make a longer phrase or numeral of it."""

    values: dict[str, Any]
    prefix: int
    seconds: frozenset[str]
    is_number: bool


class _LoneWords(dict[str, _Lone]):
    """What each word is by itself; remembers each word that it was asked for."""

    def __missing__(self, word: str) -> _Lone:
        cut = particles(word, _by_first())
        phrases = _by_first()[word[cut:]] if cut >= 0 else ()
        item = _longest_item(Document(word), 0, 1)
        seconds = frozenset(phrase[1] for phrase, _ in phrases if len(phrase) > 1)
        known = _Lone(item.values, item.prefix, seconds, _begins_number(word) or word in number_words().teens)
        if len(self) < _MEMORY:
            self[word] = known
        return known


class _Continuing(dict[str, bool]):
    """Whether a numeral may go on with a word; remembers each word that it was asked for."""

    def __missing__(self, word: str) -> bool:
        lex = number_words()
        joints = lex.grammar["and"] | lex.grammar["point"] | lex.grammar["ordinal_suffixes"] | {"-"}
        bare = word[1:] if word[:1] == "و" else word
        goes_on = (
            word in joints
            or word[0].isdigit()
            or _begins_number(bare)
            or word in lex.fractions
            or particles(bare, lex.scales) >= 0
            or bare in lex.fractions
        )
        if len(self) < _MEMORY:
            self[word] = goes_on
        return goes_on


_lone = _LoneWords()
_continuing = _Continuing()


def _item(document: Document, at: int, last: int) -> Item:
    words = document.words
    word = words[at]
    if word == "_":
        tied = document.touches(at) and at + 1 < last and document.touches(at + 1)
        return Item(at, at + 1, {"-": word, "tight-": word, "=-": word} if tied else {"?": word})
    if word in "-/:" and word:
        tight = document.touches(at) and at + 1 < last and document.touches(at + 1)
        return Item(at, at + 1, {word: word, **({"tight" + word: word} if tight else {}), "=" + word: word})
    if word[0].isdigit():
        phrase = _phrase(document.words, at, last) if word in _by_first() else None
        return Item(at, phrase[1], phrase[0]) if phrase else _figures(document, at, last)
    known = _lone[word]
    if at and known.is_number and (is_waymark_before(words, at) or counts_noun_before(words, at)):
        return Item(at, at + 1, {"?": word})
    if at + 1 < last:
        following = words[at + 1]
        if following in known.seconds or (known.is_number and _continuing[following]):
            return _longest_item(document, at, last)
    return Item(at, at + 1, known.values, known.prefix)


def _longest_item(document: Document, at: int, last: int) -> Item:
    """Return the longest phrase or numeral at `at`."""
    words = document.words
    word = words[at]
    phrase = _phrase(words, at, last)
    near = words[at : min(last, at + _MAX_NUMERAL_WORDS)]
    ordinal, numeral = _moved(read_ordinal(near, 0), at), _moved(read_numeral(near, 0), at)
    values: dict[str, Any] = {"=" + word: word} if word in literals() else {}
    end, prefix = at + 1, 0
    if phrase:
        values.update(phrase[0])
        end, prefix = phrase[1], phrase[2]
    cut = particles(word, literals())
    if end == at + 1 and cut > 0:
        values["=" + word[cut:]] = word
        prefix = prefix or cut
    if (ordinal and ordinal[1] > end) or (ordinal and ordinal[1] == end and ordinal[1] == at + 1):
        if ordinal[1] > end:
            values, end = {}, ordinal[1]
        prefix = prefix if phrase and end == phrase[1] else ordinal[0].prefix
        values.update(number_classes(ordinal[0].value, figures=False, digits=0, ordinal=True))
    if numeral and (numeral[1] > end or (numeral[1] == end and not ordinal)):
        if numeral[1] > end:
            values, end = {}, numeral[1]
        prefix = prefix if phrase and end == phrase[1] else numeral[0].prefix
        values.update(number_classes(numeral[0].value, figures=False, digits=0))
    return Item(at, end, values, prefix)


def _numbers_a_place(document: Document, at: int) -> bool:
    """Return whether short figures belong to a name before them: "Km4", "Km 4", «كيلو 4»."""
    words = document.words
    if at == 0 or len(words[at]) > _LONGEST_HOUR:
        return False
    return is_waymark_before(words, at) or (document.touches(at) and _is_letters_of_a_name(document, at - 1))


def _is_letters_of_a_name(document: Document, at: int) -> bool:
    """Return whether a Latin word right before figures names with them: "Km4", the road M5; not the T of 18T14:30."""
    word = document.words[at]
    if not (word.isascii() and word.isalpha()):
        return False
    letter = len(word) == 1 and document.text[document.starts[at]].isupper() and not (at and document.touches(at))
    return letter or is_unknown(word)


def _moved(found: tuple[Numeral, int] | None, by: int) -> tuple[Numeral, int] | None:
    """Return a numeral of a slice with its end counted in the whole text."""
    return None if found is None else (found[0], found[1] + by)


def _figures(document: Document, at: int, last: int) -> Item:
    words = document.words
    word = words[at]
    if match := _DOTTED_DATE.match(word):
        return Item(at, at + 1, {"dotted": tuple(match.groups())})
    if match := _DOTTED_MONTH.match(word):
        year, month = int(match[1]), int(match[2])
        if 1 <= month <= 12 and 1900 <= year <= _LAST_DOTTED_YEAR:
            return Item(at, at + 1, {"yearmonth": (year, month)})
    if _numbers_a_place(document, at):
        return Item(at, at + 1, {"?": word})
    following = words[at + 1] if at + 1 < last else ""
    near = words[at : min(last, at + _MAX_NUMERAL_WORDS)] if following and _continuing[following] else [word]
    ordinal = _moved(read_ordinal(near, 0), at) if len(near) > 1 else None
    if ordinal and ordinal[1] == at + 2 and document.touches(at + 1):
        return Item(at, at + 2, number_classes(ordinal[0].value, figures=True, digits=len(word), ordinal=True))
    value = parse_figure(word)
    if value is None:
        return Item(at, at + 1, {"?": word})
    values = number_classes(value, figures=word.isdecimal(), digits=len(word))
    if not word.isdecimal():
        values = {"num": value}
        if (match := _DOTTED.match(word)) and int(match[1]) < 25 and int(match[2]) < 60:
            values["dotclock"] = (int(match[1]), int(match[2]))
    numeral = _moved(read_numeral(near, 0), at) if len(near) > 1 else None
    if numeral and numeral[1] > at + 1:
        return Item(at, numeral[1], number_classes(numeral[0].value, figures=False, digits=0))
    if "year2" in values and _counts_somebody(document, at):
        del values["year2"]
    if word.isdecimal():
        values["raw"] = word
    return Item(at, at + 1, values)


def _counts_somebody(document: Document, at: int) -> bool:
    """Return whether two figures between words are no year but count what follows: "on 1 December 27 people"."""
    words, behind = document.words, at + 1
    if not at or behind >= len(words) or not words[at - 1][-1].isalpha():
        return False
    noun = words[behind]
    if not noun.isalpha() or len(noun) < _A_NOUN or not is_unknown(noun):
        return False
    return document.text[document.ends[at] : document.starts[behind]] == " "


def number_classes(value: float, *, figures: bool, digits: int, ordinal: bool = False) -> dict[str, Any]:
    """Return the classes that a number belongs to by its size and spelling."""
    values: dict[str, Any] = {"ord" if ordinal else "num": value}
    if value != int(value):
        return values
    whole = int(value)
    if 1 <= whole <= 31 and digits <= 2:
        values["day"] = whole
        if ordinal:
            values["dayth"] = whole
    if ordinal:
        if 1 <= whole <= 12 and not figures:
            values["hourth"] = whole
        return values
    if 1 <= whole <= 12 and digits <= 2:
        values["monthno"] = whole
    if 0 <= whole <= 24 and digits <= 2:
        values["hour"] = whole
    if 0 <= whole <= 59 and (digits == 2 or not figures):
        values["min"] = whole
    if figures and digits == 2:
        values["year2"] = whole
    if figures and digits == 4:
        if 1000 <= whole <= 2199:
            values["year"] = whole
        if whole // 100 <= 24 and whole % 100 <= 59:
            values["hhmm"] = (whole // 100, whole % 100)
    if figures and digits == 3 and 1 <= whole // 100 <= 9 and whole % 100 <= 59:
        values["hmm"] = (whole // 100, whole % 100)
    if figures and digits <= 4 and whole > 0:
        values["oldyear"] = whole
    if figures and digits == 8:
        values["compact"] = whole
    if not figures and 1000 <= whole <= 2199:
        values["year"] = whole
    if not figures and digits == 0 and whole in _HUNDREDS:
        values["hundreds"] = whole
    if not figures and digits == 0 and 10 <= whole <= 99:
        values["yy"] = whole
    return values


@cache
def possible_number_classes() -> tuple[Classes, ...]:
    """Return every set of classes that a number can have, for the patterns' alphabet."""
    found = set()
    for value in (*range(0, 100), 150, 999, *range(1000, 2500, 7), 5000, 20200101, 0.5):
        for digits in (0, 1, 2, 3, 4, 5, 8):
            for ordinal in (False, True):
                for figures in (False, True):
                    classes = frozenset(number_classes(value, figures=figures, digits=digits, ordinal=ordinal))
                    found.add(classes)
                    found.add(classes | {"raw"})
    return tuple(sorted(found, key=sorted))


@cache
def possible_word_classes() -> tuple[Classes, ...]:
    """Return every set of classes that a phrase or a word of patterns can have, for the patterns' alphabet."""
    found = set()
    for phrase in (*time_words().words, *((word,) for word in literals())):
        document = Document(" ".join(phrase))
        found.add(frozenset(_item(document, 0, len(document)).values))
    for mark in "-/:":
        found.add(frozenset((mark, "=" + mark)))
        found.add(frozenset((mark, "=" + mark, "tight" + mark)))
    return tuple(sorted(found, key=sorted))

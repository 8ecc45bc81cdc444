"""What stands around a figure and tells a count from a measure, a name, a code or an address."""

from ascertain.extract.numbers.labels import noun_at
from ascertain.extract.numbers.numerals import parse_figure
from ascertain.languages.numbers import number_words
from ascertain.text import Document

_JOINED = frozenset("-/.:_@#×")
_PARTICLE_WORDS = frozenset("و ف ب ل ك ال وال بال لل فال".split())
_PLACES_OF_A_COORDINATE = 2
_LONGEST_DESIGNATION = 4
_OLDEST = 110
_MANY = 3  # the number of a noun of many
_ASIDES = frozenset({(",", ","), (",", "."), ("(", ")")})


def is_name_or_code(document: Document, first: int, last: int) -> bool:
    """Return whether the figures at words [first, last) are part of a name, a code, a date or a position.

    T-62, N-2, t.co/2Sck, 192.168.1.2, 18/5/2017, +1-222-2222, 34.5123° N, a list's "1.".
    """
    words = document.words
    if parse_figure(words[first]) is None or _is_list_mark(document, first) or _is_footnote(document, first, last):
        return True
    if last < len(words) and words[last] in number_words().grammar["ordinal_suffixes"] and document.touches(last):
        return True
    if _is_designation(document, first):
        return True
    return (
        _written_on_before(document, first) or _written_on_after(document, last) or _is_position(document, first, last)
    )


def _written_on_before(document: Document, first: int) -> bool:
    words = document.words
    if first == 0 or not document.touches(first):
        return False
    before = words[first - 1]
    if before[0].isalpha():
        return before not in _PARTICLE_WORDS and before[0] < "\u0620"
    if before not in _JOINED or first < 2 or not document.touches(first - 1):
        return before in "@#_"
    earlier = words[first - 2]
    if before == "-":
        named = earlier[0].isalpha() and earlier not in _PARTICLE_WORDS
        return named or _is_chain(document, first - 2) or _is_amid(document, first)
    return (before in "/:_@#×" and earlier[0].isalnum()) or before == "."


def _is_amid(document: Document, first: int) -> bool:
    """Return whether figures joined by hyphens go on behind the word `first`, as a telephone number's do."""
    words, hyphen = document.words, first + 1
    joined = hyphen + 1 < len(words) and words[hyphen] == "-" and document.touches(hyphen)
    return joined and document.touches(hyphen + 1) and words[hyphen + 1][0].isdigit() and words[first - 2][0].isdigit()


def _is_chain(document: Document, index: int) -> bool:
    """Return whether figures joined by hyphens go on before `index`, as in a date or a telephone number."""
    return index >= 2 and document.touches(index) and document.words[index - 1] in "-/+"


def _written_on_after(document: Document, last: int) -> bool:
    words, lex = document.words, number_words()
    if last >= len(words) or not document.touches(last):
        return False
    after = words[last]
    if after[0].isdigit():
        return True  # "34m34 minutes ago"
    if after[0].isalpha():
        if not after.isascii():
            return words[last - 1].isdecimal() and 1900 <= int(words[last - 1]) <= 2100
        return not (lex.units.at(words, last) or lex.money_after.at(words, last) or len(after) > _LONGEST_DESIGNATION)
    if after in "/:_×" and last + 1 < len(words) and document.touches(last + 1):
        return words[last + 1][0].isalnum()
    if after == "-" and last + 1 < len(words) and document.touches(last + 1) and words[last + 1][0].isdigit():
        return last + 2 < len(words) and document.touches(last + 2) and words[last + 2] in "-/"
    return False


def _is_list_mark(document: Document, first: int) -> bool:
    """Return whether the figure opens a line as "1." or "2)" does, with words behind it."""
    words = document.words
    if first + 2 >= len(words) or words[first + 1] not in (".", ")", ".)", "-") or not document.touches(first + 1):
        return False
    start = document.starts[first]
    opens = start == 0 or "\n" in document.flat[document.ends[first - 1] if first else 0 : start]
    return opens and not document.touches(first + 2) and document.words[first].isdecimal()


def _is_footnote(document: Document, first: int, last: int) -> bool:
    """Return whether the figure stands in square brackets, as a reference to a source does."""
    words = document.words
    return first > 0 and words[first - 1] == "[" and last < len(words) and words[last] == "]"


def _is_designation(document: Document, first: int) -> bool:
    """Return whether an abbreviation in capitals stands before the figure: DDG 70, MLRS 270, IDP 5."""
    if first == 0:
        return False
    start, end = document.starts[first - 1], document.ends[first - 1]
    word = document.text[start:end]
    if not (word.isascii() and word.isalpha() and word.isupper() and 1 <= len(word) <= _LONGEST_DESIGNATION):
        return False
    if word in ("I", "A") or document.text[end : document.starts[first]].strip(" \u00a0"):
        return False
    around = document.text[max(0, start - 40) : start]
    return any(letter.islower() for letter in around)  # a text in capitals tells nothing


def _is_position(document: Document, first: int, last: int) -> bool:
    words = document.words
    _, _, places = words[first].replace("٫", ".").partition(".")
    if len(places) > _PLACES_OF_A_COORDINATE:
        return True
    return last < len(words) and words[last] in ("°", "º", "′", "″")


def unit_before(words: list[str], first: int) -> tuple[str, str, int] | None:
    """Return kind, unit and a last word for what stands before a number: "$5", "aged 12"."""
    lex = number_words()
    if lex.money_before.ending(words, first):
        return "money", "currency", 0
    if lex.ages_before.ending(words, first):
        return "age", "year_of_age", 0
    noun = first - 2 if first > 1 and words[first - 1] == "ال" else first - 1
    if noun >= 0 and words[noun].startswith("ال") and words[noun][2:] in lex.durations:
        return "duration", words[noun][2:], 0  # «الساعات الـ24 الماضية»
    return None


def is_age_aside(document: Document, first: int, last: int) -> bool:
    """Return whether a figure between commas or in brackets behind a person's name is an age: "Jane Roe, 34, ..."."""
    words = document.words
    if first < 2 or last != first + 1 or not _can_be_an_age(words[first]):
        return False
    opening, closing = words[first - 1], words[last] if last < len(words) else "."
    if _counts_people(words[first - 2], 1) and (opening, closing) in _ASIDES:
        return True  # "a man, 34, ..."
    if _is_one_of_two_ages(words, first, closing):
        return True
    if (opening, closing) not in _ASIDES or not document.quote(first - 2, first - 1)[:1].isupper():
        return False
    return closing != "." or document.quote(first - 3, first - 2)[:1].isupper()


def _counts_people(word: str, number: int) -> bool:
    noun = noun_at(word) if word.isascii() else None  # an Arabic figure in brackets counts: إصابة (6) أشخاص
    return noun is not None and noun.kind == "people" and noun.number == number


def _can_be_an_age(word: str) -> bool:
    return word.isdecimal() and 0 < int(word) <= _OLDEST


def _is_one_of_two_ages(words: list[str], first: int, closing: str) -> bool:
    """Return whether a figure is one of two in an aside behind people: "two women, 41 and 52, ...", "(41 and 52)"."""
    at = first - 2 if words[first - 1] == "and" else first
    pair = words[at : at + 3]
    if at < 2 or len(pair) < 3 or pair[1] != "and" or not (_can_be_an_age(pair[0]) and _can_be_an_age(pair[2])):
        return False
    closing = words[at + 3] if at + 3 < len(words) else "."
    return _counts_people(words[at - 2], _MANY) and (words[at - 1], closing) in _ASIDES


def unit_after(document: Document, last: int) -> tuple[str, str, int] | None:
    """Return kind, unit and the index after the unit: "km", "%", "dollars", "years old", "hours"."""
    words, lex = document.words, number_words()
    for start in (last, last + 1) if last < len(words) and words[last] == "-" else (last,):
        if found := lex.ages_after.at(words, start):
            return "age", "year_of_age", last
        if found := lex.units.at(words, start):
            if (
                len(words[start]) == 1
                and words[start].isalpha()
                and found[1] == start + 1
                and not document.touches(start)
            ):
                return None
            return ("percent" if found[0] == "percent" else "measure"), found[0], found[1]
        if found := lex.money_after.at(words, start):
            return "money", "currency", last
        if start < len(words) and words[start] in lex.durations:
            return "duration", words[start], start + 1
    return None

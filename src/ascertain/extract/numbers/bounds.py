"""Ranges and bounds: "between 10 and 15", "at least 5", "5 or more"."""

from typing import NamedTuple

from ascertain.extract.numbers.numerals import Numeral, read_numeral
from ascertain.languages.numbers import number_words
from ascertain.model.count import CountRule
from ascertain.text import Document


class Found(NamedTuple):
    """A number before its surroundings are looked at."""

    first: int
    last: int
    low: float | None
    high: float | None
    rule: CountRule
    prefix: int = 0
    fraction: bool = False


_ALTERNATIVES, _ALIKE = frozenset(("or", "او")), 10  # "4 or 5", but not "ten or a thousand"


def with_range(document: Document, found: Found, number: Numeral) -> Found | None:
    """Read on to the upper end of "between 10 and 15", "15 to 20", «10 إلى 15»."""
    words, lex = document.words, number_words()
    if found.last >= len(words) or not (words[found.last] in lex.middles or words[found.last][0] == "و"):
        return None
    for opening, middle in lex.ranges:
        start = found.first - len(opening)
        if start < 0 or not _same(words[start : found.first], opening):
            continue
        at, prefix = found.last, 0
        if at >= len(words):
            return None
        if words[at] == middle:
            at += 1
        elif middle == "و" and opening and words[at][0] == "و":
            prefix = 1
        else:
            continue
        if middle == "-" and not (number.figures and at < len(words) and words[at][0].isdigit()):
            continue
        rest = [words[at][prefix:], *words[at + 1 : at + 12]] if prefix else None
        upper = read_numeral(rest, 0) if rest else read_numeral(words, at, document.touches)
        if upper is None:
            continue
        last, high = upper[1] + (at if rest else 0), upper[0].value
        low = found.low or 0.0
        if (
            high < 1000 <= high * 1000
            and 0 < low < 1000
            and high > low
            and last - at > 1
            and words[last - 1] in lex.scales
        ):
            pass
        if middle == "-" and (last < len(words) and words[last] == "-" and document.touches(last)):
            return None
        scale = lex.scales.get(words[last - 1], 1.0) if last - at > 1 else 1.0
        if scale > 1 and low < high / scale and low * scale < high and found.last - found.first == 1:
            low *= scale  # "two to three thousand"
        if high <= low or (middle in _ALTERNATIVES and high > _ALIKE * low):
            continue
        return found._replace(last=last, low=low, high=high, rule="range")
    return None


def _same(words: list[str], phrase: tuple[str, ...]) -> bool:
    """Return whether the words are the phrase, with or without a conjunction written onto it."""
    return tuple(words) == phrase or (len(words) == 1 == len(phrase) and words[0] in ("و" + phrase[0], "ف" + phrase[0]))


def repeated(document: Document, found: Found) -> Found:
    """Take in the same number said again: "45 (forty-five)"."""
    words, at = document.words, found.last
    if at + 2 < len(words) and words[at] == "(":
        again = read_numeral(words, at + 1)
        if again and again[0].value == found.low == found.high and words[again[1] : again[1] + 1] == [")"]:
            return found._replace(last=again[1] + 1)
    return found


def bounded(document: Document, found: Found) -> tuple[Found, int, int]:
    """Apply "at least", "or more"; return the number and its words with modifiers."""
    words, lex = document.words, number_words()
    first, last, rule = found.first, found.last, found.rule
    openings = {opening for opening, _ in lex.ranges if opening}
    if rule == "range":
        for opening in openings:
            if tuple(words[max(0, first - len(opening)) : first]) == opening:
                first -= len(opening)
                break
    bracketed = first > 0 and words[first - 1] == "(" and words[last : last + 1] == [")"]
    if bracketed and (bound := _before(words, first - 1)):
        return _with_bound(found, bound[0]), bound[1], last + 1  # "more than (20) people"
    joined = found.prefix == 1 and words[first][0] == "و"  # what stands before "and six" is of those before
    bound = (None if joined else _before(words, first)) or ("", first)
    trailing = lex.after.at(words, last)
    if not trailing and last < len(words) and words[last] == "-":
        trailing = lex.after.at(words, last + 1)
    if trailing and trailing[1] > last + 2 and read_numeral(words, trailing[1]):
        trailing = None  # "5000 or less than 6000"
    if trailing and words[trailing[1] : trailing[1] + 1] and words[trailing[1]] in _THAN:
        trailing = trailing if read_numeral(words, trailing[1] + 1) is None else None  # شهيدين وأكثر من 5 جرحى
    if trailing:
        last = trailing[1]
    kind = bound[0] if bound[0] not in ("", "about", "exactly") else (trailing[0] if trailing else bound[0])
    return _with_bound(found, kind), bound[1], last


_THAN = frozenset(("than", "من"))  # "or more than ten"
_QUALIFIERS = 2  # words between what is counted and "at least": «خمسة أشخاص مدنيين على الأقل»


def bounded_behind(document: Document, found: Found, noun: int) -> Found:
    """Apply a bound that stands behind what is counted: "five people at least"."""
    words, lex = document.words, number_words()
    if found.rule not in ("exact", "about", "range"):
        return found
    behind = noun + 1
    if words[behind + 1 : behind + 2] == ["-"] and words[behind + 2 : behind + 3] and words[behind + 2].isdigit():
        behind += 3  # the make of a thing: «5 دبابات تي-62 على الأقل»
    for at in range(behind, min(behind + 1 + _QUALIFIERS, len(words))):
        if bound := lex.after_noun.at(words, at):
            following = words[bound[1]] if bound[1] < len(words) else ""
            goes_on = read_numeral(words, bound[1])
            if following in _THAN or (goes_on is not None and not goes_on[0].prefix):
                return found  # "five people, at least two of them children"; not "five people at least and two guards"
            return _with_bound(found, bound[0])
        if words[at].isascii() or not words[at][0].isalpha() or lex.before.at(words, at):
            return found  # adjectives stand between in Arabic alone
    return found


def _before(words: list[str], first: int) -> tuple[str, int] | None:
    lex = number_words()
    if found := lex.before.ending(words, first):
        inner = lex.before.ending(words, found[1]) if found[0] == "about" else None
        return inner or found
    if first and "\u0620" <= words[first - 1][:1] <= "\u064a":
        for cut in (5, 4, 3, 2, 1):
            shortened = [*words[max(0, first - cut) : first]]
            shortened[0] = shortened[0][1:]
            if found := lex.before.ending(shortened, len(shortened)):
                return found[0], first - len(shortened) + found[1]
    return None


def _with_bound(found: Found, kind: str) -> Found:
    low, high = found.low, found.high
    if kind == "more_than":
        return found._replace(high=None if found.rule != "range" else high, rule="more_than")
    if kind == "at_least":
        return found._replace(high=None if found.rule != "range" else high, rule="at_least")
    if kind in ("at_most", "less_than") and found.rule in ("exact", "range"):
        return found._replace(low=None if found.rule != "range" else low, rule="at_most")
    if kind == "about" and found.rule == "exact":
        return found._replace(rule="about")
    return found

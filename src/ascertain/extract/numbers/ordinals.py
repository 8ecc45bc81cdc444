"""Ordinals: "21st", "twenty-first", «الحادي والعشرين»."""

from collections.abc import Sequence

from ascertain.extract.numbers.numerals import Numeral, particles, read_numeral
from ascertain.languages.numbers import number_words

_TEN = frozenset(("عشر", "عشره"))
_HYPHEN = "-"


def read_ordinal(words: Sequence[str], index: int) -> tuple[Numeral, int] | None:
    """Return the ordinal at word `index` ("21st", "twenty-first", «الحادي والعشرين»), and the index after it."""
    lex = number_words()
    word = words[index]
    if word.isdecimal() and index + 1 < len(words) and words[index + 1] in lex.grammar["ordinal_suffixes"]:
        return Numeral(float(word), True, 0, False), index + 2
    cut = particles(word, lex.ordinals)
    if cut >= 0:
        value, after = lex.ordinals[word[cut:]], index + 1
        if after < len(words) and value < 10:
            tail = words[after]
            if tail in _TEN:
                return Numeral(value + 10, False, cut, False), after + 1
            if tail == "و" and after + 1 < len(words):
                tail, after = "و" + words[after + 1], after + 1
            bare = tail[3:] if tail.startswith("وال") else tail[1:] if tail.startswith("و") else ""
            if 20 <= lex.cardinals.get(bare, 0) < 100:
                return Numeral(value + lex.cardinals[bare], False, cut, False), after + 1
        return Numeral(value, False, cut, False), index + 1
    found = read_numeral(words, index)
    if found and not found[0].figures and not found[0].fraction:
        after = found[1]
        if after < len(words) and words[after] in (_HYPHEN, "and") and after + 1 < len(words):
            after += 1
        last = lex.ordinals.get(words[after]) if after < len(words) else None
        if last and words[after].isascii() and last < 20 and (found[0].value % 10 == 0):
            return Numeral(found[0].value + last, False, 0, False), after + 1
    return None

"""Which words may begin a count, and numbers that are names: of roads, waymarks, resolutions, quarters."""

from functools import cache

from ascertain.extract.numbers.numerals import particles
from ascertain.languages.numbers import Noun, number_words

_WAYMARK = "waymarks"  # the packs' name for what numbers places along a road
_DIVISION = "divisions"  # ... and for what books and plans are divided into
_PAIR = 2
_OF_TWO = "ين"  # the ending of two or many that "two" makes plain behind it


class _Starts(dict[str, bool]):
    """Which words may begin a count; remembers each word that it was asked for."""

    def __missing__(self, word: str) -> bool:
        known = word[0].isdigit() or self._in_tables(word)
        if len(self) < 200_000:
            self[word] = known
        return known

    @staticmethod
    def _in_tables(word: str) -> bool:
        return particles(word, _first_words()) >= 0 or ((noun := noun_at(word)) is not None and noun.number == 2)


@cache
def _first_words() -> frozenset[str]:
    lex = number_words()
    tables = (lex.cardinals, lex.scales, lex.teens, lex.grammar["one"], lex.fractions)
    return frozenset().union(*tables, lex.fixed.first_words, lex.nothing.first_words)


STARTS = _Starts()


def noun_at(word: str) -> Noun | None:
    """Return what is known of a word as a counted noun, without its particles."""
    nouns = number_words().nouns
    cut = particles(word, nouns)
    return nouns[word[cut:]] if cut >= 0 else None


def is_waymark_before(words: list[str], first: int) -> bool:
    """Return whether a number names a place along a road: "Km 4", «كيلو أربعة»; not behind a length ("20 km 3")."""
    label = number_words().labels.ending(words, first)
    if label is None or label[0] != _WAYMARK:
        return False
    return label[1] == 0 or not (words[label[1] - 1][0].isdigit() or STARTS[words[label[1] - 1]])


def counts_noun_before(words: list[str], first: int) -> bool:
    """Return whether "one" or "two" counts the noun before it and opens no time: «مدنيين اثنين | اليوم»."""
    value = number_words().cardinals.get(words[first])
    if value is None or value > _PAIR or not first or not "\u0620" <= words[first][0] <= "\u064a":
        return False
    before = words[first - 1]
    return noun_at(before) is not None or (value == _PAIR and before.endswith(_OF_TWO) and not STARTS[before])


def _is_division(words: list[str], first: int, last: int) -> bool:
    """Return whether a number in words says which part it is: "chapter two", not "in this phase two towns fell"."""
    lex = number_words()
    label = lex.labels.ending(words, first)
    if label is None or label[0] != _DIVISION:
        return False
    pointed_at = label[1] > 0 and words[label[1] - 1] in lex.grammar["determiners"]
    return not pointed_at and (last >= len(words) or noun_at(words[last]) is None)


def is_label_before(words: list[str], first: int, last: int) -> bool:
    """Return whether the number in words [first, last) is a name: "highway 7", "chapter two", «حي الأربعين»."""
    lex = number_words()
    if is_waymark_before(words, first) or _is_division(words, first, last):
        return True
    if not (words[first][0].isdigit() or words[first].startswith("ال")):
        return False
    if (label := lex.labels.ending(words, first)) and label[0] != _WAYMARK:
        return True
    listed = first >= 3 and words[first - 1] in lex.grammar["and"] and words[first - 2][0].isdigit()
    return listed and lex.labels.ending(words, first - 2) is not None

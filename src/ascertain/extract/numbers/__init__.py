"""How many: numerals, counts and what is counted, in every language at once."""

from ascertain.extract.numbers.counts import CountWords, counts_people_or_things, find_counts, implied_count
from ascertain.extract.numbers.numerals import Numeral, read_numeral
from ascertain.extract.numbers.ordinals import read_ordinal

__all__ = [
    "CountWords",
    "Numeral",
    "counts_people_or_things",
    "find_counts",
    "implied_count",
    "read_numeral",
    "read_ordinal",
]

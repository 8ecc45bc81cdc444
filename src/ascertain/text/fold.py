"""Folding: one spelling for the many that writers use.

Two steps, so that offsets survive. `fold_characters` replaces character by character and never changes the length of
a text: case, Arabic letter variants, Arabic-Indic and Persian digits, quotation marks and dashes. `fold_word` then
drops what has no width of its own (diacritics, tatweel, joiners, bidi controls) from a single word.
"""

import re
import unicodedata
from functools import lru_cache

# Chained str.replace is 25 times as fast as str.translate on Arabic text (docs/adr/0002-folding.md); a
# replacement whose character is absent costs one scan.
_PAIRS = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ې", "ي"), ("ک", "ك"), ("ڪ", "ك"),
    ("ة", "ه"), ("ۀ", "ه"), ("ہ", "ه"), ("ؤ", "و"), ("ئ", "ي"), ("گ", "ك"), ("ڤ", "ف"), ("پ", "ب"), ("چ", "ج"),
    ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("`", "'"), ("ʻ", "'"), ("´", "'"), ("“", '"'), ("”", '"'), ("„", '"'),
    ("–", "-"), ("—", "-"), ("‑", "-"), ("‐", "-"), ("−", "-"),
    ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u3000", " "),
    *((chr(0x0660 + digit), str(digit)) for digit in range(10)),
    *((chr(0x06F0 + digit), str(digit)) for digit in range(10)),
)  # fmt: skip

_SHORT, _TABLE = 48, str.maketrans(dict(_PAIRS))  # characters of a phrase, for which one pass is faster than fifty

WIDTHLESS = "".join(
    [chr(code) for code in range(0x064B, 0x0660)]
    + ["\u0640", "\u0670", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\ufeff", "\u061c", "\u00ad"]
    + [chr(code) for code in range(0x202A, 0x202F)]
    + [chr(code) for code in range(0x2066, 0x206A)]
)
_HALF = re.compile("[\ud800-\udfff]")
# What `fold_word` may change.
MARKED = re.compile(f"[{WIDTHLESS}\u00c0-\u024f\u1e00-\u1eff]")
_DROP = {ord(character): None for character in WIDTHLESS}


def fold_characters(text: str) -> str:
    """Return `text` folded character by character; the result has the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ", and it alone, lowers to two code points
        lowered = "İ".join(part.lower() for part in text.split("İ"))
    if lowered.isascii():
        return lowered
    try:
        lowered.encode()  # a tenth of what the pattern takes
    except UnicodeEncodeError:
        lowered = _HALF.sub("\ufffd", lowered)  # half of a surrogate pair, which no library can take
    if len(lowered) <= _SHORT:
        return lowered.translate(_TABLE)
    for old, new in _PAIRS:
        lowered = lowered.replace(old, new)
    return lowered


@lru_cache(maxsize=1 << 17)
def fold_word(word: str) -> str:
    """Return a word, already folded by characters, without marks that have no width, and Latin accents."""
    if word.isascii() or not MARKED.search(word):
        return word
    word = word.translate(_DROP)
    if any("\u00c0" <= character <= "\u024f" or "\u1e00" <= character <= "\u1eff" for character in word):
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word


def fold(phrase: str) -> str:
    """Return a phrase folded as a pack's entry is: characters, then words; short ones are remembered."""
    return _fold_short(phrase) if len(phrase) <= _SHORT else fold_word(fold_characters(phrase))


@lru_cache(maxsize=1 << 16)
def _fold_short(phrase: str) -> str:
    return fold_word(fold_characters(phrase))

"""The consonants of a name, the same for its Arabic and its Latin spellings.

Tanf, التنف: tnf. Sounds that writers confuse (kh, k and q; s and sh; t and th; d and dh; g, gh and j) are one; vowels,
w, y, h and the glottal stops fall out; doubled consonants are single. A skeleton proposes: several names share one, and
the spelling (`likeness`) decides.
"""

import re
from functools import lru_cache

from rapidfuzz import fuzz

_ARABIC = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "", "خ": "k", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s",
    "ش": "s", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "", "و": "", "ي": "", "ا": "", "ء": "",
}  # fmt: skip
_LETTERS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ا": "a", "ء": "",
}  # fmt: skip
_LATIN = (
    (re.compile(r"kh|q|c(?![hei])|ck|x"), "k"), (re.compile(r"tch|ch|sh|sch"), "s"), (re.compile(r"gh"), "g"),
    (re.compile(r"th"), "t"), (re.compile(r"dh|z(?=z)"), "d"), (re.compile(r"ph|v"), "f"), (re.compile(r"p"), "b"),
    (re.compile(r"c"), "s"), (re.compile(r"[^bdfgjklmnrstz]"), ""),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_ARABIC_TABLE = str.maketrans(_ARABIC)
_LETTER_TABLE = str.maketrans(_LETTERS)
_NOT_LETTERS = re.compile(r"[^a-z]")


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Return the consonants of one key word, in either script; empty for another script."""
    if "\u0621" <= word[:1] <= "\u06ff":
        bones = _NOT_LETTERS.sub("", word.translate(_ARABIC_TABLE))
    elif word.isascii():
        bones = word
        for pattern, letter in _LATIN:
            bones = pattern.sub(letter, bones)
    else:
        return ""
    return _DOUBLE.sub(r"\1", bones.replace("j", "g"))


def romanised(key: str) -> str:
    """Return a key in Latin letters, roughly: the vowels that Arabic does not write stay out."""
    return " ".join(word.translate(_LETTER_TABLE) if "\u0621" <= word[:1] <= "\u06ff" else word for word in key.split())


_SOUNDS = (
    (re.compile(r"kh|q|ck"), "k"), (re.compile(r"gh"), "g"), (re.compile(r"sh|ch"), "s"), (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"), (re.compile(r"ou|oo|w|o|u"), "u"), (re.compile(r"ee|ei|ai|ay|ie|y|e|i"), "i"),
    (re.compile(r"h(?![aeiou])"), ""), (re.compile(r"j"), "g"), (re.compile(r"p"), "b"), (re.compile(r"v"), "f"),
    (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


_BORNE = re.compile(r"\ba([ui])")  # an alif that only bears the vowel behind it: أوو, إيلات


@lru_cache(maxsize=100_000)
def sounds(key: str) -> str:
    """Return a key with the letters that writers confuse made one, vowels kept."""
    text = _BORNE.sub(r"\1", romanised(key)) if not key.isascii() else key
    for pattern, letter in _SOUNDS:
        text = pattern.sub(letter, text)
    return text


def likeness(key: str, other: str) -> float:
    """Return how alike two keys sound, 0 to 1; two Arabic ones, in which no gh is written for j, no more than look."""
    alike = float(fuzz.ratio(sounds(key), sounds(other)))
    if not (key.isascii() or other.isascii()):
        alike = min(alike, float(fuzz.ratio(key, other)))
    return alike / 100.0

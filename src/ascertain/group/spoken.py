"""Names that sound alike in two scripts: of the dead, of commanders, of quarters that no gazetteer has.

Two texts in two languages share no words, but سليم القرموز and "Saleem al-Qarmouz" are one man. Of each text two words
that stand side by side are kept by their consonants (`knowledge.gazetteer.skeleton`): in Latin script those that begin
with a capital, as names do; in another any two of which one is rare. What both scripts have, and few texts, tells that
two of them are about one event.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ascertain.group.words import REACH, written
from ascertain.knowledge.gazetteer.compile import usual_words
from ascertain.knowledge.gazetteer.skeleton import skeleton
from ascertain.model import Claim, Item
from ascertain.text.fold import fold_word

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_PARTS = frozenset("al el ar as ash at ad an az ez bin ibn ben abu of".split())
_ARTICLES = ("al-", "el-")
_PREFIXES = ("وال", "بال", "لل", "ال")
_FAR = 10  # characters between two words that stand side by side, an article among them
_BETWEEN = re.compile(r"[ '\u0640-]{1,6}(?:(?:al|el|ar|as|ash|at|ad|an|az|ez|bin|ibn|ben)[ -])?")
_LEAST_EACH, _LEAST_BOTH = 2, 5  # consonants
_USUAL = 10  # tenths of log10 of the count in a million from which a word is taken for itself and not for a name
_MOST = 12  # tellings; what more have is no one person's name
_LATIN = 0.2  # the share of other letters up to which a text is in Latin script ...
_LIKELY = 0.5  # ... and up to which it may be without what is the page's


class Spoken(NamedTuple):
    """Two names side by side, by their consonants, and where the second begins."""

    sound: str
    start: int


class Names:
    """The names that a collection has in Latin script, by which those in others are looked for."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Take the names of the items in Latin script."""
        self._latin: dict[str, set[str]] = {}
        likely = ((item, written(item)) for item in items if _others(item.text) < _LIKELY)
        for item, flat in likely:
            for before, bones, _ in _in_latin(item.text, flat) if _is_latin(flat) else ():
                self._latin.setdefault(before, set()).add(bones)

    def of(self, item: Item, flat: str) -> "tuple[bool, list[Spoken]]":
        """Return whether an item is in Latin script, and the names in it; `flat` is what is `written` in it."""
        if _is_latin(flat):
            return True, [Spoken(f"{before} {bones}", start) for before, bones, start in _in_latin(item.text, flat)]
        return False, list(self._in_other(flat)) if self._latin else []

    def _in_other(self, flat: str) -> Iterator[Spoken]:
        wanted = self._latin
        bones = [_bones(word) for word in _WORD.findall(flat)]
        if not any(after[0] in wanted[before[0]] for before, after in pairwise(bones) if before[0] in wanted):
            return
        for (one, before), (other, after) in pairwise(zip(_WORD.finditer(flat), bones, strict=True)):
            rare = not (before[1] and after[1])
            if rare and after[0] in wanted.get(before[0], ()) and _are_side_by_side(flat, one.end(), other.start()):
                yield Spoken(f"{before[0]} {after[0]}", other.start())


def near(spoken: Sequence[Spoken], claims: Sequence[Claim], alone: bool) -> frozenset[str]:
    """Return the names that belong to a telling: all of an item that has one, else those about its claims."""
    if alone or not spoken:
        return frozenset(one.sound for one in spoken)
    spans = [(claim.quote.start - REACH, claim.quote.end + REACH) for claim in claims]
    return frozenset(one.sound for one in spoken if any(start <= one.start < end for start, end in spans))


def in_both_scripts(bags: Sequence[tuple[bool, frozenset[str]]]) -> list[dict[str, float]]:
    """Return of the names of each telling, in Latin script or not, those in both scripts, with how rare they are."""
    spread = Counter(sound for _, bag in bags for sound in bag)
    latin = frozenset[str]().union(*(bag for is_latin, bag in bags if is_latin))
    other = frozenset[str]().union(*(bag for is_latin, bag in bags if not is_latin))
    worth = {sound: math.log(len(bags) / spread[sound]) for sound in latin & other if spread[sound] <= _MOST}
    return [{sound: worth[sound] for sound in sorted(bag & worth.keys())} for _, bag in bags]


def _others(text: str) -> float:
    """Return about which share of a text's letters are in another script than Latin: two bytes each, and more."""
    return (len(text.encode(errors="replace")) - len(text)) / max(1, len(text) - text.count(" "))


def _is_latin(flat: str) -> bool:
    return _others(flat) < _LATIN


def _in_latin(text: str, flat: str) -> Iterator[tuple[str, str, int]]:
    before, end = "", 0
    for match in _WORD.finditer(flat):
        if match[0] in _PARTS:
            continue
        start = match.start()
        named = text[start].isupper() or (match[0].startswith(_ARTICLES) and text[start + 3].isupper())
        bones = _bones(match[0])[0] if named else ""
        if _are_names(before, bones) and _are_side_by_side(flat, end, start):
            yield before, bones, start
        before, end = bones, match.end()


def _are_names(before: str, bones: str) -> bool:
    return len(before) >= _LEAST_EACH and len(bones) >= _LEAST_EACH and len(before) + len(bones) >= _LEAST_BOTH


def _are_side_by_side(flat: str, end: int, start: int) -> bool:
    return start - end <= _FAR and _BETWEEN.fullmatch(flat, end, start) is not None


@lru_cache(maxsize=1 << 17)
def _bones(word: str) -> tuple[str, bool]:
    """Return the consonants of a word without its article, and whether it is an everyday word."""
    word = fold_word(word).replace("'", "")
    word = word[3:] if word.startswith(_ARTICLES) else word
    word = word.replace("-", "")
    if not word.isascii():
        prefix = next((one for one in _PREFIXES if word.startswith(one) and len(word) - len(one) > 2), "")
        word = word[len(prefix) :]
    return skeleton(word), word in usual_words(_USUAL)

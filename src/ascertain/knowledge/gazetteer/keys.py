"""The key of a name: one spelling for the many that differ in article, hyphen, apostrophe or accent.

At Tanf, al-Tanf, Al Tanf and el Tanf have one key; so do التنف, والتنف and بالتنف. A text is turned into a stream of
the same
keys, each of which remembers its words, so that names are looked up by one pass of an automaton over the stream.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ascertain.text import Document
from ascertain.text.fold import WIDTHLESS

# The Arabic article as it is written in Latin letters, with the sounds before which each form stands.
_ARTICLES = {
    "al": "", "el": "", "ul": "", "ar": "r", "er": "r", "as": "s", "es": "s", "ash": "sh", "esh": "sh", "ach": "ch",
    "at": "t", "et": "t", "ath": "th", "eth": "th", "ad": "d", "ed": "d", "adh": "dh", "an": "n", "en": "n", "az": "z",
    "ez": "z", "ud": "d", "us": "s",
}  # fmt: skip
_ALWAYS = frozenset({"al", "el"})
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "mts": "mounts", "pt": "point", "&": "and"}
# The commonest words of Arabic and Aramaic place names, each in the spelling that most writers use.
_VARIANTS = {
    variant: usual
    for usual, variants in {
        "tal": "tall tell tel",
        "deir": "dayr dair deyr der",
        "kafr": "kefr kafar kfar kufr",
        "ain": "ayn ein eyn aain",
        "abu": "abou abo",
        "um": "umm oum",
        "jabal": "jebel gebel djebel jabel gabal",
        "sheikh": "shaykh sheik shaikh cheikh shekh",
        "beit": "bayt bait beyt",
        "wadi": "ouadi uadi oued",
        "khirbet": "khirbat kharbat khurbat kherbet",
        "qalat": "qalaat kalat",
        "bab": "baab",
        "ras": "raas",
        "nahr": "naher",
        "jisr": "jisir jesr",
        "maarat": "maaret marat maarrat maarret maarra",
        "hawl": "hol hole houl",
        "zor": "zawr zour zur",
        "nabi": "naby nebi",
        "tariq": "tareeq",
        "saraqib": "saraqeb saraqub",
    }.items()
    for variant in variants.split()
}
_ABBREVIATED = frozenset(_SHORT) | frozenset("abcdefghijklmnopqrstuvwxyz")
_WRITTEN_ON = re.compile(r"^([وف]?)([بك]?)(ال|لل)(?=\w{3})")
_PARTICLE = re.compile(r"^(?:[وف][بلك]?|[بلك])(?=\w{3})")
_APOSTROPHES = str.maketrans("", "", "'")
JOINERS = frozenset("-_'/")
# "And Umm Durman", "in Umm Durman": the one word of two letters that begins many names.
_MOTHER = frozenset({"وام", "بام", "لام", "فام"})
_EDGE = "  "
_SHORTEST = 3  # letters of a name behind an article or one of the words that many names begin with
_HEADS = ("كفر", "تل", "خان", "عين", "دير", "بيت", "باب", "ابو", "ام", "جسر", "راس", "بير", "قصر")
_MAY_BE_HEADS = (*_HEADS, *(particle + head for particle in "وفبلك" for head in _HEADS))
# Words that a key may pass over; a name without any is keyed word by word.
_PLAIN = frozenset(_ARTICLES) | JOINERS | {"."}


class Keyed(NamedTuple):
    """A key of a stream: the words [first, last) it stands for, the offset of its name and whether it had the article.

    `particle` tells that a preposition or conjunction is written onto the word.
    """

    key: str
    first: int
    last: int
    start: int
    article: bool
    particle: str


def is_arabic(word: str) -> bool:
    """Return whether a folded word begins with an Arabic letter."""
    return "\u0621" <= word[:1] <= "\u06ff"


def name_key(words: Sequence[str]) -> tuple[str, ...]:
    """Return the key of a name, given its folded words (`Document(name).words`)."""
    if _PLAIN.isdisjoint(words):
        return tuple(map(word_key, words))
    kept: list[str] = []
    last = len(words) - 1
    for index, word in enumerate(words):
        if word in JOINERS or (word == "." and kept):
            continue
        if index < last and word in _ARTICLES and _assimilates(word, _next_letters(words, index)):
            continue
        kept.append(word_key(word))
    return tuple(kept)


def _next_letters(words: Sequence[str], index: int) -> str:
    following = words[index + 1]
    if following in JOINERS and index + 2 < len(words):
        following = words[index + 2]
    return following


def has_article(words: Sequence[str]) -> bool:
    """Return whether a name, given its folded words, is written with the Arabic article in front."""
    first = words[0] if words else ""
    if is_arabic(first):
        return first.startswith("ال") and len(first) >= 5
    return len(words) > 1 and first in _ARTICLES and _assimilates(first, _next_letters(words, 0))


def _assimilates(article: str, following: str) -> bool:
    return article in _ALWAYS or (bool(_ARTICLES[article]) and following.startswith(_ARTICLES[article]))


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """Return the key of one folded word: without article, apostrophes and the English possessive."""
    if is_arabic(word):
        return word[2:] if word.startswith("ال") and len(word) >= 5 else word
    if "'" in word:
        word = (word[:-2] if word.endswith("'s") else word).translate(_APOSTROPHES) or word
    return _SHORT.get(word) or _VARIANTS.get(word, word)


class KeyStream:
    """The keys of a document, and the text of them that an automaton runs over.

    `begins_name` tells which Arabic keys begin a known name: a particle is cut off a word only where what is left
    begins one and the whole does not.
    """

    def __init__(
        self, document: Document, begins_name: "Beginnings", nominative: Callable[[str], str] | None = None
    ) -> None:
        """Key the words of `document`; `nominative` leads an inflected word in capitals to the form that is listed."""
        self.document = document
        self.keys: list[str] = []
        self.words: list[int] = []
        self._articles: dict[int, int] = {}
        self._joined: dict[int, str] = {}
        plain, plainly = begins_name.memo, begins_name.memo.get
        words = document.words
        keys, places = self.keys, self.words
        pending = -1
        for index, word in enumerate(words):
            key = plainly(word)
            if key is None:
                key = plain[word] = begins_name.key(word)
            if not key:  # a joiner, an article or a full stop: what it is depends on its neighbours
                dropped, article = self._dropped(index)
                if dropped:
                    pending = index if article and pending < 0 else pending
                    continue
                key = word
            elif nominative is not None and not key.isascii() and document.text[document.starts[index]].isupper():
                key = nominative(key)
            if pending >= 0:
                self._articles[len(keys)] = pending
                pending = -1
            if _EDGE in key:  # two words of a name, written as one
                first, _, key = key.partition(_EDGE)
                self._joined[len(keys)] = first + key if word.endswith(first + key) else f"{first}ال{key}"
                keys.append(first)
                places.append(index)
            keys.append(key)
            places.append(index)
        self.padded = f" {_EDGE.join(keys)} " if keys else ""
        self.positions = [0, *accumulate(len(key) + 2 for key in keys)]

    def _dropped(self, index: int) -> tuple[bool, bool]:
        """Return whether word `index` is passed over, and whether it is so because it is an article."""
        document = self.document
        words = document.words
        word = words[index]
        if index + 1 >= len(words):
            return word in JOINERS or word == ".", False
        touching = document.touches(index + 1)
        if word == ".":
            return index > 0 and document.touches(index) and words[index - 1] in _ABBREVIATED, False
        if word in JOINERS:
            return (touching and (word == "'" or document.touches(index))) or word == "'", False
        hyphened = touching and words[index + 1] == "-"
        following = words[index + 2] if hyphened and index + 2 < len(words) else words[index + 1]
        if word not in _ARTICLES or not following[:1].isalpha():
            return False, False
        if not _assimilates(word, following) and not self._inside_name(index, hyphened):
            return False, False
        article = (
            hyphened
            or document.text[document.starts[index]].isupper()
            or word in _ALWAYS
            or self._inside_name(index, True)
        )
        return article, article

    def _inside_name(self, index: int, hyphened: bool) -> bool:
        """Return whether an article in its wrong form ("Dayr Ar Zawr") stands within a capitalised name."""
        document = self.document
        if index == 0 or len(document.words[index]) != 2 or document.words[index] in ("an", "as", "at", "en", "us"):
            return False
        capital = document.text[document.starts[index]].isupper() or hyphened
        return capital and document.text[document.starts[index - 1]].isupper() and document.words[index - 1].isalpha()

    def is_torn(self, first: int, last: int) -> bool:
        """Return whether the keys [first, last) begin or end inside a word that holds two."""
        return bool(self._joined) and (first - 1 in self._joined or last - 1 in self._joined)

    def span(self, first: int, last: int) -> Keyed:
        """Return the keys [first, last) as one, with its words in the document and its offset in the text."""
        document = self.document
        begin = self._articles.get(first, self.words[first])
        word = document.words[self.words[first]]
        start, particle, article = document.starts[begin], "", first in self._articles
        if is_arabic(word):
            particle, article = _written_on(word, self._joined.get(first) or self.keys[first])
            if particle:
                start += raw_length(document, begin, len(particle))
        return Keyed(_EDGE.join(self.keys[first:last]), begin, self.words[last - 1] + 1, start, article, particle)


def _written_on(word: str, key: str) -> tuple[str, bool]:
    """Return the particles on a folded Arabic word, and whether it has the article, given its key."""
    if word == key:
        return "", word.startswith("ال") and len(word) >= 5
    cut = len(word) - len(key)
    head = word[:cut]
    if head.endswith("لل"):
        return head[:-1], True
    if head.endswith("ال"):
        return head[:-2], True
    return head, False


def raw_length(document: Document, index: int, letters: int) -> int:
    """Return how many characters of the text the first `letters` folded letters of word `index` take."""
    seen = 0
    raw = document.flat[document.starts[index] : document.ends[index]]
    for position, character in enumerate(raw):
        if character not in WIDTHLESS:
            if seen == letters:
                return position
            seen += 1
    return len(raw)


class Beginnings:
    """Which Arabic words begin or continue a known name; remembers the key of every word it was asked for."""

    limit = 400_000

    def __init__(self, known: "set[str] | frozenset[str]", is_name: Callable[[str], bool]) -> None:
        """Take the Arabic keys that begin a name, and what tells whether a key of several words is one."""
        self.known = known
        self.is_name = is_name
        self.memo: dict[str, str] = {}

    def key(self, word: str) -> str:
        """Return the key of a folded word, as names are listed; empty where its neighbours decide."""
        if len(self.memo) > self.limit:
            self.memo.clear()
        key = self._key(word)
        if key in self.known or ("ال" not in key[2:] and not key.startswith(_MAY_BE_HEADS)):
            return key
        particle = _PARTICLE.match(key)
        ways = (self._parted(key[cut:]) for cut in range((particle.end() if particle else 0) + 1))
        return next((way for way in ways if way), key)

    def _parted(self, word: str) -> str:
        """Return the key of a name of two words that are written as one (حفرالباطن, كفربطنا), or nothing."""
        head = next((head for head in _HEADS if word.startswith(head)), "")
        if head and len(word) - len(head) >= _SHORTEST and self.is_name(f"{head}{_EDGE}{word[len(head) :]}"):
            return f"{head}{_EDGE}{word[len(head) :]}"
        at = word.find("ال", 2)
        while 2 <= at <= len(word) - 2 - _SHORTEST:
            joined = f"{word[:at]}{_EDGE}{word[at + 2 :]}"
            if word[:at] in self.known and self.is_name(joined):
                return joined
            at = word.find("ال", at + 1)
        return ""

    def _key(self, word: str) -> str:
        if word in _ARTICLES or word in JOINERS or word == ".":
            return ""
        if not is_arabic(word):
            return word_key(word)
        if (written := _WRITTEN_ON.match(word)) and word not in self.known and word_key(word) == word:
            return word[written.end() :]
        key = word_key(word)
        if key in self.known or key != word:
            return key
        if word in _MOTHER:
            return "ام"
        particle = _PARTICLE.match(word)
        if particle:
            for cut in range(1, particle.end() + 1):
                rest = word_key(word[cut:])
                if rest in self.known and len(rest) >= 2:
                    return rest
        return key

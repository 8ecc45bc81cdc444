"""A text ready to be read: folded, split into words and sentences, every word with its place in the original."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import cast

from ascertain.text.arabic import prefix_length
from ascertain.text.disguise import disguised
from ascertain.text.fold import MARKED, WIDTHLESS, fold_characters, fold_word
from ascertain.text.links import links
from ascertain.text.sentences import sentence_breaks

# A word is a run of letters and the marks that ride on them; a number keeps its separators; anything else
# that is not space is a mark of its own. The genitive 's is a word, so that "Syria's" holds Syria. Words and figures
# that touch ("T-62", "10km") stay apart but adjacent.
_ARABIC = re.compile("[\u0620-\u064a]")
_TOKEN = re.compile(
    rf"([^\W\d_]+(?:(?:[{WIDTHLESS}\u0300-\u036f]|'(?!s\b)(?=[^\W\d_]))[^\W\d_]*)*"
    r"|\d+(?:[.,٫٬]\d+)*"
    r"|'s\b"
    r"|\S)"
)


_HASHTAG = re.compile(rf"#(?=\w)(?:\w|[{WIDTHLESS}])+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|(?<=[#_0-9])[a-z]+")


class Document:
    """The words of one text.

    `starts[i]`, `ends[i]` are the offsets of word i in `text`; `words[i]` is it folded. `furniture` is a sorted list of
    ranges that are left aside: no word is made of them, nor of links, accounts, and the marks of hashtags, whose
    words are read as words (#قصف_اسرائيلي is two). Disguised words (`ascertain.text.disguise`) are read as meant.
    """

    def __init__(self, text: str, furniture: tuple[tuple[int, int], ...] = ()) -> None:
        """Split `text`, leaving out `furniture`."""
        self.text = text
        self.flat = fold_characters(text)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.furniture = furniture
        self._split()

    def _split(self) -> None:
        position = 0
        for low, high, word in self._fences():
            self._split_plain(position, low)
            if word and low >= position:
                self._add(low, high, word)
            position = max(position, high)

    def _split_plain(self, low: int, high: int) -> None:
        if low >= high:
            return
        parts = _TOKEN.split(self.flat[low:high])  # what stands between words, a word, and so on
        edges = list(accumulate(map(len, parts), initial=low))
        words, starts, ends = parts[1::2], edges[1:-1:2], edges[2::2]
        if self._has_marks:
            words = [fold_word(word) for word in words]
        if "" in words:
            kept = [place for place, word in enumerate(words) if word]
            words = [words[place] for place in kept]
            starts, ends = ([of[place] for place in kept] for of in (starts, ends))
        self.words += words
        self.starts += starts
        self.ends += ends

    @cached_property
    def _has_marks(self) -> bool:
        """Whether any word has more than its letters: marks without width, accents."""
        return MARKED.search(self.flat) is not None

    def _add(self, start: int, end: int, word: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)

    def _fences(self) -> Iterator[tuple[int, int, str]]:
        """Yield the ranges that are no plain words, in order: left aside (without a word), or one word throughout."""
        flat = self.flat
        aside = [(low, high, "") for low, high in (*self.furniture, *links(flat))]
        words = list(disguised(flat))
        if "#" in flat:
            aside += self._hashtags()
        if words or len(aside) > len(self.furniture):
            aside = sorted([*aside, *words], key=lambda fence: (fence[0], -fence[1]))
        yield from aside
        yield len(flat), len(flat), ""

    def _hashtags(self) -> list[tuple[int, int, str]]:
        """Return the hash marks and underscores to leave out, and the words of tags that capitals tell apart."""
        fences = []
        for tag in _HASHTAG.finditer(self.flat):
            fences += [(at, at + 1, "") for at in range(tag.start(), tag.end()) if self.flat[at] in "#_"]
            for part in _CAMEL.finditer(self.text, tag.start() + 1, tag.end()):
                if part.end() - part.start() < tag.end() - tag.start() - 1 and part.group().isascii():
                    fences.append((part.start(), part.end(), self.flat[part.start() : part.end()]))
        return fences

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def quote(self, first: int, last: int) -> str:
        """Return the original's characters from word `first` up to but without word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def word_at(self, offset: int) -> int:
        """Return the first word that ends after `offset`."""
        return bisect_right(self.ends, offset)

    def words_in(self, start: int, end: int) -> range:
        """Return the words that touch the characters [start, end)."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def touches(self, index: int) -> bool:
        """Return whether word `index` follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences, as ranges of words [first, last)."""
        breaks = sentence_breaks(self.flat, self.words, self.starts, self.ends)
        edges = sorted({0, len(self.words), *breaks})
        return list(pairwise(edges))

    @cached_property
    def _sentence_edges(self) -> list[int]:
        return [first for first, _ in self.sentences]

    def sentence_of(self, index: int) -> int:
        """Return the number of the sentence that holds word `index`."""
        return bisect_right(self._sentence_edges, index) - 1

    @cached_property
    def stems(self) -> list[str]:
        """The words without Arabic particles and article; other words as they are."""
        return [word[cut:] if (cut := prefix_length(word)) else word for word in self.words]

    @cached_property
    def stem_starts(self) -> list[int]:
        """Where each stem starts in `text`: after the particles, whose letters may carry marks."""
        return [
            start + self._cut(index, len(word) - len(stem)) if len(stem) < len(word) else start
            for index, (start, word, stem) in enumerate(zip(self.starts, self.words, self.stems, strict=True))
        ]

    @cached_property
    def is_arabic(self) -> bool:
        """Whether any letter is of the Arabic script."""
        return not self.flat.isascii() and _ARABIC.search(self.flat) is not None

    def start_without(self, index: int, letters: int) -> int:
        """Return where word `index` starts in `text` without its first `letters` folded letters, less the article.

        وبالقصف without five letters starts at its article: a name is quoted with it.
        """
        if letters >= 2 and self.words[index][letters - 2 : letters] == "ال":
            letters -= 2
        return self.starts[index] + (self._cut(index, letters) if letters else 0)

    def _cut(self, index: int, letters: int) -> int:
        """Return how many characters of the original the first `letters` folded letters of a word take."""
        seen = 0
        raw = self.flat[self.starts[index] : self.ends[index]]
        for position, character in enumerate(raw):
            if character not in WIDTHLESS and (character.isalnum() or character == "'"):
                if seen == letters:
                    return position
                seen += 1
        return len(raw)


# Phrases that packs are full of: words with a space, a hyphen or a gap ("..") between, nothing to fold away. Of single
# letters there may be as many as disguise no word.
_PLAIN_WORD = "(?:[a-z]+|[\u0621-\u063a\u0641-\u064a]+|[\u0430-\u045f\u0491]+)"
_PLAIN_PHRASE = re.compile(rf"{_PLAIN_WORD}(?:(?:[ -]| - | \.\. ){_PLAIN_WORD})*")
_MOST_LETTERS = 2


@lru_cache(maxsize=1 << 16)
def words_of_phrase(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase as a document of its own has them; remembered, since phrases come again."""
    return _plain_words(fold_characters(phrase)) or tuple(Document(phrase).words)


def words_of_phrases(phrases: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the folded words of each of many phrases, which are folded as one text: far faster than one by one."""
    flats = fold_characters("\n".join(phrases)).split("\n")
    if len(flats) != len(phrases):  # a phrase has a line break
        return [words_of_phrase(phrase) for phrase in phrases]
    found = [_plain_words(flat) for flat in flats]
    odd = [place for place, words in enumerate(found) if words is None]
    for place, words in zip(odd, _split_together([phrases[place] for place in odd]), strict=True):
        found[place] = words
    return cast("list[tuple[str, ...]]", found)


_BETWEEN = "\x00"


def _split_together(phrases: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the words of each phrase, split as one text."""
    words = Document(f"\n{_BETWEEN}\n".join(phrases)).words
    edges = [-1, *(place for place, word in enumerate(words) if word == _BETWEEN), len(words)]
    if len(edges) - 1 != len(phrases):  # one has the mark itself, or there is none
        return [tuple(Document(phrase).words) for phrase in phrases]
    return [tuple(words[before + 1 : after]) for before, after in pairwise(edges)]


def _plain_words(flat: str) -> tuple[str, ...] | None:
    """Return the words of a folded phrase where it is as plain as most are."""
    if not _PLAIN_PHRASE.fullmatch(flat):
        return None
    words = _TOKEN.findall(flat) if "-" in flat or "." in flat else flat.split(" ")
    if len(words) > _MOST_LETTERS and 1 in map(len, words):
        letters = [word for word in words if len(word) == 1 and word not in "-."]
        if len(letters) > _MOST_LETTERS:
            return None
    return tuple(words)

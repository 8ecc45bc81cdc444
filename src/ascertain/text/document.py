"""A text ready to be read: folded, split into words and sentences, every word with its place in the original."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

from ascertain.text.arabic import prefix_length
from ascertain.text.fold import WIDTHLESS, fold_characters, fold_word
from ascertain.text.sentences import sentence_breaks

# A word is a run of letters and the marks that ride on them; a number keeps its separators; anything else
# that is not space is a mark of its own. The genitive 's is a word, so that "Syria's" holds Syria. Words and figures
# that touch ("T-62", "10km") stay apart but adjacent.
_ARABIC = re.compile("[\u0620-\u064a]")
_TOKEN = re.compile(
    r"\d+(?:[.,٫٬]\d+)*"
    r"|'s\b"
    rf"|[^\W\d_](?:[^\W\d_]|[{WIDTHLESS}\u0300-\u036f]|'(?!s\b)(?=[^\W\d_]))*"
    r"|\S"
)


class Document:
    """The words of one text.

    `starts[i]`, `ends[i]` are the offsets of word i in `text`; `words[i]` is it folded. `furniture` is a sorted list of
    ranges that are left aside: no word is made of them.
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
        flat, fences = self.flat, iter((*self.furniture, (len(self.flat), len(self.flat))))
        position = 0
        for low, high in fences:
            for match in _TOKEN.finditer(flat, position, low):
                word = fold_word(match.group())
                if word:
                    self.starts.append(match.start())
                    self.ends.append(match.end())
                    self.words.append(word)
            position = max(position, high)

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
            if character not in WIDTHLESS:
                if seen == letters:
                    return position
                seen += 1
        return len(raw)

"""People named in Arabic text, where no capital tells a name: by known first names, titles, lists and marks.

A name begins with a known first name, behind a title, as an item of a list or inside quotation marks or brackets, and
goes on over words that are no others': an unknown family name is told by being in no list of words (`vocabulary`).
Names are looked for generously, since most are there to be withheld.
"""

from typing import NamedTuple

from ascertain.extract.names.named import Named
from ascertain.extract.names.party_lexicon import PartyWord, naming
from ascertain.extract.names.phrases import is_a
from ascertain.extract.names.vocabulary import is_everyday, is_for_places, is_listed, is_very_common
from ascertain.text import Document, Hit
from ascertain.text.arabic import readings
from ascertain.text.fold import fold

_LONGEST = 6  # words of a name
_SHORTEST = 3  # letters of a word that may be a family name
_BEFORE_MARK = 3  # words before a mark among which one says that a person follows
_OPENING, _CLOSING = frozenset('"«([{‹“'), frozenset('"»)]}›”')
_COUNTING = frozenset(("", *"-_.)/•*#"))  # a tatweel between a figure and a name is read as no letter
_ON = "على"  # "on", folded like the name Ali
_AND = fold("و")
_ARTICLE = fold("ال")


def arabic_people(document: Document, hits: list[Hit[PartyWord]]) -> list[Named]:
    """Return the people whom Arabic text names, in order, none overlapping."""
    return _Reader(document, hits).read()


class _Extent(NamedTuple):
    """Where a name ends, how many of its parts look like names, and how many of them are known first names."""

    last: int
    parts: int
    known: int


class _Reader:
    """The words of a document as parts of names."""

    def __init__(self, document: Document, hits: list[Hit[PartyWord]]) -> None:
        self.document, self.words = document, document.words
        self.titles = {hit.last: hit for hit in hits if is_a(hit, "title", "office")}
        self.given: dict[int, Hit[PartyWord]] = {}
        self.taken: set[int] = set()  # words that name something else
        for hit in hits:
            if not is_a(hit, "given"):
                self.taken.update(range(hit.first, hit.last))
            elif hit.end - hit.start > 2 and (hit.first in self.titles or document.text[hit.start : hit.end] != _ON):
                self.given[hit.first] = hit

    def read(self) -> list[Named]:
        """Return the names, in order."""
        found: list[Named] = []
        at, listed = 0, -1  # `listed` is the word behind which a list of names is open
        words, announcing = self.words, naming().lists
        while at < len(words):
            if words[at] in announcing and self._announces(at):
                listed = at
            elif listed >= 0 and not self._goes_on(at - 1, listed):
                listed = -1
            named = self._named(at, 0 <= listed < at)
            if named is None:
                at += 1
                continue
            found.append(named)
            if listed >= 0:
                listed = named.last - 1
            at = named.last
        return found

    def _named(self, at: int, listed: bool) -> Named | None:
        """Return the person whose name begins at a word; `listed` tells that a list of names is open there."""
        titled = self.titles.get(at)
        if at and self.words[at - 1] in _OPENING and (closed := self._marked(at)) is not None:
            return self._person(at, closed, titled)
        if not self._may_be_name(at) or (titled is None and self._is_of_a_place(at)):
            return None
        last = self._as_a_whole(at, listed)
        if last is None:
            last = self._as_far_as_it_goes(at, listed)
        return self._person(at, last, titled) if last is not None else None

    def _as_a_whole(self, at: int, listed: bool) -> int | None:
        """Return where a name ends that is all there is up to the next mark: in a list, on a line, before an age."""
        whole = self._whole(at)
        if whole is None:
            return None
        counted, apart = self._is_counted(at), self._begins_line(at) or not self.words[at - 1][:1].isalpha()
        begins = (
            (listed and (whole.known or apart))
            or (counted and whole.known)
            or self._is_aged(whole.last)
            or (self._begins_line(at) and (self._surely_begins(at) or whole.known >= 2))
        )
        return whole.last if begins else None

    def _as_far_as_it_goes(self, at: int, listed: bool) -> int | None:
        """Return where a name ends of which only the words tell that it is one."""
        begun, titled = self._begins(at), self.titles.get(at)
        if not begun and (not self._is_name(at) or self.words[at].startswith((_ARTICLE, _AND))):
            return None
        name = self._extent(at)
        if titled is not None:
            private = any(tag.private for tag in titled.tags)
            alone = private and self._ends(name.last)
            begins = not self._is_of_a_place(titled.first) and (begun or name.known or alone)
        elif begun:
            sure = listed or name.known >= 2 or self._surely_begins(at)
            begins = self._is_counted(at) or (name.parts >= 2 and sure)
        else:
            begins = name.parts >= 2 and (listed or (name.known > 0 and name.parts > 2))
        return name.last if begins else None

    def _begins(self, at: int) -> bool:
        """Return whether a known first name stands at a word, without the article."""
        hit = self.given.get(at)
        return hit is not None and not self._before(hit).endswith(_ARTICLE)

    def _before(self, hit: Hit[PartyWord]) -> str:
        return self.document.flat[self.document.starts[hit.first] : hit.start]

    def _surely_begins(self, at: int) -> bool:
        """Return whether a known first name stands at a word that is no everyday word as well."""
        return self._begins(at) and self.words[at][len(self._before(self.given[at])) :] not in naming().words_too

    def _goes_on(self, at: int, listed: int) -> bool:
        """Return whether a list that is open behind `listed` still is behind a word: over marks and ages."""
        return at <= listed or not self.words[at][:1].isalpha() or self.words[at] in naming().ages

    def _whole(self, begin: int) -> _Extent | None:
        """Return the name that all words are up to the next mark, figure, line or "and", everyday ones among them."""
        at, known = begin, 0
        while at < len(self.words) and self._may_be_name(at) and not (at > begin and self._breaks(at)):
            known += at in self.given
            at = self.given[at].last if at in self.given else at + 1
        if begin < at < len(self.words) and self._begins(begin) and self._may_end(at):
            at += 1
        if not 2 <= at - begin <= _LONGEST or not (self._ends(at) or self._breaks(at)):
            return None
        return _Extent(at, at - begin, known)

    def _may_end(self, at: int) -> bool:
        """Return whether a word that means something else is the last of a name, as it stands alone behind one."""
        return "\u0620" <= self.words[at][0] <= "\u064a" and not self._breaks(at) and self._ends(at + 1)

    def _is_aged(self, at: int) -> bool:
        """Return whether an age stands at a word, as behind a bracket: (16 عاماً)."""
        near, ages = self.words[at : at + 4], naming().ages
        aged = any(word in ages for word in near)
        return aged and (any(word.isdigit() for word in near) or near[0] in _OPENING) and not near[0].isalpha()

    def _person(self, first: int, last: int, titled: Hit[PartyWord] | None) -> Named:
        private = titled is None or any(tag.private for tag in titled.tags)
        start = self.given[first].start if first in self.given else self.document.starts[first]
        return Named(first, last, "person", private, start - self.document.starts[first])

    def _announces(self, at: int) -> bool:
        """Return whether a list of names may follow a word."""
        end = at + 1
        ending_so = naming().lists.get(self.words[at], ())
        return any(tuple(self.words[max(0, end - len(phrase)) : end]) == phrase for phrase in ending_so)

    def _marked(self, at: int) -> int | None:
        """Return where a name ends that stands alone between marks, from a word behind the opening one."""
        last = at
        person = any(self._says_a_person(index) for index in range(max(0, at - 1 - _BEFORE_MARK), at - 1))
        while last < len(self.words) and last <= at + _LONGEST and self.words[last] not in _CLOSING:
            family = person and last > at and self._is_of_a_land(last)  # المدعو "فلان المصري"
            if not (self._may_be_name(last) or family) or self._begins_line(last):
                return None
            if last > at + 1 and self._is_the_next(last):
                break  # "فلان الفلاني وفلان الفلاني" are two
            last += 1
        if not 2 <= last - at <= _LONGEST or last >= len(self.words):
            return None
        if person:
            return last
        inside = any(word in naming().inside for word in self.words[at + 1 : last])
        sure = self._surely_begins(at) or (self._begins(at) and inside)
        return last if sure and not self._is_of_a_place(at - 1) else None

    def _is_of_a_land(self, at: int) -> bool:
        """Return whether a word says of which land or town somebody's family is, as many family names do."""
        return self.words[at].startswith(_ARTICLE) and self.words[at].endswith("ي")

    def _says_a_person(self, at: int) -> bool:
        word, behind = self.words[at], naming().behind
        return at + 1 in self.titles or word in behind or any(rest in behind for _, rest in readings(word))

    def _is_name(self, at: int) -> bool:
        """Return whether a word that is no known first name may be a part of a name: it is no other word at all."""
        word = self.words[at]
        return self._is_free(at) and len(word) >= _SHORTEST and not is_everyday(word)

    def _may_be_name(self, at: int) -> bool:
        """Return whether a word may be a part of a name where something else tells that one is there."""
        if at in self.given or self.words[at] in naming().inside:
            return True
        return self._is_free(at) and not is_very_common(self.words[at])

    def _is_free(self, at: int) -> bool:
        word = self.words[at]
        return at not in self.taken and "\u0620" <= word[0] <= "\u064a" and not is_listed(word)

    def _is_family(self, at: int) -> bool:
        """Return whether a word with the article may be a family name."""
        word = self.words[at]
        return word.startswith(_ARTICLE) and len(word) > 4 and self._is_free(at) and not is_very_common(word)

    def _extent(self, begin: int) -> _Extent:
        """Return how far the name goes that begins at a word, over words that are no others."""
        words, at, parts, known = self.words, begin, 0, 0
        while at < len(words) and at < begin + _LONGEST and not (at > begin and self._breaks(at)):
            if at in self.given:
                parts, known, at = parts + 1, known + 1, self.given[at].last
            elif at > begin and words[at] in naming().inside and at + 1 < len(words) and words[at + 1].isalpha():
                parts, at = parts + 1, at + (1 if self._breaks(at + 1) else 2)
            elif self._is_name(at):
                parts, at = parts + 1, at + 1
            elif self._is_family(at):
                parts, at = parts + (words[at].endswith("ي") or parts > 1), at + 1
            else:
                break
        if parts >= 2 and at < len(words) and not self._breaks(at) and self._may_be_name(at) and self._ends(at + 1):
            parts, at = parts + 1, at + 1  # an everyday word, behind which nothing follows
        return _Extent(at, parts, known)

    def _breaks(self, at: int) -> bool:
        """Return whether a name ends before a word: with the line, or with an "and" that brings the next name."""
        if self._begins_line(at):
            return True
        hit = self.given.get(at)
        return hit.start > self.document.starts[at] if hit is not None else self.words[at].startswith(_AND)

    def _is_the_next(self, at: int) -> bool:
        """Return whether a known first name stands behind an "and" written onto it."""
        hit = self.given.get(at)
        return hit is not None and self._before(hit) == _AND

    def _begins_line(self, at: int) -> bool:
        return at == 0 or "\n" in self.document.text[self.document.ends[at - 1] : self.document.starts[at]]

    def _ends(self, at: int) -> bool:
        """Return whether a line or sentence has ended before a word, or a mark or figure stands there."""
        return at == len(self.words) or self._begins_line(at) or not self.words[at][:1].isalpha()

    def _is_counted(self, at: int) -> bool:
        """Return whether a word begins an item of a numbered or marked list."""
        if self._begins_line(at):
            return False
        before = self.words[at - 1]
        if before.isdigit():
            return at < 2 or self._begins_line(at - 1) or self.words[at - 2] in _COUNTING
        return before in _COUNTING and (self._begins_line(at - 1) or self.words[at - 2].isdigit())

    def _is_of_a_place(self, at: int) -> bool:
        """Return whether a place is named: behind "town", or as the second word of a name (تل رفعت)."""
        return at > 0 and is_for_places(self.words[at - 1])

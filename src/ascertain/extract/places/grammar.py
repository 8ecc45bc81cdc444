"""What stands around a place name: feature words, sides, relations and distances.

Everything is looked up in the language's `places.toml`; what is fixed here is only on which side of a name a language
puts it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from ascertain.extract.places.reader import Reader
from ascertain.knowledge.gazetteer.keys import is_arabic, raw_length
from ascertain.languages.place_words import BEARING_DEG, Feature, place_words
from ascertain.text.arabic import prefix_lengths

_NUMBER = re.compile(r"^\d+(?:[.,٫]\d+)?$")
_LONGEST = 3


@dataclass
class Surroundings:
    """What was found around the words [first, last): `begin` and `end` are offsets of the whole expression."""

    first: int
    last: int
    begin: int
    end: int
    feature: Feature | None = None
    part: str | None = None
    relation: str | None = None
    distance_m: float | None = None
    distance_high_m: float | None = None
    bearing_deg: float | None = None
    cue: bool = False
    strong: bool = False
    left: int = field(default=0)


def _is_led(reader: Reader, index: int) -> bool:
    """Return whether a word is the verb "and it led to", which folding makes the word for a valley."""
    document = reader.document
    return document.words[index] == "وادي" and document.text[document.starts[index] + 1] == "أ"


class Grammar:
    """Reads the surroundings of names in one language."""

    def __init__(self, language: str) -> None:
        """Take a language that has a `places.toml`."""
        self.words = place_words(language)
        self.feature_words = frozenset(word for phrase in self.words.features for word in (phrase[0], phrase[-1]))
        # Words after which nothing but a place can be named: "near", "north" (of), "km" (from).
        near = {phrase[0] for phrase, kind in self.words.relations.items() if kind == "near" and len(phrase) == 1}
        sides = {phrase[0] for phrase, side in self.words.bearings.items() if len(phrase) == 1 and side != "central"}
        self.locatives = frozenset(near | sides | {phrase[-1] for phrase in self.words.units}) - {"off", "by", "around"}
        self._memo: dict[tuple[int, str], tuple[object, int] | None] = {}
        self._ends: dict[int, frozenset[str]] = {}
        self._begins: dict[int, frozenset[str]] = {}

    def _one(self, table: Mapping[tuple[str, ...], object], word: str) -> tuple[object, int] | None:
        """Return what a single word is in a table, and how many letters of particles were cut off it."""
        key = (id(table), word)
        if key not in self._memo:
            if len(self._memo) > 200_000:
                self._memo.clear()
            found = table.get((word,))
            answer: tuple[object, int] | None = (found, 0) if found is not None else None
            if answer is None and is_arabic(word):
                for cut in prefix_lengths(word):
                    found = table.get((word[cut:],))
                    if found is not None:
                        answer = (found, cut)
                        break
            self._memo[key] = answer
        return self._memo[key]

    def _last_words(self, table: Mapping[tuple[str, ...], object]) -> frozenset[str]:
        """Return the words with which phrases of several words in a table end."""
        if id(table) not in self._ends:
            self._ends[id(table)] = frozenset(phrase[-1] for phrase in table if len(phrase) > 1)
        return self._ends[id(table)]

    def _first_words(self, table: Mapping[tuple[str, ...], object]) -> frozenset[str]:
        """Return the words with which the phrases of a table begin."""
        if id(table) not in self._begins:
            self._begins[id(table)] = frozenset(phrase[0] for phrase in table)
        return self._begins[id(table)]

    def ending(
        self, table: Mapping[tuple[str, ...], object], reader: Reader, last: int
    ) -> tuple[object, int, int] | None:
        """Return what the words ending with `last` are in a table: the value, the first word, letters cut off it."""
        words = reader.document.words
        several = last > 0 and words[last] in self._last_words(table)
        for length in range(_LONGEST, 1, -1) if several else ():
            first = last - length + 1
            if first >= 0 and (found := table.get(tuple(words[first : last + 1]))) is not None:
                return found, first, 0
        single = self._one(table, words[last]) if last >= 0 else None
        if single is None or _is_led(reader, last) or tuple(words[max(0, last - 1) : last + 1]) in self.words.never:
            return None
        return single[0], last, single[1]

    def starting(
        self, table: Mapping[tuple[str, ...], object], reader: Reader, first: int
    ) -> tuple[object, int] | None:
        """Return what the words beginning with word `first` are in a table: the value and the word after them."""
        words = reader.document.words
        if first >= len(words) or words[first] not in self._first_words(table):
            return None
        for length in range(_LONGEST + 1, 0, -1):
            if first + length <= len(words) and (found := table.get(tuple(words[first : first + length]))) is not None:
                return found, first + length
        return None

    def around(self, reader: Reader, first: int, last: int, start: int, end: int) -> Surroundings:
        """Return the surroundings of the name in the words [first, last), at [start, end) of the text."""
        found = Surroundings(first, last, start, end, left=first)
        if self.words.language == "ar" or is_arabic(reader.word(first)):
            if start == reader.document.starts[first] or is_arabic(reader.word(first)):
                self._left_arabic(reader, found)
            self._right_arabic(reader, found)
        else:
            self._right_english(reader, found)
            self._left_english(reader, found)
        self._relation(reader, found)
        return found

    # Arabic: feature words before the name, adjectives of side after it.

    def _left_arabic(self, reader: Reader, found: Surroundings) -> None:
        document = reader.document
        at = reader.step_back(found.left)
        if at > 0 and document.words[at] == "مع":  # "the border with X"
            hit = self.ending(self.words.features, reader, at - 1)
            if hit is not None and isinstance(hit[0], Feature) and hit[0].id == "border":
                found.feature, found.left, found.cue = hit[0], hit[1], True
                return
        for _ in range(3):
            if at < 0 or "\n" in document.text[document.ends[at] : document.starts[at + 1]]:
                return
            hit = self.ending(self.words.features, reader, at)
            if hit is None:
                return
            feature, first, cut = hit
            assert isinstance(feature, Feature)
            if cut and document.words[first][:cut].endswith(("ال", "لل")):
                return
            outer = found.feature is None or feature.id in ("countryside", "outskirts")
            if outer or found.feature is None:
                found.feature = feature
            if "before" in feature.inside:
                found.begin = document.starts[first] + (raw_length(document, first, cut) if cut else 0)
            found.left = first
            found.cue = True
            if cut:
                return
            at = reader.step_back(first)

    def _right_arabic(self, reader: Reader, found: Surroundings) -> None:
        document = reader.document
        at = found.last
        if at >= len(document) or (reader.word(at) == "_"):
            return
        close = document.starts[at] - document.ends[at - 1] == 1
        if close and found.feature and found.feature.klass in ("landmark", "street", "neighbourhood"):
            while at < len(document) and document.words[at] in self.words.adjectives:
                at += 1
            if at > found.last:
                found.last, found.end = at, document.ends[at - 1]
                return
        side = self.starting(self.words.bearings, reader, at)
        if side is None or not document.words[at].startswith("ال"):
            return
        if "\n" in document.text[document.ends[at - 1] : document.starts[at]]:
            return
        found.part = str(side[0])
        found.last = side[1]
        found.end = document.ends[side[1] - 1]

    # English: "the eastern countryside of X", "northern X", "X Governorate", "X's southern countryside".

    def _left_english(self, reader: Reader, found: Surroundings) -> None:
        document = reader.document
        at = found.left - 1
        while at >= 0 and document.words[at] in ("the", '"', "#"):
            at -= 1
        while at >= 1 and document.words[at] in ("of", "with"):
            hit = self.ending(self.words.features, reader, at - 1)
            if hit is None:
                break
            feature, first, _ = hit
            assert isinstance(feature, Feature)
            # a border is "with" a country, everything else "of" a place
            if "of" not in feature.stands or (document.words[at] == "with") != (feature.id == "border"):
                break
            if found.feature is None or feature.id in ("countryside", "outskirts"):
                found.feature = feature
            if "of" in feature.inside:
                found.begin = document.starts[first]
            found.left, found.cue = first, True
            at = first - 1
            if at >= 0 and document.words[at] == "the":
                at -= 1
        before = found.left - 1
        hit = self.ending(self.words.features, reader, before) if before >= 0 else None
        if hit and isinstance(hit[0], Feature) and "before" in hit[0].stands and reader.is_capital(hit[1]):
            found.feature = found.feature or hit[0]
            found.begin, found.left, found.cue = document.starts[hit[1]], hit[1], True
            before = found.left - 1
        side = self.ending(self.words.bearings, reader, before) if before >= 0 else None
        if side and (self._says_part(reader, side) or found.left != found.first):
            found.part, found.left = self._joined_sides(reader, side)
            capital = reader.is_capital(found.left) and reader.is_capital(side[1])
            if found.begin == document.starts[found.first] and (capital or reader.style == "upper"):
                found.begin = document.starts[found.left]
            found.cue = True

    def _joined_sides(self, reader: Reader, side: tuple[object, int, int]) -> tuple[str | None, int]:
        """Return the part that a side before a name tells, with another joined to it: "North and East X"."""
        first = side[1]
        other = (
            self.ending(self.words.bearings, reader, first - 2) if reader.word(first - 1) in self.words.joins else None
        )
        if other is None or "central" in (str(other[0]), str(side[0])):
            return str(side[0]), first
        both = f"{other[0]}_{side[0]}"
        return (both if both in BEARING_DEG else None), other[1]

    @staticmethod
    def _says_part(reader: Reader, side: tuple[object, int, int]) -> bool:
        """Whether a side before a name says which part of it: "northern X", and "East X" amid a sentence."""
        adjective = str(side[0]) == "central" or reader.word(side[1]).endswith("ern")
        named = reader.style == "mixed" and reader.is_capital(side[1]) and not reader.begins_sentence(side[1])
        return adjective or named

    def _right_english(self, reader: Reader, found: Surroundings) -> None:
        document = reader.document
        at = found.last
        if at >= len(document):
            return
        if document.words[at] == "'s":  # "Idlib's southern countryside"
            at += 1
            if at >= len(document):
                return
        if document.words[at] in ("-", "and") and at + 2 < len(document):  # "the Syria-Iraq border"
            shared = self.starting(self.words.features, reader, at + 2)
            if shared is not None and isinstance(shared[0], Feature) and shared[0].id == "border":
                found.feature, found.cue = shared[0], True
                return
        part = None
        side = self.starting(self.words.bearings, reader, at)
        if side is not None and side[1] < len(document):
            after = self.starting(self.words.features, reader, side[1])
            if after is not None:
                part, at = str(side[0]), side[1]
        hit = self.starting(self.words.features, reader, at)
        if hit is None or "\n" in document.text[document.ends[found.last - 1] : document.starts[at]]:
            return
        feature, last = hit
        assert isinstance(feature, Feature)
        following = reader.word(last) == "of" and reader.is_capital(last + 1) and "of" in feature.stands
        if "after" not in feature.stands or following:  # "the Sarun village of Orda": Orda is the village
            return
        found.feature, found.part = feature, part
        found.last, found.cue = last, True
        if "after" in feature.inside:
            found.end = document.ends[last - 1]

    # Both: "27 km east of", "near", "between".

    def _relation(self, reader: Reader, found: Surroundings) -> None:
        document = reader.document
        at = found.left - 1
        while at >= 0 and document.words[at] in ("the", "#", "_", '"', "«", "(", "'"):
            at -= 1
        if at < 0:
            return
        english = not is_arabic(reader.word(found.first))
        if english and document.words[at] in ("of", "from", "to") and at > 0:
            side = self.ending(self.words.bearings, reader, at - 1)
            if side and str(side[0]) != "central":
                self._side(reader, found, str(side[0]), side[1])
                return
        elif not english:
            side = self.ending(self.words.bearings, reader, at)
            if side and (str(side[0]) != "central"):
                self._side(reader, found, str(side[0]), side[1])
                return
        if any(self._away(reader, at, width) for width in (1, 2)):
            step = 2 if self._away(reader, at, 2) and not self._away(reader, at, 1) else 1
            if self._distance(reader, found, at - step):
                found.relation = "from"
                return
        relation = self.ending(self.words.relations, reader, at)
        if relation:
            found.relation = str(relation[0])
            found.cue = True
            found.strong = found.strong or found.relation == "near"
            if found.relation == "near":
                self._distance(reader, found, relation[1] - 1)

    def _away(self, reader: Reader, at: int, width: int) -> bool:
        return at - width + 1 >= 0 and tuple(reader.document.words[at - width + 1 : at + 1]) in self.words.away

    def _side(self, reader: Reader, found: Surroundings, side: str, first: int) -> None:
        found.relation = f"{side}_of"
        found.bearing_deg = BEARING_DEG[side]
        found.cue = found.strong = True
        at = first - 1
        while at >= 0 and reader.document.words[at] in ("to", "the", "الي", "-"):
            at -= 1
        self._distance(reader, found, at)

    def _distance(self, reader: Reader, found: Surroundings, at: int) -> bool:
        """Read "27 km", "20-30 kilometres", "27 كم" ending with word `at`."""
        words = reader.document.words
        unit = self.ending(self.words.units, reader, at)
        if unit is None:
            return False
        first = unit[1] - 1
        metres = float(str(unit[0]))
        if first >= 0 and words[first] == "-":
            first -= 1
        if first < 0:
            return False
        high = _number(words[first]) or _word_number(words[first])
        if high is None:
            return False
        low = high
        if (
            first >= 2
            and words[first - 1] in ("-", "to", "و", "الي")
            and (lower := _number(words[first - 2])) is not None
        ):
            low = lower if lower < high else high
        found.distance_m = round(low * metres, 1)
        found.distance_high_m = round(high * metres, 1) if high != low else None
        found.left = first
        found.cue = found.strong = True
        return True


def _number(word: str) -> float | None:
    if not _NUMBER.match(word):
        return None
    whole, _, part = word.replace("٫", ".").replace(",", ".").partition(".")
    return float(f"{whole}{part}") if len(part) == 3 else float(f"{whole}.{part or 0}")


_SPELT = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100,
    "a": 1, "half": 0.5,
}  # fmt: skip


def _word_number(word: str) -> float | None:
    return _SPELT.get(word)


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language; one object a language."""
    return Grammar(language)

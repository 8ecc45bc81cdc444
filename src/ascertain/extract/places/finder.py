"""Finding the places that a text names."""

import re
from collections.abc import Iterable

import msgspec

from ascertain.extract.places.again import named_again
from ascertain.extract.places.coordinates import find_coordinates
from ascertain.extract.places.evidence import COUNTRY, NEEDED, weigh_name
from ascertain.extract.places.grammar import Grammar, Surroundings, grammar
from ascertain.extract.places.halves import is_half
from ascertain.extract.places.hashtags import Tags, tags_of
from ascertain.extract.places.labels import line_labels, unlisted_labels
from ascertain.extract.places.reader import Reader
from ascertain.extract.places.strange import strange_names
from ascertain.extract.places.told import acting, striking, striking_verbs
from ascertain.extract.places.unknown import ARTICLES, DEMONYMS, named_only
from ascertain.extract.places.unknown_arabic import may_name
from ascertain.knowledge.gazetteer import Gazetteer, NameHit
from ascertain.knowledge.gazetteer.keys import is_arabic
from ascertain.languages.place_words import PlaceWords
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document
from ascertain.text.arabic import readings

_LINK = re.compile(r"(?:https?://|www\.|t\.me/|pic\.twitter)\S+|(?<!\S)\S{1,100}@\S{1,200}\.\w+|(?<!\w)@\w+")
_DOER = 5  # words of who strikes, between the verb and what is struck
_QUOTED = 3  # words of a quoted name beside those that the gazetteer has
_OPENING, _CLOSING = frozenset({'"', "“", "«"}), frozenset({'"', "”", "»"})
_JOINS = 50  # fame from which on a name speaks for those that a list joins to it
_HOLDS = 45  # fame from which on a place is known to whoever writes that another lies in it
_LIST = frozenset({",", "،", "و", "and", "&", "/", "-", "(", "in", "في"})


def find_places(document: Document, lang: str, gazetteer: Gazetteer, parties: Iterable[Mention] = ()) -> list[Mention]:
    """Return the places that a document names, in order, none overlapping; nothing is looked up on the map yet.

    `lang` is the document's main language; a name in another script is read by that script's own words. What a verb
    tells of a strike by one of the `parties` stands right behind it.
    """
    return _Finder(document, lang, gazetteer, parties).mentions()


class _Finder:
    """One reading of one document."""

    def __init__(self, document: Document, lang: str, gazetteer: Gazetteer, parties: Iterable[Mention]) -> None:
        self.document, self.gazetteer = document, gazetteer
        self.parties = {index for one in parties for index in document.words_in(one.start, one.end)}
        latin = lang if lang not in ("ar", "fa", "ur", "ckb") else "en"
        self.grammars: dict[bool, Grammar] = {True: grammar("ar"), False: grammar(latin)}
        self.readers = {arabic: Reader(document, used.words) for arabic, used in self.grammars.items()}
        self.stream = gazetteer.stream(document, self.grammars[False].words.cases)
        self.closed = self._closed_words()
        self.labels = line_labels(document)
        self.hits = gazetteer.find(document, self.stream)
        self.named = {index for hit in self.hits for index in range(hit.first, hit.last)}
        self.tags: Tags = tags_of(document, gazetteer, self.hits)

    def _closed_words(self) -> set[int]:
        closed: set[int] = set()
        text = self.document.text
        if "@" in text or "http" in text or "www." in text or "t.me" in text or "pic." in text:
            for match in _LINK.finditer(text):
                closed.update(self.document.words_in(match.start(), match.end()))
        return closed

    def mentions(self) -> list[Mention]:
        """Return every mention of a place: coordinates, then tags, known names, and names that words make places."""
        found: list[Mention] = []
        taken = bytearray(len(self.document.text))
        _keep(find_coordinates(self.document.text, self.document.furniture), found, taken)
        _keep((self._with_feature(tag) for tag in self.tags.mentions), found, taken)
        _keep(self._named(), found, taken)
        listed = len(found)
        known = {index for one in found for index in self.document.words_in(one.start, one.end)}
        closed = known | self.closed | self.tags.words
        _keep(named_only(self.document, self.readers, self.grammars, closed, self.stream, self.gazetteer), found, taken)
        closed = closed | {index for one in found for index in self.document.words_in(one.start, one.end)}
        _keep(strange_names(self.document, self.readers[False], closed, found, self.parties), found, taken)
        closed = self.closed | self.tags.words
        closed |= {index for one in found for index in self.document.words_in(one.start, one.end)}
        _keep(named_again(self.document, self.readers[False], closed, found[listed:]), found, taken)
        _keep(unlisted_labels(self.document, self.labels, found, self.closed), found, taken)
        found.sort(key=lambda one: (one.start, one.end))
        return found

    def _named(self) -> list[Mention]:
        """Return the mentions of names that the gazetteer has."""
        hits = [
            hit
            for hit in self.hits
            if hit.first not in self.closed
            and hit.first not in self.tags.words
            and not self._is_beginning(hit)
            and not self._is_behind_a_head(hit)
            and not self._is_all_kinds(hit)
            and not self._is_part_of_a_quoted_name(hit)
            and not self._is_part_of_a_tag(hit)
        ]
        judged: list[tuple[NameHit, Surroundings, float]] = []
        for position, hit in enumerate(hits):
            arabic = is_arabic(hit.key)
            reader = self.readers[arabic]
            around = self.grammars[arabic].around(reader, hit.first, hit.last, hit.start, self._end(hit))
            if not arabic and self._is_ending(reader, hit, around):
                continue
            if not arabic and is_half(self.document, reader, hit, around, self.named):
                continue
            if not arabic and self._is_who_acts(reader, hit, around):
                continue
            feature = around.feature is not None and self._feature_counts(reader, around, hit)
            sure_place = self._is_label(hit, around) or self._is_held(hits, position)
            cue = around.cue or sure_place or self._is_struck(reader, around)
            score = weigh_name(
                reader, hit, feature=feature, cue=cue, neighbour=self._neighbour(hits, position),
                strong=around.strong or sure_place
            )  # fmt: skip
            judged.append((hit, around, score))
        sure = {hit.key for hit, _, score in judged if score >= NEEDED + 1.5}
        found = []
        for hit, around, score in judged:
            if score >= NEEDED or (hit.key in sure and score >= NEEDED - 1.0):
                found.append(self._mention(hit, around))
        return found

    def _is_beginning(self, hit: NameHit) -> bool:
        """Return whether a name is but the head of a longer one that nobody lists: عين of "عين الورد"."""
        document, grammar = self.document, self.grammars[True]
        if hit.key not in grammar.words.heads or hit.article or hit.common <= 0 or hit.last >= len(document):
            return False
        close = document.text[hit.end : document.starts[hit.last]] == " "
        return close and may_name(document, grammar, hit.last, self.closed)

    def _is_behind_a_head(self, hit: NameHit) -> bool:
        """Whether the head of a longer name that nobody lists stands right before: حلب of "كفر حلب"."""
        before, words = hit.first - 1, self.grammars[True].words
        if not is_arabic(hit.key) or before < 0 or before in self.closed or hit.article or hit.ours:
            return False
        word, own = self.document.words[before], self.document.flat[self.document.starts[hit.first] : hit.start]
        close = not own and self.document.text[self.document.ends[before] : hit.start] == " "
        return close and word in words.heads and (word,) not in words.features and before not in self.named

    def _is_ending(self, reader: Reader, hit: NameHit, around: Surroundings) -> bool:
        """Return whether a little known name is the end of a longer one that nobody lists: "Ma'ar Tab'i village"."""
        before, words = hit.first - 1, reader.words
        if (
            around.feature is None
            or around.last == hit.last
            or hit.fame >= _HOLDS
            or hit.ours
            or around.left < hit.first
        ):
            return False
        if before < 1 or before in self.closed or self.document.text[self.document.ends[before] : hit.start] != " ":
            return False
        word = self.document.words[before]
        kinds = (words.titles, words.given, words.small)
        known = any(word in kind for kind in kinds) or (word,) in words.features or (word,) in words.bearings
        known = known or word.endswith(DEMONYMS) or before in self.named
        return reader.is_capital(before) and not known and not reader.begins_sentence(before)

    def _is_who_acts(self, reader: Reader, hit: NameHit, around: Surroundings) -> bool:
        """Return whether a party's name is some village's, too, and no word of place leads it: "Taliban positions"."""
        led = around.feature is not None or around.strong or reader.word(hit.first - 1) in reader.words.inside
        named = all(index in self.parties for index in range(hit.first, hit.last))
        return named and not led and hit.fame < _HOLDS

    def _is_part_of_a_quoted_name(self, hit: NameHit) -> bool:
        """Return whether a name opens or ends a longer one that stands in quotation marks: the "Kuwait al-Rahmah"."""
        first, last = _quoted_with(self.document, hit)
        if not first < last:
            return False
        rest = [*range(first, hit.first), *range(hit.last, last)]
        if is_arabic(hit.key):
            return bool(rest) and self._is_named_in_quotes(first - 2, rest)
        reader = self.readers[False]
        named = [reader.is_capital(index) or self.document.words[index] in ARTICLES | {"-"} for index in rest]
        return bool(rest) and all(named)

    def _is_named_in_quotes(self, before: int, rest: list[int]) -> bool:
        """Return whether a word of place stands before a quotation, whose other words may be names: بلدة "البو ورد"."""
        grammar, words = self.grammars[True], self.document.words
        named = all(at not in self.named and may_name(self.document, grammar, at, self.closed) for at in rest)
        described = any(words[at].startswith("ال") for at in rest)  # مدينة "أوردا القديمة"
        return before >= 0 and named and not described and self._is_kind(before)

    def _is_kind(self, at: int) -> bool:
        """Return whether a word tells what kind of place follows, or of shop or body."""
        words = self.grammars[True].words
        ways = (self.document.words[at], *(rest for _, rest in readings(self.document.words[at])))
        kind = self.grammars[True].ending(words.features, self.readers[True], at) is not None
        return kind or any(way in words.bearers for way in ways)

    def _is_all_kinds(self, hit: NameHit) -> bool:
        """Return whether a name is heard in words that only say what kinds of place follow: "roundabout of town"."""
        words = self.grammars[is_arabic(hit.key)].words
        return hit.likeness < 1.0 and all((word,) in words.features for word in hit.key.split())

    def _is_part_of_a_tag(self, hit: NameHit) -> bool:
        """Return whether a name is but some of the words that a tag joins, others than words of place: #عين_الورد."""
        document, words = self.document, self.grammars[is_arabic(hit.key)].words
        before, after = hit.first - 1, hit.last
        joined = []
        while after < len(document) and document.text[document.ends[after - 1] : document.starts[after]] == "_":
            joined.append(document.words[after])
            after += 1
        while before >= 0 and document.text[document.ends[before] : document.starts[before + 1]] == "_":
            joined.append(document.words[before])
            before -= 1
        return any((word,) not in words.features and (word,) not in words.bearings for word in joined)

    def _is_held(self, hits: list[NameHit], position: int) -> bool:
        """Return whether the countryside or a side of a well-known place is written right behind: قارة بريف دمشق."""
        hit, document = hits[position], self.document
        after = hits[position + 1] if position + 1 < len(hits) else None
        if after is None or not is_arabic(hit.key) or after.fame < _HOLDS or not 0 <= after.first - hit.last <= 2:
            return False
        between = document.words[hit.last : after.first] or document.words[after.first : after.first + 1]
        ways = [(word, *(rest for _, rest in readings(word))) for word in between if word != "#"]
        words = self.grammars[True].words
        land = [any((one,) in words.bearings or _is_countryside(words, one) for one in way) for way in ways]
        return bool(land) and all(land) and "\n" not in document.text[hit.end : after.start]

    def _is_struck(self, reader: Reader, around: Surroundings) -> bool:
        """Return whether the word before tells of a strike, right behind which stands what was struck."""
        at = reader.step_back(around.left)
        if at < 0 or not is_arabic(reader.word(at)):
            return False  # "strikes Kurd targets"
        language = reader.words.language
        if self._is_one_of(reader, at, striking(language)):
            return True
        return self._is_one_of(reader, self._past_doer(reader, at), striking_verbs(language))

    @staticmethod
    def _is_one_of(reader: Reader, at: int, words: frozenset[str]) -> bool:
        return at >= 0 and (reader.word(at) in words or any(rest in words for _, rest in readings(reader.word(at))))

    def _past_doer(self, reader: Reader, at: int) -> int:
        """Return the word before who strikes, ending at `at`: قصفت [مدفعية الجيش] سارون; -1 for none."""
        doers, first = acting(reader.words.language), at
        while at - first < _DOER and first >= 0 and (first in self.parties or _is_of_doer(reader.word(first), doers)):
            first -= 1
        own = first < at and (first + 1 in self.parties or reader.word(first + 1).removeprefix("ال") in doers)
        return first if own else -1

    def _is_label(self, hit: NameHit, around: Surroundings) -> bool:
        """Return whether a name, with its feature word, is all that stands before a colon at the start of a line."""
        first = self.document.word_at(around.begin)
        return hit.last in (self.labels.get(first), self.labels.get(hit.first))

    def _with_feature(self, tag: Mention) -> Mention:
        """Return a tag with the feature word before it: مدينة #الكويت, the border with #Iraq."""
        expression = tag.parsed
        assert isinstance(expression, PlaceExpression)
        words = self.document.words_in(tag.start, tag.end)
        if expression.feature is not None or not words:
            return tag
        arabic = is_arabic(expression.key)
        around = self.grammars[arabic].around(self.readers[arabic], words.start, words.stop, tag.start, tag.end)
        parsed = msgspec.structs.replace(
            expression, feature=around.feature.id if around.feature else None,
            feature_class=around.feature.klass if around.feature else None, relation=around.relation,
            distance_m=around.distance_m, distance_high_m=around.distance_high_m, bearing_deg=around.bearing_deg,
        )  # fmt: skip
        text = self.document.text[around.begin : tag.end]
        return msgspec.structs.replace(tag, start=around.begin, text=text, parsed=parsed)

    def _feature_counts(self, reader: Reader, around: Surroundings, hit: NameHit) -> bool:
        """Return whether the feature word speaks for a place; after a lower-case word it says nothing in English."""
        return is_arabic(hit.key) or reader.is_capital(hit.first) or reader.style in ("upper", "lower")

    def _end(self, hit: NameHit) -> int:
        """Return where a name ends: before the English possessive."""
        last = self.document.words[hit.last - 1]
        if last.endswith("'s") and not last.startswith("'"):
            return hit.end - 2
        text = self.document.text
        # "U.S." keeps its last stop.
        if len(last) == 1 and hit.last - hit.first > 1 and text[hit.end : hit.end + 1] == ".":
            return hit.end + 1
        return hit.end

    def _neighbour(self, hits: list[NameHit], position: int) -> bool:
        """Return whether another well-known name stands beside this one, as in "Idlib, Syria"."""
        hit = hits[position]
        words = self.document.words
        if self._is_joined(hits, position):
            return True
        if position + 1 < len(hits):
            after = hits[position + 1]
            if 1 <= after.first - hit.last <= 2 and words[hit.last] in _LIST and after.fame >= 50:
                return True
        if position:
            before = hits[position - 1]
            if 1 <= hit.first - before.last <= 2 and words[hit.first - 1] in _LIST and before.fame >= 60:
                return True
        return False

    @staticmethod
    def _is_joined(hits: list[NameHit], position: int) -> bool:
        """Return whether a name is one of a list whose "and" is written onto its words: عمران وحجة وصنعاء.

        A word of everyday speech is one only between two others.
        """
        hit, sides = hits[position], 0
        if position and hit.particle.startswith("و"):
            before = hits[position - 1]
            sides += before.last == hit.first and before.fame >= _JOINS
        if position + 1 < len(hits):
            after = hits[position + 1]
            sides += hit.last == after.first and after.particle.startswith("و") and after.fame >= _JOINS
        return sides > (hit.common > 0)

    def _mention(self, hit: NameHit, around: Surroundings) -> Mention:
        text = self.document.text
        start, end = around.begin, max(around.end, self._end(hit))
        expression = PlaceExpression(
            name=text[hit.start : self._end(hit)], name_start=hit.start, name_end=self._end(hit), key=hit.key,
            article=hit.article, feature=around.feature.id if around.feature else None,
            feature_class=around.feature.klass if around.feature else None, part=around.part,
            relation=around.relation, distance_m=around.distance_m, distance_high_m=around.distance_high_m,
            bearing_deg=around.bearing_deg, apart=bool(around.feature and around.feature.apart),
            land=hit.fame >= COUNTRY,
        )  # fmt: skip
        return Mention(kind="place", start=start, end=end, text=text[start:end], parsed=expression)


def _quoted_with(document: Document, hit: NameHit) -> tuple[int, int]:
    """Return the words [first, last) of the quotation of a few words that a name stands in; (0, 0) for none."""
    first, last = hit.first, hit.last
    while first > 0 and document.words[first - 1] not in _OPENING and hit.first - first < _QUOTED:
        first -= 1
    while last < len(document) and document.words[last] not in _CLOSING and last - hit.last < _QUOTED:
        last += 1
    opened = first > 0 and document.words[first - 1] in _OPENING
    closed = last < len(document) and document.words[last] in _CLOSING
    return (first, last) if opened and closed else (0, 0)


def _is_of_doer(word: str, doers: frozenset[str]) -> bool:
    """Whether a word names an armed body or what it fires with, or says whose it is (الروسية)."""
    return word in doers or word.removeprefix("ال") in doers or word.endswith(("ي", "يه"))


def _is_countryside(words: PlaceWords, word: str) -> bool:
    feature = words.features.get((word,))
    return feature is not None and feature.id == "countryside"


def _keep(mentions: Iterable[Mention], found: list[Mention], taken: bytearray) -> None:
    """Add the mentions whose characters no other has taken."""
    for one in mentions:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
            found.append(one)

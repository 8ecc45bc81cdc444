"""Units of Arabic: particles written onto words stand apart, and what an event's or outcome's noun governs is its own.

و and ف join, ب ل ك govern what follows, as words of their own would; since they have none, their units have no words
(first == last). A noun of an event or outcome is followed directly by whom it concerns (مقتل طفلين, قصف قوات ...), so a
new phrase begins there.
"""

from ascertain.extract.events.arabic_cues import (
    HEADS,
    acts,
    are_a_leaders_arms,
    are_nationals,
    are_somebodys,
    is_counted,
    is_of_somebody,
    is_theirs,
    is_verbal,
)
from ascertain.extract.events.arabic_gaps import aged_words, gapped, opens_joined, second_parts, short_verbs
from ascertain.extract.events.arabic_joining import join_units
from ascertain.extract.events.arabic_phrases import PARTIES, ArabicPhrases
from ascertain.extract.events.brackets import closing_of_a_row, is_of_parts
from ascertain.extract.events.found import Found
from ascertain.extract.events.leading_doers import OWNED
from ascertain.extract.events.units import Mark, Unit
from ascertain.extract.events.words import Words
from ascertain.languages.cues import Cue
from ascertain.text import Document
from ascertain.text.fold import fold_word

_BY = (Cue("mark", "cause"), Cue("mark", "means"), Cue("mark", "place"), Cue("word", "prepositions"))
_TO = (Cue("mark", "target"), Cue("mark", "effect"), Cue("word", "prepositions"))
_OF = (Cue("mark", "perpetrator"), Cue("word", "prepositions"))
_LIKE = (Cue("word", "prepositions"),)
_NEAR = (Cue("word", "prepositions"), Cue("mark", "place"))
_ONE_OF_THEM = frozenset(("احدهما", "احدهم", "احداهما", "احداهن", "احداهم"))
_ONE = Cue("word", "one_person")
_EXPECTED = (Cue("mood", "expected"),)
_LEANING = frozenset(("موالي", "مواليه", "موالين", "مدعومه", "متحالفه", "تابعه", "تابع", "معاديه", "مناهضه"))
_LIVE = frozenset(("الحي", "المطاطي", "المعدني", "متفجره", "متفجرا", "متفجرين", "المتفجره"))
_NAMING_AGAIN = frozenset("-–—")
_QUOTES = frozenset('"«»“”')


class ArabicChunker(ArabicPhrases):
    """Cuts Arabic sentences into units."""

    def __init__(self, document: Document, words: Words, found: Found) -> None:
        """Look the words up once, and how many letters of each are particles."""
        super().__init__(document, words, found)
        self.gaps = gapped(words.language.code)
        self.tails: set[int] = set()
        self.closing: set[int] = set()
        self.aged = aged_words(words.language.code)
        for hit in self.matches:
            self._join_hamza(hit.first, hit.start)
            self._cut(hit.first, hit.start)
            if hit.stemmed and document.flat.startswith("ال", hit.start) and hit.first in self.hits:
                kept = tuple(cue for cue in hit.tags if not is_verbal(cue))
                if kept:
                    self.hits[hit.first] = (hit.last, kept)
                else:
                    del self.hits[hit.first]
        self._leave_doers()
        for index, cues, letters in short_verbs(document.words, self.lexicon.lookup):
            self.hits.setdefault(index, (index + 1, cues))
            self.cuts.setdefault(index, letters)
        for first in found.times:
            if found.times[first][0] > self.hits.get(first - 1, (0,))[0] > first:
                self.hits[first - 1] = (first, self.lexicon.lookup(document.words[first - 1]))  # في | وقت سابق من اليوم
        for first in found.counts:
            self._cut_before_bounds(first)
        for shelf in (found.names, found.counts, found.times):
            for first, (_, held) in shelf.items():
                for mention in held if isinstance(held, list) else [held]:
                    self._cut(first, mention[1].start if isinstance(mention, tuple) else mention.start)

    def _leave_doers(self) -> None:
        """Leave to a party's name the word that a phrase ends with: أغار | الطيران الإسرائيلي, من | الطيران الروسي."""
        for first, (last, _) in list(self.hits.items()):
            if last - first < 2 or not self._names_a_party_past(first + 1, last):
                continue
            own = self.document.words[first][self.cuts.get(first, 0) :]
            cues = self.lexicon.lookup(own)
            if not (own == "من" or any(cue.kind == "event" for cue in cues)):
                continue
            self.hits[first] = (first + 1, cues)
            for end in range(last, first + 1, -1):
                words = self.document.words[first + 1 : end]
                bare = [word.removeprefix("ال") for word in words]
                if rest := self.lexicon.lookup(" ".join(words)) or self.lexicon.lookup(" ".join(bare)):
                    self.hits[first + 1] = (end, rest)
                    break

    def _names_a_party_past(self, index: int, last: int) -> bool:
        """Whether the name of somebody's arms begins at a word and goes on behind the word before `last`."""
        name = self.found.names.get(index)
        if name is None or name[0] <= last or self.cuts.get(index):
            return False
        return any(kind == "actors" and is_of_somebody(mention) for kind, mention in name[1])

    def _join_hamza(self, index: int, start: int) -> None:
        """Take و before a word that is written with a hamza for the conjunction: وأدى is "and led", وادي a valley."""
        document = self.document
        if start > document.starts[index] or document.quote(index, index + 1)[:2] not in ("وأ", "فأ", "وإ", "فإ"):
            return
        cues = tuple(cue for cue in self.lexicon.lookup(document.words[index][1:]))
        if cues and self.hits.get(index, (0, ()))[0] == index + 1:
            self.hits[index] = (index + 1, cues)
            self.cuts[index] = 1

    def sentence(self, first: int, last: int) -> list[Unit]:
        """Return the units of the words [first, last), those of one thing joined."""
        return join_units(super().sentence(first, last), self.document)

    def _close(self) -> None:
        """Close the open phrase; its head comes first, and the last cue is the one that counts."""
        if self.open is not None:
            people = [mark for mark in self.open.marks if mark.cue.kind == "people"]
            if len(people) > 1:
                kin = "kin" in people[0].cue.flags and people[-1].cue.value == "combatants"  # a commander's son is none
                head = next((mark for mark in people if kin or mark.cue.value != "unknown"), people[0])
                self.open.marks.remove(head)
                self.open.marks.append(head)
            self._leave_names_of_places(self.open)
        super()._close()

    def _cut(self, index: int, start: int) -> None:
        if self._is_whole_number(index):
            return  # واحد is a figure, and no "and" with a word behind it
        letters = fold_word(self.document.flat[self.document.starts[index] : start])
        if letters and set(letters) <= set("وفبلك"):
            self.cuts[index] = max(self.cuts.get(index, 0), len(letters))

    def _step(self, index: int, end: int) -> int:
        word, letters = self.document.words[index], self.cuts.get(index, 0)
        if not letters and index not in self.hits and opens_joined(word, self.gaps):
            letters = self.cuts[index] = 1  # وفقد ... حياته
        if letters:
            self._particles(index, word[:letters])
        if word in ("ل", "ب", "ك") and index + 1 < end:
            return self._add("prep", index, index + 1, self._governing(word, index + 1, index))
        if index in self.tails:
            live = self.document.words[index + 1] in _LIVE if index + 1 < end else False  # أطلقوا ... الرصاص الحي
            return self._add("other", index, index + 1 + live)
        if (self.open is not None or self._is_quoted()) and word in self.aged and (age := self._age(index + 1)):
            return self._add("other", index, age)  # "a boy whose age is nine years": one boy
        if (gap := self._gap(index, end)) is not None:
            return self._add("verb", index, index + 1, gap)
        if word in _NAMING_AGAIN and (again := self._named_again(index)):
            return self._add("other", index, again)
        if word == "(" and self._bracketed_number(index, end):
            self._count(index + 1, index + 2)
            return index + 3
        if (closing := closing_of_a_row(self.document, self.found, index)) >= 0:
            self.closing |= {index, closing}
        if word == "،" or index in self.closing or is_of_parts(self.document, self.hits, index):
            return self._add("comma", index, index + 1)
        stop = super()._step(index, end)
        unit = self.open if self.open is not None else self.units[-1] if self.units else None
        if letters and unit is not None and unit.first == index:
            unit.cut = letters
        return stop

    def _named_again(self, index: int) -> int:
        """Return where another name of the party right before a dash ends: قوات سوريا الديمقراطية - قسد; 0 for none."""
        last, held = self.open, self.found.names.get(index + 1)
        named = {
            name for mention in (last.actors[-1:] if last else ()) for name in getattr(mention.parsed, "actors", ())
        }
        others = [one for _, mention in held[1] for one in getattr(mention.parsed, "actors", ())] if held else []
        return held[0] if held is not None and named and named == set(others) else 0

    def _bracketed_number(self, index: int, end: int) -> bool:
        """Whether a figure stands in brackets before what it counts: (5) شهداء."""
        held = self.found.counts.get(index + 1)
        return index + 3 < end and held is not None and held[0] == index + 2 and self.document.words[index + 2] == ")"

    def _gap(self, index: int, end: int) -> tuple[Cue, ...] | None:
        """Return the cues of a phrase with other words inside (فقد ... حياته), where its second part follows soon."""
        word = self.document.words[index]
        own = word[self.cuts[index] :] if index in self.cuts else word
        if word.removesuffix(own).strip("وف"):
            return None  # للقبض: behind "to" stands no verb
        for at, cues in second_parts(self.document.words, self.gaps.get(own, self.gaps.get(word, [])), index, end):
            within = range(index + 1, at)
            if not any(self._is_negation(step) and not self._in_a_figure(step) for step in within):
                self.tails.add(at)  # but "announced that it bears no responsibility"
                return cues
        return None

    def has_cue(self, first: int, last: int, kinds: frozenset[str]) -> bool:
        """Return whether a cue of these kinds begins among the words [first, last), or may: a verb in two parts."""
        words = self.document.words[first:last]
        return super().has_cue(first, last, kinds) or any(
            word in self.gaps or opens_joined(word, self.gaps) for word in words
        )

    def _is_quoted(self) -> bool:
        """Whether a quotation mark stands right before, as it does behind somebody's name."""
        return bool(self.units) and self.units[-1].kind == "quote"

    def _plain(self, index: int, end: int) -> int:
        word = self.document.words[index]
        if word[0] == "س" and (cues := self._will(index)):
            self._add("other", index, index, _EXPECTED)
            return self._add("light" if any(cue.value == "light" for cue in cues) else "verb", index, index + 1, cues)
        joined = word[0] == "و" and len(word) > 4 and word.isalpha() and not self._is_whole_number(index)
        if joined:
            behind = self.open is not None
            self._add("conj", index, index)  # و before a verb or noun that no pack has
            stop = super()._plain(index, end)
            if behind and self.open is not None and self.open.first == index:
                self.open.cut = 1
            return stop
        held = self.open is not None and bool(self.open.actors)
        if self._is_beyond_name(index) or (self.open is not None and is_theirs(self.document, index, self.open)):
            self._close()
        if (held or self._is_whole(index)) and word[0] == "ب" and len(word) > 4 and word.isalpha():
            self._add("prep", index, index, _BY)  # in a place that no gazetteer has
            self._grow(index, index + 1)
            assert self.open is not None
            self.open.cut = 1
            return index + 1
        return super()._plain(index, end)

    def _particles(self, index: int, letters: str) -> None:
        for place, letter in enumerate(letters):
            if place and letter == letters[place - 1]:
                continue  # للقوات: one particle, and the article that it has swallowed
            if letter in "وف":
                self._add("conj", index, index)
            else:
                self._add("prep", index, index, self._governing(letter, index))

    def _governing(self, letter: str, index: int, at: int | None = None) -> tuple[Cue, ...]:
        """Return what the particle says of what follows; قصف لقوات is shelling by forces, استهداف لسيارة on a car.

        It stands at `at`, if it is written apart from what follows it (تابعة لـ "القوات").
        """
        before = (index if at is None else at) - 1
        if letter == "ب":
            return _BY
        if letter == "ك":
            return _LIKE
        while self.document.words[index] in _QUOTES and index + 1 < len(self.document):
            index += 1
        named = self.found.names.get(index)
        party = named is not None and any(
            kind == "actors" and getattr(mention.parsed, "type", "") in PARTIES for kind, mention in named[1]
        )
        hit = self.hits.get(index)
        party = party or (hit is not None and any(cue.kind == "people" and "body" in cue.flags for cue in hit[1]))
        party = party or (named is not None and hit is not None and are_a_leaders_arms(hit[1], named[1]))
        head = self.open
        if named is not None and {kind for kind, _ in named[1]} == {"places"} and not self._governed_by_event():
            leaning = self.document.words[before].removeprefix("ال") in _LEANING
            return _LIKE if leaning else _NEAR  # "loyal to a state", "the farms of a town"
        bare = head is not None and head.cue("people", "thing", "victims") is None
        armed = head is not None and head.cue("people", "victims") is None and head.find("event", "means") is not None
        owned = head is not None and self.document.words[before] in OWNED and (bare or armed)
        event = head is None or head.find("event", "noun") is not None or self._only_means(head)
        told = event and self._after_event() and not self._is_owned_site(before) and not self._is_laid_for(head)
        return _OF if party and (owned or told) else _TO

    def _name(self, first: int, last: int, hit_end: int) -> int:
        head = self.open
        if head is not None and (
            self._governs(head)
            or self._is_latin(head)
            or (head.find("victims") and not self._is_civil(first))
            or (
                (head.actors or (head.places and not head.marks) or self._is_described(head, first, last))
                and self._is_party(first)
            )
            or self._are_civilians(first, head)
            or (are_nationals(head) and not self._is_no_party(first))
            or self._only_means(head)
            or self._is_object(first, head)
            or self._is_counted_arms(first, head)
            or self._only_describes(head)
            or are_somebodys(head, first, self.document)
            or (
                self._is_no_party(first)
                and (self._has_actors(head) or head.find("event", "means") or self._ends_a_body(head))
            )
        ):
            self._close()
        if self.open is not None and self.open.find("victims") is not None:
            return self._onto_victims(first, last)
        stop = super()._name(first, last, hit_end)
        other = any(cue.form == "not" for cue in self.hits.get(first, (0, ()))[1])  # مستشفى شهداء الأقصى
        if other and self.open is not None and not self.open.actors:
            cues = self.lexicon.lookup(self.document.words[first][self.cuts.get(first, 0) :])
            self.open.marks.extend(Mark(first, first + 1, cue) for cue in cues if cue.kind in ("thing", "role"))
        return stop

    def _is_latin(self, head: Unit) -> bool:
        """Whether a phrase is Latin letters and figures only, as the type of an aircraft is: طائرات | F16 | بلدة."""
        words = self.document.words[head.first : head.last]
        return words[0][0].isalpha() and all(map(str.isascii, words))

    def _onto_victims(self, first: int, last: int) -> int:
        """Add who they are to the victims: خمسة جرحى مدنيين."""
        assert self.open is not None
        self.open.last = last
        for index in range(first, last):
            if index in self.hits:
                self.open.marks[:0] = [Mark(index, last, cue) for cue in self.hits[index][1] if cue.kind == "people"]
        return last

    def _function_word(self, first: int, last: int, cues: tuple[Cue, ...], end: int) -> int:
        if self._governs(self.open) and any(cue.value == "others" for cue in cues):
            self._close()
        if self._tells_what_befell(first) and self.document.words[first][self.cuts.get(first, 0) :] in _ONE_OF_THEM:
            self._grow(first, last, (_ONE,), fresh=True)  # مقتل | أحدهما
            assert self.open is not None
            self.open.pronoun = True
            return last
        former = all((cue.kind, cue.value) == ("mood", "former") for cue in cues)
        if former and self.open is not None and self.open.cue("people", "role") and not self.open.is_event:
            return self._grow(first, last)  # "the former leader": he is, and no deed
        if self.open is None and any(cue.value == "including" for cue in cues) and self._counted_before():
            return self._add("prep", first, last, cues)  # "six people, they are a man, ..."
        so_called = last - first > 1 and all(cue.kind == "hedge" for cue in cues)
        if self.open is not None and so_called and self.document.words[first] == "ما" and self._noun_like(last):
            return self._grow(first, last, cues)  # "the aircraft of the so-called coalition" is one phrase
        stop = super()._function_word(first, last, cues, end)
        if self.open is not None and self.open.pronoun:
            self._close()  # فيه الطائرات: "in it" ends where the next phrase begins
        described = stop < len(self.document) and self.document.words[stop].startswith("ال")
        if self.open is not None and any(cue.value == "own_forces" for cue in cues) and not described:
            self._close()  # قصفت طائراتها مواقع: what they struck is another phrase
        return stop

    def _noun(self, first: int, last: int, nominal: tuple[Cue, ...]) -> int:
        head = self.open
        things = any(cue.kind in HEADS or cue.kind == "role" for cue in nominal)
        thing = any(cue.kind in {"thing", "victims"} for cue in nominal)
        if head is not None and things and self._is_latin(head):
            self._close()
        elif head is not None and things:
            party = bool(head.actors) and not self._is_office(head)
            party = party or any("body" in mark.cue.flags for mark in head.marks)
            if self._governs(head) or self._only_means(head) or (thing and party) or self._is_object(first, head):
                self._close()
        if head is not None and things and (self._only_describes(head) or are_somebodys(head, first, self.document)):
            self._close()  # اقتحام | جنوده | بلدة, هز انفجار كبير | حي ...
        if head is not None and head.counts and any(cue.kind == "toll" for cue in nominal):
            self._close()  # "rose to 8, among them 4 children | the number of those who were killed"
        articled = self.document.words[first].startswith(self.language.articles)
        coming = not articled and not self.cuts.get(first) and any(cue.value == "coming" for cue in nominal)
        if coming and head is not None and self.document.words[head.last - 1].startswith("ال"):
            self._close()  # نفى الجيش | وقوع هجوم
        telling = any(cue.kind in {"event", "outcome"} and cue.form == "noun" for cue in nominal)
        if telling and self.open is not None and not self._only_counts(self.open):
            self._close()
        return super()._noun(first, last, nominal)

    def _reads_as_verb(self, first: int, last: int, end: int) -> bool:
        """Whether a word that can be either is the verb: also where whoever does it stands before it, behind أن."""
        if self._is_what_somebody_says(first):
            return False
        if super()._reads_as_verb(first, last, end):
            return True
        if self._befell_people(last) or self._opens_what_befell(first, last) or self._had_befallen(first, last, end):
            return True
        follows = self._starts_phrase(self._past_times(last, end), end)
        if not follows or self.cuts.get(first) or self.document.words[first].startswith("ال"):
            return False
        behind = [*self.units, *([self.open] if self.open is not None else [])]
        while behind and behind[-1].kind in {"np", "other"} and (acts(behind[-1]) or behind[-1].kind == "other"):
            behind.pop()
        if not behind:
            return False
        led = len(behind) < len(self.units) + (self.open is not None)  # "the planes had | bombed"
        that = behind[-1].kind == "clause" and behind[-1].has("source", "that")
        return that or (led and behind[-1].kind == "aux" and behind[-1].has("word", "past"))

    def _counts_them(self, head: Unit, first: int, value: float | None) -> bool:
        """Whether a figure behind people says how many they are: مدنيان اثنان, المدنيين الثلاثة."""
        people = (head.cue("people", "victims") is not None or are_nationals(head)) and not head.counts
        word = self.document.words[first]
        told = people and (value in (1, 2) or word.startswith(self.language.articles))
        return told and not self._are_others_than_those(word, head)

    def _count(self, first: int, last: int) -> int:
        mention = self.found.counts[first][1]
        head, value = self.open, getattr(mention.value, "high", None)
        whole = head is not None and (self._governs(head) or head.marks or head.actors or head.places)
        if head is not None and whole and not self._counts_them(head, first, value):
            self._close()
        self._grow(first, last)
        assert self.open is not None
        self.open.counts.append(mention)
        for index in range(first, last):
            if index in self.hits:
                self.open.marks.extend(Mark(index, index + 1, cue) for cue in self.hits[index][1] if is_counted(cue))
        return last

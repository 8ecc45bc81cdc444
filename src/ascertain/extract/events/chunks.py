"""From words to units: where a noun phrase begins and ends, and whether a word is a noun or a verb here.

No grammar of the language is assumed but what its pack says: function words bound the phrases, cues are heads, and any
other word belongs to the phrase that it stands in. What the finders of names, places, times and numbers found is whole.
"""

from ascertain.extract.events.found import Found
from ascertain.extract.events.units import Mark, Unit, is_plural
from ascertain.extract.events.words import Words, can_be_verb, colouring
from ascertain.languages.cues import Cue
from ascertain.text import Document

_ENDS = frozenset(".!?؟…;؛:|•*·◾●▪")
_QUOTES = frozenset('"«»')
_NOUNS = frozenset({"people", "thing", "victims", "role", "toll", "cause"})
_WORD_UNITS = {
    "prepositions": "prep", "linking": "linking", "conjunctions": "conj", "relatives": "relative", "clause": "clause",
    "auxiliaries": "aux", "passive_auxiliaries": "passive", "verbs": "verb", "light": "light", "adverbs": "other",
}  # fmt: skip
_MARK_UNITS = ("including", "cause", "place", "perpetrator", "target", "means")


class Chunker:
    """Cuts the sentences of one document into units."""

    def __init__(self, document: Document, words: Words, found: Found) -> None:
        """Look the document's words up once; sentences are then cut one by one."""
        self.document = document
        self.language = words.language
        self.lexicon = words.lexicon
        self.found = found
        self.matches = words.lexicon.find(document)
        self.hits = {hit.first: (hit.last, hit.tags) for hit in self.matches}
        self._yield_to_times()
        self.units: list[Unit] = []
        self.open: Unit | None = None
        self.linked_at = -1

    def _yield_to_times(self) -> None:
        """Take back words of a mood that belong to a time ("in the past" of "in the past few hours")."""
        for first, (last, cues) in list(self.hits.items()):
            times = (self.found.times.get(inside, (0,))[0] for inside in range(first + 1, last))
            if all(cue.kind == "mood" for cue in cues) and any(end > last for end in times):
                self.hits[first] = (first + 1, self.lexicon.lookup(self.document.words[first]))

    def has_cue(self, first: int, last: int, kinds: frozenset[str]) -> bool:
        """Return whether a cue of these kinds begins among the words [first, last)."""
        hits = self.hits
        for index in range(first, last):
            if index in hits:
                for cue in hits[index][1]:
                    if cue.kind in kinds:
                        return True
        return False

    def sentence(self, first: int, last: int) -> list[Unit]:
        """Return the units of the words [first, last)."""
        self.units, self.open = [], None
        index = first
        while index < last:
            index = self._step(index, last)
        self._close()
        return self.units

    def _close(self) -> None:
        if self.open is not None:
            self.units.append(self.open)
            self.open = None

    def _add(self, kind: str, first: int, last: int, cues: tuple[Cue, ...] = ()) -> int:
        self._close()
        self.units.append(Unit(kind, first, last, [Mark(first, last, cue) for cue in cues]))
        return last

    def _grow(self, first: int, last: int, cues: tuple[Cue, ...] = (), *, fresh: bool = False) -> int:
        """Add words to the open noun phrase, or open one."""
        if fresh and first != self.linked_at:
            self._close()
        self.open = self.open or Unit("np", first, last)
        self.open.last = last
        self.open.marks.extend(Mark(first, last, cue) for cue in cues)
        return last

    def _step(self, index: int, end: int) -> int:
        found, hit = self.found, self.hits.get(index)
        hit_end = min(hit[0], end) if hit else index
        inner = self._measured(index + 1, hit_end) if hit and _brings_place(hit[1]) else None
        if hit and inner is not None:
            return self._add("prep", index, inner, hit[1])  # "on | the road of Orda": the road is the place's name
        if (time := found.times.get(index)) is not None and time[0] >= hit_end:
            return self._add("time", index, min(time[0], end))
        name = found.names.get(index)
        if name is not None and (hit is None or name[0] > hit_end or (name[0] == hit_end and not can_be_verb(hit[1]))):
            return self._name(index, min(name[0], end), hit_end)
        count = found.counts.get(index)
        if count is not None and (place := self._measured(index, count[0])) is not None:
            return self._name_from(index, place, min(found.names[place][0], end))
        if count is not None and (hit is None or count[0] >= hit_end):
            return self._count(index, min(count[0], end))
        if hit:
            return self._cue(index, hit_end, hit[1], end)
        return self._plain(index, end)

    def _measured(self, first: int, last: int) -> int | None:
        """Return the word in a count at which a place begins that goes on behind it ("about | 27 km from the base")."""
        names = self.found.names
        return next((at for at in range(first, last) if at in names and names[at][0] > last), None)

    def _name_from(self, first: int, name: int, last: int) -> int:
        """Take a place whose distance is told before it, whole."""
        self._grow(first, last, fresh=True)
        assert self.open is not None
        for kind, mention in self.found.names[name][1]:
            getattr(self.open, kind).append(mention)
        return last

    def _name(self, first: int, last: int, hit_end: int) -> int:
        """Take a name of an actor, place or weapon whole, with the cues inside it."""
        head = self.open
        fresh = head is not None and (head.is_event or bool(head.find("victims")))
        inner: list[Mark] = []
        index = first
        while index < last:
            stop, cues = self.hits.get(index, (index + 1, ()))
            if stop > last and any(cue.kind == "event" and cue.form == "noun" for cue in cues):
                last = stop
            if stop <= last:
                inner.extend(
                    Mark(index, stop, cue) for cue in cues if cue.kind in _NOUNS or cue.form in {"means", "noun"}
                )
            index = max(stop, index + 1)
        self._grow(first, last, fresh=fresh)
        assert self.open is not None
        self.open.marks.extend(inner)
        for kind, mention in self.found.names[first][1]:
            getattr(self.open, kind).append(mention)
        for inside in range(first + 1, last):
            for kind, mention in self.found.names.get(inside, (0, ()))[1]:
                getattr(self.open, kind).append(mention)
            if inside in self.found.counts:
                self.open.counts.append(self.found.counts[inside][1])
        return last

    def _count(self, first: int, last: int) -> int:
        mention = self.found.counts[first][1]
        head = self.open
        fresh = head is not None and head.cue("people", "victims", "event") is not None
        self._grow(first, last, fresh=fresh)
        assert self.open is not None
        self.open.counts.append(mention)
        self.open.marks.extend(
            Mark(index, index + 1, cue)
            for index in range(first, last)
            if index in self.hits
            for cue in self.hits[index][1]
            if cue.kind == "people"
        )
        for end, cues in (self.hits.get(index, (last, ())) for index in range(first, last)):
            if end > last and any(cue.value == "including" for cue in cues):
                return self._add("prep", last, end, cues)  # "at least two of them children"
        return last

    def _plain(self, index: int, end: int) -> int:
        document, word = self.document, self.document.words[index]
        if word[0].isalnum():
            if self._is_verb_by_ending(index, end) or self._is_participle(index, end):
                return self._add("verb", index, index + 1)
            if self._is_manner(index):
                return self._add("other", index, index + 1)
            named = self._looks_like_name(index)
            self._grow(index, index + 1, self._possessor(word))
            assert self.open is not None
            self.open.named = self.open.named or named
            return index + 1
        if word == ",":
            return self._add("comma", index, index + 1)
        if word in _QUOTES:
            return self._add("quote", index, index + 1)
        if word in "([":
            return self._bracket(index, end)
        if word == "-":
            near = document.touches(index) and index + 1 < end and document.touches(index + 1)
            return self._grow(index, index + 1) if near and self.open else self._add("stop", index, index + 1)
        if word == "." and self._is_initial(index, end):
            return self._grow(index, index + 1)
        if word in _ENDS:
            return self._add("stop", index, index + 1)
        if word in "#@'/&.%$+":
            return self._grow(index, index + 1) if self.open else index + 1
        return self._add("other", index, index + 1)

    def _is_manner(self, index: int) -> bool:
        """Whether an unknown word says how between an auxiliary and its verb ("were lightly injured")."""
        endings = self.language.adverb_endings
        between = self.open is None and bool(self.units) and self.units[-1].kind in {"passive", "aux"}
        return between and self.document.words[index].endswith(endings) and self._verb_at(index + 1)

    def _looks_like_name(self, index: int) -> bool:
        """Whether a word is capitalised, or a handle; at a sentence's start that tells nothing of a lone word."""
        first = self.document.quote(index, index + 1)
        if index and self.document.words[index - 1] == "@":
            return True
        return first[0].isupper() and (first[1:2].islower() or len(first) > 1)

    def _is_initial(self, index: int, end: int) -> bool:
        """Whether a full stop belongs to an initial or an abbreviation ("U.S.", "J. Roe")."""
        words = self.document.words
        return self.open is not None and index + 1 < end and len(words[index - 1]) == 1 and words[index - 1].isalpha()

    def _possessor(self, word: str) -> tuple[Cue, ...]:
        """Return the cues of a word that carries a possessive ending ("the militia's")."""
        if not word.endswith(("'s", "s'")):
            return ()
        return tuple(
            cue for cue in self.lexicon.lookup(word[: -2 if word.endswith("'s") else -1]) if cue.kind == "people"
        )

    def _bracket(self, index: int, end: int) -> int:
        """Leave a bracket after a noun phrase aside: a short one explains the name before it."""
        close = ")" if self.document.words[index] == "(" else "]"
        for last in range(index + 1, min(index + 14, end)):
            if self.document.words[last] == close:
                if self.open is not None:
                    self.open.last = last + 1
                    return last + 1
                return index + 1
        return self._add("other", index, index + 1)

    def _is_verb_by_ending(self, index: int, end: int) -> bool:
        word = self.document.words[index]
        return (
            bool(self.language.verb_endings)
            and word.endswith(self.language.verb_endings)
            and len(word) > 4
            and self.open is not None
            and not self._only_opened(self.open)
            and not (index + 1 < end and self._noun_like(index + 1) and self.document.words[index - 1] == "-")
        )

    def _is_participle(self, index: int, end: int) -> bool:
        """Whether an unknown word after a comma is what somebody does besides (", shaking the houses")."""
        if self.open is not None or len(self.units) < 2 or self.units[-1].kind != "comma":
            return False
        word, language = self.document.words[index], self.language
        if language.verb_endings and word.endswith(language.verb_endings) and self.units[-2].kind == "np":
            return True
        ongoing = bool(language.participle_endings) and word.endswith(language.participle_endings)
        return ongoing and self._starts_phrase(index + 1, end)

    def _only_opened(self, unit: Unit) -> bool:
        """Whether a noun phrase has nothing yet but its determiner or number."""
        counted = {word for mention in unit.counts for word in range(*self.found.counted(mention))}
        plain = sum(1 for index in range(unit.first, unit.last) if index not in counted)
        return plain <= (1 if unit.determined else 0)

    def _waits(self, unit: Unit) -> bool:
        """Whether a noun phrase still waits for its head: "two of the minister" before "'s guards"."""
        return self._only_opened(unit) or (bool(unit.counts) and self.linked_at > unit.first)

    def _noun_like(self, index: int) -> bool:
        """Whether the word can be the head that an adjective waits for."""
        if index in self.found.names:
            return True
        hit = self.hits.get(index)
        if hit:
            return any(cue.kind in _NOUNS or cue.form in {"noun", "means"} for cue in hit[1])
        return index < len(self.document) and self.document.words[index][0].isalpha()

    def _starts_phrase(self, index: int, end: int) -> bool:
        """Whether a noun phrase begins here: what a verb would have after it."""
        if index >= end:
            return False
        if index in self.found.names or index in self.found.counts:
            return True
        hit = self.hits.get(index)
        if hit is None:
            return self.document.words[index][0].isalpha() and index not in self.found.times
        starts = {"determiners", "possessives", "pronouns", "doers"}
        return any(
            cue.kind in _NOUNS or (cue.kind == "word" and cue.value in starts) or cue.form in {"noun", "means"}
            for cue in hit[1]
        )

    def _cue(self, first: int, last: int, cues: tuple[Cue, ...], end: int) -> int:
        if not cues or (any(cue.form == "not" for cue in cues) and not can_be_verb(cues)):
            return self._grow(first, last)
        verbal = tuple(cue for cue in cues if cue.form in {"verb", "passive"})
        nominal = tuple(cue for cue in cues if cue.kind in _NOUNS or cue.form in {"noun", "means"})
        if verbal and (not nominal or self._reads_as_verb(first, last, end)):
            if self._is_attribute(first, last, end, bool(nominal)):
                return self._grow(first, last, verbal)
            return self._add("verb", first, last, (*verbal, *colouring(cues)))
        if nominal:
            return self._noun(first, last, nominal)
        return self._function_word(first, last, cues)

    def _noun(self, first: int, last: int, nominal: tuple[Cue, ...]) -> int:
        head = self.open
        told = head is not None and head.is_event and not any(cue.kind in {"event", "role"} for cue in nominal)
        placed = head is not None and bool(head.places) and self.language.order == "free"
        instrument = placed and all(cue.form == "means" for cue in nominal)  # no part of the place's name
        self._grow(first, last, nominal, fresh=instrument or (told and nominal[0].kind == "people"))
        assert self.open is not None
        for kind, mention in self.found.names.get(first, (0, ()))[1]:
            getattr(self.open, kind).append(mention)
        return last

    def _is_attribute(self, first: int, last: int, end: int, also_noun: bool) -> bool:
        """Whether a participle stands before its noun: "two wounded civilians", "the targeted plant"."""
        head = self.open
        if self.language.order != "svo" or also_noun:
            return False
        one = last - first == 1
        if one and head is not None and self._only_opened(head) and self.document.words[first].endswith("s"):
            return True  # "all 18 states": behind a bare figure or article a form in -s is a noun
        if last >= end:
            return False
        if head is None:
            behind = bool(self.units) and self.units[-1].kind == "prep"
            return behind and self.document.words[last - 1].endswith("ed") and self._noun_like(last)
        return (
            self._only_opened(head) and self._noun_like(last) and self.document.words[last - 1].endswith(("ed", "en"))
        )

    def _reads_as_verb(self, first: int, last: int, end: int) -> bool:
        """Whether a word that can be either is the verb here."""
        head, before = self.open, self.units[-1] if self.units else None
        follows = self._starts_phrase(last, end)
        word = self.document.words[last - 1]
        if self.language.order == "vso":
            return head is None and follows and (before is None or before.kind not in {"prep", "linking"})
        if head is None:
            if before is None or before.kind in {"stop", "comma", "conj", "clause", "quote"}:
                past = word.endswith("ed") and before is not None and before.kind in {"comma", "conj"}
                # "shelling displaced 300" is what the shelling did, "shelling a market" what somebody does
                led = follows and word.endswith("ing") and not self.document.words[last].endswith("ed")
                return led or (follows and past) or (past and self._verb_joined())
            if before.kind in {"prep", "linking"}:
                deed = before.kind == "prep" or any(unit.accuses for unit in self.units[-3:-2])
                return follows and word.endswith("ing") and deed
            if before.kind == "passive":
                return word.endswith(("ing", "ed", "en"))
            if before.kind == "time":
                return follows and word.endswith(("ed", "ing"))
            return before.kind in {"aux", "relative", "other"}
        if head.pronoun:
            return True
        if first - 1 > head.first and {"determiners"} == {c.value for c in self.hits.get(first - 1, (0, ()))[1]}:
            return False  # "relatives of the murder victims"
        if self._only_opened(head):
            return word.endswith(("ed", "en")) and not head.determined and bool(head.counts) and not follows
        if not follows:
            return False
        if word.endswith("ing"):
            return True
        plural_head = self.document.words[first - 1].endswith("s") or is_plural(head)
        return plural_head != word.endswith("s") or word.endswith(("ed", "ss"))

    def _verb_joined(self) -> bool:
        """Whether the unit before the conjunction is a verb ("were killed and wounded")."""
        return len(self.units) > 1 and self.units[-2].kind == "verb"

    def _function_word(self, first: int, last: int, cues: tuple[Cue, ...]) -> int:
        values = {cue.value for cue in cues if cue.kind == "word"}
        if self.open is None and "relatives" in values and self._after_speech():
            return self._add("other", first, last, cues)
        if values & {"determiners", "possessives"} and not values & {"relatives"}:
            self._grow(first, last, colouring(cues), fresh=self.open is not None and not self._waits(self.open))
            assert self.open is not None
            self.open.determined = True
            told = {"determiners", "indefinite", "possessives", "one_of"}
            self.open.marks.extend(Mark(first, last, cue) for cue in cues if cue.value in told)
            return last
        if "determiners" in values and self.open is None and self._noun_like(last):
            self._grow(first, last)
            assert self.open is not None
            self.open.determined = True
            return last
        if "pronouns" in values:
            self._grow(first, last, fresh=True)
            assert self.open is not None
            self.open.pronoun = True
            return last
        if "linking" in values and self._joins(last):
            self.linked_at = last
            return self._grow(first, last)
        if "doers" in values:
            fresh = self.language.order != "svo" and self.open is not None and not self._only_opened(self.open)
            return self._grow(first, last, cues, fresh=fresh)
        if cues[0].kind == "mark" and not values and cues[0].value in {"others", "additional"}:
            return self._grow(first, last, cues)
        hedging = all(cue.kind in {"hedge", "questioned"} for cue in cues)
        if hedging and self.open is not None and self._only_opened(self.open) and self._noun_like(last):
            return self._grow(first, last, cues)
        if {"prepositions", "auxiliaries"} <= values and self._verb_at(last):
            return self._add("aux", first, last, cues)
        if values:
            for value, kind in _WORD_UNITS.items():
                if value in values:
                    return self._add(kind, first, last, cues)
        marks = {cue.value for cue in cues if cue.kind == "mark"}
        if marks & set(_MARK_UNITS) or any(cue.kind == "source" for cue in cues):
            return self._add("prep", first, last, cues)
        return self._add("verb" if marks & {"effect", "total"} else "other", first, last, cues)

    def _verb_at(self, index: int) -> bool:
        """Whether a verb's cue begins at a word ("to" before it is no preposition)."""
        return any(cue.form == "verb" or cue.value in {"verbs", "light"} for cue in self.hits.get(index, (0, ()))[1])

    def _after_speech(self) -> bool:
        """Whether the unit before is a verb of speech, so that "that" opens what is said."""
        return bool(self.units) and self.units[-1].cue("speech") is not None

    def _joins(self, after: int) -> bool:
        """Whether "of" goes on with the open noun phrase: not after an event or outcome, whose sufferer follows."""
        head = self.open
        if head is None or head.pronoun:
            return False
        told = [mark.cue for mark in head.marks[-1:] if mark.last == head.last and mark.cue.form != "means"]
        if any(cue.kind in {"event", "outcome", "toll"} for cue in told):
            return False
        words, accused = self.document.words[after : after + 1], any(unit.accuses for unit in self.units[-1:])
        return bool(words) and not (accused and words[0].endswith(self.language.participle_endings))


def _brings_place(cues: tuple[Cue, ...]) -> bool:
    return all(cue.kind == "mark" and cue.value == "place" for cue in cues)

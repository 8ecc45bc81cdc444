"""From words to units: where a noun phrase begins and ends, and whether a word is a noun or a verb here.

No grammar of the language is assumed but what its pack says: function words bound the phrases, cues are heads, and any
other word belongs to the phrase that it stands in. What the finders of names, places, times and numbers found is whole.
"""

from ascertain.extract.events.articles import past_days
from ascertain.extract.events.by_whom import parts_of
from ascertain.extract.events.counted_people import is_behind_a_place, quotes_within, takes_some_of_them
from ascertain.extract.events.hyphens import is_compounded, is_written_onto, parts_clauses
from ascertain.extract.events.shared_heads import with_shared_heads, with_their_ages
from ascertain.extract.events.units import Mark, Unit
from ascertain.extract.events.verb_or_noun import NOUNS, VerbOrNoun
from ascertain.extract.events.words import can_be_verb, colouring
from ascertain.languages.cues import Cue

_ENDS = frozenset(".!?؟…;؛:|•*·◾●▪")
_LONGEST_ASIDE = 14  # words
_QUOTES = frozenset('"«»')
_WORD_UNITS = {
    "prepositions": "prep", "linking": "linking", "conjunctions": "conj", "relatives": "relative", "clause": "clause",
    "auxiliaries": "aux", "passive_auxiliaries": "passive", "verbs": "verb", "light": "light", "adverbs": "other",
}  # fmt: skip
_DETERMINING = frozenset(
    "determiners indefinite possessives own one_of one_person amounts each demonstratives alike".split()
)
_PERSONS = frozenset({"one_person", "plural_pronoun", "plural_object", "objective", "nominative"})
_MARK_UNITS = frozenset(("including", "cause", "place", "perpetrator", "wielder", "partner", "target", "means"))


class Chunker(VerbOrNoun):
    """Cuts the sentences of one document into units."""

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
        if self.language.order != "svo":
            return self.units
        return with_their_ages(with_shared_heads(past_days(self.units)), self.document)

    def _step(self, index: int, end: int) -> int:
        found, hit = self.found, self.hits.get(index)
        hit_end = min(hit[0], end) if hit else index
        inner = self._measured(index + 1, hit_end) if hit_end > index + 1 and hit and _brings_place(hit[1]) else None
        if hit and inner is not None:
            return self._add("prep", index, inner, hit[1])  # "on | the road of Orda": the road is the place's name
        if (time := found.times.get(index)) is not None and time[0] >= hit_end:
            moods = [cue for cue in hit[1] if cue.kind == "mood"] if hit else []  # "a year ago" is a time too
            looking_back = tuple(cue for cue in moods if cue.value != "conditional")  # but no month is "may"
            return self._add("time", index, min(time[0], end), looking_back)
        name = found.names.get(index)
        if name is not None and (
            hit is None
            or name[0] > hit_end
            or (name[0] == hit_end and (not can_be_verb(hit[1]) or self._is_governed()))
        ):
            return self._name(index, min(name[0], end), hit_end)
        count = found.counts.get(index)
        if count is not None and hit and takes_some_of_them(self, hit_end, hit[1]):
            self._grow(index, hit_end, fresh=True)
            assert self.open is not None
            self.open.counts.append(count[1])
            return hit_end
        if count is not None and (place := self._measured(index, count[0])) is not None:
            return self._name_from(index, place, min(found.names[place][0], end))
        if count is not None and (hit is None or count[0] >= hit_end):
            return self._count(index, min(count[0], end))
        if hit:
            return self._cue(index, hit_end, hit[1], end)
        return self._plain(index, end)

    def _is_governed(self) -> bool:
        """Whether a preposition stands right before, behind which no verb can stand; known of some languages alone."""
        return False

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
        head, found = self.open, self.found
        fresh = head is not None and (head.is_event or bool(head.find("victims")))
        inner: list[Mark] = []
        index = first
        while index < last:
            stop, cues = self.hits.get(index, (index + 1, ()))
            if index > first and self._closing(cues):
                last = index  # "took | 18 passengers | hostage"
                break
            if stop > last and any(cue.kind == "victims" or (cue.kind, cue.form) == ("event", "noun") for cue in cues):
                last = stop  # "several | people injured"
            if stop <= last:
                inner.extend(
                    Mark(index, stop, cue)
                    for cue in cues
                    if (cue.kind in NOUNS or cue.kind == "hedge" or cue.form in {"means", "noun"})
                    and not (
                        cue.form == "noun"
                        and cue.kind in {"event", "outcome"}
                        and found.is_in_party(self.document, first, index, stop)
                    )
                )
            index = max(stop, index + 1)
        self._grow(first, last, fresh=fresh)
        assert self.open is not None
        self.open.marks.extend(inner)
        for kind, mention in self.found.names[first][1]:
            getattr(self.open, kind).append(mention)
        if first in self.found.counts and self.found.counts[first][0] <= last:
            self.open.counts.append(self.found.counts[first][1])  # "dozens of civilians"
        for inside in range(first + 1, last):
            for kind, mention in self.found.names.get(inside, (0, ()))[1]:
                getattr(self.open, kind).append(mention)
            if inside in self.found.counts:
                self.open.counts.append(self.found.counts[inside][1])
        return last

    def _count(self, first: int, last: int) -> int:
        if any(cue.value == "occasions" for cue in self.hits.get(last, (0, ()))[1]):
            return self._add("other", first, self.hits[last][0])  # "shelled the town | 24 times"
        mention = self.found.counts[first][1]
        head = self.open
        fresh = head is not None and head.cue("people", "victims", "event") is not None
        self._grow(first, last, fresh=fresh or is_behind_a_place(self, first, last))
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
            by_ending = self._is_verb_by_ending(index, end) or self._is_past_behind_relative(index, end)
            by_ending = by_ending or self._is_being_done(index)
            if by_ending or self._is_participle(index, end) or self._says_what_they_do(index, end):
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
            if self.open is not None and quotes_within(self, self.open, index):
                return self._grow(index, index + 1)
            return self._add("quote", index, index + 1)
        if word in "([":
            return self._bracket(index, end)
        if word == "-" and index and document.words[index - 1] == "-" and document.touches(index) and not self.open:
            return index + 1  # "--"
        if word == "-":
            near = document.touches(index) and index + 1 < end and document.touches(index + 1)
            if near and self.open and not self._is_long_dash(index):
                return self._grow(index, index + 1)
            return self._add("comma" if self._sets_off(index, end) else "stop", index, index + 1)
        if word == "." and self._is_initial(index, end):
            return self._grow(index, index + 1)
        if word in _ENDS:
            return self._add("stop", index, index + 1)
        if word in "#@'/&.%$+":
            return self._grow(index, index + 1) if self.open else index + 1
        return self._add("other", index, index + 1)

    def _is_long_dash(self, index: int) -> bool:
        return parts_clauses(self.document, index, self.hits.get(index + 1, (0, ()))[1])

    def _sets_off(self, index: int, end: int) -> bool:
        """Whether a dash is one of two that set words off as commas would: "six people - two of them women - died"."""
        if index in self.closing:
            return True
        for at in range(index + 2, min(index + _LONGEST_ASIDE, end)):
            if self.document.words[at] == "-" and (not self.document.touches(at) or self._is_long_dash(at)):
                self.closing.add(at)
                return bool(self.units) or self.open is not None
        return False

    def _looks_like_name(self, index: int) -> bool:
        """Whether a word is capitalised, or a handle; at a sentence's start that tells nothing of a lone word."""
        first = self.document.quote(index, index + 1)
        if index and self.document.words[index - 1] == "@":
            return True
        return first[0].isupper() and (first[1:2].islower() or len(first) > 1)

    def _is_initial(self, index: int, end: int) -> bool:
        """Whether a full stop belongs to an initial or an abbreviation ("U.S.", "J. Roe")."""
        words = self.document.words
        if self.open is None or index + 1 >= end:
            return False
        short = words[index - 1] in self.language.endings.abbreviated
        return short or (len(words[index - 1]) == 1 and words[index - 1].isalpha())

    def _possessor(self, word: str) -> tuple[Cue, ...]:
        """Return the cues of a word that carries a possessive ending ("the militia's")."""
        ending = next((ending for ending in self.language.endings.possessive if word.endswith(ending)), "")
        cues = self.lexicon.lookup(word.removesuffix(ending)) if ending else ()
        return tuple(cue for cue in cues if cue.kind == "people")

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

    def _waits(self, unit: Unit) -> bool:
        """Whether a noun phrase still waits for its head: "two of the minister" before "'s guards"."""
        return self.only_opened(unit) or (bool(unit.counts) and self.linked_at > unit.first)

    def _cue(self, first: int, last: int, cues: tuple[Cue, ...], end: int) -> int:
        if closing := self._closing(cues):
            return self._add("verb", first, last, closing)
        reports = any("bare" in cue.flags for cue in cues) and self._reports(first, last)
        cues = tuple([cue for cue in cues if "split" not in cue.flags and (reports or "bare" not in cue.flags)])
        if any("suspects" in cue.flags for cue in cues):
            cues = tuple([cue for cue in cues if ("suspects" in cue.flags) == self._suspects(last)])
        other = "not" in [cue.form for cue in cues] and not (can_be_verb(cues) and self._can_be_verb_here())
        if other or not cues:
            return self._grow(first, last)
        verbal = tuple([cue for cue in cues if cue.form in {"verb", "passive"}])
        nominal = tuple([cue for cue in cues if cue.kind in NOUNS or cue.form in {"noun", "means"}])
        if verbal and (not nominal or self._reads_as_verb(first, last, end)):
            if is_written_onto(self.document, self.open, first):
                return self._grow(first, last)  # "the rebel-occupied town"
            if self._is_attribute(first, last, end, bool(nominal)):
                doing = self.document.words[last - 1].endswith(self.language.endings.ongoing)
                return self._grow(first, last, () if doing else verbal)
            light = tuple(cue for cue in cues if cue.value == "light" and self.language.order == "vso")
            return self._add("light" if light else "verb", first, last, (*verbal, *light, *colouring(cues)))
        if nominal and (self._takes_object(last) or self._is_engaged(first, last)):
            return self._add("verb", first, last)  # "the alliance fighting the rebels": who it is, and no event
        if nominal:
            return self._noun(first, last, nominal)
        return self._function_word(first, last, cues, end)

    def _can_be_verb_here(self) -> bool:
        """Whether no article or the like waits for its noun: "its | fight against smuggling" has one."""
        return self.open is None or not (self.open.determined and self.only_opened(self.open))

    def _takes_object(self, last: int) -> bool:
        """Whether a noun that ends before word `last` is a participle: behind a party, before an article or a party.

        "The coalition fighting rebels": what it does, and no "coalition fighting".
        """
        ending, head = self.language.endings.ongoing, self.open
        if not ending or head is None or not head.actors or not self.document.words[last - 1].endswith(ending):
            return False
        named = any(kind == "actors" for kind, _ in self.found.names.get(last, (0, ()))[1])
        return named or any(cue.value == "determiners" for cue in self.hits.get(last, (0, ()))[1])

    def _is_engaged(self, first: int, last: int) -> bool:
        """Whether a word tells what the party before it is doing somewhere ("the coalition fighting in Orda")."""
        head = self.open
        if head is None or not any(cue.value == "engaged" for cue in self.hits[first][1]):
            return False
        people = (
            self._is_article(head.first)
            and head.marks
            and head.marks[-1].cue.kind == "people"
            and head.marks[-1].last == first
        )
        return bool(people) and any(cue.value == "prepositions" for cue in self.hits.get(last, (0, ()))[1])

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

    def _function_word(self, first: int, last: int, cues: tuple[Cue, ...], end: int) -> int:
        values = {cue.value for cue in cues if cue.kind == "word"}
        if "misprinted" in values and self._lacks_its_bound(last):
            return last
        if "bearing" in values and self.open is not None and (burden := self._burden(last, end)) is not None:
            self.linked_at = burden
            return self._grow(first, burden)
        if values == {"bearing"}:
            return self._plain(first, end)
        if self.open is None and "relatives" in values:
            counted = last in self.found.counts  # "show that three died"
            if self._after_speech() or (counted and (self._after_a_verb() or self._goes_on_saying())):
                return self._add("other", first, last, cues)
        if values & {"determiners", "possessives"} and not values & {"relatives"}:
            self._grow(first, last, colouring(cues), fresh=self.open is not None and not self._waits(self.open))
            assert self.open is not None
            self.open.determined = True
            self.open.marks.extend(Mark(first, last, cue) for cue in cues if cue.value in _DETERMINING)
            return last
        if "determiners" in values and self.open is None and self._noun_like(last):
            self._grow(first, last, tuple(cue for cue in cues if cue.value == "demonstratives"))
            assert self.open is not None
            self.open.determined = True
            return last
        if "emphatic" in values and self.open is not None and (self.open.actors or self.open.cue("people", "role")):
            return self._add("other", first, last)
        if "pronouns" in values:
            self._grow(first, last, tuple(cue for cue in cues if cue.value in _PERSONS), fresh=True)
            assert self.open is not None
            self.open.pronoun = True
            return last
        if "linking" in values and self._joins(last):
            self.linked_at = last
            return self._grow(first, last)
        if values & {"doers", "latter", "own_forces", "particulars"}:
            fresh = self.language.order != "svo" and self.open is not None and not self.only_opened(self.open)
            return self._grow(first, last, cues, fresh=fresh)
        if is_compounded(self.document, self.open, first) and values & {"verbs", "adverbs"} and "light" not in values:
            return self._grow(first, last)  # "a high-rise block"
        if cues[0].kind == "mark" and not values and cues[0].value in {"others", "additional"}:
            return self._grow(first, last, cues)
        hedging = values <= {"adverbs"} and any(cue.kind in {"hedge", "questioned"} for cue in cues)
        if hedging and self.open is not None and self.only_opened(self.open) and self._noun_like(last):
            return self._grow(first, last, cues)
        if {"prepositions", "auxiliaries"} <= values and self._verb_at(last):
            return self._add("aux", first, last, cues)
        led = self.open is not None and (self.open.determined or bool(self.open.counts))
        if "adverbs" in values and led and self._noun_follows(last):
            return self._grow(first, last)  # "a nearby school"
        if values:
            for value, kind in _WORD_UNITS.items():
                if value in values:
                    own = "verb" if kind == "aux" and self._is_own_verb(first, last) else kind
                    return self._add(own, first, last, cues)
        marks = {cue.value for cue in cues if cue.kind == "mark"}
        parts = parts_of(self, first, last) if "perpetrator" in marks else None
        if parts is not None:
            return self._add("prep", self._add("verb", first, last - 1, parts[0]), last, parts[1])
        if marks & _MARK_UNITS or any(cue.kind == "source" for cue in cues):
            return self._add("prep", first, last, cues)
        return self._add("verb" if marks & {"effect", "total"} else "other", first, last, cues)

    def _goes_on_saying(self) -> bool:
        """Whether "and" stands right before, behind something said: "that ten were civilians, and that eight ..."."""
        joined = bool(self.units) and self.units[-1].kind == "conj"
        return joined and any(unit.kind == "verb" and unit.cue("speech") for unit in self.units)

    def _joins(self, after: int) -> bool:
        """Whether "of" goes on with the open noun phrase: not after an event or outcome, whose sufferer follows."""
        head = self.open
        if head is None or head.pronoun:
            return False
        told = [mark.cue for mark in head.marks[-1:] if mark.last == head.last and mark.cue.form != "means"]
        if any(cue.kind in {"event", "outcome", "toll"} or cue.value == "partaking" for cue in told):
            return False
        before = next((unit for unit in reversed(self.units) if unit.kind not in {"np", "conj", "linking"}), None)
        if before is None or not before.accuses:
            return after < len(self.document)
        next_two = (after, after + 1)  # "accused members of the army of ..."
        named = any(kind == "actors" for at in next_two for kind, _ in self.found.names.get(at, (0, []))[1])
        return named or any(cue.kind == "people" for at in next_two for cue in self.hits.get(at, (0, ()))[1])


def _brings_place(cues: tuple[Cue, ...]) -> bool:
    return all(cue.kind == "mark" and cue.value == "place" for cue in cues)

"""Whether a word is a noun or a verb where it stands, from what has been cut of its sentence before it.

What is asked: is a noun phrase open and does it still wait for its head, what begins behind the word, how does it end.
"""

from ascertain.extract.events.found import Found
from ascertain.extract.events.second_verbs import SecondVerbs
from ascertain.extract.events.units import Mark, Unit, is_described_in, is_plural, joins_a_verb, waits_for_its_noun
from ascertain.extract.events.words import Words, can_be_verb
from ascertain.languages.cues import OPENED, Cue
from ascertain.text import Document

_SHORT = 4  # letters up to which "-ed" is no ending of a verb: "seed"
_LONG = 7  # letters from which an ending tells an adverb from a noun: "prematurely", not "supply"
_BURDEN = 6  # words up to the explosives that something is full of
_PARTED = frozenset({"verb", "light", "stop", "clause"})
NOUNS = frozenset({"people", "thing", "victims", "role", "toll", "cause", "culprit", "deed"})


class VerbOrNoun(SecondVerbs):
    """The units of a sentence as far as they are cut, the last perhaps still open, and what a word is to them."""

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
        self.described = -1  # the word of a participle that an adverb before it makes an adjective
        self.closing: set[int] = set()  # dashes that close what one before them set off

    def _yield_to_times(self) -> None:
        """Take back words of a mood that belong to a time ("in the past" of "in the past few hours").

        What somebody was before is no time of what is told: "loyal to the former governor".
        """
        for at in [at for at, (last, _) in self.found.times.items() if self.document.words[at:last] == ["former"]]:
            del self.found.times[at]
        for first, (last, cues) in list(self.hits.items()):
            if not all(cue.kind == "mood" for cue in cues):
                continue
            if any(self.found.times.get(inside, (0,))[0] > last for inside in range(first + 1, last)):
                self.hits[first] = (first + 1, self.lexicon.lookup(self.document.words[first]))

    def _close(self) -> None:
        if self.open is not None:
            self.units.append(self.open)
            self.open = None

    def _add(self, kind: str, first: int, last: int, cues: tuple[Cue, ...] = ()) -> int:
        self._close()
        self.units.append(Unit(kind, first, last, [Mark(first, last, cue) for cue in cues] if cues else []))
        return last

    def _grow(self, first: int, last: int, cues: tuple[Cue, ...] = (), *, fresh: bool = False) -> int:
        """Add words to the open noun phrase, or open one."""
        if fresh and first != self.linked_at:
            self._close()
        self.open = self.open or Unit("np", first, last)
        self.open.last = last
        if cues:
            self.open.marks += [Mark(first, last, cue) for cue in cues]
        return last

    def _is_manner(self, index: int) -> bool:
        """Whether an unknown word says how between an auxiliary and its verb ("were lightly injured")."""
        endings, word = self.language.endings.manner, self.document.words[index]
        if not endings or not word.endswith(endings):
            return False
        if self._verb_at(index + 1):
            before = [unit.kind for unit in self.units[-2:] if unit.kind != "quote"]  # "were “arbitrarily shot”"
            alone = self.open is None and bool(before) and before[-1] in {"passive", "aux", "comma"}
            alone = alone and not self.document.text[self.document.starts[index]].isupper()
            return alone or (self.open is not None and not self.only_opened(self.open))
        if self.open is None and self.units and self.units[-1].kind == "passive" and len(word) >= _LONG:
            return not self._noun_like(index + 1)  # "were cowardly and brutally murdered"
        behind = self.open is None and bool(self.units) and self.units[-1].kind == "verb"
        return behind and len(word) >= _LONG and not self._starts_phrase(index + 1, len(self.document))

    def _says_what_they_do(self, index: int, end: int) -> bool:
        """Whether an unknown word is what people were doing: behind them, before an article ("guarding the bridge")."""
        word, endings, head = self.document.words[index], self.language.endings, self.open
        if head is None or not endings.ongoing or not word.endswith(endings.ongoing) or index + 1 >= end:
            return False
        people = head.marks[-1:] and head.marks[-1].cue.kind == "people" and head.marks[-1].last == index
        if any(cue.value in {"determiners", "possessives"} for cue in self.hits.get(index + 1, (0, ()))[1]):
            return not self.only_opened(head)  # "the river separating the town"
        if bool(people) and head.marks[-1].cue.form == "plural" and self._brings(index + 1):
            return True  # "militants hiding on the roadside"
        return bool(people) and (index + 1 in self.found.counts or index + 1 in self.found.names)

    def _brings(self, index: int) -> bool:
        """Whether a word is a preposition of place and nothing else that could belong to a noun phrase."""
        cues = self.hits.get(index, (0, ()))[1]
        values = {cue.value for cue in cues}
        return {"prepositions", "place"} <= values and not values & {"linking", "infinitive"}

    def _is_verb_by_ending(self, index: int, end: int) -> bool:
        word = self.document.words[index]
        return (
            word.endswith(self.language.endings.past)
            and len(word) > 4
            and self.open is not None
            and not self.only_opened(self.open)
            and self.linked_at != index  # "a group of masked men"
            and not self._is_article(index - 1)  # "two members of the outlawed party"
            and not self._says_how_it_is(index)
            and not (index + 1 < end and self._noun_like(index + 1) and self.document.words[index - 1] == "-")
        )

    def _says_how_it_is(self, index: int) -> bool:
        """Whether a participle stands before its noun with only a word of manner before it ("densely | populated")."""
        manner, head = self.language.endings.manner, self.open
        adverb = index - 1
        if not manner or head is None or head.first + head.determined != adverb or adverb in self.hits:
            return False
        word = self.document.words[adverb]
        return word.endswith(manner) and len(word) >= _LONG and self._noun_like(index + 1)

    def _burden(self, index: int, end: int) -> int | None:
        """Return where what something is full of begins, if that can go off: "a car packed with | 5 kg of TNT"."""
        if any(cue.value == "accompanying" for cue in self.hits.get(index, (0, ()))[1]):
            index += 1
        near = range(index, min(index + _BURDEN, end))
        cues = (cue for at in near for cue in self.hits.get(at, (0, ()))[1])
        return index if any(cue.form == "means" and cue.value == "bombing" for cue in cues) else None

    def _is_being_done(self, index: int) -> bool:
        """Whether an unknown word tells what somebody was doing or has done ("who were passing", "have erupted")."""
        if self.open is not None or not self.units:
            return False
        word, before = self.document.words[index], self.units[-1]
        had = before.kind == "aux" and before.has("word", "verbs")  # "clashes have erupted", "has punished a man"
        done = had and word.endswith(self.language.endings.past) and len(word) > _SHORT
        return done or (before.kind == "passive" and word.endswith(self.language.endings.ongoing))

    def _is_past_behind_relative(self, index: int, end: int) -> bool:
        """Whether an unknown word behind "who" is a verb: in the past before somebody ("who yesterday burned two")."""
        behind = list(self.units)
        while behind and behind[-1].kind in {"time", "other"}:
            behind.pop()
        waited = len(behind) < len(self.units)  # "the rebels today distributed leaflets"
        related = self.open is None and bool(behind) and behind[-1].kind == "relative"
        if related and (behind[-1].has("word", "whereby") or [unit.kind for unit in behind[-2:-1]] == ["prep"]):
            return False  # "the car from which masked men fired", "the bar where masked men shot two"
        word, endings = self.document.words[index], self.language.endings
        usual = related and word.endswith(endings.present) and not word.endswith(endings.unmarked)
        if usual and self._brings(index + 1):
            return True  # "a group that operates along the border"
        related = related or (self.open is None and waited and behind[-1:] != [] and behind[-1].kind == "np")
        return related and word.endswith(endings.past) and self._starts_phrase(index + 1, end)

    def _is_participle(self, index: int, end: int) -> bool:
        """Whether an unknown word after a comma is what somebody does besides (", shaking the houses")."""
        if self.open is not None or len(self.units) < 2 or self.units[-1].kind != "comma":
            return False
        word, endings = self.document.words[index], self.language.endings
        if word.endswith(endings.past) and self.units[-2].kind == "np":
            return True
        brought = any(cue.value == "prepositions" for cue in self.hits.get(index + 1, (0, ()))[1])
        return word.endswith(endings.ongoing) and (brought or self._starts_phrase(index + 1, end))

    def only_opened(self, unit: Unit) -> bool:
        """Whether a noun phrase has nothing yet but its determiner or number."""
        counted = {word for mention in unit.counts for word in range(*self.found.counted(mention))}
        plain = sum(1 for index in range(unit.first, unit.last) if index not in counted)
        return plain <= (1 if unit.determined else 0)

    def _noun_like(self, index: int) -> bool:
        """Whether the word can be the head that an adjective waits for."""
        if index in self.found.names:
            return True
        hit = self.hits.get(index)
        if hit:
            return any(cue.kind in NOUNS or cue.form in {"noun", "means"} for cue in hit[1])
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
            cue.kind in NOUNS or (cue.kind == "word" and cue.value in starts) or cue.form in {"noun", "means"}
            for cue in hit[1]
        )

    def _is_attribute(self, first: int, last: int, end: int, also_noun: bool) -> bool:
        """Whether a participle stands before its noun: "two wounded civilians", "an invading army"."""
        head = self.open
        if self.language.order != "svo" or (also_noun and first != self.described):
            return False
        endings = self.language.endings
        bare = last - first == 1 and head is not None and self.only_opened(head)
        if bare and self.document.words[first].endswith(endings.present):
            return True  # "all 18 states": behind a bare figure or article a form in -s is a noun
        if last >= end:
            return False
        if head is None:
            behind = bool(self.units) and self.units[-1].kind == "prep"
            return behind and self.document.words[last - 1].endswith(endings.past) and self._noun_like(last)
        articled = first > head.first and self._is_article(first - 1)  # "the widow of the murdered judge"
        articled = articled or first == self.described
        attribute = self.document.words[last - 1].endswith(endings.passive + (endings.ongoing if articled else ()))
        return (articled or self.only_opened(head)) and self._noun_like(last) and attribute

    def _noun_follows(self, index: int) -> bool:
        """Whether the open phrase still waits for its head and a noun that can be no verb comes next.

        A participle may stand before that noun: "a seriously | injured nurse".
        """
        if self.open is None or not self.only_opened(self.open) or index >= len(self.document):
            return False
        past = self.document.words[index].endswith(self.language.endings.passive) and self._noun_like(index + 1)
        if past and self.language.order == "svo" and self._verb_at(index):
            self.described = index
            return True
        return self._noun_like(index) and index in self.hits and not can_be_verb(self.hits[index][1])

    def _is_article(self, index: int) -> bool:
        """Whether a word is an article or the like and nothing else."""
        return {cue.value for cue in self.hits.get(index, (0, ()))[1]} in (
            {"determiners"},
            {"determiners", "indefinite"},
        )

    def _reads_as_verb(self, first: int, last: int, end: int) -> bool:
        """Whether a word that can be either is the verb here."""
        head, before = self.open, self.units[-1] if self.units else None
        follows = self._starts_phrase(last, end) and not self._opens_relative(last)
        follows = follows or (head is not None and self._says(first, last))
        word, endings = self.document.words[last - 1], self.language.endings
        if self.language.order == "vso":
            if self._is_marked_passive(first) or self._befell_a_person(last) or self._is_of_the_aged():
                return True
            if self._befell_the_one_before(last) or self._is_who_did() or (follows and self._has_its_doer(first)):
                return True
            opens = before is None or not (before.kind in {"prep", "linking"} or waits_for_its_noun(before))
            return head is None and follows and opens
        if head is None:
            if before is None or before.kind in {"stop", "comma", "conj", "clause", "quote"}:
                past = word.endswith(endings.past) and before is not None and before.kind in {"comma", "conj"}
                # "shelling displaced 300" is what the shelling did, "shelling a market" what somebody does
                led = (
                    follows and word.endswith(endings.ongoing) and not self.document.words[last].endswith(endings.past)
                )
                return led or (follows and past) or (past and joins_a_verb(self.units))
            if before.kind in {"prep", "linking"}:
                deed = before.kind == "prep" or any(unit.accuses for unit in self.units[-3:-1])
                deed = deed or self._is_articled(last)  # "the idea of bombing the town"
                return follows and word.endswith(endings.ongoing) and deed
            if before.kind == "passive":
                return word.endswith(endings.ongoing + endings.passive)
            if before.kind == "verb" and before.cue("speech") is not None:  # "denied bombing the school"
                own = any(before.has("speech", act) for act in ("deny", "claim")) and self._is_struck(last)
                return word.endswith(endings.ongoing) and (own or self._is_articled(last))
            if before.kind == "time":
                return follows and word.endswith(endings.past + endings.ongoing)
            if before.kind == "other" and before.has("mood", "general"):
                return word.endswith(endings.ongoing)  # "an end to attacks", "stop bombing the town"
            if before.kind == "other" and any(mark.cue.kind == "negation" for mark in before.marks):
                opened = len(self.units) < 2 or self.units[-2].kind in {"stop", "comma", "verb", "clause", "other"}
                if opened and not word.endswith(endings.past + endings.ongoing):
                    return False  # "no attack will go unpunished"
                return not self._is_led_by_auxiliary(last)  # "no shells were fired"
            noun = any(cue.form == "noun" for cue in self.hits[first][1])
            if noun and word.endswith(endings.plural) and is_described_in(self.units):
                return False
            return before.kind in {"aux", "relative", "other"}
        if head.pronoun:
            return True
        if first - 1 > head.first and {"determiners"} == {c.value for c in self.hits.get(first - 1, (0, ()))[1]}:
            return False  # "relatives of the murder victims"
        if self.only_opened(head):
            return word.endswith(endings.passive) and not head.determined and bool(head.counts) and not follows
        if not follows:
            return False
        if "bare" in {flag for cue in self.hits[first][1] for flag in cue.flags}:
            return True
        if word.endswith(endings.ongoing + endings.present) and self._is_past_verb(last, end):
            return False  # "the shelling injured one person", "heavy shells wounded five"
        if word.endswith(endings.ongoing):
            told = self.hits.get(last, (0, ()))[1]  # "a separate shelling attack"
            return not (head.determined and any(cue.kind == "event" and cue.form == "noun" for cue in told))
        plural_head = self.document.words[first - 1].endswith(endings.plural) or is_plural(head)
        return plural_head != word.endswith(endings.present) or word.endswith(endings.past + endings.unmarked)

    def _opens_relative(self, index: int) -> bool:
        """Whether a word like "that" has a verb right behind it: "the fierce clashes that broke out"."""
        related = any(cue.value == "relatives" for cue in self.hits.get(index, (0, ()))[1])
        told = self.hits.get(index + 1, (0, ()))[1] if related else ()
        return any(cue.value in {"verbs", "light"} or cue.form in {"verb", "passive"} for cue in told)

    def _is_articled(self, index: int) -> bool:
        """Whether a phrase with an article or a figure begins at a word."""
        values = {cue.value for cue in self.hits.get(index, (0, ()))[1]}
        articled = bool(values & {"determiners", "possessives"}) and "relatives" not in values
        return articled or index in self.found.counts

    def _is_struck(self, index: int) -> bool:
        """Whether a name, people or things begin at a word, as what a verb of harm was done to."""
        cues = self.hits.get(index, (0, ()))[1]
        if not cues and index < len(self.document):  # a name that no pack has
            return self.document.text[self.document.starts[index]].isupper()
        return index in self.found.names or any(cue.kind in {"people", "thing"} for cue in cues)

    def _is_own_verb(self, first: int, last: int) -> bool:
        """Whether an auxiliary is a verb of its own here: before an article ("stopped a bus")."""
        past = last - first == 1 and self.document.words[first].endswith(self.language.endings.past)
        articled = any(cue.value in {"determiners", "possessives"} for cue in self.hits.get(last, (0, ()))[1])
        return past and articled

    def _is_past_verb(self, index: int, end: int) -> bool:
        """Whether the word at `index` is a verb of the past with what it was done to behind it."""
        past = index < end and self.document.words[index].endswith(self.language.endings.past)
        verbal = any(cue.form == "verb" for cue in self.hits.get(index, (0, ()))[1])
        return past and verbal and self._starts_phrase(index + 1, end)

    def _closing(self, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
        """Return the cues of a verb's second part whose first stands before whom it befell ("took two hostage")."""
        split = [cue for cue in cues if "split" in cue.flags]
        if not split:
            return ()
        verb = next(
            (unit for unit in reversed(self.units) if unit.kind in _PARTED or unit.has("mood", "general")), None
        )
        if verb is None or verb.kind in {"stop", "clause"}:
            return ()
        opener = OPENED + self.document.words[verb.first]
        return tuple(cue for cue in split if opener in cue.flags)

    def _says(self, first: int, last: int) -> bool:
        """Whether a word that can be of speech has behind it when it was said, or "that"."""
        speech = any(cue.kind == "speech" and cue.form == "verb" for cue in self.hits.get(first, (0, ()))[1])
        that = any(cue.kind == "source" and cue.value == "that" for cue in self.hits.get(last, (0, ()))[1])
        return speech and (that or last in self.found.times)

    def _reports(self, first: int, last: int) -> bool:
        """Whether many to say it stand before what can be speech, and a figure behind: "medics at the scene report 20".

        "The report" and "of a report" are nouns.
        """
        head = self.open
        if head is None or last not in self.found.counts or self.only_opened(head):
            return False
        governed = bool(self.units) and self.units[-1].kind in {"prep", "linking"}
        if governed:
            return any(unit.kind == "np" and is_plural(unit) for unit in self.units)
        linked = self.linked_at if self.linked_at > head.first else first
        return any(mark.cue.form == "plural" and mark.last <= linked for mark in head.marks)

    def _suspects(self, last: int) -> bool:
        """Whether a word that ends before word `last` has who suspects before it and "that" or whom behind it."""
        head = self.open
        if head is None or (self.only_opened(head) and not (head.actors or head.cue("people", "role"))):
            return False
        cues = self.hits.get(last, (0, ()))[1]
        named = any(kind == "actors" for kind, _ in self.found.names.get(last, (0, ()))[1])
        return named or any(cue.value in {"determiners", "possessives", "that"} for cue in cues)

    def _verb_at(self, index: int) -> bool:
        """Whether a verb's cue begins at a word ("to" before it is no preposition)."""
        return any(cue.form == "verb" or cue.value in {"verbs", "light"} for cue in self.hits.get(index, (0, ()))[1])

    def _is_led_by_auxiliary(self, index: int) -> bool:
        """Whether an auxiliary begins at a word, before which its subject stands."""
        return any(cue.value == "passive_auxiliaries" for cue in self.hits.get(index, (0, ()))[1])

    def _after_speech(self) -> bool:
        """Whether the unit before is a verb of speech, so that "that" opens what is said."""
        return bool(self.units) and self.units[-1].cue("speech") is not None

    def _after_a_verb(self) -> bool:
        """Return whether the unit before is a verb, so that "that" before a figure opens what it shows."""
        return bool(self.units) and self.units[-1].kind == "verb"

    def _lacks_its_bound(self, index: int) -> bool:
        """Whether a figure of people opens a sentence, or what is said, behind a word that is only left of a bound."""
        before = self.units[-1] if self.units else None
        opens = before is None or before.kind == "stop" or before.has("source", "that")
        count = self.found.counts.get(index)
        if self.open is not None or not opens or count is None:
            return False
        return any(cue.kind == "people" for cue in self.hits.get(count[0], (0, ()))[1])

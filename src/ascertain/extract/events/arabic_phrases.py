"""What a word does in an Arabic noun phrase that is open: whether it belongs to it, or begins another."""

from functools import cache

from ascertain.extract.events.acting import is_means
from ascertain.extract.events.arabic_cues import HEADS, is_of_people, says_what_it_was_like
from ascertain.extract.events.chunks import Chunker
from ascertain.extract.events.found import Found
from ascertain.extract.events.units import Unit
from ascertain.extract.events.verb_or_noun import NOUNS
from ascertain.extract.events.words import Words
from ascertain.languages.cues import Cue
from ascertain.languages.numbers import number_words
from ascertain.languages.place_words import place_words
from ascertain.text import Document

PARTIES = frozenset(("military", "armed_group", "government", "party", "nationality"))
_ADJECTIVES = ("يه", "ي", "يون", "يين", "يان")
_BLASTS = frozenset(("explosion", "bombing"))
_OF_AGE = ["من", "العمر"]
_WHO = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي"))
_LIMIT = 3  # words before a figure: "no less than"
_SHORT = 3  # letters of a word that is too short for an adjective that ends so
_BODIES = (PARTIES | {"organisation", "outlet"}) - {"nationality"}


@cache
def _features(code: str) -> frozenset[str]:
    """Return a language's single words for places that have names of their own: square, street, bridge."""
    return frozenset(phrase[0] for phrase in place_words(code).features if len(phrase) == 1)


class ArabicPhrases(Chunker):
    """Judges the phrase that is open, and the words around it; nothing is cut here."""

    def __init__(self, document: Document, words: Words, found: Found) -> None:
        """Look the words up once; `cuts` are how many letters of each word are particles."""
        super().__init__(document, words, found)
        self.cuts: dict[int, int] = {}

    def _reads_as_verb(self, first: int, last: int, end: int) -> bool:
        """Whether a word that can be either is the verb; with «ل» right behind it, it is the noun: «قصف لقوات»."""
        noun = any(cue.kind == "event" and cue.form == "noun" for cue in self.hits.get(first, (0, ()))[1])
        whose = last < end and self.document.words[last][: self.cuts.get(last, 0)] in ("ل", "لل")
        if self._is_behind_who(first) and not (noun and whose):
            return True
        if noun and (self._is_what_led_to_it(first) or (last < end and self._says_what_it_was_like(last))):
            return False
        return not (noun and whose) and super()._reads_as_verb(first, last, end)

    def _says_what_it_was_like(self, index: int) -> bool:
        behind, known = index + 1, index in self.hits or index in self.found.names
        whose = behind < len(self.document) and self.document.words[behind][: self.cuts.get(behind, 0)] in ("ل", "لل")
        return says_what_it_was_like(self.document.words[index], whose=whose and not known)

    def _is_what_led_to_it(self, first: int) -> bool:
        """Whether a verb of hitting or of leading to something tells of a word right behind it: طال | قصف."""
        verb = self.units[-1] if self.units and self.open is None else None
        if verb is None or verb.kind != "verb" or verb.last != first:
            return False
        return verb.has("mark", "target") or verb.has("mark", "effect") or verb.has("word", "leading_to")

    def _is_behind_who(self, first: int) -> bool:
        """Whether a word with no particle stands right behind "who", which a verb follows: المدني الذي | قتل."""
        relative = self.units[-1] if self.units and self.open is None else None
        behind = relative is not None and relative.kind == "relative" and relative.last == first
        return behind and self.document.words[first - 1] in _WHO and not self.cuts.get(first)

    def _leave_names_of_places(self, unit: Unit) -> None:
        """Leave out arms for which a square or street is named: ساحة الطيران is nobody's aircraft."""
        head = self.document.words[unit.first][unit.cut :]
        if unit.actors or unit.counts or head not in _features(self.language.code):
            return
        arms = [mark for mark in unit.marks if mark.first > unit.first and mark.cue.form == "means"]
        words = {mark.first for mark in arms}
        unit.marks[:] = [mark for mark in unit.marks if mark.first not in words]

    def _is_whole_number(self, index: int) -> bool:
        """Whether a word is a figure from its first letter on."""
        held = self.found.counts.get(index)
        one = self.document.words[index].startswith("واحد")
        return one or (held is not None and held[1].start <= self.document.starts[index])

    def _age(self, index: int) -> int:  # the word after an age, or 0
        index += 2 if self.document.words[index : index + 2] == _OF_AGE else 0
        return max(self.found.counts.get(index, (0,))[0], self.found.times.get(index, (0,))[0])

    def _in_a_figure(self, index: int) -> bool:
        """Whether a word stands in a count that began shortly before it: "no | less than eleven"."""
        counts = self.found.counts
        return any(at in counts and counts[at][0] > index for at in range(max(0, index - 2), index + 1))

    def _is_negation(self, index: int) -> bool:
        hit = self.hits.get(index)
        return hit is not None and any(cue.kind == "negation" for cue in hit[1])

    def _is_beyond_name(self, index: int) -> bool:
        """Whether a word without an article stands behind a definite phrase that names an office or a party.

        Nothing indefinite belongs to a definite noun: "the command | exposure of units to", "the council | a mission".
        A name may follow a person's title.
        """
        head, document = self.open, self.document
        word = document.words[index]
        if head is None or index != head.last or word.startswith("ال") or index in self.cuts:
            return False
        if word.endswith(self.language.endings.accusative):
            return False  # "backed | by Russia", in one word: المدعومة روسياً
        told = head.cue("role")
        named = {getattr(one.parsed, "type", "") for one in head.actors if document.word_at(one.start) == head.first}
        titled = told is not None and "body" not in told.flags and told.value != "outlet" and not named & _BODIES
        definite = document.words[index - 1].removeprefix("و").startswith(("ال", "لل"))
        bodies = any(getattr(mention.parsed, "type", "") in _BODIES for mention in head.actors)
        bodies = bodies or (told is not None and told.value in {"outlet", "medical"} and head.cue("people") is None)
        return definite and bodies and not titled and word.isalpha()

    def _is_whole(self, index: int) -> bool:
        """Whether a phrase of a thing, and of no person, ends with the article before a word: it goes on no more."""
        head = self.open
        ends = head is not None and index == head.last and self.document.words[index - 1].startswith("ال")
        thing = head.cue("thing") if head is not None and head.cue("people") is None else None
        return ends and thing is not None and thing.value != "area"

    def _is_owned_site(self, index: int) -> bool:
        """Whether a word says whose the thing before it is, and no deed: "the seat of a charity | belonging | to"."""
        owned, before = next(iter(self.units[-1:]), None), next(iter(self.units[-2:-1]), None)
        if self.open is not None or owned is None or before is None or not owned.has("word", "belonging"):
            return False
        return owned.first == index and before.kind == "np" and before.cue("thing") is not None and not before.is_event

    def _is_laid_for(self, head: Unit | None) -> bool:
        """Whether an ambush or post is set up or attacked, so that whose it is said to be is struck: نصب كميناً ل."""
        if head is None or not any("laid" in mark.cue.flags for mark in head.marks):
            return False
        before, verb = next(iter(self.units[-1:]), None), next(iter(self.units[-2:-1]), None)
        if before is not None and before.kind == "np" and verb is not None and verb.kind == "light":
            return True  # نصب | المقاتلون | كميناً
        aimed = before is not None and before.kind == "prep" and before.has("mark", "target")
        return before is not None and (before.kind in {"verb", "light"} or aimed)

    def _only_describes(self, head: Unit) -> bool:
        """Whether a phrase is words of no kind, without an article, behind a verb and its event: هز انفجار | قوي."""
        verb = next(iter(self.units[-1:]), None)
        told = verb.find("event", "verb") if verb is not None and verb.kind == "verb" else None
        plain = not (head.marks or head.actors or head.places or head.counts or head.equipment)
        behind = told is not None and told.last - told.first > 1 and told.cue.value in _BLASTS
        return behind and plain and not self.document.words[head.first].startswith("ال")

    def _is_office(self, head: Unit) -> bool:
        """Whether a phrase ends in an office without an article, so that what it is of follows: مدير | المدرسة."""
        told = head.find("role")
        ends = told is not None and told.cue.value == "official" and told.last == head.last
        return ends and head.places == [] and not self.document.words[head.last - 1].startswith("ال")

    def _has_actors(self, head: Unit) -> bool:
        """Whether a phrase names somebody already, and does not end in an office that goes on: مدير | مشفى أوردة."""
        return bool(head.actors) and not self._is_office(head)

    def _governed_by_event(self) -> bool:
        """Whether what stands right before tells an event, whose target a particle brings (قصف لمدينة ...)."""
        before = self.open if self.open is not None else next(iter(self.units[-1:]), None)
        return before is not None and (before.kind == "verb" or before.is_event or self._only_means(before))

    def _after_event(self) -> bool:
        for unit in reversed([*self.units[-3:], *([self.open] if self.open else [])]):
            if unit.find("event", "noun") is not None:
                return True
            if unit.kind == "verb":
                return False
        return False

    def _governs(self, unit: Unit | None) -> bool:
        """Whether a phrase is a noun whose sufferer or doer follows right behind it."""
        return unit is not None and (unit.is_event or unit.find("outcome", "noun") is not None)

    def _is_object(self, index: int, head: Unit) -> bool:
        """Whether a noun behind people without a figure is whom they did it to.

        In the accusative (خطف مسلحون طبيباً), or definite behind a plural that governs nothing (اغتال مسلحون المختار).
        """
        word = self.document.words[index][self.cuts.get(index, 0) :]
        if self._are_others_than_those(word, head):
            return True
        armed = head.cue("people") is not None or bool(head.actors) or head.find("event", "means") is not None
        if head.counts or not (armed or head.cue("role")):
            return False
        role = head.cue("role")
        agency = any((cue.kind, cue.value) == ("role", "outlet") for cue in self.hits.get(index, (0, ()))[1])
        told = agency and role is not None and role.value != "outlet"  # أفاد مصدر طبي | وكالة ...
        if (word.startswith("ال") or told) and self._is_described(head):
            return True
        if not armed:
            return False
        if self._is_behind_weapon(word, head) or self._is_one_behind_many(word, head):
            return True
        if self._are_accusative(word):
            return not self._are_accusative(self.document.words[head.last - 1])  # قائداً | عسكرياً is one
        if head.cue("people") is None:
            return False
        whole = any(self.document.words[at].endswith(("ون", "ين")) for at in range(head.first, head.last))
        articled = (
            word.startswith(self.language.articles)
            and word[2:] != ""
            and not self.document.words[head.first].startswith(self.language.articles)
        )
        cues = (*self.lexicon.lookup(word.removeprefix("ال")), *self.hits.get(index, (0, ()))[1])
        singular = any(cue.kind == "people" and cue.form == "singular" for cue in cues)
        body = any(cue.kind == "people" and "body" in cue.flags for cue in cues)
        leads = whole and not self.document.words[head.first].startswith(self.language.articles)
        office = any((cue.kind, cue.value) == ("role", "official") for cue in self.hits.get(index, (0, ()))[1])
        return (whole and articled and singular) or (leads and (singular or office) and (body or word[-1] not in "ةه"))

    def _is_described(self, head: Unit, first: int | None = None, end: int = 0) -> bool:
        """Whether a phrase without an article ends in its adjective, so that a definite noun begins another.

        "Local groups | the forces" (جماعات محلية | القوات): it governs nothing, as "the groups of" would. A name of one
        word at `first` without the article may be one more adjective (مصادر عسكرية معارضة).
        """
        document, last = self.document, head.last - 1
        if first is not None and end - first == 1 and not document.words[first].startswith(("ال", "وال")):
            return False
        words = [document.words[head.first][head.cut :], *document.words[head.first + 1 : head.last]]
        if len(words) < 2 or any(word.startswith(("ال", "لل")) for word in words):
            return False
        adjective = words[-1].endswith(_ADJECTIVES) and len(words[-1]) > _SHORT
        feminine = words[0].endswith(("ه", "ات")) or any(mark.cue.form == "plural" for mark in head.marks)
        agrees = feminine or not words[-1].endswith("يه")
        noun = any(cue.kind in NOUNS for cue in self.hits.get(last, (0, ()))[1])
        if words[-1].endswith(_ADJECTIVES) and any(
            mark.cue.kind == "role" and (mark.first, mark.last) == (head.first, head.last) for mark in head.marks
        ):
            return True  # مصدر طبي
        return adjective and agrees and not noun and not head.places

    def _is_one_behind_many(self, word: str, head: Unit) -> bool:
        """Whether a definite word for one person follows a definite one for many: شيع الأهالي | الطفل."""
        articles = self.language.articles
        plural = head.find("people", "plural")
        opens = plural is not None and plural.first == head.first and self.document.words[head.first].startswith("ال")
        one = word.startswith(articles) and not word.endswith("يه")
        people = (cue for cue in self.lexicon.lookup(word[2:]) if cue.kind == "people") if opens and one else ()
        return any(cue.form == "singular" and "body" not in cue.flags for cue in people)

    def _are_accusative(self, word: str) -> bool:
        """Whether a word for people has the ending of an object that is told of for the first time."""
        accusative = word.endswith(self.language.endings.accusative)
        return accusative and any(cue.kind == "people" for cue in self.lexicon.lookup(word[:-1]))

    def _are_others_than_those(self, word: str, head: Unit) -> bool:
        """Whether a word for people is in no subject's case, behind people who are: اغتال مسلحان | عقيدا, مدنيين."""
        if head.cue("people") is None or not self.document.words[head.first][head.cut :].endswith(("ان", "ون")):
            return False
        many = self.lexicon.lookup(word) if word.endswith("ين") else ()
        return self._are_accusative(word) or any(cue.kind == "people" and cue.form != "singular" for cue in many)

    def _is_behind_weapon(self, word: str, head: Unit) -> bool:
        """Whether a definite noun stands behind an indefinite weapon with its adjective: طائرة مسيرة | القيادي فلان."""
        means = head.find("event", "means")
        described = means is not None and means.first == head.first and head.last - head.first > 1
        articles = self.language.articles
        opens = self.document.words[head.first][self.cuts.get(head.first, 0) :]
        return described and word.startswith(articles) and not opens.startswith(articles)

    def _are_civilians(self, index: int, head: Unit) -> bool:
        """Whether a party and, behind it, civilians stand, who are none of it (قصفت قوات ... | المدنيين)."""
        held = {getattr(mention.parsed, "type", "") for mention in head.actors}
        named = {getattr(mention.parsed, "type", "") for _, mention in self.found.names[index][1]}
        bodies = any("body" in mark.cue.flags for mark in head.marks)
        return "civilians" in named and (bodies or bool(held & (PARTIES - {"nationality"})))

    def _is_civil(self, index: int) -> bool:
        hit = self.hits.get(index)
        return hit is not None and any(cue.kind == "people" for cue in hit[1])

    def _ends_a_body(self, head: Unit) -> bool:
        """Whether a phrase of an armed body ends with the article, so that a name behind it is no part of it."""
        body = head.cue("people")
        ends = self.document.words[head.last - 1].startswith(self.language.articles)
        return body is not None and "body" in body.flags and ends

    def _is_no_party(self, index: int) -> bool:
        kinds = {kind for kind, _ in self.found.names[index][1]}
        return not kinds & {"actors"}

    def _is_party(self, index: int) -> bool:
        return any(
            kind == "actors" and getattr(mention.parsed, "type", "") in PARTIES - {"nationality"}
            for kind, mention in self.found.names[index][1]
        )

    def _counted_before(self) -> bool:
        """Whether a comma and, before it, a phrase with a figure stand right before."""
        comma, people = self.units[-1:], self.units[-2:-1]
        return bool(people) and comma[0].kind == "comma" and bool(people[0].counts)

    @staticmethod
    def _only_means(head: Unit) -> bool:
        """Whether the phrase is a weapon: what follows it is something else (بالمدفعية قرية ...)."""
        means = any(mark.cue.form == "means" for mark in head.marks)
        other = any(mark.cue.value != "weapon" for mark in head.marks if mark.cue.kind in HEADS)
        return means and not other and not head.actors

    def _only_counts(self, head: Unit) -> bool:
        """Whether the phrase has nothing yet but a number or determiner."""
        return not head.marks and not head.actors and (bool(head.counts) or self.only_opened(head))

    def _is_counted_arms(self, first: int, head: Unit) -> bool:
        """Whether a phrase counts or names weapons, so that a place begins another: بعشرين صاروخا | بلدة سرمين."""
        thing = head.cue("thing")
        named = {kind for kind, _ in self.found.names.get(first, (0, ()))[1]}
        counted = bool(head.counts) and thing is not None and thing.value == "weapon"
        return (counted or (not head.marks and is_means(head))) and named == {"places"}

    def _befell_people(self, last: int) -> bool:
        """Whether people stand right before the word that ends at `last`, and a particle behind: طفل قتل برصاص ...

        A preposition of its own tells it where those people open what is said: وذكر أن رجلاً قتل إثر ...
        """
        behind = [*self.units, *([self.open] if self.open is not None else [])]
        while behind and behind[-1].kind in {"other", "quote"}:
            behind.pop()
        led = bool(behind) and behind[-1].kind == "np" and is_of_people(behind[-1])
        if not led or behind[-1].is_event or last >= len(self.document):
            return False
        if self.cuts.get(last, 0) > 0 and self.document.words[last][0] == "ب":
            return True
        brought = any(cue.value == "prepositions" for cue in self.hits.get(last, (0, ()))[1])
        brought = brought or self.document.words[last].startswith(("متاثر", "واصيب", "،", ",", "."))
        while len(behind) > 1 and behind[-1].kind in {"np", "prep", "quote"}:
            behind.pop()  # "two members of the militia were killed"
        return brought and behind[-1].kind == "clause" and behind[-1].has("source", "that")

    def _past_times(self, index: int, end: int) -> int:
        """Return the word after the times, and the commas about them, that begin at a word."""
        while index < end and (self.document.words[index] == "،" or index in self.found.times):
            index = self.found.times[index][0] if index in self.found.times else index + 1
        return index

    def _had_befallen(self, first: int, last: int, end: int) -> bool:
        """Whether a verb of killing or hurting stands behind "had" and whom it befell: وكان رئيس القسم قتل أمس ب ..."""
        cues = self.hits[first][1]
        if not any(cue.kind == "outcome" and cue.value in ("killed", "injured") for cue in cues):
            return False
        behind = [*self.units, *([self.open] if self.open is not None else [])]
        who = behind[-1] if behind and behind[-1].kind == "np" else None
        while behind and behind[-1].kind in {"np", "prep", "other", "linking", "quote"} and not behind[-1].is_event:
            behind.pop()
        had = bool(behind) and behind[-1].kind == "aux" and behind[-1].has("word", "past")
        at = self._past_times(last, end)
        brings = at < end and (self.cuts.get(at, 0) > 0 or self.hits.get(at, (0, ()))[1] != ())
        return had and who is not None and not self.cuts.get(first) and brings

    def _opens_what_befell(self, first: int, last: int) -> bool:
        """Whether a verb of killing or hurting opens a clause, and who it befell stands behind a place: قتل في ..."""
        cues = self.hits[first][1]
        befalls = any(cue.kind == "outcome" and cue.value in ("killed", "injured") for cue in cues)
        opens = self.open is None and (not self.units or self.units[-1].kind in {"stop", "conj", "clause", "comma"})
        if not (befalls and opens) or last >= len(self.document):
            return False
        return any(cue.value == "prepositions" for cue in self.hits.get(last, (0, ()))[1])

    def _will(self, index: int) -> tuple[Cue, ...]:
        """Return the cues of a verb with the letter of the future before it: سيقصف, ستشن."""
        rest = self.document.words[index][1:]
        cues = self.lexicon.lookup(rest) if rest[:1] in ("ي", "ت", "ن") and len(rest) > _SHORT - 1 else ()
        told = any(cue.value in {"passive_auxiliaries", "auxiliaries"} for cue in cues)  # سيتم: what follows tells it
        verbs = tuple(cue for cue in cues if cue.form in {"verb", "passive"} or cue.value == "light")
        before = next(iter(self.units[-1:]), None)
        said = before is not None and before.kind == "clause" and before.has("source", "that") and self.open is None
        pronoun = said and self.document.words[index - 1].endswith(self.language.endings.speaker)
        unknown = pronoun and not cues and rest[:1] in ("ي", "ت")
        return () if told else verbs or ((Cue("word", "verbs"),) if unknown else ())

    def _tells_what_befell(self, index: int) -> bool:
        """Whether a noun of an outcome alone stands open right before a word: إصابة, مقتل."""
        head = self.open
        mark = head.find("outcome", "noun") if head is not None else None
        return mark is not None and mark.last == index and head is not None and not head.counts

    def _cut_before_bounds(self, figure: int) -> None:
        """Cut the particle off what limits a figure: بأكثر من خمس قذائف is "with more than five shells"."""
        limits = number_words().before.first_words
        for at in range(max(0, figure - _LIMIT), figure + 1):
            word = self.document.words[at]
            if word[0] in "بل" and word[1:] in limits:
                self.cuts[at] = 1
                self.hits.pop(at, None)  # نحو is "about" before a figure, and not "towards"

    def _is_what_somebody_says(self, index: int) -> bool:
        """Whether a word is what is denied or announced behind who speaks and for whom: نفى فلان، المتحدث، قصف."""
        told = self.units[-5:]
        if self.open is not None or self.cuts.get(index) or [u.kind for u in told] != "verb np comma np comma".split():
            return False
        cue = told[0].cue("speech")
        speaks = cue is not None and (cue.polarity == "denied" or "announces" in cue.flags)
        return speaks and told[3].has("role", "spokesman")

    def _is_governed(self) -> bool:
        return self.open is None and bool(self.units) and self.units[-1].kind == "prep"

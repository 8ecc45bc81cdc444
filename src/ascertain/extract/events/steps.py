"""Steps from unit to unit of a sentence: past adverbs and asides, to the verb before, to the word that governs."""

from collections.abc import Callable
from functools import cached_property

from ascertain.extract.events.acting import is_means, is_party
from ascertain.extract.events.units import Unit
from ascertain.languages.cues import Language
from ascertain.text import Document

VERBS = frozenset({"verb", "light"})


class _Kinds(dict[int, str]):
    """The kinds of units by their number."""

    def __missing__(self, index: int) -> str:
        return "stop"


class Steps:
    """The units of one sentence, walked by position."""

    def __init__(self, document: Document, units: list[Unit], language: Language) -> None:
        """Take the units of a sentence and the language that it is written in."""
        self.document = document
        self.units = units
        self.order, self.code = language.order, language.code
        self.endings = language.endings
        self.articles = language.articles
        # The kind of the unit at an index, or "stop" outside of the sentence: asked two thousand times a text.
        self.kind: Callable[[int], str] = _Kinds(enumerate([unit.kind for unit in units])).__getitem__

    def tells(self, kind: str, value: str) -> bool:
        """Return whether one of the sentence's cues is this one; most sentences have few."""
        return (kind, value) in self._told

    def tells_any(self, kind: str) -> bool:
        """Return whether one of the sentence's cues is of this kind."""
        return kind in self._kinds_told

    @cached_property
    def _kinds_told(self) -> frozenset[str]:
        return frozenset([kind for kind, _ in self._told])

    @cached_property
    def _told(self) -> frozenset[tuple[str, str]]:
        return frozenset([(mark.cue.kind, mark.cue.value) for unit in self.units for mark in unit.marks])

    def words(self, index: int) -> list[str]:
        """Return the folded words of a unit."""
        unit = self.units[index]
        return self.document.words[unit.first : unit.last]

    def is_of_many(self, verb: int) -> bool:
        """Whether a verb says that many did it or suffered it, also with words of its own behind it (أصيبوا بجروح)."""
        words = self.words(verb)
        return any(word.endswith(self.endings.many) for word in (words[0], words[-1]))

    def is_of_two(self, verb: int) -> bool:
        """Whether a verb is of two: its first word ends as those of two do, and not as those of many or with "it"."""
        word, endings = self.words(verb)[0], self.endings
        return word.endswith(endings.two) and not word.endswith((*endings.many, *endings.object, *endings.ours))

    def before(self, index: int) -> int:
        """Return the unit before `index`, past adverbs, times and quotation marks."""
        index -= 1
        while index >= 0 and self.kind(index) in {"other", "time", "quote"}:
            index -= 1
        return index

    def after(self, index: int) -> int:
        """Return the unit after `index`, past adverbs, times and quotation marks."""
        index += 1
        while index < len(self.units) and self.kind(index) in {"other", "time", "quote"}:
            index += 1
        return index

    def is_participle(self, index: int) -> bool:
        """Whether this verb hangs on the verb before it (", killing three")."""
        return self.is_ongoing(index) and self.kind(self.before(index)) in {"comma", "conj", "prep"}

    def is_ongoing(self, index: int) -> bool:
        """Whether this verb has the ending of what goes on ("killing", "opening fire on")."""
        words, ongoing = self.words(index), self.endings.ongoing
        return bool(ongoing) and (words[0].endswith(ongoing) or words[-1].endswith(ongoing))

    def is_passive(self, index: int) -> bool:
        """Whether a passive auxiliary governs this verb ("was later struck", "have been killed and wounded")."""
        if self.is_ongoing(index):
            return False
        at = index - 1
        while self.kind(at) in {"other", "time", "aux", "quote"} and not self._opens_verb_group(at):
            at -= 1
        if self.kind(at) == "passive":
            return True
        if self.kind(at) == "conj" and self.kind(earlier := self.before(at)) in VERBS:
            return self.is_passive(earlier)
        return False

    def _opens_verb_group(self, index: int) -> bool:
        """Whether words begin the verb group anew: who is "believed to have killed" or "trying to" is not killed."""
        unit = self.units[index]
        return unit.has("word", "attempts") or (unit.cue("hedge") is not None and unit.last - unit.first > 1)

    def verb_before(self, index: int) -> int | None:
        """Return the nearest verb to the left in the same clause."""
        for at in range(index - 1, -1, -1):
            if self.kind(at) == "stop":
                return None
            if self.kind(at) in VERBS:
                return at
        return None

    def verb_gone_on_with(self, participle: int) -> int | None:
        """Return the verb that a participle hangs on, past who says it between ("..., medics said, killing two")."""
        earlier = self.verb_before(participle)
        earlier = self._past_relative(earlier) if self.kind(self.before(participle)) == "comma" else earlier
        if earlier is not None and self._only_describes(earlier):
            earlier = self.verb_before(earlier)  # "hit a hall filled with guests, killing two": not the hall
        if earlier is None or self.units[participle].cue("speech") is not None:
            return earlier
        before = self.verb_before(earlier) if self.units[earlier].cue("speech") is not None else None
        aside = self.before(earlier)
        while self.kind(aside) in {"np", "conj", "linking"}:
            aside -= 1
        return before if before is not None and self.kind(aside) == "comma" else earlier

    def _past_relative(self, verb: int | None) -> int | None:
        """Return the deed before a relative that only says who its objects were: "shot men who were going, killing"."""
        at = self.before(verb) if verb is not None else -1
        while self.kind(at) in {"aux", "passive"}:
            at = self.before(at)
        plain = verb is not None and self.units[verb].cue("event", "outcome", "speech") is None
        if self.order != "svo" or self.kind(at) != "relative" or not plain:
            return verb
        deed = self.verb_before(at)
        while deed is not None and self.units[deed].cue("event") is None and self.kind(deed) != "light":
            deed = self.verb_before(deed)
        return deed if deed is not None and not self.is_passive(deed) else verb

    def _only_describes(self, verb: int) -> bool:
        """Whether a participle without a meaning of its own says what a thing behind another verb was like."""
        unit, before = self.units[verb], self.verb_before(verb)
        bare = not unit.marks and self.kind(verb) == "verb" and self.words(verb)[0].endswith(self.endings.past)
        if not bare or self.order != "svo" or self.kind(verb - 1) != "np" or self.kind(verb + 1) != "prep":
            return False
        return before is not None and self.units[before].cue("event") is not None and before >= verb - 4

    def says_aside(self, index: int) -> int | None:
        """Return the unit behind "NP said" at `index` where nothing but a time or place stands with it."""
        at = index
        while self.kind(at) in {"np", "conj", "linking"}:
            at += 1
        if at == index or self.kind(at) != "verb" or self.units[at].cue("speech") is None:
            return None
        at = self.after(at)
        while self.kind(at) == "prep" and self.kind(at + 1) in {"np", "time"}:
            at = self.after(at + 1)
        return at

    def before_aside(self, comma: int) -> int:
        """Return the comma that opens the aside which this one closes, or this one ("X, named as Y, was hit")."""
        for at in range(comma - 1, max(0, comma - 16), -1):
            if self.kind(at) == "stop":
                break
            if self.kind(at) == "comma":
                begin = self.units[at + 2 if self.kind(at + 1) == "quote" else at + 1]
                opens = begin.kind in {"relative", "verb", "prep", "clause"} or begin.has("word", "indefinite")
                # "suspected to be rebels", "mostly women and children"
                aside = begin.find("hedge") is not None or begin.has("mark", "including")
                opens = opens or (begin.kind == "other" and aside)
                opens = opens or (self._is_all_alone(at + 1) and self.kind(at + 2) in VERBS)
                said = self.says_aside(at + 1) == comma  # "nine people, medics said, were killed"
                opens = said or (opens and begin.cue("speech") is None)
                return at if opens and self.kind(at - 1) in {"np", "conj"} else comma
        return comma

    def _told_of(self, speech: int) -> int | None:
        """Return the relative of "which the ministry said killed ten": it is not the ministry that killed."""
        if self.order != "svo" or self.units[speech].cue("speech") is None:
            return None
        at = speech - 1
        while self.kind(at) in {"np", "aux", "other", "conj"}:
            at -= 1
        return at if self.kind(at) == "relative" and at < speech - 1 else None

    def _only_wear(self, at: int) -> bool:
        """Whether a phrase is joined to what people wear or where they are from: "gunmen in uniforms and masks"."""
        chain = [self.kind(step) for step in range(at - 4, at)] if at > 3 else []
        if chain != ["np", "prep", "np", "conj"]:
            return False
        people, unit = self.units[at - 4], self.units[at]
        return people.cue("people") is not None and not (unit.actors or unit.counts or unit.cue("people", "role"))

    def _is_all_alone(self, at: int) -> bool:
        """Whether a phrase is a word like "all" alone: ", all belonging to one family,"."""
        unit = self.units[at] if at < len(self.units) else None
        return (
            unit is not None and unit.last - unit.first == 1 and unit.kind == "np" and unit.has("word", "determiners")
        )

    def owner(self, index: int) -> int:
        """Return the noun phrase that owns the one at `index` ("Yemen" in "Yemen's Hodeida province"), or itself."""
        owned = self.kind(index) == self.kind(index - 1) == "np" and self.words(index)[0] == "'s"
        return index - 1 if owned else index

    def what_is_owned(self, index: int) -> int:
        """Return what the phrase at `index` only owns, unless that is an event: "house" in "the mayor's house"."""
        owned = index + 1
        if self.order != "svo" or owned >= len(self.units) or self.owner(owned) != index or self.units[owned].is_event:
            return index
        return owned

    def whose_death(self, index: int) -> list[int]:
        """Return whom a murder or the like befell that is told by whose it is ("the mayor's murder").

        An army's killings are what it did, and a war's deaths are of nobody named.
        """
        owner = self.owner(index)
        if self.order != "svo" or owner == index or self.kind(index + 1) == "linking":
            return []
        unit, cue = self.units[owner], self.units[owner].cue("people")
        force = "body" in cue.flags if cue is not None else is_party(unit)
        many = self.words(index)[-1].endswith(self.endings.deeds)
        begins = self.document.starts[unit.first + unit.determined]
        place = any(one.start <= begins for one in unit.places)
        nobody = place or unit.is_event or unit.cue("thing", "cause") is not None or unit.kind != "np"
        return [] if force or nobody or (many and is_party(unit)) else [owner]

    def phrase_before(self, index: int) -> Unit | None:
        """Return the preposition that governs the noun phrase at `index`."""
        at = self.owner(index) - 1
        while self.kind(at) in {"conj", "comma"} and self.kind(at - 1) == "np":
            at -= 2
        return self.units[at] if self.kind(at) in {"prep", "linking"} else None

    def is_of_what_was_fired(self, light: int) -> bool:
        """Whether a weapon stands before a verb that only says who used it: قذيفة | أطلقها | المقاتلون."""
        before = light - 1
        while self.kind(before) in {"comma", "time", "other"}:
            before -= 1
        weapon = self.units[before].find("event", "means") if self.kind(before) == "np" else None
        return self.kind(light) == "light" and weapon is not None and not self.units[before].is_event

    def _is_what_is_used(self, at: int, verb: int) -> bool:
        """Whether a thing stands between two verbs of one doer: "used a bomb to raze", "sent a letter claiming"."""
        thing = self.units[at]
        if self.order != "svo" or thing.actors or thing.pronoun or thing.is_event or thing.cue("people", "role"):
            return False
        follows = (
            self.before(verb) == at
            and self.words(verb)[0].endswith(self.endings.ongoing)
            and self.units[verb].cue("speech") is not None
        )
        return follows or (at == self.tool_of(verb))

    def tool_of(self, verb: int) -> int | None:
        """Return the weapon before an infinitive with which it is done ("used a bomb to raze the house")."""
        to = verb - 1
        while self.kind(to) in {"other", "time"}:
            to -= 1
        governs = self.kind(to) in {"aux", "prep"} and self.units[to].has("word", "infinitive")
        borne = governs and self.kind(to - 1) == "np" and self.kind(to - 2) in VERBS and is_means(self.units[to - 1])
        return to - 1 if borne and self.order == "svo" else None

    def _joined_weapons(self, at: int) -> int | None:
        """Return the first of the weapons joined to the thing at `at` that a preposition brings, where one does.

        Sticks and stones are weapons beside one that is listed ("armed with machetes, sticks and clubs").
        """
        first, joined = at, self.kind(at - 1) == "conj"  # not "with mortars and rifles, residents said"
        while self.kind(first - 1) in {"conj", "comma"} and self.kind(first - 2) == "np":
            first -= 2
        brought = joined and self.kind(first - 1) == "prep" and self.units[first - 1].has("mark", "means")
        return first if brought and is_means(self.units[first]) else None

    def stands_with(self, index: int) -> bool:
        """Whether "with" brings the phrase right before a participle, whose doer it is: "with residents telling"."""
        before = index - 1
        if self.order != "svo" or self.kind(before) != "np" or not self.words(index)[0].endswith(self.endings.ongoing):
            return False
        while self.kind(before - 1) in {"conj", "comma"} and self.kind(before - 2) == "np":
            before -= 2
        return self._brings_along(before - 1)

    def _brings_along(self, prep: int) -> bool:
        """Whether a "with" that opens a phrase of its own stands here: ", with women and children abducted"."""
        opened = self.kind(prep - 1) in {"comma", "time", "stop"}
        return opened and self.kind(prep) == "prep" and self.units[prep].has("word", "accompanying")

    def _between(self, at: int) -> int | None:
        """Return the place of the "between" whose second side stands at `at`, with a noun phrase before it."""
        prep = at - 3
        joined = self.kind(at - 1) == "conj" and self.kind(at - 2) == "np" and self.kind(prep) == "prep"
        between = joined and self.units[prep].has("mark", "between") and self.kind(prep - 1) == "np"
        return prep if between else None

    def _part_named(self, at: int) -> int | None:
        """Return the "including" that brings the phrase at `at` or those joined before it, behind a counted whole."""
        joined = listed = False
        while self.kind(at - 1) in {"conj", "comma"} and self.kind(at - 2) == "np":
            comma = self.kind(at - 1) == "comma"
            if (listed and not comma) or (comma and not joined):
                return None  # "women and children, a doctor and a nurse": two lists; "three women, the army said"
            joined, listed = joined or not comma, listed or comma
            at -= 2
        if self.kind(at - 1) != "prep" or not self.units[at - 1].has("mark", "including"):
            return None
        whole = self.before(at - 1)
        whole = self.before(whole) if self.kind(whole) == "comma" else whole
        while self.kind(whole) == "np" and not self.units[whole].counts and self.kind(self.before(whole)) == "prep":
            whole = self.before(self.before(whole))  # "46 people from several families, including ..."
        return at - 1 if self.kind(whole) == "np" and self.units[whole].counts else None

    def died_of_it(self, participle: int, earlier: int) -> bool:
        """Whether a cause brings a participle behind those who died: "died due to dropping bombs" on them."""
        cause = self.units[self.before(participle)]
        brought = cause.kind == "prep" and cause.has("mark", "cause") and not cause.has("word", "clause")
        return brought and self.order == "svo" and self.units[earlier].find("outcome", "passive") is not None

    def told_of(self, participle: int, speech: int) -> list[int]:
        """Return the event that a verb of speech tells by a noun, which a participle goes on with.

        "The group monitored rocket fire by the army, targeting a market": the rocket fire did.
        """
        if self.order != "svo" or self.units[speech].cue("speech") is None:
            return []
        event = next((at for at in range(speech + 1, participle) if self.kind(at) == "np"), None)
        return [event] if event is not None and self.units[event].is_event else []

    def is_description(self, index: int) -> bool:
        """Whether a participle only says which party speaks: "the alliance fighting the rebels said"."""
        if (
            self.order != "svo"
            or self.kind(index) != "verb"
            or not self.words(index)[-1].endswith(self.endings.ongoing)
        ):
            return False
        heard = self.kind(index + 2) in VERBS and self.units[index + 2].cue("speech") is not None
        return heard and self.kind(index - 1) == self.kind(index + 1) == "np"

    def _opens_with_place(self, at: int) -> bool:
        """Whether a phrase ends what a preposition brings at a sentence's start: "In Orda, a clerk was ..."."""
        led = self.order == "svo" and self.kind(0) == "prep"
        led = led and (self.units[0].has("mark", "place") or self.units[0].has("mark", "cause"))
        return led and all(self.kind(step) in {"np", "prep", "linking"} for step in range(1, at))

    def repeats(self, relative: int) -> int | None:
        """Return the relative that this one takes up again behind a comma ("a force that bombs, that killed two")."""
        if self.order != "svo" or self.kind(relative - 1) != "comma" or not self.units[relative].has("source", "that"):
            return None
        for at in range(relative - 2, -1, -1):
            if self.kind(at) in {"stop", "clause", "comma"}:
                return None
            if self.kind(at) == "relative":
                return at if self.units[at].has("source", "that") else None
        return None

    def _hangs_on(self, at: int) -> bool:
        """Whether a phrase before a relative only says of what the one before it is: "the head of the bank who"."""
        unit, before = self.units[at], self.units[at - 2]
        if self.kind(at - 1) not in {"prep", "linking"} or self.kind(at - 2) != "np" or unit.cue("people") is not None:
            return False
        told = before.cue("role")
        if self.order == "svo" and told is not None and told.value == "statement":
            return False  # "reports about animals that were killed"
        return not (unit.determined and unit.last - unit.first == 1)  # "those who"

    def event_upon(self, at: int) -> int | None:
        """Return the event's noun whose targets end with a phrase ("attacks on a bank and a school, which")."""
        first = at
        while self.kind(first - 1) in {"conj", "comma"} and self.kind(first - 2) == "np":
            first -= 2
        cue = self.units[at].cue("people")
        if self.order != "svo" or self.kind(at - 1) != "conj" or (cue is not None and "body" not in cue.flags):
            return None
        governed = self.kind(first - 1) == "prep" and self.units[first - 1].has("mark", "target")
        return first - 2 if governed and self.units[first - 2].is_event else None

    def _told_by(self, index: int) -> int | None:
        """Return the words that bring who did it behind a relative ("which was carried out by", الذي نفذه)."""
        at = index
        while at > 0 and self.kind(at) in {"relative", "passive", "aux", "other"} and self.kind(index) == "relative":
            at += 1
        brings = at > index and self.kind(at) == "prep" and self.units[at].has("mark", "perpetrator")
        return at if brings else None

    def _quotes_a_name(self, index: int) -> bool:
        """Whether quotation marks stand about a name that "and" joins: the army and "the Guards"."""
        return "conj" in (self.kind(index - 1), self.kind(index + 1))

    def _is_of_more(self, verb: int, index: int) -> bool:
        """Whether a verb is of many, and the phrase right before it of one."""
        unit = self.units[index]
        head = unit.cue("people")
        one = head is not None and head.form == "singular" and "body" not in head.flags and not unit.counts
        return one and self.is_of_many(verb)

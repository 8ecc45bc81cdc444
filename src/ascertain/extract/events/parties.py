"""From the noun phrases around a telling to the parties that it names."""

from dataclasses import replace

from ascertain.extract.events.acting import is_aircraft, is_crewed, is_means, is_party
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.going_on import with_owner
from ascertain.extract.events.leading_doers import LeadingDoers
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.naming import party_of
from ascertain.extract.events.phrases import is_bare, is_only_weapon, munition_at
from ascertain.extract.events.telling import spoken_by
from ascertain.extract.events.units import Unit
from ascertain.extract.events.words import Words
from ascertain.extract.speech.speakers import office_in
from ascertain.extract.speech.voice import Voice
from ascertain.extract.speech.who_they_were import asked_before, name_given
from ascertain.model import Party
from ascertain.text import Document
from ascertain.text.fold import fold

_SITES = frozenset({"house", "building", "school", "hospital", "place_of_worship", "infrastructure", "property"})
_BUILDINGS = frozenset({"house", "building", "school", "hospital", "place_of_worship"})
_PLANTED = frozenset({"bombing", "suicide_bombing", "landmine"})


def _is_outlet(unit: Unit) -> bool:
    """Whether a speaker is an outlet: "they" in what it reports are others."""
    outlet = any(getattr(mention.parsed, "type", None) == "outlet" for mention in unit.actors)
    return outlet or unit.has("role", "outlet")


def _is_saying(unit: Unit) -> bool:
    """Whether a speaker is what somebody said or wrote: "they" in an army report are others, too."""
    mark = unit.find("word", "noun")
    return mark is not None and mark.cue.value == "sayings" and mark.last == unit.last


def _lies_within(party: Party, other: Party) -> bool:
    """Whether a party is only named in another's words: of "posts of the army", the army."""
    if None in (party.start, party.end, other.start, other.end) or party == other:
        return False
    return (other.start or 0) <= (party.start or 0) and (party.end or 0) <= (other.end or 0)


def _is_anybody(unit: Unit) -> bool:
    """Whether a phrase is "people" alone, which names nobody."""
    return unit.last - unit.first == 1 and unit.has("word", "peoples") and unit.has("people", "unknown")


def _is_planted(unit: Unit, document: Document) -> bool:
    """Whether an event's noun says with what it was done, and that is no state's: "car bombing", "suicide attack"."""
    told = unit.find("event", "noun")
    if told is None or told.cue.value not in {*_PLANTED, "shooting"} or told.last - told.first == 1:
        return False
    people = document.words[told.last - 1] in {"bomber", "bombers"}
    return not people and document.words[told.first] not in {"bomb", "bombing"}


class Parties:
    """Names the parties of one sentence's tellings; `speaking` are the words that name who speaks."""

    def __init__(self, clause: Clause, words: Words, heard: list[Voice], speaking: set[int]) -> None:
        """Take the sentence's units, its language's words and its voices."""
        self.clause = clause
        self.words = words
        self.heard = heard
        self.speaking = speaking

    def named(self, telling: Telling, role: str) -> tuple[Party, ...]:
        """Return the parties that a telling names in a role, in order of the words."""
        parties = []
        for index in telling.together(role):
            unit = self.clause.units[index]
            if role == "perpetrators":
                if (asked := asked_before(self.clause, index)) is not None and telling.main.unit < asked:
                    continue  # "an attack, but it is not clear if X did it"
                named_so = name_given(self.clause, index)
                unit = (
                    self.clause.units[named_so]
                    if named_so is not None
                    else self._belongs_to(index) or self._spoken_for(index) or self._meant(unit, telling)
                )
            else:
                unit = self._befallen(index, telling) or with_owner(self.clause, index)
            if role == "perpetrators" and unit.has("word", "own_forces") and not unit.actors:
                continue  # "its special forces", where the text does not say whose
            if unit.pronoun or (
                role == "perpetrators" and not self._can_act(unit) and not self._fights(index, telling)
            ):
                continue
            if telling.type.frame == "mutual" and not telling.type.violent and not self._is_a_side(unit):
                continue  # "agreed on a strategy", "the Madrid agreement"
            if role == "perpetrators" and unit.is_event and (self._is_where(unit) or self._is_quality(unit)):
                continue
            bare = is_bare(unit, self.clause.document) and self._whose(index) is None
            if role == "targets" and (bare or self._only_speaks(index, telling)):
                continue
            if role == "perpetrators" and telling.type.violent and _is_anybody(unit):
                continue  # "an attack by people who claim to be pious"
            owner = None
            if role == "perpetrators" and index in telling.units:
                own = next(anchor for anchor in telling.anchors if anchor.unit == index)
                owner = own.mark.first
                if owner <= unit.first or own.form != "noun":
                    continue  # "the widow of the murdered judge"
            elif role == "perpetrators" and (told := unit.find("event", "noun")) is not None and unit.is_event:
                owner = told.first  # "Israeli" in "Israeli strikes", told of with another event
            elif role == "perpetrators":
                owner = munition_at(unit, self.clause.document)
            party = party_of(
                unit, self.clause.document, owner=owner, until=self._whose(index) if owner is None else None
            )
            start, end = party.start or 0, party.end or 0
            if any(count.start <= start and end <= count.end for count in unit.counts):
                continue  # "several artillery shells"
            named = any(actor.start < end and start < actor.end for actor in unit.actors)
            if party not in parties and not self._is_small_word(party.name, named=named):
                parties.append(party)
        return tuple(one for one in parties if not any(_lies_within(one, other) for other in parties))

    def _fights(self, index: int, telling: Telling) -> bool:
        """Whether whoever a phrase names fought another who can: "clashes between ferry owners and police"."""
        unit = self.clause.units[index]
        if self.clause.order != "svo" or telling.type.frame != "mutual" or not telling.type.violent:
            return False
        verb = any(anchor.form == "verb" for anchor in telling.anchors)
        beside = self.clause.units[index - 1]
        listed = verb or (self.clause.kind(index - 1) == "prep" and beside.has("mark", "between"))
        many = self.clause.words(index)[-1].endswith(self.clause.endings.plural)
        alone = unit.last - unit.first - unit.determined == 1
        letters = alone and self.clause.document.quote(unit.last - 1, unit.last).isupper()
        if not (listed and (many or letters)):
            return False
        nobody = unit.is_event or unit.places or unit.cue("thing", "toll", "victims", "outcome") or is_means(unit)
        others = {*telling.together("perpetrators"), *telling.together("targets")} - {index}
        return not nobody and any(self._can_act(self.clause.units[at]) for at in others)

    def _befallen(self, index: int, telling: Telling) -> Unit | None:
        """Return whom a participle in a noun phrase tells of, behind whose "of" it stands: "kin of a slain judge".

        In the phrase of a deed it befell whoever stands before it: "the priests' murder".
        """
        unit = self.clause.units[index]
        deed = next((a.mark for a in telling.anchors if a.unit == index and a.form == "noun"), None)
        if deed is not None and self.clause.order == "svo":
            return replace(unit, last=deed.first - 1) if unit.first < deed.first - 1 else None
        told = next((a.mark for a in telling.anchors if a.unit == index and a.form == "verb"), None)
        if told is None or unit.kind != "np" or not unit.first < told.first < told.last < unit.last:
            return None
        owned = any(mark.cue.kind in {"people", "role"} and mark.last < told.first for mark in unit.marks)
        return replace(unit, first=told.last, determined=False) if owned else None

    def _is_object(self, unit: Unit) -> bool:
        """Whether a pronoun can't be who says it: "charged him with killing"."""
        cues = self.words.lexicon.lookup(self.clause.document.words[unit.first])
        return any(cue.value == "objective" for cue in cues)

    def _only_speaks(self, index: int, telling: Telling) -> bool:
        """Whether a phrase names who speaks or is accused, and no verb behind it says what befell the accused."""
        word = self.clause.units[index].last - 1
        if word not in self.speaking:
            return False
        speaking = any(
            word in spoken_by(voice) and not (voice.act is not None and "accuses" in voice.act.flags)
            for voice in self.heard
        )
        found = [anchor for anchor in telling.anchors if index in anchor.targets]
        struck = any(one.type.name == "detention" or (one.passive and index < one.unit) for one in found)
        return speaking or not struck

    def _is_a_side(self, unit: Unit) -> bool:
        """Whether a phrase is of somebody who can be one side of an agreement; a town that it is named after is not."""
        kinds = {getattr(actor.parsed, "type", None) for actor in unit.actors}
        if self.clause.order != "svo" or unit.cue("people", "role") is not None:
            return True
        if not unit.is_event:
            return bool(kinds) or unit.named
        return bool(kinds - {"government"} if unit.determined else kinds)

    def _whose(self, index: int) -> int | None:
        """Return where the name of the party ends whose men a phrase names: "militants from al-Fajr", "men of ..."."""
        behind, party = index + 1, index + 2
        if self.clause.order == "svo" and self.clause.kind(behind) == "verb" and self.clause.kind(party) == "prep":
            behind, party = (party, party + 1) if self._belongs(behind) else (behind, party)
        if self.clause.kind(behind) not in {"prep", "linking"} or self.clause.kind(party) != "np":
            return None
        prep, owner, men = self.clause.units[behind], self.clause.units[party], self.clause.units[index].cue("people")
        brings = (
            prep.kind == "linking"
            or prep.has("mark", "origin")
            or (party > index + 2 and prep.has("mark", "direction"))
        )
        if men is None or men.value != "combatants" or not brings:
            return None
        kinds = {getattr(mention.parsed, "type", None) for mention in owner.actors}
        named = any(
            getattr(mention.parsed, "actors", ()) or getattr(mention.parsed, "backer", None) for mention in owner.actors
        )
        return owner.last if named and kinds & {"military", "armed_group"} and not owner.is_event else None

    def _belongs(self, index: int) -> bool:
        """Whether a verb says whose men somebody is: "rebels belonging to the Front"."""
        return self.clause.units[index].has("word", "belonging")

    def _belongs_to(self, index: int) -> Unit | None:
        """Return the party to which forces or aircraft are said to belong: طائرات تابعة ل, "a drone belonging to"."""
        if self.clause.order == "vso" and LeadingDoers(self.clause).is_owned(index):
            return self.clause.units[index + 2]
        at = self.clause.after(index + 2) if self.clause.order == "vso" else index + 3  # تابعة | ل | " | الحركة
        told = [self.clause.kind(step) for step in (index + 1, index + 2, at)]
        if told not in (["other", "prep", "np"], ["verb", "prep", "np"]) or not self.clause.units[index + 1].has(
            "word", "belonging"
        ):
            return None
        owner = self.clause.units[at]
        return owner if is_party(owner) and not owner.is_event else None

    def _spoken_for(self, index: int) -> Unit | None:
        """Return the party whose spokesman stands at a unit: who says that they did it speaks for those who did."""
        spokesman = self.clause.units[index].cue("role")
        if spokesman is None or spokesman.value != "spokesman":
            return None
        if self.clause.order != "svo":
            held = office_in(self.clause.units[index])
            last = self.clause.document.word_at(held.end - 1) + 1 if held is not None else 0
            return replace(self.clause.units[index], last=last, actors=[held]) if held is not None else None
        if self.clause.kind(index + 1) not in {"prep", "linking"} or self.clause.kind(index + 2) != "np":
            return None
        party = self.clause.units[index + 2]
        return party if is_party(party) and not party.is_event else None

    def _is_small_word(self, name: str, *, named: bool) -> bool:
        """Whether a name has come down to a word that names nobody ("the"); a party may be `named` so ("US")."""
        cues = self.words.lexicon.lookup(fold(name))
        return any(cue.kind == "word" and (not named or cue.value == "determiners") for cue in cues)

    def _meant(self, unit: Unit, telling: Telling) -> Unit:
        """Return who a pronoun or "its artillery" stands for where a party speaks of what it did itself."""
        if telling.type.frame == "means_target":
            return unit  # "it exploded": the bomb did
        own = (
            (unit.pronoun and not self._is_object(unit))
            or self._is_own(unit)
            or (is_means(unit) and not unit.actors and unit.has("word", "possessives"))
        )
        at = self.clause.units.index(unit)
        if not own or (at and self.clause.units[at - 1].accuses):
            return unit  # "accused it of": whoever accuses means another
        return self._acting_before(at) or self._speaking_at(unit) or unit

    def _acting_before(self, at: int) -> Unit | None:
        """Return who did what is told before "when" or "as", whom "it" behind that word stands for."""
        opened = self.clause.units[at - 1] if at else None
        if self.clause.order != "svo" or opened is None or not opened.has("word", "coinciding"):
            return None
        verb = self.clause.verb_before(at - 1)
        if verb is None or self.clause.units[verb].cue("speech") or self.clause.is_passive(verb):
            return None
        led = [self.clause.units[index] for index in self.clause.subject(verb)]
        return led[0] if len(led) == 1 and is_party(led[0]) and not led[0].is_event else None

    def _speaking_at(self, unit: Unit) -> Unit | None:
        """Return the party whose words a phrase stands in, if it is one."""
        many = unit.has("word", "plural_pronoun")  # "they burned houses, the ministry said": others did
        heard = [voice for voice in self.heard if not (many and voice.trailing)]
        told = [voice.speaker for voice in heard if voice.speaker is not None and voice.first <= unit.first]
        return next((one for one in told if is_party(one) and not (_is_outlet(one) or _is_saying(one))), None)

    def partners(self, telling: Telling) -> tuple[Party, ...]:
        """Return who takes part in what others are told to have done: "with air support from the alliance"."""
        if not self.clause.tells("mark", "partner"):
            return ()
        units = self.clause.units
        first = telling.main.unit
        while first and units[first - 1].kind not in {"stop", "clause"}:
            first -= 1
        found = []
        for at in range(first, len(units) - 1):
            if units[at].kind in {"stop", "clause"} and at > telling.main.unit:
                break
            if units[at].kind in {"verb", "light"} and at > telling.main.unit:
                break  # "of the murder a committee was formed with the participation of"
            if units[at].has("mark", "partner") and is_party(units[at + 1]) and not units[at + 1].is_event:
                found.append(party_of(units[at + 1], self.clause.document))
        return tuple(found)

    def speaking_of_their_own(self, telling: Telling) -> tuple[Party, ...]:
        """Return the party that says what "its jets" did, what "its strike" hit, or what "we" did (استهدفنا)."""
        if telling.type.frame == "means_target":
            return ()  # "its depot exploded"
        tolds = [anchor.unit for anchor in telling.anchors if self.clause.units[anchor.unit].is_event]
        ours = [anchor.unit for anchor in telling.anchors if self._is_done_by_us(anchor)]
        for index in (*telling.together("means"), *tolds, *ours, *telling.together("perpetrators")):
            unit = self.clause.units[index]
            if (index in ours or self._is_own(unit)) and (speaker := self._speaking_at(unit)) is not None:
                return (party_of(speaker, self.clause.document),)
        return ()

    def _is_done_by_us(self, anchor: Anchor) -> bool:
        """Whether the ending of a verb says that whoever speaks did it."""
        ours = self.clause.words(anchor.unit)[-1].endswith(self.clause.endings.ours)
        return ours and anchor.form == "verb" and not anchor.perpetrators

    def _is_own(self, unit: Unit) -> bool:
        """Whether a phrase is of forces, weapons or a deed that are somebody's named before: "its jets", طائراتها."""
        armed = is_means(unit) or unit.is_event or is_party(unit)
        own = armed and (unit.has("word", "own") or unit.has("word", "own_forces"))
        return own and (not unit.actors or self._is_of_no_name(unit))

    def _is_of_no_name(self, unit: Unit) -> bool:
        """Whether a phrase is a possessive and a word for those under arms alone: "its forces"."""
        mark, words = unit.find("people"), self.clause.document.words
        at = self.clause.units.index(unit)
        if mark is None or mark.cue.value != "combatants" or self.clause.order != "svo":
            return False
        if at and self.clause.units[at - 1].kind == "conj":
            return False  # "said Russia and its forces"
        before, behind = mark.first - unit.first - unit.determined, words[mark.last : unit.last]
        return before <= 0 and all(not word.isalnum() for word in behind)

    def _is_idea(self, unit: Unit) -> bool:
        """Whether a phrase names an idea or a deed of somebody, which itself does nothing ("savagery of the army")."""
        words, abstract = self.clause.document.words, self.clause.endings.abstract
        rule = unit.find("word", "noun")
        if rule is not None and rule.cue.value == "rule" and rule.last == unit.last:
            return True  # "hit by its second military takeover"
        of = next((at for at in range(unit.first + 1, unit.last) if words[at] == "of"), None)
        if of is None or not abstract or not words[of - 1].endswith(abstract):
            return False
        named = any(mark.first < of and mark.cue.kind in {"people", "role", "thing"} for mark in unit.marks)
        return not named and all(self.clause.document.word_at(actor.start) > of for actor in unit.actors)

    def _is_somebodys(self, unit: Unit) -> bool:
        """Whether a phrase is of a house or the like that is somebody's: "the house of Ann Roe, which killed"."""
        words, word_at = self.clause.document.words, self.clause.document.word_at
        named = min((word_at(actor.start) for actor in unit.actors), default=unit.last)
        return any(
            mark.cue.kind == "thing" and mark.cue.value in _SITES and words[mark.last : mark.last + 1] == ["of"]
            for mark in unit.marks
            if mark.last < named
        )

    def _is_a_building(self, unit: Unit) -> bool:
        """Whether a phrase ends in a school or the like, whosever it is: "a police academy that killed 12" is none."""
        mark = unit.find("thing")
        if mark is None or mark.cue.value not in _BUILDINGS or mark.last < unit.last or self.clause.order != "svo":
            return False
        end = self.clause.document.ends[unit.last - 1]
        return all(actor.end < end for actor in unit.actors)  # "the White House"

    def _is_quality(self, unit: Unit) -> bool:
        """Whether what stands before an event's noun only looks like people: "individual strikes", "a major raid"."""
        led = unit.find("people") or unit.find("role")
        if unit.actors or led is None or led.first >= unit.last - 1:
            return False
        if any(cue.value == "qualities" for cue in self.words.lexicon.lookup(self.clause.document.words[led.first])):
            return led.last - led.first == 1
        armed = led.cue.value == "combatants" or "body" in led.cue.flags or led.cue.form == "plural"
        return not armed and led.last - led.first == 1

    def _is_where(self, unit: Unit) -> bool:
        """Whether a state or capital before an event's noun says where it was: "the Syria strikes" are not Syria's."""
        places = {(place.start, place.end) for place in unit.places}
        named = [actor for actor in unit.actors if (actor.start, actor.end) in places]
        return (
            (unit.determined or _is_planted(unit, self.clause.document))
            and bool(named)
            and len(named) == len(unit.actors)
        )

    def _is_where_planted(self, unit: Unit) -> bool:
        """Whether an adjective of a country stands with what is planted ("Somali car bomb"): it says where."""
        planted = _is_planted(unit, self.clause.document) or any(
            mark.cue.value in _PLANTED for mark in unit.all("event", "means")
        )
        kinds = {getattr(mention.parsed, "type", None) for mention in unit.actors}
        return planted and kinds <= {"nationality"} and unit.cue("people", "role") is None

    def _can_act(self, unit: Unit) -> bool:
        """Whether a noun phrase can be a doer: a party, people, an office, a name; weapons and ideas are not."""
        if self._is_where_planted(unit) or (not unit.actors and is_aircraft(unit, self.clause.document)):
            return False
        if unit.find("victims") is not None or is_only_weapon(unit, self.clause.document) or self._is_idea(unit):
            return False
        if self._is_somebodys(unit) or self._is_a_building(unit):
            return False
        if is_party(unit) or unit.actors or unit.cue("people", "role") is not None:
            return True
        if unit.cue("thing", "toll") is not None or is_means(unit):
            return is_crewed(unit)
        if unit.places and self.words.language.order == "svo":
            return False  # a state or capital that acts is read as an actor; a province or a road does nothing
        words = [self.clause.document.quote(at, at + 1) for at in range(unit.first + unit.determined, unit.last)]
        names = [word for word in words if word[0].isupper() and not word.isupper()]
        return len(names) > 1 or (bool(names) and unit.first > self.clause.units[0].first)

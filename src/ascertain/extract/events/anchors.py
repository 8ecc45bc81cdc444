"""The places in a sentence where an event is told, each with those who stand around it."""

from dataclasses import dataclass, field

from ascertain.event_types import EventType
from ascertain.extract.events.acting import is_crewed, is_means, is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.going_on import doers_gone_on, meant, spoken_of_itself
from ascertain.extract.events.phrases import is_bare
from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue


@dataclass(slots=True)
class Anchor:
    """One telling of an event at a unit; the lists hold places of noun phrases in the sentence."""

    type: EventType
    unit: int
    form: str
    mark: Mark
    perpetrators: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    means: list[int] = field(default_factory=list)
    passive: bool = False
    aside: bool = False  # only says who somebody is: "the planner of an attack on ..."

    @property
    def general(self) -> bool:
        """Whether a special telling beside it, or the means, may say better what it was."""
        return self.type.general or "default" in self.mark.cue.flags


class AnchorFinder:
    """Reads the anchors of one sentence."""

    def __init__(self, clause: Clause, types: dict[str, EventType]) -> None:
        """Take the sentence's units and the event types."""
        self.clause = clause
        self.types = types

    def anchors(self) -> list[Anchor]:
        """Return every telling in the sentence, from left to right, with its arguments."""
        found = []
        for index, unit in enumerate(self.clause.units):
            for mark in self._tellings(unit):
                kind = max((self.types[cue.value] for cue in self._cues(unit, mark)), key=lambda kind: kind.rank)
                anchor = Anchor(kind, index, mark.cue.form, mark)
                self._arguments(anchor)
                if mark.cue.flags & {"weapon", "impact"} and not anchor.means:
                    continue
                anchor.type = self._sharpened(anchor)
                anchor.aside = self._describes_somebody(anchor)
                if anchor.aside:
                    anchor.perpetrators.clear()
                found.append(anchor)
        self._keep_aside(found)
        return found

    @staticmethod
    def _keep_aside(found: list[Anchor]) -> None:
        """Leave what stands behind an event that only describes somebody to that event."""
        for aside in (anchor for anchor in found if anchor.aside):
            for anchor in found:
                if anchor.unit < aside.unit:
                    anchor.targets = [index for index in anchor.targets if index <= aside.unit]

    def _describes_somebody(self, anchor: Anchor) -> bool:
        """Whether an event's noun says who somebody is, in his noun phrase or right behind it."""
        if anchor.form != "noun":
            return False
        own = [mark for mark in self.clause.units[anchor.unit].marks if mark.cue.value == "doers"]
        if any(mark.first < anchor.mark.first for mark in own):
            return True
        before = anchor.unit - 1
        if self.clause.kind(before) in {"prep", "linking"}:
            before -= 1
        return self.clause.kind(before) == "np" and self.clause.units[before].has("word", "doers")

    def around(self, anchor: Anchor) -> None:
        """Give an anchor that no cue of an event made what prepositions bring, and the type that the means tell."""
        self._phrases(anchor)
        anchor.targets.clear()
        anchor.type = self._sharpened(anchor)

    @staticmethod
    def _cues(unit: Unit, mark: Mark) -> list[Cue]:
        return [
            other.cue
            for other in unit.marks
            if other.cue.kind == "event" and other.first == mark.first and other.cue.form == mark.cue.form
        ]

    def _tellings(self, unit: Unit) -> list[Mark]:
        """Return the marks that tell an event: a verb's own, or the last noun of a phrase (the head)."""
        if unit.kind in {"verb", "light"}:
            mark = unit.find("event", "verb", "passive")
            return [mark] if mark else []
        if unit.kind != "np":
            return []
        nouns = unit.all("event", "noun")
        if nouns:
            behind = (mark for mark in unit.marks if mark.cue.kind == "people" and mark.first >= nouns[-1].last)
            headed = self.clause.order == "svo" and any(behind)  # "murder victims": people and no event
            return [] if headed else [nouns[-1]]
        attribute = unit.find("event", "verb")
        new = not unit.determined or unit.has("word", "indefinite") or bool(unit.counts)
        return [attribute] if attribute is not None and new and unit.cue("people", "thing") is not None else []

    def _arguments(self, anchor: Anchor) -> None:
        if anchor.form == "noun":
            self._around_noun(anchor)
        elif self.clause.kind(anchor.unit) == "np":
            anchor.targets.append(anchor.unit)
        elif self.clause.order == "vso":
            self._around_leading_verb(anchor)
        else:
            self._around_verb(anchor)
        self._phrases(anchor)

    def _around_verb(self, anchor: Anchor) -> None:
        clause, at = self.clause, anchor.unit
        subject, objects = clause.subject(at), clause.objects(at)
        frame = anchor.type.frame
        if "weapon" in anchor.mark.cue.flags:
            self._with_weapon(anchor, subject, objects)
            return
        if "impact" in anchor.mark.cue.flags:
            anchor.means.extend(index for index in subject if is_means(clause.units[index]))
            if anchor.means:
                self._act(anchor, [index for index in subject if clause.units[index].actors], objects)
            return
        anchor.passive = anchor.form == "passive" or clause.is_passive(at)
        if not anchor.passive and not objects and subject and frame == "agent_target":
            anchor.passive = self._suffers(subject, at)
        if anchor.passive and frame in {"agent_target", "target_only"}:
            struck = [meant(clause, index) for index in subject]
            anchor.targets.extend(self._plain(clause.behind(at) or struck))
        elif frame == "means_target":
            anchor.means.extend(subject)
            anchor.targets.extend(self._plain(objects))
        else:
            self._act(anchor, subject, objects)
        last = clause.after(objects[-1]) if objects and clause.order == "free" else -1  # an instrumental has no "with"
        anchor.means.extend(at for at in (last,) if clause.kind(at) == "np" and is_means(clause.units[at]))

    def _with_weapon(self, anchor: Anchor, subject: list[int], objects: list[int]) -> None:
        """Give a verb that needs a weapon its arguments: the weapon is its object, or its subject in the passive."""
        passive = self.clause.is_passive(anchor.unit)
        weapons, doers = (subject, []) if passive else (objects, subject)
        anchor.means.extend(index for index in weapons if is_means(self.clause.units[index]))
        if anchor.means:
            self._act(anchor, doers, [])

    def _act(self, anchor: Anchor, subject: list[int], objects: list[int]) -> None:
        for index in subject:
            unit = self.clause.units[index]
            crewed = is_crewed(unit)
            if is_means(unit) and not unit.actors and not is_party(unit) and not crewed:
                anchor.means.append(index)
            if not unit.is_event and (crewed or is_party(unit) or not is_means(unit) or unit.actors):
                anchor.perpetrators.append(index)
        if anchor.type.frame not in {"agent_only"}:
            anchor.targets.extend(self._plain(objects))

    def _suffers(self, subject: list[int], at: int) -> bool:
        """Whether a verb without object is a passive without its auxiliary ("three killed in Orda")."""
        if self.clause.words(at)[-1].endswith(("s", "ing")):
            return False
        units = [self.clause.units[index] for index in subject]
        if any(unit.is_event or is_means(unit) for unit in units):
            return False
        agent = any(unit.find("mark") and unit.has("mark", "perpetrator") for unit, _ in self.clause.phrases_after(at))
        return agent or all(bool(unit.counts) or not is_party(unit) for unit in units)

    def _around_leading_verb(self, anchor: Anchor) -> None:
        """Give the noun phrases after a verb that comes first their roles by what they name."""
        clause, at = self.clause, anchor.unit
        if "impact" in anchor.mark.cue.flags:
            anchor.means.extend(index for index in clause.leading(at) if is_means(clause.units[index]))
            anchor.targets.extend(self._plain(clause.objects(at)))
            return
        following = self._following(anchor)
        subject = clause.subject(at)
        if anchor.form == "passive":
            anchor.targets.extend(self._plain(following[:1] or subject))
            return
        if following and (speaker := spoken_of_itself(self.clause, at)):
            self._act(anchor, speaker, following[:1])  # "said that it struck a convoy"
            return
        if len(following) == 1 and clause.units[at].find("outcome") and self._is_harmed(clause.units[following[0]]):
            anchor.targets.extend(following)
            anchor.passive = True
            return
        if len(following) == 1 and (doers := doers_gone_on(self.clause, at, clause.units[following[0]])):
            self._act(anchor, doers, following)  # "... flew low, then struck the convoy"
            return
        if len(following) == 1 and any(clause.units[index].is_event for index in clause.leading(at)):
            anchor.targets.extend(self._plain(following))  # "an attack targets a convoy": the event itself leads
            return
        if len(following) == 1 and (front := self._doer_in_front(at)):
            self._act(anchor, front, following)  # a headline: the doer, the verb, whom it struck
            return
        actors = [index for index in following if self._acts(clause.units[index])]
        if following and not is_party(clause.units[following[0]]):
            before = [index for index in clause.leading(at) if is_party(clause.units[index])]
            if before:  # the doer stands first for once
                anchor.means.extend(index for index in actors if is_means(clause.units[index]))
                self._act(anchor, before, [index for index in following if index not in actors])
                return
        if not following or following[0] not in actors:
            leading = [index for index in self._leading(at, subject, following) if self._acts(clause.units[index])]
            self._act(anchor, leading, following)
            anchor.passive = not leading and bool(following)
            return
        self._act(anchor, self._with_partners(following[0]), following[1:2])

    def _with_partners(self, at: int) -> list[int]:
        """Return a doer with the parties joined to it by "and" (قوات النظام وروسيا)."""
        units = self.clause.units
        joined = self.clause.coordinated(at) if is_party(units[at]) else [at]
        return [at, *(other for other in joined[1:] if is_party(units[other]) and not units[other].is_event)]

    @staticmethod
    def _is_harmed(unit: Unit) -> bool:
        """Whether people alone behind a verb of killing are its victims: counted, or soldiers and not an army."""
        cue = unit.cue("people", "victims")
        return bool(unit.counts) or (cue is not None and "body" not in cue.flags)

    def _leading(self, at: int, subject: list[int], following: list[int]) -> list[int]:
        """Return the subject of a verb that comes second, as in headlines ("a drone strikes a car")."""
        clause = self.clause
        found = [index for index in subject if index not in following]
        lead = clause.before(at)
        while clause.kind(lead) in {"aux", "passive", "relative"}:
            lead = clause.before(lead)
        free = clause.kind(lead) == "np" and clause.kind(lead - 1) not in {"prep", "linking"}
        return found or ([lead] if free else [])

    def _following(self, anchor: Anchor) -> list[int]:
        """Return up to three noun phrases after a verb, past the means that may stand between subject and object."""
        clause = self.clause
        following: list[int] = []
        index = clause.after(anchor.unit)
        while len(following) < 3:
            if clause.kind(index) == "np":
                following.append(index)
                index = index if len(following) > 1 else self._with_partners(index)[-1]
            elif clause.kind(index) == "prep" and clause.kind(index + 1) == "np" and is_means(clause.units[index + 1]):
                anchor.means.append(index + 1)
                index += 1
            else:
                break
            index = clause.after(index)
        return following

    @staticmethod
    def _acts(unit: Unit) -> bool:
        return is_party(unit) or is_means(unit) or unit.is_event

    def _around_noun(self, anchor: Anchor) -> None:
        clause, at = self.clause, anchor.unit
        unit = clause.units[at]
        head = anchor.mark.first
        owners = [mention for mention in unit.actors if clause.document.word_at(mention.start) < head]
        own_people = any(mark.cue.kind == "people" and mark.first < head for mark in unit.marks)
        if owners or own_people:
            anchor.perpetrators.append(at)
        if unit.find("event", "means") or unit.equipment:
            anchor.means.append(at)
        if clause.order != "svo":
            self._behind_noun(anchor)
        verb = clause.before(at)
        while clause.kind(verb) in {"comma", "conj"} and clause.kind(clause.before(verb)) in {"np", "comma"}:
            verb = clause.before(verb) if clause.kind(clause.before(verb)) == "comma" else clause.before(verb) - 1
        if clause.kind(verb) in {"verb", "light"} and any(
            mark.cue.value == "light" for mark in clause.units[verb].marks
        ):
            subject = [index for index in clause.subject(verb) if index != at] or self._doer_in_front(verb)
            if clause.is_passive(verb):
                return
            anchor.perpetrators.extend(index for index in subject if index not in anchor.perpetrators)

    def _doer_in_front(self, verb: int) -> list[int]:
        """Return who stands before a verb of a verb-first language ("denied that the army had carried out a raid")."""
        if self.clause.order != "vso":
            return []
        lead = self.clause.before(verb)
        while self.clause.kind(lead) == "aux":
            lead = self.clause.before(lead)
        free = self.clause.kind(lead) == "np" and self.clause.kind(lead - 1) not in {"prep", "linking", "verb", "light"}
        unit = self.clause.units[lead]
        if not free or not self._acts(unit) or unit.is_event:
            return []
        first = next((at for at in range(max(0, lead - 4), lead) if lead in self.clause.coordinated(at)), lead)
        return self._with_partners(first) if is_party(self.clause.units[first]) else [lead]

    def _behind_noun(self, anchor: Anchor) -> None:
        """Take what stands right behind an event's noun (قصف قوات ...), and before it the doer of a light verb."""
        clause, at = self.clause, anchor.unit
        behind = clause.after(at)
        if clause.kind(behind) == "light" and clause.words(behind)[-1].endswith(("ها", "ته", "هما")):
            behind = clause.after(behind)  # an attack that was carried out by ...
        while clause.kind(behind) == "np" and not clause.units[behind].is_event:
            unit = clause.units[behind]
            if is_party(unit):
                anchor.perpetrators.extend(self._with_partners(behind))
            elif is_means(unit):
                anchor.means.append(behind)
            elif unit.cue("people", "thing") is not None or unit.places:
                anchor.targets.append(behind)
            behind = clause.after(behind)
        for verb in range(at - 1, max(-1, at - 10), -1):
            if clause.kind(verb) in {"stop", "clause", "verb"}:
                return
            doer = clause.after(verb)
            if clause.kind(verb) == "light" and clause.kind(doer) == "np" and doer < at:
                if self._acts(clause.units[doer]) and not clause.units[doer].is_event:
                    anchor.perpetrators.append(doer)
                return

    def _phrases(self, anchor: Anchor) -> None:
        """Take what prepositions bring: by whom, on what, with what."""
        for prep, governed in self.clause.phrases_after(anchor.unit):
            units = [self.clause.units[index] for index in governed]
            if anchor.type.frame == "mutual":
                self._sides(anchor, prep, self._both(prep, governed))
                continue
            if self._by(anchor, prep, units):
                self._act(anchor, governed, [])
            elif prep.has("mark", "means") and any(is_means(unit) for unit in units):
                anchor.means.extend(governed)
            elif self._goes_off_at(anchor, prep):
                anchor.targets.extend(index for index in governed if self._is_site(index))
            elif self._aims(anchor, prep):
                anchor.targets.extend(index for index in self._plain(governed) if index not in anchor.targets)
            if prep.has("mark", "cause") and any(is_means(unit) for unit in units):
                anchor.means.extend(governed)

    @staticmethod
    def _by(anchor: Anchor, prep: Unit, units: list[Unit]) -> bool:
        """Whether a preposition brings the doer: "by", or "from" before a party ("shelling from the army")."""
        if any(unit.is_event for unit in units):
            return False
        if anchor.type.name == "interception" and prep.last - prep.first > 1:
            return False  # "shot down drones launched by X": whose they were
        if prep.has("mark", "perpetrator"):
            return True
        if anchor.form != "noun":
            return False  # "killed three of the guards" says of whom they were
        origin = prep.has("mark", "origin") and anchor.type.frame == "agent_target" and not anchor.perpetrators
        return origin and all(is_party(unit) for unit in units)

    def _both(self, prep: Unit, governed: list[int]) -> list[int]:
        """Return both sides behind "between", though a verb may follow the second."""
        at = governed[-1]
        if len(governed) == 1 and prep.has("mark", "between") and self.clause.kind(at + 1) == "conj":
            return [*governed, at + 2] if self.clause.kind(at + 2) == "np" else governed
        return governed

    @staticmethod
    def _sides(anchor: Anchor, prep: Unit, governed: list[int]) -> None:
        """Take the two sides of a fight: "between A and B", "of A with B"."""
        if prep.has("mark", "between"):
            anchor.perpetrators.extend(governed[:1])
            anchor.targets.extend(governed[1:])
        elif prep.has("mark", "against"):
            (anchor.targets if anchor.perpetrators else anchor.perpetrators).extend(governed)

    def _goes_off_at(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether the phrase says where a device went off, which is what it was meant for ("outside a school")."""
        exploding = anchor.type.frame == "means_target" or anchor.type.name in {"bombing", "suicide_bombing"}
        return exploding and prep.has("mark", "place") and not prep.has("mark", "perpetrator")

    def _is_site(self, index: int) -> bool:
        cue = self.clause.units[index].cue("thing")
        return cue is not None and cue.value not in {"area", "occasion"}

    def _aims(self, anchor: Anchor, prep: Unit) -> bool:
        if anchor.type.frame in {"agent_only", "target_only"} and prep.kind != "linking":
            return False
        if prep.kind == "linking":
            return anchor.form == "noun" and not anchor.targets
        words = self.clause.document.words[prep.first : prep.last]
        if not prep.has("mark", "target") or words == ["to"]:
            return False
        return anchor.form == "noun" or not anchor.targets

    def _plain(self, indices: list[int]) -> list[int]:
        units = self.clause.units
        if self.clause.order == "vso":  # a toll's figure stands behind the same particles as a target
            indices = [index for index in indices if units[index].find("victims") is None]
            indices = [index for index in indices if units[index].find("outcome", "noun") is None]
        indices = [index for index in indices if not is_bare(units[index], self.clause.document)]
        return [index for index in indices if not units[index].is_event and units[index].find("toll") is None]

    def _sharpened(self, anchor: Anchor) -> EventType:
        """Return the special type that the means beside a general cue tell."""
        if not anchor.general:
            return anchor.type
        best, least = anchor.type, -1 if "default" in anchor.mark.cue.flags else anchor.type.rank
        indices = {*anchor.perpetrators, *anchor.means, *([anchor.unit] if anchor.form == "noun" else [])}
        for index in sorted(indices):
            for mark in self.clause.units[index].all("event", "means"):
                kind = self.types[mark.cue.value]
                if kind.rank > least:
                    best, least = kind, kind.rank
        return best

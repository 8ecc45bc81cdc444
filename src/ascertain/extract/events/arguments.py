"""Who stands around an event's verb or noun: who did it, to whom, with what."""

from ascertain.extract.events.acting import is_a_site, is_carrier, is_explosive, is_fired, is_means, is_party
from ascertain.extract.events.aims import is_the_latest_to
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.asides import who_uses
from ascertain.extract.events.brought import Brought
from ascertain.extract.events.fired_from import what_was_fired, who_holds_its_origin
from ascertain.extract.events.going_on import (
    announced_of_itself,
    denied_of_itself,
    meant,
    same_doers,
    with_who_stands_beside,
)
from ascertain.extract.events.joined_verbs import joined_verb, told_to_be, who_did_both
from ascertain.extract.events.let_go import who_let_them_go
from ascertain.extract.events.reduced import is_told_besides
from ascertain.extract.events.relative_objects import told_before
from ascertain.extract.events.undertakings import is_carried_out
from ascertain.extract.events.units import Unit, is_plural

_SPOTTED = frozenset("رصد رصدت رصدوا رصده رصدها اعتراض سماع".split())
_TRYING = frozenset("حاول حاولت حاولوا يحاول تحاول محاوله محاولته محاولتها محاولتهم".split())
_FREEING = ("تحرير", "استعاد", "انتزاع", "استرداد")
_POSSESSIVES = ("هم", "هما", "ها", "ته")
_NAMING = frozenset({"a", "an", "the", "fire"})  # words of a verb that has its object among them
_OF_LIFE = frozenset({"killing", "execution", "shooting"})
_OF_SOMEBODY = frozenset({"assassination", "killing", "execution", "abduction"})


class Arguments(Brought):
    """Gives the anchors of one sentence those who stand around them."""

    def give(self, anchor: Anchor) -> None:
        """Give an anchor its arguments."""
        if befallen := self._befallen(anchor):
            anchor.targets.extend(befallen)
        elif "split" in anchor.mark.cue.flags:
            self._around_split_verb(anchor)
        elif anchor.form == "noun":
            self._around_noun(anchor)
            if self.clause.words(anchor.unit)[-1:] == ["of"] and self.clause.kind(anchor.unit + 1) == "np":
                anchor.targets.extend(self._plain(self.clause.coordinated(anchor.unit + 1)))  # "the burning of | homes"
        elif self.clause.kind(anchor.unit) == "np":
            anchor.targets.append(anchor.unit)
        elif self.clause.order == "vso" and "weapon" in anchor.mark.cue.flags:
            self._with_weapon_behind(anchor)
        elif self.clause.order == "vso" and not _TRYING.isdisjoint(self.clause.words(anchor.unit - 1)):
            anchor.targets.extend(self._plain(self._following(anchor)[:1]))  # حاول | طعن | جنود
        elif self.clause.order == "vso":
            self._around_leading_verb(anchor)
            fired = [] if anchor.means else what_was_fired(self.clause, anchor.unit)
            if fired and "impact" in anchor.mark.cue.flags:
                anchor.targets.extend(self._plain(self._following(anchor)[:1]))
            anchor.means.extend(fired)
        else:
            self._around_verb(anchor)
        anchor.perpetrators = with_who_stands_beside(self.clause, anchor.unit, anchor.perpetrators)
        self._give_whom_it_caught(anchor)
        self.bring(anchor)
        self._give_owner(anchor)
        if self.clause.order == "vso" and anchor.form == "noun":
            self._past_particles(anchor)
        if anchor.type.name == "abduction" and not anchor.perpetrators and self.clause.order == "svo":
            anchor.perpetrators.extend(who_let_them_go(self.clause, anchor.unit))
        if anchor.type.name in _OF_LIFE and anchor.form == "verb" and not anchor.perpetrators:
            anchor.perpetrators.extend(who_did_both(self.clause, anchor.unit))
        self._arm_with_the_rest(anchor)
        self._give_those_with_a_part(anchor)
        anchor.perpetrators.extend(who_holds_its_origin(self.clause, anchor))
        if self._explodes(anchor):
            self._explosives_are_means(anchor)

    def _give_whom_it_caught(self, anchor: Anchor) -> None:
        """Give an ambush those who fell into it, behind a verb that comes first: وقعت | دورية | في | كمين."""
        clause, at = self.clause, anchor.unit
        if (
            "laid" not in anchor.mark.cue.flags
            or clause.order != "vso"
            or not clause.units[at - 1].has("mark", "place")
        ):
            return
        verb = at - 1
        while verb > 0 and clause.kind(verb) in {"np", "prep", "conj", "comma", "time"}:
            verb -= 1
        if clause.kind(verb) == "verb" and clause.units[verb].has("word", "happening"):
            caught = clause.after(verb)
            if caught < at and is_party(clause.units[caught]):
                anchor.targets.append(caught)
                laid = clause.kind(at + 1) == "prep" and clause.units[at + 1].has("mark", "perpetrator")
                anchor.perpetrators.extend([at + 2] if laid and clause.kind(at + 2) == "np" else [])

    def _past_particles(self, anchor: Anchor) -> None:
        """Leave out from whom a town was freed, and give the deed who did it to what a particle brings in one phrase.

        تحرير | البلدة | من | المسلحين; استهداف | مجهولين لسيارتهم.
        """
        clause, words = self.clause, self.clause.words
        if anchor.type.name == "capture" and words(anchor.unit)[0].lstrip("وب").removeprefix("ال").startswith(_FREEING):
            freed = [at for at in anchor.perpetrators if at > anchor.unit and words(at - 1) == ["من"]]
            anchor.perpetrators = [at for at in anchor.perpetrators if at not in freed]
        for at in anchor.targets[:1]:
            unit, theirs = clause.units[at], words(at)[-1]
            fighters = at == anchor.unit + 1 and unit.find("people", "plural") is not None
            fighters = fighters and unit.has("people", "combatants") and not words(at)[0].startswith(clause.articles)
            if fighters and len(words(at)) > 1 and theirs.startswith("ل") and theirs.endswith(_POSSESSIVES):
                anchor.targets.remove(at)
                anchor.perpetrators.append(at)

    def _give_owner(self, anchor: Anchor) -> None:
        """Give a murder or the like to whose it is told to be: "the mayor's murder", "the army's killing of two"."""
        owner = self.clause.owner(anchor.unit)
        if anchor.form != "noun" or anchor.type.name not in _OF_SOMEBODY:
            return
        if owner == anchor.unit:
            self._give_owners_within(anchor)
            return
        unit = self.clause.units[owner]
        of = self.clause.kind(anchor.unit + 1) == "linking"
        if of and is_party(unit) and not anchor.perpetrators:
            anchor.perpetrators.append(owner)
        elif not anchor.targets and owner not in anchor.perpetrators:
            anchor.targets.extend(self.clause.whose_death(anchor.unit))

    def _arm_with_the_rest(self, anchor: Anchor) -> None:
        """Take the weapons joined to one that the words of a verb name: "fired rockets and mortars"."""
        at, joined = anchor.unit, anchor.unit + 2
        if self.clause.order != "svo" or anchor.form != "verb" or len(self.clause.words(at)) < 2:
            return
        if self.clause.kind(at + 1) == "conj" and self.clause.kind(joined) == "np":
            unit = self.clause.units[joined]
            if is_means(unit) and not is_carrier(unit) and not is_party(unit):
                anchor.means.append(joined)

    def _give_those_with_a_part(self, anchor: Anchor) -> None:
        """Give a deed those who are told to have had a part in it ("the involvement of troops in the murder")."""
        clause, part = self.clause, anchor.unit - 2
        if anchor.form != "noun" or anchor.perpetrators or clause.order != "svo" or clause.kind(part + 1) != "prep":
            return
        at = part
        while clause.kind(at) == "np" and clause.kind(at - 1) in {"conj", "comma"} and clause.kind(at - 2) == "np":
            at -= 2
        if clause.kind(at - 1) == "linking" and clause.units[at - 2].has("word", "partaking"):
            anchor.perpetrators.extend(range(at, part + 1, 2))

    def _give_owners_within(self, anchor: Anchor) -> None:
        """Give a murder or the like to the many in its own phrase whose it is told to be: "the priests' murder"."""
        unit, words = self.clause.units[anchor.unit], self.clause.document.words
        of = self.clause.kind(anchor.unit + 1) == "linking"
        joint = anchor.mark.first - 1
        if of or anchor.targets or joint <= unit.first or words[joint] not in self.clause.endings.possessive:
            return
        people = unit.cue("people")
        if people is not None and "body" not in people.flags:
            anchor.perpetrators = [at for at in anchor.perpetrators if at != anchor.unit]
            anchor.targets.append(anchor.unit)

    def _explosives_are_means(self, anchor: Anchor) -> None:
        """Take the bomb that somebody sets off or plants for what it is done with, and not for what is struck."""
        units = self.clause.units
        weapons = [index for index in anchor.targets if is_explosive(units[index])]
        anchor.targets = [index for index in anchor.targets if index not in weapons]
        doers = [
            index for index in anchor.means if not is_means(units[index]) and self.clause.kind(anchor.unit) != "np"
        ]
        if weapons and anchor.type.frame == "means_target":  # "two men exploded the charge"
            anchor.means = [index for index in anchor.means if index not in doers]
            self._act(anchor, doers, [])
        anchor.means.extend(index for index in weapons if index not in anchor.means)

    def _around_verb(self, anchor: Anchor) -> None:
        clause, at = self.clause, anchor.unit
        subject, objects = [] if is_the_latest_to(clause, at) else clause.subject(at), clause.objects(at)
        if not objects and (joined := joined_verb(clause, at)) is not None:
            objects = clause.objects(joined)
        frame = anchor.type.frame
        if not objects and frame == "agent_target" and not clause.is_passive(at):
            objects = told_before(clause, at)
        if "weapon" in anchor.mark.cue.flags:
            self._with_weapon(anchor, subject, objects)
            return
        if "impact" in anchor.mark.cue.flags:
            anchor.means.extend(index for index in subject if is_means(clause.units[index]))
            if all(is_carrier(clause.units[index]) for index in anchor.means):
                anchor.means.clear()  # "a cargo plane crashed into a house": an accident
            if anchor.means:
                self._act(anchor, [index for index in subject if clause.units[index].actors], objects)
            return
        if self._was_fired_by(anchor):
            self._act(anchor, [at - 1] if clause.units[at - 1].actors else [], objects)
            anchor.means.append(at - 1)
            return
        if "yields" in anchor.mark.cue.flags:
            anchor.targets.extend(self._plain(subject))
            anchor.perpetrators.extend(index for index in objects if is_party(clause.units[index]))
            return
        anchor.passive = anchor.form == "passive" or clause.is_passive(at)
        if not anchor.passive and not objects and subject and frame == "agent_target":
            anchor.passive = self._suffers(subject, at) or (anchor.type.violent and is_told_besides(self.clause, at))
        if anchor.passive and "flown" in anchor.mark.cue.flags and self._are_shots(subject):
            anchor.means.extend(subject)  # "rockets were fired at the town"
            self._act(anchor, [], objects)
        elif anchor.passive and frame in {"agent_target", "target_only"}:
            struck = [meant(clause, index) for index in subject]
            anchor.targets.extend(self._plain(clause.behind(at) or struck))
        elif frame == "means_target":
            met = anchor.type.name == "landmine" and clause.order == "svo" and len(clause.words(at)) > 1  # "hit a mine"
            lost = [index for index in subject if met or is_carrier(clause.units[index], flown=True)]
            anchor.means.extend(index for index in subject if index not in lost)
            anchor.targets.extend(lost)  # "the plane exploded in the air"
            anchor.targets.extend(self._plain(objects))
        elif anchor.type.name == "bombing" and not objects and self._are_flown(subject):
            anchor.targets.extend(subject)  # "the airliner blew up in the air"
        else:
            self._act(anchor, subject, objects)
        if (tool := clause.tool_of(at)) is not None and tool not in anchor.means:
            anchor.means.append(tool)
        if clause.order == "svo" and not anchor.passive:
            anchor.means.extend(self._borne(subject, at))
            flown = (told_to_be(clause, index) for index in subject)
            anchor.means.extend(index for index in flown if index is not None)
            self._act(anchor, self._whose_weapon(subject, at), [])
        last = clause.after(objects[-1]) if objects and clause.order == "free" else -1  # an instrumental has no "with"
        anchor.means.extend(at for at in (last,) if clause.kind(at) == "np" and is_means(clause.units[at]))

    def _was_fired_by(self, anchor: Anchor) -> bool:
        """Whether a preposition governs what was fired, right before the verb: "by a rocket fired at Orda"."""
        clause, at = self.clause, anchor.unit
        if "flown" not in anchor.mark.cue.flags or clause.order != "svo" or clause.kind(at - 1) != "np":
            return False
        weapon = clause.units[at - 1]
        governed = clause.kind(at - 2) == "prep" and is_means(weapon) and not is_carrier(weapon)
        return governed and (weapon.cue("people") is None or bool(weapon.actors))

    def _are_flown(self, found: list[int]) -> bool:
        return bool(found) and all(is_carrier(self.clause.units[index], flown=True) for index in found)

    def _are_shots(self, subject: list[int]) -> bool:
        """Whether what stands before "were fired at" is what was fired, and nobody who came under fire."""
        units = [self.clause.units[at] for at in subject]
        return bool(units) and all(is_means(unit) and not is_carrier(unit) and not is_party(unit) for unit in units)

    def _around_split_verb(self, anchor: Anchor) -> None:
        """Give a verb in two parts its arguments, which stand about the first ("took two nurses hostage")."""
        opening = self.clause.verb_before(anchor.unit)
        if opening is None:
            return
        anchor.passive = self.clause.is_passive(opening)
        subject, objects = self.clause.subject(opening), self.clause.objects(opening)
        self._act(anchor, [] if anchor.passive else subject, subject if anchor.passive else objects)

    def _borne(self, subject: list[int], verb: int) -> list[int]:
        """Return the weapons that doers have with them before what they do ("men armed with rifles attacked")."""
        borne: list[int] = []
        for prep, governed in (phrase for index in subject[-1:] for phrase in self.clause.phrases_after(index)):
            at = governed[0]
            while at < verb and prep.has("mark", "means") and self.clause.kind(at) == "np":
                if is_means(self.clause.units[at]):
                    borne.append(at)
                at += 2 if self.clause.kind(at + 1) in {"conj", "comma"} else verb
        return borne

    def _whose_weapon(self, subject: list[int], verb: int) -> list[int]:
        """Return who used the weapon that a verb has for its subject: "a rocket fired by rebels killed two"."""
        if not subject or not all(is_means(self.clause.units[at]) for at in subject):
            return []
        brought = self.clause.phrases_after(subject[-1])
        return [
            at
            for prep, governed in brought
            for at in governed
            if (prep.has("mark", "perpetrator") or prep.has("mark", "wielder")) and at < verb
        ]

    def _with_weapon(self, anchor: Anchor, subject: list[int], objects: list[int]) -> None:
        """Give a verb that needs a weapon its arguments: the weapon is its object, or its subject in the passive."""
        beside = self.clause.before(anchor.unit)
        subject = who_uses(self.clause, anchor.unit) or subject
        if self.clause.kind(beside) == "np" and self._is_reduced(anchor.unit, [beside], objects):
            subject = [beside]  # "was killed by a bomb placed by ..."
        passive = self.clause.is_passive(anchor.unit) or self._is_reduced(anchor.unit, subject, objects)
        weapons, doers = (subject, []) if passive else (objects, subject)
        anchor.means.extend(index for index in weapons if is_means(self.clause.units[index]))
        if anchor.means:
            self._act(anchor, doers, [])

    def _with_weapon_behind(self, anchor: Anchor) -> None:
        """Give what stands behind a word that needs a weapon: who fired, and what (إطلاق | القوات | قذائف)."""
        units, following = self.clause.units, self._following(anchor)
        weapons = [at for at in following if is_fired(units[at])]
        if weapons:
            doers = [at for at in following[:1] if at not in weapons and self._acts(units[at])]
            spotted = anchor.unit > 0 and not _SPOTTED.isdisjoint(self.clause.words(anchor.unit - 1))
            front = [] if spotted else self._in_front_of(anchor.unit)  # أكد الجيش | رصد | إطلاق صاروخين
            doers = doers or [at for at in front if self._acts(units[at])]
            anchor.means.extend(weapons[:1])
            self._act(anchor, doers, [])

    def _are_counted(self, found: list[int]) -> bool:
        """Whether all phrases are of people with a figure."""
        units = [self.clause.units[at] for at in found]
        return all(unit.counts and unit.cue("people", "victims") is not None for unit in units)

    def _is_reduced(self, verb: int, subject: list[int], objects: list[int]) -> bool:
        """Whether a participle behind a weapon says who used it: "a bomb planted by guerrillas"."""
        by = next((prep for prep, _ in self.clause.phrases_after(verb)), None)
        past = self.clause.words(verb)[-1].endswith(self.clause.endings.passive)
        past = past or (by is not None and by.has("mark", "perpetrator"))
        before = [at for at in subject if is_means(self.clause.units[at])]
        return past and not objects and bool(before) and len(before) == len(subject)

    def _suffers(self, subject: list[int], at: int) -> bool:
        """Whether a verb without object is a passive without its auxiliary ("three killed in Orda")."""
        words, endings = self.clause.words(at), self.clause.endings
        agent = any(unit.find("mark") and unit.has("mark", "perpetrator") for unit, _ in self.clause.phrases_after(at))
        last = words[0] if agent else words[-1]  # "riddled with bullets by gunmen"
        if last.endswith(endings.present + endings.ongoing) or self._names_its_object(at):
            return False
        relative = self.clause.before(at)
        if self.clause.kind(relative) == "relative":
            # "two men who attacked at dawn"; "three men where killed in Orda" is misspelt
            return self.clause.units[relative].has("word", "whereby") and self._are_counted(subject)
        units = [self.clause.units[index] for index in subject]
        if any(unit.is_event or is_means(unit) for unit in units):  # "police helicopter shot down in Orda"
            return self.clause.units[at].has("event", "interception") and all(is_carrier(unit) for unit in units)
        headline = all(is_plural(unit) and not unit.determined for unit in units)
        if headline and self.clause.units[at].find("outcome", "verb") is not None:
            return True  # "rebels killed in clashes": whoever kills, kills somebody
        return agent or all(bool(unit.counts) or not is_party(unit) or is_a_site(unit) for unit in units)

    def _names_its_object(self, at: int) -> bool:
        """Whether the words of a verb have an object among them ("stormed the house", "opened fire")."""
        return self.clause.order == "svo" and bool(_NAMING.intersection(self.clause.words(at)))

    def _around_noun(self, anchor: Anchor) -> None:
        clause, at = self.clause, anchor.unit
        unit = clause.units[at]
        head = anchor.mark.first
        owners = [mention for mention in unit.actors if clause.document.word_at(mention.start) < head]
        titled = any(mark.cue.kind == "people" and mark.first < head for mark in unit.marks) and not owners
        of = self._of_before(unit, head)
        own_people = any(mark.cue.kind == "people" and of <= mark.first < head for mark in unit.marks)
        owners = [mention for mention in owners if clause.document.ends[of] < mention.end or of == unit.first]
        if owners or own_people:
            anchor.perpetrators.append(at)
        if unit.find("event", "means") or unit.equipment:
            anchor.means.append(at)
        if clause.order != "svo":
            self._behind_noun(anchor)
        if not anchor.perpetrators:
            own = announced_of_itself(clause, at, anchor.type.name) or denied_of_itself(clause, at, anchor.type.name)
            anchor.perpetrators.extend(own)
        if _is_called_so(unit):
            return
        verb = clause.before(at)
        if titled and clause.kind(verb) == "passive":  # "Roe was the perpetrator of the murder"
            anchor.perpetrators = [index for index in clause.subject(verb) if not clause.units[index].is_event]
            return
        while clause.kind(verb) in {"comma", "conj"} and clause.kind(clause.before(verb)) in {"np", "comma"}:
            verb = clause.before(verb) if clause.kind(clause.before(verb)) == "comma" else clause.before(verb) - 1
        if (
            clause.kind(verb) in {"verb", "light", "aux"}
            and any(mark.cue.value == "light" or "weapon" in mark.cue.flags for mark in clause.units[verb].marks)
        ) or is_carried_out(clause, verb):
            gone_on = same_doers(clause, verb) if clause.order == "vso" else []  # "attacks X and lays | an ambush"
            subject = gone_on or [index for index in clause.subject(verb) if index != at] or self._doer_in_front(verb)
            befalls = clause.is_passive(verb) and clause.words(verb)[0].endswith(clause.endings.passive)
            if befalls and not clause.units[verb].has("word", "partakes"):
                return  # not "is behind the blast"
            anchor.perpetrators.extend(index for index in subject if index not in anchor.perpetrators)

    def _of_before(self, unit: Unit, head: int) -> int:
        """Return the last "of" behind people before an event's noun: its victims and its witnesses do not do it."""
        words = self.clause.document.words
        behind = (mark.last for mark in unit.marks if mark.cue.kind in {"people", "role"} and mark.last < head)
        of = [at for at in behind if words[at] == "of"]
        return max(of) if of and self.clause.order == "svo" else unit.first

    def _befallen(self, anchor: Anchor) -> list[int]:
        """Return whom an event is told to have befallen before it ("the convoy was the target of an ambush")."""
        at = anchor.unit - 1
        if self.clause.order != "svo" or anchor.type.frame == "mutual" or not self.clause.tells("word", "befallen"):
            return []
        while self.clause.kind(at) in {"other", "time"} and not self.clause.units[at].has("word", "befallen"):
            at -= 1
        return self._plain(self.clause.leading(at)) if at > 0 and self.clause.units[at].has("word", "befallen") else []


def _is_called_so(unit: Unit) -> bool:
    """Whether a noun says only what something told before is: "making this the second kidnapping in a week"."""
    first = {mark.cue.value for mark in unit.marks if mark.first == unit.first}
    second = any(mark.cue.value == "determiners" for mark in unit.marks if mark.first == unit.first + 1)
    return "demonstratives" in first and second

"""Who stands around a verb or an event's noun in a language whose verb comes first."""

from ascertain.extract.casualties.verb_first import does_it_itself
from ascertain.extract.events.acting import comes_down, is_crewed, is_means, is_party, position_of, says_whose_only
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.going_on import (
    announced_of_itself,
    doers_gone_on,
    same_doers,
    spoken_of_itself,
    takers_gone_on,
)
from ascertain.extract.events.leading_doers import LeadingDoers
from ascertain.extract.events.own_doing import own_doers
from ascertain.extract.events.phrases import is_bare
from ascertain.extract.events.undertakings import is_impersonal
from ascertain.extract.events.units import Unit
from ascertain.extract.events.what_was_hit import is_vehicle_aimed_at, is_vehicle_blown_up, past_when
from ascertain.extract.events.whose_strike import is_accusative, is_hit_with, is_verbs_object, whom_it_hit_with

_TRUCE = frozenset(("لاتفاق", "لهدنه", "لتهدئه", "للهدنه", "للاتفاق"))  # a strike breaks it, and is not on it
_THEIRS = frozenset(("له", "لها", "لهم", "لهما", "لهن"))


class LeadingVerbs(LeadingDoers):
    """Gives what stands behind a verb or noun its role by what it names, since its place does not tell."""

    def _around_leading_verb(self, anchor: Anchor) -> None:
        """Give the noun phrases after a verb that comes first their roles by what they name."""
        clause, at = self.clause, anchor.unit
        if "impact" in anchor.mark.cue.flags:
            self._around_what_falls(anchor)
            return
        if self._is_taken_up(anchor):
            return
        following = self._following(anchor)
        subject = clause.subject(at)
        if anchor.form == "passive":
            under, following = clause.leading(at), self._past_a_kind(anchor, following)
            if following and self._came_under(anchor) and is_party(clause.units[following[0]]):
                self._act(anchor, self._with_partners(following[0]), under)
                return
            anchor.targets.extend(self._plain(following[:1] or (under if self._came_under(anchor) else subject)))
            return
        if anchor.type.name == "suicide_bombing":  # they blew themselves up: nobody told of before did
            self._act(anchor, [index for index in following[:1] if is_party(clause.units[index])], [])
            return
        if following and (many := self._many_in_front(at, following[0])) is not None:
            self._act(anchor, many, following[:1])  # "its men, (they) struck | a tank"
            return
        if following and (speaker := spoken_of_itself(self.clause, at)):
            self._act(anchor, speaker, following[:1])  # "said that it struck a convoy"
            return
        if not following and clause.units[at].find("outcome") and (harmed := self._harmed_in_front(subject, at)):
            anchor.targets.extend(self._plain(harmed))  # "and that five fighters were killed"
            anchor.passive = True
            return
        if following and self._is_hit_in_front(anchor, following):
            return
        if not following and clause.kind(at - 1) == "np" and clause.units[at - 1].is_event:
            return  # "the death of ten in strikes | that hit the north": the strikes did
        if len(following) == 1 and self._around_one_phrase(anchor, following):
            return
        if (struck := next((one for one in following if is_accusative(clause, one)), None)) is not None:
            before = following[: following.index(struck)] or self._leading(at, subject, following)
            doers = [index for index in before if self._acts(clause.units[index])]
            self._act(anchor, doers, [struck])
            anchor.passive = not doers
            return
        actors = [index for index in following if self._acts(clause.units[index])]
        if following and not is_party(clause.units[following[0]]):
            front = self._in_front_of(at)
            before = [index for index in front if is_party(clause.units[index]) and not self._befell(index)]
            if before:  # the doer stands first for once
                anchor.means.extend(index for index in actors if is_means(clause.units[index]))
                self._act(anchor, before, [index for index in following if index not in actors])
                return
        if not following or following[0] not in actors:
            leading = [index for index in self._leading(at, subject, following) if self._acts(clause.units[index])]
            self._act(anchor, leading, following)
            anchor.passive = not leading and bool(following)
            return
        if len(following) > 1 and self._ends_with_object(at) and is_party(clause.units[following[1]]):
            self._act(anchor, self._with_partners(following[1]), [])  # "(hit him) | the shells | of the army"
            anchor.means.extend(following[:1])
            return
        self._act(anchor, self._with_partners(following[0]), following[1:2])

    def _is_taken_up(self, anchor: Anchor) -> bool:
        """Whether a pronoun behind a verb takes up what was used, and the doer follows: استهدفت | بها | الطائرات."""
        clause = self.clause
        pronoun = clause.after(anchor.unit)
        doer = clause.after(pronoun)
        if clause.kind(pronoun) != "np" or not clause.units[pronoun].pronoun or clause.kind(doer) != "np":
            return False
        if is_party(clause.units[doer]):
            self._act(anchor, self._with_partners(doer), [])
        return is_party(clause.units[doer])

    def _is_hit_in_front(self, anchor: Anchor, following: list[int]) -> bool:
        """Whether what stands before a verb is what the word written onto it means: "a patrol, (hit it) a charge"."""
        clause, at = self.clause, anchor.unit
        if not is_means(clause.units[following[0]]) or not self._ends_with_object(at):
            return False
        lead = clause.before(at)
        while clause.kind(lead) in {"np", "conj"}:
            lead = clause.before(lead)
        before = clause.units[lead]
        goes_on = before.kind == "aux" and not (before.has("word", "completed") or before.has("word", "past"))
        if lead >= 0 and (before.kind in {"light", "verb"} or goes_on):
            return False  # "went on with its shelling by artillery": قصفه, which is no verb
        front = [index for index in clause.leading(at) if not clause.units[index].is_event] or self._doer_in_front(at)
        if front:
            party = len(following) > 1 and is_party(clause.units[following[1]])  # "the shells | of the army"
            self._act(anchor, [following[0], *(self._with_partners(following[1]) if party else ())], front)
        return bool(front)

    def _around_what_falls(self, anchor: Anchor) -> None:
        """Give a verb of what falls or hits its means and what was hit: سقطت قذائف على البلدة."""
        clause, at = self.clause, anchor.unit
        falling = dict.fromkeys((*clause.leading(at), *clause.subject(at)))  # قذائف سقطت على, سقطت قذائف على
        anchor.means.extend(index for index in falling if is_means(clause.units[index]))
        anchor.means.extend(self._falls_behind(at) if not anchor.means else ())
        anchor.targets.extend(self._plain([index for index in clause.objects(at) if index not in falling]))
        if all(comes_down(clause.units[index], hit=bool(anchor.targets)) for index in anchor.means):
            anchor.means.clear()  # a helicopter that falls is an accident, or shot down
        anchor.perpetrators.extend(index for index in anchor.means if is_party(clause.units[index]))  # قذائف الجيش
        behind = self._following(anchor)
        hit = behind[bool(behind) and behind[0] in anchor.means :][: bool(anchor.means)]  # أصابت | قذيفة | منزلا
        anchor.targets.extend(self._plain(hit))

    def _around_one_phrase(self, anchor: Anchor, following: list[int]) -> bool:
        """Give the only noun phrase behind a verb that comes first its role, where what stands before tells it."""
        clause, at, only = self.clause, anchor.unit, self.clause.units[following[0]]
        if led := self._led_by_relative(at, only):
            self._act(anchor, led, following)  # "the alliance, which targets | the rebels"
        elif self._is_owned_and_hit(at, following[0]) or is_vehicle_blown_up(clause, anchor, following[0]):
            anchor.targets.extend(following)  # "a charge went off and hit | a patrol of the army": it hit nobody itself
            anchor.passive = True
        elif does_it_itself(clause, at, following[0]):
            self._act(anchor, following, [])
        elif clause.units[at].find("outcome") and self._is_harmed(only):
            doers = [index for index in self._doer_in_front(at) if is_party(clause.units[index])]
            doers = doers or takers_gone_on(clause, at)
            anchor.targets.extend(following)
            self._act(anchor, doers, [])
            anchor.passive = not doers
        elif anchor.type.name == "shooting" and is_party(only) and self._strikes_at(at):
            self._act(anchor, following, [])  # "at the time of the blast, the police fired at a man"
        elif doers := doers_gone_on(clause, at, only):
            self._act(anchor, doers, following)  # "... flew low, then struck the convoy"
        elif clause.units[at].has("mark", "target") and (doers := same_doers(clause, at)):
            self._act(anchor, doers, following)  # a verb that takes an object, and no other phrase is there
        elif self._event_leads(at):
            anchor.targets.extend(self._plain(following))  # "an attack targets a convoy": the event itself leads
        elif (told := self._told_on(at, only)) is not None:
            if clause.kind(told) == "np" and not clause.units[told].is_event:
                anchor.means.append(told)
            anchor.targets.extend(self._plain(following))  # "a raid at dawn, (which) targeted a commander"
        elif self._was_fired(at):
            anchor.means.append(at - 3)  # "by a shell that the rebels fired | (which) struck the quarter"
            anchor.perpetrators.append(at - 1)
            anchor.targets.extend(self._plain(following))
        elif self._relates_to_means(at):
            anchor.means.append(at - 1)  # "by a bomb that targeted a car", where no word says "that"
            anchor.targets.extend(self._plain(following))
        elif front := self._doer_in_front(at):
            how = is_means(only) and only.cue("thing", "people") is None  # نفذت عملية إنزال | جوي
            anchor.means.extend(following if how else ())
            self._act(anchor, front, [] if how else following)  # a headline: the doer, the verb, whom it struck
        elif self._are_positions(only) or self._is_led_by_that(at) or self._are_struck(at, only):
            anchor.targets.extend(following)  # قصف مواقع الجيش: they are struck, whoever did it
            anchor.passive = True
        else:
            return False
        return True

    @staticmethod
    def _are_positions(unit: Unit) -> bool:
        """Whether a phrase names the positions of a party, from which nothing is told to be fired."""
        position = position_of(unit)
        return position is not None and "manned" not in position.flags and is_party(unit)

    def _exposed(self, verb: int, noun: int) -> list[int]:
        """Return what is told to have come under what a noun tells: between verb and noun, or before the verb."""
        clause = self.clause
        behind = clause.after(verb)
        if clause.kind(behind) == "np" and behind < noun:
            return [at for at in clause.coordinated(behind) if at < noun]
        return clause.leading(verb) if clause.kind(behind) == "prep" else []

    def _event_leads(self, verb: int) -> bool:
        """Whether an event is what a verb tells of: right before it, or at the head of its clause."""
        clause, at = self.clause, verb - 1
        if any(clause.units[index].is_event for index in (*clause.leading(verb), *self._right_before(verb))):
            return True
        takes_object = clause.units[verb].has("mark", "target")
        while clause.kind(at - 1) in {"np", "prep", "linking", "time"}:
            if takes_object and clause.kind(at) == "np" and clause.units[at].find("event", "noun") is not None:
                return True  # "in two attacks by X | that targeted Y": there is no doer behind it
            at -= 1
        return clause.kind(at) == "np" and clause.units[at].is_event

    def _told_on(self, verb: int, behind: Unit) -> int | None:
        """Return the event or weapon of which a verb behind a comma tells, with no word that joins it.

        What acts in a clause of its own would be joined by "and"; what stands alone behind such a verb is struck.
        """
        clause, at = self.clause, verb - 1
        if clause.kind(at) != "comma" or is_means(behind) or behind.is_event or self._attack_men(verb, behind):
            return None
        while at > 0 and clause.kind(at) not in {"stop", "clause"}:
            at -= 1
            unit = clause.units[at]
            weapon = is_means(unit) and not unit.actors
            if (clause.kind(at) == "np" and (unit.is_event or weapon)) or unit.find("event") is not None:
                return at
        return None

    def _relates_to_means(self, verb: int) -> bool:
        return any(
            is_means(unit) and not unit.actors and not is_party(unit)
            for unit in (self.clause.units[index] for index in self._right_before(verb))
        )

    def _following(self, anchor: Anchor) -> list[int]:
        """Return up to three noun phrases after a verb, past the means that may stand between subject and object."""
        clause = self.clause
        following: list[int] = []
        index = clause.after(anchor.unit)
        while len(following) < 3:
            if clause.kind(index) == "np" and clause.words(index)[0] in _THEIRS and len(clause.words(index)) == 1:
                pass  # استهدفت | سيارة | لهم
            elif clause.kind(index) == "np" and not following and self._describes_what_is_told(anchor, index):
                index += clause.kind(index + 1) == "prep"  # "a blast shook | huge, due | to a car bomb | the town"
            elif clause.kind(index) == "np":
                following.append(index)
                index = index if len(following) > 1 else self._with_partners(index)[-1]
            elif clause.kind(index) == "prep" and clause.kind(index + 1) == "np" and is_means(clause.units[index + 1]):
                anchor.means.append(index + 1)
                if self._is_whose_fire(index + 1):
                    break
                index += 1
            elif clause.kind(index) == "prep" and following and self._says_whose(index):
                index += 1  # "drones belonging to the army": whose they are stands between
            elif len(following) == 1 and self._is_whose_men(anchor.unit, following[0], index):
                index = clause.after(index)  # "fighters | of the movement | a hotel"
                following = following if is_party(clause.units[following[0]]) else [index]
            elif (past := past_when(clause, anchor, following, index)) is not None:
                index = past  # "struck | a plane at a late hour | a house"
            else:
                break
            index = clause.after(index)
        return self._without_whose(anchor, following)

    def _doer_in_front(self, verb: int) -> list[int]:
        """Return who stands before a verb of a verb-first language ("denied that the army had carried out a raid")."""
        if self.clause.order != "vso":
            return []
        lead = self.clause.before(verb)
        while self.clause.kind(lead) == "aux":
            lead = self.clause.before(lead)
        lead = self._past_whose(lead)
        lead = self._past_a_comma(lead)
        free = self.clause.kind(lead) == "np" and self.clause.kind(lead - 1) not in {"prep", "linking", "verb", "light"}
        free = free or self._is_number_of(lead)
        unit = self.clause.units[lead]
        if not free or not (self._acts(unit) or self._takes_part(lead)) or unit.is_event:
            return []
        first = next((at for at in range(max(0, lead - 4), lead) if lead in self.clause.coordinated(at)), lead)
        return self._with_partners(first) if is_party(self.clause.units[first]) else [lead]

    def _behind_noun(self, anchor: Anchor) -> None:
        """Take what stands right behind an event's noun (قصف قوات ...), and before it the doer of a light verb."""
        clause, at = self.clause, anchor.unit
        behind = clause.after(at)
        used = [clause.kind(index) for index in (behind, behind + 1, behind + 2)] == ["prep", "np", "light"]
        if used and is_means(clause.units[behind + 1]) and clause.units[behind].has("mark", "means"):
            behind += 2  # "a strike with a drone | that the army carried out"
        if clause.kind(behind) == "light" and clause.words(behind)[-1].endswith(clause.endings.object):
            behind = clause.after(behind)  # an attack that was carried out by ...
            place = [clause.kind(at) for at in (behind, behind + 1, behind + 2)] == ["prep", "np", "np"]
            if place and is_party(clause.units[behind + 2]):
                behind += 2  # "that was carried out in the town by ..."
        carried = clause.kind(clause.before(behind)) == "light" and clause.before(behind) > at
        anchor.perpetrators.extend(self._took_it_up(behind))
        anchor.targets.extend(whom_it_hit_with(clause, at))
        while clause.kind(behind) == "np" and not clause.units[behind].is_event:
            unit = clause.units[behind]
            fires = behind == at + 1 and self._is_whose_fire(at) and unit.cue("people") is not None
            if fires or (carried and (is_party(unit) or unit.find("people") is not None)):
                anchor.perpetrators.extend(self._with_partners(behind))
            elif self._is_killed_by(at, unit):
                anchor.targets.append(behind)  # "the arrest of a commander", قتل | هجوم | ثلاثة جنود
            elif is_party(unit) and (
                is_accusative(clause, behind)
                or self._is_struck_with(at)
                or self._is_aimed_at(anchor, behind)
                or is_verbs_object(clause, at, behind)
                or is_hit_with(clause, at, behind)
            ):
                anchor.targets.append(behind)  # "a charge struck a commander": he laid none
            elif is_party(unit):
                anchor.perpetrators.extend(self._with_partners(behind))
            elif is_means(unit):
                struck = anchor.type.name == "interception" or is_vehicle_aimed_at(clause, anchor, behind)
                (anchor.targets if struck else anchor.means).append(behind)
                if self.is_owned(behind) and anchor.type.name != "interception":
                    anchor.perpetrators.append(behind)
            elif unit.cue("people", "thing") is not None or unit.places:
                anchor.targets.append(behind)
            behind = clause.after(behind)
        self._led_by_light_verb(anchor)

    def _led_by_light_verb(self, anchor: Anchor) -> None:
        """Take the doer of a verb that only says that an event's noun was done ("carried out a raid")."""
        clause, at = self.clause, anchor.unit
        if own := own_doers(clause, at):
            self._struck_by(anchor, own)
            return
        for verb in range(at - 1, max(-1, at - 10), -1):
            if clause.kind(verb) == "verb" and clause.units[verb].has("word", "undergo"):
                anchor.targets.extend(self._plain(self._exposed(verb, at)))
                return
            light = clause.kind(verb) == "light" or self._undertakes(verb, at)
            if clause.kind(verb) in {"stop", "clause"} or (clause.kind(verb) == "verb" and not light):
                return
            doer = self._who_undertakes(verb, at)
            if light and clause.kind(doer) == "np" and doer < at:
                if self._acts(clause.units[doer]) and not clause.units[doer].is_event:
                    self._struck_by(anchor, [index for index in self._with_partners(doer) if index < at])
                return
            if light and (doer == at or (clause.kind(doer) == "prep" and doer + 1 == at)):  # the doer leads: قاموا بـ
                led = same_doers(clause, verb) or clause.leading(verb)
                front = [index for index in led if self._acts(clause.units[index])]
                self._struck_by(anchor, [index for index in front if not clause.units[index].is_event])
                return

    def _struck_by(self, anchor: Anchor, doers: list[int]) -> None:
        """Give an event's noun its doers; other parties right behind the noun are then those whom it struck."""
        units = self.clause.units
        if not any(is_party(units[index]) for index in doers):
            anchor.perpetrators.extend(doers if not anchor.perpetrators else ())
            return
        others = [index for index in anchor.perpetrators if not self._is_one_side(index, doers)]
        anchor.targets.extend(index for index in others if index > anchor.unit and not says_whose_only(units[index]))
        anchor.perpetrators = [index for index in anchor.perpetrators if index not in others or index <= anchor.unit]
        anchor.perpetrators.extend(doers)

    def _is_aimed_at(self, anchor: Anchor, behind: int) -> bool:
        """Whether a party right behind an event's noun is whom it struck, and not who did it.

        So are its positions; whoever stands behind a noun of targeting, if nothing struck stands behind him; and
        another party where one announces its own deed.
        """
        clause, unit = self.clause, self.clause.units[behind]
        after = clause.after(self._with_partners(behind)[-1])
        aims = clause.kind(after) == "prep" and clause.units[after].has("mark", "target")
        if (position := position_of(unit)) is not None:
            return not (aims and "manned" in position.flags)
        if announcers := announced_of_itself(clause, anchor.unit, anchor.type.name):
            return not self._is_one_side(behind, announcers)
        hit = self._owned_and_aimed(behind) if "aimed" in anchor.mark.cue.flags else []
        anchor.targets.extend(hit)
        if "aimed" not in anchor.mark.cue.flags or hit:
            return False
        while clause.kind(after) == "prep" and clause.kind(after + 1) == "np" and is_means(clause.units[after + 1]):
            after = clause.after(after + 1)
        prep = clause.units[after] if clause.kind(after) == "prep" else None
        aimed = prep is not None and (prep.first == prep.last or prep.has("mark", "target"))
        return clause.kind(after) != "np" and not aimed

    def _is_struck_with(self, at: int) -> bool:
        """Whether a weapon's noun is what a verb of attack right before it was done with, and its target follows."""
        before = self.clause.before(at)
        struck = self.clause.kind(before) == "verb" and self.clause.units[before].find("event") is not None
        return struck and self.clause.units[at].find("event", "means") is not None

    def _act(self, anchor: Anchor, subject: list[int], objects: list[int]) -> None:
        for index in subject:
            unit = self.clause.units[index]
            crewed = is_crewed(unit)
            if is_means(unit) and not unit.actors and not is_party(unit) and not crewed:
                anchor.means.append(index)
            owned = self.clause.units[index + 1 : index + 2] and self.clause.units[index + 1].has("word", "belonging")
            owned = owned or self.is_owned(index)
            if not unit.is_event and (crewed or is_party(unit) or not is_means(unit) or unit.actors or owned):
                anchor.perpetrators.append(index)
        if anchor.type.frame not in {"agent_only"}:
            anchor.targets.extend(self._plain(objects))

    def _plain(self, indices: list[int]) -> list[int]:
        units = self.clause.units
        if self.clause.order == "vso":  # a toll's figure stands behind the same particles as a target
            indices = [at for at in indices if not (units[at].find("victims") or units[at].find("outcome", "noun"))]
            indices = [index for index in indices if _TRUCE.isdisjoint(self.clause.words(index))]
        indices = [index for index in indices if not is_bare(units[index], self.clause.document)]
        indices = [index for index in indices if not is_impersonal(units[index])]
        return [index for index in indices if not units[index].is_event and units[index].find("toll") is None]

"""Who and what prepositions bring to an event: by whom it was done, on what, with what."""

from collections.abc import Iterator
from itertools import pairwise

from ascertain.extract.events.acting import is_carrier, is_explosive, is_means, is_party
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.counted_from import is_of_what_was_before, is_where_another_was
from ascertain.extract.events.leading_verbs import LeadingVerbs
from ascertain.extract.events.reduced import is_done_besides
from ascertain.extract.events.units import Unit
from ascertain.extract.events.whose_strike import is_whose_strike

_FLOWN = frozenset({"air_strike", "drone_strike"})
_REMOTE = ("Explosions", "Violence against civilians: Attack")  # the ACLED event types of what is done from afar
_AFTER = frozenset(("بعد", "عقب", "غداه", "في اعقاب"))
_CAME = frozenset(("جاء", "جاءت", "ياتي", "تاتي", "وجاء", "وجاءت", "وياتي", "وتاتي"))
_BLASTS = frozenset({"bombing", "explosion", "landmine"})
_SIDE = ["one", "side"]
_HANDS = frozenset({"hand", "hands"})
_ARMED = frozenset({"military", "armed_group", "government"})
_MEANS = 2  # units that what it was done with takes: a preposition and a noun
_LEADING_AWAY = frozenset({"detention", "abduction", "displacement", "evacuation", "movement"})


class Brought(LeadingVerbs):
    """Gives an anchor what the prepositions behind it bring."""

    def bring(self, anchor: Anchor) -> None:
        """Take what prepositions bring: by whom, on what, with what."""
        for prep, governed in self._brought(anchor):
            units = [self.clause.units[index] for index in governed]
            if self._came_after(anchor, prep, units):
                return
            if self._is_laid_for_somebody(anchor, prep) or self._is_whose_was_downed(anchor, prep):
                anchor.targets.extend(governed)
                continue
            if anchor.type.frame == "mutual":
                self._sides(anchor, prep, governed, self._other_side(prep, governed))
                continue
            if self._are_both_firing(anchor, prep, governed):
                self._act(anchor, [*governed, *self._other_side(prep, governed)], [])
            elif self._by(anchor, prep, units) or self._moves_in(anchor, prep, governed):
                self._act(anchor, governed, [])
            elif self._blows_up(anchor, prep, units):
                anchor.targets.extend(self._plain(governed))
            elif (prep.has("mark", "means") or self._comes_from(anchor, prep)) and any(
                is_means(unit) for unit in units
            ):
                if self._is_held(governed[-1]):
                    continue
                anchor.means.extend(governed)
                if not anchor.perpetrators and anchor.type.acled.startswith("Explosions"):
                    anchor.perpetrators.extend(index for index in governed if self._is_flown_by_somebody(index))
            elif self._goes_off_at(anchor, prep):
                anchor.targets.extend(index for index in map(self._owned, governed) if self._is_site(index))
            elif self._aims(anchor, prep):
                aimed_at = self._plain([self._owned(index) for index in governed])
                anchor.targets.extend(index for index in aimed_at if index not in anchor.targets)
            told = self.clause.kind(self.clause.after(governed[-1])) in {
                "verb",
                "passive",
                "aux",
            }  # "after their boat was"
            told = told and not prep.has("mark", "perpetrator")  # "killed by a bomb placed on the road"
            struck = self.clause.order == "svo" and set(governed) <= set(anchor.targets)  # "an attack on a helicopter"
            if prep.has("mark", "cause") and any(is_means(unit) for unit in units) and not (told or struck):
                anchor.means.extend(governed)
            if anchor.type.name == "killing" and self.clause.order == "vso" and any(unit.is_event for unit in units):
                return  # "were killed by shelling | from a drone": that is how it was shelled

    def _came_after(self, anchor: Anchor, prep: Unit, units: list[Unit]) -> bool:
        """Whether "after" brings what was before an event that only is said to have come: جاءت الغارات بعد هجوم ..."""
        clause, verb = self.clause, anchor.unit - 1
        came = clause.order == "vso" and clause.kind(verb) == "verb" and not _CAME.isdisjoint(clause.words(verb))
        after = came and " ".join(clause.document.words[prep.first : prep.last]) in _AFTER
        return after and any(unit.is_event or not unit.marks for unit in units)

    def _blows_up(self, anchor: Anchor, prep: Unit, units: list[Unit]) -> bool:
        """Whether a particle right behind a bomb brings a party, at which it went off: فجر ... عبوة | بقوة ..."""
        clause, at = self.clause, self.clause.units.index(prep)
        bomb = at - 1 - (clause.kind(at - 1) == "other")  # عبوة | مضادة للأفراد | في | قوة
        if clause.order != "vso" or anchor.type.name not in _BLASTS or bomb < anchor.unit:
            return False
        if bomb not in {anchor.unit, *anchor.means} and not is_explosive(clause.units[bomb]):
            return False
        into = clause.words(at) == ["في"] or (prep.first == prep.last and clause.words(at + 1)[0][:1] == "ب")
        some = all(is_party(unit) or unit.find("people") is not None or is_carrier(unit) for unit in units)
        some = some and (clause.words(at) != ["في"] or not any(unit.find("thing") for unit in units))  # في مخيم ...
        hit = some and not any(unit.places or unit.is_event or is_explosive(unit) for unit in units)
        named = bomb == anchor.unit and len(clause.words(bomb)) > 1  # انفجرت عبوة, انفجار عبوة
        return into and hit and (named or is_explosive(clause.units[bomb]))

    def _is_held(self, weapon: int) -> bool:
        """Whether it is told in whose hands a weapon was found: "killed with rifles | in their hands"."""
        clause = self.clause
        held = clause.order == "svo" and clause.kind(weapon + 1) == "prep" and clause.words(weapon + 1) == ["in"]
        return held and clause.kind(weapon + 2) == "np" and clause.words(weapon + 2)[-1] in _HANDS

    def _are_both_firing(self, anchor: Anchor, prep: Unit, governed: list[int]) -> bool:
        """Whether "between" brings two parties right behind a strike's noun: "shelling between the army and rebels"."""
        units, before = self.clause.units, self.clause.units.index(prep) - 1
        near = before == anchor.unit or (before in anchor.means and before - anchor.unit <= _MEANS)
        both = [*governed, *self._other_side(prep, governed)]
        strike = anchor.form == "noun" and anchor.type.frame == "agent_target" and not anchor.perpetrators
        strike = strike and anchor.type.acled.startswith(_REMOTE)
        return (
            strike
            and near
            and prep.has("mark", "between")
            and len(both) > 1
            and all(is_party(units[at]) for at in both)
        )

    def _is_laid_for_somebody(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether a preposition brings those for whom an ambush is laid: نصبوا كميناً | للجيش."""
        before = self.clause.before(anchor.unit)
        before = before if self.clause.kind(before) == "light" else self.clause.before(before)
        laid = "laid" in anchor.mark.cue.flags and self.clause.kind(before) == "light"
        return laid and prep.has("mark", "target") and prep.first == prep.last

    def _is_whose_was_downed(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether a particle says whose it is what was shot down: إسقاط طائرة | للجيش."""
        downed = anchor.type.name == "interception" and anchor.form == "noun" and self.clause.order == "vso"
        return downed and prep.first == prep.last and (prep.has("mark", "perpetrator") or prep.has("mark", "target"))

    def _moves_in(self, anchor: Anchor, prep: Unit, governed: list[int]) -> bool:
        """Whether "of" brings whose forces move into what stands behind: "the incursion of rebels into the village"."""
        into = self.clause.after(governed[-1])
        if anchor.type.name != "ground_offensive" or prep.kind != "linking" or self.clause.order != "svo":
            return False
        moved = self.clause.kind(into) == "prep" and self.clause.words(into) == ["into"]
        return moved and all(is_party(self.clause.units[at]) for at in governed)

    def _is_flown_by_somebody(self, index: int) -> bool:
        """Whether an aircraft is a state's own by the adjective that ends its phrase: بطائرة مسيرة تركية."""
        unit = self.clause.units[index]
        flown = any(mark.cue.value in _FLOWN for mark in unit.all("event", "means")) and not unit.is_event
        last = self.clause.document.ends[unit.last - 1]
        theirs = any(mention.end == last and getattr(mention.parsed, "country", None) for mention in unit.actors)
        return self.clause.order == "vso" and ((flown and theirs) or self._are_theirs(unit))

    def _are_theirs(self, unit: Unit) -> bool:
        """Whether a particle inside of a phrase of weapons says whose they are: بصواريخ للجيش."""
        document = self.clause.document
        owners = [document.word_at(one.start) for one in unit.actors if getattr(one.parsed, "type", "") in _ARMED]
        return any(at > unit.first and (document.words[at][0] == "ل" or document.words[at - 1] == "ل") for at in owners)

    def _brought(self, anchor: Anchor) -> Iterator[tuple[Unit, list[int]]]:
        """Yield what prepositions bring behind an anchor; a fight's sides also behind "erupted" or "took place"."""
        yield from self.clause.phrases_after(anchor.unit)
        if (doing := self._done_behind_its_place(anchor)) is not None:
            yield self.clause.units[doing], self.clause.coordinated(self.clause.after(doing))
        verb = self.clause.after(anchor.unit)
        done = verb
        while self.clause.order == "svo" and self.clause.kind(done) == "linking" and self.clause.kind(done + 1) == "np":
            done = self.clause.after(self.clause.coordinated(done + 1)[-1])  # "the murder of two priests committed by"
        if self._is_done_right_behind(anchor):
            yield from self.clause.phrases_after(anchor.unit + 1)
        if anchor.form == "noun" and (carried := self._carried_out(done, behind=done == verb)) is not None:
            yield from self.clause.phrases_after(carried)
        if anchor.type.frame != "mutual" or anchor.form != "noun":
            return
        passive = self.clause.order == "svo" and self.clause.kind(verb) in {"passive", "aux"}
        verb = self.clause.after(verb) if passive else verb  # "clashes have been reported between ..."
        cue = self.clause.units[verb].cue("event", "outcome", "speech") if self.clause.kind(verb) == "verb" else None
        if self.clause.kind(verb) == "verb" and (cue is None or (passive and cue.kind == "speech")):
            brought = list(self.clause.phrases_after(verb))
            first = [one for one in brought[:1] if one[0].has("mark", "against")]
            yield from first or [one for one in brought if one[0].has("mark", "between")][:1]

    def _comes_from(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether "from" stands right behind a strike's noun, with what it was flown by: غارة | من | الطيران المسير."""
        flown = self.clause.order == "vso" and anchor.form == "noun" and anchor.type.name in _FLOWN
        return flown and prep.has("mark", "origin") and self.clause.units.index(prep) == anchor.unit + 1

    def _is_done_right_behind(self, anchor: Anchor) -> bool:
        """Whether a verb right behind an event's noun says who carried it out: غارة | نفذتها | مسيرة | على | سيارة."""
        clause, at = self.clause, anchor.unit + 1
        done = clause.order == "vso" and anchor.form == "noun" and clause.kind(at) == "light"
        return done and clause.units[at].has("mark", "perpetrator") and clause.kind(at + 1) == "np"

    def _done_behind_its_place(self, anchor: Anchor) -> int | None:
        """Return the verb behind an event's noun and its place that says who carried it out, with the word for it.

        أن الغارة | على | البلدة | نفذتها | طائرات ...
        """
        clause, at = self.clause, anchor.unit + 1
        if clause.order != "vso" or anchor.form != "noun":
            return None
        while clause.kind(at) in {"prep", "np", "quote"}:
            unit = clause.units[at]
            aside = unit.is_event if unit.kind == "np" else unit.kind == "prep" and not unit.has("mark", "place")
            if aside:
                return None
            at += 1
        doer = clause.after(at)
        done = clause.kind(at) == "light" and clause.units[at].has("mark", "perpetrator") and at > anchor.unit + 1
        return at if done and clause.kind(doer) == "np" and is_party(clause.units[doer]) else None

    def _carried_out(self, at: int, *, behind: bool) -> int | None:
        """Return the verb that only says that an event's noun before it was done ("..., carried out with rifles").

        One of using or planting is said of the event only right `behind` it: "a bombing of a market used by them".
        """
        clause = self.clause
        while clause.kind(at) in {"comma", "passive", "aux", "other"}:
            at += 1
        brings = clause.units[clause.after(at)] if clause.kind(clause.after(at)) == "prep" else None
        if brings is None:
            return None
        weapon = any("weapon" in mark.cue.flags for mark in clause.units[at].marks) and clause.kind(at) == "verb"
        if weapon and behind and brings.has("mark", "perpetrator"):
            return at  # "blasts set off by the rebels"
        done = clause.kind(at) == "light" and clause.units[at].has("word", "happening")
        if done and clause.order == "vso" and brings.has("mark", "perpetrator"):
            return at  # هجوم نُفذ من قبل ...
        return at if done and clause.words(at)[0].endswith(clause.endings.past) else None

    def _by(self, anchor: Anchor, prep: Unit, units: list[Unit]) -> bool:
        """Whether a preposition brings the doer: "by", or "from" before a party ("shelling from the army")."""
        if any(unit.is_event for unit in units) or self._is_told_of(anchor, prep) or self._is_manner(units[0]):
            return False
        before = self.clause.units.index(prep) - 1
        if before != anchor.unit and is_where_another_was(self.clause, before):
            return False  # "shelled the market near the site of an attack that gunmen had carried out"
        if anchor.type.name == "interception" and prep.last - prep.first > 1:
            return False  # "shot down drones launched by X": whose they were
        if is_whose_strike(self.clause, anchor, prep):
            return True
        if anchor.type.frame == "agent_only" and self._is_of_another_deed(anchor, prep):
            return False
        if prep.has("mark", "perpetrator"):
            if is_of_what_was_before(self.clause, anchor.unit, self.clause.units.index(prep)):
                return False
            besides = is_done_besides(self.clause, anchor.unit, prep) or self._is_of_the_next_clause(anchor, prep)
            return not self._is_owned_before(anchor, prep) and not besides
        if anchor.form != "noun":
            return False  # "killed three of the guards" says of whom they were
        before = self.clause.units.index(prep) - 1  # "the killing of a leader from ..."
        behind = any(at > anchor.unit for at in anchor.targets)  # not "a post came under an attack | from the army"
        of_them = bool(anchor.targets) and (
            (self.clause.order == "vso" and (behind or before != anchor.unit))
            or (before in anchor.targets and self.clause.units[before].cue("people") is not None)
        )
        origin = prep.has("mark", "origin") and anchor.type.frame == "agent_target" and not anchor.perpetrators
        of_them = of_them or (
            self.clause.order == "vso" and self.clause.units[before].cue("people", "victims") is not None
        )
        origin = origin and not of_them and not self._is_distance(before)
        origin = origin and not (
            self.clause.order == "vso" and is_of_what_was_before(self.clause, anchor.unit, before + 1)
        )
        return origin and all(is_party(unit) for unit in units)

    def _is_of_the_next_clause(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether it is of a noun of no kind behind a comma and "and": "was hit, | and attempts at his rescue | by"."""
        clause, at = self.clause, self.clause.units.index(prep)
        between = clause.units[anchor.unit + 1 : at]
        joint = next((step for step, pair in enumerate(pairwise(between)) if _joins(*pair)), None)
        if clause.order != "vso" or joint is None:
            return False
        nouns = [unit for unit in between[joint + 2 :] if unit.kind == "np"]
        return bool(nouns) and not any(unit.places or unit.marks or unit.actors or unit.counts for unit in nouns)

    def _is_manner(self, unit: Unit) -> bool:
        """Whether a phrase behind "by" is of doing something: "arrested for blocking roads by dragging logs"."""
        document, ongoing = self.clause.document, self.clause.endings.ongoing
        told = unit.marks or unit.actors or unit.counts or unit.places or unit.determined
        if not ongoing or told or unit.last - unit.first == 1 or not document.words[unit.first].endswith(ongoing):
            return False
        return document.quote(unit.first, unit.first + 1).islower()  # not "by Boeing mechanics"

    def _is_of_another_deed(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether an event's noun stands between a protest and who did it: "protested the murder of two by guards"."""
        between = range(anchor.unit + 1, self.clause.units.index(prep))
        return any(self.clause.units[at].is_event for at in between)

    def _is_owned_before(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether a particle right behind what is struck says whose it is (استهداف تجمع لقوات ...)."""
        before = self.clause.units.index(prep) - 1
        own = prep.first == prep.last and anchor.form == "noun" and before in anchor.targets
        return own and self.clause.units[before].cue("thing") is not None

    def _is_distance(self, index: int) -> bool:
        """Whether a phrase says how far it is to what stands behind it: "200 metres from a garrison"."""
        return any(getattr(count.parsed, "kind", "") == "measure" for count in self.clause.units[index].counts)

    def _is_told_of(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether what a preposition brings gave the details of an event: "from the ministry", ", by Jane Roe"."""
        units, at = self.clause.units, anchor.unit
        told = units[at].has("word", "particulars")
        told = told or (self.clause.kind(at - 1) in {"prep", "linking"} and units[at - 2].has("word", "particulars"))
        aside = self.clause.kind(units.index(prep) - 1) == "comma"
        return told and (aside or prep.has("mark", "origin"))

    def _other_side(self, prep: Unit, governed: list[int]) -> list[int]:
        """Return the side behind the first one of "between" and what is said of that: "between men of A and B"."""
        clause, at = self.clause, governed[-1] + 1
        if not prep.has("mark", "between"):
            return []
        aside = at + (clause.kind(at) == "comma")
        if clause.order == "svo" and clause.kind(aside) == "prep" and clause.words(aside + 1)[-2:] == _SIDE:
            at = aside + 2  # "between the army, from one side, and"
            at += clause.kind(at) == "comma"
            return clause.coordinated(at + 1) if [clause.kind(at), clause.kind(at + 1)] == ["conj", "np"] else []
        if (
            clause.kind(at) == "prep"
            and clause.units[at].has("mark", "origin")
            and clause.kind(clause.after(at)) == "np"
        ):
            at = clause.after(clause.after(at)) if clause.order == "vso" else at + 2
        if clause.order == "vso" and clause.kind(at) == "np" and clause.units[at].has("thing", "area"):
            at += 1  # قوة حماية | المدينة
        parted = clause.kind(at) == "other"  # من جهة
        while parted and clause.kind(at) in {"other", "comma"}:
            at += 1
        if clause.kind(at) != "conj" or (len(governed) > 1 and not parted):
            return []
        at += 2 if clause.kind(at + 1) == "prep" and clause.units[at + 1].has("mark", "between") else 1
        if clause.kind(at) != "np":
            return []
        whose = clause.after(clause.after(at))  # وأخرى | من | القوات
        others = any("others" in mark.cue.flags for mark in clause.units[at].marks) or clause.units[at].has(
            "mark", "others"
        )
        if others and clause.units[clause.after(at)].has("mark", "origin") and clause.kind(whose) == "np":
            return [whose]
        return clause.coordinated(at) if parted else [at]

    @staticmethod
    def _sides(anchor: Anchor, prep: Unit, governed: list[int], other: list[int]) -> None:
        """Take the two sides of a fight: "between A and B", "of A with B"; `other` is known to be the second."""
        if other:
            anchor.perpetrators.extend(governed)
            anchor.targets.extend(other)
        elif prep.has("mark", "between"):
            anchor.perpetrators.extend(governed[:1])
            anchor.targets.extend(governed[1:])
        elif prep.has("mark", "against"):
            (anchor.targets if anchor.perpetrators else anchor.perpetrators).extend(governed)

    def _owned(self, index: int) -> int:
        """Return what the phrase at a unit owns, or the phrase itself: the port of "Hodeidah's port"."""
        following = index + 1
        return following if following < len(self.clause.units) and self.clause.owner(following) == index else index

    def _explodes(self, anchor: Anchor) -> bool:
        told = anchor.type.frame == "means_target" or anchor.type.name in {"bombing", "suicide_bombing"}
        planted = "weapon" in anchor.mark.cue.flags  # "placed a bomb under a bus"
        return told or (planted and any(is_explosive(self.clause.units[index]) for index in anchor.means))

    def _goes_off_at(self, anchor: Anchor, prep: Unit) -> bool:
        """Whether the phrase says where a device went off, which is what it was meant for ("outside a school")."""
        return self._explodes(anchor) and prep.has("mark", "place") and not prep.has("mark", "perpetrator")

    def _is_site(self, index: int) -> bool:
        unit = self.clause.units[index]
        things = unit.all("thing")
        cue = unit.cue("thing") if self.clause.order == "svo" or not things else things[0].cue  # the head comes first
        if self.clause.order == "vso" and unit.places and things and things[0].first > unit.first:
            return False  # انفجار لغم | بريف دير ...
        return cue is not None and cue.value not in {"area", "occasion"}

    def _is_of_a_statement(self, prep: Unit) -> bool:
        """Whether what a preposition brings is where something was said ("in a statement on its channel")."""
        before = self.clause.before(self.clause.units.index(prep))
        role = self.clause.units[before].cue("role") if self.clause.kind(before) == "np" else None
        return role is not None and role.value == "statement"

    def _aims(self, anchor: Anchor, prep: Unit) -> bool:
        if anchor.type.frame in {"agent_only", "target_only"} and prep.kind != "linking":
            return False
        if prep.kind == "linking":
            return anchor.form == "noun" and not anchor.targets
        before = self.clause.units.index(prep) - 1  # "according | to the ministry", "an aircraft | of the army"
        if prep.first == prep.last and (self.clause.units[before].has("source", "before") or self.is_owned(before)):
            return False
        if self.clause.order == "vso" and self.clause.units[before].has("word", "belonging"):
            owned = self.clause.units[before - 1]  # "on the seat of a body | belonging | to the party"
            if not owned.has("thing", "position") or owned.find("role") is not None:
                return False
        stated = self.clause.order == "svo" and self._is_of_a_statement(prep)
        if stated or not prep.has("mark", "target"):
            return False
        if prep.has("mark", "direction") and (self.clause.order == "svo" or anchor.type.name in _LEADING_AWAY):
            return False
        return anchor.form == "noun" or not anchor.targets


def _joins(comma: Unit, conj: Unit) -> bool:
    return (comma.kind, conj.kind) == ("comma", "conj")

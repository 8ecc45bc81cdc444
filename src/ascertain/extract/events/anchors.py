"""The places in a sentence where an event is told, each with those who stand around it."""

from ascertain.event_types import EventType
from ascertain.extract.events.acting import is_carrier, is_means, is_party
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.arguments import Arguments
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.handled import is_handled, is_made_safe
from ascertain.extract.events.of_nature import is_of_nature
from ascertain.extract.events.only_flown import is_only_flown
from ascertain.extract.events.undertakings import is_carried_out, is_somebodys_charge
from ascertain.extract.events.units import Mark, Unit, is_weapon_of
from ascertain.extract.speech.rates import is_a_number_of_them, is_a_record
from ascertain.extract.speech.stance import is_ongoing
from ascertain.extract.speech.unreal import is_a_habit_there
from ascertain.languages.cues import Cue

_SON_OF = frozenset(("بن", "ابن"))

_USUAL = frozenset({"regular", "frequent", "recurrent", "recurring", "constant", "daily"})
_SEEN = frozenset({"seen", "witnessed", "experienced", "suffered", "faced", "endured"})
_GROUND = frozenset("house building school hospital place_of_worship infrastructure property area".split())
_ONESELF = frozenset({"himself", "herself", "themselves", "itself", "myself", "oneself"})
_OF_ONE = frozenset({"killing", "shooting", "attack"})
_TRUCES = frozenset({"ceasefire", "agreement"})


class AnchorFinder:
    """Reads the anchors of one sentence."""

    def __init__(self, clause: Clause, types: dict[str, EventType]) -> None:
        """Take the sentence's units and the event types."""
        self.clause = clause
        self.types = types
        self.arguments = Arguments(clause)

    def anchors(self) -> list[Anchor]:
        """Return every telling in the sentence, from left to right, with its arguments."""
        found = []
        for index, unit in enumerate(self.clause.units):
            for mark in self._tellings(unit) if unit.marks and not self.clause.is_description(index) else ():
                if is_carried_out(self.clause, index) or is_handled(self.clause, index) or self._is_intended(index):
                    continue
                kinds = (self.types[cue.value] for cue in self._cues(unit, mark))
                kind = max(kinds, key=lambda kind: kind.rank, default=self.types["attack"])
                anchor = Anchor(kind, index, mark.cue.form, mark)
                self.arguments.give(anchor)
                if (mark.cue.flags & {"weapon", "impact"} or mark.cue.kind == "outcome") and not self._has_weapon(
                    anchor
                ):
                    continue
                if (
                    self._is_done_to_oneself(anchor)
                    or self._is_in_dispute(anchor)
                    or self._is_figurative(anchor)
                    or self._is_of_no_arms(anchor)
                    or (anchor.general and is_of_nature(self.clause, index))
                ):
                    continue
                if is_made_safe(self.clause, anchor) or is_somebodys_charge(self.clause, index):
                    continue
                if self._is_only_since(index) and self._only_measures(anchor):
                    continue
                if is_a_record(self.clause, index) or is_a_habit_there(self.clause, index):
                    continue
                if is_a_number_of_them(self.clause, index) or is_only_flown(self.clause, anchor):
                    continue
                if is_ongoing(self.clause, index) or self._is_of_others(index) or self._is_usual_there(anchor):
                    continue  # "the crimes that the army commits": of no day
                anchor.type = self._flown(anchor) or self._sharpened(anchor)
                anchor.type = self.types["attack"] if self._is_by_civilians(anchor) else anchor.type
                anchor.refers = self._refers(anchor)
                anchor.repelled = self._is_beaten_back(anchor)
                if anchor.repelled and anchor.refers:
                    continue  # "repelled the attack and killed ten": those who repelled it did
                anchor.aside = self._describes_somebody(anchor)
                if anchor.aside:
                    anchor.perpetrators.clear()
                found.append(anchor)
        self._keep_aside(found)
        self._lend_raiders(found)
        return found

    def _lend_raiders(self, found: list[Anchor]) -> None:
        """Let who raided a place be who detained people in the raid: اعتقل | شاب | خلال | اقتحام | الجيش ..."""
        raids = [one for one in found if one.type.name == "raid" and one.form == "noun" and one.perpetrators]
        held = [one for one in found if one.type.name == "detention" and not one.perpetrators] if raids else []
        for anchor in held if self.clause.order == "vso" else ():
            brought = [at for prep, at in self.clause.phrases_after(anchor.unit) if prep.has("mark", "cause")]
            for raid in (one for one in raids if any(one.unit in at for at in brought)):
                anchor.perpetrators.extend(at for at in raid.perpetrators if at not in anchor.perpetrators)

    def _is_by_civilians(self, anchor: Anchor) -> bool:
        """Whether all who attack on the ground are civilians, who hold none: settlers, a crowd."""
        doers = [self.clause.units[at] for at in anchor.perpetrators]
        kinds = {getattr(mention.parsed, "type", "") for unit in doers for mention in unit.actors}
        return anchor.type.name == "ground_offensive" and kinds == {"civilians"}

    def _is_figurative(self, anchor: Anchor) -> bool:
        """Whether what goes off is no thing that can: "the crisis exploded"."""
        if self._is_of_labour(anchor) or self._is_of_a_symbol(anchor):
            return True
        if anchor.type.name == "armed_clash" and self._is_with_strife(anchor):
            return True
        if anchor.type.frame != "means_target" or anchor.form != "verb":
            return False
        led = [self.clause.units[at] for at in self.clause.subject(anchor.unit)]
        heads = [(unit, unit.find("word", "noun")) for unit in led]
        return bool(led) and all(
            head is not None and head.cue.value == "figurative" and head.last == unit.last for unit, head in heads
        )

    def _is_with_strife(self, anchor: Anchor) -> bool:
        """Whether what is fought is nobody and goes on for years: "battles a revolt", "the fight against misery"."""
        clause, noun = self.clause, anchor.form == "noun"
        phrases = [phrase for phrase in clause.phrases_after(anchor.unit) if phrase[0].has("mark", "against")]
        brought = (at for prep, at in phrases if not noun or clause.words(clause.units.index(prep)) == ["against"])
        against = next(brought, [])
        if clause.order == "svo" and against and all(self._is_no_one(clause.units[at]) for at in against):
            return True
        fought = clause.objects(anchor.unit) or against
        found = [at + 2 if self._is_in_general(at + 1) else at for at in fought]
        return not noun and bool(found) and all(_is_strife(clause.units[at]) for at in found)

    def _is_no_one(self, unit: Unit) -> bool:
        """Whether a bare phrase of unknown words, no plural and no name, tells of nobody who could fight back."""
        word = self.clause.document.words[unit.last - 1]
        plural = word.endswith(self.clause.endings.plural) and not word.endswith(self.clause.endings.unmarked)
        quoted = self.clause.document.quote(unit.first, unit.first + 1)
        told = unit.actors or unit.places or unit.counts or unit.equipment or unit.pronoun or unit.determined
        known = [mark for mark in unit.marks if mark.cue.kind != "cause" and mark.cue.value != "figurative"]
        return not (plural or told or known) and quoted.islower()

    def _is_in_general(self, at: int) -> bool:
        return self.clause.kind(at) == "other" and self.clause.units[at].has("mood", "general")

    def _is_done_to_oneself(self, anchor: Anchor) -> bool:
        """Whether a verb tells what somebody did to himself alone ("shot himself"), and no blast that caught others."""
        clause, at = self.clause, anchor.unit
        if clause.order != "svo" or anchor.form != "verb" or anchor.type.name == "suicide_bombing":
            return False
        objects = clause.objects(at)
        alone = len(objects) == 1 and clause.words(objects[0])[-1] in _ONESELF
        return alone and anchor.mark.cue.value in _OF_ONE and len(clause.words(objects[0])) == 1

    def _is_of_labour(self, anchor: Anchor) -> bool:
        """Whether those who are told to strike are people of a trade, who stop working: "the strike by bank clerks"."""
        if self.clause.order != "svo" or anchor.form != "noun" or "default" not in anchor.mark.cue.flags:
            return False
        led = [self.clause.units[at] for at in anchor.perpetrators if at != anchor.unit]
        named = any(is_party(unit) or is_means(unit) for unit in led)
        trades = any(unit.has("people", "civilians") for unit in led)  # "by farmers and dockers"
        return anchor.type.name == "air_strike" and trades and not named

    def _is_of_a_symbol(self, anchor: Anchor) -> bool:
        """Whether what is burnt is only a sign of something: a flag, an effigy, tyres on a road."""
        struck = [self.clause.units[at] for at in anchor.targets] if anchor.type.name == "arson" else []
        return bool(struck) and all(unit.has("word", "symbols") for unit in struck)

    def _is_in_dispute(self, anchor: Anchor) -> bool:
        """Whether a gerund behind "over" only says what a quarrel is about: "a clash over occupying a quarry"."""
        before = self.clause.units[anchor.unit - 1]
        over = anchor.unit > 0 and before.kind == "prep" and before.has("word", "disputed")
        return over and anchor.type.name == "capture" and self.clause.is_ongoing(anchor.unit)

    def _is_of_no_arms(self, anchor: Anchor) -> bool:
        """Whether a word that tells a fight only of those under arms has none beside it: "an encounter with fans".

        A verb of the kind needs people who do it, where it is told who does: "surrounded by fields". A word that wrecks
        buildings or land needs some: "demolished an argument".
        """
        if "site" in anchor.mark.cue.flags:
            return not any(_is_ground(self.clause.units[at]) for at in (*anchor.targets, anchor.unit))
        if "armed" not in anchor.mark.cue.flags:
            return False
        if anchor.form == "verb":
            led = [self.clause.units[at] for at in anchor.perpetrators]
            return bool(led) and not any(unit.actors or unit.cue("people", "role") or is_means(unit) for unit in led)
        fell = self._who_fell_in(anchor.unit)
        units = [self.clause.units[at] for at in (*anchor.perpetrators, *anchor.targets, *fell)]
        armed = (unit.has("people", "combatants") or _bears_arms(unit) for unit in units)
        return not any(armed)

    def _who_fell_in(self, index: int) -> list[int]:
        """Return whom a verb right before "in" and an event's noun tells to have died or been hurt there."""
        verb = index - 2
        told = (
            self.clause.order == "svo" and self.clause.kind(verb) == "verb" and self.clause.words(index - 1) == ["in"]
        )
        if not told or self.clause.units[verb].find("outcome", "verb") is None:
            return []
        return self.clause.subject(verb)

    def _is_beaten_back(self, anchor: Anchor) -> bool:
        """Whether an event's noun is the object of a verb that stops it: "repelled an attack on the post"."""
        verb = self.clause.before(anchor.unit)
        if self.clause.order == "svo" and anchor.form == "noun" and self._is_foiled(anchor.unit):
            return True
        if self.clause.order != "svo" or anchor.form != "noun" or self.clause.kind(verb) != "verb":
            return False
        mark = self.clause.units[verb].find("event", "verb")
        return mark is not None and mark.cue.value == "interception"

    def _is_only_since(self, index: int) -> bool:
        """Whether an event only says since when: "since the invasion", "since the army invaded"."""
        at = index - 1 if self.clause.order == "svo" else -1
        while self.clause.kind(at) in {"np", "aux", "other"}:
            at -= 1
        return at >= 0 and self.clause.units[at].has("word", "since")

    def _is_usual_there(self, anchor: Anchor) -> bool:
        """Whether an event's noun only says what a place is used to: "which has seen regular fighting"."""
        verb = self.clause.before(anchor.unit)
        if self.clause.order != "svo" or anchor.form != "noun" or verb < 0 or _SEEN.isdisjoint(self.clause.words(verb)):
            return False
        return not _USUAL.isdisjoint(self.clause.words(anchor.unit)) and not self.clause.units[anchor.unit].counts

    def _only_measures(self, anchor: Anchor) -> bool:
        """Whether what stands behind "since" is a war, or a truce by which others are told to be the worst."""
        worst = any(unit.has("word", "superlative") for unit in self.clause.units[: anchor.unit])
        named = anchor.type.name in _TRUCES or (anchor.type.name == "capture" and anchor.form == "noun")
        return anchor.type.name == "ground_offensive" or (named and worst)  # "the biggest since the fall of"

    def _is_intended(self, index: int) -> bool:
        """Whether an event's noun is what somebody was at work on: "killed two men planning an attack"."""
        listed = index - 1
        while self.clause.kind(listed) in {"conj", "comma"} and self.clause.kind(listed - 1) == "np":
            listed -= 2
        if self.clause.kind(listed) == "prep" and self.clause.units[listed].has("mark", "including"):
            whole = listed - 2 if self.clause.kind(listed - 1) == "comma" else listed - 1
            index = whole if self.clause.kind(whole) == "np" else index  # "planning violent acts, including bombings"
        before = self.clause.units[index - 1] if index else None
        return before is not None and self.clause.kind(index) == "np" and before.has("word", "intending")

    def _is_foiled(self, index: int) -> bool:
        """Whether an event's noun stands behind a word for keeping it from happening: "foiled an attack"."""
        return index > 0 and self.clause.units[index - 1].has("word", "foiling")

    def _is_of_others(self, index: int) -> bool:
        """Whether what is told stands behind words that look back on others ("the latest in a series of attacks")."""
        tells = self.clause.tells("word", "one_of_many")
        return tells and any(unit.has("word", "one_of_many") for unit in self.clause.units[:index])

    def _has_weapon(self, anchor: Anchor) -> bool:
        """Whether a verb that tells an attack only with a weapon has one: "used helicopters" alone is none.

        Where the verb comes first, what stands right behind "destroyed" is what was: a tank, and no weapon; so is its
        subject where it has no object.
        """
        carried = "weapon" in anchor.mark.cue.flags and not anchor.targets
        means = anchor.means
        if anchor.mark.cue.kind == "outcome" and self.clause.order == "vso":
            means = [index for index in means if self.clause.phrase_before(index) is not None]
        elif anchor.mark.cue.kind == "outcome" and not self.clause.objects(anchor.unit):
            lost = self.clause.subject(anchor.unit)  # "two planes were burnt and a helicopter damaged"
            means = [index for index in means if index not in lost]
        return any(not (carried and is_carrier(self.clause.units[index])) for index in means)

    def _refers(self, anchor: Anchor) -> bool:
        """Whether an event's noun with nobody beside it points back to what was told."""
        unit = self.clause.units[anchor.unit]
        if anchor.form != "noun" or anchor.perpetrators or anchor.targets or anchor.means:
            return False
        return unit.definite or (
            self.clause.order == "vso" and self.clause.words(anchor.unit)[0].startswith(self.clause.articles)
        )

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
        self.arguments.bring(anchor)
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
            mark = unit.find("event", "verb", "passive") or self._done_with_weapon(unit)
            return [mark] if mark else []
        if unit.kind != "np" or not unit.marks:
            return []
        nouns = [mark for mark in unit.all("event", "noun") if not self._is_a_forebear(mark)]
        if nouns:
            behind = (mark for mark in unit.marks if mark.cue.kind == "people" and mark.first >= nouns[-1].last)
            headed = self.clause.order == "svo" and any(behind)  # "murder victims": people and no event
            headed = headed or is_weapon_of(unit, nouns[-1], self.clause.document)
            return [] if headed else [nouns[-1]]
        attribute = unit.find("event", "verb")
        new = not unit.determined or unit.has("word", "indefinite") or bool(unit.counts)
        return [attribute] if attribute is not None and new and unit.cue("people", "thing") is not None else []

    def _is_a_forebear(self, mark: Mark) -> bool:
        """Whether a word stands behind "son of" in somebody's name: فلان بن نيران."""
        return mark.first > 0 and self.clause.document.words[mark.first - 1] in _SON_OF

    def _done_with_weapon(self, unit: Unit) -> Mark | None:
        """Return the mark of a verb of destruction: with a weapon beside it, it tells an attack ("hit by bombs")."""
        mark = unit.find("outcome", "verb")
        return mark if mark is not None and mark.cue.value in {"destroyed", "damaged"} else None

    def _speaking_of_itself(self, index: int) -> list[int]:
        """Return who says what a pronoun right behind the verb of speech did: "the air force said it bombed"."""
        if self.clause.order != "svo" or not self.clause.units[index].pronoun:
            return []
        at = self.clause.before(index)
        if at >= 0 and self.clause.units[at].has("source", "that"):
            at = self.clause.before(at)  # "said that it"
        said = self.clause.kind(at) == "verb" and self.clause.units[at].cue("speech") is not None
        said = said and not self.clause.is_passive(at)
        return self.clause.subject(at) if said else []

    def _sharpened(self, anchor: Anchor) -> EventType:
        """Return the special type that the means beside a general cue tell."""
        becomes = anchor.type.becomes if "flown" in anchor.mark.cue.flags else ()
        if becomes and anchor.form == "verb":
            return self._fired_by(anchor, becomes) or anchor.type
        if not anchor.general and not becomes:
            return anchor.type
        best, least = anchor.type, -1 if "default" in anchor.mark.cue.flags else anchor.type.rank
        indices = {*anchor.perpetrators, *anchor.means, *([anchor.unit] if anchor.form == "noun" else [])}
        indices |= {at for index in anchor.perpetrators for at in self._speaking_of_itself(index)}
        for index in sorted(indices):
            unit = self.clause.units[index]
            kinds = self._kinds_of(unit)
            for kind in [*kinds, self.types["air_strike"]] if unit.has("word", "own_aircraft") else kinds:
                if kind.rank > least and (anchor.general or kind.name in becomes):
                    best, least = kind, kind.rank
        return best

    def _kinds_of(self, unit: Unit) -> list[EventType]:
        """Return the types of event that the weapons of a unit tell, by their words or by what packs say of them."""
        told = [self.types[mark.cue.value] for mark in unit.all("event", "means")] if unit.marks else []
        if told or not unit.equipment:
            return told
        named = {getattr(mention.parsed, "category", "") for mention in unit.equipment}
        return [kind for kind in self.types.values() if kind.equipment and not named.isdisjoint(kind.equipment)]

    def _flown(self, anchor: Anchor) -> EventType | None:
        """Return what it is where an aircraft does it: "a drone fired a missile", «قصف صاروخي نفذته طائرات»."""
        if not anchor.type.flown_as:
            return None
        doing = {*anchor.perpetrators, *(self.clause.subject(anchor.unit) if anchor.form == "verb" else ())}
        doing.update((*anchor.means, anchor.unit) if anchor.type.name == "air_strike" else ())
        flown = (kind for at in doing for kind in self._kinds_of(self.clause.units[at]))
        kinds = [kind for kind in flown if kind.name in anchor.type.flown_as]
        return max(kinds, key=lambda kind: kind.rank, default=None)

    def _fired_by(self, anchor: Anchor, becomes: tuple[str, ...]) -> EventType | None:
        """Return what "fired on" tells where an aircraft, a tank or a rocket did it, and no rifle."""
        units = [self.clause.units[at] for at in anchor.means]
        arms = [unit.all("event", "means") for unit in units]
        kinds = [self.types[mark.cue.value] for marks in arms for mark in marks]
        if not kinds or not all(arms) or not all(kind.name in becomes for kind in kinds):
            return None
        return max(kinds, key=lambda kind: kind.rank)


def _is_strife(unit: Unit) -> bool:
    """Whether the last word of a phrase is of strife, or a disease or a war."""
    mark = unit.find("word", "noun")
    figurative = mark is not None and mark.cue.value == "figurative" and mark.last == unit.last
    return figurative or unit.cue("cause") is not None


def _is_ground(unit: Unit) -> bool:
    """Whether a phrase names a building or land."""
    return bool(unit.places) or any(mark.cue.value in _GROUND for mark in unit.all("thing"))


def _bears_arms(unit: Unit) -> bool:
    return any(getattr(mention.parsed, "type", None) in {"military", "armed_group"} for mention in unit.actors)

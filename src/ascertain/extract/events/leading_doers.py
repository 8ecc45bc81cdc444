"""Who can have done what a verb that comes first tells: whose men or aircraft they are, and who did it with them."""

from ascertain.extract.events.acting import (
    are_counted_nationals,
    is_a_national,
    is_means,
    is_named,
    is_party,
    says_whose_only,
)
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.going_on import same_doers
from ascertain.extract.events.units import Unit
from ascertain.extract.events.whose_strike import is_hit_with

OWNED = frozenset(("تابعه", "تابع", "التابعه", "التابع", "تابعتان", "تابعتين"))
_WITH_IT = (["بها"], ["به"], ["بهما"])
_MANAGED_TO = (["من"], ["في"])
_FIRE = frozenset(("رصاص", "نيران"))
_OF_MANY = "وا"
_FEMININE = ("ه", "ات")
_NEARBY = 3  # units of place between a verb of falling and what fell


def _past_places(clause: Clause, verb: int) -> int | None:
    """Return the first noun phrase behind a verb past what prepositions bring; none where others stand between."""
    at = clause.after(verb)
    while clause.kind(at) == "prep" and at - verb <= _NEARBY:
        at = at + 2 if clause.kind(at + 1) == "np" else at + 1
    return at if clause.kind(at) == "np" else None


class LeadingDoers:
    """Reads the doers around a verb or an event's noun of a language whose verb comes first."""

    def __init__(self, clause: Clause) -> None:
        """Take the sentence's units."""
        self.clause = clause

    def _past_whose(self, lead: int) -> int:
        """Return the forces or aircraft before the words that say whose they are: طائرة | تابعة | ل | التحالف."""
        if self.is_owned(lead - 2):
            return lead - 2
        whose = self.clause.kind(lead - 1) == "prep" and lead > 2 and self._says_whose(lead - 1)
        owned = whose and self.clause.units[lead - 2].has("word", "belonging") and self.clause.kind(lead - 3) == "np"
        return lead - 3 if owned else lead

    def is_owned(self, at: int) -> bool:
        """Whether an aircraft or gun has a particle and a party right behind it, whose it is: طائرة | ل | الجيش."""
        clause = self.clause
        if at < 0 or [clause.kind(index) for index in range(at, at + 3)] != ["np", "prep", "np"]:
            return False
        bare, owner = clause.units[at + 1], clause.units[at + 2]
        particle = bare.first == bare.last and bare.has("mark", "target")
        armed = is_means(clause.units[at]) and not clause.units[at].is_event and not clause.units[at].actors
        return particle and armed and (is_party(owner) or self._is_named_leader(owner)) and not owner.is_event

    @staticmethod
    def _is_named_leader(unit: Unit) -> bool:
        """Whether a phrase is of somebody whom the packs know, as a leader of forces is."""
        return any(getattr(mention.parsed, "actors", ()) for mention in unit.actors) and not unit.places

    @staticmethod
    def _came_under(anchor: Anchor) -> bool:
        """Whether a verb has with it the deed that somebody came under, whose doer follows (تعرض لقصف | تركي)."""
        return anchor.mark.last - anchor.mark.first > 1

    def _past_a_kind(self, anchor: Anchor, following: list[int]) -> list[int]:
        """Return what stands behind a verb past a word that only says of what kind a deed was: تعرض لهجوم | إرهابي."""
        if not following or not self._came_under(anchor):
            return following
        unit = self.clause.units[following[0]]
        mark = unit.find("people", "singular")
        kind = mark is not None and unit.last - unit.first == 1 and "body" not in mark.cue.flags
        return following[1:] if kind and not unit.actors else following

    def _took_it_up(self, verb: int) -> list[int]:
        """Return the party behind a light verb and a pronoun for the event before it: غارات | قام | بها | الطيران."""
        clause = self.clause
        light = clause.kind(verb) in {"verb", "light"} and clause.units[verb].has("word", "light")
        if not light or clause.kind(verb + 1) != "np" or clause.words(verb + 1) not in _WITH_IT:
            return []
        doer = verb + 2
        return self._with_partners(doer) if clause.kind(doer) == "np" and is_party(clause.units[doer]) else []

    def _owned_and_aimed(self, at: int) -> list[int]:
        """Return what stands behind a comma after the aircraft that struck it: استهداف | طائرة للجيش | ، | سيارة."""
        clause, unit = self.clause, self.clause.units[at]
        hit = at + 2
        if not is_means(unit) or clause.kind(at + 1) != "comma" or clause.kind(hit) != "np":
            return []
        struck = clause.units[hit]
        plain = struck.cue("thing") is not None and not (struck.cut or struck.is_event or is_means(struck))
        return [hit] if plain else []

    def _says_whose(self, prep: int) -> bool:
        units = self.clause.units
        whose = units[prep].has("mark", "perpetrator") or units[prep].has("mark", "partner")
        return whose or units[prep - 1].has("word", "belonging")

    def _takes_part(self, at: int) -> bool:
        """Whether a phrase joined to a party's is a party, or "others" of one: مقاتلات روسية | وأخرى | تابعة للجيش."""
        units = self.clause.units
        told = [self.clause.kind(index) for index in range(at + 1, at + 4)] == ["other", "prep", "np"]
        others = (
            told and units[at + 1].has("word", "belonging") and any("others" in m.cue.flags for m in units[at].marks)
        )
        return is_party(units[at]) or (others and is_party(units[at + 3]))

    def _with_partners(self, at: int) -> list[int]:
        """Return a doer with the parties joined to it by "and" (قوات النظام وروسيا)."""
        units = self.clause.units
        joined = self.clause.coordinated(at) if is_party(units[at]) else [at]
        return [at, *(other for other in joined[1:] if self._takes_part(other) and not units[other].is_event)]

    @staticmethod
    def _acts(unit: Unit) -> bool:
        return is_party(unit) or is_means(unit) or unit.is_event

    def _ends_with_object(self, verb: int) -> bool:
        """Whether the word for whom it struck is written onto a verb (باغتته)."""
        clause = self.clause
        alone = len(clause.words(verb)) == 1
        return alone and clause.words(verb)[-1].endswith((*clause.endings.object, *clause.endings.speaker))

    def _undertakes(self, verb: int, noun: int) -> bool:
        """Whether an event's noun is what somebody behind a verb is told to have gone about: قام | الجيش | بقصف."""
        clause, doer = self.clause, self.clause.after(verb)
        governed = clause.kind(noun - 1) == "prep" and clause.units[noun - 1].has("mark", "means")
        joined = clause.coordinated(doer) if clause.kind(doer) == "np" else []  # قامت | القوات | والشرطة | بمداهمة
        between = [index for index in range(doer + 1, noun) if clause.kind(index) == "np" and index not in joined]
        owner = self._who_undertakes(verb, noun)
        whose = clause.units[doer + 1].has("word", "belonging") or owner == between[0] if between else True
        managed = clause.units[verb].has("word", "managed") and clause.words(noun - 1) in _MANAGED_TO
        done = managed or (governed and clause.units[verb].has("word", "light"))
        return done and len(between) < 2 and whose

    def _who_undertakes(self, verb: int, noun: int) -> int:
        """Return the unit of who stands behind a verb for doing what a noun tells, past a pronoun.

        Whose unit it is, where its own name says nothing: تمكنت | "وحدة الرماية" | ل | الجبهة | من | قصف.
        """
        clause, doer = self.clause, self.clause.after(verb)
        if clause.kind(doer) == "np" and clause.units[doer].pronoun:
            return clause.after(doer)  # "at a time in which the aircraft carried out ..."
        if clause.kind(doer) != "np" or (self._acts(clause.units[doer]) and clause.units[doer].actors):
            return doer
        of = clause.after(doer)
        owner = of + 1
        owned = clause.kind(of) == "prep" and clause.units[of].first == clause.units[of].last and owner < noun
        return owner if owned and clause.kind(owner) == "np" and is_party(clause.units[owner]) else doer

    def _is_led_by_that(self, verb: int) -> bool:
        """Whether the word for who did it is written onto "that", so that whoever stands behind is struck.

        "Said that (she) targeted | a patrol", whatever she stands for.
        """
        clause = self.clause
        that = clause.before(verb)
        leads = clause.kind(that) == "clause" and clause.units[that].has("source", "that")
        if not (leads and clause.units[verb].has("mark", "target")):
            return False
        feminine = clause.words(that)[-1].endswith(clause.endings.feminine_pronoun)
        its = feminine or clause.words(that)[-1].endswith(clause.endings.speaker)
        # "that (it is so): the planes targeted": another gender
        return its and clause.words(verb)[-1].endswith(clause.endings.feminine) == feminine

    def _are_struck(self, verb: int, unit: Unit) -> bool:
        """Whether many in the case of an object, or two, are all that a verb of striking has behind: استهدفت مسلحين."""
        people, takes_object = unit.find("people"), self.clause.units[verb].has("mark", "target")
        many = people is not None and people.first == unit.first and "body" not in people.cue.flags
        return takes_object and many and self.clause.document.words[unit.first].endswith("ين")

    def _right_before(self, verb: int) -> list[int]:
        """Return the noun phrase right before a verb, which the verb tells of though a preposition brings it."""
        return [verb - 1] if self.clause.kind(verb - 1) == "np" and self.clause.kind(verb - 2) == "prep" else []

    def _describes_what_is_told(self, anchor: Anchor, at: int) -> bool:
        """Whether a phrase right behind a verb and its event says what that was like: هز انفجار | ضخم ناجم | عن."""
        clause, unit = self.clause, self.clause.units[at]
        told = anchor.mark.last - anchor.mark.first > 1 and clause.after(anchor.unit) == at
        told = told and anchor.type.frame == "means_target"
        plain = not (unit.marks or unit.actors or unit.places or unit.equipment or unit.counts or unit.pronoun)
        articled = any(word.startswith(clause.articles) for word in clause.words(at))
        behind = clause.after(at)
        more = clause.kind(behind) == "np" or (clause.kind(behind) == "prep" and clause.kind(behind + 1) == "np")
        return told and plain and not articled and more

    def _strikes_at(self, verb: int) -> bool:
        """Whether a particle of aim stands behind the only phrase behind a verb, which then did it."""
        clause = self.clause
        aim = clause.after(clause.after(verb))
        return clause.kind(aim) == "prep" and clause.words(aim) == ["علي"] and clause.kind(aim + 1) == "np"

    def _is_whose_men(self, verb: int, men: int, prep: int) -> bool:
        """Whether "of" and a party stand behind people or aircraft, and what they struck behind it."""
        clause = self.clause
        if clause.units[verb].find("outcome") is not None:
            return False  # "(was killed) a member | of a militia"
        party = clause.after(prep)
        brought = clause.kind(prep) == "prep" and clause.words(prep) == ["من"] and clause.kind(party) == "np"
        many = is_party(clause.units[men]) or clause.units[men].cue("people") is not None
        behind = clause.after(party)
        struck = clause.kind(behind) == "np" and clause.units[behind].cue("thing", "people") is not None
        return brought and many and struck and is_party(clause.units[party]) and not clause.units[men].counts

    def _led_by_relative(self, verb: int, behind: Unit) -> list[int]:
        """Return the party that a relative right before a verb is about, where the only phrase behind is a party too.

        With the word for whom it hit written onto the verb, whoever stands behind did it.
        """
        clause, relative = self.clause, self.clause.before(verb)
        if clause.kind(relative) != "relative" or not is_party(behind) or self._ends_with_object(verb):
            return []
        named = clause.antecedent(relative)
        return [at for at in named if is_party(clause.units[at]) and not clause.units[at].is_event]

    def _falls_behind(self, verb: int) -> list[int]:
        """Return what fell behind words of place ("there fell near us a shell")."""
        clause, at = self.clause, _past_places(self.clause, verb)
        return [at] if at is not None and is_means(clause.units[at]) else []

    def _was_fired(self, verb: int) -> bool:
        """Whether a weapon and who is said to have fired it stand right before a verb: قذيفة | أطلقها | الحوثيون."""
        clause = self.clause
        told = verb > 2 and [clause.kind(at) for at in range(verb - 3, verb)] == ["np", "prep", "np"]
        by = told and clause.units[verb - 2].has("mark", "perpetrator")
        return by and is_means(clause.units[verb - 3]) and is_party(clause.units[verb - 1])

    def _is_owned_and_hit(self, verb: int, only: int) -> bool:
        """Whether a verb that takes an object has but one phrase behind it, of one patrol or the like, and whose it is.

        استهدفت | دورية | تابعة | للجيش.
        """
        clause, unit = self.clause, self.clause.units[only]
        cue, mark = unit.cue("people"), unit.find("people", "singular")
        one = cue is not None and mark is not None and unit.find("event", "means") is None
        words = clause.words(only)
        article = words[0][unit.cut :].startswith(clause.articles)
        if not (one and clause.units[verb].has("mark", "target")) or article or self._ends_with_object(verb):
            return False
        within = any(word in OWNED for word in words)
        behind = clause.units[only + 1] if clause.kind(only + 1) == "other" else None
        belongs = within or (behind is not None and behind.has("word", "belonging"))
        last = only + 3 if behind is not None else only
        return belongs and clause.kind(clause.after(last)) != "np"

    def _past_a_comma(self, at: int) -> int:
        """Return the phrase before a comma where that opens the sentence, or the unit: وكان التنظيم، نفذ | هجوماً."""
        clause, front = self.clause, at - 1
        if clause.kind(at) != "comma" or clause.kind(front) != "np":
            return at
        opens = all(clause.kind(before) in {"conj", "aux", "clause", "stop"} for before in range(front))
        return front if opens and is_party(clause.units[front]) else at

    def _many_in_front(self, verb: int, behind: int) -> list[int] | None:
        """Return the party before a verb of striking that ends as one of many does: behind it is no doer.

        None of another verb. One of us has no doer behind it where that is feminine, as the verb is not: قصفنا | قوة.
        """
        clause, words, told = self.clause, self.clause.words(verb), self.clause.units[verb].find("event", "verb")
        quoted = clause.kind(behind - 1) == "quote"  # بقذائف "هاون"
        if told is None or quoted or clause.units[verb].find("outcome") is not None:
            return None
        if len(words) > 1 and clause.kind(behind - 1) == "np" and is_hit_with(clause, behind - 1, behind):
            return []  # "the aircraft shelled | with rockets | the forces"
        if words[0].endswith(clause.endings.ours):
            return [] if clause.words(behind)[0].endswith(_FEMININE) else None
        if len(words) > 1 or not (clause.units[verb].has("mark", "target") and words[0].endswith(_OF_MANY)):
            return None
        return [at for at in clause.leading(verb) if is_party(clause.units[at]) and not clause.units[at].is_event]

    def _without_whose(self, anchor: Anchor, following: list[int]) -> list[int]:
        """Return the phrases behind a verb without the nation whose the strike before it is: استهدفت | غارة | روسية."""
        units = self.clause.units
        strikes = len(following) > 1 and anchor.type.name != "interception" and units[following[0]].is_event
        if not strikes or following[1] != following[0] + 1:
            return following
        whose = units[following[1]]
        alone = whose.last - whose.first == 1 and says_whose_only(whose) and whose.find("people", "role") is None
        return [following[0], *following[2:]] if alone else following

    def _attack_men(self, verb: int, behind: Unit) -> bool:
        """Whether armed men stand behind a verb of what men do themselves, and no weapon: هاجمت | عناصر التنظيم."""
        told = self.clause.units[verb].find("event", "verb")
        by_men = any("flown" in mark.cue.flags for mark in self.clause.units[verb].marks) and told is not None
        return by_men and behind.find("people") is not None and is_party(behind) and not behind.counts

    def _is_number_of(self, lead: int) -> bool:
        """Whether a phrase says whose those are that open what is told: أن عدداً | من | مسلحي التنظيم | هاجم."""
        clause, units = self.clause, self.clause.units
        told = [clause.kind(at) for at in (lead - 3, lead - 2, lead - 1, lead)] == ["clause", "np", "prep", "np"]
        men = told and units[lead - 2].has("people", "combatants") and not units[lead - 2].actors
        return men and units[lead - 1].has("mark", "origin") and bool(units[lead].actors)

    def _in_front_of(self, at: int) -> list[int]:
        """Return who stands before a verb, and where that is what the verb before it hit, who did both.

        "The rebels stormed | a guard's house and shot at him", "said that it blew up | a tank and hit another".
        """
        clause = self.clause
        led, earlier = clause.leading(at), clause.verb_before(at)
        hit = earlier is not None and bool(led) and min(led) > earlier and clause.kind(at - 1) == "conj"
        return (same_doers(clause, at) if hit else []) or led

    def _leading(self, at: int, subject: list[int], following: list[int]) -> list[int]:
        """Return the subject of a verb that comes second, as in headlines ("a drone strikes a car")."""
        clause = self.clause
        if (gone := same_doers(clause, at)) and self._in_front_of(at) == gone:
            return gone
        found = [index for index in subject if index not in following]
        lead = clause.before(at)
        while clause.kind(lead) in {"aux", "passive", "relative"}:
            lead = clause.before(lead)
        lead = self._past_whose(lead)
        free = clause.kind(lead) == "np" and clause.kind(lead - 1) not in {"prep", "linking"}
        return found or ([lead] if free else [])

    def _harmed_in_front(self, subject: list[int], verb: int) -> list[int]:
        units = self.clause.units
        shot = self.clause.kind(verb + 2) == "np" and self._is_fire(verb + 2)  # قتل | ب | رصاص | عناصر
        if shot and subject and not any(units[index].is_event or is_means(units[index]) for index in subject):
            return subject
        one = not (self.clause.is_of_many(verb) or self.clause.is_of_two(verb))
        if one and len(subject) > 1 and is_named(units[subject[0]]):
            return subject[:1]  # the others say who he was: فلان، أحد قادة التنظيم، | قتل
        return subject if all(self._is_counted_or_one(units[index]) for index in subject) else []

    @staticmethod
    def _is_counted_or_one(unit: Unit) -> bool:
        """Whether a phrase is of counted people, or of one with a name (القيادي فلان الذي | قتل)."""
        cue, named = unit.cue("people", "victims"), unit.find("people", "singular")
        one = named is not None and named.first == unit.first and "body" not in named.cue.flags
        person = any(getattr(mention.parsed, "type", "") == "person" for mention in unit.actors)
        of_them = unit.has("word", "one_of")  # فلان، وهو أحد عناصر التنظيم، | قتل
        return cue is not None and (bool(unit.counts) or of_them or (one and person))

    def _befell(self, at: int) -> bool:
        """Whether a noun of an outcome right before a phrase tells what befell them: مقتل | ثلاثة عناصر."""
        before = self.clause.units[at - 1] if at else None
        mark = before.find("outcome", "noun") if before is not None and before.kind == "np" else None
        return before is not None and mark is not None and mark.last == before.last

    def _is_fire(self, noun: int) -> bool:
        """Whether a phrase is the fire by which somebody was hit, behind a particle: قتل | ب | رصاص مجهولين."""
        unit, before = self.clause.units[noun], self.clause.units[noun - 1] if noun else None
        brought = before is not None and before.kind == "prep" and before.first == before.last == unit.first
        return brought and self.clause.document.words[unit.first][unit.cut :] in _FIRE

    def _is_whose_fire(self, noun: int) -> bool:
        """Whether people right behind the fire by which somebody was hit are who shot: برصاص | شخصين."""
        unit = self.clause.units[noun]
        return self._is_fire(noun) and unit.last - unit.first == 1 and self.clause.kind(noun + 1) == "np"

    def _is_killed_by(self, noun: int, behind: Unit) -> bool:
        """Whether people behind an event's noun are those whom it, or the verb right before it, tells to be harmed."""
        before = self.clause.units[noun - 1] if self.clause.kind(noun - 1) == "verb" else None
        mark = before.find("outcome", "verb") if before is not None else None
        killing = mark is not None and mark.cue.value in ("killed", "injured") and not says_whose_only(behind)
        told = self.clause.units[noun].find("outcome", "noun") is not None
        return are_counted_nationals(behind) or ((killing or told) and self._is_harmed(behind))

    def _is_one_side(self, index: int, others: list[int]) -> bool:
        """Whether a phrase names a party that one of others names, too."""
        units = self.clause.units
        mine = {name for mention in units[index].actors for name in getattr(mention.parsed, "actors", ())}
        theirs = {n for at in others for mention in units[at].actors for n in getattr(mention.parsed, "actors", ())}
        return bool(mine & theirs)

    @staticmethod
    def _is_harmed(unit: Unit) -> bool:
        """Whether people alone behind a verb of killing are its victims: counted, or soldiers and not an army."""
        cue, office = unit.cue("people", "victims"), unit.find("role")
        led = office is not None and office.first == unit.first and "body" not in office.cue.flags  # "a leader of ..."
        people = cue is not None and "body" not in cue.flags
        return bool(unit.counts) or led or people or is_a_national(unit)

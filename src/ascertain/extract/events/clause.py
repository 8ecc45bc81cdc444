"""Who stands where around a verb or an event's noun: subject, objects and what prepositions bring."""

from collections.abc import Iterator

from ascertain.extract.events.aims import with_an_aim
from ascertain.extract.events.appositions import behind_a_place, without_appositions
from ascertain.extract.events.asides import (
    before_including,
    described_before,
    doing_in_aside,
    is_caught_between,
    is_of_something,
    is_of_the_harmed,
    is_reduced_behind,
    is_said_of_them,
    names_a_body_before,
    object_in_aside,
    opens_clause,
    opens_what_is_said,
    whole_before,
    whom_it_is_for,
)
from ascertain.extract.events.joined_verbs import (
    is_being,
    is_quoted_doer,
    says_who_it_is,
    undergone_before,
    who_made_them,
)
from ascertain.extract.events.spoken_of import are_what_befell
from ascertain.extract.events.steps import VERBS, Steps
from ascertain.extract.events.told_of_strikes import tells_of_the_strike
from ascertain.extract.events.units import Unit
from ascertain.extract.events.whose import past_whose

_OF_PEOPLE = frozenset({"who", "whom", "whose"})
_LOOSE = frozenset({"other", "time", "aux", "passive", "quote"})
_WALLS = frozenset({"stop", "clause"})
_HELD = VERBS | {"aux", "passive"}
_NEXT = _WALLS | _HELD | {"relative"}  # behind these nothing belongs to a verb or noun before


class Clause(Steps):
    """The units of one sentence, asked for arguments by position."""

    def subject(self, index: int, depth: int = 0) -> list[int]:
        """Return the noun phrases that are the subject of the verb at `index`."""
        if depth > 6:
            return []
        if self.order == "vso":
            return self._subject_after(index)
        return self.leading(index, depth)

    def _is_said_apart(self, verb: int, index: int) -> bool:
        """Whether a verb belongs to another clause than the unit at `index`, as a verb of speech does."""
        walled = any(self.kind(at) == "clause" for at in range(verb, index))
        return walled or self.units[verb].cue("speech") is not None

    def leading(self, index: int, depth: int = 0) -> list[int]:
        """Return the noun phrases before the verb at `index` that can be its subject, past what hangs on them."""
        if self.is_participle(index):
            if apart := doing_in_aside(self, index) or whom_it_is_for(self, index):
                return apart
            earlier = self.verb_gone_on_with(index)
            if earlier is None or self.died_of_it(index, earlier) or is_of_the_harmed(self, index, earlier):
                return []
            if (accused := self.objects(earlier)) and self.units[earlier].accuses and not self.is_passive(earlier):
                return accused  # "charged him with murdering"
            return self.told_of(index, earlier) or self.subject(earlier, depth + 1)
        if self.stands_with(index) or says_who_it_is(self, index):
            return self.coordinated_left(index - 1)
        if self.units[index - 1].is_event and self.order == "svo" and self.is_ongoing(index):
            return [index - 1]  # "were hurt in shelling targeting a market": the shelling did
        if (doomed := with_an_aim(self, index)) is not None:
            return self.coordinated_left(doomed)
        at, crossed = index - 1, False
        while at >= 0:
            kind = self.kind(at)
            if kind in _WALLS:
                return []
            if kind == "relative":
                return self.antecedent(at)
            if kind in VERBS:
                if self._asks(at):
                    return []  # "did not say who was behind the attack"
                said = self._told_of(at)
                return self.antecedent(said) if said is not None else self.subject(at, depth + 1)
            if kind == "prep" and self.units[at].has("mark", "including"):
                return whole_before(self, at)  # "two of whom": they are told of as a part
            if kind == "prep" and (held := undergone_before(self, at, index)) is not None:
                return self.subject(held, depth + 1)
            if kind == "conj":
                if (who := who_made_them(self, at, index)) is not None:
                    return self.coordinated_left(who)
                earlier = self.verb_before(at)
                if earlier is None and self.kind(at + 1) == "prep" and self.order == "svo":
                    at -= 1  # "the attackers, armed and on motorbikes, killed"
                    continue
                if earlier is not None and self.order == "vso" and self._is_said_apart(earlier, at):
                    at -= 1  # "said that a plane took off and struck": who struck is not who said
                    continue
                if earlier is not None and (speech := self._speech_gone_on(index, earlier)) is not None:
                    earlier = speech
                if earlier is not None and any("split" in mark.cue.flags for mark in self.units[earlier].marks):
                    earlier = self.verb_before(earlier)  # "held villagers captive and executed them"
                return self.subject(earlier, depth + 1) if earlier is not None else []
            if kind == "np":
                if is_quoted_doer(self, at, index) or is_being(self, at, index):
                    return [at]
                reached = self._past_phrase(at, index, depth, crossed)
                if isinstance(reached, list):
                    return reached
                at = reached
                continue
            if kind == "comma":
                crossed, at = True, self.before_aside(at)
            elif kind == "other":
                at = self.before_bracket(at)
            at -= 1
        return []

    def _past_phrase(self, at: int, index: int, depth: int, crossed: bool) -> list[int] | int:
        """Return the subjects of the verb at `index` where the phrase at `at` decides, else the unit to go on before.

        `crossed` tells that a comma stands between the two.
        """
        owned, at = at, self.owner(at)
        governor = "clause" if opens_what_is_said(self, at - 1) else self.kind(at - 1)
        if (borne := self._joined_weapons(at)) is not None:
            at = borne  # "men with rifles and grenades attacked": the men did
            governor = self.kind(at - 1)
        if governor == "quote" and self.kind(at - 2) in {"prep", "linking"}:
            return at - 3  # "from "one family" were killed"
        if (between := self._between(at) or behind_a_place(at, self.units, self.kind)) is not None:
            return between - 1  # "the conflict between X and Y has led to": the conflict has
        if self.order == "svo" and self._only_wear(at):
            return at - 4  # "gunmen in uniforms and masks killed two": neither did
        if opens_clause(self, at, owned, index):
            return self._with_owned(self.coordinated_left(at), at, owned)
        if (whom := described_before(self, at)) is not None:
            return whom
        phrase = self.phrase_before(at) if self._is_figure(at) else None
        if phrase is not None:  # "aged 5 and 7"
            return self.units.index(phrase) - 1
        if (named := self._part_named(at)) is not None:
            whole = named - 2 if self.kind(named - 1) == "comma" else named
            if self.kind(whole) == "np" and self.kind(whole - 1) == "comma" and self.units[whole].counts:
                return self.coordinated_left(whole)  # "in a raid on Orda, ten people, including two nurses, died"
            return named - 1  # "dozens of people, including women and children, died"
        if governor in {"prep", "linking"} and at == index - 1 and are_what_befell(self, index):
            return [at]
        wanted = governor == "other" and self.units[at - 1].has("word", "doing")  # "a man wanted for a murder was hit"
        wanted = wanted or is_of_something(self, at)
        if wanted or governor in {"prep", "linking"} or (governor == "verb" and self.order == "vso" and crossed):
            return at - 2
        if self.words(at)[-1] == "of" and self._did_what_is_told_first(at) and self.order == "svo":
            return at - 4  # "is accused by the army and the police of committing"
        if (told := object_in_aside(self, at)) is not None:
            return told
        if governor in VERBS and self._is_what_is_used(at, index):
            return self.subject(at - 1, depth + 1)
        explains = crossed and governor == "comma" and self.kind(at - 2) == "np" and not self._opens_with_place(at - 2)
        explains = explains and not self._did_what_is_told_first(at - 2)
        objects = crossed and governor in VERBS and self.units[at - 1].cue("speech") is None
        if explains and self.order == "svo" and names_a_body_before(self, at):
            return [at]  # "the rebel group, M23, attacked"
        if explains or (objects and at - 1 > 0):
            return at - 2
        return self._with_owned(self.coordinated_left(at), at, owned)

    def _did_what_is_told_first(self, at: int) -> bool:
        """Whether "by" brings a phrase, alone or behind "and": "after it was hit by the army and the police"."""
        governor = self.phrase_before(at) if self.order == "svo" else None
        joined = self.kind(at - 1) == "conj" and self.kind(at - 2) == "np"
        return joined and governor is not None and governor.has("mark", "perpetrator")

    def _speech_gone_on(self, index: int, earlier: int) -> int | None:
        """Return the verb of speech that one joined by "and" goes on with: "said its planes hit a base and denied"."""
        if self.units[index].cue("speech") is None or self.units[earlier].cue("speech") is not None:
            return None
        named = [unit for unit in (self.units[at] for at in self.subject(earlier)) if unit.actors or unit.cue("role")]
        silenced = self.is_passive(earlier) and self.units[earlier].has("outcome", "killed")  # the dead admit nothing
        silenced = silenced or self._only_fights(index, earlier)
        if not silenced and any(not unit.has("word", "possessives") for unit in named):
            return None
        before = (at for at in range(earlier - 1, -1, -1) if self.kind(at) in {*VERBS, "stop"})
        verb = next(before, None)
        return verb if verb is not None and self.units[verb].cue("speech") is not None else None

    def _asks(self, speech: int) -> bool:
        """Whether "who" or "which" stands right behind a verb of speech: nobody is named."""
        behind = self.units[speech + 1] if self.kind(speech + 1) == "other" else None
        asks = behind is not None and behind.has("word", "relatives") and not behind.has("source", "that")
        return asks and self.order == "svo" and self.units[speech].cue("speech") is not None

    def _only_fights(self, speech: int, earlier: int) -> bool:
        """Whether fighters of no name did what "and said" goes on from: whoever told of them says more."""
        cue = self.units[speech].cue("speech")
        led = [self.units[at] for at in self.subject(earlier)]
        nameless = all(unit.has("people", "combatants") and unit.cue("role") is None for unit in led)
        known = any(getattr(actor.parsed, "actors", ()) for unit in led for actor in unit.actors)
        return cue is not None and cue.value == "say" and bool(led) and nameless and not known

    def _with_owned(self, found: list[int], owner: int, owned: int) -> list[int]:
        """Return the phrases with what is owned for its owner ("Yemen's Houthis" are not Yemen), unless an event is."""
        told = self.units[owner].counts and "of" in self.words(owner)  # "two men of the army | 's Second Division"
        return found if told or self.units[owned].is_event else [owned if at == owner else at for at in found]

    def _is_figure(self, at: int) -> bool:
        unit, before = self.units[at], self.units[at - 2] if at > 1 else None
        joined = before is not None and before.counts and before.last - before.first == 1
        return bool(unit.counts and joined) and unit.last - unit.first == 1 and self.kind(at - 1) == "conj"

    def before_bracket(self, closing: int) -> int:
        """Return the bracket that this one closes, or the unit itself."""
        if self.words(closing) != [")"]:
            return closing
        opened = (at for at in range(closing - 1, -1, -1) if self.kind(at) == "other" and self.words(at) == ["("])
        return next(opened, closing)

    def antecedent(self, relative: int) -> list[int]:
        """Return the noun phrases that a relative clause is about."""
        at = (self.repeats(relative) or relative) - 1
        while at >= 0 and self.kind(at) in {"comma", "other", "time"}:
            if self.units[at].cue("carry") is not None:
                return []  # "he confirmed who"
            at -= 1
        if self.kind(at) != "np":
            return []
        at -= self.order == "vso" and self.units[at].pronoun and self.kind(at - 1) == "np"  # القوات | هي | التي
        if self.units[at - 1].has("mark", "including") and [self.kind(at - 2), self.kind(at - 3)] == ["comma", "np"]:
            at -= 3  # "six priests, five of them foreigners, who were killed"
        said_of_people = self.words(relative)[0] in _OF_PEOPLE
        while self._hangs_on(at) and (said_of_people or not self.units[at].is_event):
            at -= 2  # "held in connection with the raid that ..."
        if (event := self.event_upon(at)) is not None:
            return [event]
        if self.order == "svo" and self.kind(at - 1) == "comma" and self.kind(at - 2) == "np":
            told = without_appositions([at - 2, at], self.units, self.kind, self.document)
            at = told[-1]  # "Ann Roe, the person who ordered it"
        return self.coordinated_left(at)

    def _subject_after(self, index: int) -> list[int]:
        if (between := self._between_had(index)) is not None:
            return [between]
        at = self.after(index)
        if self.kind(at) == "np" and not is_caught_between(self, index, at):
            return [at]
        return self.leading(index) if self.kind(self.before(index)) != "verb" else []

    def _between_had(self, index: int) -> int | None:
        """Return who stands between the two words that make a verb one of an earlier time (كان الجيش قد اتهم ...)."""
        at = self.before(index)
        if self.kind(at) != "aux" or not self.units[at].has("word", "completed"):
            return None
        first: int | None = None
        while at > 0:
            at -= 1
            if self.kind(at) == "np":
                first = at
            elif self.kind(at) == "aux":
                return first if self.units[at].has("word", "past") else None
            elif self.kind(at) not in {"prep", "linking", "other", "time", "quote"}:
                return None
        return None

    def coordinated_left(self, index: int) -> list[int]:
        """Return the phrases that "and" and commas join before the one at `index`, and that one."""
        found, at, listed = [index], index - 1, False
        if self.order == "svo" and self.units[index].has("word", "nominative"):
            return found  # "found his wife and they killed her"
        while self.kind(at) in {"conj", "comma"} and self.kind(at - 1) in {"np", "comma"}:
            apart = self.kind(at) == "conj" and self.kind(at - 1) == "comma"
            if apart and is_reduced_behind(self, index):
                break  # "residents, and a man abducted on Monday, said"
            if apart and (whole := before_including(self, at - 1)) is not None:
                found.append(whole)
                at, listed = whole - 1, True
                continue
            at, listed = at - apart, listed or apart
            if self.kind(at - 1) != "np" or self._has_object(at - 2) or is_said_of_them(self, at - 1):
                break
            prep = self.owner(at - 1) - 1
            along = self.order == "svo" and not listed and self._brings_along(prep)
            if self.kind(prep) in {"prep", "linking"} and not along:
                return [index] if listed else sorted(found)  # "each of A, B, and C": not two of the three
            if self.kind(at) == "comma" and not any(self.kind(i) == "conj" for i in range(at, index)):
                break
            found.append(at - 1)
            at -= 2
        return self._people_of(sorted(found))

    def _has_object(self, index: int) -> bool:
        """Whether a verb takes the phrase after it as its object; what is said begins a sentence of its own."""
        return self.kind(index) in VERBS and self.units[index].cue("speech") is None

    def objects(self, index: int) -> list[int]:
        """Return the noun phrases right after the verb at `index`, with those joined to them.

        Where the order is free, what a preposition brings may stand between ("shelled with artillery the village").
        """
        at = self.after(index)
        while self.order == "free" and self.kind(at) == "prep" and self.kind(self.after(at)) == "np":
            if self.units[at].has("mark", "including") or self.units[at].has("mark", "target"):
                break
            at = self.after(self.after(at))
        if self.kind(at) != "np":
            return []
        return self.coordinated(self.what_is_owned(at))

    def behind(self, index: int) -> list[int]:
        """Return, where the order is free, the noun phrases right behind a verb: whom it befell, if it has no doer."""
        right = self.order == "free" and self.kind(self.after(index)) == "np"
        return self.objects(index) if right else []

    def coordinated(self, index: int) -> list[int]:
        """Return this noun phrase and those joined to it by commas and conjunctions."""
        found, at = [index], index + 1
        while True:
            at = past_whose(self.units, self.kind, at) if self.order == "vso" else at
            step = at
            while self.kind(step) in {"comma", "conj"} or (self.kind(step) == "quote" and self._quotes_a_name(step)):
                step += 1
            if (
                step == at
                or all(self.kind(between) == "quote" for between in range(at, step))
                or self.kind(step) != "np"
                or self._begins_clause(step, joined=self.kind(step - 1) == "conj")
            ):
                break
            closes = len(found) > 1 and self.kind(step + 1) == "conj" and self.kind(step + 2) in VERBS
            goes_on = closes or self._list_goes_on(step)
            if self.kind(step - 1) == "comma" and (not goes_on or self._speaks(step)):
                break
            step = self.what_is_owned(step)
            found.append(step)
            at = step + 1
        return self._people_of(found)

    def _people_of(self, found: list[int]) -> list[int]:
        """Return joined phrases without those that only say who is named before them."""
        apart = self.order == "svo" and len(found) > 1
        return without_appositions(found, self.units, self.kind, self.document) if apart else found

    def _begins_clause(self, index: int, *, joined: bool) -> bool:
        """Whether a verb of its own follows this noun phrase."""
        at = self.after(index)
        while self.order == "svo" and self.kind(at) in {"prep", "linking"} and self.kind(at + 1) == "np":
            at = self.after(at + 1)
        if self.order == "vso" and self.kind(at) in {"aux", "passive"}:
            return False  # where the verb comes first, this tells of those just named: "two men who were near"
        if self.order == "vso" and self.kind(at) == "verb" and self._is_of_more(at, index):
            return False  # "six civilians, among them a child and a woman, were killed"
        if self.order == "vso" and joined and self.kind(at) == "verb" and tells_of_the_strike(self, at, index):
            return False
        return self.kind(at) in _HELD and (joined or self.kind(at) != "verb")

    def _speaks(self, index: int) -> bool:
        """Whether the phrases from here on are who says it (", doctors and residents said").

        A list that "and" has closed ends at the comma behind it: "a mayor, and two guards, the army said".
        """
        at, closed = index, False
        while self.kind(at) in {"np", "comma", "conj"}:
            if self.kind(at) == "comma" and closed:
                return False
            closed = closed or self.kind(at) == "conj"
            at += 1
        return self.kind(at) == "verb" and self.units[at].cue("speech") is not None

    def _list_goes_on(self, index: int) -> bool:
        at = index + 1
        while self.kind(at) in {"comma", "np"}:
            at += 1
        long = at > index + 1 and self.kind(at + 1) in VERBS  # "set fire to cars, homes, a market and planted bombs"
        return self.kind(at) == "conj" and (self.kind(at + 1) == "np" or long)

    def phrases_after(self, index: int) -> Iterator[tuple[Unit, list[int]]]:
        """Yield each preposition after the unit at `index` in its clause, with the noun phrases that it governs."""
        at = index + 1
        while at < len(self.units):
            kind = self.kind(at)
            if (brought := self._told_by(at)) is not None:
                at = brought
                continue
            if kind in _NEXT:
                fired = kind == "verb" or self.is_of_what_was_fired(at)
                if fired and self.units[at].find("mark") and self.kind(at + 1) == "np":
                    yield self.units[at], self.coordinated(at + 1)
                return
            if self.order == "vso" and self.units[at].has("word", "answered"):
                return  # "shelled posts in answer to | the shelling of villages"
            if kind in {"prep", "linking"} and self.kind(self.after(at)) == "np":
                yield self.units[at], (governed := self.coordinated(self.after(at)))
                at = governed[-1] + 1
                continue
            if kind == "conj" and self.kind(at + 1) in VERBS:
                return
            at += 1

"""One sentence read: its tellings as drafts of claims."""

from collections.abc import Iterator, Sequence

from ascertain.extract.casualties.causes import is_apart_from, is_nobodys, is_nobodys_outcome, is_of_a_war
from ascertain.extract.casualties.counts import counts_told, present
from ascertain.extract.casualties.elsewhere import each_elsewhere, gone_on
from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.of_those import say_who_all_were, some_of_those
from ascertain.extract.casualties.outcomes import harms, uncounted
from ascertain.extract.casualties.own_places import at_their_own_places
from ascertain.extract.casualties.shared_figures import share_figures
from ascertain.extract.casualties.spared import befell_none
from ascertain.extract.events.acting import is_means
from ascertain.extract.events.adding import event_meant, gone_on_with, says_it_happened
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.anchors import AnchorFinder
from ascertain.extract.events.circumstances import names_a_day, place_of, spans_months, time_of
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.counted_from import day_carried, is_of_another_day
from ascertain.extract.events.described_places import described_places
from ascertain.extract.events.doers import doers_meant, remember_doers
from ascertain.extract.events.draft import Draft, Memory
from ascertain.extract.events.elsewhere import tell_apart, told_elsewhere
from ascertain.extract.events.found import Found
from ascertain.extract.events.losses import HARMING, event_of, quote_apart
from ascertain.extract.events.means import means_of
from ascertain.extract.events.measured_by import without_measure
from ascertain.extract.events.merging import Telling, absorbs, merge, within_reach
from ascertain.extract.events.naming import party_of
from ascertain.extract.events.parties import Parties
from ascertain.extract.events.quoted import part_of, span_of
from ascertain.extract.events.said_times import said_times, was_said_before
from ascertain.extract.events.seats import leave_seats
from ascertain.extract.events.so_long_after import is_before_another
from ascertain.extract.events.statements import statements
from ascertain.extract.events.summed import is_a_wars_toll, is_of_months, sums_up
from ascertain.extract.events.telling import (
    befell_others,
    in_general,
    is_another_deed,
    is_concrete,
    is_consent,
    is_definite,
    is_label,
    is_line_of_a_list,
    is_of_a_force,
    is_of_others,
    is_said_to_go_on,
    kind_told,
    names_no_kind,
    of_one_nation,
    parted_from,
    spoken_by,
    takes_up,
    tells_a_deed,
    tells_enough,
)
from ascertain.extract.events.units import Mark, Unit
from ascertain.extract.events.unplaced import is_a_backdrop, is_of_no_one_event, is_untold
from ascertain.extract.events.words import Words
from ascertain.extract.speech.accusations import Accusation, accusations
from ascertain.extract.speech.called_false import is_called_false
from ascertain.extract.speech.stance import hedge_within, is_negated, stance_at
from ascertain.extract.speech.unreal import is_attempted
from ascertain.extract.speech.voice import Voice
from ascertain.extract.speech.voices import is_denied, voices
from ascertain.languages.cues import Cue
from ascertain.model import Mention, Party
from ascertain.text import Document

_REACH = 4  # sentences in which a toll is of the flood told before
_STRENGTH = frozenset({"movement", "deployment", "withdrawal", "capture"})


class SentenceReader:
    """Reads the units of one sentence against what the text has told before."""

    def __init__(self, document: Document, units: list[Unit], words: Words, found: Found, number: int) -> None:
        """Take the sentence's units; `number` is its place in the text."""
        self.document = document
        self.words = words
        self.found = found
        self.number = number
        self.units = without_measure(units, document)
        self.clause = Clause(document, self.units, words.language)
        self.speaking: set[int] = set()
        self.heard: list[Voice] = []
        self.said: dict[int, Mention] = {}
        self.accused: list[Accusation] = []
        self.happened: tuple[Mention | None, Mention | None] | None = None
        self.described: list[Mention] = []

    def read(self, memory: Memory) -> tuple[list[Draft], list[Voice]]:
        """Return the drafts of this sentence and its voices."""
        leave_seats(self.clause)
        anchors = AnchorFinder(self.clause, self.words.types).anchors()
        heard = voices(self.clause)
        for anchor in anchors:
            anchor.denied = is_denied(heard, anchor.mark.first)
        tellings = merge(anchors, self.clause)
        told = share_figures(self.clause, harms(self.clause))
        told = told or some_of_those(self.clause, memory.event_near(self.number, 2))
        say_who_all_were(self.clause, memory.event_near(self.number, 1))
        apart = each_elsewhere(self.clause, told)
        apart += at_their_own_places(self.clause, told, [telling.units for telling in tellings])
        bound = self._bind(told, tellings, heard)
        tell_apart(tellings, bound, [*apart, *gone_on(self.clause, told)], self.clause)
        self.speaking = {word for voice in heard for word in spoken_by(voice)}
        self.accused = accusations(self.clause)
        for unit in (self.units[at] for accusation in self.accused for at in accusation.accused):
            self.speaking.update(range(unit.first, unit.last))
        self.said, self.heard = said_times(self.clause, self.found, heard), heard
        drafts, armed = [], False
        for telling in tellings:
            draft = self._drafted(telling, bound.get(id(telling), []), tellings, memory)
            if draft is None:
                continue
            armed = armed or self._is_armed(draft)
            if self._stands(draft, telling, memory):
                drafts.append(draft)
        if sums_up(self.clause, self.found):
            memory.summed = self.number
        drafts.extend(self._left_over(bound.get(0, ()), memory))
        if armed or any(self._is_armed(draft) for draft in drafts):
            self.described = described_places(self.clause)
        elif memory.event_near(self.number, 1) is not None:
            self.described = described_places(self.clause, known=True)
        drafts.extend(statements(self.clause, heard, self.number))
        return drafts, heard

    def _drafted(self, telling: Telling, own: list[Harm], tellings: list[Telling], memory: Memory) -> Draft | None:
        """Return what the sentence tells of an event, with the harm bound to it; nothing where it tells of none."""
        if telling.type.violent and (is_nobodys(telling, self.clause) or is_a_backdrop(telling, tellings, self.clause)):
            return None
        if self._is_placed(telling):
            self.happened = self._when_and_where(telling, set(self.said))
        self._complete(telling, own)
        telling.type = kind_told(telling, self.clause, self.words.types)
        if is_of_others(telling, self.clause, tellings) or not self._tells(telling, own, memory):
            return None
        draft = self._draft(telling, own, memory, self.said)
        draft.first, draft.last = part_of(self.clause, telling, tellings, draft.first, draft.last)
        self._accuse(draft, telling.units, named=bool(telling.together("perpetrators")))
        return draft

    def _stands(self, draft: Draft, telling: Telling, memory: Memory) -> bool:
        """Whether a draft tells one event that happened; who did it is remembered even where it only points back."""
        violent = telling.type.violent
        if violent and telling.general and is_of_a_war(draft.counts):
            return False
        if draft.mood in {"expected", "conditional"} and violent:
            return False  # what may come or might have been is no event; a threat is told as one of its own
        since = self.number - memory.summed
        if draft.event == "displacement" and draft.counts and spans_months(draft.when):
            return False  # all whom a war has driven out
        if violent and draft.counts and is_of_months(telling, draft.when, self.clause, self.found, since):
            return False  # "since October": what all the events of a war have cost
        if is_of_a_war(draft.counts) and not any(self._when_and_where(telling, set(self.said))):
            return False
        if draft.mood == "actual":  # also where it only points back: "the group is behind the blast"
            remember_doers(memory, telling, draft.perpetrators, self.clause, self.number)
        if violent and not is_concrete(draft, telling, self.clause):
            return False
        if violent and is_of_no_one_event(draft, telling, self.clause, near=memory.event_near(self.number) is not None):
            return False
        return not is_consent(draft, telling, self.clause)

    def _left_over(self, unbound: Sequence[Harm], memory: Memory) -> Iterator[Draft]:
        """Yield what is told of harm that is bound to no event of the sentence."""
        known = memory.event_near(self.number) is not None
        loose = [harm for harm in unbound if harm.outcome != "present" or known]
        natural = self.number - memory.disaster <= _REACH
        loose = loose if known or (not natural and tells_enough(loose, self.clause, self.heard)) else []
        apart = [[harm for harm in loose if not harm.elsewhere], *([harm] for harm in loose if harm.elsewhere)]
        for some in (some for some in apart if some and not is_label(loose, self.clause)):
            carried = self._carried(some, memory, self.said, told_elsewhere(some, loose, self.clause))
            quote_apart(carried, some[0], self.clause)
            if carried.mood not in {"expected", "conditional"} and not spans_months(carried.when):
                if not is_of_a_war(carried.counts) and (known or not is_untold(carried, some, self.clause)):
                    yield carried
                self._accuse(carried, set())

    def _is_armed(self, draft: Draft) -> bool:
        """Whether a draft tells an attack of a kind, or by somebody, or with a weapon: not only what was lost."""
        kind = self.words.types[draft.event]
        return kind.violent and bool(draft.perpetrators or draft.means or not kind.general)

    def _is_placed(self, telling: Telling) -> bool:
        """Whether a sentence says of the event before when or where it was ("the strikes took place on Sunday")."""
        anchor = next((one for one in telling.anchors if one.refers), telling.main)
        if not (anchor.refers and telling.type.violent) or len(telling.anchors) > 2:
            return False
        return says_it_happened(self.clause, anchor.unit)

    def _when_and_where(self, telling: Telling, said: set[int]) -> tuple[Mention | None, Mention | None]:
        when = time_of(telling, self.clause, self.found, said)
        return when, place_of(telling, self.clause, self.found, self.speaking)

    def _accuse(self, draft: Draft, told: set[int], *, named: bool = True) -> None:
        """Give what nobody is said to have done to those accused of it; `told` are the units that tell it."""
        if (draft.perpetrators and named) or not self.words.types[draft.event].violent:
            return
        held = draft.event == "detention"  # who is held is often accused of something else
        near = (one for one in self.accused if one.means(draft.at, self.units[one.at].first, told))
        meant = [one for one in near if not held or told & set(one.deeds)]
        accused = tuple(one for one in self.parties_accused(meant[0]) if one not in draft.targets) if meant else ()
        if accused:
            draft.perpetrators, draft.hedge = accused, draft.hedge or meant[0].hedge

    def parties_accused(self, accusation: Accusation) -> tuple[Party, ...]:
        """Return the parties that an accusation names."""
        return tuple(party_of(self.units[at], self.document) for at in accusation.accused)

    def _complete(self, telling: Telling, own: list[Harm]) -> None:
        """Give an event those who did its harm and those it befell ("wounded two men in a raid")."""
        if not telling.type.violent:
            return
        main, known = telling.main, telling.units
        for harm in own:
            if harm.negated or harm.none:
                continue
            if not telling.together("perpetrators"):
                main.perpetrators.extend(at for at in harm.agents if at not in known)
            brought = self.clause.phrases_after(harm.unit) if not main.means and harm.unit not in known else ()
            main.means.extend(  # "killed one man and wounded two others with a rifle"
                at for prep, governed in brought for at in governed
                if (prep.has("mark", "means") or prep.has("mark", "perpetrator")) and is_means(self.units[at])
            )  # fmt: skip
            if harm.outcome in {"killed", "injured", "detained"} and harm.unit not in harm.victims:
                named = (at for at in harm.victims if not tells_a_deed(self.units[at]))
                main.targets.extend(at for at in named if at not in main.targets and at not in known)

    def _bind(self, found: list[Harm], tellings: list[Telling], heard: list[Voice]) -> dict[int, list[Harm]]:
        """Give each outcome to the telling that it belongs to; those without one under 0."""
        bound: dict[int, list[Harm]] = {}
        for harm in (harm for harm in found if not is_nobodys_outcome(self.clause, harm)):
            if harm.outcome == "present" and not is_of_a_force(harm, self.clause):
                continue  # a family of six, a region of thirty villages
            if is_attempted(self.clause, harm.unit) or (tellings and is_a_wars_toll(harm, self.clause, self.found)):
                continue
            negated = is_negated(self.clause, harm.unit) and not is_called_false(self.clause, harm.unit)
            harm.negated = not harm.none and (negated or befell_none(self.clause, harm))
            if harm.negated and of_one_nation(self.units[at] for at in harm.victims):
                continue
            near = [t for t in within_reach(tellings, harm.unit) if not parted_from(t, harm, heard, self.clause)]
            telling = self._host(harm, [t for t in near if harm.unit not in t.apart] or near)
            bound.setdefault(id(telling) if telling is not None else 0, []).append(harm)
        return bound

    def _host(self, harm: Harm, tellings: list[Telling]) -> Telling | None:
        special = HARMING.get(harm.outcome)
        same = [telling for telling in tellings if harm.unit in telling.units]
        if same:
            return same[0]
        tellings = [one for one in tellings if not is_apart_from(one, harm.unit, self.clause)]
        agents = {*harm.agents, *(at for at in harm.victims if not self.units[at].is_event)}
        for telling in tellings:
            if telling.units & agents:
                return telling
        for prep, governed in self.clause.phrases_after(harm.unit):
            for telling in [one for one in tellings if one.type.deadly or harm.outcome != "killed"]:
                if telling.units & set(governed) and (prep.has("mark", "cause") or prep.kind == "prep"):
                    return telling
        if special is not None:
            return next((telling for telling in tellings if telling.type.name in {special, "abduction"}), None)
        able = [telling for telling in tellings if telling.type.violent]
        before = [telling for telling in able if min(telling.units) < harm.unit and self._open(telling, harm)]
        if before:
            return max(before, key=lambda telling: max(unit for unit in telling.units if unit < harm.unit))
        after = [telling for telling in able if absorbs(telling.type)]
        return after[0] if after else None

    def _open(self, telling: Telling, harm: Harm) -> bool:
        last = max(unit for unit in telling.units if unit < harm.unit) if min(telling.units) < harm.unit else 0
        return absorbs(telling.type) or not any(self.clause.kind(at) == "stop" for at in range(last, harm.unit))

    def _tells(self, telling: Telling, own: list[Harm], memory: Memory) -> bool:
        """Whether a telling says something, which "the attack" does not, nor "the attack in Orda" behind another."""
        if own or any(anchor.form != "noun" for anchor in telling.anchors):
            return True
        unit = self.units[telling.anchors[0].unit]
        sides = telling.together("perpetrators") and telling.together("targets")
        general = in_general(telling, unit, self.clause) and not (sides and is_said_to_go_on(telling, self.clause))
        if general and not self._place(telling):
            return False
        accused = any(telling.units & set(accusation.deeds) for accusation in self.accused)
        if accused or any(telling.together(role) for role in ("perpetrators", "targets", "means")):
            return True
        if telling.general and unit.definite:
            return memory.event is None and self._place(telling)
        new = unit.has("word", "indefinite") or (telling.type.violent and not unit.definite)
        return new or self._place(telling) or bool(unit.counts)

    def _place(self, telling: Telling) -> bool:
        return place_of(telling, self.clause, self.found, self.speaking) is not None

    def _draft(self, telling: Telling, own: list[Harm], memory: Memory, said: dict[int, Mention]) -> Draft:
        anchor = telling.main
        stance = stance_at(self.clause, anchor.unit, denied=anchor.denied)
        draft = Draft(telling.type.name, *span_of(self.clause, telling, own), self.number, at=anchor.mark.first)
        draft.polarity, draft.mood, draft.hedge = stance.polarity, stance.mood, stance.hedge
        draft.hedge = draft.hedge or next((hedge for h in own if (hedge := stance_at(self.clause, h.unit).hedge)), None)
        draft.hedge = draft.hedge or hedge_within(self.units, telling.together("perpetrators"))
        day = any(self.units[one.unit - 1].has("word", "recalling") for one in telling.anchors if one.aside)
        day = day or is_before_another(self.clause, telling.before)
        if (anchor.aside or day) and draft.mood == "actual":
            draft.mood = "recalled"
        parties = Parties(self.clause, self.words, self.heard, self.speaking)
        named = parties.named(telling, "perpetrators") or parties.speaking_of_their_own(telling)
        named += tuple(party for party in parties.partners(telling) if named and party not in named)
        draft.perpetrators = doers_meant(telling, named, self.clause, memory, self.number)
        draft.targets = tuple(p for p in parties.named(telling, "targets") if p not in draft.perpetrators)
        draft.means = means_of(telling, self.clause, self.words)
        draft.counts = counts_told(own, self.clause)
        if draft.polarity == "denied" and draft.counts:
            none = any(count.high == 0 and count.outcome not in HARMING for count in draft.counts)
            draft.polarity = "asserted" if none else "denied"  # who holds nobody captive denies to have taken anybody
        if telling.type.name in _STRENGTH:
            strong = telling.together("perpetrators")
            draft.counts = (*draft.counts, *present(strong, self.clause))
        draft.undated = telling.before is not None or is_of_another_day(self.clause, min(telling.units))
        dated = not draft.undated or telling.before is not None
        draft.when = time_of(telling, self.clause, self.found, set(said)) if dated else None
        draft.said_at = next(iter(said.values()), None)
        draft.undated = draft.undated or (draft.when is None and was_said_before(self.clause, draft.said_at))
        draft.where = place_of(telling, self.clause, self.found, self.speaking)
        self._refer(draft, telling, memory)
        return draft

    def _refer(self, draft: Draft, telling: Telling, memory: Memory) -> None:
        """Complete a telling that goes on with the event before it."""
        earlier = gone_on_with(self.clause, event_meant(self.clause, memory, self.number))
        if (
            draft.undated
            or earlier is None
            or not absorbs(telling.type)
            or is_line_of_a_list(self.clause)
            or telling.main.aside
        ):
            return
        if not draft.perpetrators and any(self.units[at].pronoun for at in telling.together("perpetrators")):
            draft.perpetrators = earlier.perpetrators
        general = takes_up(draft, earlier, telling, self.clause)
        if not (general or earlier.event == draft.event):
            return
        if draft.mood != "actual" or earlier.mood != "actual" or befell_others(draft, earlier, telling, self.clause):
            return
        elsewhere = draft.where and earlier.where and draft.where.text != earlier.where.text
        if elsewhere and not is_definite(telling, self.clause):
            return
        known = self.words.types[earlier.event]
        if is_another_deed(telling, known, self.clause):
            draft.when = day_carried(draft, earlier, self.clause)
            return
        dated = names_a_day(draft.when) and earlier.when is not None and draft.when != earlier.when
        if not absorbs(known) and dated:
            return  # "took the town in March 2018. The blast on 28 April hit a market"
        if not known.deadly and any(count.outcome == "killed" for count in draft.counts):
            return  # who died did not die of the looting told before
        higher = known.rank > telling.type.rank and (known.frame != "mutual" or telling.type.name == "killing")
        if general and (higher or names_no_kind(draft, telling, known, self.clause)):
            draft.event = earlier.event
        if earlier.polarity == "asserted" or self.clause.order == "svo":  # who denies it has not owned up to it
            draft.perpetrators = draft.perpetrators or earlier.perpetrators
        draft.means = draft.means or earlier.means
        draft.where = draft.where or earlier.where
        draft.when = day_carried(draft, earlier, self.clause)

    def _carried(self, loose: list[Harm], memory: Memory, said: dict[int, Mention], apart: set[int]) -> Draft:
        """Return the draft of outcomes whose event was told in a sentence before, or is told nowhere.

        The units in `apart` tell where others of the sentence were.
        """
        earlier = gone_on_with(self.clause, event_meant(self.clause, memory, self.number))
        earlier = None if is_line_of_a_list(self.clause) else earlier
        kind, earlier = event_of(loose, earlier, self.words.types)
        outcome = loose[0].outcome
        unit = self.units[loose[0].unit]
        anchor = Anchor(kind, loose[0].unit, "verb", Mark(unit.first, unit.last, Cue("outcome", outcome)))
        telling = Telling(kind, [anchor], apart)
        doing = [] if outcome == "present" else loose[0].agents
        struck = next((harm for harm in uncounted(self.clause) if harm.agents), None) if not doing else None
        if struck is not None and outcome != "present":
            doing = struck.agents  # "aircraft destroyed a convoy, which led to deaths"
        named = [index for index in doing if not self.units[index].is_event]
        anchor.perpetrators = [at for at in named if self.units[at].actors or not is_means(self.units[at])]
        anchor.means = [index for index in named if is_means(self.units[index])]
        AnchorFinder(self.clause, self.words.types).around(anchor)
        telling.type = anchor.type
        anchor.targets.extend(struck.victims if struck is not None else [])
        draft = self._draft(telling, loose, memory, said)
        if earlier is not None and anchor.type is kind:
            draft.event = kind.name
            draft.perpetrators = draft.perpetrators or earlier.perpetrators
            draft.where = draft.where or earlier.where
            draft.when = day_carried(draft, earlier, self.clause)
            draft.means = draft.means or earlier.means
        return draft

"""Who is accused of what was done: "blaming the rebels", "was attributed to the army", "accused him of killing"."""

from dataclasses import dataclass, replace

from ascertain.extract.events.acting import is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.stance import is_negated
from ascertain.extract.speech.suspected import suspected_of
from ascertain.extract.speech.who_they_were import asked_before, hedge_before, name_given, who_they_were

_TELLING = frozenset({"say", "publish", "confirm", "deny", "question", "condemn", "warn", "demand"})

_PARTICIPLES = ("متهم", "محمل")
_BEING = frozenset({"passive", "clause"})


@dataclass(frozen=True, slots=True)
class Accusation:
    """Noun phrases accused by the verb at a unit; `names_deed` where what they are accused of follows it.

    `deeds` are the noun phrases of events among it, as far as it is told by its noun; `hedge` are the words that leave
    it in doubt.
    """

    at: int
    accused: tuple[int, ...]
    names_deed: bool
    refers_back: bool
    deeds: tuple[int, ...] = ()
    hedge: tuple[int, int] | None = None

    def means(self, word: int, accusing: int, told: set[int]) -> bool:
        """Whether it is of what stands at a word and is told by some units; `accusing` is the word that accuses.

        Of what follows, where it names a deed, and of that deed where its noun does; else of what came before.
        """
        behind = word > accusing
        if self.names_deed and behind:
            return not self.deeds or not told or bool(told & set(self.deeds))
        return not behind and (self.refers_back or not self.names_deed)


def accusations(clause: Clause) -> list[Accusation]:
    """Return the accusations of a sentence, from left to right."""
    found: list[Accusation] = []
    for index, unit in enumerate(clause.units):
        if unit.accuses:
            accused = _accused(clause, index)
        elif unit.kind == "verb" and (claimant := _claimant(clause, index)) and not is_negated(clause, index):
            found.append(Accusation(index, tuple(claimant), names_deed=False, refers_back=True))
            continue
        elif unit.kind in _BEING and (named := who_they_were(clause, index)) and not is_negated(clause, index):
            doubt = hedge_before(clause, named[0])
            found.append(Accusation(index, tuple(named), names_deed=False, refers_back=True, hedge=doubt))
            continue
        elif unit.kind == "prep" and (held := suspected_of(clause, index)):
            deeds, doubt = tuple(clause.coordinated(clause.after(index))), (unit.first, unit.last)
            found.append(Accusation(index, tuple(held), names_deed=True, refers_back=False, deeds=deeds, hedge=doubt))
            continue
        elif unit.kind == "prep" and (opening := _opening(clause, index)):
            found.append(Accusation(index, tuple(opening), names_deed=True, refers_back=False))
            continue
        elif unit.kind == "prep" and unit.has("mark", "perpetrator"):
            accused = _attributed(clause, index) or _put_down(clause, index)
        else:
            continue
        if not accused or is_negated(clause, index):
            continue
        if unit.kind == "prep" and (_tells_of_others(clause, index) or asked_before(clause, index) is not None):
            continue
        joined = unit.kind == "prep" and clause.kind(clause.before(index)) not in {"passive", "light", "np", "aux"}
        if joined and found:  # "planned by the general and carried out by the guard"
            found[-1] = replace(found[-1], accused=(*found[-1].accused, *accused))
        elif unit.kind == "prep":
            doubt = hedge_before(clause, index)
            found.append(Accusation(index, tuple(accused), names_deed=False, refers_back=True, hedge=doubt))
        else:
            found.append(_told(clause, index, accused))
    return found


def _tells_of_others(clause: Clause, index: int) -> bool:
    """Whether several deeds that are none told before are laid to somebody: "similar attacks have been claimed by"."""
    at = index - 1
    while clause.kind(at) in {"passive", "aux", "other"}:
        at -= 1
    while clause.kind(at) == "np" and clause.kind(at - 1) in {"prep", "linking"} and at > 1:
        at -= 2
    return at >= 0 and are_other_deeds(clause, at)


def are_other_deeds(clause: Clause, at: int) -> bool:
    """Whether an event's noun is of several that were not told of before: "previous attacks", "such attacks"."""
    deeds = clause.units[at]
    if clause.order != "svo" or not deeds.is_event:
        return False
    noun = deeds.find("event", "noun")
    many = noun is not None and clause.document.words[noun.last - 1].endswith(clause.endings.plural)
    return many and (not deeds.definite or deeds.has("word", "alike"))


def _accused(clause: Clause, index: int) -> list[int]:
    """Return whom a verb of accusing names: its object, its subject in the passive, or "on whom" where a deed is it."""
    cue = clause.units[index].cue("speech")
    if cue is not None and "split" in cue.flags:  # "held the army responsible"
        opening = clause.verb_before(index)
        return [] if opening is None else _people(clause, clause.objects(opening))
    if clause.is_passive(index):
        return _people(clause, clause.subject(index))
    if is_reduced(clause, index):
        led = clause.before(index)
        return _people(clause, clause.coordinated_left(led) if clause.kind(led) == "np" else clause.subject(index))
    if clause.order == "vso":
        return _accused_behind(clause, index)
    objects = clause.objects(index)
    blamed = bool(objects) and clause.units[clause.after(objects[-1]) % len(clause.units)].has("mark", "target")
    if objects and all(clause.units[at].is_event or (_points_back(clause.units[at]) and blamed) for at in objects):
        mark = "direction" if cue is not None and cue.value == "attribute" and clause.order == "svo" else "target"
        brought = [governed for prep, governed in clause.phrases_after(index) if _puts_down(prep, mark)]
        parties = [people for governed in brought if (people := _people(clause, governed))]
        if parties:
            return parties[-1]  # "blamed the attack on a patrol on the rebels"
    return _people(clause, objects)


def _points_back(unit: Unit) -> bool:
    """Whether a phrase stands for what was told before: "it", "these actions"."""
    return unit.pronoun or (unit.has("word", "demonstratives") and unit.cue("people", "thing") is None)


def _puts_down(prep: Unit, mark: str) -> bool:
    return prep.has("mark", mark) and prep.kind != "linking"  # not "the murder of two on ..."


def is_reduced(clause: Clause, index: int) -> bool:
    """Whether a participle behind a noun phrase says who is accused: "five soldiers accused of the murder"."""
    if not clause.units[index].accuses:
        return False
    if clause.order != "svo":  # رجلاً | متهماً | بقتل جنديين
        led = clause.kind(index - 1) == "np" and clause.kind(index + 1) == "prep"
        return led and clause.words(index)[0].startswith(_PARTICIPLES)
    of = clause.after(index)
    brings = clause.kind(of) in {"linking", "prep"} and clause.kind(of + 1) != "time"  # not "charged on Monday"
    beside = clause.kind(index - 1) == "comma" and clause.kind(of) == "linking"  # ", accused of the murder,"
    behind = clause.kind(clause.before(index)) == "np" or beside
    return brings and behind and clause.words(index)[-1].endswith(clause.endings.past)


def _people(clause: Clause, found: list[int]) -> list[int]:
    """Return those who can be accused, by the names they are said to bear ("blaming a militia called the Front")."""
    accused = [at for at in found if _can_be_accused(clause.units[at])]
    return [at if (named := name_given(clause, at)) is None else named for at in accused]


def _accused_behind(clause: Clause, index: int) -> list[int]:
    """Return whom a verb that comes first accuses: the second phrase behind it, or the only one.

    That one accuses where the verb bears a pronoun for whom it accuses: "accused-them the council of".
    """
    behind = _phrases_behind(clause, index)
    if accuses_one(clause, index):
        return _people(clause, clause.coordinated(behind[0]))
    spoken = [at for second in behind[1:] for at in clause.coordinated(second)] or (
        behind if clause.leading(index) else []
    )
    return _people(clause, spoken)


def accuses_one(clause: Clause, index: int) -> bool:
    """Whether a verb of accusing that comes first has but whom it accuses behind it: nobody is said to accuse."""
    if clause.order != "vso" or not clause.units[index].accuses or len(_phrases_behind(clause, index)) != 1:
        return False
    if tells_how_they_spoke(clause, index):
        return True
    verb = clause.words(index)[-1]
    charge = clause.after(clause.coordinated(clause.after(index))[-1])
    charged = clause.kind(charge) == "prep" and clause.units[charge].has("mark", "means")
    return charged and not verb.endswith(tuple(ending for ending in clause.endings.object if len(ending) > 1))


def tells_how_they_spoke(clause: Clause, index: int) -> bool:
    """Whether a participle lets who spoke before it accuse whoever is behind it: قال مصدر ... | محملاً | الجيش."""
    participle = clause.words(index)[0].startswith(_PARTICIPLES)
    whom = clause.order == "vso" and clause.units[index].accuses and clause.kind(index + 1) in {"np", "quote"}
    return participle and whom


def _phrases_behind(clause: Clause, index: int) -> list[int]:
    """Return the noun phrases right behind a verb that comes first, two at most, the deed left out."""
    behind: list[int] = []
    at = clause.after(index)
    while clause.kind(at) == "np" and len(behind) < 2 and not clause.units[at].is_event:
        behind.append(at)
        at = clause.after(clause.coordinated(at)[-1] if len(behind) == 1 else at)
    return behind


def _attributed(clause: Clause, index: int) -> list[int]:
    """Return to whom a deed is put down behind its own verb ("the attack, which killed nine, was put down to ...").

    Of several who had a part in it, each: "was planned by the general and carried out by the guard".
    """
    passive = _passive_before(clause, index)
    if passive is None and (done := _done_before(clause, index)):
        return _people(clause, _governed(clause, index)) if done else []
    if passive is None or any(_is_usual_use(unit) for unit in clause.units[passive:index]):
        return []
    subject = [_deed_of(clause, at) for at in clause.leading(passive)]
    if not subject or not all(_may_be_a_deed(clause.units[at]) for at in subject):
        return []
    return _people(clause, _governed(clause, index))


def _done_before(clause: Clause, index: int) -> bool:
    """Whether a participle right behind what was told before stands here: "condemned the crime | perpetrated | by"."""
    deed = clause.before(index)
    told = clause.order == "svo" and clause.kind(deed) == "np" and len(clause.words(index)) > 1  # "perpetrated by"
    return told and clause.units[deed].definite and clause.units[deed].cue("deed") is not None


def _may_be_a_deed(unit: Unit) -> bool:
    """Whether a phrase tells a deed or can stand for one: "it", and not "she"."""
    told = unit.definite and unit.cue("deed") is not None  # "the crime"
    told = told or unit.find("outcome", "noun") is not None  # "the destruction of the bridge"
    return unit.is_event or told or (unit.pronoun and not unit.has("word", "one_person"))


def _is_usual_use(unit: Unit) -> bool:
    """Whether words say what a place is for, and not who did what: "a hotel, which is often used by tourists"."""
    return unit.has("mood", "habitual") or unit.has("word", "in_use")


def _deed_of(clause: Clause, at: int) -> int:
    """Return the event's noun that a phrase owns ("the mayor's murder"), or the phrase itself."""
    owned = at + 1 < len(clause.units) and clause.owner(at + 1) == at and clause.units[at + 1].is_event
    return at + 1 if owned else at


def _passive_before(clause: Clause, index: int) -> int | None:
    """Return the auxiliary of the passive that "by" at a unit belongs to, past those named before."""
    at = clause.before(index)
    if clause.kind(at) == "passive":
        return at
    if clause.kind(at) == "light" and clause.kind(clause.before(at)) == "passive":
        return clause.before(at)
    earlier = at
    while clause.kind(earlier) in {*VERBS, "conj", "comma"}:
        said = clause.units[earlier].cue("speech")
        if (said is not None and said.value in _TELLING) or clause.units[earlier].has("word", "attending"):
            return None  # "was shot, it was confirmed by the police", "was condemned by the bishop", "was attended by"
        earlier = clause.before(earlier)
    joined = earlier < at or clause.kind(at) in {"conj", "comma"}
    if joined and clause.kind(earlier) == "passive" and clause.order == "svo":
        return earlier  # "was planned and carried out by the guard"
    while joined and clause.kind(earlier) == "np":
        earlier = clause.before(earlier)
    by = joined and clause.kind(earlier) == "prep" and clause.units[earlier].has("mark", "perpetrator")
    return _passive_before(clause, earlier) if by and clause.order == "svo" else None


def _put_down(clause: Clause, index: int) -> list[int]:
    """Return to whom what is told before "which" is put down ("..., which the ministry blamed on the rebels")."""
    at = clause.before(index)
    while clause.kind(at) in {"aux", "np"}:
        at = clause.before(at)
    told = clause.kind(at) == "relative" and at < clause.before(index) and clause.units[index].has("mark", "blame")
    return _people(clause, _governed(clause, index)) if told else []


def _claimant(clause: Clause, index: int) -> list[int]:
    """Return who takes a deed on themselves behind "for which" ("the attack, for which the rebels claimed credit")."""
    cue = clause.units[index].cue("speech")
    if cue is None or "admission" not in cue.flags:
        return []
    if clause.order != "svo":
        return _claimant_behind(clause, index)
    at = clause.before(index)
    while clause.kind(at) in {"aux", "np"}:
        at = clause.before(at)
    told = clause.kind(at) == "relative" and clause.kind(at - 1) == "prep" and at < clause.before(index)
    return _people(clause, [clause.before(index)]) if told else []


def _claimant_behind(clause: Clause, index: int) -> list[int]:
    """Return who takes on themselves what a pronoun on the verb, or "which" before it, stands for (وتبنته الحركة)."""
    taken_up = len(clause.words(index)) == 1 and clause.words(index)[0].endswith(clause.endings.object)
    at = clause.after(index)
    told = taken_up or clause.kind(index - 1) == "relative"
    return _people(clause, [at]) if told and clause.kind(at) == "np" else []


def _opening(clause: Clause, index: int) -> list[int]:
    """Return to whom a sentence that tells a deed puts it down as it opens ("in an action attributed to ...")."""
    deed, opened = index - 1, index - 2
    if (
        clause.order != "svo"
        or not clause.units[index].has("mark", "blame")
        or (clause.kind(deed), opened) != ("np", 0)
    ):
        return []
    unit = clause.units[deed]
    named = unit.actors or unit.places or unit.cue("people", "thing") is not None
    governed = _governed(clause, index)
    closed = bool(governed) and clause.kind(governed[-1] + 1) == "comma" and clause.kind(opened) == "prep"
    return _people(clause, governed) if closed and not named and not unit.is_event else []


def _governed(clause: Clause, index: int) -> list[int]:
    after = clause.after(index)
    return clause.coordinated(clause.what_is_owned(after)) if clause.kind(after) == "np" else []


def _can_be_accused(unit: Unit) -> bool:
    if unit.is_event or unit.pronoun:
        return False
    return is_party(unit) or bool(unit.actors) or unit.cue("people") is not None or (unit.named and not unit.marks)


def _is_told(unit: Unit) -> bool:
    """Whether a noun phrase points back to a deed that was told: "the attack", "the crime", تنفيذها."""
    if unit.has("word", "done_before"):
        return True
    return unit.definite and (unit.is_event or not (unit.actors or unit.places or unit.cue("people", "thing")))


def _past_a_relative(clause: Clause, begin: int) -> int:
    """Return the unit that a charge follows behind what is said of the accused in passing, in a verb-first language.

    "Accused the forces that have besieged the town for months | of shelling it".
    """
    if clause.order != "vso" or clause.kind(begin + 1) != "relative":
        return begin
    for at in range(begin + 2, len(clause.units) - 1):
        if clause.kind(at) in {"stop", "clause"}:
            break
        charged = clause.units[at + 1].is_event or clause.kind(at + 1) == "light"
        if clause.kind(at) == "prep" and clause.units[at].has("mark", "means") and charged:
            return at - 1
    return begin


def _told(clause: Clause, index: int, accused: list[int]) -> Accusation:
    begin = _past_a_relative(clause, max(index, *accused))
    between = [at for at in range(index + 1, begin) if clause.units[at].is_event and begin == max(accused)]
    deed = between or [at for _, governed in clause.phrases_after(begin) for at in governed]
    further = clause.after(begin)
    verbal = clause.kind(further) in {"prep", "linking"} and clause.kind(clause.after(further)) in VERBS
    back = all(_is_told(clause.units[at]) for at in deed)
    deeds = tuple(at for at in deed if clause.units[at].is_event and not verbal)
    return Accusation(index, tuple(accused), bool(deed) or verbal, back and not verbal, deeds)

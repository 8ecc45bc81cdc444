"""Outcomes in a sentence: the word that tells what became of people or things, and the phrases that say how many."""

from dataclasses import replace
from typing import cast

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.left_behind import left_behind, left_with, said_to_be
from ascertain.extract.casualties.of_those import joined_bodies, said_of_those, who_they_were, whose_bodies
from ascertain.extract.casualties.rescuers import status_told
from ascertain.extract.casualties.spared import none_told, without_spared
from ascertain.extract.casualties.tolls import ends_toll, has_come_to, told_beside, toll
from ascertain.extract.casualties.verb_first import as_its_verb_says, by_leading_verb, governed, share_figure
from ascertain.extract.casualties.victims import counting, is_bare_figure, is_figure_of_things, number_of
from ascertain.extract.casualties.who_they_are import only_names
from ascertain.extract.events.aftermath import is_mourned
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.relative_objects import told_before
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.undertakings import befalls_nobody, is_carried_out, is_only_an_aim
from ascertain.extract.events.units import Mark, Unit
from ascertain.extract.speech.unreal import is_a_habit_there
from ascertain.languages.cues import Cue
from ascertain.model.claim import Outcome

_THINGS = frozenset({"destroyed", "damaged"})
_BODILY: frozenset[Outcome] = frozenset({"killed", "injured"})


def harms(clause: Clause) -> list[Harm]:
    """Return the outcomes that a sentence tells, from left to right."""
    found: list[Harm] = []
    for index, unit in enumerate(clause.units):
        if not unit.marks:
            continue
        found.extend(none_told(index, unit))
        if unit.kind in {"verb", "light"}:
            if (said := unit.find("speech", "verb")) is not None and "tolls" in said.cue.flags:
                found.append(toll(clause, index, Mark(said.first, said.last, Cue("toll", "killed"))))
                found.extend(told_beside(clause, found[-1]))
            mark = unit.find("outcome", "verb", "passive")
            if mark is not None and not is_carried_out(clause, index) and not befalls_nobody(clause, index):
                harm = _without_munitions(clause, _by_verb(clause, index, mark))
                found.extend([] if _got_away(clause, harm) else [harm])
        elif unit.kind == "np":
            found.extend(_in_phrase(clause, index, unit))
    return without_spared(clause, _filled(clause, found))


def _got_away(clause: Clause, harm: Harm) -> bool:
    """Whether those who are missing are who did it: "the attackers disappeared"."""
    return harm.outcome == "missing" and any(clause.units[at].cue("culprit") is not None for at in harm.victims)


def _without_munitions(clause: Clause, harm: Harm) -> Harm:
    """Return an outcome without the bombs that did it: a mine that goes off is no loss; a drone that is downed is."""
    event = clause.units[harm.unit].find("event")
    if harm.things and event is not None and event.cue.value != "interception":
        units = clause.units
        harm.victims = [at for at in harm.victims if units[at].cue("thing") or not units[at].find("event", "means")]
    return harm


def uncounted(clause: Clause) -> list[Harm]:
    """Return what verbs say was destroyed or hurt without a figure, each with who did it and whom it befell."""
    found = []
    for index, unit in enumerate(clause.units):
        mark = unit.find("outcome", "verb") if unit.kind == "verb" else None
        if mark is None or mark.cue.value == "present" or is_a_habit_there(clause, index):
            continue
        harm = _by_verb(clause, index, mark)
        if not harm.victims and len(harm.agents) == 2:
            harm.agents, harm.victims = harm.agents[:1], harm.agents[1:]
        found.append(harm)
    return found


def _by_verb(clause: Clause, index: int, mark: Mark) -> Harm:
    """Bind a verb to those it befell: its object, or the subject of a passive."""
    harm = Harm(cast(Outcome, mark.cue.value), index, things=mark.cue.value in _THINGS)
    if "split" in mark.cue.flags and (opening := clause.verb_before(index)) is not None:
        subject, objects = clause.subject(opening), clause.objects(opening)
        passive = clause.is_passive(opening)
        harm.victims, harm.agents = (subject, []) if passive else (objects, subject)
        return harm
    subject, objects = clause.subject(index), clause.objects(index)
    if "kin" in mark.cue.flags:
        harm.victims = [at for at in objects if _are_kin(clause.units[at])]
        return harm
    if "among" in mark.cue.flags:
        harm.among, harm.victims = True, _some_of_them(clause, index, subject)
        return harm
    if clause.order == "vso":
        return by_leading_verb(clause, harm, subject)
    if told := said_of_those(clause, index, subject):
        harm.victims = told
        return harm
    passive = mark.cue.form == "passive" or clause.is_passive(index)
    objects = objects or ([] if passive else told_before(clause, index))
    if not passive and not objects:
        subject = [index - 1] if is_bare_figure(clause, index - 1) else subject
        passive = _reads_passive(clause, index, subject)
    if passive:
        harm.victims = clause.behind(index) or _with_joined(clause, index, subject)
        harm.victims = [*harm.victims, *_along_with(clause, index)] if harm.victims else []
    elif objects:
        harm.victims, harm.agents, harm.shared = _meant(clause, index, objects), subject, _shares_object(clause, index)
    elif (partner := _partner(clause, index)) is not None:
        harm.victims, harm.agents, harm.shared = clause.objects(partner), subject, _is_another(clause, index, partner)
    else:
        harm.agents = subject
    if passive and _joined_with_and(clause, index):
        harm.shared = not _is_one_who_died(clause, index, harm)
    if not harm.victims and not harm.agents and _labels(clause, index):
        harm.victims = clause.coordinated(index + 2)
    return harm


def _meant(clause: Clause, index: int, objects: list[int]) -> list[int]:
    """Return whom "them" stands for behind a participle: those before it ("shot two guards, killing them")."""
    several = len(objects) == 1 and clause.units[objects[0]].has("word", "plural_object")
    earlier = clause.verb_gone_on_with(index) if several and clause.is_participle(index) else None
    if earlier is None:
        return objects
    before = clause.objects(earlier)
    return before if before and all(counting(clause.units[at]) for at in before) else objects


def _with_joined(clause: Clause, index: int, subject: list[int]) -> list[int]:
    """Return the subject of a passive with what "and" joins to it as an object ("saw two cars and a van destroyed")."""
    first = subject[0] if subject else index
    joined = clause.kind(first - 1) == "conj" and clause.kind(first - 2) == "np" and clause.kind(first - 3) in VERBS
    if joined and clause.units[first - 3].cue("outcome") is not None:
        return subject  # "killed two men and a dozen wounded"
    reduced = subject == [index - 1] and clause.kind(index - 1) == "np"
    if not (reduced and joined and counting(clause.units[first]) and counting(clause.units[first - 2])):
        return subject
    return [first - 2, *subject]


def _along_with(clause: Clause, index: int) -> list[int]:
    """Return those who share the fate of a passive's subject: "was killed near his home, along with two guards"."""
    for at in range(index + 1, len(clause.units)):
        if clause.kind(at) in {*VERBS, "stop", "clause", "relative", "aux", "passive"}:
            break
        if clause.units[at].has("word", "accompanied") and clause.kind(at + 1) == "np":
            joined = clause.coordinated(at + 1)
            told = (clause.units[one] for one in joined)
            return joined if all(unit.cue("people") and counting(unit) for unit in told) else []
    return []


def _labels(clause: Clause, index: int) -> bool:
    """Whether a verb is the label of a figure: "Killed: 2 civilians"."""
    colon = clause.kind(index + 1) == "stop" and clause.kind(index + 2) == "np"
    return colon and clause.words(index + 1) == [":"] and counting(clause.units[index + 2]) is not None


def _some_of_them(clause: Clause, index: int, subject: list[int]) -> list[int]:
    """Return who is told to be among the dead: before the words, or behind them ("among the dead were two nurses")."""
    behind = clause.after(index)
    lists = clause.units[index].find("outcome", "passive")
    if clause.kind(behind) != "passive" and (lists is None or "lists" not in lists.cue.flags):
        return subject if clause.order == "svo" else _counted_before(clause, index)
    first = clause.after(behind) if clause.kind(behind) == "passive" else behind
    return clause.coordinated(first) if clause.kind(first) == "np" else []


def _counted_before(clause: Clause, index: int) -> list[int]:
    """Return the phrase before, past what prepositions bring, that counts people (20 [من سكان المخيم] في عداد ...)."""
    for at in range(index - 1, -1, -1):
        if clause.kind(at) not in {"np", "prep"}:
            break
        if clause.kind(at) == "np" and counting(clause.units[at]) is not None:
            return [at]
    return []


def _is_quoted_behind_its_figure(clause: Clause, at: int) -> bool:
    """Whether a noun in quotation marks stands behind its figure: seven "rebels"."""
    quoted = clause.kind(at - 1) == "quote" == clause.kind(at + 1)
    return quoted and clause.order == "svo" and is_bare_figure(clause, at - 2)


def _are_kin(unit: Unit) -> bool:
    cue = unit.cue("people")
    return cue is not None and ("kin" in cue.flags or cue.value == "children")


def _reads_passive(clause: Clause, index: int, subject: list[int]) -> bool:
    """Whether a verb with no object is a passive whose auxiliary is left out ("Four killed in a raid")."""
    if clause.words(index)[-1].endswith(clause.endings.ongoing + clause.endings.present) or not subject:
        return False
    if _partner(clause, index) is not None:
        return False
    units = [clause.units[at] for at in subject]
    return not any(unit.is_event for unit in units) and any(
        counting(unit) or unit.cue("people", "thing", "victims") or unit.has("mark", "others") for unit in units
    )


def _partner(clause: Clause, index: int) -> int | None:
    """Return the verb joined to this one that has the object of both ("killing or wounding 50")."""
    joint = clause.after(index)
    other = clause.after(joint)
    if clause.kind(joint) == "conj" and clause.kind(other) == "verb" and clause.units[other].find("outcome"):
        return other if clause.objects(other) else None
    return None


def _shares_object(clause: Clause, index: int) -> bool:
    """Whether the verb joined before this one has no object of its own ("killed or wounded 50")."""
    joint = clause.before(index)
    other = clause.before(joint)
    return clause.kind(joint) == "conj" and clause.kind(other) == "verb" and _is_another(clause, index, other)


def _is_another(clause: Clause, index: int, other: int) -> bool:
    """Whether a verb tells another outcome than one: "rounded up and kidnapped" tell one thing of one number."""
    own, told = clause.units[index].find("outcome"), clause.units[other].find("outcome")
    return told is not None and (own is None or own.cue.value != told.cue.value)


def _joined_with_and(clause: Clause, index: int) -> bool:
    """Whether two passives share a subject ("were killed and wounded"): the figure is of both together."""
    for joint in (clause.after(index), clause.before(index)):
        other = clause.after(joint) if joint > index else clause.before(joint)
        if clause.kind(joint) == "conj" and clause.kind(other) == "verb" and _is_another(clause, index, other):
            return True
    return False


def _is_one_who_died(clause: Clause, index: int, harm: Harm) -> bool:
    """Whether one person is told to have been hurt and then to have died of it ("was injured and later died")."""
    died = clause.units[index].find("outcome", "passive") is not None and harm.outcome == "killed"
    number = number_of(clause.units[harm.victims[0]], clause.document) if died and len(harm.victims) == 1 else None
    return number is not None and number.low == number.high == 1


def _in_phrase(clause: Clause, index: int, unit: Unit) -> list[Harm]:
    """Return the outcomes that a noun phrase tells: "six dead", "the death of two men", "three wounded soldiers"."""
    found = []
    if (mark := unit.find("toll") or has_come_to(clause, index)) is not None:
        found.append(toll(clause, index, mark))
    elif (mark := unit.find("victims")) is not None and not only_names(clause, index, mark):
        if _is_counted_behind(clause, index, mark) or _is_a_relative(clause, index, mark):
            return found
        if told := who_they_were(clause, index):
            return [Harm(cast(Outcome, mark.cue.value), index, told)]
        if "lives" in mark.cue.flags and not _are_taken(clause, index):
            return found
        if mark.cue.value == "detained" and _are_freed(clause, index):
            return found
        if not counting(unit) and _labels(clause, index):  # "Wounded: 5 people"
            return [Harm(cast(Outcome, mark.cue.value), index, clause.coordinated(index + 2))]
        left = index if counting(unit) else index - 1 if _describes(clause, index, mark) else left_behind(clause, index)
        if not counting(unit) and unit.find("outcome", "noun") and (hurt := _brought(clause, index)):
            return [Harm(cast(Outcome, mark.cue.value), index, hurt)]  # "caused injuries to two people"
        among = _names_some_of_them(clause, index)
        joined = left_with(clause, index, mark)
        if clause.order == "vso" and "bodies" in mark.cue.flags:
            return [*found, Harm(cast(Outcome, mark.cue.value), index, joined_bodies(clause, index))]
        victims = [*joined, index if joined and said_to_be(clause, index) is None else left]
        harm = Harm(cast(Outcome, mark.cue.value), index, victims, running=ends_toll(clause, index), among=among)
        found.append(harm)
    elif (mark := unit.find("outcome", "noun")) is not None:
        harm = Harm(cast(Outcome, mark.cue.value), index, things=mark.cue.value in _THINGS)
        harm.victims = [index] if counting(unit) else governed(clause, index)
        if clause.order == "vso":
            share_figure(clause, harm)
        elif clause.kind(doing := clause.before(index)) == "light" and not clause.is_passive(doing):
            harm.agents = clause.subject(doing)  # "is responsible for the deaths of two reporters"
        found.append(harm)
    elif (mark := unit.find("outcome", "verb")) is not None and (counting(unit) or not unit.definite):
        found.append(Harm(cast(Outcome, mark.cue.value), index, [index], things=mark.cue.value in _THINGS))
    return found


def _brought(clause: Clause, index: int) -> list[int]:
    """Return whom the next preposition brings behind an outcome's noun, where they are people."""
    brought = governed(clause, index) if clause.order == "svo" else []
    return brought if any(clause.units[at].cue("people") for at in brought) else []


def _is_counted_behind(clause: Clause, index: int, mark: Mark) -> bool:
    """Whether victims without a figure are those that the next phrase counts ("the bodies of 14 martyrs")."""
    if clause.order != "vso" or counting(clause.units[index]) or clause.kind(index + 1) != "np":
        return False
    following = clause.units[index + 1]
    told = following.find("victims")
    return told is not None and told.cue.value == mark.cue.value and counting(following) is not None


def _are_taken(clause: Clause, index: int) -> bool:
    """Whether lives are counted right behind a verb that takes them ("claimed 12 lives", "cost four lives")."""
    taker = clause.before(index)
    return taker >= 0 and clause.units[taker].has("mark", "takes_lives") and counting(clause.units[index]) is not None


def _are_freed(clause: Clause, index: int) -> bool:
    """Whether a verb gives hostages back: "rescued 16 hostages", "ten detainees were freed"."""
    before, behind = clause.before(index), clause.after(index)
    behind = clause.after(behind) if clause.kind(behind) in {"passive", "aux"} else behind
    verbs = (clause.units[at] for at in (before, behind) if clause.kind(at) == "verb")
    return any(verb.has("word", "freeing") for verb in verbs)


def _names_some_of_them(clause: Clause, index: int) -> bool:
    """Whether "between" stands before "the dead" and who was among them behind it (بين القتلى طفل)."""
    if clause.order != "vso" or clause.kind(index - 1) != "prep" or not clause.units[index - 1].has("mark", "between"):
        return False
    return clause.words(index)[0].startswith(clause.articles) and clause.units[index].cue("people") is not None


def _is_a_relative(clause: Clause, index: int, mark: Mark) -> bool:
    """Whether "the martyr" is whose relative somebody is, who died before ("the daughter of the martyr N.")."""
    document, before = clause.document, clause.units[index] if mark.first > clause.units[index].first else None
    before = before or (clause.units[index - 1] if clause.kind(index - 1) == "np" else None)
    if clause.order != "vso" or before is None or mark.cue.form != "singular":
        return False
    articled = document.words[mark.first].startswith(clause.articles)
    return articled and any(
        one.last == mark.first and one.cue.kind == "people" and "kin" in one.cue.flags for one in before.marks
    )


def _describes(clause: Clause, index: int, mark: Mark) -> bool:
    """Whether "wounded" in the plural stands alone behind the people it describes (أربعة أطفال مصابين)."""
    unit, people = clause.units[index], clause.units[index - 1] if clause.kind(index - 1) == "np" else None
    alone = clause.order == "vso" and unit.last - unit.first == 1 and not unit.cut and not unit.determined
    if not alone or people is None or mark.cue.form == "singular":
        return False
    return counting(people) is not None and people.cue("people") is not None and not people.is_event


def _may_suffer(clause: Clause, harm: Harm, at: int) -> bool:
    """Whether this phrase can be among those counted: not the dead of another outcome, nor "the wounded" again."""
    unit = clause.units[at]
    mark = unit.find("victims")
    if mark is not None and mark.cue.value != harm.outcome:
        if mark.cue.value in {"detained", "displaced"}:  # "killed 12 detainees"
            return harm.outcome in _BODILY and harm.unit != at
        return harm.outcome == "killed" and harm.unit != at and _died_of_it(clause, unit, mark)
    if mark is not None and counting(unit) is None:
        return not unit.determined or unit.has("word", "indefinite") or unit.has("word", "amounts")
    if harm.outcome == "present":
        return unit.cue("thing", "people") is not None or bool(unit.equipment)
    return True


def _died_of_it(clause: Clause, unit: Unit, mark: Mark) -> bool:
    """Whether a phrase is of some of the wounded ("one of the wounded") or of a wounded person, who then died."""
    some = counting(unit) is not None and any(m.first < mark.first and m.cue.value == "determiners" for m in unit.marks)
    if clause.order == "vso":  # who they are stands behind the noun of any wounded
        return some or unit.has("word", "one_of")
    people = unit.find("people")
    return some or (people is not None and people.first >= mark.last)


def _filled(clause: Clause, found: list[Harm]) -> list[Harm]:
    """Return the outcomes with their numbers; of two that claim one phrase, the verb's own stays."""
    taken: set[tuple[str, int]] = set()
    kept = []
    for harm in sorted(found, key=lambda harm: clause.kind(harm.unit) == "np"):
        died = ("killed", harm.unit) in taken and clause.units[harm.unit].find("victims") is not None
        if died and harm.outcome == "injured":
            continue  # "one of the wounded died" tells of no other wounded
        if harm.outcome == "detained" and any((other, harm.unit) in taken for other in _BODILY):
            continue  # whom a strike killed it did not detain
        harm.victims = [at for at in harm.victims if (harm.outcome, at) not in taken and _may_suffer(clause, harm, at)]
        taken.update((harm.outcome, at) for at in harm.victims)
        for at in harm.victims:
            unit = clause.units[at]
            things = harm.things or (harm.outcome == "present" and bool(unit.cue("thing") or unit.equipment))
            number = number_of(unit, clause.document, of_things=things)
            if number is not None and not unit.counts and _is_quoted_behind_its_figure(clause, at):
                figure = number_of(clause.units[at - 2], clause.document)
                number = number if figure is None else replace(figure, group=number.group, item=number.item)
            if number is None and not harm.things and unit.cue("thing") and clause.units[harm.unit].kind != "np":
                continue
            if not things and is_figure_of_things(clause, at):
                continue  # "seized dozens | of | weapons"
            if harm.outcome != "killed" and unit.has("word", "one_of") and unit.cue("people", "victims") is None:
                continue  # "one of the workshops was hit"
            if number is not None and number.group == "unknown" and (whose := whose_bodies(clause, at)) is not None:
                number = replace(number, group=whose.group, last=whose.last)
            if number is not None:
                number = replace(number, group=status_told(clause, at, number))
            if number is not None and unit.has("word", "each") and len(harm.victims) == 1 and number.named:
                number = replace(number, low=None, high=None, rule="indefinite", named=None)
            if number is not None:
                harm.numbers.append(as_its_verb_says(clause, harm, at, number))
        if is_only_an_aim(clause, harm.unit, harm.victims) or is_mourned(clause, harm.unit):
            continue
        if harm.numbers or harm.none:
            kept.append(harm)
    return sorted(kept, key=lambda harm: harm.unit)

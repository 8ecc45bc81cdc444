"""Who some of the dead or hurt were, said of them as a predicate: "three of them were women", "two were children"."""

from dataclasses import replace
from itertools import takewhile

import msgspec

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.victims import Number, counting, is_bare_figure, number_of
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.numbers import read_numeral
from ascertain.model import ClaimedCount
from ascertain.model.claim import Group, Outcome

_BEFELL: tuple[Outcome, ...] = ("killed", "injured", "detained")
_DASHES = (["-"], ["–"], ["—"], [":"])


def some_of_those(clause: Clause, earlier: Draft | None) -> list[Harm]:
    """Return whom a sentence names of those that the one before counted, where one thing befell them all."""
    told = earlier.counts if earlier is not None else ()
    befell = {count.outcome for count in told if count.outcome in _BEFELL and count.high != 0}
    if clause.order != "svo" or len(befell) != 1:
        return []
    [outcome] = befell
    wholes = [count for count in told if count.outcome == outcome and count.part_of is None]
    most = max((count.high or count.low or 0 for count in wholes), default=0)
    known = {count.group for count in wholes}  # of three officers, two majors tell no group of their own
    for index, unit in enumerate(clause.units):
        if unit.cue("those") is None or unit.kind not in ("np", "prep"):
            continue
        if unit.kind == "np" and outcome != "killed":
            continue  # victims are the dead before they are the hurt
        some = _listed(clause, index) or _predicated(clause, index, _figure(clause, index))
        numbers = [one for one in some if one.group not in known and not (most and (one.low or 0) > most)]
        if numbers:
            among = clause.kind(index + 1) == "verb" or len(numbers) > 1
            return [Harm(outcome, index, victims=[index], numbers=numbers, among=among)]
    return []


def say_who_all_were(clause: Clause, earlier: Draft | None) -> None:
    """Give those whom the sentence before counted the group that all of them are said to be of.

    "All of them were soldiers", "the victims are all soldiers".
    """
    if earlier is None or clause.order != "svo":
        return
    for index, unit in enumerate(clause.units[:-2]):
        who = clause.after(index + 1)
        denied = index > 0 and clause.units[index - 1].find("negation") is not None
        if denied or unit.cue("those") is None or clause.kind(index + 1) != "passive" or clause.kind(who) != "np":
            continue
        if "all" not in (clause.words(index)[0], clause.words(who)[0]) or len(clause.coordinated(who)) > 1:
            continue
        number = number_of(clause.units[who], clause.document)
        if number is not None and number.rule == "indefinite" and number.group != "unknown":
            earlier.counts = tuple(_of_group(count, number.group) for count in earlier.counts)


def _of_group(count: ClaimedCount, group: Group | None) -> ClaimedCount:
    """Return a count of people of whom nothing is known yet as one of a group."""
    open_yet = count.outcome in _BEFELL and count.part_of is None and count.group == "unknown"
    return msgspec.structs.replace(count, group=group) if open_yet else count


def parts_said(clause: Clause, first: int) -> list[Number]:
    """Return the parts that predicates count from a unit on: "seven were women, and three were children"."""
    for index in range(first, len(clause.units) - 2):
        if is_bare_figure(clause, index) and clause.kind(index + 1) == "passive":
            return _predicated(clause, index, number_of(clause.units[index], clause.document))
    return []


def spelt_out(clause: Clause, behind: tuple[int, int], whole: ClaimedCount) -> list[Number]:
    """Return who they all were, behind a colon or dash: "five people: four soldiers and a civilian".

    It stands right behind those counted, the first of `behind`, or anywhere behind the second. What has no figure of
    its own among them goes with the one before ("nine policemen and guards, and two civilians"): the sum tells.
    """
    if whole.low is None or whole.low != whole.high:
        return []
    last = len(clause.units) - 1
    for index in (behind[0] + 1, *range(behind[1] + 1, last)):
        if index >= last or clause.kind(index) not in ("stop", "comma") or clause.words(index) not in _DASHES:
            continue
        listed = clause.coordinated(index + 1) if clause.kind(index + 1) == "np" else []
        people = [at for at in listed if clause.units[at].cue("people") or clause.units[at].actors]
        numbers = [number_of(clause.units[at], clause.document) for at in people]
        known = [number for number in numbers if number is not None and number.exact]
        summed = len(known) > 1 and sum(number.low or 0 for number in known) == whole.low
        return known if summed and any(number.group != whole.group for number in known) else []
    return []


def who_they_were(clause: Clause, at: int) -> list[int]:
    """Return those who the dead or hurt without a figure are said to be, all counted: القتلى | هم | سبع نساء وطفلان."""
    is_said = clause.order == "vso" and clause.kind(at + 1) == "np" and clause.units[at + 1].pronoun
    is_said = is_said or (clause.kind(at + 1) == "passive" and clause.units[at].definite)  # "the dead were"
    first = at + 2 + (clause.kind(at + 2) == "quote")
    if not is_said or counting(clause.units[at]) is not None or clause.kind(first) != "np":
        return []
    listed = list(takewhile(lambda one: clause.units[one].find("victims") is None, clause.coordinated(first)))
    people = all(clause.units[one].cue("people") is not None for one in listed)
    numbers = [number_of(clause.units[one], clause.document) for one in listed] if people else []
    counted = bool(numbers) and all(number is not None and number.exact for number in numbers)
    return listed if counted else []


def said_of_those(clause: Clause, verb: int, subject: list[int]) -> list[int]:
    """Return who "those killed in it" are said to be behind the participle: "those killed were two boys"."""
    those = [clause.units[at] for at in subject]
    if len(those) != 1 or clause.order != "svo" or not those[0].has("word", "demonstratives"):
        return []
    if those[0].last - those[0].first > 1:
        return []
    step = verb + 1
    while clause.kind(step) in {"prep", "linking"} and clause.kind(step + 1) in {"np", "time"}:
        step += 2
    listed = clause.coordinated(step + 1) if clause.kind(step) == "passive" and clause.kind(step + 1) == "np" else []
    counted = bool(listed) and all(
        counting(clause.units[one]) or clause.units[one].has("word", "indefinite") for one in listed
    )
    return listed if counted else []


def whose_bodies(clause: Clause, at: int) -> Number | None:
    """Return the people right behind a figure whose bodies it counts: "the bodies of two children"."""
    unit, whose = clause.units[at], clause.units[min(at + 1, len(clause.units) - 1)]
    counted = clause.order == "svo" and bool(unit.counts) and unit.find("victims") is not None
    if not counted or whose.kind != "np" or whose.first != unit.last or whose.cue("people") is None:
        return None
    return number_of(whose, clause.document)


def _figure(clause: Clause, index: int) -> Number | None:
    """Return the figure of "three of them", "12 of them", "two of the victims"; nothing for "all of them"."""
    unit, document = clause.units[index], clause.document
    if counting(unit) is not None:
        return number_of(unit, document)
    if is_bare_figure(clause, index - 1):
        return number_of(clause.units[index - 1], document)
    read = read_numeral(document.words[unit.first : unit.last], 0)
    if read is None or read[0].fraction:
        return None
    value = read[0].value
    return Number(value, value, "exact", "unknown", None, unit.first, unit.last)


def _predicated(clause: Clause, index: int, figure: Number | None) -> list[Number]:
    """Return what "were" and the nouns behind it say of a figure at a unit, and of the figures that go on with it."""
    found: list[Number] = []
    while clause.kind(index + 1) == "passive" and clause.kind(who := clause.after(index + 1)) == "np":
        people = clause.coordinated(who)
        groups = [_group_alone(clause, at, figure) for at in people]
        if not people or not all(groups) or (figure is not None and len(people) > 1):
            return found
        if figure is None and (clause.units[index].cue("those") is None or clause.units[index].kind == "np"):
            return found  # "the victims were two brothers": said of all of them, each with a figure of its own
        for at, group in zip(people, groups, strict=True):
            if group is not None:
                told = figure if figure is not None else replace(group, low=None, high=None, rule="indefinite")
                found.append(replace(told, group=group.group, last=clause.units[at].last))
        index = people[-1] + 1
        while clause.kind(index) in ("comma", "conj"):
            index += 1
        if not is_bare_figure(clause, index):
            break
        figure = number_of(clause.units[index], clause.document)
    return found


def _group_alone(clause: Clause, at: int, figure: Number | None) -> Number | None:
    """Return people without a figure of their own, where the words say of what group they are."""
    unit = clause.units[at]
    number = number_of(unit, clause.document) if unit.cue("people") is not None and not unit.counts else None
    plural = any(mark.cue.form == "plural" for mark in unit.all("people"))
    one = figure is not None and figure.low == figure.high == 1  # "one of them was a nurse"
    told = number is not None and number.group != "unknown" and (plural or one or not number.exact)
    return number if told else None


def _listed(clause: Clause, index: int) -> list[Number]:
    """Return those whom "the victims included" lists."""
    verb = index + 1
    if clause.units[index].kind != "np" or clause.kind(verb) != "verb" or not clause.units[verb].has("word", "listing"):
        return []
    listed = clause.coordinated(verb + 1) if clause.kind(verb + 1) == "np" else []
    numbers = (number_of(clause.units[at], clause.document) for at in listed)
    return [number for number in numbers if number is not None and number.group != "unknown"]


def joined_bodies(clause: Clause, index: int) -> list[int]:
    """Return a phrase of bodies with the people joined to it, of whom nothing else is told: جثة رجل وطفلين."""
    others = []
    for at in clause.coordinated(index)[1:]:
        unit = clause.units[at]
        cue = unit.cue("people")
        others_told = unit.is_event or unit.cue("outcome", "victims", "thing") is not None
        if cue is None or cue.value in {"combatants", "unknown"} or others_told or clause.kind(at - 1) != "conj":
            break
        others.append(at)
    return [index, *others]

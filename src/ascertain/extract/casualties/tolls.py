"""Tolls: the figure that "the death toll" has come to, behind its noun or behind what it rises to."""

from typing import cast

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.victims import counting
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Mark
from ascertain.model.claim import Outcome

_BARE_REACH = 8  # units from a toll to a figure without a noun
_RISEN_BY: tuple[list[str], ...] = (["بعد"], ["عقب"], ["اثر"], [])  # and «ب», written onto the death
_TOLL_REACH = 20  # units from a toll to a figure of victims


def has_come_to(clause: Clause, index: int) -> Mark | None:
    """Return "the dead" right behind "the toll of" whose figure stands further on (ارتفعت حصيلة قتلى ... إلى ...)."""
    unit = clause.units[index]
    if clause.order != "vso" or counting(unit) or not index or not clause.units[index - 1].has("mark", "total"):
        return None
    mark = unit.find("victims")
    return mark if mark is not None and toll(clause, index, mark).victims else None


def ends_toll(clause: Clause, index: int) -> bool:
    """Whether these are what a toll has come to, where the noun of the toll names nobody (ارتفعت حصيلة ... إلى ...)."""
    at = index - 1
    while clause.kind(at) == "conj" and clause.kind(at - 1) == "np":
        at -= 2  # "to nine dead and twelve wounded"
    if clause.order != "vso" or at < 0 or not clause.units[at].has("mark", "total"):
        return False
    for before in range(at - 1, -1, -1):
        if clause.kind(before) in {"stop", "clause"}:
            return False
        if clause.units[before].has("mark", "total") or clause.units[before].find("toll") is not None:
            return clause.kind(before) != "prep"
    return False


def toll(clause: Clause, index: int, mark: Mark) -> Harm:
    """Bind a toll to the figure after it ("death toll rises to 12")."""
    harm = Harm(cast(Outcome, mark.cue.value), index, running=True)
    if counting(clause.units[index]):
        harm.victims = [index]
        return harm
    bare: list[int] = []
    for at in range(index + 1, min(index + _TOLL_REACH, len(clause.units))):
        if clause.kind(at) in {"stop", "clause"}:
            break
        unit = clause.units[at]
        if bare and (unit.has("mark", "including") or _tells_more(clause, at)):
            break  # "rose to 31, including six children": the whole stands before its part and what is told next
        if clause.kind(at) != "np" or not counting(unit) or _numbers_a_place(clause, at):
            continue
        other = unit.find("victims")
        if other is not None and other.cue.value != harm.outcome:
            break  # "rose to 29, besides 17 wounded": the figure of another toll
        if unit.cue("victims", "people") is not None:
            harm.victims = [at]
            return harm
        if clause.order == "svo" and clause.units[at - 1].has("mark", "total") and not bare:
            harm.victims = [at]  # "rose to 40, with 30 people still missing"
            return harm
        if at < index + _BARE_REACH or clause.units[at - 1].has("mark", "total"):
            bare.append(at)
    harm.victims = bare[:1] or _risen_before(clause, index)
    return harm


def _tells_more(clause: Clause, at: int) -> bool:
    """Whether a verb goes on to tell or to say something else: "put the toll at 44 and said that 130 were hurt"."""
    unit = clause.units[at]
    return clause.kind(at) == "verb" and (unit.find("speech") is not None or unit.find("outcome") is not None)


def is_what_it_rose_by(clause: Clause, index: int) -> bool:
    """Whether a death behind a toll is one of those it has come to: ارتفعت الحصيلة إلى 5 | بعد | وفاة طفلة."""
    if clause.order != "vso" or (not clause.tells_any("toll") and not clause.tells("mark", "total")):
        return False
    if clause.units[index].find("victims") is not None and clause.units[index - 1].find("outcome", "noun") is not None:
        index -= 1  # بوفاة | مصاب
    figure = index - 2
    told = clause.units[index].find("outcome", "noun")
    if told is None or figure < 1 or clause.kind(index - 1) != "prep" or clause.kind(figure) != "np":
        return False
    if clause.words(index - 1) not in _RISEN_BY or not counting(clause.units[figure]):
        return False
    return clause.units[figure - 1].has("mark", "total")


def told_beside(clause: Clause, told: Harm) -> list[Harm]:
    """Return the other toll that "and" goes on with ("put the number of dead at 11 and the wounded at 18")."""
    at = max(told.victims, default=0) + 1
    kinds = [clause.kind(step) for step in range(at, at + 4)]
    if not told.victims or kinds != ["conj", "np", "prep", "np"] or not counting(clause.units[at + 3]):
        return []
    mark = clause.units[at + 1].find("victims")
    if mark is None or mark.cue.value == told.outcome or counting(clause.units[at + 1]):
        return []
    return [Harm(cast(Outcome, mark.cue.value), at + 1, [at + 3], running=True)]


def _risen_before(clause: Clause, index: int) -> list[int]:
    """Return the figure that a toll named behind it has risen to: ارتفع إلى 8 ... تعداد القتلى."""
    if clause.order != "vso":
        return []
    for at in range(index - 1, 0, -1):
        if clause.kind(at) in {"stop", "clause"}:
            return []
        if clause.units[at - 1].has("mark", "total") and clause.kind(at) == "np" and counting(clause.units[at]):
            return [at]
    return []


def _numbers_a_place(clause: Clause, at: int) -> bool:
    """Whether a number belongs to the name of a place ("at Kilometre 4", "in district 12"), and counts nobody."""
    unit = clause.units[at]
    if unit.cue("victims", "people") is not None:
        return False
    count = counting(unit)
    governor = clause.phrase_before(at)
    named = count is not None and count.parsed.outer_first > unit.first + unit.determined
    last = named and count is not None and clause.document.ends[unit.last - 1] == count.end
    sited = governor is not None and governor.has("mark", "place")
    return bool(unit.places) or (sited and last)

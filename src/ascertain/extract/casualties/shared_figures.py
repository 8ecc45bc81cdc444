"""One figure for the dead and the hurt together, where nouns name both: "15 قتيلاً وجريحاً", "30 بين قتيل وجريح".

Such a figure is neither outcome's own: of each there was one at least, and of neither more than all of them.
"""

from dataclasses import replace
from itertools import pairwise
from typing import cast

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.victims import Number, counting, number_of
from ascertain.extract.events.clause import Clause
from ascertain.model.claim import Outcome

_PAIR = 2  # outcomes
_ALIKE = frozenset(("مثلهم", "مثلهما", "مثلهن", "ومثلهم", "ومثلهما", "ومثلهن"))
_TENS = 10  # above it, Arabic counts with the singular: two singulars behind one figure are both counted by it


def share_figures(clause: Clause, found: list[Harm]) -> list[Harm]:
    """Return the outcomes with a figure that two of them share given to both."""
    if clause.order != "vso":
        joined = [one for harm in found for one in (*_killing_joined(clause, harm), harm)]
        _respectively(clause, joined)
        _said_of_all(clause, joined)
        return [one for harm in joined for one in (harm, *_nouns_joined(clause, harm, joined))]
    _as_many(clause, found)
    by_unit = {harm.unit: harm for harm in found}
    for harm in found:
        at = _figure_of(clause, harm)
        second = by_unit.get(at + 2)
        if second is None or clause.kind(at + 1) != "conj" or second.outcome == harm.outcome or harm.none:
            continue
        if not (_are_victims(clause, at) and _are_victims(clause, second.unit)) or counting(clause.units[second.unit]):
            continue
        number = _between(clause, at) if counting(clause.units[at]) is None else _counted(clause, harm, at, second.unit)
        if number is not None:
            for one in (harm, second):
                one.numbers, one.each, one.shared = [number], not _alternatives(clause, at), True
    figures = {(one.numbers[0].first, one.numbers[0].last) for one in found if one.shared and len(one.numbers) == 1}
    return [one for one in found if one.shared or not one.numbers or not _is_of_both(one.numbers[0], figures)]


def _as_many(clause: Clause, found: list[Harm]) -> None:
    """Give an outcome of "as many" the figure of the one told before: 11 قتيلاً ومثلهم جرحى."""
    for before, harm in pairwise(found):
        near = [at for at in (harm.unit - 1, harm.unit, harm.unit + 1) if clause.kind(at) == "np"]
        alike = next((at for at in near if not _ALIKE.isdisjoint(clause.words(at))), None)
        if alike is not None and len(before.numbers) == 1 and before.outcome != harm.outcome:
            harm.numbers, harm.victims = [replace(before.numbers[0])], harm.victims or [alike]


def _figure_of(clause: Clause, harm: Harm) -> int:
    """Return where the dead or hurt of an outcome stand: behind "to" where a toll is told to have risen to them."""
    if clause.units[harm.unit].find("toll") is None or len(harm.numbers) != 1:
        return harm.unit
    word = harm.numbers[0].first
    return next((at for at, unit in enumerate(clause.units) if unit.first <= word < unit.last), harm.unit)


def _respectively(clause: Clause, found: list[Harm]) -> None:
    """Give each outcome its own of the figures that follow ("killed and wounded 17 and 9 people, respectively")."""
    if not clause.tells("word", "respective"):
        return
    for harm in found:
        alike = [one for one in found if one.victims == harm.victims]
        if len(alike) != len(harm.numbers) or len(alike) < _PAIR:
            continue
        group = next((number.group for number in harm.numbers if number.group not in {None, "unknown"}), None)
        for one, number in zip(alike, list(harm.numbers), strict=True):
            one.numbers, one.shared = [replace(number, group=group or number.group)], False
        return


def _said_of_all(clause: Clause, found: list[Harm]) -> None:
    """Share a figure that two nouns behind it only say to be of both ("30 casualties, including dead and wounded")."""
    for harm, other in pairwise(found):
        nouns = (clause.units[harm.unit], clause.units[other.unit])
        joined = other.unit == harm.unit + 2 and clause.kind(harm.unit + 1) == "conj" and harm.outcome != other.outcome
        if not joined or any(unit.find("victims") is None or unit.counts for unit in nouns):
            continue
        told = [number for number in harm.numbers if number.rule != "indefinite"]
        same = told and any((one.first, one.last) == (told[0].first, told[0].last) for one in other.numbers)
        if same and told[0].last <= nouns[0].first:
            for one in (harm, other):
                one.numbers, one.shared, one.each = told[:1], True, not _alternatives(clause, harm.unit)


def _is_of_both(number: Number, figures: set[tuple[int, int]]) -> bool:
    """Whether a noun of one outcome only counts those of both ("35 casualties, dead and wounded")."""
    return (number.first, number.last) in figures


def _killing_joined(clause: Clause, harm: Harm) -> list[Harm]:
    """Return the deaths of "killing and injuring 27": a figure of both together, where "killing" stands as a noun."""
    joint = clause.before(harm.unit)
    other = clause.before(joint)
    alone = clause.kind(other) == "np" and clause.units[other].last - clause.units[other].first == 1
    if harm.outcome != "injured" or clause.kind(joint) != "conj" or not alone:
        return []
    mark = clause.units[other].find("event")
    if mark is None or mark.cue.value != "killing" or not harm.victims:
        return []
    harm.shared = harm.each = True
    return [replace(harm, outcome="killed", unit=other, numbers=list(harm.numbers))]


def _nouns_joined(clause: Clause, harm: Harm, found: list[Harm]) -> list[Harm]:
    """Return the second outcome of "36 dead or wounded", whose figure is of both, and mark the first as sharing it."""
    second = harm.unit + 2
    if clause.kind(second - 1) != "conj" or clause.kind(second) != "np" or not harm.numbers or harm.shared:
        return []
    unit = clause.units[second]
    mark, own = unit.find("victims"), clause.units[harm.unit].find("victims")
    if mark is None or own is None or mark.cue.value == harm.outcome or counting(unit) is not None or unit.determined:
        return []
    if any(other.unit == second for other in found) or counting(clause.units[harm.unit]) is None:
        return []
    harm.shared, harm.each = True, not _alternatives(clause, harm.unit)
    return [
        replace(harm, outcome=cast(Outcome, mark.cue.value), unit=second, victims=[second], numbers=list(harm.numbers))
    ]


def _alternatives(clause: Clause, first: int) -> bool:
    """Whether "or" stands behind the first outcome's noun: neither need have befallen anybody."""
    return clause.units[first + 1].has("word", "alternatives")


def _are_victims(clause: Clause, at: int) -> bool:
    return clause.units[at].find("victims") is not None


def _between(clause: Clause, first: int) -> Number | None:
    """Return the figure before "between dead and hurt"; no figure of its own where none stands there."""
    at = first - 1
    if clause.kind(at) != "prep" or not clause.units[at].has("mark", "between"):
        return None
    whole = _figure_before(clause, at)
    number = number_of(clause.units[whole], clause.document) if whole is not None else None
    unit = clause.units[first]
    return number or Number(None, None, "indefinite", "unknown", None, unit.first, unit.last)


def _figure_before(clause: Clause, between: int) -> int | None:
    """Return the counted phrase right before "between", or with who they are between them ("35 of the civilians")."""
    at = between - 1
    if clause.kind(at) in {"other", "relative"} and clause.words(at) == ["ما"]:
        at -= 1
    if clause.kind(at) == "verb" and clause.kind(at - 1) == "np":
        at -= 1  # "14 Iraqis fell, dead or wounded"
    of_whom = [clause.kind(step) for step in (at - 2, at - 1, at)] == ["np", "prep", "np"]
    if of_whom and counting(clause.units[at]) is None and clause.units[at - 1].has("mark", "origin"):
        at -= 2
    return at if clause.kind(at) == "np" and counting(clause.units[at]) is not None else None


def _counted(clause: Clause, harm: Harm, at: int, second: int) -> Number | None:
    """Return the figure of the first noun where the second, alike in form, is counted by it as well."""
    number = harm.numbers[0] if len(harm.numbers) == 1 else None
    first, other = clause.units[at].find("victims"), clause.units[second].find("victims")
    if number is None or first is None or other is None or first.cue.form != other.cue.form:
        return None
    words = [clause.document.words[mark.first] for mark in (first, other)]
    if first.cue.form == "singular":
        accusative = clause.endings.accusative
        alike = words[0].endswith(accusative) == words[1].endswith(accusative)
        return replace(number) if alike and (number.low or 0) > _TENS else None
    articled = [any(article in word[:3] for article in clause.articles) for word in words]
    bare = articled[0] == articled[1] and not words[1].endswith(clause.endings.deeds)  # "three dead, and injuries"
    others = any("others" in mark.cue.flags for mark in clause.units[second].marks)  # "three dead, and others hurt"
    return replace(number) if bare and not others and first.cue.form == "plural" else None

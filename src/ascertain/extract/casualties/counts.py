"""From outcomes to the counts of a claim: totals, parts, running tolls, zeros."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import msgspec

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.casualties.of_those import parts_said, spelt_out
from ascertain.extract.casualties.rescuers import are_rescuers
from ascertain.extract.casualties.suspected import with_suspicion
from ascertain.extract.casualties.victims import Number, counting, is_bare_figure, number_of
from ascertain.extract.events.clause import Clause
from ascertain.extract.numbers import read_numeral
from ascertain.model import ClaimedCount
from ascertain.model.claim import Group, Outcome
from ascertain.text import Document

_COMMAS = frozenset(",،")
_ASIDES = frozenset("-–—(")
_PEOPLE = ("civilians", "children", "women", "men", "unknown")
_FEW = 3  # a smaller figure is of those alone right behind which it stands
_SEXES = frozenset({"men", "women", "children"})
_OF_THINGS = frozenset({"destroyed", "damaged"})


def counts_of(harm: Harm, clause: Clause, base: int, earlier: Group | None) -> list[ClaimedCount]:
    """Return the counts of one outcome; `base` is how many counts the claim has already.

    `earlier` is the group of the count before, which "three others" goes on with.
    """
    document = clause.document
    if harm.none:
        unit = clause.units[harm.unit]
        start, end = document.starts[unit.first], document.ends[unit.last - 1]
        return [ClaimedCount(outcome=harm.outcome, low=0, high=0, start=start, end=end)]
    if harm.negated:
        return [_count(harm, number, document, zero=True) for number in harm.numbers[:1]]
    numbers = [_of_its_toll(number, harm, clause) for number in harm.numbers]
    numbers = _without_appositions([_grouped(number, earlier) for number in numbers], document)
    if _is_one_figure(numbers):
        whole_number = replace(numbers[0], group="unknown", last=numbers[-1].last)
        parts = [_count(harm, number, document, part_of=base) for number in numbers[1:]]
        return [_count(harm, whole_number, document), *parts]
    counts: list[ClaimedCount] = []
    spelt = _with_aside(numbers, document)  # of whatever groups: "five people - four soldiers and a civilian -"
    whole = spelt is not None and spelt[0] == 0 and len(spelt[1]) == len(numbers) - 1
    whole = whole or (all(number.exact for number in numbers[1:]) and _spells_out(numbers, document))
    for cluster in [numbers] if whole else _clusters(numbers):
        counts.extend(_cluster_counts(harm, cluster, document, base + len(counts)))
    if harm.among:
        counts = [_at_least(count) for count in counts]
    if counts and harm.victims:
        counts = _with_parts(counts, _parts(harm, clause, base, counts[0]), clause)
    return _of_things(counts) if harm.outcome in _OF_THINGS else counts


def _of_its_toll(number: Number, harm: Harm, clause: Clause) -> Number:
    """Return a bare figure as of those of whom its toll is told to be: "the civilian death toll rose to 24"."""
    unit = clause.units[harm.unit]
    civil = clause.order == "svo" and unit.find("toll") is not None and unit.has("people", "civilians")
    return replace(number, group="civilians") if civil and number.group == "unknown" else number


def _with_parts(counts: list[ClaimedCount], parts: list[ClaimedCount], clause: Clause) -> list[ClaimedCount]:
    """Return counts with their parts, or of the group of all whom they count ("30 people, all of them soldiers")."""
    bring = any(unit.has("mark", "including") and clause.document.words[unit.first] == "all" for unit in clause.units)
    if not bring or len(parts) != 1 or parts[0].rule != "indefinite" or counts[0].group != "unknown":
        return [*counts, *parts]
    return [msgspec.structs.replace(counts[0], group=parts[0].group), *counts[1:]]


def _is_one_figure(numbers: list[Number]) -> bool:
    """Whether a figure is of men, women and children together: "12 women and children", not "men and their sons"."""
    of_all = all(number.group in _SEXES and not number.item for number in numbers)
    rest = all(number.rule == "indefinite" and number.last - number.first == 1 for number in numbers[1:])
    several = bool(numbers) and numbers[0].rule != "indefinite" and (numbers[0].low is None or numbers[0].low >= _FEW)
    return len(numbers) > 1 and of_all and rest and several


def _of_things(counts: list[ClaimedCount]) -> list[ClaimedCount]:
    """Return what was destroyed or damaged as things, which people are not: "30 pavilions" are property."""
    return [
        count if count.item is not None else msgspec.structs.replace(count, item="property", group=None)
        for count in counts
        if count.item is not None or count.group in (None, "unknown")
    ]


def whole_of(harm: Harm, clause: Clause, counts: list[ClaimedCount]) -> int | None:
    """Return the count whose part a figure is of "the dead" told of before it, and give the part its status."""
    if not _of_those_told(harm, clause):
        return None
    _with_their_status(harm, clause)
    told = (at for at, count in enumerate(counts) if count.outcome == harm.outcome and count.part_of is None)
    return next(told, None)


def _of_those_told(harm: Harm, clause: Clause) -> bool:
    """Whether a figure is of some of those told of before: "20 were killed; 10 of the dead were civilians"."""
    unit = clause.units[harm.unit]
    mark = unit.find("victims") if clause.order == "svo" and clause.kind(harm.unit) == "np" else None
    before = [one for one in unit.marks if mark is not None and one.last == mark.first]
    return bool(unit.counts) and any(one.cue.value == "determiners" for one in before)


def _with_their_status(harm: Harm, clause: Clause) -> None:
    """Give some of those told of before the group that a predicate says they are of ("10 of the dead were women")."""
    who = clause.after(harm.unit + 1)
    if clause.kind(harm.unit + 1) != "passive" or clause.kind(who) != "np" or not harm.numbers:
        return
    number = number_of(clause.units[who], clause.document)
    people = clause.units[who].all("people")
    if number is not None and people and (not number.exact or people[0].cue.form == "plural"):
        harm.numbers[0] = replace(harm.numbers[0], group=number.group, last=clause.units[who].last)


def _at_least(count: ClaimedCount) -> ClaimedCount:
    """Return a count as that of some of them: there may be more."""
    told = count.low is not None and count.low == count.high and count.part_of is None
    return msgspec.structs.replace(count, high=None, rule="at_least") if told else count


def _without_appositions(numbers: list[Number], document: Document) -> list[Number]:
    """Return the numbers with a name that only explains the person before it counted once ("the mayor, Ann Roe")."""
    kept: list[Number] = []
    for number in numbers:
        before = kept[-1] if kept else None
        beside = before is not None and number.first == before.last + 1 and document.words[before.last] == ","
        if before is not None and beside and number.named and before.low == before.high == 1 and not before.named:
            kept[-1] = replace(before, named=1, last=number.last)
        else:
            kept.append(number)
    return kept


def _grouped(number: Number, earlier: Group | None) -> Number:
    """Return "others" as of the status of those told of before: beside a child, not children."""
    if not number.others or number.group != "unknown" or earlier is None:
        return number
    return replace(number, group=earlier if earlier in {"civilians", "combatants"} else "unknown")


def _clusters(numbers: list[Number]) -> list[list[Number]]:
    """Group joined numbers that add up: people of one status, each with its figure ("a woman and her two children")."""
    clusters: list[list[Number]] = []
    for number in numbers:
        if clusters and number.exact and number.group in _PEOPLE and _adds_up(clusters[-1][-1]):
            clusters[-1].append(number)
        else:
            clusters.append([number])
    return clusters


def _adds_up(number: Number) -> bool:
    return (number.exact and number.group in _PEOPLE) or _is_least(number)


def _is_least(number: Number) -> bool:
    """Whether a figure is the least of people of a kind, as the first of a list is: "at least 12 women and two men"."""
    return number.rule == "at_least" and number.low is not None and number.group in _SEXES


def _cluster_counts(harm: Harm, cluster: list[Number], document: Document, base: int) -> list[ClaimedCount]:
    if len(cluster) == 1:
        return [_count(harm, cluster[0], document)]
    if _spells_out(cluster, document):
        return [
            _count(harm, cluster[0], document),
            *(_count(harm, number, document, part_of=base) for number in cluster[1:]),
        ]
    if (aside := _with_aside(cluster, document)) is not None:
        at, parts = aside
        rest = [*cluster[: at + 1], *cluster[at + 1 + len(parts) :]]
        told = _cluster_counts(harm, rest, document, base)
        of = base + at + (len(told) > len(rest))  # the joint figure stands first where they are of several groups
        return [*told, *(_count(harm, number, document, part_of=of if told[of - base :] else base) for number in parts)]
    groups = {number.group for number in cluster}
    total = sum(number.low or 0 for number in cluster)
    named = [number.named for number in cluster if number.named]
    least = _is_least(cluster[0])
    whole = ClaimedCount(
        outcome=harm.outcome,
        low=total,
        high=None if least else total,
        rule="at_least" if least else "exact",
        group=cluster[0].group if len(groups) == 1 else _joint(groups),
        running="total" if harm.running else None,
        start=document.starts[cluster[0].first],
        end=document.ends[cluster[-1].last - 1],
        named=sum(named) if named else None,
    )
    if len(groups) == 1 and not _told_apart(cluster):
        return [whole]
    return [whole, *(_count(harm, number, document, part_of=base) for number in cluster)]


def _with_aside(cluster: list[Number], document: Document) -> tuple[int, list[Number]] | None:
    """Return the figure that an aside behind it spells out, with the aside ("six priests - five old, one young -")."""
    for at, whole in enumerate(cluster[:-2]):
        for until in range(at + 3, len(cluster) + 1):
            parts = cluster[at + 1 : until]
            apart = set(document.words[whole.last : parts[0].first]) & _ASIDES
            if apart and whole.low == sum(number.low or 0 for number in parts):
                return at, parts
    return None


def _spells_out(cluster: list[Number], document: Document) -> bool:
    """Whether the first figure is the whole, and what follows a comma says who they were.

    "Three civilians, two brothers and their cousin" are three people and not six; "two men, a woman and a child" are
    four, since a woman is no part of two men, and "three mayors, two clerks and a priest" are six.
    """
    whole, parts = cluster[0], cluster[1:]
    if len(parts) < 2 or whole.low is None or whole.low != sum(number.low or 0 for number in parts):
        return False
    apart = set(document.words[whole.last : parts[0].first]) & _COMMAS
    others = any(number.group == "civilians" and not number.named for number in parts)
    general = whole.group == "unknown" or (whole.group == "civilians" and (whole.status or not others))
    return bool(apart) and general and any(number.group != whole.group for number in parts)


def _told_apart(cluster: list[Number]) -> bool:
    """Whether each figure has who they were behind it, not "17 and 9 people", and they are not told one by one."""
    named = all(number.last - number.first > 1 for number in cluster)
    return named and any((number.low or 0) > 1 for number in cluster)


def _joint(groups: set[Group | None]) -> Group:
    return "civilians" if "civilians" in groups and "unknown" not in groups else "unknown"


def _count(
    harm: Harm, number: Number, document: Document, *, part_of: int | None = None, zero: bool = False
) -> ClaimedCount:
    low, high, rule = number.low, number.high, number.rule
    if zero:
        low, high, rule = 0, 0, "exact"
    elif harm.each and part_of is None:  # the figure is of both outcomes together, and each befell somebody
        low, rule = 1, "indefinite"
    elif harm.shared:  # the figure is of both outcomes together: this one has no lower end of its own
        low, rule = None, "indefinite" if high is None else "at_most"
    running: Literal["total", "additional"] | None = "additional" if number.additional else None
    if harm.running:
        running = "total"
    return ClaimedCount(
        outcome=harm.outcome,
        low=low,
        high=high,
        rule=rule,
        group=None if number.item else number.group,
        item=number.item,
        running=running,
        start=document.starts[number.first + (document.words[number.first] == "'s")],
        end=document.ends[number.last - 1],
        part_of=part_of,
        named=number.named,
    )


def _parts(harm: Harm, clause: Clause, base: int, whole: ClaimedCount) -> list[ClaimedCount]:
    """Return the subsets that the words name: "including two children", "among them a nurse"."""
    found: list[ClaimedCount] = []
    if harm.parted:
        return found  # each of them is told where it was
    start = max(*harm.victims, harm.unit) if _whole_is_left(harm) else harm.victims[-1]
    for index in _including(clause, harm.victims[-1], start):
        after = clause.after(index)
        after = clause.after(after) if clause.kind(after) in {"passive", "quote"} else after  # "two of whom were women"
        if clause.kind(after) != "np":
            continue
        for at in clause.coordinated(after):
            victims = clause.units[at].find("victims")
            if victims is not None and victims.cue.value != harm.outcome:
                break  # "including a child, and six wounded"
            number = number_of(clause.units[at], clause.document, of_things=harm.things)
            if number is not None and number.group == "combatants" and are_rescuers(clause, at):
                number = replace(number, group="civilians")
            ahead = at == after and index - 1 not in harm.victims  # "more than 25, among them children": 25 in all
            number = _told_before(number, clause, index) if ahead else number
            if number is not None and not _exceeds(number, whole):
                found.append(_count(harm, number, clause.document, part_of=base))
        break
    told = _of_the_whole(harm, clause) or ([] if found else spelt_out(clause, (harm.victims[-1], start), whole))
    found += [_count(harm, one, clause.document, part_of=base) for one in told if not _exceeds(one, whole)]
    # Of the dead and the hurt together, "among them children" tells neither that any child died nor that one was hurt.
    return [one for one in found if not harm.shared or one.high is not None]


def _of_the_whole(harm: Harm, clause: Clause) -> list[Number]:
    """Return the parts that predicates count of a whole named before them: "of the 21 killed, 15 were women"."""
    of = min(harm.unit, *harm.victims) - 1
    some, are = of - 2, clause.kind(of - 1) == "passive"
    if are and clause.words(of) == ["among"] and clause.kind(some) == "np":  # "two children were among 12 killed"
        counted = (number_of(clause.units[at], clause.document) for at in clause.coordinated_left(some))
        return [number for number in counted if number is not None]
    opened = clause.kind(of) == "linking" or (clause.kind(of) == "prep" and clause.words(of) == ["among"])
    return parts_said(clause, harm.unit + 1) if opened and clause.before(of) < 0 else []


def _told_before(number: Number | None, clause: Clause, including: int) -> Number | None:
    """Return a part with the figure that stands before its noun ("two of them children", "4 of whom were women")."""
    if number is None or number.rule != "indefinite":
        return number
    if is_bare_figure(clause, including - 1):
        told = number_of(clause.units[including - 1], clause.document)
        return number if told is None else replace(told, group=number.group, item=number.item, last=number.last)
    unit = clause.units[including]
    read = read_numeral(clause.document.words[unit.first : unit.last], 0)
    if read is None or read[0].fraction:
        return number
    return replace(number, low=read[0].value, high=read[0].value, rule="exact", first=unit.first)


def _whole_is_left(harm: Harm) -> bool:
    return harm.victims[-1] < harm.unit


def _exceeds(number: Number, whole: ClaimedCount) -> bool:
    return number.low is not None and whole.high is not None and number.low > whole.high


def _including(clause: Clause, first: int, last: int) -> list[int]:
    """Return the units that say "including" right after the victims or after their verb."""
    found = []
    for begin in (first, last):
        index = begin + 1
        while clause.kind(index) in {"comma", "other", "time", "passive"} or _place_phrase(clause, index):
            aside = clause.says_aside(index + 1) if clause.kind(index) == "comma" else None
            if aside is not None and clause.kind(aside) == "comma":
                index = aside  # ", medics said,"
                continue
            index += 2 if clause.kind(index) == "prep" and not clause.units[index].has("mark", "including") else 1
        if clause.kind(index) == "relative":
            index = _behind_relative(clause, index)
        if is_bare_figure(clause, index):
            index += 1  # "ten people were killed, 4 of them women"
        if 0 <= index < len(clause.units) and clause.units[index].has("mark", "including"):
            found.append(index)
    return found


def _behind_relative(clause: Clause, index: int) -> int:
    """Return the unit behind the comma that closes a relative clause: "20 people who prayed there, including"."""
    at = index
    while clause.kind(at) not in {"comma", "stop", "clause"} and at < len(clause.units):
        if at > index and counting(clause.units[at]) and clause.units[at].cue("people") is not None:
            return index  # those that it counts are another whole
        at += 1
    return at + 1 if clause.kind(at) == "comma" else index


def _place_phrase(clause: Clause, index: int) -> bool:
    if clause.kind(index) != "prep" or clause.units[index].has("mark", "including"):
        return False
    return clause.kind(index + 1) == "np"


def present(outcome_of: list[int], clause: Clause) -> list[ClaimedCount]:
    """Return who and what is said to be there: the strength of a column, never its losses."""
    counts = []
    outcome: Outcome = "present"
    for at in outcome_of:
        unit = clause.units[at]
        things = unit.cue("thing") is not None or bool(unit.equipment)
        number = number_of(unit, clause.document, of_things=things)
        if number is not None and (number.low or number.rule not in {"exact", "indefinite"}) and unit.counts:
            counts.append(_count(Harm(outcome, at, things=things), number, clause.document))
    return counts


def counts_told(own: Sequence[Harm], clause: Clause) -> tuple[ClaimedCount, ...]:
    """Return the counts of all outcomes of a telling, parts behind their wholes."""
    counts: list[ClaimedCount] = []
    for harm in own:
        earlier = next((count.group for count in reversed(counts) if count.group and count.part_of is None), None)
        whole = whole_of(harm, clause, counts)
        found = counts_of(harm, clause, len(counts), earlier)
        counts.extend(found if whole is None else [msgspec.structs.replace(one, part_of=whole) for one in found])
    return with_suspicion(tuple(counts), clause)

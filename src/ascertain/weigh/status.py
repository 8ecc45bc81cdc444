"""Disputed status: whether the dead were civilians or fighters."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from ascertain.model import Range, TraceStep
from ascertain.model.claim import Outcome
from ascertain.weigh.figures import Figure

_MINORITY = 4
_SUSPECTED = "those suspected may be civilians or fighters"
_CIVIL = ("civilians", "children", "women", "men")
_MAY_FIGHT = ("civilians", "women", "men", "unknown", None)  # a child is taken for no soldier


def with_disputed_status(ranges: Sequence[Range], figures: Sequence[Figure]) -> tuple[Range, ...]:
    """Return the ranges with a minimum of nought on both sides where the status of the same people is disputed.

    Airwars: where sources differ whether people were civilians or fighters, the minimum is 0 in both fields. The same
    people are meant where different origins give the same number for all whom they tell of, one of fighters and another
    of civilians or of people of whom it says nothing, and none of these origins tells of both. One voice for fighters
    against four or more for civilians is no dispute.
    """
    disputed = {figure.outcome: figure for figure in figures if _is_disputed(figure, figures)}
    done = []
    for one in ranges:
        figure = disputed.get(one.outcome)
        of_all = figure is not None and (figure.count.low or 0) >= (one.min or 0)  # one fighter among nine dead is one
        if (
            figure is None
            or not of_all
            or one.item is not None
            or one.group not in (*_CIVIL, "combatants")
            or not one.min
        ):
            done.append(one)
            continue
        step = TraceStep(
            end="min", rule="disputed status is nought in both fields",
            because="one origin says civilians and another fighters, of the same people",
            claim=figure.claim, count=figure.place, value=0,
        )  # fmt: skip
        rest = tuple(step for step in one.trace if step.end != "min")
        done.append(msgspec.structs.replace(one, min=0, trace=(step, *rest)))
    return tuple(done)


def with_suspected(ranges: Sequence[Range], figures: Sequence[Figure]) -> tuple[Range, ...]:
    """Return the ranges in which those whom somebody suspects of being fighters may be civilians or fighters.

    Airwars, as of a disputed status: so many fewer civilians at the least, and so many fighters at the most. One
    origin that suspects them against four or more by whose words they were civilians is no dispute.
    """
    suspected: dict[Outcome, Figure] = {}
    for figure in figures:
        most = suspected.get(figure.outcome)
        if figure.count.suspected and figure.count.low and (most is None or _low(figure) > _low(most)):
            suspected[figure.outcome] = figure
    for outcome, figure in suspected.items():
        if not _is_settled(outcome, figures):
            ranges = _may_be_either(ranges, figure)
    return tuple(ranges)


def _low(figure: Figure) -> int:
    return int(figure.count.low or 0)


def _is_settled(outcome: Outcome, figures: Sequence[Figure]) -> bool:
    own = [figure for figure in figures if figure.outcome == outcome and figure.thing is None]
    suspect = {figure.origin for figure in own if figure.count.suspected}
    civil = {figure.origin for figure in own if figure.group == "civilians"} - suspect
    return len(suspect) * _MINORITY <= len(civil)


def _may_be_either(ranges: Sequence[Range], figure: Figure) -> Sequence[Range]:
    number, why = _low(figure), "suspected of being fighters, by the words of an origin"
    done = []
    for one in ranges:
        own = one.outcome == figure.outcome and one.item is None
        if own and one.group in ("civilians", figure.group) and one.min:
            done.append(_from(one, max(0, one.min - number), figure, why))
        elif not (own and one.group == "combatants"):
            done.append(one)
    fighters = next((one for one in ranges if (one.outcome, one.group) == (figure.outcome, "combatants")), None)
    if fighters is None or fighters.max is None:
        most = TraceStep(end="max", rule=_SUSPECTED, because=why, claim=figure.claim, count=figure.place, value=number)
        least, best = (msgspec.structs.replace(most, end=end, value=0) for end in ("min", "best"))
        fighters = Range(
            outcome=figure.outcome, group="combatants", min=0, max=number, best=0, origins=1,
            trace=(least, most, best, *(fighters.trace if fighters is not None else ())),
        )  # fmt: skip
    return sorted([*done, fighters], key=lambda one: (one.outcome, one.group or "", one.item or ""))


def _from(one: Range, low: int, figure: Figure, why: str) -> Range:
    step = TraceStep(end="min", rule=_SUSPECTED, because=why, claim=figure.claim, count=figure.place, value=low)
    rest = tuple(step for step in one.trace if step.end != "min")
    return msgspec.structs.replace(one, min=low, trace=(step, *rest))


def _is_disputed(figure: Figure, figures: Sequence[Figure]) -> bool:
    if figure.group != "combatants" or figure.thing is not None or figure.outcome not in ("killed", "injured"):
        return False
    said = any(other.claim == figure.claim and other.count.group == "combatants" for other in figures)
    if not said or figure.count.rule != "exact" or not _is_whole(figure, figures):
        return False  # that fighters were struck says of nobody who died there that he was one
    groups: dict[str, set[bool]] = defaultdict(set)
    for other in figures:
        if other.outcome == figure.outcome and other.group in (*_CIVIL, "combatants"):
            groups[other.origin].add(other.group == "combatants")
    if len(groups[figure.origin]) > 1:
        return False
    armed = sum(kinds == {True} for kinds in groups.values())
    civil = sum(kinds == {False} for kinds in groups.values())
    if armed * _MINORITY <= civil:
        return False
    return any(
        other.origin != figure.origin and other.outcome == figure.outcome and other.group in _MAY_FIGHT
        and other.count.low == figure.count.low and other.count.rule == "exact"
        and _is_whole(other, figures) and True not in groups[other.origin]
        for other in figures
    )  # fmt: skip


def _is_whole(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure is of all of whom its claim tells that outcome: "a commander and another" are two."""
    return not figure.part and not any(
        other.claim == figure.claim and other.outcome == figure.outcome and other.thing is None
        and other.place != figure.place and not other.part
        for other in figures
    )  # fmt: skip

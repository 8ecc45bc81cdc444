"""From figures to ranges, by the conventions of a codebook.

Within one item the whole is the largest whole that it states, or the sum of its parts; additions are added.
Within one origin a later running total takes the place of an earlier one. Between origins nothing is added: they speak
of the same dead. Every end of a range names the claim and the rule that put it there, and what is left out is shown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ascertain.model import Range, TraceStep
from ascertain.model.claim import Group, Outcome
from ascertain.weigh.corroboration import settled
from ascertain.weigh.figures import Figure
from ascertain.weigh.toll import Toll

PEOPLE: tuple[Outcome, ...] = ("killed", "injured", "missing", "detained", "displaced", "captured", "present")
LATE_DAYS = 7
_PLURAL = 2  # people of whom only an upper bound is told
_SUBGROUPS: tuple[Group, ...] = ("children", "women", "men")
Span = tuple[int, int | None]
Vague = Callable[[Figure], Span | None]


@dataclass(frozen=True)
class Ends:
    """The ends of a range, each with the toll that gives it and the reason."""

    low: tuple[int, Toll, str]
    high: tuple[int, Toll, str]
    best: tuple[int, Toll, str]


def widest(tolls: Sequence[Toll]) -> Ends:
    """Return the lowest and the highest that any origin ends with, and the best of what lies between (`_likeliest`)."""
    low = min(tolls, key=lambda toll: (toll.low, not toll.exact, toll.lowest.order))
    high = max(tolls, key=lambda toll: (toll.high, toll.exact, toll.highest.order))
    best, why = _likeliest(tolls)
    return Ends(
        (low.low, low, "the lowest that an origin ends with"),
        (high.high, high, "the highest that any origin gives"),
        (best.low, best, why),
    )


def _likeliest(tolls: Sequence[Toll]) -> tuple[Toll, str]:
    """Return the toll that the others have risen to, else one that most origins give, and the reason.

    Of figures that as many give, one that is said to be what the toll rose to knows of the others, then one that was
    said on a later day.
    """
    last = max(tolls, key=lambda toll: (toll.said_on or "", toll.low))
    if all(toll is last or (toll.low <= last.low and last.is_risen_since(toll.said_on or "")) for toll in tolls):
        return last, "what the toll was last said to have come to"
    given: dict[int, int] = defaultdict(int)
    said: dict[int, str] = defaultdict(str)
    for toll in [toll for toll in tolls if not toll.is_upper_bound] or tolls:
        given[toll.low] += 2 if toll.exact else 1
        said[toll.low] = max(said[toll.low], toll.said_on or "")
    risen = {toll.low for toll in tolls if toll.is_running_total}
    days = sorted(set(said.values()), reverse=True)
    number = min(given, key=lambda value: (-given[value], value not in risen, days.index(said[value]), value))
    why = "what most origins give; of equals what the toll has come to, then the latest, then the lower"
    return next(toll for toll in tolls if toll.low == number), why


@dataclass(frozen=True)
class Conventions:
    """How a codebook turns words into figures and figures into a range.

    `vague` gives the figures for a word such as "dozens", or None where the codebook leaves it out; `merge_unknown`
    counts people of whom nothing is said as civilians, and where it does not, the range of the group `unknown` is that
    of all people; `named_floor` makes named victims the minimum.
    """

    vague: Vague
    vague_rule: str
    merge_unknown: bool = True
    named_floor: bool = True
    ends: Callable[[Sequence[Toll]], Ends] = widest


Key = tuple[Outcome, Group | None, str | None]


def ranges_of(figures: Sequence[Figure], conventions: Conventions, happened_on: str | None) -> tuple[Range, ...]:
    """Return the range of each outcome, group and kind of thing, in a fixed order."""
    tolls, dropped = _tolls(figures, conventions)
    found = []
    for key in sorted(set(tolls) | set(dropped), key=lambda key: tuple(part or "" for part in key)):
        then, late = _contemporary(tolls.get(key, []), happened_on)
        kept, off = settled(then)
        left_out = [*dropped.get(key, ()), *late, *off]
        if kept or left_out:
            found.append(_range(key, kept, left_out, conventions, figures))
    return tuple(found)


def _range(
    key: Key, tolls: Sequence[Toll], left_out: Sequence[TraceStep], conventions: Conventions, figures: Sequence[Figure]
) -> Range:
    outcome, group, thing = key
    if not tolls:
        # not nought: that nothing can be counted is not that nobody was hurt
        return Range(outcome=outcome, group=group, item=thing, trace=tuple(left_out))
    ends = conventions.ends(tolls)
    low, high, best = ends.low, ends.high, ends.best
    named = _named(key, figures) if conventions.named_floor else None
    if all(toll.is_doubted for toll in tolls if toll.high):
        why = "nobody tells of it without a doubt"
        low, best = (0, low[1], why), (0, best[1], why)
    steps = [_step("min", low, low[1].lowest), _step("max", high, high[1].highest), _step("best", best, best[1].lowest)]
    minimum, maximum = low[0], max(low[0], high[0])
    if named is not None and (number := named.count.named or 0) > minimum:
        minimum, maximum = number, max(maximum, number)
        steps[0] = TraceStep(
            end="min", rule="named victims are the minimum", because=f"{number} are named one by one",
            claim=named.claim, count=named.place, value=number,
        )  # fmt: skip
    return Range(
        outcome=outcome,
        group=group,
        item=thing,
        min=minimum,
        max=maximum,
        best=min(max(best[0], minimum), maximum),
        origins=len({toll.origin for toll in tolls}),
        trace=(*steps, *left_out),
    )


def _step(end: str, chosen: tuple[int, Toll, str], figure: Figure) -> TraceStep:
    value, toll, rule = chosen
    said = f" on {figure.said_on}" if figure.said_on else ""
    because = f"{toll.note or _words(figure)}, said{said}"
    return TraceStep(end=end, rule=rule, because=because, claim=figure.claim, count=figure.place, value=value)  # type: ignore[arg-type]


def _words(figure: Figure) -> str:
    low, high, rule = figure.count.low, figure.count.high, figure.count.rule
    if low is None:
        return "no figure, only a plural" if rule == "indefinite" else f'no figure, only "{rule.replace("_", " ")}"'
    number = f"{low:g}" if high in (None, low) else f"{low:g} to {high:g}"
    return number if rule in ("exact", "range") else f"{rule.replace('_', ' ')} {number}"


def _named(key: Key, figures: Sequence[Figure]) -> Figure | None:
    outcome, group, thing = key
    fits = [
        figure for figure in figures
        if figure.count.named and figure.aside is None and figure.outcome == outcome and figure.thing == thing
        and (figure.group == group or (group == "civilians" and figure.group != "combatants"))
    ]  # fmt: skip
    return max(fits, key=lambda figure: (figure.count.named or 0, figure.order), default=None)


def _contemporary(tolls: Sequence[Toll], happened_on: str | None) -> tuple[list[Toll], list[TraceStep]]:
    """Leave out what one origin recalls long after, where it goes beyond what was said at the time."""
    late = [toll for toll in tolls if _is_late(toll, happened_on)]
    then = [toll for toll in tolls if toll not in late]
    if not late or not then:
        return list(tolls), []
    low, high = min(toll.low for toll in then), max(toll.high for toll in then)
    kept, steps = list(then), []
    for toll in late:
        backed = any(other is not toll and other.low <= toll.high and toll.low <= other.high for other in late)
        backed = backed or toll.is_running_total  # "the toll now stands at 29" is of this event
        if backed or (low <= toll.low and toll.high <= high):
            kept.append(toll)
            continue
        steps.append(
            TraceStep(
                end="left_out",
                rule="one origin looking back",
                because=f"said on {toll.said_on}, over {LATE_DAYS} days after, against {low} to {high} at the time",
                claim=toll.highest.claim,
                count=toll.highest.place,
                value=toll.high,
            )
        )
    return kept, steps


def _is_late(toll: Toll, happened_on: str | None) -> bool:
    if not happened_on or not toll.said_on:
        return False
    try:
        return (date.fromisoformat(toll.said_on) - date.fromisoformat(happened_on)).days > LATE_DAYS
    except ValueError:
        return False


def _tolls(
    figures: Sequence[Figure], conventions: Conventions
) -> tuple[dict[Key, list[Toll]], dict[Key, list[TraceStep]]]:
    """Return what each origin ends with, and what could not be counted."""
    usable, dropped = _usable(figures, conventions)
    tolls: dict[Key, list[Toll]] = defaultdict(list)
    by_origin: dict[str, list[tuple[Figure, Span]]] = defaultdict(list)
    for figure, span in usable:
        by_origin[figure.origin].append((figure, span))
    for origin, own in sorted(by_origin.items()):
        by_item: dict[str, list[tuple[Figure, Span]]] = defaultdict(list)
        for figure, span in own:
            by_item[figure.item].append((figure, span))
        reported: dict[Key, list[Toll]] = defaultdict(list)
        for _, told in sorted(by_item.items()):
            for key, toll in _of_item(origin, told, conventions).items():
                reported[key].append(toll)
        for key, several in reported.items():
            tolls[key].append(_latest(several))
    return tolls, dropped


def _usable(
    figures: Sequence[Figure], conventions: Conventions
) -> tuple[list[tuple[Figure, Span]], dict[Key, list[TraceStep]]]:
    usable, dropped = [], defaultdict(list)
    mixed = {(figure.outcome, figure.count.low) for figure in figures if figure.mixed and figure.aside is None}
    mixed |= _of_civilians_and_fighters(figures)
    for figure in figures:
        span, key = span_of(figure, conventions), _key(figure, conventions)
        parted = conventions.merge_unknown and figure.group == "unknown" and (figure.outcome, figure.count.low) in mixed
        if figure.aside is not None:
            rule, why = figure.aside
            dropped[key].append(_left_out(figure, rule, f"{_words(figure)}: {why}"))
        elif span is None:
            dropped[key].append(_left_out(figure, conventions.vague_rule, f"{_words(figure)}: not counted"))
        elif parted and not figure.part:
            why = f"{_words(figure)}: of so many it is told how many were civilians"
            dropped[key].append(_left_out(figure, "not all were civilians", why))
        else:
            usable.append((figure, span))
    return usable, dropped


def _of_civilians_and_fighters(figures: Sequence[Figure]) -> set[tuple[Outcome, float | None]]:
    """Return how many a claim counts of which outcome that tells of so many civilians and so many fighters."""
    found: dict[tuple[str, Outcome], dict[bool, float]] = defaultdict(dict)
    for figure in figures:
        whole = figure.aside is None and not figure.part and figure.count.rule == "exact"
        if whole and figure.group in ("civilians", "combatants"):
            told = found[figure.claim, figure.outcome]
            armed = figure.group == "combatants"
            told[armed] = told.get(armed, 0) + (figure.count.low or 0)
    return {
        (outcome, sum(told.values())) for (_, outcome), told in found.items() if len(told) > 1 and all(told.values())
    }


def _left_out(figure: Figure, rule: str, because: str) -> TraceStep:
    return TraceStep(
        end="left_out", rule=rule, because=because, claim=figure.claim, count=figure.place, value=figure.count.low
    )


def span_of(figure: Figure, conventions: Conventions) -> Span | None:
    """Return the least and the most that a figure stands for under a codebook."""
    count = figure.count
    if count.rule == "at_most" and count.high is not None and count.high > 0:
        return min(_PLURAL, int(count.high)), int(count.high)  # "as many as 100": several, and no more than that
    if count.low is not None and count.rule not in ("several", "dozens", "hundreds", "thousands", "many", "indefinite"):
        low = int(count.low)  # "more than 60" is 60 at least: 61 stands in no report
        high = int(count.high) if count.high is not None else low
        return low, max(low, high)
    return conventions.vague(figure)


def _key(figure: Figure, conventions: Conventions) -> Key:
    if figure.thing is not None:
        return figure.outcome, None, figure.thing
    group = figure.group or "unknown"
    if group == "unknown" and conventions.merge_unknown:
        group = "civilians"
    return figure.outcome, group, None


def _of_item(origin: str, told: Sequence[tuple[Figure, Span]], conventions: Conventions) -> dict[Key, Toll]:
    """Return what one item says, by outcome and group: its largest whole, or the sum of its parts."""
    largest: dict[Key, Toll] = {}
    wholes = {(figure.claim, figure.place): _key(figure, conventions) for figure, _ in told}
    risen = {(figure.claim, _key(figure, conventions)) for figure, _ in told if figure.count.running == "total"}
    for figure, span in told:
        key = _key(figure, conventions)
        whole_at = figure.count.part_of
        if whole_at is not None and wholes.get((figure.claim, whole_at)) == key:
            continue  # "at least 15, including two foreigners": the two are no figure of their own
        if figure.count.running == "additional" and (figure.claim, key) in risen:
            continue  # "two more died, bringing the toll to nine": the two are in the nine
        toll = _toll(origin, figure, span)
        largest[key] = _grown(largest[key], toll) if key in largest else toll
    for outcome in PEOPLE:
        parts = [largest[outcome, group, None] for group in _SUBGROUPS if (outcome, group, None) in largest]
        whole_key: Key = (outcome, "civilians", None)
        if parts:
            summed = _sum(parts)
            whole = largest.get(whole_key)
            nobody = whole is not None and whole.high == 0  # said of others than those who are told of
            if whole is not None and whole.exact and len({part.lowest.claim for part in parts}) > 1:
                continue  # what several claims say of some may be of the same ones
            if whole is None or (summed.low > whole.high and (nobody or summed.exact >= whole.exact)):
                largest[whole_key] = summed if len(parts) > 1 else replace(summed, of_some=whole is None)
        if not conventions.merge_unknown:
            _count_all(largest, outcome)
    return largest


def _count_all(largest: dict[Key, Toll], outcome: Outcome) -> None:
    """Make the toll of people of whom nothing is said that of all people: civilians and fighters are among them."""
    keys: list[Key] = [(outcome, "civilians", None), (outcome, "combatants", None)]
    parts = [largest[key] for key in keys if key in largest]
    whole = largest.get((outcome, "unknown", None))
    if not parts:
        return
    together = _sum(parts) if len(parts) > 1 else parts[0]
    if whole is not None and any(part.lowest.claim == whole.lowest.claim and not part.lowest.part for part in parts):
        largest[outcome, "unknown", None] = _sum([*parts, whole])  # "three civilians and two others"
    elif whole is None or together.low > whole.high or (together.exact and not whole.exact):
        largest[outcome, "unknown", None] = together


def _toll(origin: str, figure: Figure, span: Span) -> Toll:
    low, high = span[0], span[1] if span[1] is not None else span[0]
    exact = figure.count.rule in ("exact", "range") and figure.count.low is not None
    return Toll(origin, low, high, figure, figure, exact, figure.said_on, of_some=figure.pointed_at)


def _grown(whole: Toll, other: Toll) -> Toll:
    """Return two figures of one item for one group as one: additions are added, an exact whole beats a vague one."""
    figure = other.lowest
    if figure.count.running == "additional":
        note = f"{whole.low} and {other.low} more"
        return Toll(whole.origin, whole.low + other.low, whole.high + other.high, whole.lowest, figure,
                    whole.exact and other.exact, other.said_on or whole.said_on, note=note)  # fmt: skip
    if whole.exact != other.exact:
        return whole if whole.exact else other
    return other if (other.high, other.low) > (whole.high, whole.low) else whole


def _sum(parts: Sequence[Toll]) -> Toll:
    first = parts[0]
    note = " and ".join(f"{part.low} {part.lowest.group}" for part in parts)
    return Toll(
        first.origin, sum(part.low for part in parts), sum(part.high for part in parts), first.lowest, first.highest,
        all(part.exact for part in parts), first.said_on, note=f"{note}, no whole is given" if len(parts) > 1 else "",
    )  # fmt: skip


def _latest(several: Sequence[Toll]) -> Toll:
    """Return what one origin ends with: its latest figure; of undated ones, or of one day, the largest exact one.

    Several voices of one party that give different figures on its last day stay: from the least to the most.
    """

    def rank(toll: Toll) -> tuple[bool, str, int, int, tuple[str, str, int]]:
        return toll.exact, toll.said_on or "", toll.high, toll.low, toll.highest.order

    dated = [toll for toll in several if toll.said_on]
    last = max(dated or several, key=rank)
    rivals = [toll for toll in several if toll.exact and toll.said_on == last.said_on and last.lowest.party]
    if last.exact and last.said_on and len({(toll.low, toll.high) for toll in rivals}) > 1:
        low, high = (
            min(rivals, key=lambda toll: (toll.low, toll.order)),
            max(rivals, key=lambda toll: (toll.high, toll.order)),
        )
        return Toll(last.origin, low.low, high.high, low.lowest, high.highest, True, last.said_on, items=len(several))
    undated = [toll for toll in several if not toll.said_on and toll.exact and toll.high > last.high]
    last = max([last, *undated], key=lambda toll: (toll.high, toll.low)) if undated else last
    return Toll(last.origin, last.low, last.high, last.lowest, last.highest, last.exact, last.said_on,
                items=len(several), note=last.note, of_some=last.of_some)  # fmt: skip


def by_key(ranges: Iterable[Range]) -> Mapping[Key, Range]:
    """Return ranges by outcome, group and kind of thing."""
    return {(found.outcome, found.group, found.item): found for found in ranges}

"""Misreadings: a figure that one origin alone makes into deaths, and that others give for something else."""

from collections.abc import Sequence

import msgspec

from ascertain.model import Range, TraceStep
from ascertain.weigh.figures import Figure

_HARM = ("killed", "injured", "captured")


def without_misreadings(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], tuple[Range, ...]]:
    """Return the figures that stand, and for each outcome and group a range that shows what was misread.

    Sixty men on the road become sixty killed when a text is misread. So a number of killed that only one item gives,
    whoever it says said so, that is the very number that another gives of those present, and beside which nobody gives
    deaths of that order, is left out and shown.
    """
    misread = [figure for figure in figures if _is_misread(figure, figures)]
    kept = tuple(figure for figure in figures if figure not in misread)
    ranges = []
    for figure in misread:
        step = TraceStep(
            end="left_out", rule="misread from those present",
            because=f"{figure.count.low:g} is what others give of those present; nobody else tells of so many",
            claim=figure.claim, count=figure.place, value=figure.count.low,
        )  # fmt: skip
        ranges.append(Range(outcome=figure.outcome, group=figure.group, origins=0, trace=(step,)))
    return kept, tuple({(one.outcome, one.group): one for one in ranges}.values())


def with_misread(ranges: Sequence[Range], misread: Sequence[Range]) -> tuple[Range, ...]:
    """Return the ranges with what was misread shown: in the range of its outcome and group, else in one of its own."""
    shown = {(one.outcome, one.group): one for one in misread}
    done = []
    for one in ranges:
        other = shown.pop((one.outcome, one.group), None) if one.item is None else None
        done.append(msgspec.structs.replace(one, trace=(*one.trace, *other.trace)) if other is not None else one)
    return (*done, *shown.values())


def _is_misread(figure: Figure, figures: Sequence[Figure]) -> bool:
    if figure.outcome not in _HARM or figure.thing is not None or (figure.count.low or 0) < 5:
        return False
    same = [other for other in figures if other.item != figure.item]
    present = any(other.outcome == "present" and other.count.low == figure.count.low for other in same)
    backed = any(
        other.outcome == figure.outcome and other.thing is None
        and (other.count.high or other.count.low or 0) >= (figure.count.low or 0) / 2
        for other in same
    )  # fmt: skip
    return present and not backed

"""Which words of a sentence are quoted for what it tells of an event."""

from collections.abc import Sequence

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.aims import with_an_aim
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.merging import Telling


def part_of(clause: Clause, telling: Telling, tellings: Sequence[Telling], first: int, last: int) -> tuple[int, int]:
    """Return the words of a quote without those that tell another event of one kind."""
    units = clause.units
    if telling.apart:
        free = [at for at in range(len(units)) if at not in telling.apart]
        low = high = min(telling.units & set(free), default=free[0])
        while low > 0 and low - 1 not in telling.apart:
            low -= 1
        while high + 1 < len(units) and high + 1 not in telling.apart:
            high += 1
        return max(first, units[low].first), min(last, units[max(high, telling.until - 1)].last)
    doomed = with_an_aim(clause, min(telling.units))
    for other in (other for other in tellings if other is not telling and other.type is telling.type):
        if doomed is not None and doomed < min(other.units) < min(telling.units):
            continue  # "troops preparing to attack the town were attacked"
        if max(other.units) < min(telling.units):
            first = max(first, units[max(other.units)].last)
        elif max(telling.units) < min(other.units):
            last = min(last, units[min(other.units)].first)
    return first, last


def span_of(clause: Clause, telling: Telling, own: Sequence[Harm]) -> tuple[int, int]:
    """Return the words of the quote: the sentence, or in a very long one the part that tells it."""
    units = clause.units
    first, last = units[0].first, units[-1].last
    if last - first <= 60:
        return first, last
    used = {*telling.units, *(h.unit for h in own), *(v for h in own for v in h.victims)}
    for role in ("perpetrators", "targets", "means"):
        used.update(telling.together(role))
    low, high = min(used), max(used)
    while low > 0 and clause.kind(low - 1) != "stop" and units[high].last - units[low].first < 40:
        low -= 1
    while high + 1 < len(units) and clause.kind(high) not in {"stop", "comma"}:
        high += 1
        if units[high].last - units[low].first > 60:
            break
    return units[low].first, units[high].last


_OPENING, _CLOSING = frozenset('"“«'), frozenset('"”»')


def with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the characters [start, end) with the quotation mark right beside them that one of theirs belongs to."""
    inside = text[start:end]
    if sum(inside.count(mark) for mark in _OPENING | _CLOSING) % 2 == 0:
        return start, end
    if start > 0 and text[start - 1] in _OPENING:
        return start - 1, end
    return start, end + (end < len(text) and text[end] in _CLOSING)

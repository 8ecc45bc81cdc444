"""Which figures stand once several origins have spoken.

A specific number beats a vague word for the same outcome (ISPT0345), but one person is no number for what as many
origins tell of in the plural; deaths beat an early "nobody was hurt", and where several origins agree a figure that
one alone gives and that lies far off is left out and shown, unless as many say that it was more: it is mostly of
another day, of a longer time, or of part of the dead. With two origins or fewer everything stands: nothing tells which
is right.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from ascertain.model import Range, TraceStep
from ascertain.weigh.figures import Figure
from ascertain.weigh.toll import Toll

_FEW_OF = 5  # a whole of so many times a part says more than the part
FEW = 2  # origins among which no figure is an outlier
_NEAR = 0.5  # of the figure that most give; one more or less is always near
_WILD = 3  # times it and three more


def settled(tolls: Sequence[Toll]) -> tuple[list[Toll], list[TraceStep]]:
    """Return the tolls that stand and a step for each that is left out, with the reason."""
    kept, left_out = list(tolls), []
    for leave in (_of_some, _vague, _nobody_hurt, _far_off):
        dropped = leave(kept)
        left_out += [_step(toll, why) for toll, why in dropped]
        gone = {id(toll) for toll, _ in dropped}
        kept = [toll for toll in kept if id(toll) not in gone]
    return kept, left_out


Dropped = list[tuple[Toll, tuple[str, str]]]


def _of_some(tolls: Sequence[Toll]) -> Dropped:
    """Leave out what counts the children alone where several origins give wholes that are many times as much.

    One person by name or as known ("the doctor") is one of them wherever another origin counts more than one.
    """
    wholes = [toll for toll in tolls if not toll.of_some]
    why = "a part is no whole", "it counts some of them, and other origins give the whole"

    def is_part(toll: Toll) -> bool:
        if toll.lowest.pointed_at:
            return any(whole.exact and whole.low > toll.high for whole in wholes)
        return sum(whole.low >= _FEW_OF * toll.high for whole in wholes) >= FEW

    return [(toll, why) for toll in tolls if toll.of_some and is_part(toll)]


def _vague(tolls: Sequence[Toll]) -> Dropped:
    exact = [toll for toll in tolls if toll.exact and toll.high > 0]
    if not exact:
        return []
    most = max(toll.high for toll in exact)
    several = [toll for toll in tolls if _is_plural(toll)]
    stand = several if most == 1 and len(several) >= len(exact) else []  # as many tell of several as tell of one
    vague = "a number beats a vague word", "another origin gives a number"
    bound = "a number beats a bound that it meets", "it gives a bound, and another origin a number that meets it"
    return [
        (toll, bound if _is_bound(toll) and toll.low <= most else vague)
        for toll in tolls
        if not toll.exact and not _goes_beyond(toll, most) and toll not in stand
    ]


def _is_plural(toll: Toll) -> bool:
    """Whether a toll is only a plural, of two at least ("wounded civilians", "several")."""
    count = toll.lowest.count
    return not toll.exact and count.low is None and count.rule in ("indefinite", "several")


def _is_bound(toll: Toll) -> bool:
    return toll.lowest.count.low is not None and toll.lowest.count.rule in ("at_least", "more_than")


def _goes_beyond(toll: Toll, most: int) -> bool:
    """Whether an open figure goes beyond the exact ones: "at least 21" and "up to 21" beyond 19, "at least 5" not.

    "Eight killed and wounded" tells of no more dead than "two killed" does: the others were hurt.
    """
    count = toll.lowest.count
    if toll.is_upper_bound:
        return toll.high > most and not (toll.highest.shared and toll.highest.outcome == "killed")
    return count.low is not None and count.rule in ("at_least", "more_than") and toll.low > most


def _nobody_hurt(tolls: Sequence[Toll]) -> Dropped:
    if not any(toll.low > 0 for toll in tolls):
        return []
    why = "harm beats its absence", "other origins tell of some"
    return [(toll, why) for toll in tolls if toll.high == 0]


def _far_off(tolls: Sequence[Toll]) -> Dropped:
    if len(tolls) <= FEW:
        return []
    given = Counter(toll.low for toll in tolls)
    most = max(given.values())
    if most < 2:
        return []
    usual = min(value for value, times in given.items() if times == most)
    why = "one origin against several", f"{most} origins give {usual}"
    last = max((toll.said_on or "" for toll in tolls if toll.low == usual), default="")
    alike = [value for value, times in given.items() if times == most]  # a toll that rises is told in steps
    far = [toll for toll in tolls if all(_is_far(toll, value, given[toll.low], most) for value in alike)]
    above = [toll for toll in far if toll.exact and toll.low > usual]
    if len(above) >= most:  # as many say that it was more
        far = [toll for toll in far if toll not in above or toll.low > _WILD * usual + 3]
    return [
        (toll, why) for toll in far if not (toll.low > usual and (toll.is_risen_since(last) or _is_later(toll, last)))
    ]


def _is_later(toll: Toll, day: str) -> bool:
    """Whether a figure is told on a later day than those that it goes beyond: the dead of a day are counted in days."""
    return toll.exact and bool(day) and (toll.said_on or "") > day


def _is_far(toll: Toll, usual: int, times: int, most: int) -> bool:
    if toll.low <= usual <= toll.high:
        return False
    if toll.low > _WILD * usual + 3 and 2 * times < most:
        return True
    return times < 2 and abs(toll.high - usual) > max(1.0, _NEAR * usual)


def _step(toll: Toll, why: tuple[str, str]) -> TraceStep:
    figure = toll.highest
    return TraceStep(
        end="left_out", rule=why[0], because=why[1], claim=figure.claim, count=figure.place, value=toll.high
    )


def without_lone_deaths(ranges: Sequence[Range], figures: Sequence[Figure]) -> tuple[Range, ...]:
    """Return the ranges with a minimum of nought for deaths that one origin alone tells of among several.

    Where at least two other origins count the injured of the same event and tell of no dead, the dead are not
    established: the one may speak of another event beside this one. Of dead without a figure ("dead and wounded"), one
    other origin that counts the injured is enough.
    """
    hurt = {figure.origin for figure in figures if figure.outcome == "injured" and figure.count.low}
    dead = {figure.origin for figure in figures if figure.outcome == "killed" and figure.count.low != 0}
    counted = any(f.outcome == "killed" and f.count.low and f.count.rule != "indefinite" for f in figures)
    if len(dead) != 1 or len(hurt - dead) < (FEW if counted else 1):
        return tuple(ranges)
    done = []
    for one in ranges:
        if one.outcome != "killed" or one.item is not None or not one.min:
            done.append(one)
            continue
        claim = next((step.claim for step in one.trace if step.claim), None)
        why = f"{len(hurt - dead)} other origins count the injured and tell of no dead"
        low = TraceStep(end="min", rule="deaths that one origin alone tells of", because=why, claim=claim, value=0)
        rest = tuple(step for step in one.trace if step.end not in ("min", "best"))
        best = msgspec.structs.replace(low, end="best")
        done.append(msgspec.structs.replace(one, min=0, best=0, trace=(low, best, *rest)))
    return tuple(done)

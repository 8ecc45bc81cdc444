"""What the signs say of each pair of tellings that are worth comparing."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ascertain.engine.beside import in_parts
from ascertain.engine.distinct import distinct, held_in
from ascertain.engine.interface import Engine
from ascertain.group.blocks import Codes, blocked, code, newly_blocked
from ascertain.group.day_signs import day_sign
from ascertain.group.interface import Evidence
from ascertain.group.pair import Pair, Pairs
from ascertain.group.signs import SIGNS, item_sign, weights
from ascertain.group.telling import Telling
from ascertain.model import Derivation

HOPELESS = -6.0  # log odds
_PART = 16_384, 131_072  # pairs that are compared at a time, at least and at most: to fork a process has its price
_DERIVED = {"copies": 3.5, "forwards": 3.0, "answers": 3.0, "translates": 2.5, "same_wire": 0.0, "same_media": 1.5}


def scored_pairs(tellings: Sequence[Telling], derivation: Derivation, engine: Engine | None = None) -> Pairs:
    """Return the pairs that are worth comparing, most alike first; the order depends on their contents alone.

    With an `engine` pairs are compared on it.
    """
    derived = _derived(tellings, derivation)
    tied = np.array([code(*tie, len(tellings)) for tie in derived], np.int64)
    return _compared(distinct(np.concatenate([blocked(tellings), tied])), tellings, derived, engine)


def _compared(
    met: Codes,
    tellings: Sequence[Telling],
    derived: Mapping[tuple[int, int], float],
    engine: Engine | None,
) -> Pairs:
    """Return what the signs say of each pair of tellings of two items."""
    if not len(met):
        return Pairs(())
    worths, total = weights(len(tellings)), len(tellings)
    numbers: dict[str, int] = {}
    item_of = np.array([numbers.setdefault(one.item, len(numbers)) for one in tellings], np.int64)
    met = met[item_of[met // total] != item_of[met % total]]
    tied = np.sort(np.array([code(*tie, total) for tie in derived], np.int64))
    by_items = _by_items(met, tellings, worths)
    hopeless = (by_items < HOPELESS) & ~held_in(met, tied)
    asked = met[~hopeless]

    def told(part: Codes) -> Pairs:
        firsts, seconds = np.divmod(part, total)
        return Pairs.of_told(
            firsts, seconds,
            [
                compared(tellings[first], tellings[second], worths, derived.get((first, second), 0.0))
                for first, second in zip(firsts.tolist(), seconds.tolist(), strict=True)
            ],
        )  # fmt: skip

    first, second = np.divmod(met[hopeless], total)
    return Pairs.joined([Pairs.of_columns(by_items[hopeless], first, second), *in_parts(engine, told, asked, *_PART)])


def _by_items(met: Codes, tellings: Sequence[Telling], worths: Mapping[str, float]) -> NDArray[np.float64]:
    """Return for each pair what is said of it before more is looked at than in what kind of item each stands.

    In a large collection that leaves hardly any hope for half of the pairs.
    """
    kinds: dict[tuple[bool, bool], int] = {}
    kind_of = np.array([kinds.setdefault((one.alone, one.main), len(kinds)) for one in tellings], np.int64)
    examples = [tellings[int(np.argmax(kind_of == kind))] for kind in kinds.values()]
    table = [
        [round(worths["items.prior"] + _worth(item_sign(one, other), worths), 6) for other in examples]
        for one in examples
    ]
    return np.array(table)[kind_of[met // len(tellings)], kind_of[met % len(tellings)]]


def rescored(
    pairs: Pairs,
    before: Sequence[Telling],
    after: Sequence[Telling],
    derivation: Derivation,
    engine: Engine | None = None,
) -> Pairs:
    """Return the pairs of tellings of which some are now known to have been said about a day.

    Only what the days say is compared again, and those that their days now bring together.
    """
    moved = np.array([one.said is not None and one.days is None for one in after], bool)
    if not moved.any():
        return pairs
    known = np.sort(pairs.firsts.astype(np.int64) * len(after) + pairs.seconds)
    met = newly_blocked(after, moved)
    met = met[~held_in(met, known)]
    brought = _compared(met, after, _derived(after, derivation), engine)
    again = (pairs.scores >= HOPELESS) & (moved[pairs.firsts] | moved[pairs.seconds])
    redone = in_parts(
        engine, lambda part: _compared_by_day(pairs.at(part), before, after), np.flatnonzero(again), *_PART
    )
    return pairs.with_others(again, Pairs.joined([*redone, brought]))


def _compared_by_day(pairs: Iterable[Pair], before: Sequence[Telling], after: Sequence[Telling]) -> Pairs:
    """Return the pairs with what the days about which their tellings were said now tell."""
    worths = weights(len(after))

    def anew(pair: Pair) -> Pair:
        old = _worth(day_sign(before[pair.first], before[pair.second]), worths)
        evidence = day_sign(after[pair.first], after[pair.second])
        new = _worth(evidence, worths)
        reasons = (*pair.because, evidence.because) if evidence.because and new > 0 and old <= 0 else pair.because
        return Pair(round(pair.score + new - old, 6), pair.first, pair.second, reasons)

    return Pairs(map(anew, pairs))


def _worth(evidence: Evidence, worths: Mapping[str, float]) -> float:
    worth = 0.0
    for name, value in evidence.values:
        worth += worths[name] * value
    return worth


def compared(
    first: Telling, second: Telling, worths: Mapping[str, float], derived: float = 0.0
) -> tuple[float, tuple[str, ...]]:
    """Return what the signs say of two tellings and why; `derived` is what a tie between their items tells."""
    score = worths["items.prior"] + worths["items.derived"] * derived
    reasons = ["one item takes its words from the other"] if derived > 0 else []
    for sign in SIGNS:
        values, because = sign(first, second)
        if values:
            worth = 0.0
            for name, value in values:
                worth += worths[name] * value
            score += worth
            if worth > 0 and because:
                reasons.append(because)
            if score < HOPELESS:
                break  # nothing that is still to come makes up for it
    return round(score, 6), tuple(reasons)


def _derived(tellings: Sequence[Telling], derivation: Derivation) -> dict[tuple[int, int], float]:
    """Return what derivation is worth for each pair of tellings of two tied items; less where one tells of several."""
    by_item: dict[str, list[int]] = {}
    for telling in tellings:
        by_item.setdefault(telling.item, []).append(telling.number)
    found: dict[tuple[int, int], float] = {}
    for edge in derivation.edges:
        worth = _DERIVED.get(edge.kind, 0.0)
        takers, givers = by_item.get(edge.taker, ()), by_item.get(edge.giver, ())
        if not worth or not takers or not givers:
            continue
        share = worth if len(takers) == len(givers) == 1 else worth / 2
        for one in takers:
            for other in givers:
                key = (min(one, other), max(one, other))
                found[key] = max(found.get(key, 0.0), share * (edge.score or 1.0 if edge.kind == "copies" else 1.0))
    return found

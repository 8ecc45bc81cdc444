"""Dating reports by the serial numbers in their addresses, and comparing their pairs again with what that tells."""

from collections.abc import Iterator, Sequence

import numpy as np

from ascertain.engine.interface import Engine
from ascertain.group.pair import Pair, Pairs
from ascertain.group.pairs import rescored
from ascertain.group.said import with_said
from ascertain.group.telling import Said, Telling
from ascertain.model import Derivation, Item

_TIMES = 2  # what is dated the first time helps to date others; a third time changes hardly anything


def dated_by_serials(
    tellings: Sequence[Telling],
    items: Sequence[Item],
    pairs: Pairs,
    derivation: Derivation,
    engine: Engine | None = None,
) -> tuple[list[Telling], Pairs]:
    """Return the tellings, with about when those were said that only an address dates, and the pairs compared anew."""
    known: dict[int, Said] = {}
    dated, compared = list(tellings), pairs
    for _ in range(_TIMES):
        dated = with_said(tellings, items, _dating(tellings, compared), known, engine)
        compared = rescored(pairs, tellings, dated, derivation, engine)
        known = {one.number: one.said for one in dated if one.said is not None}
    return dated, compared


def _dating(tellings: Sequence[Telling], pairs: Pairs) -> Iterator[Pair]:
    """Yield the pairs that may date a report: of tellings that their items are mostly about, one without a day."""
    main = np.array([one.main for one in tellings], bool)
    undated = np.array([one.published is None and one.days is None for one in tellings], bool)
    wanted = undated[pairs.firsts] | undated[pairs.seconds]
    return pairs.where(wanted & main[pairs.firsts] & main[pairs.seconds])

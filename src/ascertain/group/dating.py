"""Dating reports by the serial numbers in their addresses, and comparing their pairs again with what that tells."""

from collections.abc import Sequence

from ascertain.engine.interface import Engine
from ascertain.group.pair import Pair
from ascertain.group.pairs import rescored
from ascertain.group.said import with_said
from ascertain.group.telling import Said, Telling
from ascertain.model import Derivation, Item

_TIMES = 2  # what is dated the first time helps to date others; a third time changes hardly anything


def dated_by_serials(
    tellings: Sequence[Telling],
    items: Sequence[Item],
    pairs: Sequence[Pair],
    derivation: Derivation,
    engine: Engine | None = None,
) -> tuple[list[Telling], Sequence[Pair]]:
    """Return the tellings, with about when those were said that only an address dates, and the pairs compared anew."""
    known: dict[int, Said] = {}
    dated, compared = list(tellings), pairs
    for _ in range(_TIMES):
        dated = with_said(tellings, items, compared, known)
        compared = rescored(pairs, tellings, dated, derivation, engine)
        known = {one.number: one.said for one in dated if one.said is not None}
    return dated, compared

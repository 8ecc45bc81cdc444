"""Weapons that only say of what kind something else is: a weapons cache, a mortar team."""

from bisect import bisect_right
from collections.abc import Sequence

from ascertain.model import Mention

_FAR = 1 << 62
_BODIES = frozenset({"military", "armed_group", "organisation", "government"})


def without_parts(mentions: Sequence[Mention], described: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without the weapons inside a site of `described` or before the end of a body's name."""
    bodies = [one for one in mentions if one.kind == "actor" and getattr(one.parsed, "type", None) in _BODIES]
    sites = sorted((one.start, one.end) for one in described)
    named = sorted((one.start, one.end - 1) for one in bodies)
    return [
        one for one in mentions
        if one.kind != "equipment" or not (_lies_in(one, sites) or _lies_in(one, named))
    ]  # fmt: skip


def _lies_in(weapon: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a weapon is a part of one of some spans, which stand in order, none over another."""
    before = bisect_right(spans, (weapon.start, _FAR)) - 1
    if before < 0:
        return False
    start, end = spans[before]
    return weapon.end <= end and (start, end) != (weapon.start, weapon.end)

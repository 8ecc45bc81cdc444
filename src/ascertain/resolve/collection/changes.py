"""A reading with some of its mentions changed: the same reading where none is."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec.structs import replace

from ascertain.model import Claim, Mention, Reading

Argument = Literal["when", "said_at", "where"]


def changed(reading: Reading, arguments: Sequence[Argument], change: Callable[[Mention], Mention]) -> Reading:
    """Return the reading with its mentions and some arguments of its claims as `change` gives them.

    What `change` returns as it is stays the very object, and so does the reading where that is all of it: what is the
    same is neither held nor written twice.
    """
    mentions = tuple(map(change, reading.mentions))
    claims = tuple(_changed(claim, arguments, change) for claim in reading.claims)
    same = all(map(_is, mentions, reading.mentions)) and all(map(_is, claims, reading.claims))
    return reading if same else replace(reading, mentions=mentions, claims=claims)


def _changed(claim: Claim, arguments: Sequence[Argument], change: Callable[[Mention], Mention]) -> Claim:
    told = {argument: getattr(claim, argument) for argument in arguments}
    found = {argument: change(mention) for argument, mention in told.items() if mention is not None}
    new = {argument: mention for argument, mention in found.items() if mention is not told[argument]}
    return replace(claim, **new) if new else claim


def _is(first: object, second: object) -> bool:
    return first is second

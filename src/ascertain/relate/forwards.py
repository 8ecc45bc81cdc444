"""Forwards and replies: an item that says itself which other one it passes on or answers."""

import re
from collections.abc import Iterator

from ascertain.model import Edge, Item
from ascertain.relate.addresses import bare_address
from ascertain.relate.collection import Collection
from ascertain.relate.directory import name_key

# How a post that is passed on by hand begins: "RT Name: ...", "RT @name ...".
_PASSED_ON = re.compile(r"\s*RT:?\s+(?:@(?P<account>\w{1,40}):?\s+|(?P<name>[^:\n]{2,80}):\s*)(?P<words>.+)", re.DOTALL)
_LONGEST, _COMPARED = 2_000, 120  # characters that are looked at, and compared
_FEW = 40  # characters of a post from which on the same words are no chance


def find_forwards(collection: Collection) -> Iterator[Edge]:
    """Yield an edge for each item whose `shares` or `answers` names another, in the collection or outside it."""
    by_url = {bare_address(item.url): item.id for item in reversed(collection.items) if item.url}

    def giver(named: str) -> str:
        return named if named in collection.place_of else by_url.get(bare_address(named), named)

    for item in collection.items:
        if item.shares and giver(item.shares) != item.id:
            yield Edge(
                taker=item.id, giver=giver(item.shares), kind="forwards", because="it forwards the other",
                evidence=item.shares,
            )  # fmt: skip
        elif not item.shares and (passed := _passed_on(item, collection)) is not None:
            yield passed
        if item.answers and giver(item.answers) != item.id:
            yield Edge(
                taker=item.id, giver=giver(item.answers), kind="answers", because="it answers the other",
                evidence=item.answers,
            )  # fmt: skip


def _passed_on(item: Item, collection: Collection) -> Edge | None:
    """Return an edge where an item begins with "RT" and whose words it gives, and these are in the collection."""
    found = _PASSED_ON.match(item.text[:_LONGEST])
    if found is None:
        return None
    whose = name_key(found["account"] or found["name"])
    words = " ".join(found["words"].split())[:_COMPARED]
    for other in collection.items:
        if other.id == item.id or len(words) < _FEW or name_key(other.source or "") != whose:
            continue
        if words in " ".join(other.text.split()):
            return Edge(
                taker=item.id, giver=other.id, kind="forwards", because="it forwards the other", evidence=found[0][:80]
            )
    return None

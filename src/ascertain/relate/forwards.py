"""Forwards and replies: an item that says itself which other one it passes on or answers."""

from collections.abc import Iterator

from ascertain.model import Edge
from ascertain.relate.addresses import bare_address
from ascertain.relate.collection import Collection


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
        if item.answers and giver(item.answers) != item.id:
            yield Edge(
                taker=item.id, giver=giver(item.answers), kind="answers", because="it answers the other",
                evidence=item.answers,
            )  # fmt: skip

"""Forwards: an item that says itself which other one it passes on."""

from collections.abc import Iterator

from ascertain.model import Edge
from ascertain.relate.addresses import bare_address
from ascertain.relate.collection import Collection


def find_forwards(collection: Collection) -> Iterator[Edge]:
    """Yield an edge for each item whose `shares` names another, in the collection or outside it."""
    by_url = {bare_address(item.url): item.id for item in reversed(collection.items) if item.url}
    for item in collection.items:
        if not item.shares:
            continue
        named = by_url.get(bare_address(item.shares), item.shares)
        giver = item.shares if item.shares in collection.place_of else named
        if giver != item.id:
            yield Edge(
                taker=item.id, giver=giver, kind="forwards", because="it forwards the other", evidence=item.shares
            )

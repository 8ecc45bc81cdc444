"""Forwards: an item that says itself which other one it passes on."""

from collections.abc import Iterator

from ascertain.model import Edge
from ascertain.relate.collection import Collection


def find_forwards(collection: Collection) -> Iterator[Edge]:
    """Yield an edge for each item whose `shares` names another, in the collection or outside it."""
    by_url = {_bare(item.url): item.id for item in reversed(collection.items) if item.url}
    for item in collection.items:
        if not item.shares:
            continue
        giver = item.shares if item.shares in collection.place_of else by_url.get(_bare(item.shares), item.shares)
        if giver != item.id:
            yield Edge(
                taker=item.id, giver=giver, kind="forwards", because="it forwards the other", evidence=item.shares
            )


def _bare(url: str) -> str:
    """Return an address as it is compared: without scheme, www, query of a share button, and trailing slash."""
    bare = url.split("://", 1)[-1].removeprefix("www.").removeprefix("mobile.")
    return bare.split("?utm_", 1)[0].split("#", 1)[0].rstrip("/").replace("twitter.com/", "x.com/", 1)

"""Putting clusters together in a folder, two by two, where a collection of thousands would say nothing."""

from collections.abc import Callable, Sequence

from ascertain.group.rarity import size_of
from ascertain.group.telling import Telling

Clusters = list[list[int]]


def joined_in_a_folder(
    tellings: Sequence[Telling],
    clusters: Sequence[Sequence[int]],
    following: Callable[[Clusters], tuple[int, int] | None],
) -> Clusters:
    """Return the clusters of a folder, the two that `following` gives put together until it gives none; all in order.

    `following` gives places among the clusters as they then are. Those of a large collection are left as they are.
    """
    found = [list(cluster) for cluster in clusters]
    if size_of(len(tellings)) > 0:
        return found
    while (pair := following(found)) is not None:
        low, high = sorted(pair)
        found[low] = sorted(found[low] + found.pop(high))
    return sorted(found)

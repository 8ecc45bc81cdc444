"""What a finder of derivation is."""

from collections.abc import Iterator
from typing import Protocol

from ascertain.model import Edge
from ascertain.relate.collection import Collection


class Finder(Protocol):
    """Looks for one kind of sign that one item took from another.

    An edge needs its reason and the words (or the name) that show it. A finder looks at signs only; what follows for
    the origins is decided in `roots`, where everything that is joined stays joined unless a person splits it.
    """

    def __call__(self, collection: Collection) -> Iterator[Edge]:
        """Yield the edges found, in an order that depends on the items alone."""
        ...

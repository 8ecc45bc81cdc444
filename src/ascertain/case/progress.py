"""How a run tells how far it is."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Thing = TypeVar("Thing")


class Progress(Protocol):
    """Is told of every stage: what it is called, and how many of how many are done."""

    def follow(self, stage: str, things: Iterable[Thing], total: int | None = None) -> Iterator[Thing]:
        """Yield the things on, counting them."""
        ...


class Silent:
    """Tells nobody."""

    def follow(self, stage: str, things: Iterable[Thing], total: int | None = None) -> Iterator[Thing]:
        """Yield the things on."""
        return iter(things)

"""What a sign is that two tellings are of one event."""

from typing import Protocol

from ascertain.group.telling import Telling


class Sign(Protocol):
    """Looks at two tellings and says what one kind of sign is worth.

    `weight` is in units of log odds: above nought speaks for one event, below it for two. `because` is a clause for a
    reader ("the same place"), empty where the sign says nothing.
    """

    def __call__(self, first: Telling, second: Telling) -> tuple[float, str]:
        """Return (weight, because)."""
        ...

"""What a sign is that two tellings are of one event."""

from typing import NamedTuple, Protocol

from ascertain.group.telling import Telling


class Evidence(NamedTuple):
    """What a sign says: by which of its weights, times what, and a clause for a reader ("the same place").

    `because` is empty where the sign says nothing.
    """

    values: tuple[tuple[str, float], ...] = ()
    because: str = ""


class Sign(Protocol):
    """Looks at two tellings and says what one kind of sign is, for or against their being one event.

    What each of its values is worth in log odds stands in `weights.toml`.
    """

    def __call__(self, first: Telling, second: Telling) -> Evidence:
        """Return the values and the reason."""
        ...

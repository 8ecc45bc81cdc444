"""What a gazetteer is."""

from collections.abc import Sequence
from typing import Protocol

from ascertain.model import Place


class Gazetteer(Protocol):
    """Knows places by their names, in every script and spelling.

    `licence` is the SPDX id or name of the licence of its data.
    """

    licence: str

    def lookup(self, name: str, near: tuple[float, float] | None = None) -> Sequence[Place]:
        """Return the places of that name, likeliest first; `near` is (latitude, longitude) in degrees."""
        ...

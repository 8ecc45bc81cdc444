"""The gazetteer that comes with the program, as a plug-in of its own kind."""

from collections.abc import Sequence

from ascertain.knowledge.gazetteer import load_gazetteer
from ascertain.model import Place


class BuiltIn:
    """GeoNames' cities, countries and units, and the packs that the user has added."""

    licence = "CC-BY-4.0"

    def lookup(self, name: str, near: tuple[float, float] | None = None) -> Sequence[Place]:
        """Return the places of that name, likeliest first; `near` is (latitude, longitude) in degrees."""
        return load_gazetteer().lookup(name, near)


gazetteer = BuiltIn()

"""How far apart two places are."""

from ascertain.knowledge.gazetteer import distance_m
from ascertain.model import Place


def between_km(here: Place, there: Place) -> float | None:
    """Return the kilometres between the middles of two places, None where one has no point."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    return distance_m((here.lat, here.lon), (there.lat, there.lon)) / 1000

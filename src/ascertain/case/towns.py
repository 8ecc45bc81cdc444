"""Towns drawn on the maps for orientation."""

from ascertain.knowledge import Knowledge
from ascertain.model import Dossier, Place


def towns_near(dossier: Dossier, knowledge: Knowledge) -> tuple[Place, ...]:
    """Return the larger towns about the incidents, in order of size, where the gazetteer can list them."""
    near = getattr(getattr(knowledge, "gazetteer", None), "towns_near", None)
    points = sorted(
        {
            (incident.where.lat, incident.where.lon)
            for incident in dossier.incidents
            if incident.where and incident.where.lat is not None and incident.where.lon is not None
        }
    )
    if near is None or not points:
        return ()
    found = {place.id: place for lat, lon in points for place in near(lat, lon, radius_m=250_000)}
    return tuple(sorted(found.values(), key=lambda place: (-(place.population or 0), place.id)))

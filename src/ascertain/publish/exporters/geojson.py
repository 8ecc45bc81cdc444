"""Incidents and zones as GeoJSON (RFC 7946)."""

import json
import math
from pathlib import Path
from typing import Any

import msgspec

from ascertain.model import Area, Dossier, Incident
from ascertain.model.records import incident_line

_METRES_PER_DEGREE = 111_320.0
_CORNERS = 48


class GeoJson:
    """A polygon an incident: the area in which it may have happened, since a point would be drawn as a pin."""

    name = "geojson"
    media_type = "application/geo+json"
    suffix = ".geojson"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write one feature collection; an incident without a place has the geometry null."""
        features = [_incident(incident) for incident in dossier.incidents] + [_area(area) for area in dossier.areas]
        words = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1)
        out.write_text(words + "\n", encoding="utf-8", errors="surrogatepass")


def _incident(incident: Incident) -> dict[str, Any]:
    record = incident_line(incident)
    kept = ("title", "event", "when", "where", "perpetrators", "targets", "counts", "attribution", "grade", "because")
    properties = {"kind": "incident"} | {key: record[key] for key in kept if key in record}
    properties |= {"origins": len(incident.origins), "items": list(incident.items)}
    return {"type": "Feature", "id": incident.id, "geometry": _circle(incident), "properties": properties}


def _circle(incident: Incident) -> dict[str, Any] | None:
    place = incident.where
    if place is None or place.lat is None or place.lon is None:
        return None
    down = max(1.0, place.radius_m or 0.0) / _METRES_PER_DEGREE
    across = down / max(0.01, math.cos(math.radians(place.lat)))
    ring = []
    for corner in range(_CORNERS):  # counter-clockwise, as section 3.1.6 has it
        angle = 2 * math.pi * corner / _CORNERS
        lat = min(90.0, max(-90.0, place.lat + down * math.sin(angle)))
        ring.append([round(place.lon + across * math.cos(angle), 5), round(lat, 5)])
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _area(area: Area) -> dict[str, Any]:
    properties = {key: value for key, value in msgspec.to_builtins(area).items() if key not in ("geometry", "id")}
    return {"type": "Feature", "id": area.id, "geometry": json.loads(area.geometry), "properties": properties}


exporter = GeoJson()

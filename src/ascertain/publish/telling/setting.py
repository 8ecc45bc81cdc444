"""Where the event lies: zones and areas of control that held on that day, and incidents that belong beside it."""

import json
from collections.abc import Iterator

from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from ascertain.model import Area, Incident, Place
from ascertain.publish.phrases import LINKS
from ascertain.publish.telling.claim_ids import claim_ids, without_claim_ids
from ascertain.publish.telling.scene import Scene, Sentence, cited
from ascertain.publish.telling.speakers import source_name
from ascertain.publish.wording import day_words, isolated, parse_instant, sentence_case

_METRES_PER_DEGREE = 111_320.0
_LINKS = 3


def tell(scene: Scene) -> Iterator[Sentence]:
    """Tell how the event's area lies to each zone that was in force, with who says so; then the linked incidents."""
    for area in areas_at(scene.incident, scene.dossier.areas):
        yield from _area(area, scene)
    titles = {incident.id: incident.title for incident in scene.dossier.incidents}
    for link in scene.incident.links[:_LINKS]:
        title = titles.get(link.to)
        if title is None:
            continue
        because = without_claim_ids(link.because).rstrip(".")
        text = f"{LINKS[link.kind]}: {isolated(title)}. {sentence_case(because)}."
        named = [claim for claim in claim_ids(link.because) if claim in scene.evidence.claims]
        yield scene.sentence(text, named) if named else scene.searched(text)


def areas_at(incident: Incident, areas: tuple[Area, ...]) -> list[Area]:
    """Return the areas in force when the incident happened, and those of which nobody says when they were."""
    day = (incident.when.start or incident.when.end or "")[:10] if incident.when else ""
    return [
        area
        for area in areas
        if not day
        or ((not area.valid_from or area.valid_from[:10] <= day) and (not area.valid_to or day <= area.valid_to[:10]))
    ]


def outline(area: Area) -> BaseGeometry:
    """Return an area's outline in degrees."""
    return shape(json.loads(area.geometry))


def position(place: Place, area: Area) -> str:
    """Return how the whole area in which the event may lie lies to a zone: "inside", "outside" or "across".

    The circle is drawn in degrees at its own latitude, close enough for radii up to some hundred kilometres.
    """
    assert place.lat is not None and place.lon is not None
    from shapely.affinity import scale

    radius = (place.radius_m or 0.0) / _METRES_PER_DEGREE
    circle = scale(Point(place.lon, place.lat).buffer(max(radius, 1e-6)), xfact=_stretch(place.lat), yfact=1.0)
    zone = outline(area)
    if zone.contains(circle):
        return "inside"
    return "across" if zone.intersects(circle) else "outside"


def _stretch(lat: float) -> float:
    import math

    return 1 / max(0.01, math.cos(math.radians(lat)))


_POSITIONS = {
    "inside": "The whole area in which this may have happened lies inside",
    "across": "The area in which this may have happened lies partly inside, partly outside",
    "outside": "The area in which this may have happened lies outside",
}


def _area(area: Area, scene: Scene) -> Iterator[Sentence]:
    place = scene.incident.where
    if place is None or place.lat is None or area.stated_in not in scene.evidence.items:
        return
    where = position(place, area)
    if where == "outside" and area.kind == "control":
        return
    source = isolated(_stated_by(area, scene))
    text = f"{_POSITIONS[where]} the area “{isolated(area.name)}”, as drawn from {source}{_validity(area)}."
    citation = scene.evidence.cite_item(area.stated_in or "", (area.name,))
    yield cited(text, (citation,), scene.incident.id, about=("zones",))


def _stated_by(area: Area, scene: Scene) -> str:
    return source_name(scene.evidence.items[area.stated_in or ""], scene.evidence)


def _validity(area: Area) -> str:
    if not area.valid_from and not area.valid_to:
        return "; no report here says from when it held"
    since = f" from {day_words(parse_instant(area.valid_from), weekday=False)}" if area.valid_from else ""
    until = f" until {day_words(parse_instant(area.valid_to), weekday=False)}" if area.valid_to else ""
    return f"; in force{since}{until}"

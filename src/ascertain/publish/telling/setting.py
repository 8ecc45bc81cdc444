"""Where the event lies: zones and areas of control that held on that day."""

import json
from collections.abc import Iterator

from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from ascertain.model import Area, Incident, Place
from ascertain.publish.languages import tongue
from ascertain.publish.telling.scene import Scene, Sentence, cited
from ascertain.publish.telling.speakers import one_per_origin, source_name, who_says
from ascertain.publish.wording import day_words, isolated, listed, parse_instant
from ascertain.text.fold import fold

_METRES_PER_DEGREE = 111_320.0


def tell(scene: Scene) -> Iterator[Sentence]:
    """Tell how the event's area lies to each zone that was in force, with who says so."""
    for area in areas_at(scene.incident, scene.dossier.areas):
        yield from _area(area, scene)


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
    "inside": "The whole area in which this may have happened lies inside “{area}”, as drawn from {source}{validity}.",
    "across": "The area in which this may have happened lies partly inside, partly outside “{area}”, as drawn from "
    "{source}{validity}.",
    "outside": "The area in which this may have happened lies outside “{area}”, as drawn from {source}{validity}.",
}


def _area(area: Area, scene: Scene) -> Iterator[Sentence]:
    place = scene.incident.where
    if place is None or place.lat is None:
        return
    where = position(place, area)
    if where == "outside" and area.kind == "control":
        return
    stated = scene.evidence.items.get(area.stated_in or "")
    name = isolated(tongue().name_of(area.name))
    source = isolated(source_name(stated, scene.evidence)) if stated else tongue().say("the desk's own files")
    text = tongue().say(_POSITIONS[where], area=name, source=source, validity=_validity(area))
    if stated:
        citation = scene.evidence.cite_item(stated.id, (area.name, *area.names))
        yield cited(text, (citation,), scene.incident.id, about=("zones",))
    else:
        yield scene.searched(text, about=("zones",))
    yield from _said_inside(area, scene)


def _said_inside(area: Area, scene: Scene) -> Iterator[Sentence]:
    """Tell who says that it lay inside a zone."""
    told = [
        claim
        for claim in scene.claims
        if area.kind == "zone"
        and claim.polarity == "asserted"
        and any(_inside(claim.quote.text, name) for name in (area.name, *area.names))
    ]
    ids = one_per_origin(told, scene.evidence)
    if ids:
        who = listed(list(dict.fromkeys(who_says(scene.evidence.claims[claim], scene.evidence) for claim in ids)))
        text = tongue().say("That those struck had come inside is said by {who}.", who=who)
        yield scene.sentence(text, ids, about=("zones",))


def _inside(words: str, zone: str) -> bool:
    """Whether words say of somebody that they were within a zone: its name stands behind "inside", "in" or "into"."""
    before, found, _ = fold(words).partition(fold(zone))
    return bool(found) and any(cue in before.split()[-6:] for cue in _WITHIN)


_WITHIN = frozenset({"inside", "in", "into", "within", "entered", fold("داخل"), fold("دخلت"), fold("ضمن")})


def _validity(area: Area) -> str:
    say = tongue().say
    if not area.valid_from and not area.valid_to:
        return say("; no report here says from when it held")
    day = {key: day_words(parse_instant(v), weekday=False) if v else "" for key, v in _days(area)}
    if area.valid_from and area.valid_to:
        return say("; in force from {first} until {last}", **day)
    return say("; in force from {first}" if area.valid_from else "; in force until {last}", **day)


def _days(area: Area) -> tuple[tuple[str, str | None], ...]:
    return ("first", area.valid_from), ("last", area.valid_to)

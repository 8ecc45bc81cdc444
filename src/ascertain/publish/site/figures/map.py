"""The map: places as areas of their uncertainty, zones that held, towns for orientation; never a pin."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ascertain.model import Area, Place
from ascertain.publish.languages import tongue
from ascertain.publish.site.figures.basemap import country, land, path
from ascertain.publish.site.figures.labels import Labels
from ascertain.publish.site.figures.projection import Frame
from ascertain.publish.site.figures.svg import drawing, element, link, text, title, width_of
from ascertain.publish.site.marking import in_attribute
from ascertain.publish.telling.setting import outline
from ascertain.publish.wording import coordinates, distance_words

WIDTH, HEIGHT = 880.0, 520.0
_WIDEST_DEGREES = 12.0
_FAR_DEGREES = 6.0  # from the event: what single claims name beyond it is drawn where it happens to be in view
_MOST_TOWNS = 40
_STEPS_DEGREES = (0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 30)
_STEPS_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True)
class Spot:
    """A place to draw with its label: `kind` is `event` for where it happened, `said` for a claim's own place."""

    place: Place
    label: str
    kind: str = "event"
    href: str | None = None


def draw_map(
    spots: Sequence[Spot], areas: Sequence[Area], towns: Iterable[Place], label: str, *, height: float = HEIGHT
) -> Markup | None:
    """Return the map of some spots, or None where none of them has a point."""
    spots = [spot for spot in spots if spot.place.lat is not None and spot.place.lon is not None]
    if not spots:
        return None
    outlines = [(area, outline(area)) for area in areas]
    outlines = [(area, shape) for area, shape in outlines if _fits(shape)]
    frame = Frame.around(_bounds(spots, [shape for _, shape in outlines]), WIDTH, height)
    labels = Labels(WIDTH, height)
    labels.taken.append((WIDTH - 170, height - 40, WIDTH, height))  # the scale bar's corner
    labels.taken.append((WIDTH - 48, 0, WIDTH, 120))  # the buttons'
    paths, countries = land(frame)
    layers = [
        element("g", element("rect", x=0, y=0, width=WIDTH, height=height, class_="sea"), *paths, class_="base"),
        _graticule(frame),
        element("g", *(_zone(area, shape, frame) for area, shape in outlines), class_="zones"),
        element("g", *_circles(spots, frame), class_="spots"),
        element("g", *_spot_labels(spots, frame, labels), *_zone_labels(outlines, frame, labels), class_="labels"),
        element("g", *_towns(towns, frame, labels), class_="towns"),
        element("g", *_country_names(countries, frame, labels), class_="countries"),
        _scale_bar(frame),
    ]
    return drawing(WIDTH, height, label, *layers, class_="map", data_map="")


def _fits(shape: BaseGeometry) -> bool:
    west, south, east, north = shape.bounds
    return bool(east - west <= _WIDEST_DEGREES and north - south <= _WIDEST_DEGREES)


def _bounds(spots: Sequence[Spot], outlines: Sequence[BaseGeometry]) -> tuple[float, float, float, float]:
    """Return what must be in view: the spots that are no whole country, and the zones near them.

    A place that a claim names a continent away, a dateline or a misreading, must not shrink the event to a dot.
    """
    near = [spot for spot in spots if not _is_wide(spot.place)] or list(spots)
    events = [_square(spot.place) for spot in near if spot.kind == "event"]
    if events:
        beside = box(*_union(events)).buffer(_FAR_DEGREES)
        near = [spot for spot in near if spot.kind == "event" or beside.intersects(_square(spot.place))]
    shapes = [_square(spot.place) for spot in near]
    first = _union(shapes)
    reach = box(*first).buffer(max(1.0, first[2] - first[0]))
    shapes += [shape for shape in outlines if reach.intersects(shape)]
    return _union(shapes)


def _style(spot: Spot) -> str:
    return f"spot {spot.kind} wide" if _is_wide(spot.place) else f"spot {spot.kind}"


def _is_wide(place: Place) -> bool:
    return place.klass == "country" or (place.radius_m or 0) >= 100_000


def _square(place: Place) -> BaseGeometry:
    whole = _whole(place)
    if whole is not None:
        return whole
    lat, lon = place.lat or 0.0, place.lon or 0.0
    down = min((place.radius_m or 0) / 111_320, 20)
    across = down / max(0.05, math.cos(math.radians(lat)))
    return box(lon - across, lat - down, lon + across, lat + down)


def _whole(place: Place) -> BaseGeometry | None:
    """Return the outline of a place that is a whole country: a circle about its middle would hold its neighbours."""
    return country(place.name) if place.klass == "country" else None


def _union(shapes: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    bounds = [shape.bounds for shape in shapes]
    return (min(b[0] for b in bounds), min(b[1] for b in bounds), max(b[2] for b in bounds), max(b[3] for b in bounds))


def _zone(area: Area, shape: BaseGeometry, frame: Frame) -> Markup:
    return element("path", title(tongue().name_of(area.name)), d=path(shape, frame), class_=f"area {area.kind}")


def _zone_labels(outlines: Sequence[tuple[Area, BaseGeometry]], frame: Frame, labels: Labels) -> Iterable[Markup]:
    for area, shape in outlines:
        west, south, east, north = shape.bounds
        for lat in (north, south):
            x, y = frame.point(lat, (west + east) / 2)
            where = labels.place(tongue().name_of(area.name), x, y, 12)
            if where:
                yield text(
                    tongue().name_of(area.name),
                    where[0],
                    where[1],
                    text_anchor=where[2],
                    class_=f"zone-name {area.kind}",
                )
                break


def _circles(spots: Sequence[Spot], frame: Frame) -> Iterable[Markup]:
    for spot in sorted(spots, key=lambda spot: (spot.kind == "event", -(spot.place.radius_m or 0), spot.label)):
        place = spot.place
        x, y = frame.point(place.lat or 0.0, place.lon or 0.0)
        radius = max(4.0, frame.length(place.radius_m or 0.0, place.lat or 0.0))
        if radius > WIDTH:
            continue
        what = tongue().say(
            "{name}: {distance} around {point}",
            name=spot.label,
            distance=distance_words(place.radius_m or 0),
            point=coordinates(place),
        )
        whole = _whole(place)
        if whole is not None:
            drawn = element(
                "path",
                title(tongue().say("{name}: the whole country", name=spot.label)),
                d=path(whole, frame),
                class_=_style(spot),
            )
        else:
            drawn = element("circle", title(what), cx=x, cy=y, r=radius, class_=_style(spot))
        yield link(spot.href, drawn) if spot.href else drawn


def _spot_labels(spots: Sequence[Spot], frame: Frame, labels: Labels) -> Iterable[Markup]:
    seen: set[str] = set()
    for spot in sorted(spots, key=lambda spot: (spot.kind != "event", spot.place.radius_m or 0, spot.label)):
        if spot.label in seen:
            continue
        seen.add(spot.label)
        x, y = frame.point(spot.place.lat or 0.0, spot.place.lon or 0.0)
        radius = frame.length(spot.place.radius_m or 0.0, spot.place.lat or 0.0)
        size = 14 if spot.kind == "event" else 11
        inside = width_of(spot.label, size) / 2 < radius * 0.8 and labels.take(_middle(spot.label, x, y, size))
        where = (x, y + size * 0.35, "middle") if inside else labels.place(spot.label, x, y - min(radius, y - 20), size)
        if where:
            yield text(spot.label, where[0], where[1], text_anchor=where[2], class_=f"spot-name {spot.kind}")


def _middle(words: str, x: float, y: float, size: float) -> tuple[float, float, float, float]:
    half = width_of(words, size) / 2
    return (x - half, y - size, x + half, y + size)


def _towns(towns: Iterable[Place], frame: Frame, labels: Labels) -> Iterable[Markup]:
    inside = [t for t in towns if t.lat is not None and t.lon is not None and frame.holds(t.lat, t.lon)]
    drawn = 0
    for town in sorted(inside, key=lambda town: (-(town.population or 0), town.name, town.id)):
        x, y = frame.point(town.lat or 0.0, town.lon or 0.0)
        where = labels.place(town.name, x, y, 11)
        if where:
            yield element("circle", cx=x, cy=y, r=2, class_="town")
            yield text(town.name, where[0], where[1], text_anchor=where[2], class_="town-name")
            drawn += 1
        if drawn == _MOST_TOWNS:
            return


def _country_names(
    countries: Iterable[tuple[str, float, float, float]], frame: Frame, labels: Labels
) -> Iterable[Markup]:
    for name, x, y, area in sorted(countries, key=lambda country: -country[3]):
        shown = tongue().name_of(name).upper()
        spaced = shown + "n" * (len(shown) // 4)  # the letters are set wide
        where = labels.place(spaced, x, y, 14, gap=0) if area > 2500 else None
        if where:
            yield text(shown, where[0], where[1], text_anchor=where[2], class_="country-name")


def _graticule(frame: Frame) -> Markup:
    step = next((s for s in _STEPS_DEGREES if (frame.east - frame.west) / s <= 7), 45)
    lines = []
    for number in range(math.ceil(frame.west / step), math.floor(frame.east / step) + 1):
        x, _ = frame.point(frame.south, number * step)
        lines.append(element("line", x1=x, y1=0, x2=x, y2=frame.height))
        lines.append(text(_degrees(number * step, "E", "W"), x + 3, 11))
    for number in range(math.ceil(frame.south / step), math.floor(frame.north / step) + 1):
        _, y = frame.point(number * step, frame.west)
        lines.append(element("line", x1=0, y1=y, x2=frame.width, y2=y))
        lines.append(text(_degrees(number * step, "N", "S"), 4, y - 3))
    return element("g", *lines, class_="graticule")


def _degrees(value: float, plus: str, minus: str) -> str:
    value = round(value, 2)
    return f"{abs(value):g}°{plus if value > 0 else minus if value < 0 else ''}"


def _scale_bar(frame: Frame) -> Markup:
    lat = (frame.south + frame.north) / 2
    length = [(km, frame.length(km * 1000, lat)) for km in _STEPS_KM]
    km, units = max((pair for pair in length if pair[1] <= 150), default=length[0])
    right, y = frame.width - 12, frame.height - 14
    bar = element("path", d=f"M{right - units:.1f} {y - 5:.1f}V{y:.1f}H{right:.1f}V{y - 5:.1f}")
    return element("g", bar, text(tongue().say("{n} km", n=km), right, y - 9, text_anchor="end"), class_="scale")


def legend(spots: Sequence[Spot], areas: Sequence[Area]) -> list[tuple[str, str]]:
    """Return what the map's signs mean: the class of a sign and its words."""
    say = tongue().say
    entries = [("event", say("where it may have happened: the area, never a point"))]
    if any(spot.kind == "said" for spot in spots):
        entries.append(("said", say("places that single claims name")))
    entries += [(area.kind, in_attribute(tongue().name_of(area.name))) for area in areas]
    return entries

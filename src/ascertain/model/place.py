"""Where: a place that keeps its radius."""

from typing import Literal

import msgspec

from ascertain.model.thing import Thing

PlaceClass = Literal[
    "exact", "landmark", "street", "neighbourhood", "village", "town", "city",
    "subdistrict", "district", "governorate", "country", "region",
]  # fmt: skip


class Place(Thing, frozen=True, kw_only=True):
    """A named place, an area about a point or, without `lat` and `lon`, a name only.

    `radius_m` is the radius in metres within which the place lies; `within` names the units that hold it,
    smallest first; `because` says why this one of several of the name was taken. `span_m` marks a stretch: what lies
    between two distances in metres from the place named, in the direction of `relation`, about `lat` and `lon`; `along`
    names the road it lies on.
    """

    id: str
    name: str
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    klass: PlaceClass | None = msgspec.field(name="class", default=None)
    country: str | None = None
    relation: str | None = None
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    population: int | None = None
    because: str = ""
    span_m: tuple[float, float] | None = None
    along: str | None = None


# A city's name stands for its province's, too, beside places of so many times fewer people and within so far.
_SEAT_PEOPLE, _TIMES_MORE, PROVINCE_M = 30_000, 2.5, 60_000.0


def stands_for_its_land(city: Place, other: Place) -> bool:
    """Return whether a city's name, said of what happened at another place, may mean the province about the city."""
    if city.klass == "city" and other.klass != "city":
        return True
    people = city.population or 0
    return people >= _SEAT_PEOPLE and people >= _TIMES_MORE * (other.population or 0)


class Area(Thing, frozen=True, kw_only=True):
    """A zone or an area of control: GeoJSON geometry with its days of validity and who says so.

    `kind` is `zone` or `control`; `geometry` is the GeoJSON geometry as text; `stated_in` is the id of the item
    that says it, `declared_by` the id of the party; days are plain dates. `names` are further names of it.
    """

    id: str
    kind: Literal["zone", "control"]
    name: str
    geometry: str
    names: tuple[str, ...] = ()
    holder: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    declared_by: str | None = None
    stated_in: str | None = None
    notes: str = ""

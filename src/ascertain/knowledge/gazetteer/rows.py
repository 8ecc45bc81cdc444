"""A place as every source of places gives it, before it is compiled."""

from typing import NamedTuple

from ascertain.model.place import PlaceClass

CLASSES: tuple[PlaceClass, ...] = (
    "exact", "landmark", "street", "neighbourhood", "village", "town", "city",
    "subdistrict", "district", "governorate", "country", "region",
)  # fmt: skip

# Radius in metres of a place of a class of which nothing else is known: half the width of what such a place is in
# the countries that the program is used for. A source's own figure always wins.
RADIUS_M: dict[PlaceClass, int] = {
    "exact": 100, "landmark": 500, "street": 500, "neighbourhood": 1_000, "village": 1_500, "town": 3_000,
    "city": 8_000, "subdistrict": 10_000, "district": 20_000, "governorate": 60_000, "country": 300_000,
    "region": 200_000,
}  # fmt: skip


class PlaceRow(NamedTuple):
    """One place. `names` begins with the one that is shown; `radius_m` is 0 where the class's own holds.

    `admin1` is GeoNames' code of the first-level unit; `within` names units, smallest first; `zone` is an IANA name.
    """

    id: str
    names: tuple[str, ...]
    lat: float
    lon: float
    klass: PlaceClass
    country: str = ""
    admin1: str = ""
    population: int = 0
    zone: str = ""
    radius_m: float = 0.0
    within: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    stated_in: str = ""


def class_of_population(population: int) -> PlaceClass:
    """Return the class of a populated place of which only the number of people is known."""
    if population >= 100_000:
        return "city"
    return "town" if population >= 15_000 else "village"

"""About where a village lies that no gazetteer has: what the text writes it in."""

from collections.abc import Mapping

from msgspec.structs import replace

from ascertain.group.geometry import INSIDE, is_area, point, radius_m
from ascertain.languages.place_words import leads_on
from ascertain.model import Item, Mention, Place, Reading

_FAR_AND_WIDE_M = 100_000.0  # an area wider than this says nothing of where a village is
_ABOUT_M = 20_000.0  # how far it may lie from the town that it is placed by
_IN_TOWN_M = 10_000.0  # how far a site, or a camp, may lie from the middle of the town that it is said to be in


def surroundings(item: Item, reading: Reading) -> Mapping[str, Place]:
    """Return what is written around each place of a reading that has no point, by its id, as wide as it may lie off.

    It is the first that has one of the places written in one another behind it: "X, in the west of Y".
    """
    named = sorted((one for one in reading.mentions if isinstance(one.value, Place)), key=lambda one: one.start)
    found: dict[str, Place] = {}
    for at, mention in enumerate(named):
        place = mention.value
        assert isinstance(place, Place)
        if point(place) is not None or is_area(place) or place.id in found:
            continue
        if (holder := _holder(item.text, named, at)) is not None:
            found[place.id] = replace(holder, radius_m=max(radius_m(holder), _ABOUT_M))
    return found


def spot_of(place: Place | None, around: Mapping[str, Place]) -> Place | None:
    """Return a place, one without a point where the text writes it: a market "in the middle of" a town lies there."""
    holder = around.get(place.id) if place is not None and place.klass in INSIDE and point(place) is None else None
    if place is None or holder is None or is_area(holder):
        return place
    return replace(place, lat=holder.lat, lon=holder.lon, radius_m=_IN_TOWN_M)


def _is_held(text: str, one: Mention, other: Mention) -> bool:
    land = isinstance(other.value, Place) and is_area(other.value)
    return leads_on(text[one.end : other.start], land)


def _holder(text: str, named: list[Mention], at: int) -> Place | None:
    while at + 1 < len(named) and _is_held(text, named[at], named[at + 1]):
        at += 1
        place = named[at].value
        if isinstance(place, Place) and point(place) is not None:
            return place if radius_m(place) <= _FAR_AND_WIDE_M and place.klass != "country" else None
    return None

"""Villages far abroad that only share a name with one of the land that a collection is about."""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ascertain.model import Mention, Place, Reading, content_id
from ascertain.resolve.collection.changes import changed

_LEAST = 20  # items that place something, from which on a collection tells which land it is about
_HOME = 0.5  # the share of these that place something in that land
_RARE = 0.02  # and the share up to which a land is one that the collection doesn't speak of
_KNOWN_ABROAD = 100_000  # people from which on a city is meant by its name in a report of another country
_WIDE = frozenset(("country", "region", "governorate"))
_WHY = "the place of this name lies in a country of which hardly any other item speaks, nor does this one"


def without_strays(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings, names without a point where the place of the name is a stray one.

    It lies in a country in which next to no item of the collection places anything, while most place something in one
    other; it is no large city; and its item neither names that country nor another place in it.
    """
    lands = {key: {place.country for place in _places(one) if place.lat is not None} for key, one in readings.items()}
    placing = [found for found in lands.values() if found]
    times = Counter(country for found in placing for country in found)
    if len(placing) < _LEAST or not times or max(times.values()) < _HOME * len(placing):
        return dict(readings)
    rare = {country for country, count in times.items() if country and count <= _RARE * len(placing)}
    return {key: _cleared(one, rare) if lands[key] & rare else one for key, one in readings.items()}


def _places(reading: Reading) -> Iterator[Place]:
    for mention in (*reading.mentions, *(claim.where for claim in reading.claims)):
        if mention is not None and isinstance(mention.value, Place):
            yield mention.value


def _cleared(reading: Reading, rare: set[str]) -> Reading:
    spots = {place.id: place for place in _places(reading) if place.country in rare}
    backed = Counter(place.country for place in spots.values())
    strays = {
        place.id: place
        for place in spots.values()
        if place.lat is not None and place.klass not in _WIDE and backed[place.country] == 1
        and (place.population or 0) < _KNOWN_ABROAD
    }  # fmt: skip
    if not strays:
        return reading

    def cleared(mention: Mention) -> Mention:
        value = mention.value
        if not isinstance(value, Place) or value.id not in strays:
            return mention
        name = Place(id=content_id("place", value.name), name=mention.text, klass=value.klass, because=_WHY)
        return replace(mention, value=name)

    return changed(reading, ("where",), cleared)

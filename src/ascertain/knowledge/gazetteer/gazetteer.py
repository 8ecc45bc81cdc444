"""The gazetteer: what the desk knows over what comes with the program."""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import accumulate
from typing import Any, NamedTuple

from ascertain.knowledge.gazetteer.cases import Endings, Nominatives
from ascertain.knowledge.gazetteer.compile import WITH_ARTICLE, WITHOUT_ARTICLE, usual_words
from ascertain.knowledge.gazetteer.keys import Beginnings, KeyStream, has_article, name_key
from ascertain.knowledge.gazetteer.layer import Candidate, Layer
from ascertain.knowledge.gazetteer.skeleton import likeness, skeleton
from ascertain.model import Place
from ascertain.text import Document

# A name that is not known as written may stand for a known one that sounds like it, from this likeness up. Chosen on
# pairs of names in the two scripts (bench/places.py): below it, more than one in ten is another name.
ALIKE = 0.72
# The same for two Arabic names, which both leave the vowels out: less is another name.
ALIKE_IN_ARABIC = 0.79
# Words at least so common (tenths of log10 of their count in a million) are not taken for a name that only sounds
# like them.
SPOKEN = 6
_WIDE_M = 30_000.0  # radius from which on a place of the desk's is an area
_BESIDE_DEG = 0.25  # of latitude: so near, two places are taken to lie in one unit
_IN_LAND_DEG = 0.75  # the same for places of one country, which may lie far from each other


class NameHit(NamedTuple):
    """Words [first, last) of a document that are the name of some place.

    `start` and `end` are the offsets of the name in the text, without particles; `article` tells that it has the
    article; `fame` how prominent the best known place of that name is and `common` how usual the word is otherwise
    (tenths of
    logarithms; see `compile`); `ours` that the desk's own places have it; `likeness` is under 1 for another spelling.
    """

    first: int
    last: int
    start: int
    end: int
    article: bool
    particle: str
    fame: int
    common: int
    ours: bool
    key: str
    likeness: float = 1.0
    agrees: bool = True


def digest_of_layers(digests: Iterable[str]) -> str:
    """Return the digest of a gazetteer of layers with these digests, in their order."""
    return sha256(" ".join(digests).encode()).hexdigest()


class Gazetteer:
    """Places by their names, in every script and spelling."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        """Take the layers, the desk's own first."""
        self.layers = tuple(layers)
        self.digest = digest_of_layers(layer.digest for layer in layers)
        self.licence = " AND ".join(dict.fromkeys(layer.licence for layer in layers))
        self._inflected: dict[Endings, Nominatives] = {}
        self._heard: dict[tuple[str, str], tuple[int, float] | None] = {}
        self.sounding_like = lru_cache(maxsize=50_000)(self._sounding_like)
        self.candidates = lru_cache(maxsize=50_000)(self._candidates)
        self._nearest_zone = lru_cache(maxsize=50_000)(self._zone_nearest)
        self._unit_named = lru_cache(maxsize=50_000)(self._named_unit)
        self._is_wide = lru_cache(maxsize=50_000)(self._wide_area)
        self._nearest_unit = lru_cache(maxsize=50_000)(self._unit_nearest)
        self._units_of = lru_cache(maxsize=500)(self._known_units)
        self._beginnings = Beginnings(frozenset().union(*(layer.begins() for layer in layers)), self._is_name)

    def prepare(self) -> None:
        """Read the automata that names are found by, which else are read when a few texts were."""
        for layer in self.layers:
            layer.matcher.prepare()

    def stream(self, document: Document, cases: Endings = ()) -> KeyStream:
        """Return the keys of a document; `cases` are a language's endings of names that are not in the nominative."""
        return KeyStream(document, self._beginnings, self._nominatives(cases).key if cases else None)

    def _nominatives(self, cases: Endings) -> Nominatives:
        if cases not in self._inflected:
            self._inflected[cases] = Nominatives(self.layers, cases)
        return self._inflected[cases]

    def find(self, document: Document, stream: KeyStream | None = None) -> list[NameHit]:
        """Return the longest names, left to right, none overlapping; the desk's own win over the built-in."""
        stream = stream or self.stream(document)
        if not stream.padded:
            return []
        hits: list[NameHit] = []
        taken: set[int] = set()
        for layer in self.layers:
            for hit in self._hits(layer, stream):
                words = range(hit.first, hit.last)
                if taken.isdisjoint(words):
                    taken.update(words)
                    hits.append(hit)
        for layer in self.layers:
            hits += self._sounding(layer, stream, taken)
        hits.sort()
        return hits

    def _sounding(self, layer: Layer, stream: KeyStream, taken: set[int]) -> list[NameHit]:
        """Return the desk's places that are spelt otherwise or in the other script, in words that are no name yet."""
        if layer.sounds_like is None:
            return []
        bones = [skeleton(key) or key for key in stream.keys]
        positions = {
            position: index for index, position in enumerate([0, *accumulate(len(bone) + 2 for bone in bones)])
        }
        found = []
        for start, end, _ in layer.sounds_like.find(f" {'  '.join(bones)} "):
            first, last = positions[start], positions[end]
            words = range(stream.words[first], stream.words[last - 1] + 1)
            key = "  ".join(stream.keys[first:last])
            if not taken.isdisjoint(words) or (last - first == 1 and key in usual_words(SPOKEN)):
                continue
            best = self._likest(layer, key, " ".join(bones[first:last]))
            if best is not None:
                taken.update(words)
                found.append(self._hit(layer, stream, best[0], first, last, best[1]))
        return found

    def _likest(self, layer: Layer, key: str, bones: str) -> tuple[int, float] | None:
        if (layer.digest, key) not in self._heard:
            if len(self._heard) > 100_000:
                self._heard.clear()
            alike = [(likeness(key, layer.key(number)), -number) for number in layer.alike(bones)]
            top = max(
                ((like, number) for like, number in alike if _is_alike(like, key, layer.key(-number))), default=None
            )
            self._heard[layer.digest, key] = (-top[1], round(top[0], 3)) if top else None
        return self._heard[layer.digest, key]

    def _hits(self, layer: Layer, stream: KeyStream) -> list[NameHit]:
        return [
            self._hit(layer, stream, number, first, last)
            for first, last, number in layer.matcher.find(stream)
            if not stream.is_torn(first, last) and not (layer.rank == 0 and self._is_wide(layer, number))
        ]

    def _wide_area(self, layer: Layer, number: int) -> bool:
        """Return whether the desk has but a wide area for words in which the built-in knows a name.

        "Western countryside of Orda": its words tell the area better than the middle of a governorate does.
        """
        words = layer.key(number).split("  ")
        if len(words) == 1 or any(one.radius_m < _WIDE_M for one in layer.candidates(number, False)):
            return False
        base = self.layers[-1]
        spans = ((low, high) for low in range(len(words)) for high in range(low + 1, len(words) + 1))
        return any(base.find_key("  ".join(words[low:high])) >= 0 for low, high in spans if high - low < len(words))

    def _is_name(self, key: str) -> bool:
        return any(layer.find_key(key) >= 0 for layer in self.layers)

    def _hit(self, layer: Layer, stream: KeyStream, number: int, first: int, last: int, alike: float = 1.0) -> NameHit:
        key, begin, end, start, article, particle = stream.span(first, last)
        document = stream.document
        fame = self._fame(key, layer.fame[number]) if layer.rank == 0 and alike == 1.0 else layer.fame[number]
        return NameHit(
            begin, end, start, document.ends[end - 1], article, particle, fame, layer.common[number],
            layer.rank == 0, key, alike,
            bool(layer.bits_of(number) & (WITH_ARTICLE if article else WITHOUT_ARTICLE)),
        )  # fmt: skip

    def _fame(self, key: str, fame: int) -> int:
        """Return the fame of a name that the desk has and that a place of the built-in may bear, too."""
        known = ((layer, layer.find_key(key)) for layer in self.layers)
        return max([fame, *(layer.fame[number] for layer, number in known if number >= 0)])

    def _candidates(self, key: str, article: bool = False) -> tuple[Candidate, ...]:
        """Return the places of a key, the desk's own first."""
        found: list[Candidate] = []
        for layer in self.layers:
            number = layer.find_key(key)
            if number >= 0:
                found.extend(layer.candidates(number, article))
        return tuple(found)

    def _sounding_like(self, key: str, article: bool = False, ours: bool = False) -> tuple[Candidate, ...]:
        """Return the places whose name has the consonants of `key` and sounds like it, likest first.

        With `ours`, the desk's own places alone.
        """
        layers = [layer for layer in self.layers if layer.rank == 0] if ours else self.layers
        if not layers:
            return ()
        words = key.split("  ")
        bones = [skeleton(word) for word in words]
        if not all(bones) or len("".join(bones)) < 3:
            return ()
        found: list[Candidate] = []
        for layer in layers:
            for number in layer.alike(" ".join(bones)):
                alike = likeness(key, layer.key(number))
                if _is_alike(alike, key, layer.key(number)):
                    found.extend(layer.candidates(number, article, round(alike, 3)))
        found.sort(key=lambda one: (one.rank, -round(one.likeness, 1), -one.population, one.number))
        return tuple(found)

    def lookup(self, name: str, near: tuple[float, float] | None = None) -> list[Place]:
        """Return the places of that name, likeliest first; `near` is (latitude, longitude) in degrees.

        A name that is not known as written is looked up by its sound.
        """
        words = Document(name).words
        key, article = "  ".join(name_key(words)), has_article(words)
        found = list(self.candidates(key, article) or self.sounding_like(key, article))
        if near is not None:
            found.sort(key=lambda one: (one.rank, distance_m(near, (one.lat, one.lon))))
        else:
            found.sort(key=lambda one: (one.rank, not one.agrees, -one.likeness, -_weight(one), one.number))
        return [one.place() for one in found]

    def zone_of(self, place: Place) -> str | None:
        """Return the IANA time zone of a place: its own, else its country's where it has but one."""
        zones = self._zones.get(place.country or "", {})
        if place.country and len(zones) == 1:
            return next(iter(zones))
        if place.lat is None or place.lon is None:
            return None
        if place.klass in ("country", "region"):
            return None
        nearest = self._nearest_zone(place.lat, place.lon)
        return nearest if not zones or nearest in zones else None

    @cached_property
    def _zones(self) -> dict[str, dict[str, int]]:
        import numpy as np

        zones: dict[str, dict[str, int]] = {}
        base = self.layers[-1]
        countries, zone = base.table.arrays["country"], base.table.arrays["zone"]
        names, countries_named = base.table.notes["zones"], base.table.notes["countries"]
        met = np.flatnonzero(np.bincount(countries.astype(np.int64) * len(names) + zone))
        for country, at in (divmod(pair, len(names)) for pair in met.tolist()):
            if names[at]:
                zones.setdefault(countries_named[country], {})[names[at]] = 1
        return zones

    def unit_of(self, one: Candidate) -> str:
        """Return the first-level unit of a place (`SY.12`): its own, or that of what it is stated to lie within.

        Where neither is known, that of the nearest built-in place of its country; empty where there is none.
        """
        if one.unit[3:]:
            return one.unit
        stated = (self._unit_named(name, one.country) for name in one.place().within)
        return next(filter(None, stated), "") or self._nearest_unit(one.lat, one.lon, one.country)

    def _named_unit(self, name: str, country: str) -> str:
        """Return the unit of a country that bears a name, or in which a city of that name lies."""
        found = self.candidates("  ".join(name_key(Document(name).words)))
        lands = {one.klass: one.unit for one in reversed(found) if one.country == country and one.rank and one.unit[3:]}
        return lands.get("governorate") or lands.get("city") or ""

    def _unit_nearest(self, lat: float, lon: float, country: str) -> str:
        base, beside = self.layers[-1], _IN_LAND_DEG if country else _BESIDE_DEG
        near = self._populated_near(lat, beside)
        if country:  # a town on a border lies in its own country, whatever lies across
            near = near[self._units_of(country)[base.table.arrays["unit"][near]]]
        if not len(near):
            return ""
        apart = self._apart_deg(lat, lon, near)
        at = int(apart.argmin())
        return base.unit_of(int(near[at])) if math.sqrt(apart[at]) <= beside else ""

    def _known_units(self, country: str) -> Any:
        """Return which of the built-in's first-level units are known and of a country."""
        import numpy as np

        units = self.layers[-1].table.notes["units"]
        return np.array([unit.startswith(f"{country}.") and len(unit) > len(country) + 1 for unit in units])

    def _populated_near(self, lat: float, beside: float) -> Any:
        """Return the built-in places with people that lie at most `beside` degrees of latitude north or south."""
        import numpy as np

        where, lats = self._populated
        return where[np.abs(lats - lat) <= beside]

    @cached_property
    def _populated(self) -> tuple[Any, Any]:
        import numpy as np

        arrays = self.layers[-1].table.arrays
        where = np.flatnonzero(arrays["population"] > 0)
        return where, arrays["lat"][where]

    def _apart_deg(self, lat: float, lon: float, places: Any = slice(None)) -> Any:
        """Return how far built-in places, or those of `places`, lie from a point, in squared degrees of latitude."""
        arrays = self.layers[-1].table.arrays
        east = (arrays["lon"][places] - lon + 180.0) % 360.0 - 180.0
        return (arrays["lat"][places] - lat) ** 2 + (east * math.cos(math.radians(lat))) ** 2

    def _zone_nearest(self, lat: float, lon: float) -> str | None:
        import numpy as np

        base = self.layers[-1]
        arrays, apart = base.table.arrays, self._apart_deg(lat, lon)
        apart = np.where(arrays["zone"] == 0, np.inf, apart) if base.table.notes["zones"][0] == "" else apart
        index = int(np.argmin(apart))
        return base.zone(index) or None


def _weight(one: Candidate) -> float:
    """Return how likely a place is meant when nothing else is said, in tenths of the logarithm of its people."""
    if one.klass == "country":
        return 95.0
    base = 10 * math.log10(one.population + 10)
    return (max(base, 50.0) - 6.0 if one.klass in ("governorate", "region") else base) - (0.0 if one.main else 4.0)


def distance_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance in metres between two points (latitude, longitude)."""
    lat, far = math.radians(one[0]), math.radians(other[0])
    part = math.sin((far - lat) / 2) ** 2
    part += math.cos(lat) * math.cos(far) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2 * 6_371_008.8 * math.asin(min(1.0, math.sqrt(part)))


def _is_alike(like: float, key: str, other: str) -> bool:
    return like >= (ALIKE if key.isascii() or other.isascii() else ALIKE_IN_ARABIC)

"""Places of a name that one item leaves open and the others tell: "the village of X" where they say which X.

A name that no gazetteer has in the item's own script, or of which there are several, often stands in another item with
enough beside it to be found. Where all items that place a name place it in one spot, it is there for the rest, too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ascertain.knowledge.gazetteer import distance_m
from ascertain.knowledge.gazetteer.bare import bare_name, bones
from ascertain.knowledge.gazetteer.skeleton import likeness, skeleton, sounds
from ascertain.languages.place_words import feature_words
from ascertain.model import Mention, Place, Reading
from ascertain.resolve.collection.changes import changed
from ascertain.resolve.places.choose import ANOTHER

_ONE_SPOT_M = 8_000.0
_REACH_M = 80_000.0  # how near to one of the other places of its text it must lie
_ABOUT = 0.2  # the share of all items that name what the collection is about
_ENOUGH = 2  # items that must agree where the text has no other places
_ALIKE = 0.8  # likeness of two spellings of a name across scripts
_SHORT_ALIKE = 0.99  # the same of names with a consonant or two: Owo, Goma
_AREAS = frozenset(("district", "governorate", "region", "country"))


def with_known_places(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings with a place for names without one that other items place."""
    known = _Known(readings)
    return {key: _placed(reading, known) for key, reading in readings.items()}


class _Known:
    """Where the items that place a name place it, by the name's key and by its consonants."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.places: dict[str, Place] = {}
        self.named: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.sounding: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.items: Counter[str] = Counter()
        self.about = max(_ENOUGH, round(_ABOUT * len(readings)))
        for key in sorted(readings):
            own = {place.id: (place, text) for place, text in _told(readings[key]) if _is_spot(place)}
            for place, text in own.values():
                self.places.setdefault(place.id, place)
                self.items[place.id] += 1
                for name in (text, place.name, *place.names):
                    bare = bare_name(name, feature_words())
                    if bare:
                        self.named[bare].add(place.id)
                        if found := _consonants(bare):
                            self.sounding[found].add(bare)

    def candidates(self, name: str) -> tuple[list[Place], bool]:
        """Return the known places of a name, in order of id, and whether none bears it: they only sound like it."""
        bare = bare_name(name, feature_words())
        ids = set(self.named.get(bare, ()))
        by_sound = not ids
        if not ids and (found := _consonants(bare)):
            asked = _ALIKE if bones(bare) else _SHORT_ALIKE
            for other in self.sounding.get(found, ()):
                if likeness(" ".join(bare), " ".join(other)) >= asked:
                    ids |= self.named[other]
        return [self.places[key] for key in sorted(ids)], by_sound


def _consonants(bare: tuple[str, ...]) -> str:
    """Return the consonants of a name, however few; of one that has none, its sounds."""
    key = " ".join(bare)
    return bones(bare) or "".join(map(skeleton, bare)) or sounds(key)


def _told(reading: Reading) -> Iterator[tuple[Place, str]]:
    for mention in reading.mentions:
        if isinstance(mention.value, Place):
            yield mention.value, mention.text
    for claim in reading.claims:
        if claim.where is not None and isinstance(claim.where.value, Place):
            yield claim.where.value, claim.where.text


def _wide(place: Place) -> bool:
    return place.klass == "country" or (place.radius_m or 0.0) > _REACH_M


def _is_spot(place: Place) -> bool:
    return place.lat is not None and "/" not in place.id and place.klass not in _AREAS and not place.relation


def _placed(reading: Reading, known: _Known) -> Reading:
    if not any(place.lat is None for place, _ in _told(reading)):
        return reading
    around = [(p.lat, p.lon) for p, _ in _told(reading) if p.lat is not None and p.lon is not None and not _wide(p)]
    found: dict[str, Place | None] = {}

    def placed(mention: Mention) -> Mention:
        value = mention.value
        if not isinstance(value, Place) or value.lat is not None or value.klass in _AREAS or "/" in value.id:
            return mention
        if value.because.startswith(ANOTHER):
            return mention
        if value.id not in found:
            found[value.id] = _chosen(*known.candidates(value.name), around, known)
        there = found[value.id]
        return mention if there is None else replace(mention, value=_like(value, there))

    return changed(reading, ("where",), placed)


def _chosen(candidates: list[Place], by_sound: bool, around: list[tuple[float, float]], known: _Known) -> Place | None:
    """Return the one spot that the candidates are in, of those that lie by the text's other places.

    Where the text has no other places, one item alone does not say where a name is: it may have been misled by a like
    sound far away. A like sound is then that of the place which the collection is about, or of none.
    """
    spots: list[list[Place]] = []
    for place in candidates:
        for spot in spots:
            if _apart(place, spot[0]) <= _ONE_SPOT_M:
                spot.append(place)
                break
        else:
            spots.append([place])
    if around:
        spots = [spot for spot in spots if any(distance_m(_point(spot[0]), other) <= _REACH_M for other in around)]
    else:
        asked = known.about if by_sound else _ENOUGH
        spots = [spot for spot in spots if sum(known.items[place.id] for place in spot) >= asked]
    if len(spots) != 1:
        return None
    return min(spots[0], key=lambda place: (-known.items[place.id], place.id))


def _point(place: Place) -> tuple[float, float]:
    return place.lat or 0.0, place.lon or 0.0


def _apart(first: Place, second: Place) -> float:
    return distance_m(_point(first), _point(second))


def _like(value: Place, there: Place) -> Place:
    because = f"taken to be {there.name}, where other items of the collection place the name"
    return replace(there, relation=value.relation, because=because)

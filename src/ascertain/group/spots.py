"""One key for each spot that a collection names, however it is spelt.

The built-in gazetteer and a desk's own often hold one village under two ids, "the outskirts of" a town are a third, and
a village that neither holds is known by its name alone: in one text as the village of X, in another as X, in a third in
another script.
"""

from collections.abc import Iterable, Mapping, Sequence

from ascertain.group.geometry import distance_m, is_area, point
from ascertain.knowledge.gazetteer.bare import bare_name, bones
from ascertain.knowledge.gazetteer.skeleton import skeleton
from ascertain.languages.place_words import feature_words
from ascertain.model import Place

_ONE_SPOT_M = 6_000.0
_TELLING_SOUND = 5  # from so many consonants a name is hardly another's: "kfrgls" is one village, "srg" is several


def spot_keys(places: Iterable[Place]) -> dict[str, str]:
    """Return a key for the id of each place that is no area; places of one name within 6 km have one key.

    One without a point has the key of the only spot that bears its name, where that is long enough to tell. Of several
    ids the first in order gives the key, so that the order of the places makes no difference.
    """
    every = {place.id: place for place in places if not is_area(place)}
    found: dict[str, str] = {}
    named: dict[str, list[tuple[tuple[float, float], str]]] = {}
    for name in sorted(every):
        place, base = every[name], _base(name)
        spot, sound = point(place), sound_of(place)
        if spot is None:
            continue
        same = (key for other, key in named.get(sound, ()) if distance_m(spot, other) <= _ONE_SPOT_M)
        found[name] = next(same, base)
        named.setdefault(sound, []).append((spot, found[name]))
    return found | {name: _key_of_name(name, place, named) for name, place in every.items() if name not in found}


def _key_of_name(name: str, place: Place, named: Mapping[str, list[tuple[tuple[float, float], str]]]) -> str:
    """Return the key of a place that only its name tells."""
    sound = sound_of(place)
    bearers = {key for _, key in named.get(sound, ())}
    if len(bearers) == 1 and len(sound) >= _TELLING_SOUND:
        return bearers.pop()
    return f"name {sound}" if sound else _base(name)


def spots_of(places: Sequence[Place], keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of the places that are no areas, in their order, each once."""
    return tuple(dict.fromkeys(keys[place.id] for place in places if place.id in keys))


def sound_of(place: Place) -> str:
    """Return how a place's name sounds, the same in both scripts; its words where they are too short for that."""
    bare = bare_name(place.name, feature_words())
    if place.klass == "landmark" and place.lat is None and (short := "".join(map(skeleton, bare))) and len(short) > 1:
        return short  # al-Rawda mosque, مسجد الروضة
    return bones(bare) or " ".join(bare)


def _base(identity: str) -> str:
    return identity.removesuffix("/outskirts")

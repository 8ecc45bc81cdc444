"""What makes a place that was chosen for a name unlikely after all, once all names of the text have their places."""

from collections.abc import Sequence

from ascertain.knowledge.gazetteer import Candidate, distance_m
from ascertain.model.place import PlaceClass
from ascertain.resolve.places.choose import FAR_M, NEAR_M, WELL_KNOWN, Named, UnitOf

# From so many people on a city is meant by its name in a report of another country.
_KNOWN_ABROAD = 300_000
_PARTS: frozenset[PlaceClass] = frozenset({"governorate", "region", "district", "subdistrict"})


def drop_unlikely(names: Sequence[Named], countries: frozenset[str], unit_of: UnitOf) -> None:
    """Take back places that the rest of the text makes unlikely; such a name stays a name without a point."""
    _drop_unbacked([(name, name.candidates[name.chosen]) for name in names if name.chosen >= 0], countries)
    _drop_far_off([(name, name.candidates[name.chosen]) for name in names if name.chosen >= 0], countries, unit_of)


def _drop_unbacked(chosen: Sequence[tuple[Named, Candidate]], countries: frozenset[str]) -> None:
    """Take back places in a country that nothing else in the text or case speaks of, unless the name is well known.

    A place that a name only sounds like is taken back however large it is; one that bears it, where the case says of
    which countries it is and it is a small one: many a village of one country has a namesake town in another.
    """
    told = bool(countries) or any(one.klass == "country" for _, one in chosen)
    for name, one in chosen:
        others = {other.country for beside, other in chosen if beside is not name and other.likeness == 1.0}
        if one.country in countries | others or (name.land is not None and one.country == name.land):
            continue
        if one.likeness < 1.0 or (name.by_sound and told):
            name.chosen = -1
            name.because = "it only sounds like a place in a country that nothing else here speaks of"
        elif countries and one.country and _is_little_known(one):
            name.chosen = -1
            name.because = "the place of this name lies in a country that nothing else here speaks of"


def _is_little_known(one: Candidate) -> bool:
    """Return whether a place of the built-in gazetteer is none that a report means by its name alone."""
    if one.rank == 0 or one.klass == "country":
        return False
    return one.population < _KNOWN_ABROAD or not one.main


def _drop_far_off(chosen: Sequence[tuple[Named, Candidate]], countries: frozenset[str], unit_of: UnitOf) -> None:
    """Take back little known places far from all that the text names, where it names a part of a country.

    Governorates and districts say where a report is from, as countries and capitals do not: these act and speak, too.
    A village in another land, or at the other end of the same, only shares its name with the one that is meant.
    """
    parts = [(name, one) for name, one in chosen if one.klass in _PARTS and one.country and one.likeness == 1.0]
    for name, one in chosen:
        if one.klass in _PARTS or one.population >= WELL_KNOWN or not _is_little_known(one):
            continue
        beside = [other for its, other in chosen if its.key != name.key and other.klass != "country"]
        lands = {other.country for its, other in chosen if its.key != name.key} | countries
        told = [other for its, other in parts if its.key != name.key]
        if one.country in lands:  # known to be of that land: then only its own parts tell where in it
            told = [other for other in told if other.country == one.country]
        if not told or any(_is_about(one, other, unit_of) for other in beside):
            continue
        name.chosen = -1
        name.because = f"the place of this name lies far from {told[0].place().name} and all others that the text names"


def _is_about(one: Candidate, other: Candidate, unit_of: UnitOf) -> bool:
    """Return whether a place lies in another, or so near it that a report of the one may speak of both."""
    if other.klass == "governorate" and other.country == one.country and other.unit == unit_of(one):
        return True
    reach_m = other.radius_m + NEAR_M if other.klass in _PARTS else FAR_M
    return distance_m((one.lat, one.lon), (other.lat, other.lon)) <= reach_m

"""How likely a place is to be meant by a name, before the other names of the text are looked at."""

import math

from rapidfuzz import fuzz

from ascertain.knowledge.gazetteer import Candidate
from ascertain.knowledge.gazetteer.keys import is_arabic
from ascertain.languages.place_words import place_words
from ascertain.model.place import PlaceClass
from ascertain.text.fold import fold

# However many live in a state, its name alone rather means a large city that bears it, too: Washington.
_MOST_OF_A_UNIT = 6.3
# More people than a place has that reports call so; what they call a town may be a city elsewhere.
_MOST_PEOPLE = {"village": 100_000, "town": 1_000_000}
# What a name in its own country's script has before places elsewhere that are written so in it: بيت لحم.
_AT_HOME = 1.5
_OF_MANY_LANDS = 7.0  # an ocean, a part of the world: meant before any town of its name
UNITS: frozenset[PlaceClass] = frozenset({"governorate", "region", "country", "district", "subdistrict"})
CITIES: frozenset[PlaceClass] = frozenset({"city", "town", "village", "neighbourhood"})
# How like its main name, of 100, an alternative must be written to be one of its spellings and no former name.
_A_SPELLING = 60


def prior(one: Candidate, wanted: PlaceClass | None, countries: frozenset[str], key: str = "") -> float:
    """Return how likely a place is, by the name `key`, before the other names are looked at."""
    if one.klass == "country":
        score = 9.5
    elif one.klass == "region" and not one.country:
        score = _OF_MANY_LANDS
    elif one.klass in ("governorate", "region"):
        score = min(max(math.log10(one.population + 10), 5.2), _MOST_OF_A_UNIT) - 0.6
    elif one.klass == "landmark":
        score = 4.0
    else:
        score = math.log10(one.population + 10)
    if not one.main:
        score -= 0.6 if _is_spelling(key, one) else 1.6
    score += 0.3 if one.agrees else -0.3
    score += _AT_HOME if _is_at_home(key, one) else 0.0
    score += 2.5 if one.rank == 0 else 0.0
    score += 4.0 * (one.likeness - 1.0)
    if countries:
        score += 2.5 if one.country in countries else -0.5
    if wanted in ("governorate", "region"):
        score += 2.0 if one.klass in UNITS else 0.0
    elif wanted in CITIES:
        score += 1.5 if one.klass in CITIES else -1.0
        score -= 3.0 if is_too_large(one, wanted) else 0.0
    elif wanted in ("landmark", "neighbourhood"):
        score -= 2.0 if one.klass == "governorate" else 0.0  # a camp is a town's rather than its governorate's
    elif wanted == "country" and one.klass == "country":
        score += 2.0
    return score


def _is_at_home(key: str, one: Candidate) -> bool:
    """Return whether an Arabic name is a place's in a land of Arabic names, or a sea's or river's of many lands."""
    at_home = not one.country or one.country in place_words("ar").lands
    return at_home and one.likeness == 1.0 and is_arabic(key)


def is_too_large(one: Candidate, wanted: PlaceClass | None) -> bool:
    """Return whether a place has too many people for the class that the words give it: no village is a city."""
    return one.population > _MOST_PEOPLE.get(wanted or "", math.inf)


def _is_spelling(key: str, one: Candidate) -> bool:
    """Return whether a name is the place's own, spelt otherwise; what a town was once called names others sooner."""
    return not key.isascii() or fuzz.ratio(key.replace("  ", " "), fold(one.place().name)) >= _A_SPELLING

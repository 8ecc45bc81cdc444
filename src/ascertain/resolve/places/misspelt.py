"""Names that no gazetteer has and that are one letter off from one that the same text spells right."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from ascertain.resolve.places.choose import CALLED_AFTER, Named

_LEAST = 4  # letters of a name in which one may be wrong
_LONG = 6  # letters of one in which one may be missing or too many


def take_for_misspelt(names: Sequence[Named]) -> None:
    """Take a name that nobody knows for the known one beside it from which one letter parts it, and say so.

    The first letter is right in all but few misspellings (Yannakoudakis and Fawthrop, 1983), and tells many names
    apart. What is called a street or a quarter may be called after the town.
    """
    known = [name for name in names if name.chosen >= 0]
    for name in names:
        if (
            any(one.likeness == 1.0 for one in name.candidates)
            or name.chosen >= 0
            or len(name.key) < _LEAST
            or name.wanted in CALLED_AFTER
        ):
            continue
        alike = [other for other in known if _is_alike(name.key, other)]
        if len({other.key for other in alike}) == 1:
            name.candidates, name.chosen = [alike[0].candidates[alike[0].chosen]], 0
            name.because = f"a misspelling of {name.candidates[0].place().name}, which the text names as well"


def _is_alike(key: str, other: Named) -> bool:
    if other.wanted in CALLED_AFTER or len(other.key) < _LEAST or key[0] != other.key[0]:
        return False
    if other.candidates[other.chosen].klass == "country" or (len(key) != len(other.key) and len(key) < _LONG):
        return False  # "the Iraqi" is no misspelling
    return Levenshtein.distance(key, other.key, score_cutoff=1) == 1

"""Places written one in the other: "Orda, a town in Talmira's restive north", "in Orda, Talmira, Ruritania"."""

from ascertain.extract.events.appositions import behind_a_place
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit
from ascertain.languages.place_words import LANDS, land_words, leads_on, place_words
from ascertain.model import Mention
from ascertain.text import words_of_phrase

_SEVERAL = 2
_LONGEST = 8  # words of an apposition: "a quiet farming village 60 km outside the city of"


def phrase_start(clause: Clause, index: int, mention: Mention) -> int:
    """Return where the phrase begins that names a place: with whose it is, or the land that its name stands with."""
    if clause.order != "svo":
        return mention.start
    owner = clause.owner(index)
    whose = clause.document.starts[clause.units[owner].first] if owner != index else mention.start
    return min(mention.start, whose, *(place.start for place in clause.units[index].places))


_BESIDE = frozenset({"bordering", "adjoining", "neighbouring", "neighboring", "overlooking"})


def holds_the_place_before(clause: Clause, before: Mention, begins: int, mention: Mention) -> bool:
    """Whether a place, whose phrase `begins` there, is said to hold the one that was named right before it."""
    between = clause.document.text[before.end : begins]
    if leads_on(between, is_land(mention)):
        return True
    if clause.order != "svo" or not between.startswith(","):
        return False
    return _is_an_apposition(between, clause.code) or (between == ", " and _ends_a_chain(clause, mention))


def head_place(clause: Clause, unit: Unit) -> list[Mention]:
    """Return the place that a phrase of several is of: the last, but of "Kesa district of Talmira" the first."""
    if len(unit.places) < _SEVERAL:
        return unit.places
    before, last = unit.places[-2:]
    words = words_of_phrase(clause.document.text[before.end : last.start])
    if words and words[0] in _BESIDE:
        return [before]  # "the Kesa region bordering Ruritania"
    named = any(actor.start <= before.start < actor.end for actor in unit.actors)  # "the Ruritanian province of Kesa"
    land = is_land(before) or (len(words) == _SEVERAL and words[0] in land_words())
    land = land or (
        len(words) == 1 and words_of_phrase(before.text)[-1] in land_words()
    )  # "Kesa region | of | Talmira"
    narrower = land and 0 < len(words) <= _SEVERAL and leads_on(f" {words[-1]} ")
    return [before] if narrower and not named else [last]


def is_land(place: Mention) -> bool:
    """Whether the words call a place a land that holds others."""
    words = words_of_phrase(place.text)
    return getattr(place.parsed, "feature_class", None) in LANDS or bool(words and words[0] in land_words())


def _is_an_apposition(between: str, code: str) -> bool:
    """Whether the words say what the place before is, and bring another: ", a frontline town in"."""
    words = words_of_phrase(between.strip(" ,"))
    if not 3 <= len(words) <= _LONGEST or words[0] not in ("a", "an", "the") or set(between) & set('.;:"()'):
        return False
    known = place_words(code)
    kinds = {phrase[0] for phrase, feature in known.features.items() if len(phrase) == 1 and not feature.apart}
    return any(word in kinds for word in words[1:-1]) and leads_on(f" {words[-1]} ")


def _ends_a_chain(clause: Clause, mention: Mention) -> bool:
    """Whether a comma or a stop stands behind a name, as it does behind each of a chain; a list ends with "and"."""
    at = clause.document.word_at(mention.end - 1) + 1
    words = clause.document.words
    following = [words[index] for index in range(at, min(at + 8, len(words)))]
    if following and following[0] not in (",", ".", ";", ")") and not _opens_a_clause(clause, at):
        return any(behind_a_place(one, clause.units, clause.kind) for one in _unit_ending(clause, at))
    return not any(word in ("and", "or", "&") for word in following[:4])


def _unit_ending(clause: Clause, word: int) -> list[int]:
    return [at for at, unit in enumerate(clause.units) if unit.kind == "np" and unit.last == word]


def _opens_a_clause(clause: Clause, word: int) -> bool:
    """Whether a word like "when" or "after" stands there, which no name of a list goes on with."""
    return any(unit.first == word and unit.kind == "clause" for unit in clause.units)

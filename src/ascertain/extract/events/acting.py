"""Who can act and what with: parties, weapons, and what acts as those aboard it do."""

from ascertain.extract.events.units import Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_UNARMED = frozenset({"vehicle", "illumination"})
_FLOWN = frozenset({"aircraft", "helicopter"})
_CARRIERS = _FLOWN | {"vehicle", "ship", "apc", "tank", "ifv"}
_OWNED = frozenset("area house building school hospital place_of_worship property".split())
_EXPLOSIVES = frozenset({"bombing", "landmine"})
FLOWN_TOO = frozenset({"fighter", "fighters", "bomber", "bombers"})  # behind the name of an aircraft, that aircraft
_PARTY_TYPES = frozenset({"military", "armed_group", "government", "party", "organisation", "nationality"})


def is_party(unit: Unit) -> bool:
    """Whether a noun phrase can act: an armed side, an office, people with arms."""
    kinds = {getattr(mention.parsed, "type", None) for mention in unit.actors}
    if kinds & _PARTY_TYPES and not (kinds == {"nationality"} and _only_hails(unit)):
        return True
    if unit.has("word", "own_forces"):
        return True
    cue = unit.cue("people")
    return cue is not None and (cue.value == "combatants" or "body" in cue.flags)


def _only_hails(unit: Unit) -> bool:
    """Whether a nation's adjective only says where a town lies, or whose houses or cars they are: العاصمة السورية."""
    cue = unit.cue("thing")
    return cue is not None and (cue.value in _OWNED or (cue.value == "vehicle" and not is_means(unit)))


def is_named(unit: Unit) -> bool:
    """Whether a noun phrase is a person's name, and says nothing else of them."""
    told = any(mark.cue.kind != "word" for mark in unit.marks)  # but "each of"
    return not told and any(getattr(mention.parsed, "type", None) == "person" for mention in unit.actors)


def says_only_fighters(unit: Unit) -> bool:
    """Whether a phrase has, besides its article, one word for fighters and nothing that says whose they are."""
    mark = unit.find("people")
    first = unit.first + unit.determined
    return mark is not None and mark.cue.value == "combatants" and (mark.first, mark.last) == (first, unit.last)


def is_means(unit: Unit) -> bool:
    """Whether a noun phrase names a weapon or what carries one; a car by itself is neither."""
    if unit.equipment and any(getattr(mention.parsed, "category", "") not in _UNARMED for mention in unit.equipment):
        return True
    return bool(unit.marks) and unit.find("event", "means") is not None


def is_carrier(unit: Unit, *, flown: bool = False) -> bool:
    """Whether a noun phrase names an aircraft, a ship or a vehicle with people aboard, and no munition."""
    kinds = {getattr(mention.parsed, "category", "") for mention in unit.equipment}
    cue = unit.cue("thing")
    if not kinds and cue is not None:
        kinds = {"ship" if cue.value == "vessel" else cue.value}  # "a plane", which no pack lists
    return bool(kinds) and kinds <= (_FLOWN if flown else _CARRIERS)


def is_fired(unit: Unit) -> bool:
    """Whether a noun phrase names what is fired or dropped and harms: no carrier, no drone, no gas."""
    gas = any(getattr(mention.parsed, "id", "") == "tear_gas" for mention in unit.equipment)
    return is_means(unit) and not (is_carrier(unit) or unit.has("thing", "drone") or gas)


def is_explosive(unit: Unit) -> bool:
    """Whether a noun phrase is of what explodes itself: a bomb, a charge of dynamite; a depot of explosives is not."""
    mark = unit.find("event", "means")
    if mark is None or mark.cue.value not in _EXPLOSIVES or unit.actors or unit.places:
        return False
    return not any(m.first >= mark.last and m.cue.kind in {"thing", "people", "role"} for m in unit.marks)


def is_aircraft(unit: Unit, document: Document) -> bool:
    """Whether a word for those who fight only says of what kind an aircraft is: "an Antonov bomber"."""
    flown = any(getattr(mention.parsed, "category", "") in _FLOWN for mention in unit.equipment)
    return flown and document.words[unit.last - 1] in FLOWN_TOO


def is_crewed(unit: Unit) -> bool:
    """Whether a noun phrase names what acts as those aboard do: a ship, a convoy."""
    cue = unit.cue("thing")
    return cue is not None and cue.value in {"vessel", "convoy"}


def is_a_site(unit: Unit) -> bool:
    """Whether a noun phrase names a building or the like that bears a name, whosever it is: "Saudi Hospital"."""
    named = unit.places[-1] if unit.places else None
    return named is not None and getattr(named.parsed, "feature_class", None) == "landmark"


def says_whose_only(unit: Unit) -> bool:
    """Whether a phrase is but the adjective of a nation (شن الطيران هجوماً | إيرانياً)."""
    kinds = {getattr(mention.parsed, "type", "") for mention in unit.actors}
    return kinds == {"nationality"} and unit.last - unit.first == 1 and unit.cue("people") is None


def is_a_national(unit: Unit) -> bool:
    """Whether a phrase is the word for somebody of a nation alone, without an article: قتل | سوري."""
    return says_whose_only(unit) and not unit.definite and not unit.counts


def are_counted_nationals(unit: Unit) -> bool:
    """Whether a phrase is of so many people of a nation, and of no body of theirs: 9 سوريين."""
    kinds = {getattr(mention.parsed, "type", "") for mention in unit.actors}
    return kinds == {"nationality"} and bool(unit.counts) and unit.cue("people", "role") is None


def comes_down(unit: Unit, *, hit: bool) -> bool:
    """Whether what is told to fall is an aircraft, or a drone that is not told to have hit anything."""
    return is_carrier(unit) or (unit.has("thing", "drone") and not hit)


def position_of(unit: Unit) -> Cue | None:
    """Return the cue of a position, or positions, of those named behind it (مواقع الجيش)."""
    heads = (mark.cue for mark in unit.all("thing") if mark.first == unit.first and mark.cue.value == "position")
    return next(heads, None)

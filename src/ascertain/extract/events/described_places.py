"""Places that no name tells but a noun: "a fighting position", "the village", in a sentence that tells of an attack."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.naming import name_span
from ascertain.extract.events.units import Unit, is_weapon_of
from ascertain.model import Mention

_SITES = frozenset(
    {"house", "building", "school", "hospital", "place_of_worship", "infrastructure", "position", "area"}
)


def described_places(clause: Clause, *, known: bool = False) -> list[Mention]:
    """Return the sites that a sentence describes, without a value: there is no name to look up, and no scene is made.

    What has a name in it is read as that place. `known` asks for those alone that were told of ("the hospital").
    """
    found = []
    for unit in clause.units:
        if unit.kind == "np" and unit.marks and (unit.definite or not known) and _is_site(clause, unit):
            start, end = name_span(unit, clause.document)
            found.append(Mention(kind="place", start=start, end=end, text=clause.document.text[start:end]))
    return found


def _is_site(clause: Clause, unit: Unit) -> bool:
    told = unit.find("event", "noun")
    happens = told is not None and not is_weapon_of(unit, told, clause.document)
    if unit.places or happens or unit.find("victims") is not None:
        return False
    mark = unit.find("thing")
    if mark is None or mark.cue.value not in _SITES or "aim" in mark.cue.flags or unit.cue("people") is not None:
        return False
    if any(weapon.end == clause.document.ends[unit.last - 1] for weapon in unit.equipment):
        return False
    return mark.last == unit.last if clause.order == "svo" else mark.first == unit.first

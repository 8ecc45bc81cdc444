"""Who can act and what with: parties, weapons, and what acts as those aboard it do."""

from ascertain.extract.events.units import Unit

_PARTY_TYPES = frozenset({"military", "armed_group", "government", "party", "organisation", "nationality"})


def is_party(unit: Unit) -> bool:
    """Whether a noun phrase can act: an armed side, an office, people with arms."""
    if any(getattr(mention.parsed, "type", None) in _PARTY_TYPES for mention in unit.actors):
        return True
    cue = unit.cue("people")
    return cue is not None and (cue.value == "combatants" or "body" in cue.flags)


def is_means(unit: Unit) -> bool:
    """Whether a noun phrase names a weapon or what carries one; a car by itself is neither."""
    armed = any(getattr(mention.parsed, "category", "") != "vehicle" for mention in unit.equipment)
    return armed or unit.find("event", "means") is not None


def is_crewed(unit: Unit) -> bool:
    """Whether a noun phrase names what acts as those aboard do: a ship, a convoy."""
    cue = unit.cue("thing")
    return cue is not None and cue.value in {"vessel", "convoy"}

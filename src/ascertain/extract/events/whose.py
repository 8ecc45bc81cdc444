"""Whose people those are who were counted, where others are joined behind: "a man of that family, and his wife"."""

from collections.abc import Callable, Sequence

from ascertain.extract.events.units import Unit


def past_whose(units: Sequence[Unit], kind: Callable[[int], str], index: int) -> int:
    """Return the unit behind whose people those counted before `index` are, where others are joined to them.

    In a verb-first language: "four members of the army and a civilian", "two of her children, and her husband",
    "a man of that family and his wife".
    """
    joint = index + 2 + (kind(index + 2) == "comma")
    if [kind(at) for at in (index, index + 1, joint, joint + 1)] != ["prep", "np", "conj", "np"]:
        return index
    lead, unit, other = units[index - 1], units[index + 1], units[joint + 1]
    own = (cue := unit.cue("people")) is not None and "kin" in cue.flags
    of = units[index].has("mark", "origin") and not (unit.counts or unit.is_event)
    if lead.counts:
        of = of and (own or (bool(unit.actors) and joint == index + 2))
    else:
        of = of and joint == index + 2 and _is_one(lead) and _is_kin_or_counted(other)
        of = of and not (own and _is_one(unit)) and (lead.has("people", "combatants") or not _are_fighters(unit))
    people = other.cue("people") is not None and other.find("outcome") is None
    return index + 2 if of and people else index


def _is_one(unit: Unit) -> bool:
    """Whether a phrase names one person or two by the form of the noun."""
    return (cue := unit.cue("people")) is not None and cue.form in {"singular", "dual"}


def _is_kin_or_counted(unit: Unit) -> bool:
    """Whether those joined are counted by a figure or by their form, or are somebody's kin."""
    cue = unit.cue("people")
    return cue is not None and (bool(unit.counts) or "kin" in cue.flags or cue.form in {"singular", "dual"})


def _are_fighters(unit: Unit) -> bool:
    """Whether people are a party's own: who is one of them is not counted with the civilians joined behind."""
    party = any(actor.parsed is None or actor.parsed.type != "civilians" for actor in unit.actors)
    return party or unit.has("people", "combatants")

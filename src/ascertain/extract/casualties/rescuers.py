"""Who rescues and heals, whom reports call members as they do a militia's."""

from ascertain.extract.events.clause import Clause

_ARMED = frozenset({"military", "armed_group"})


def are_rescuers(clause: Clause, at: int) -> bool:
    """Whether those whom a word calls members as it does a militia's are of a rescue service or another organisation.

    عناصر من الدفاع المدني, عناصر الهلال الأحمر: who rescues and heals is a civilian.
    """
    whose = [at]
    if clause.kind(at + 1) == "prep" and clause.units[at + 1].has("mark", "origin") and clause.kind(at + 2) == "np":
        whose.append(at + 2)
    units = [clause.units[one] for one in whose]
    parsed = [mention.parsed for unit in units for mention in unit.actors]
    if any(getattr(one, "type", None) in _ARMED and getattr(one, "actors", ()) for one in parsed):
        return False
    return any(getattr(one, "type", None) == "organisation" for one in parsed) or any(
        unit.has("role", "medical") for unit in units
    )

"""Who rescues and heals, whom reports call members as they do a militia's."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.names.party_lexicon import armed_heads
from ascertain.model import ActorName
from ascertain.text.fold import fold

_ARMED = frozenset({"military", "armed_group"})


def are_rescuers(clause: Clause, at: int) -> bool:
    """Whether those whom a word calls members as it does a militia's are of a rescue service or another organisation.

    عناصر من الدفاع المدني, عناصر الهلال الأحمر: who rescues and heals is a civilian.
    """
    whose = [at]
    joint = clause.units[at + 1] if clause.kind(at + 1) == "prep" and clause.kind(at + 2) == "np" else None
    inside = joint is not None and joint.has("mark", "place") and clause.units[at + 2].cue("thing") is None
    if joint is not None and (joint.has("mark", "origin") or inside):
        whose.append(at + 2)
    if clause.order == "vso" and clause.words(at)[-1].endswith(clause.endings.speaker):  # مقتل أحد عناصرها
        whose += [
            voice for voice in range(at) if clause.kind(voice) == "np" and clause.units[voice].has("role", "medical")
        ]
    units = [clause.units[one] for one in whose]
    parsed = [mention.parsed for unit in units for mention in unit.actors]
    if any(getattr(one, "type", None) in _ARMED and getattr(one, "actors", ()) for one in parsed):
        return False
    named = [one.name for one in parsed if isinstance(one, ActorName) and one.type == "organisation"]
    unarmed = any(fold(name.split()[-1]) not in armed_heads() for name in named if name.split())
    return unarmed or any(unit.has("role", "medical") for unit in units)

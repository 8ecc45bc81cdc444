"""What a verb or noun of striking hit in Arabic: behind what is inserted, and vehicles, which could have struck too."""

from ascertain.extract.events.acting import is_carrier, is_explosive, is_party
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause

_DURING = frozenset(("خلال", "اثناء"))
_OF_MANY = "وا"
_INSERTED = 5  # units from the preposition of what is inserted to the comma that closes it


def past_when(clause: Clause, anchor: Anchor, following: list[int], at: int) -> int | None:
    """Return the last unit of what says when and stands between a verb and what it hit, or nothing.

    A preposition and a time behind who did it, or "during" and what was going on up to a comma, also where only the
    verb's ending says that many did: استهدفوا | خلال | المعارك ، | دبابة.
    """
    if following and clause.kind(at) == "prep" and clause.kind(at + 1) == "time":
        return at + 1 if clause.kind(clause.after(at + 1)) == "np" else None
    opens = clause.kind(at) == "prep" and not _DURING.isdisjoint(clause.words(at))
    many = clause.words(anchor.unit)[-1].endswith((_OF_MANY, *clause.endings.ours))
    alone = len(following) == 1 and is_party(clause.units[following[0]])
    if not opens or not (alone or (many and not following)):
        return None
    ends = range(at + 1, min(at + _INSERTED, len(clause.units)))
    end = next((step for step in ends if clause.kind(step) == "comma"), -1)
    inside = {clause.kind(step) for step in range(at + 1, end)}
    hit = clause.units[end + 1] if end > 0 and clause.kind(end + 1) == "np" else None
    told = hit is not None and not hit.is_event and (hit.cue("thing", "people") is not None or bool(hit.places))
    return end if told and inside <= {"np", "prep", "time", "linking"} else None


def is_vehicle_aimed_at(clause: Clause, anchor: Anchor, at: int) -> bool:
    """Whether a tank or lorry stands right behind a noun for aiming, and nothing else it hit: استهداف | دبابة."""
    behind = clause.after(at)
    aimed = "aimed" in anchor.mark.cue.flags and at == anchor.unit + 1 and not clause.units[at].actors
    on = clause.kind(behind) == "np" or (clause.kind(behind) == "prep" and clause.units[behind].has("mark", "target"))
    return aimed and _is_on_the_ground(clause, at) and not on


def is_vehicle_blown_up(clause: Clause, anchor: Anchor, at: int) -> bool:
    """Whether a tank or lorry stands behind a verb of blowing up, and the charge behind it: فجرت | دبابة | بعبوة."""
    charged = anchor.type.name == "bombing" and any(is_explosive(clause.units[one]) for one in anchor.means if one > at)
    return charged and _is_on_the_ground(clause, at)


def _is_on_the_ground(clause: Clause, at: int) -> bool:
    unit = clause.units[at]
    return is_carrier(unit) and not is_carrier(unit, flown=True)

"""Who holds the land that a strike came from: "shells fired from areas held by the rebels hit the market"."""

from ascertain.extract.events.acting import is_means, is_party
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit

_REMOTE = "Explosions"  # the ACLED event type of what is done from afar
_UNDER = ["under"]


def who_holds_its_origin(clause: Clause, anchor: Anchor) -> list[int]:
    """Return the phrase that names who holds the land from which a strike with no doer named came."""
    remote = anchor.type.acled.startswith(_REMOTE) or any(is_means(clause.units[at]) for at in anchor.means)
    if clause.order != "svo" or anchor.perpetrators or not remote:
        return []
    for index, unit in enumerate(clause.units):
        land = index + 1
        brought = unit.kind == "prep" and unit.has("mark", "origin") and clause.kind(land) == "np"
        if brought and clause.units[land].has("thing", "area") and _is_fired(clause, anchor, index - 1):
            return _holders(clause, land)
    return []


def what_was_fired(clause: Clause, verb: int) -> list[int]:
    """Return the weapon before a verb of hitting where what it was fired from, or by whom, stands between.

    صواريخ | انطلقت من | ريف حماة | استهدفت, قذائف | أطلقتها | قوات النظام | استهدفت.
    """
    at = clause.before(verb)
    at -= clause.kind(at) == "conj"
    first = at
    while clause.kind(at) == "np" and clause.kind(at - 1) == "prep" and at > 1:
        at -= 2
    by = clause.kind(at - 1) == "light" and clause.units[at - 1].has("mark", "perpetrator")
    at -= 2 if at == first and clause.kind(at) == "np" and at > 1 and by else 0  # أطلقتها | قوات النظام
    at -= clause.kind(at) == "light" and at < first  # أطلقت | من
    at -= clause.kind(at) == "relative" and at < first
    free = 0 <= at < first and clause.kind(at) == "np" and clause.kind(at - 1) not in {"prep", "linking"}
    unit = clause.units[at]
    return [at] if free and is_means(unit) and not (unit.is_event or unit.actors) else []


def _is_fired(clause: Clause, anchor: Anchor, at: int) -> bool:
    """Whether a unit is the strike's noun or verb, or says that its weapon was fired, past what it was fired at."""
    while clause.kind(at) == "np" and clause.kind(at - 1) == "prep" and at not in anchor.means:
        at -= 2
    if clause.kind(at) == "np" and clause.kind(at - 1) == "verb" and at not in anchor.means:
        at -= 1  # "fired at | the town | from"
    if at == anchor.unit or at in anchor.means:
        return True
    fired = clause.kind(at) == "verb" and clause.units[at].cue("event") is not None
    return fired and clause.kind(at - 1) in {"np", "passive"} and _names_its_weapon(clause, anchor, at - 1)


def _names_its_weapon(clause: Clause, anchor: Anchor, at: int) -> bool:
    at -= clause.kind(at) == "passive"
    return at in anchor.means or at == anchor.unit or (clause.kind(at) == "np" and is_means(clause.units[at]))


def _holders(clause: Clause, land: int) -> list[int]:
    if _is_armed(clause.units[land]):
        return [land]  # "rebel-held areas"
    behind = land + 1
    if clause.kind(behind) == "verb" and clause.units[behind].cue("event") is None:
        behind += 1  # "areas | held | by"
    unit = clause.units[behind] if behind + 1 < len(clause.units) else None
    if unit is None or unit.kind != "prep" or clause.kind(behind + 1) != "np":
        return []
    by = unit.has("mark", "perpetrator") or unit.has("mark", "wielder") or clause.words(behind) == _UNDER
    return [behind + 1] if by and _is_armed(clause.units[behind + 1]) else []


def _is_armed(unit: Unit) -> bool:
    kinds = {getattr(mention.parsed, "type", None) for mention in unit.actors}
    cue = unit.cue("people")
    fighters = cue is not None and cue.value == "combatants"
    return bool(kinds & {"military", "armed_group", "government"}) or (fighters and is_party(unit))

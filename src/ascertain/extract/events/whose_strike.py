"""Whose a strike is, where "of" says it and "on" what was struck: "the strike of the army on a market"."""

from ascertain.extract.events.acting import is_a_site, is_means, is_party, says_whose_only
from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit

_STRIKES = frozenset({"attack", "raid"})
_AT = (["on"], ["against"])


def is_whose_strike(clause: Clause, anchor: Anchor, of: Unit) -> bool:
    """Whether "of" behind an attack's noun brings who carried it out, since what was struck follows it."""
    strikes = anchor.type.acled.startswith("Explosions") or anchor.type.name in _STRIKES  # not the killing of soldiers
    if clause.order != "svo" or anchor.form != "noun" or not strikes or of.kind != "linking":
        return False
    at = clause.units.index(of) + 1
    struck = at + 2
    whose = clause.units[min(at, len(clause.units) - 1)]
    acts = (is_party(whose) or is_means(whose)) and not is_a_site(whose)
    aimed = clause.kind(at + 1) == "prep" and clause.words(at + 1) in _AT and clause.kind(struck) == "np"
    return clause.kind(at) == "np" and acts and aimed


def is_verbs_object(clause: Clause, at: int, behind: int) -> bool:
    """Whether an event's noun is the subject of a verb, and the last party behind it what that hit.

    "The shelling targeted | the forces", where the verb comes first and both stand behind it.
    """
    verb = clause.before(at)
    hits = clause.kind(verb) == "verb" and clause.units[verb].has("mark", "target") and clause.after(verb) == at
    return hits and clause.kind(clause.after(behind)) != "np" and not says_whose_only(clause.units[behind])


def is_accusative(clause: Clause, at: int) -> bool:
    """Whether a phrase begins with somebody in the accusative of an object (استهدف قائداً عسكرياً)."""
    unit = clause.units[at]
    cue = unit.find("people", "singular")
    alone = cue is not None and cue.first == unit.first and "body" not in cue.cue.flags  # ميليشيا
    return alone and clause.document.words[unit.first].endswith(clause.endings.accusative)

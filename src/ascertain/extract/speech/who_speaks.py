"""Who can speak: a source, an office, a party, a name, and whoever stands between a verb of speech and "that"."""

from dataclasses import replace

from ascertain.extract.events.acting import is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit


def is_speaker(unit: Unit) -> bool:
    """Whether a noun phrase can speak: a source, an office, a party, an outlet, a person, a name."""
    if unit.find("outcome", "noun") is not None and unit.cue("role") is None:
        return False
    if unit.kind != "np" or unit.is_event or (unit.counts and unit.cue("role") is None and not unit.actors):
        return unit.pronoun
    if unit.cue("role", "people") or unit.actors or is_party(unit) or unit.pronoun or unit.has("word", "latter"):
        return True
    return not is_of_a_thing(unit) and unit.named


def is_of_a_thing(unit: Unit) -> bool:
    """Whether a noun phrase ends in a thing's noun: "government areas" speaks no more than a village does."""
    return any(mark.last == unit.last for mark in unit.all("thing"))


def is_no_source(unit: Unit, clause: Clause, index: int) -> bool:
    """Whether a phrase behind "from" is of a thing or a place ("from Orda governorate"), or whose fighters are told."""
    if clause.kind(index - 1) == "np" and clause.units[index - 1].has("people", "combatants"):
        return True
    end = clause.document.ends[unit.last - 1]
    return is_of_a_thing(unit) or any(place.end == end for place in unit.places)


def tells(clause: Clause, at: int) -> bool:
    """Whether "that" or "from" a source stands behind what a verb of speech has behind it: whoever that is speaks."""
    joined = clause.coordinated(at) if clause.order == "vso" and clause.kind(clause.before(at)) == "verb" else []
    unit = clause.units[at]
    told = unit.is_event or unit.counts or unit.find("outcome", "noun") is not None or unit.find("victims") is not None
    if not joined or told:
        return False
    behind = clause.units[min(clause.after(joined[-1]), len(clause.units) - 1)]
    return behind.has("source", "that") or behind.has("source", "through")


def names_itself(unit: Unit) -> bool:
    """Whether a noun phrase names an office, an outlet or a party, and not people of a kind."""
    if unit.pronoun or unit.is_event:
        return False
    kinds = {getattr(mention.parsed, "type", None) for mention in unit.actors}
    return unit.cue("role") is not None or bool(kinds - {"civilians", "nationality"}) or not unit.marks


def without_particle(clause: Clause, at: int) -> Unit:
    """Return a unit whose first word has the particle that joins it written onto it, cut by that letter."""
    unit, joint = clause.units[at], clause.units[at - 1]
    particle = joint.kind == "conj" and joint.first == joint.last and unit.cut == 0
    return replace(unit, cut=1) if particle else unit


def place_before(clause: Clause, at: int) -> int | None:
    """Return the word behind the place that a phrase begins with, where it does: "in Orda | the rise of the toll"."""
    unit, document = clause.units[at], clause.document
    if not unit.places or document.word_at(unit.places[0].start) != unit.first:
        return None
    return document.word_at(unit.places[0].end - 1) + 1

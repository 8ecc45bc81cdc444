"""What a sentence adds to the event told before, and when it tells of another."""

from dataclasses import replace

from ascertain.extract.events.circumstances import names_a_day
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.datelines import opens_a_line
from ascertain.extract.events.draft import Draft, Memory
from ascertain.extract.events.place_chains import is_land
from ascertain.model import Mention

_GRAVES = frozenset({"grave", "graves"})


def add_when_and_where(draft: Draft, when: Mention | None, where: Mention | None, text: str) -> None:
    """Give an event the day and place at which it is said to have happened; a day said so is surer than one near it.

    So is a place than that in which the desk wrote, with which the text opens.
    """
    if where is not None and draft.where is not None and opens_a_line(text, draft.where):
        draft.where = None
    only_said = when is not None and draft.when is not None and draft.when == draft.said_at
    draft.when = when if only_said or names_a_day(when) else draft.when or when
    wide = draft.where is not None and (is_land(draft.where) or getattr(draft.where.parsed, "land", False))
    if draft.where is None or (where is not None and wide):
        draft.where = where


def event_meant(clause: Clause, memory: Memory, number: int) -> Draft | None:
    """Return the event that a sentence goes on about: the last, unless a toll names another kind ("of the blast")."""
    last = memory.event_near(number)
    if last is None or clause.order != "svo" or not any(unit.find("toll") is not None for unit in clause.units):
        return last
    for unit in clause.units:
        told = unit.find("event", "noun") if unit.is_event and unit.definite else None
        if told is not None and told.cue.value not in {last.event, "attack", "killing"}:
            return memory.event_named(told.cue.value, {place.text for place in unit.places}) or last
    return last


def without_who_fought(clause: Clause, earlier: Draft | None) -> Draft | None:
    """Return the event before; without who did it where it befell fighters, and civilians are told of now."""
    if earlier is None or clause.order != "svo" or not (_befell_fighters(earlier) and _is_of_civilians(clause)):
        return earlier
    return replace(earlier, perpetrators=())


def gone_on_with(clause: Clause, earlier: Draft | None) -> Draft | None:
    """Return the event before, unless a sentence tells of bodies that were found elsewhere at another time or buried.

    "In August, the police discovered 19 bodies in Orda" tells nothing of an ambush in Sarun.
    """
    earlier = without_who_fought(clause, earlier)
    if earlier is None or clause.order != "svo" or earlier.where is None:
        return earlier
    found = buried = False
    for at, unit in enumerate(clause.units):
        found = found or unit.has("word", "handled") or unit.has("word", "found") or "found" in clause.words(at)
        buried = buried or not _GRAVES.isdisjoint(clause.words(at))
    timed = buried or any(unit.kind == "time" for unit in clause.units)
    bodies = any(unit.find("victims") is not None for unit in clause.units)
    places = [place for unit in clause.units for place in unit.places]
    elsewhere = bool(places) and all(place.text != earlier.where.text for place in places)
    return None if found and timed and bodies and elsewhere else earlier


def _befell_fighters(earlier: Draft) -> bool:
    """Whether all of the dead and hurt whom an event counts fought."""
    harmed = [count for count in earlier.counts if count.outcome in {"killed", "injured"} and count.group is not None]
    return bool(harmed) and all(count.group == "combatants" for count in harmed)


def _is_of_civilians(clause: Clause) -> bool:
    told = (unit for unit in clause.units if unit.find("toll") or unit.counts)
    return any(unit.has("people", group) for unit in told for group in ("civilians", "women", "children"))


_ASIDE = frozenset({"prep", "np", "time", "linking", "comma", "other"})


def says_it_happened(clause: Clause, event: int) -> bool:
    """Whether the verb of an event's noun only says that it was: "the attack, in the west of Orda, took place"."""
    beside = {clause.after(event), clause.after(clause.after(event))}
    if clause.order == "vso":
        beside.add(clause.before(event))
    else:
        at = event + 1
        while clause.kind(at) in _ASIDE and not clause.units[at].is_event:
            at += 1
        beside.add(at)
    return any(clause.kind(at) == "verb" and clause.units[at].has("word", "happening") for at in beside)

"""Capitals that stand before an event's noun for where it was, and not for their governments: "the Moscow bombing"."""

from ascertain.extract.events.clause import Clause
from ascertain.model import Mention

_PLANTED = frozenset({"bombing", "suicide_bombing", "landmine", "explosion", "shooting", "killing", "armed_clash"})

_AT = (["on"], ["against"], ["targeting"])


def leave_seats(clause: Clause) -> None:
    """Take the capitals that say where an event was from those who can have done it."""
    if clause.order != "svo":
        return
    for index, unit in enumerate(clause.units):
        if unit.actors and unit.places and unit.is_event:
            kept = [actor for actor in unit.actors if not _says_where(clause, index, actor)]
            unit.actors = kept


def _says_where(clause: Clause, index: int, actor: Mention) -> bool:
    """Whether a capital stands right in an event's phrase, with nothing behind it that somebody aimed at elsewhere."""
    unit = clause.units[index]
    told = unit.find("event", "noun")
    if told is None or not getattr(actor.parsed, "seat", False):
        return False
    seat = next((place for place in unit.places if place.start == actor.start), None)
    behind = clause.document.word_at(seat.end - 1) + 1 if seat is not None else told.last
    if behind > told.first or clause.document.words[behind] in clause.endings.possessive:
        return False
    return told.cue.value in _PLANTED or not _is_aimed(clause, index)


def _is_aimed(clause: Clause, index: int) -> bool:
    """Whether "on" or a verb right behind an event's phrase brings what was struck, and a place with it."""
    behind = clause.after(index)
    if clause.kind(behind) == "prep":
        return clause.words(behind) in _AT
    struck = clause.after(behind)
    hits = clause.kind(behind) == "verb" and clause.units[behind].find("event", "verb") is not None
    return hits and clause.kind(struck) == "np" and bool(clause.units[struck].places)

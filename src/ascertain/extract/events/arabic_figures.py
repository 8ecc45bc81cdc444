"""Figures and victims of Arabic sentences that tell of no harm: a name's number, an unknown toll, mines in general."""

from itertools import pairwise

from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_IN_GENERAL = Cue("mood", "aggregate")


def leave_figures_of_no_harm(units: list[Unit], document: Document) -> None:
    """Take figures and victims that count nobody from the units of a sentence."""
    for unit in units:
        _leave_numbers_of_names(unit, document)
    for toll, joint, victims in zip(units, units[1:], units[2:], strict=False):
        number = toll.kind == victims.kind == "np" and toll.find("toll") is not None and joint.kind == "conj"
        if number and not (toll.counts or victims.counts):
            victims.marks = [mark for mark in victims.marks if mark.cue.kind != "victims"]  # عدد القتلى | أو | الجرحى
    _leave_what_mines_do(units, document)


def _leave_numbers_of_names(unit: Unit, document: Document) -> None:
    """Leave a figure right before a noun of harm to the name before it: شبكة س 24 | مقتل."""
    told = unit.find("outcome", "noun") if unit.kind == "np" and unit.counts else None
    if told is None or told.cue.value != "killed" or unit.find("victims") is not None:
        return  # "22 injuries" are counted
    first = document.starts[told.first]
    unit.counts[:] = [count for count in unit.counts if count.start > first]


def _leave_what_mines_do(units: list[Unit], document: Document) -> None:
    """Tell what all mines and charges have led to, with no day, as no one event: تسببت | الألغام | بمقتل الآلاف."""
    if any(unit.kind == "time" for unit in units):
        return
    for verb, means in pairwise(units):
        leads = verb.kind == "verb" and (verb.find("mark") is not None and verb.has("mark", "effect"))
        arms = means.kind == "np" and not means.counts and means.find("event", "means") is not None
        word = document.words[means.first] if arms else ""
        if leads and word.startswith("ال") and (word.endswith("ات") or word in _MANY):
            verb.marks.append(Mark(verb.first, verb.last, _IN_GENERAL))


_MANY = frozenset(("الالغام", "القذايف", "المتفجرات"))

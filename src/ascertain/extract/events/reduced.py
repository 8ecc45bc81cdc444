"""Clauses cut short to a participle: "the guards killed in the raid were buried", "a farm reportedly owned by"."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit


def is_told_besides(clause: Clause, at: int) -> bool:
    """Whether a verb of its own follows what a participle says of somebody: "guards killed in a raid were buried"."""
    if clause.words(at)[0].endswith(clause.endings.present + clause.endings.ongoing):
        return False
    step = at + 1
    if _opens_a_clause(clause, step):
        return False
    while clause.kind(step) in {"other", "time"} or _brings(clause, step):
        step += 2 if _brings(clause, step) else 1
    opened = clause.kind(clause.before(at))
    step += opened == "comma" == clause.kind(step)  # "the guards, killed in the raid, were buried"
    return clause.kind(step) in {"passive", "aux"} and opened in {"np", "comma"}


def _opens_a_clause(clause: Clause, index: int) -> bool:
    """Whether "after" or the like opens a clause of somebody's own: "opened fire | after | a patrol | had stopped"."""
    opens = clause.kind(index) == "prep" and clause.units[index].has("word", "clause") and clause.order == "svo"
    led = clause.units[index + 1] if opens and clause.kind(index + 1) == "np" else None
    return led is not None and not led.is_event and clause.kind(index + 2) in {"passive", "aux", "verb"}


def _brings(clause: Clause, index: int) -> bool:
    """Whether a preposition stands right before what it brings."""
    return clause.kind(index) in {"prep", "linking"} and clause.kind(index + 1) in {"np", "time"}


def is_done_besides(clause: Clause, told: int, prep: Unit) -> bool:
    """Whether "by" brings who did what a word behind `told` says: "was killed on a farm reportedly owned by"."""
    before = clause.units.index(prep) - 1
    unit = clause.units[before]
    if before > told and unit.has("word", "in_use"):
        return True
    bare = before > told and unit.kind == "np" and unit.last - unit.first == 1
    past = bare and clause.order == "svo" and clause.words(before)[0].endswith(clause.endings.past)
    return past and not (unit.marks or unit.actors or unit.places)

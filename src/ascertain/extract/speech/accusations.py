"""Who is accused of what was done: "blaming the rebels", "was attributed to the army", "accused him of killing"."""

from dataclasses import dataclass

from ascertain.extract.events.acting import is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.stance import is_negated


@dataclass(frozen=True, slots=True)
class Accusation:
    """Noun phrases accused by the verb at a unit; `names_deed` where what they are accused of follows it."""

    at: int
    accused: tuple[int, ...]
    names_deed: bool
    refers_back: bool


def accusations(clause: Clause) -> list[Accusation]:
    """Return the accusations of a sentence, from left to right."""
    found = []
    for index, unit in enumerate(clause.units):
        if unit.accuses:
            accused = _accused(clause, index)
        elif unit.kind == "prep" and unit.has("mark", "perpetrator") and clause.kind(clause.before(index)) == "passive":
            accused = _attributed(clause, index)
        else:
            continue
        if accused and not is_negated(clause, index):
            found.append(_told(clause, index, accused))
    return found


def _accused(clause: Clause, index: int) -> list[int]:
    """Return whom a verb of accusing names: its object, its subject in the passive, or "on whom" where a deed is it."""
    if clause.is_passive(index):
        return [at for at in clause.subject(index) if _can_be_accused(clause.units[at])]
    if clause.order == "vso":
        return _accused_behind(clause, index)
    objects = clause.objects(index)
    if objects and all(clause.units[at].is_event or clause.units[at].pronoun for at in objects):
        for prep, governed in clause.phrases_after(index):
            if prep.has("mark", "target") and prep.kind != "linking":  # not "the murder of two on ..."
                parties = [at for at in governed if _can_be_accused(clause.units[at])]
                if parties:
                    return parties
    return [at for at in objects if _can_be_accused(clause.units[at])]


def _accused_behind(clause: Clause, index: int) -> list[int]:
    """Return whom a verb that comes first accuses: the second phrase behind it, or the only one of who spoke before."""
    behind: list[int] = []
    at = clause.after(index)
    while clause.kind(at) == "np" and len(behind) < 2 and not clause.units[at].is_event:
        behind.append(at)
        at = clause.after(at)
    spoken = behind[1:] or (behind if clause.leading(index) else [])
    return [at for at in spoken if _can_be_accused(clause.units[at])]


def _attributed(clause: Clause, index: int) -> list[int]:
    """Return to whom a deed is put down behind its own verb ("the attack, which killed nine, was put down to ...")."""
    subject = clause.leading(clause.before(index))
    if not subject or not all(clause.units[at].is_event or clause.units[at].pronoun for at in subject):
        return []
    after = clause.after(index)
    governed = clause.coordinated(after) if clause.kind(after) == "np" else []
    return [at for at in governed if _can_be_accused(clause.units[at])]


def _can_be_accused(unit: Unit) -> bool:
    if unit.is_event or unit.pronoun:
        return False
    return is_party(unit) or bool(unit.actors) or unit.cue("people") is not None or (unit.named and not unit.marks)


def _is_told(unit: Unit) -> bool:
    """Whether a noun phrase points back to a deed that was told: "the attack", "the crime"."""
    return unit.definite and (unit.is_event or not (unit.actors or unit.places or unit.cue("people", "thing")))


def _told(clause: Clause, index: int, accused: list[int]) -> Accusation:
    begin = max(index, *accused)
    between = [at for at in range(index + 1, begin) if clause.units[at].is_event]
    deed = between or [at for _, governed in clause.phrases_after(begin) for at in governed]
    further = clause.after(begin)
    verbal = clause.kind(further) in {"prep", "linking"} and clause.kind(clause.after(further)) in {"verb", "light"}
    back = all(_is_told(clause.units[at]) for at in deed)
    return Accusation(index, tuple(accused), bool(deed) or verbal, back and not verbal)

"""Verbs of executing that are no killing: "executed four air strikes", "executed its plan"."""

from ascertain.extract.events.clause import Clause


def is_carried_out(clause: Clause, index: int) -> bool:
    """Return whether what the verb at `index` executes is a deed, such as a strike or an operation, and no person."""
    mark = clause.units[index].find("event", "verb", "passive")
    if mark is None or mark.cue.value != "execution":
        return False
    deeds = clause.subject(index) if clause.is_passive(index) else clause.objects(index)
    return bool(deeds) and all(clause.units[at].is_event or clause.units[at].has("word", "deed") for at in deeds)

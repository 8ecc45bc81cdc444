"""Where a verb comes first: doers joined to its doer, then whom it hit (قتل الجيش والفصائل الموالية له | رجلين)."""

from ascertain.extract.casualties.victims import counting
from ascertain.extract.events.acting import is_party
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit


def past_other_doers(clause: Clause, doer: int, at: int) -> int | None:
    """Return the phrase of people counted behind the doers that "and" joins to a doer at `at`, or None."""
    if not _does_it(clause.units[doer]):
        return None
    joined = False
    while clause.kind(at) == "conj" and clause.kind(at + 1) == "np" and _does_it(clause.units[at + 1]):
        joined, at = True, clause.after(at + 1)
        if clause.kind(at) == "prep" and not clause.words(at) and clause.kind(at + 1) == "np":
            at = clause.after(at + 1)  # "others belonging | to | the government"
    suffers = joined and clause.kind(at) == "np" and counting(clause.units[at]) is not None
    return at if suffers else None


def _does_it(unit: Unit) -> bool:
    """Whether a phrase is of a party or its aircraft, or of "others" of them, and counts nobody."""
    if counting(unit) is not None or unit.find("victims") is not None or unit.is_event:
        return False
    cue = unit.cue("people")
    others = cue is not None and "others" in cue.flags
    return others or is_party(unit) or unit.find("event", "means") is not None

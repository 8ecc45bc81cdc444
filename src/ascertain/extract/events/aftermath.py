"""Times that are those of what follows an event: a burial, a visit, a toll that rose."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.found import Found
from ascertain.extract.events.let_go import is_when_they_were_let_go
from ascertain.model import Mention

_OPENING = frozenset({"light", "aux"})  # "began three days of mourning"


def times_of_the_aftermath(clause: Clause, found: Found) -> list[Mention]:
    """Return the times of a sentence that go with what followed an event, and with no event's noun beside them."""
    events = {at for at, unit in enumerate(clause.units) if unit.cue("event") is not None}
    return [
        found.times[word][1]
        for index, unit in enumerate(clause.units)
        for word in range(unit.first, unit.last)
        if word in found.times and is_of_the_aftermath(clause, index, events)
    ]


def is_of_the_aftermath(clause: Clause, index: int, anchors: set[int]) -> bool:
    """Whether a time is that of a verb for what follows such events: a burial, a visit, a toll that rose."""
    if {index - 1, index + 1} & anchors:
        return False  # "Saturday's attack"
    verb = _verb_about(clause, index)
    if verb is None or verb in anchors or _is_of_what_rose(clause, index, verb, anchors):
        return False
    between = range(min(verb, index), max(verb, index))  # "began three days of mourning on Sunday"
    subject = clause.subject(verb) if clause.order == "svo" else []  # "a vigil was held on Sunday"
    return any(clause.units[at].has("word", "aftermath") for at in (verb, *between, *subject))


def is_when_it_was_over(clause: Clause, index: int, anchors: set[int]) -> bool:
    """Whether a time is of what followed an event: a burial, a finding, a release of captives."""
    if is_of_the_aftermath(clause, index, anchors) or is_when_found(clause, index):
        return True
    return is_when_they_were_let_go(clause, index, anchors)


def is_when_found(clause: Clause, index: int) -> bool:
    """Whether a time is that of a finding told by a noun: "the discovery on Monday of a man shot in May"."""
    found = clause.kind(index - 1) == "prep" and index > 1 and clause.units[index - 2].has("word", "handled")
    return found and clause.order == "svo" and clause.kind(index + 1) == "linking"


def _is_of_what_rose(clause: Clause, index: int, verb: int, anchors: set[int]) -> bool:
    """Whether a time stands behind an event before the verb of its toll: "the toll of the attack on Monday rose"."""
    if clause.order != "svo" or index > verb or not clause.units[verb].has("word", "aftermath"):
        return False
    event = max((at for at in anchors if at < index), default=None)
    tolled = event is not None and any(clause.units[at].find("toll") is not None for at in range(event))
    return tolled and all(clause.kind(at) in {"np", "prep", "linking", "conj"} for at in range((event or 0) + 1, index))


def _verb_about(clause: Clause, index: int) -> int | None:
    """Return the verb that a time goes with: the one before it in its clause, else the one behind."""
    for steps in (range(index - 1, -1, -1), range(index + 1, len(clause.units))):
        for at in steps:
            if clause.kind(at) in {"stop", "clause", "relative"}:
                break
            if clause.kind(at) == "verb" or (clause.kind(at) in _OPENING and clause.units[at].has("word", "happening")):
                return at
    return None


def is_mourned(clause: Clause, index: int) -> bool:
    """Whether whose death a phrase tells is mourned by those whom an event told before struck.

    "Jets hit those who had gathered to bury an official"; a burial of those killed in a raid tells of the raid behind.
    """
    mourned = (at for at in range(index, max(-1, index - 4), -1) if clause.units[at].has("word", "mourning"))
    at = next(mourned, None)
    if at is None:
        return False
    told = [step for step, unit in enumerate(clause.units) if unit.cue("event") is not None]
    return any(step < at for step in told) and not any(step > index for step in told)

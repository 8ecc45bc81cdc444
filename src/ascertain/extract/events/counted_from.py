"""Events that only tell when another was: "it came a day after shelling killed five", "two days before this attack"."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.steps import VERBS
from ascertain.model import Mention
from ascertain.model.time_expression import Calendar, TimeExpression, Within

_AROUND = (["before"], ["after"])
_BETWEEN = frozenset({"np", "linking", "other", "aux", "passive"})


def day_carried(draft: Draft, earlier: Draft, clause: Clause) -> Mention | None:
    """Return the day of a telling that goes on with an earlier event: its own, or that one's.

    Not that one's where it was said before that day, and never the day on which bodies were found.
    """
    if clause.tells("word", "found") and any(unit.find("victims") is not None for unit in clause.units):
        return earlier.when
    said, then = _day(draft.said_at), _day(earlier.when)
    foretold = said is not None and then is not None and said < then
    return draft.when or (None if foretold else earlier.when)


def _day(time: Mention | None) -> tuple[int, int] | None:
    """Return the month and day of a time that names both."""
    node = time.parsed.node if time is not None and isinstance(time.parsed, TimeExpression) else None
    node = node.outer if isinstance(node, Within) else node
    if isinstance(node, Calendar) and node.day is not None and node.month is not None:
        return node.month, node.day
    return None


def tells_when_another_was(clause: Clause, anchor: int) -> bool:
    """Whether a length of time stands before "after" and the event at `anchor`, which was before the one told first.

    Behind a verb ("it came a day after rebels shelled") or a comma ("on Friday, a day after shelling killed five"); who
    "died two days after the attack" died of it.
    """
    if clause.order != "svo":
        return False
    opens = next((at for at in range(anchor - 1, 0, -1) if clause.kind(at) not in _BETWEEN), 0)
    after = clause.units[opens]
    if clause.kind(opens) == "prep" and after.has("word", "clause") and clause.words(opens) == ["after"]:
        length = opens - 1
    else:
        length = opens
    counted = clause.kind(length) == "time" and (length < opens or clause.words(length)[-1] == "after")
    led = clause.kind(anchor - 1) == "np" and not clause.units[anchor - 1].is_event
    own = clause.kind(anchor) in VERBS and led  # "after rebels shelled"
    own = own or (clause.units[anchor].is_event and clause.kind(anchor + 1) in VERBS)  # "after shelling killed"
    return counted and own and not clause.units[anchor].definite


def is_of_another_day(clause: Clause, first: int) -> bool:
    """Whether the day of the event at `first` is told by how far it lies from another's."""
    return tells_when_another_was(clause, first) or _is_dated_by_another(clause, first)


def _is_dated_by_another(clause: Clause, first: int) -> bool:
    """Whether a sentence opens with how long before or after an event, told of already, the one at `first` was."""
    for at in range(min(first, 3)):
        if clause.kind(at) == "time" and clause.kind(at + 1) == "prep" and clause.words(at + 1) in _AROUND:
            known = clause.units[min(at + 2, len(clause.units) - 1)]
            return known.kind == "np" and known.is_event and known.definite and at + 2 < first
    return False

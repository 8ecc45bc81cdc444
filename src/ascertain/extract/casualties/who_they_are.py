"""Words for the dead or the driven out that only say what something is called, or who those are whom more befell."""

from ascertain.extract.casualties.victims import counting
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Mark

_BETWEEN = frozenset({"passive", "aux", "other", "time"})


def only_names(clause: Clause, index: int, mark: Mark) -> bool:
    """Return whether a word for victims in the noun phrase at a unit tells of nobody: what became of them stands apart.

    "Martyr Kawa Hospital" is a name; "two displaced women were killed" tells who died.
    """
    return _is_in_a_name(clause, index, mark) or _says_whom_it_befell(clause, index, mark)


def _says_whom_it_befell(clause: Clause, index: int, mark: Mark) -> bool:
    """Whether "displaced" stands before people of whom a verb tells what else became of them."""
    unit = clause.units[index]
    people = unit.find("people")
    if clause.order != "svo" or mark.cue.value != "displaced" or people is None or people.first < mark.last:
        return False
    verb = index + 1
    while clause.kind(verb) in _BETWEEN:
        verb += 1
    before = clause.before(index)
    return any(
        clause.kind(at) in VERBS and (told := clause.units[at].cue("outcome")) is not None and told.value != "displaced"
        for at in (verb, before)
    )


def _is_in_a_name(clause: Clause, index: int, mark: Mark) -> bool:
    """Whether "martyr" belongs to what a hospital, a quarter or a brigade is called, and tells of nobody's death."""
    unit = clause.units[index]
    if mark.cue.form == "plural" and counting(unit):
        return False
    if clause.order == "vso":
        return mark.first > unit.first and (bool(unit.places) or unit.cue("thing") is not None)
    if mark.last == unit.last and not unit.determined:  # "Martyr Kawa neighbourhood": its name goes on behind it
        following = clause.units[index + 1] if index + 1 < len(clause.units) else unit
        return following.first == unit.last and following.kind == "np" and bool(following.places)
    head = unit.find("thing")
    named = unit.places and unit.places[-1].start <= clause.document.starts[mark.first]
    return mark.last < unit.last and (bool(named) or (head is not None and head.last == unit.last))

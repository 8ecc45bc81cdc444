"""People behind a preposition whom the participle behind them tells of: "mourned for the 12 men killed in the raid"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ascertain.extract.events.clause import Clause


def are_what_befell(clause: "Clause", index: int) -> bool:
    """Whether the verb at `index` only says what befell the people right before it, and has no object of its own.

    "Two men killed 12" have an object, and "the wives of the men died" no participle.
    """
    mark, people = clause.units[index].find("outcome", "verb"), clause.units[index - 1]
    if clause.order != "svo" or mark is None or not clause.words(index)[-1].endswith(clause.endings.past):
        return False
    if clause.kind(clause.after(index)) == "np":
        return False
    return bool(people.counts) or people.cue("people") is not None or people.has("word", "demonstratives")

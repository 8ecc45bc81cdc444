"""Reports of an event that are told to be false: "reports of an airstrike were untrue"."""

from ascertain.extract.events.clause import Clause

_PARTED = frozenset({"stop", "clause"})
_COPULA = frozenset({"passive", "aux"})


def is_called_false(clause: Clause, index: int) -> bool:
    """Return whether the event at a unit stands in a report, claim or rumour that its sentence calls false."""
    if not (clause.tells("word", "unfounded") or clause.tells("word", "belied")):
        return False
    if _is_told_false(clause, index) and _is_in_a_report(clause, index):
        return True
    return _is_led_by_false(clause, index)


def _is_led_by_false(clause: Clause, index: int) -> bool:
    """Whether "that" leads on to a unit from a word that calls it false: "it is not true that the army shelled it"."""
    for at in range(index - 1, 0, -1):
        unit = clause.units[at]
        opens = unit.kind == "np" and clause.words(at)[0] == "that"  # "not true | that nine soldiers | were killed"
        if unit.has("source", "that") or (opens and clause.units[at - 1].has("word", "unfounded")):
            return clause.units[at - 1].has("word", "unfounded")
        if unit.kind in _PARTED or unit.cue("speech") is not None:
            return False
    return False


def _is_told_false(clause: Clause, index: int) -> bool:
    """Whether a word that calls false what stands before it follows; English has "is" or "were" before it."""
    linked = clause.order != "svo"
    for at in range(index + 1, len(clause.units)):
        unit = clause.units[at]
        if unit.has("word", "belied"):
            return True
        if unit.has("word", "unfounded"):
            return linked
        parts = unit.kind in _PARTED or (unit.kind == "verb" and (not linked or unit.cue("speech") is not None))
        if parts and (clause.order != "svo" or not _is_told_with_it(clause, at)):
            return False  # but not "reports that gunmen attacked the town, killing five, are untrue"
        linked = linked or unit.kind in _COPULA
    return False


def _is_in_a_report(clause: Clause, index: int) -> bool:
    """Whether a report, a claim or "what was said" stands before a unit, and what leads on from it to what it tells."""
    own, told = clause.units[index].find("role"), clause.units[index].find("event")
    if own is not None and told is not None and own.cue.value == "statement" and own.last < told.first:
        return True  # "rumours of an attack"
    for at in range(index - 1, -1, -1):
        unit = clause.units[at]
        if _tells_of_words(clause, at):
            return _leads_on(clause, at + 1, index)
        if unit.kind == "stop" or (unit.kind == "verb" and clause.order == "svo" and not _is_told_with_it(clause, at)):
            return False
        if unit.kind == "verb" and clause.units[index].definite:
            return False  # "claims that ten died in the strike were untrue": there was a strike
    return False


def _is_told_with_it(clause: Clause, at: int) -> bool:
    """Whether a verb is of an event or of what came of one, and says nothing of who tells it."""
    return clause.units[at].cue("event", "outcome") is not None and clause.units[at].cue("speech") is None


def _tells_of_words(clause: Clause, at: int) -> bool:
    """Whether a unit is a report or a claim; the plural may have been cut as a verb ("said reports of it")."""
    unit = clause.units[at]
    role, speech = unit.cue("role"), unit.cue("speech")
    if unit.has("word", "hearsay") or (role is not None and role.value == "statement"):
        return True
    plural = clause.order == "svo" and speech is not None and clause.words(at)[-1].endswith(clause.endings.plural)
    return plural and (clause.kind(at + 1) == "linking" or clause.units[at + 1].has("source", "that"))


def _leads_on(clause: Clause, first: int, index: int) -> bool:
    """Whether "of", "about" or "that" stands among the units [first, index), or the report opens them with its own."""
    between = clause.units[first - 1 : index]
    return any(
        unit.kind in {"linking", "prep", "clause", "relative"}
        or unit.has("source", "that")
        or unit.cue("hedge") is not None
        for unit in between
    )

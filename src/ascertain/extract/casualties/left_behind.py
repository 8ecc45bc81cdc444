"""Whom a verb leaves dead or wounded, or a predicate says to be so, where the word stands behind them."""

from ascertain.extract.casualties.victims import counting
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Mark


def left_behind(clause: Clause, index: int) -> int:
    """Return whom "dead" speaks of behind an aside ("left three people, two of them children, dead"), or itself."""
    at = index - 1
    if (said_of := said_to_be(clause, index)) is not None:
        return said_of
    if clause.order == "vso":
        return index  # who stands behind a verb of effect there did it, and is not left dead
    while at > 0 and clause.kind(at) in {"comma", "np", "prep", "conj"}:
        if clause.kind(at) == "np" and clause.kind(at - 1) == "verb" and clause.units[at - 1].has("mark", "effect"):
            return at
        if clause.kind(at - 1) == "conj" and counting(clause.units[at]) and not clause.units[at].find("victims"):
            return at if _is_left_behind(clause, at - 2) else index  # "left two dead and six others, ..., injured"
        at -= 1
    return index


def left_with(clause: Clause, index: int, mark: Mark) -> list[int]:
    """Return those joined before people whom a verb of effect leaves "dead": "left three soldiers and a boy dead"."""
    unit = clause.units[index]
    joined: list[int] = []
    if (said_of := said_to_be(clause, index)) is not None:
        before = clause.coordinated_left(said_of)[:-1]
        return before if all(counting(clause.units[at]) for at in before) else []
    if clause.order != "svo" or mark.last < unit.last or unit.cue("people") is None:
        return []
    at = index
    while clause.kind(at - 1) in {"conj", "comma"} and clause.kind(at - 2) == "np" and counting(clause.units[at - 2]):
        at -= 2
        if clause.units[at].find("victims") or clause.units[at].cue("people") is None:
            return []
        joined.insert(0, at)
    effect = clause.kind(at - 1) == "verb" and clause.units[at - 1].has("mark", "effect")
    brought = clause.kind(at - 1) == "prep" and clause.units[at - 1].has("word", "accompanying")
    brought = brought and clause.kind(at - 2) not in {"verb", "light"}  # "clashed with"
    return joined if effect or brought else []  # "with five clerks and two soldiers wounded"


def _is_left_behind(clause: Clause, at: int) -> bool:
    """Whether a phrase is what a verb of effect left, which "and" goes on with."""
    effect = clause.kind(at - 1) == "verb" and clause.units[at - 1].has("mark", "effect")
    return effect and clause.kind(at) == "np"


def said_to_be(clause: Clause, index: int) -> int | None:
    """Return who is told to be dead or wounded by a predicate ("are reportedly dead", "were found dead")."""
    if clause.order != "svo" or clause.units[index].determined:
        return None
    verb = clause.before(index)
    if clause.kind(verb) == "np" and clause.kind(index - 1) == "other" and counting(clause.units[verb]):
        return verb  # "with 30 people still missing"
    if clause.kind(verb) == "passive":
        led = clause.leading(verb)
    elif clause.kind(verb) == "verb" and clause.is_passive(verb):
        led = clause.subject(verb)
    else:
        return None
    return led[-1] if led and counting(clause.units[led[-1]]) else None

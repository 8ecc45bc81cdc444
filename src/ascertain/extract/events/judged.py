"""Events that are told only as what somebody condemns or nobody claims: "condemned the bombing in Orda"."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.merging import Telling
from ascertain.extract.events.units import Unit

_JUDGING = frozenset({"condemn", "take_responsibility"})
_LOOSE = frozenset({"other", "time", "quote", "passive", "aux"})


def is_judged(draft: Draft, telling: Telling, clause: Clause) -> bool:
    """Whether one event, told by its noun with the place right behind it, is condemned, claimed or left unclaimed.

    It happened, whoever did it: nobody condemns what was not. A land alone is no place at which it can be found.
    """
    main = telling.main
    if clause.order != "svo" or draft.where is None or main.form != "noun" or draft.mood != "actual":
        return False
    unit = clause.units[main.unit]
    plural = clause.document.words[main.mark.last - 1].endswith(clause.endings.plural)
    if plural or not unit.determined or unit.has("word", "unbounded"):
        return False
    if getattr(draft.where.parsed, "land", False) and draft.when is None:
        return False
    here = any(
        draft.where in clause.units[at].places
        for prep, governed in clause.phrases_after(main.unit)
        for at in governed
        if prep.has("mark", "place") or prep.kind == "linking"
    )
    return here and (_is_object(clause, main.unit) or _is_led(clause, main.unit))


def _is_object(clause: Clause, at: int) -> bool:
    """Whether an act of condemning or claiming, or of nobody's claiming, stands right before a noun."""
    before = at - 1
    while clause.kind(before) in {"prep", "linking", *_LOOSE} and not _judges(clause.units[before]):
        before -= 1
    return before >= 0 and _judges(clause.units[before])


def _is_led(clause: Clause, at: int) -> bool:
    """Whether a noun and its place are what is condemned: "the bombing in Orda was condemned by"."""
    verb = at + 1
    while clause.kind(verb) in {"prep", "linking", "np", *_LOOSE}:
        verb += 1
    return clause.kind(verb) == "verb" and _judges(clause.units[verb]) and clause.is_passive(verb)


def _judges(unit: Unit) -> bool:
    said = unit.cue("speech")
    return unit.cue("silence") is not None or (said is not None and said.value in _JUDGING)

"""That nobody came to harm, or that some of those told of did not."""

from typing import cast

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit
from ascertain.extract.speech.stance import is_negated
from ascertain.model.claim import Outcome

_LED = frozenset({"prep", "verb"})
_TIMES = frozenset(("قبل", "قبيل", "بعد", "بعيد", "منذ", "عقب", "لحظه", "يوم", "جاء", "ياتي"))
_BOTH = ("killed", "injured")


def none_told(index: int, unit: Unit) -> list[Harm]:
    """Return what a phrase like "no casualties" says: nobody killed, nobody injured.

    "No others" says no figure, nor does that nobody has heard of any.
    """
    cue = unit.cue("none")
    if cue is None or cue.value in ("others", "unheard"):
        return []
    outcomes = {"casualties": _BOTH, "spared": _BOTH[1:]}.get(cue.value, (cue.value,))
    return [Harm(cast(Outcome, outcome), index, none=True) for outcome in outcomes]


def without_spared(clause: Clause, found: list[Harm]) -> list[Harm]:
    """Return the outcomes without the nought of those who came away where others of the sentence did not.

    "Killed eight; three survived unharmed" tells nothing of how many were hurt.
    """
    found = _without_those_found(_without_deaths_looked_back_on(clause, found))
    if not any(harm.none for harm in found):
        return found
    hurt = any(harm.outcome in _BOTH and not harm.none and not harm.negated for harm in found)
    spared = {at for at, unit in enumerate(clause.units) if (cue := unit.cue("none")) and cue.value == "spared"}
    return [harm for harm in found if not (hurt and harm.none and harm.unit in spared)]


def _without_deaths_looked_back_on(clause: Clause, found: list[Harm]) -> list[Harm]:
    """Return the outcomes without "his death" where it only says when something was, of one who is told to be dead.

    كتبت الشهيدة قبل | استشهادها, تسليم جثة المدني بعد | وفاته: one person.
    """
    if clause.order != "vso":
        return found
    return [harm for place, harm in enumerate(found) if not _says_when(clause, harm, found[:place])]


def _says_when(clause: Clause, harm: Harm, before: list[Harm]) -> bool:
    unit, at = clause.units[harm.unit], harm.unit
    theirs = unit.find("victims", "singular") is not None and unit.last - unit.first == 1
    if not theirs or not clause.words(at)[0].endswith(clause.endings.speaker) or clause.kind(at - 1) not in _LED:
        return False
    known = any(one.outcome == harm.outcome and one.numbers and one.numbers[0].high == 1 for one in before)
    return known and not _TIMES.isdisjoint(clause.words(at - 1))


def _without_those_found(found: list[Harm]) -> list[Harm]:
    """Return the outcomes without those who are missing only by the words of where they died: "under the rubble"."""
    dead = [set(harm.victims) for harm in found if harm.outcome == "killed" and harm.victims]
    missing = (harm for harm in found if harm.outcome == "missing")
    same = {harm.unit for harm in missing if any(harm.victims and set(harm.victims) <= those for those in dead)}
    return [harm for harm in found if not (harm.outcome == "missing" and harm.unit in same)]


def befell_none(clause: Clause, harm: Harm) -> bool:
    """Return whether a word between a verb and its object says that it was none of them, or that nothing led to it."""
    between = clause.units[harm.unit + 1 : harm.victims[0]] if harm.victims else []
    return any(unit.cue("negation") is not None for unit in between) or _came_of_nothing(clause, harm.unit)


def _came_of_nothing(clause: Clause, at: int) -> bool:
    """Whether a phrase is what an event is denied to have led to: لم تسفر الغارة عن سقوط قتلى أو جرحى."""
    if clause.kind(at) != "np":
        return False
    led = clause.verb_before(at)
    between = clause.units[led + 1 : at] if led is not None else []
    if led is None or not clause.units[led].has("word", "leading_to") or any(unit.kind == "clause" for unit in between):
        return False
    return is_negated(clause, led)

"""Bombs that are found, defused, smuggled or struck: weapons that did not go off, and no event."""

from collections.abc import Iterator

from ascertain.extract.events.anchor import Anchor
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit

_BLASTS = frozenset({"bombing", "explosion", "landmine"})
_LONG = 9  # units from a verb of planting to what is planted
_PLANTS = frozenset(("يزرع", "تزرع", "يزرعون"))
_PLANTED = frozenset(("زرع", "زرعت", "زرعوا"))
_NEAR = 3  # units between a bomb and the word that tells what was done with it
_LOOSE = frozenset({"prep", "linking", "quote", "other", "time", "passive", "aux"})


def is_handled(clause: Clause, at: int) -> bool:
    """Return whether the bomb named at a unit is only told to have been found, defused, destroyed or the like."""
    unit = clause.units[at]
    weapon, told = unit.find("event", "means"), unit.find("event", "noun")
    if weapon is None or told is None or weapon.first > told.first or weapon.last < told.last:
        return False
    return (
        _is_planted(clause, at)
        or _is_handled_before(clause, at)
        or _is_handled_behind(clause, at)
        or _is_struck(clause, at)
    )


def _is_planted(clause: Clause, at: int) -> bool:
    """Whether the verb before it only tells of planting mines, time and again or a number of them: تزرع | الألغام."""
    verb = at - 1
    while verb > 0 and at - verb <= _LONG and clause.kind(verb) in {"np", "prep", "comma", "conj", "other", "time"}:
        verb -= 1
    told = verb >= 0 and clause.kind(verb) in {"verb", "light"}
    word = clause.words(verb)[0][clause.units[verb].cut :] if told else ""
    return word in _PLANTS or (word in _PLANTED and bool(clause.units[at].counts))


def is_made_safe(clause: Clause, anchor: Anchor) -> bool:
    """Return whether those who blow up a bomb are there to make it safe: "army engineers detonated a bomb"."""
    if anchor.type.name not in _BLASTS or not clause.tells("word", "sappers"):
        return False
    return any(
        clause.units[at].has("word", "sappers") for at in (*anchor.perpetrators, *_who_blew_it_up(clause, anchor))
    )


def _who_blew_it_up(clause: Clause, anchor: Anchor) -> Iterator[int]:
    """Yield the phrases that can be who did it, whether they are a party or not."""
    if clause.order != "vso":
        yield from clause.subject(anchor.unit) if anchor.form == "verb" else ()
        return
    behind, at = clause.after(anchor.unit), anchor.unit
    if anchor.form == "verb" and clause.kind(behind) == "np":
        yield behind
    while clause.kind(at) in {"np", "prep"}:
        at -= 1
    blew = clause.units[at].find("event", "verb")
    if at < anchor.unit and (clause.units[at].has("word", "light") or (blew is not None and blew.cue.value in _BLASTS)):
        yield from (step for step in range(at + 1, anchor.unit + 1) if clause.kind(step) == "np")
    for prep, governed in clause.phrases_after(anchor.unit):
        yield from governed if prep.has("mark", "perpetrator") else ()


def _is_handled_before(clause: Clause, at: int) -> bool:
    """Whether it is what a verb or noun before it was done to: "defused a bomb", "the discovery of a car bomb"."""
    doers = 0
    for index in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if _handles(clause.units[index]):
            return True
        doers += clause.kind(index) == "np"
        if clause.kind(index) not in _LOOSE and not (
            clause.order == "vso" and clause.kind(index) == "np" and doers < 2
        ):
            return False
    return False


def _is_handled_behind(clause: Clause, at: int) -> bool:
    """Whether a passive behind it tells so: "a car bomb was found"."""
    for index in range(at + 1, min(len(clause.units), at + 1 + _NEAR)):
        if _handles(clause.units[index]):
            return clause.is_passive(index)
        if clause.kind(index) not in _LOOSE:
            return False
    return False


def _is_struck(clause: Clause, at: int) -> bool:
    """Whether it is what was destroyed: "a strike destroyed two car bombs"."""
    verb = at - 1
    while verb > 0 and clause.kind(verb) in {"np", "comma", "conj"}:
        verb -= 1
    if clause.order != "svo" or verb < 0 or not _destroys(clause.units[verb]) or clause.is_passive(verb):
        return False
    return at in clause.objects(verb)


def _destroys(unit: Unit) -> bool:
    mark = unit.find("outcome", "verb")
    return mark is not None and mark.cue.value in {"destroyed", "damaged"}


def _handles(unit: Unit) -> bool:
    said = unit.cue("speech")
    return unit.has("word", "handled") or (said is not None and "finds" in said.flags)

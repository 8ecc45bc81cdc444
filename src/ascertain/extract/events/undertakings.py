"""Verbs of killing that kill nobody: "executed four air strikes", "eliminated a threat"."""

from itertools import pairwise

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Unit

_OFFICES = frozenset({"post", "position", "office", "rank", "job"})
_CHARGED = frozenset(("مسوول", "مسوولا", "مسووله", "مسوولي", "مسوولين"))


def is_impersonal(unit: Unit) -> bool:
    """Return whether the head of a noun phrase is no person and no thing: a plan, a threat; not an operations room."""
    mark = unit.find("word", "noun")
    return mark is not None and mark.cue.value == "impersonal" and mark.last == unit.last


def is_carried_out(clause: Clause, index: int) -> bool:
    """Return whether what the verb at `index` executes is a deed, such as a strike or an operation, and no person."""
    mark = clause.units[index].find("event", "verb", "passive")
    if mark is None or mark.cue.value != "execution":
        return False
    deeds = clause.subject(index) if clause.is_passive(index) else clause.objects(index)
    if not deeds and clause.kind(index - 1) == "np":
        deeds = [index - 1]  # "an attack executed against the convoy"
    return bool(deeds) and all(clause.units[at].is_event or is_impersonal(clause.units[at]) for at in deeds)


def is_somebodys_charge(clause: Clause, index: int) -> bool:
    """Return whether a deed of many is only what one person is in charge of: كان مسؤولا | عن | إطلاق الصواريخ.

    Who is responsible for one attack is said to have done it.
    """
    unit, of = clause.units[index], index - 1
    if clause.order != "vso" or clause.kind(of) not in {"prep", "np"}:
        return False
    of -= clause.kind(of) == "prep"
    words = clause.words(of) if clause.kind(of) == "np" else []
    charged = bool(_CHARGED.intersection(word.removeprefix("ال") for word in words))
    who = [clause.units[at] for at in (of - 1, of) if clause.kind(at) == "np"]
    one = any(one.find("people", "singular") or one.find("victims", "singular") or one.cue("role") for one in who)
    named = any(getattr(mention.parsed, "type", "") == "person" for one in who for mention in one.actors)
    told = clause.document.words[unit.first : unit.last]
    return charged and (one or named) and not unit.counts and any(word.startswith("ال") for word in told)


def befalls_nobody(clause: Clause, index: int) -> bool:
    """Return whether all that the verb at `index` is told to have befallen is no person and no thing."""
    objects = clause.objects(index)
    objects = objects or (clause.subject(index) if clause.order == "svo" and clause.is_passive(index) else [])
    return bool(objects) and all(is_impersonal(clause.units[at]) or _is_an_office(clause, index, at) for at in objects)


def _is_an_office(clause: Clause, verb: int, at: int) -> bool:
    """Whether what is done away with is an office that somebody holds: "eliminated the post of party president"."""
    told = clause.units[verb].find("outcome")
    words = clause.words(at) if told is not None and told.cue.value == "killed" and clause.order == "svo" else []
    return any(word in _OFFICES and behind == "of" for word, behind in pairwise(words))


def is_only_an_aim(clause: Clause, index: int, victims: list[int]) -> bool:
    """Return whether a word for doing away with somebody counts nobody: "with the aim of ending the group".

    Nor does it where what became of those counted is told behind them ("the fall of five civilians wounded").
    """
    mark = clause.units[index].find("outcome")
    if mark is None or "counted" not in mark.cue.flags:
        return False
    counted = any(clause.units[at].counts for at in victims)
    behind = clause.after(victims[-1]) if victims else index
    return not counted or (clause.kind(behind) == "np" and clause.units[behind].cue("victims") is not None)

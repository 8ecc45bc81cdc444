"""Who was about to do something when it befell them: "men waiting to cross the border were shot"."""

from ascertain.extract.events.steps import VERBS, Steps

_FAR = 7  # units between the "to" of an aim and the passive behind it
_AIMED_AT = frozenset({"np", "prep", "linking", "time"})
_LATEST = frozenset({"latest", "first", "second", "third", "fourth", "last"})
_FINITE = frozenset({"passive", "aux"})


def is_the_latest_to(clause: Steps, index: int) -> bool:
    """Whether an infinitive tells what the latest or worst of its kind did: "in the latest violence to hit Orda"."""
    if clause.order != "svo" or index < 2 or clause.words(index - 1)[-1] != "to":
        return False
    own = len(clause.words(index - 1)) > 1  # "the latest violence to" in one
    at = index - 1 if own else index - 2
    told = clause.units[at]
    if told.cue("people") is not None or told.actors:
        return False  # "the first rebels to attack Orda"
    return clause.kind(at) == "np" and (told.has("word", "superlative") or not _LATEST.isdisjoint(clause.words(at)))


def with_an_aim(clause: Steps, index: int) -> int | None:
    """Return whom a participle with its infinitive describes, where a passive behind these tells their fate."""
    at = index - 1
    while clause.kind(at) == "other":
        at -= 1
    if clause.order != "svo" or clause.kind(at) not in _FINITE or clause.kind(at - 1) != "np":
        return None
    for to in range(at - 1, max(-1, at - 1 - _FAR), -1):
        if clause.words(to)[-1] == "to":
            return _who_aims(clause, to)
        if clause.kind(to) == "np" and clause.words(to)[-2:-1] == ["to"]:
            return to if clause.words(to)[-3].endswith(clause.endings.ongoing) else None  # "six people trying to flee"
        led = to > 0 and clause.words(to - 1)[-1] == "to" and clause.kind(to) in {*VERBS, "passive"}
        if clause.kind(to) not in _AIMED_AT and not led:
            return None
    return None


def _who_aims(clause: Steps, to: int) -> int | None:
    """Return the phrase that ends in a participle, or stands before one, which goes on at a "to"."""
    own = clause.words(to)
    if len(own) > 1:
        trying = own[0].endswith(clause.endings.ongoing) and clause.kind(to - 1) == "np"
        return to - 1 if trying else None  # "two girls | trying to"
    if to == 0 or not clause.words(to - 1)[-1].endswith(clause.endings.ongoing):
        return None
    if clause.kind(to - 1) == "np" and len(clause.words(to - 1)) > 1:
        return to - 1  # "three men waiting | to"
    return to - 2 if clause.kind(to - 1) in VERBS and clause.kind(to - 2) == "np" else None

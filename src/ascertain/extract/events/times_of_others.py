"""Times that a verb-first sentence gives to what else it tells: a relative's, what was before, when somebody died."""

import re

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.steps import VERBS

_AFTER = (["بعد", "ان"], ["بعدما"], ["قبل", "ان"], ["قبلما"])
_BACK = ("قبل", "منذ")
_IS_TO_COME = re.compile("و?س[يتن].{3,}|سوف|المقرر|المتوقع")
_LATER = frozenset({"بعد", "وبعد"})
_LENGTHS = (
    "ساع",
    "يوم",
    "ايام",
    "اسبوع",
    "اسابيع",
    "شهر",
    "اشهر",
    "شهور",
    "دقايق",
    "دقيق",
    "سنه",
    "سنوات",
    "عام",
    "اعوام",
)
_DYING = ("متاثر", "متاثرا", "متاثره", "متاثرين")
_OTHER_KINDS = frozenset({"protest", "statement", "agreement", "ceasefire", "displacement", "evacuation", "withdrawal"})
_REACH = 6  # units between what a relative describes and the time that it gives


def is_told_of_another(clause: Clause, time: int, anchors: set[int], event: str) -> bool:
    """Whether a time is of another event than the one told at some units, of which it says nothing."""
    if clause.order != "vso":
        return False
    return (
        _is_a_relatives(clause, time, anchors)
        or _is_of_the_time_before(clause, time, anchors)
        or _is_of_what_had_been(clause, time, anchors)
        or _is_so_long_later(clause, time)
        or (event != "killing" and _is_when_somebody_died(clause, time, anchors))
    )


def _is_a_relatives(clause: Clause, time: int, anchors: set[int]) -> bool:
    """Whether a relative gives the day of an event of a kind of its own: بالاحتجاجات | التي | اندلعت | قبل يومين."""
    behind = range(time - 1, max(0, time - _REACH), -1)
    relative = next((at for at in behind if clause.kind(at) in {"relative", "comma", "stop", "clause"}), 0)
    if not relative or clause.kind(relative) != "relative" or max(anchors) >= relative:
        return False
    about = clause.units[relative - 1]
    told = about.find("event", "noun")
    own = told is not None and not any(
        mark.cue.value == told.cue.value for at in anchors for mark in clause.units[at].all("event")
    )
    return own and relative - 1 not in anchors and told is not None and told.cue.value in _OTHER_KINDS


def _is_of_the_time_before(clause: Clause, time: int, anchors: set[int]) -> bool:
    """Whether "after" opens a clause with an event's verb of its own before a time: بعد أن | اختطف | قبل يومين."""
    opens = next((at for at in range(time - 1, -1, -1) if clause.kind(at) in {"clause", "stop"}), -1)
    if opens < 0 or clause.words(opens) not in _AFTER or max(anchors) >= opens:
        return False
    if clause.document.words[clause.units[time].first] not in _BACK:
        return False
    inside = (at for at in range(opens + 1, time) if clause.kind(at) in VERBS)
    return any(clause.units[at].find("event", "verb", "passive") is not None for at in inside)


def _is_so_long_later(clause: Clause, time: int) -> bool:
    """Whether "after" and a length count on from what was told, and not from now: انسحبت | بعد عدة ساعات."""
    words = clause.words(time)
    behind = clause.words(time + 1) if clause.kind(time + 1) == "prep" else []
    counted = words[0] in _LATER and any(word.startswith(_LENGTHS) for word in words[1:]) and behind != ["من"]
    return counted and not any(_IS_TO_COME.fullmatch(word) for at in range(time) for word in clause.words(at))


def _is_of_what_had_been(clause: Clause, time: int, anchors: set[int]) -> bool:
    """Whether "had" and an event's verb of its own stand before a time, behind an event: وكان ابنه | اغتيل | أمس."""
    had = next((at for at in range(time - 1, -1, -1) if clause.units[at].has("word", "past")), -1)
    if had <= max(anchors) or clause.kind(had) != "aux":
        return False
    inside = (at for at in range(had + 1, time) if clause.kind(at) in VERBS)
    return any(clause.units[at].find("event", "verb", "passive") is not None for at in inside)


def _is_when_somebody_died(clause: Clause, time: int, anchors: set[int]) -> bool:
    """Whether a time stands before "of the wounds", behind which what wounded him is told: توفي | أمس | متأثراً ب..."""
    words = clause.document.words
    dying = next((at for at in range(time + 1, len(clause.units)) if words[clause.units[at].first] in _DYING), None)
    if dying is None or min(anchors) < dying:
        return False
    return not any(clause.kind(at) == "stop" for at in range(time, dying))

"""Suicide bombers whom others killed or caught: what befell them is no bombing of theirs."""

from ascertain.extract.events.units import Mark, Unit
from ascertain.text import Document

_BOMBING = "suicide_bombing"
_BEFELL = frozenset({"killed", "injured", "detained"})
_NOT_NAMED = ("ين", "ا")  # the endings of an object without the article


def leave_bombers_whom_others_killed(units: list[Unit], document: Document) -> None:
    """Let a bomber be somebody killed where others did it: قتلت | القوات | انتحارياً, الانتحاري | تم | قتله."""
    _part_them_from_the_doers(units, document)
    for at, unit in enumerate(units):
        if _bomber_in(unit) is not None and (_is_object(units, at) or _is_passive_subject(units, at)):
            unit.marks = [mark for mark in unit.marks if mark.cue.value != _BOMBING]


def _bomber_in(unit: Unit) -> Mark | None:
    """Return the word for a bomber in a noun phrase: one that is for people as well as for a bombing."""
    if unit.kind != "np" or not unit.marks:
        return None
    told = {mark.first for mark in unit.marks if mark.cue.value == _BOMBING}
    return next((mark for mark in unit.marks if mark.cue.kind == "people" and mark.first in told), None)


def _part_them_from_the_doers(units: list[Unit], document: Document) -> None:
    """Part bombers in the case of an object from the party before them: قتلت | القوات الأمنية | انتحاريين."""
    for at in range(len(units) - 1, 0, -1):
        unit = units[at]
        mark = _bomber_in(unit)
        before = [one for one in unit.actors if mark is not None and document.word_at(one.start) < mark.first]
        if mark is None or not before or not _befalls(units[at - 1]):
            continue
        if document.words[mark.first].endswith(_NOT_NAMED) and not document.words[mark.first].startswith("ال"):
            bombers = Unit("np", mark.first, unit.last, [one for one in unit.marks if one.first >= mark.first])
            bombers.counts = [one for one in unit.counts if document.word_at(one.start) >= mark.first]
            unit.last, unit.actors = mark.first, before
            unit.marks = [one for one in unit.marks if one.first < mark.first]
            units.insert(at + 1, bombers)


def _befalls(unit: Unit) -> bool:
    mark = unit.find("outcome", "verb", "passive") if unit.kind == "verb" else None
    return mark is not None and mark.cue.value in _BEFELL


def _is_object(units: list[Unit], at: int) -> bool:
    """Whether a verb of killing and those who did it stand right before a phrase, or "by" and they behind it."""
    doers = units[at - 1] if at > 1 else None
    if doers is not None and doers.kind == "np" and _befalls(units[at - 2]):
        return bool(doers.actors or doers.cue("people")) and not doers.is_event
    killed = at > 0 and (_befalls(units[at - 1]) or _is_death(units, at - 1))
    by = units[at + 1] if at + 1 < len(units) else None
    return killed and by is not None and by.kind == "prep" and by.has("mark", "perpetrator")


def _is_death(units: list[Unit], at: int) -> bool:
    """Whether a noun of killing stands behind the auxiliary of a passive: تم | قتل."""
    mark = units[at].find("outcome", "noun") if units[at].kind == "np" and at > 0 else None
    return mark is not None and mark.cue.value in _BEFELL and units[at - 1].kind == "passive"


def _is_passive_subject(units: list[Unit], at: int) -> bool:
    """Whether the passive of a verb of killing stands right behind a phrase, and "by" behind it: تم | قتله | من قبل."""
    behind = units[at + 1 : at + 4]
    told = [unit.kind for unit in behind] == ["passive", "verb", "prep"]
    return told and _befalls(behind[1]) and behind[2].has("mark", "perpetrator")

"""Who the dead and hurt are said to be behind "of" or "among" in Arabic: قتلى وجرحى | في | صفوف القوات."""

from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_AMONG = frozenset(("من", "في", "بين"))
_BOTH_SIDES = frozenset(("الطرفين", "الجانبين"))


def name_the_victims(units: list[Unit], document: Document) -> None:
    """Give the dead and hurt, or a figure alone, who they are said to be right behind ("four of the fighters").

    The dead are whoever the hurt are that "and" joins to them, where nothing else is said of them.
    """
    for index, (victims, joint, who) in enumerate(zip(units, units[1:], units[2:], strict=False)):
        if joint.kind != "prep" or not victims.kind == who.kind == "np" or who.counts:
            continue
        named = victims.find("victims") is not None or is_bare_figure(victims)
        if not named or victims.cue("people") is not None or joint.has("mark", "including"):
            continue
        if document.words[joint.first] not in _AMONG and not joint.has("mark", "among"):
            continue
        if document.words[who.last - 1] in _BOTH_SIDES:  # those who fight
            who.marks.append(Mark(who.last - 1, who.last, Cue("people", "combatants", "plural")))
        inside = {word for place in who.places for word in document.words_in(place.start, place.end)}  # أم درمان
        people = [mark for mark in who.marks if mark.cue.kind == "people" and mark.first not in inside]
        actors = who.actors if who.cue("people") is None else []
        for one in (victims, *_joined_before(units, index)):
            one.marks.extend(people)
            one.actors.extend(actors)


def _joined_before(units: list[Unit], index: int) -> list[Unit]:
    """Return the dead right before the hurt and "and", if neither says who they are: قتلى | و | جرحى."""
    if index < 2 or units[index - 1].kind != "conj" or units[index].find("victims") is None:
        return []
    dead = units[index - 2]
    open_yet = dead.kind == "np" and dead.find("victims") is not None
    return [dead] if open_yet and not (dead.actors or dead.cue("people", "thing", "event")) else []


def is_bare_figure(unit: Unit) -> bool:
    """Whether a phrase is a number alone, whose people stand behind "of" (أربعة من مقاتلي ...)."""
    heads = unit.cue("thing", "event", "outcome") is not None
    return bool(unit.counts) and not heads and not (unit.actors or unit.places or unit.equipment)

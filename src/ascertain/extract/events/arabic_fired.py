"""What was fired in Arabic, and from whose land: إطلاق صاروخ | من | الحركة, انطلقت القذائف | من | مناطق انتشارها."""

from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_SET_OUT = frozenset(("انطلقت", "انطلق", "اطلقت"))
_ACTING = frozenset(("military", "armed_group"))
_BY = (Cue("mark", "perpetrator"),)
_FIRED = Cue("event", "attack", "verb", flags=frozenset({"impact"}))
_OF = "ل"


def tell_who_fired(units: list[Unit], document: Document) -> None:
    """Let "from" behind a weapon that was fired bring who did it: a party, or land that a party holds."""
    _leave_of_what(units, document)
    _join_that_one(units, document)
    for at in range(len(units) - 3, -1, -1):
        fired, prep, whose = units[at : at + 3]
        brought = prep.kind == "prep" and not prep.cut and document.words[prep.first : prep.last] == ["من"]
        if not brought or fired.kind != "np" or whose.kind != "np":
            continue
        if _sets_out(fired, document) and at > 0 and _is_held(whose):
            prep.marks = [Mark(prep.first, prep.last, cue) for cue in _BY]
            fired.kind, fired.marks = "other", []
            for one in units[max(0, at - 2) : at]:
                if one.kind in {"comma", "conj"}:
                    one.kind, one.marks = "other", []
        elif at > 0 and _is_shot(units[at - 1], fired) and _opens_with_party(whose, document):
            prep.marks = [Mark(prep.first, prep.last, cue) for cue in _BY]
    _tell_what_set_out(units, document)
    _join_whose_it_was(units, document)


def _join_whose_it_was(units: list[Unit], document: Document) -> None:
    """Join a weapon that fell on something and the party right behind it: سقطت | قذائف | الجيش | على | حي."""
    for at in range(len(units) - 4, -1, -1):
        fell, weapon, whose, on = units[at : at + 4]
        mark = fell.find("event", "verb") if fell.kind == "verb" else None
        fell_on = mark is not None and "impact" in mark.cue.flags and on.kind == "prep" and on.last > on.first
        fell_on = fell_on and on.has("mark", "target")
        bare = weapon.kind == "np" and weapon.last - weapon.first == 1 and not weapon.actors
        if fell_on and bare and weapon.find("event", "means") and whose.kind == "np" and not whose.cut:
            definite = document.words[whose.first].startswith("ال") or not document.words[weapon.first].startswith("ال")
            if definite and _is_held(whose) and _opens_with_party(whose, document):
                weapon.last, weapon.actors = whose.last, whose.actors
                weapon.marks.extend(mark for mark in whose.marks if mark.cue.kind == "people")
                del units[at + 2]


def _tell_what_set_out(units: list[Unit], document: Document) -> None:
    """Let "set out" tell that a weapon was fired where it says at what: انطلقت | صواريخ الحزب | من X | نحو Y."""
    for at in range(len(units) - 3, -1, -1):
        fired = units[at]
        if fired.kind != "np" or not _sets_out(fired, document):
            continue
        to = at + 1
        while to < len(units) and (units[to].kind in {"np", "other", "time"} or _is_from(units[to], document)):
            to += 1
        if to + 1 < len(units) and units[to].has("mark", "target") and units[to + 1].places:
            units.insert(at, Unit("verb", fired.first, fired.first + 1, [Mark(fired.first, fired.first + 1, _FIRED)]))
            fired.first, fired.cut = fired.first + 1, 0


def _is_from(unit: Unit, document: Document) -> bool:
    return unit.kind == "prep" and document.words[unit.first : unit.last] == ["من"]


def _leave_of_what(units: list[Unit], document: Document) -> None:
    """Let "of" between a firing and the weapon bring none that was hit: إطلاق | ل | صاروخ, إطلاق فاشل | ل | صاروخ."""
    for at in range(len(units) - 2, 0, -1):
        of, weapon = units[at : at + 2]
        if of.kind != "prep" or weapon.kind != "np" or not weapon.cut or weapon.actors:
            continue
        if not document.words[weapon.first].startswith(_OF) or weapon.find("event", "means") is None:
            continue
        like = units[at - 1].kind == "np" and not units[at - 1].marks and units[at - 1].last - units[at - 1].first == 1
        verb = at - 1 - like
        if verb >= 0 and _shoots(units[verb]):
            del units[verb + 1 : at + 1]


def _join_that_one(units: list[Unit], document: Document) -> None:
    """Join "set out" and the weapon behind it that "that" points back to: وانطلقت | تلك القذائف."""
    for at in range(len(units) - 2, -1, -1):
        out, weapon = units[at : at + 2]
        alone = out.kind == weapon.kind == "np" and out.last - out.first == 1
        if alone and document.words[out.first].removeprefix("و") in _SET_OUT and weapon.find("event", "means"):
            out.last, out.marks = weapon.last, weapon.marks
            del units[at + 1]


def _shoots(unit: Unit) -> bool:
    cue = unit.cue("event")
    return unit.kind == "verb" and cue is not None and "weapon" in cue.flags


def _is_shot(verb: Unit, fired: Unit) -> bool:
    return _shoots(verb) and fired.find("event", "means") is not None


def _sets_out(fired: Unit, document: Document) -> bool:
    """Whether a phrase is "set out" and a weapon: انطلقت القذائف."""
    first = document.words[fired.first][fired.cut :].removeprefix("و")
    return first in _SET_OUT and fired.last - fired.first > 1 and fired.find("event", "means") is not None


def _is_held(land: Unit) -> bool:
    return any(getattr(one.parsed, "type", None) in _ACTING for one in land.actors)


def _opens_with_party(unit: Unit, document: Document) -> bool:
    """Whether a phrase is a party from its first word on: no land of theirs."""
    start = document.starts[unit.first]
    return any(one.start <= start and getattr(one.parsed, "type", None) in _ACTING for one in unit.actors)

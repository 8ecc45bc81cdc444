"""What was fired in Arabic, and from whose land: إطلاق صاروخ | من | الحركة, انطلقت القذائف | من | مناطق انتشارها."""

from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_SET_OUT = frozenset(("انطلقت", "انطلق", "اطلقت"))
_ACTING = frozenset(("military", "armed_group"))
_BY = (Cue("mark", "perpetrator"),)
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

"""Names of parties in marks, in brackets, and behind the land that they hold: what stands around them parts nothing."""

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_HOLDING = frozenset(("تسيطر", "يسيطر", "سيطرت", "تهيمن", "تتمركز", "تنتشر", "تتواجد"))
_HELD = frozenset(("سيطره", "نفوذ", "انتشار", "تمركز"))
_THERE = frozenset(("عليها", "عليه", "بها", "به", "فيها", "فيه"))


def without_marks_of_names(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units without the quotation marks around names alone: عناصر من "الحرس", مناطق "النظام وقسد"."""
    marks: set[int] = set()
    for at, unit in enumerate(units):
        if unit.kind != "quote" or at in marks:
            continue
        end = _end_of_names(units, at + 1, document)
        if end is None:
            continue
        lone = end == at + 2
        before = units[at - 1] if at > 0 else unit
        if lone and before.kind == "np" and document.words[before.first] not in _THERE:
            continue  # "the rescuers 'White Caps'": another name of theirs
        marks |= {at, end}
    return [unit for at, unit in enumerate(units) if at not in marks]


def _end_of_names(units: list[Unit], at: int, document: Document) -> int | None:
    """Return the quotation mark behind names that nothing but "and" parts."""
    while at + 1 < len(units) and _is_only_a_name(units[at], document):
        if units[at + 1].kind == "quote":
            return at + 1
        if units[at + 1].kind != "conj":
            return None
        at += 2
    return None


def _is_only_a_name(unit: Unit, document: Document) -> bool:
    told = unit.is_event or unit.counts or unit.cue("outcome", "victims", "thing")
    if unit.kind != "np" or told or not (unit.actors or unit.places):
        return False
    return unit.cue("people") is None or _is_covered(unit, document)


def _is_covered(unit: Unit, document: Document) -> bool:
    """Whether a phrase is the name of one known party from its first word to its last."""
    last = document.ends[unit.last - 1]
    return any(
        getattr(one.parsed, "actors", ()) and document.word_at(one.start) == unit.first and one.end >= last
        for one in unit.actors
    )


def with_abbreviations(units: list[Unit], document: Document) -> list[Unit]:
    """Return the units with a party and its short name in brackets in one: قوات سورية الديمقراطية | (قسد).

    And those with land and who holds it, which marks parted: مناطق سيطرة | "قسد".
    """
    joined: list[Unit] = []
    for unit in units:
        before = joined[-1] if joined else unit
        bracketed = unit.first > 0 and document.words[unit.first - 1] == "("
        if before.kind == unit.kind == "np" and bracketed and _ids(before) & _ids(unit) and not unit.is_event:
            before.last = unit.last
        elif before.kind == unit.kind == "np" and _is_held_by(before, unit, document):
            before.last, before.actors = unit.last, unit.actors
            before.marks.extend(mark for mark in unit.marks if mark.cue.kind == "people")
        else:
            joined.append(unit)
    return joined


def _is_held_by(land: Unit, holder: Unit, document: Document) -> bool:
    parted = land.last < holder.first  # by a mark, else they are one phrase
    held = document.words[land.last - 1] in _HELD and not land.actors
    return parted and held and bool(holder.actors) and not holder.is_event


def _ids(unit: Unit) -> set[str]:
    return {party for one in unit.actors for party in getattr(one.parsed, "actors", ())}


def join_whose_land(units: list[Unit], document: Document) -> None:
    """Join the land that something came from and who holds it: مصدره | المناطق | التي | تسيطر | عليها | قوات ..."""
    for at in range(len(units) - 4, 0, -1):
        prep, land = units[at - 1 : at + 1]
        brought = prep.kind == "prep" and (prep.has("mark", "perpetrator") or prep.has("mark", "origin"))
        if not brought or land.kind != "np" or not land.has("thing", "area"):
            continue
        verb = at + 1 + (units[at + 1].kind == "relative")
        if verb + 2 >= len(units):
            continue
        there, holder = units[verb + 1 : verb + 3]
        held = document.words[units[verb].first] in _HOLDING and document.words[there.first] in _THERE
        if held and holder.kind == "np" and holder.actors and not holder.is_event:
            land.last, land.actors = holder.last, holder.actors
            land.marks = [mark for mark in holder.marks if mark.cue.kind == "people"]
            del units[at + 1 : verb + 3]

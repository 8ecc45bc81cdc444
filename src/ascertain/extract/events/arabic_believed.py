"""Whose men somebody is believed to be: مسلحون | يعتقد | أنهم | من | تنظيم داعش are that group's."""

from ascertain.extract.events.acting import is_means
from ascertain.extract.events.units import Unit
from ascertain.text import Document

_BELONGING = frozenset(
    ("انتماوهم", "انتماءهم", "انتمايهم", "بانتمايهم", "انتماوه", "بانتمايه", "تبعيتهم", "بتبعيتهم", "انتماوها")
)
_ONES = frozenset(("انهم", "بانهم", "انها", "بانها", "انه", "بانه"))
_OF = frozenset(("من", "الي", "ل"))
_REACH = 5  # units from the hedge to whose they are


def join_whose_men(units: list[Unit], document: Document) -> None:
    """Give men under arms of whom nothing else is known the group that they are believed to be of.

    Behind a verb that only says that they did something, theirs without a doubt, too: قامت | دورية | ل | قسد | بمداهمة.
    """
    for at in range(len(units) - 3, -1, -1):
        men = units[at]
        undertake = at > 0 and units[at - 1].has("word", "light") and units[at + 1].kind == "prep"
        if not _are_nobodys_men(men) or not (undertake or _hedges(units[at + 1])):
            continue
        end = _whose(units, at + 2, document)
        if end is None:
            continue
        group = units[end]
        last = document.word_at(group.actors[0].end - 1) + 1
        men.actors = group.actors[:1]
        men.marks.extend(mark for one in units[at + 1 : end] for mark in one.marks if mark.cue.kind == "hedge")
        men.last, rest = last, _rest(group, last, document)
        units[at + 1 : end + 1] = [rest] if rest is not None else []


def _are_nobodys_men(unit: Unit) -> bool:
    people = unit.cue("people")
    armed = (people is not None and people.value == "combatants") or is_means(unit)
    return unit.kind == "np" and armed and not unit.is_event and not any(_is_known(one.parsed) for one in unit.actors)


def _is_known(parsed: object) -> bool:
    """Whether a name is that of a party, and not a word for gunmen of any."""
    return any(not party.startswith("generic.") for party in getattr(parsed, "actors", ()))


def _hedges(unit: Unit) -> bool:
    return unit.kind in {"other", "verb"} and unit.find("hedge") is not None


def _whose(units: list[Unit], at: int, document: Document) -> int | None:
    """Return the group that a preposition brings behind "that they are" or "their belonging", or right here."""
    for index in range(at, min(at + _REACH, len(units))):
        unit = units[index]
        word = document.words[unit.first][unit.cut :] if unit.last > unit.first else ""
        brought = units[index - 1].kind == "prep" and _is_of(units[index - 1], document)
        if unit.kind == "np" and brought and any(_is_known(one.parsed) for one in unit.actors[:1]):
            return index
        passed = unit.kind == "prep" or unit.has("word", "belonging") or word in _BELONGING or word in _ONES
        if not passed:
            return None
    return None


def _is_of(prep: Unit, document: Document) -> bool:
    if prep.first == prep.last:
        return prep.has("mark", "effect")  # لتنظيم
    return document.words[prep.first] in _OF


def _rest(group: Unit, last: int, document: Document) -> Unit | None:
    """Return what stands behind the name in the group's own unit, as it does behind a verb that comes first."""
    if last >= group.last:
        return None
    start = document.starts[last]
    return Unit(
        "np", last, group.last, [mark for mark in group.marks if mark.first >= last],
        [one for one in group.counts if one.start >= start], [one for one in group.actors if one.start >= start],
        [one for one in group.places if one.start >= start],
    )  # fmt: skip

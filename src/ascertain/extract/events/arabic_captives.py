"""Who was taken captive in Arabic, where the word for it is also "families": تمكنوا | من | أسر | ثلاثة جنود."""

from ascertain.extract.events.arabic_accused import parted
from ascertain.extract.events.arabic_turns import MANAGED
from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

_TAKING = "اسر"
_VERB = (Cue("event", "detention", "verb"), Cue("outcome", "captured", "verb"))
_NOUN = (Cue("event", "detention", "noun"), Cue("outcome", "captured", "noun"))
_OPENING = frozenset({"stop", "conj", "clause", "quote", "comma"})
_BEFORE = frozenset({"passive", "aux", "verb", "light"})
_SUBJECTS = ("و", "ون", "ان")  # the endings of those who do something


def tell_who_was_taken(units: list[Unit], document: Document) -> None:
    """Let the word for taking captive tell of it where armed people, or those who did it and armed people, follow."""
    for at in range(len(units) - 1, -1, -1):
        unit = units[at]
        if unit.kind not in {"np", "verb"} or document.words[unit.first] != _TAKING or unit.cut:
            continue
        own = _cut(unit, document)
        behind = [*own, *units[at + 1 : at + 3]]
        opens = at == 0 or units[at - 1].kind in _OPENING
        told: tuple[Cue, ...] = ()
        if opens and len(behind) > 1 and _are_doers(behind[0], document) and _are_taken(behind[1], document):
            told = _VERB
        elif behind and _are_taken(behind[0], document) and (opens or _led(units, at, document)):
            told = _NOUN
        if told:
            first, kind = unit.first, "verb" if told is _VERB else "np"
            units[at : at + 1] = [Unit(kind, first, first + 1, [Mark(first, first + 1, cue) for cue in told]), *own]


def _cut(unit: Unit, document: Document) -> list[Unit]:
    """Return what a phrase has behind its first word: those who did it, and those who were taken, where both stand."""
    if unit.last - unit.first == 1:
        return []
    rest = parted(unit, unit.first + 1, document)[1]
    if not document.words[rest.first].endswith(_SUBJECTS):
        return [rest]
    others = (mark.first for mark in rest.marks if mark.cue.value == "combatants" and mark.first > rest.first)
    second = next((at for at in others if document.words[at].endswith(("ين", "ا"))), None)
    return [rest] if second is None else parted(rest, second, document)


def _are_doers(unit: Unit, document: Document) -> bool:
    """Whether a phrase is of a party or of people under arms who are not counted."""
    opens = document.words[unit.first].startswith("ال") or document.words[unit.first].endswith(_SUBJECTS)
    return _are_armed(unit) and not unit.counts and (opens or bool(unit.actors))


def _are_armed(unit: Unit) -> bool:
    kinds = {getattr(mention.parsed, "type", None) for mention in unit.actors}
    return unit.kind == "np" and (unit.has("people", "combatants") or bool(kinds & {"military", "armed_group"}))


def _are_taken(unit: Unit, document: Document) -> bool:
    """Whether a phrase without the article is of one or more people under arms."""
    cue = unit.cue("people")
    told = cue is not None and "body" not in cue.flags and not document.words[unit.first].startswith("ال")
    return _are_armed(unit) and told and not unit.cut


def _led(units: list[Unit], at: int, document: Document) -> bool:
    """Whether what stands before brings a deed: تمكنوا | من, تم, أعلن الجيش."""
    before = units[at - 1]
    if before.kind == "prep":
        verbs = (document.words[unit.last - 1].removeprefix("و") for unit in units[max(0, at - 3) : at - 1])
        managed = any(verb in MANAGED for verb in verbs)
        return managed and document.words[before.first : before.last] == ["من"]
    said = at > 1 and before.kind == "np" and units[at - 2].kind == "verb" and units[at - 2].cue("speech") is not None
    return before.kind in _BEFORE or said

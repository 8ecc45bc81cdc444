"""What an Arabic court rules, which is not done yet, and what befell two groups in one clause."""

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_RULINGS = frozenset(("حكم", "حكما", "الحكم", "احكام", "احكاما", "الاحكام", "حكمين", "قرار", "قرارا", "قضت", "قضي"))
_RULED = frozenset(("حكم", "حكمت", "حكموا", "محكوم", "محكومين", "محكومون", "المحكوم", "المحكومين", "المحكومون", "قضت"))
_CARRIED_OUT = frozenset(("نفذ", "نفذت", "نفذوا", "ينفذ", "تنفذ", "تنفيذ", "بتنفيذ", "لتنفيذ", "تم", "جري"))
_GIVEN = frozenset(("اصدر", "اصدرت", "صدر", "صدرت", "صدور", "اصدار", "باصدار", "تصدر", "يصدر"))
_REACH = 9  # words from the ruling to what it is
_AND_OTHERS = (["فيما"], ["بينما"])
_BEFELL = frozenset({"killed", "injured"})


def leave_rulings(units: list[Unit], document: Document) -> None:
    """Let a sentence of death tell of nobody's death, unless it is told to be carried out: حكم | بإعدام | عشرة."""
    for unit in units:
        mark = unit.find("event", "noun") if unit.marks else None
        if mark is None or mark.cue.value != "execution":
            continue
        before = [word.removeprefix("و") for word in document.words[max(0, unit.first - _REACH) : unit.first]]
        within = document.words[mark.first : mark.last]
        ruled = bool(before) and (before[-1] in _RULINGS or not _RULED.isdisjoint(before)) and unit.cut > 0
        ruled = ruled or (within[0] in _RULINGS and not _GIVEN.isdisjoint(before))
        if ruled and _CARRIED_OUT.isdisjoint(before):
            unit.marks = [one for one in unit.marks if one.cue.kind not in {"event", "outcome"}]


def join_what_befell_others(units: list[Unit], document: Document) -> None:
    """Let "while" part no dead from hurt where one cause is told behind both: قتل | ثلاثة | فيما | أصيب | عشرة."""
    for at in range(len(units) - 3, 1, -1):
        harmed, who, joint, others = units[at - 2 : at + 2]
        befell = (_befell(harmed), _befell(others))
        alike = None not in befell and befell[0] != befell[1]
        told = joint.kind == "clause" and document.words[joint.first : joint.last] in _AND_OTHERS
        opens = at == 2 or units[at - 3].kind in {"stop", "conj", "clause", "other"}
        if alike and told and opens and who.kind == "np" and bool(who.counts or who.cue("people")):
            joint.kind, joint.marks = "conj", []


def part_arms_from_the_struck(units: list[Unit], document: Document) -> None:
    """Part a weapon with the article from the party behind it that has none: قصف ... | بالمدفعية | قوات النظام."""
    for at in range(len(units) - 1, 0, -1):
        unit, first = units[at], units[at].first
        word = document.words[first]
        armed = unit.kind == "np" and unit.cut > 0 and word[unit.cut :].startswith("ال") and unit.last - first > 1
        arms = unit.find("event", "means") if armed and units[at - 1].kind == "prep" else None
        party = unit.find("people") if arms is not None and arms.last == first + 1 else None
        if party is None or party.first != first + 1 or "body" not in party.cue.flags:
            continue
        if document.words[party.first].startswith("ال") or unit.counts or unit.is_event:
            continue
        struck = Unit("np", party.first, unit.last, [mark for mark in unit.marks if mark.first >= party.first])
        struck.actors = unit.actors
        unit.last, unit.actors = party.first, []
        unit.marks = [mark for mark in unit.marks if mark.first < party.first]
        units.insert(at + 1, struck)


def _befell(unit: Unit) -> str | None:
    """Return the harm that a verb alone tells, of the dead or hurt."""
    mark = unit.find("outcome", "verb", "passive") if unit.kind == "verb" else None
    return mark.cue.value if mark is not None and mark.cue.value in _BEFELL else None

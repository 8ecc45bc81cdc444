"""Whom something befell in Arabic: a family made up of so many, people with their ages, those who are hurt."""

from ascertain.extract.events.units import Mark, Unit
from ascertain.extract.names.party_lexicon import naming
from ascertain.languages.cues import Cue
from ascertain.text import Document

_EACH = ["كل", "من"]
_COLON = ":"
_CELLS = frozenset(("خليه", "خلايا", "مجموعه", "عصابه"))
_WHOM = Cue("mark", "target")


def tell_whom_it_befell(units: list[Unit], document: Document) -> None:
    """Join what tells of people in several units: عائلة | مؤلفة من | سبعة أشخاص, الطفل محمد | 12 عاما | و ..."""
    for at in range(len(units) - 2, -1, -1):
        who, behind = units[at : at + 2]
        if who.kind != "np":
            continue
        if behind.kind == "time" and _is_one(who) and _is_age(behind, document) and _harm_stands_before(units, at):
            del units[at + 1]
        elif at > 0 and _opens_a_list(units, at, document):
            units[at + 2].marks.extend(who.marks)
            del units[at : at + 2]  # كل من | : | محمد | ، | علي ...
        elif at + 2 < len(units) and _is_made_up_of(units, at, document):
            who.last, who.counts = units[at + 2].last, units[at + 2].counts
            del units[at + 1 : at + 3]
        elif _takes_them(who, behind, document) and not _takes_others(units, at + 2):
            units.insert(at + 1, Unit("prep", who.last, who.last, [Mark(who.last, who.last, _WHOM)]))
        elif (end := _brings_whom_it_hurt(units, at)) is not None:
            who.marks = [mark for mark in who.marks if mark.cue.kind != "victims"]
            del units[at + 1 : end]


def _takes_them(deed: Unit, who: Unit, document: Document) -> bool:
    """Whether "arrest" and a cell or gang stand side by side: اعتقال | خلية, القبض على | خلية."""
    mark = deed.find("event", "noun")
    took = mark is not None and mark.cue.value == "detention" and not document.words[mark.last - 1].endswith("ات")
    return (
        took
        and who.kind == "np"
        and document.words[who.first] in _CELLS
        and not (who.cut or who.counts or who.has("word", "amounts"))
    )


def _takes_others(units: list[Unit], at: int) -> bool:
    """Whether somebody else whom they took stands behind them: اعتقال | مجموعة مسلحة | شابا."""
    return at < len(units) and units[at].kind == "np" and units[at].cue("people") is not None


def _is_one(who: Unit) -> bool:
    """Whether a phrase tells of one person."""
    person = any(getattr(one.parsed, "type", None) == "person" for one in who.actors)
    return (person or who.find("people", "singular") is not None) and not (who.is_event or who.counts)


def _harm_stands_before(units: list[Unit], at: int) -> bool:
    """Whether what tells of harm stands before a phrase, or before those joined to it."""
    at -= 1
    while at > 0 and units[at].kind in {"np", "conj"} and units[at].find("outcome") is None:
        at -= 1
    return at >= 0 and units[at].find("outcome") is not None


def _is_age(time: Unit, document: Document) -> bool:
    words = document.words[time.first : time.last]
    return len(words) > 1 and words[0].isdigit() and words[-1] in naming().ages


def _opens_a_list(units: list[Unit], at: int, document: Document) -> bool:
    """Whether "each of" and a colon stand between what tells of harm and the first of those it befell."""
    who, colon = units[at : at + 2]
    each = document.words[who.first : who.last] == _EACH and document.words[colon.first : colon.last] == [_COLON]
    return each and units[at - 1].find("outcome") is not None and at + 2 < len(units) and units[at + 2].kind == "np"


def _is_made_up_of(units: list[Unit], at: int, document: Document) -> bool:
    """Whether a family or group stands before "made up of" and a figure of people."""
    who, made, number = units[at : at + 3]
    told = made.kind == "verb" and made.has("outcome", "present") and document.words[made.last - 1] == "من"
    cell = document.words[who.last - 1] in _CELLS
    many = who.cue("people") is not None and not (who.counts or who.is_event or (who.actors and not cell))
    people = number.cue("people") is not None or (cell and not (number.marks or number.places))  # خلية مؤلفة من 6
    people = people and not (number.is_event or number.cue("outcome", "victims"))
    return told and many and number.kind == "np" and bool(number.counts) and people


def _brings_whom_it_hurt(units: list[Unit], at: int) -> int | None:
    """Return where the people stand whom a noun of harm brings by "of": إصابة | حرجة | ل | طفل."""
    mark = units[at].find("outcome", "noun")
    if mark is None or mark.cue.value != "injured" or units[at].counts or units[at].cue("people"):
        return None
    of = at + 1 + (units[at + 1].kind == "other")
    if of + 1 >= len(units) or units[of].kind != "prep" or units[of].last > units[of].first:
        return None
    whom = units[of + 1]
    hurt = whom.kind == "np" and whom.cut > 0 and whom.cue("people") is not None and not whom.is_event
    alone = units[at].cue("victims") is None or bool(whom.counts)  # "injuries to the army" are of so many or none
    return of + 1 if hurt and alone and units[of].has("mark", "effect") else None

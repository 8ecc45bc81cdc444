"""What an Arabic sentence goes on with beside what it told first: an answer, one person more, a like fate elsewhere."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.units import Mark, Unit
from ascertain.languages.cues import Cue
from ascertain.text import Document

ANSWERING = "answering"

_ANSWERED = frozenset(("رد", "ردت", "ردوا", "يرد", "ترد", "يردون"))
_ANSWER = (Cue("word", "light"), Cue("word", ANSWERING))
_ORDINALS = frozenset(("ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"))
_ONE_MORE = (Cue("people", "unknown", "singular", flags=frozenset({"others"})), Cue("mark", "others"))
_BEFELL = frozenset({"killed", "injured", "detained", "missing"})
_JOINING = "وفل"
_BY_ANY = (["باي"], ["بايه"])


def tell_who_answered(units: list[Unit], document: Document) -> None:
    """Let "answered", with who did it and the deed behind it, bring that deed: ورد | الجيش | ب | استهداف ...

    The word is no verb by itself, and a phrase with what stands behind it when the sentence is cut.
    """
    for at in range(len(units) - 3, -1, -1):
        who, by, deed = units[at : at + 3]
        if who.kind == "np" and by.kind == "np" and document.words[by.first : by.last] in _BY_ANY and at > 0:
            _tell_who_did_not(units, at, document)
        if who.kind != "np" or by.kind != "prep" or by.first < by.last or not deed.cut or who.last - who.first < 2:
            continue
        word = document.words[who.first]
        letters = len(word) - len(bare) if (bare := _without_joint(word)) in _ANSWERED else -1
        did = deed.is_event or (deed.kind == "verb" and deed.find("event") is not None)  # بقصف, بإطلاق
        if letters < 0 or not did or document.words[deed.first][deed.cut - 1] != "ب" or not who.actors:
            continue
        verb = Unit("light", who.first, who.first + 1, [Mark(who.first, who.first + 1, cue) for cue in _ANSWER])
        joint = [Unit("conj", who.first, who.first)] if letters > who.cut else []
        who.first, who.cut = who.first + 1, 0
        units[at:at] = [*joint, verb]


def _tell_who_did_not(units: list[Unit], at: int, document: Document) -> None:
    """Let "did not answer" bring the deed that "with any" is of: لم | يرد الجيش | بأي | قصف."""
    denial, who, by, deed = units[at - 1 : at + 3]
    denied = denial.kind == "other" and denial.cue("negation") is not None
    if denied and deed.is_event and document.words[who.first] in _ANSWERED and who.last - who.first > 1:
        by.kind, by.marks = "other", []
        units.insert(at, Unit("light", who.first, who.first + 1, [Mark(who.first, who.first + 1, _ANSWER[0])]))
        who.first, who.cut = who.first + 1, 0


def _without_joint(word: str) -> str:
    return word if word in _ANSWERED else word[1:] if word[0] in _JOINING else word


def tell_of_one_more(units: list[Unit], document: Document) -> None:
    """Let an ordinal alone behind what befell people be one person more: قتل رجلين وأصاب | ثالثا."""
    for at in range(1, len(units)):
        verb, one = units[at - 1 : at + 1]
        if one.kind != "np" or one.last - one.first > 1 or one.marks or one.counts or one.cut:
            continue
        mark = verb.find("outcome", "verb", "passive", "noun")
        word = document.words[one.first]
        ordinal = word in _ORDINALS or word.removesuffix("ا") in _ORDINALS or word.removesuffix("ه") in _ORDINALS
        if ordinal and mark is not None and mark.cue.value in _BEFELL and mark.last == verb.last:
            one.marks = [Mark(one.first, one.last, cue) for cue in _ONE_MORE]


def leave_wounds_they_died_of(units: list[Unit]) -> None:
    """Let "their wounding" tell of somebody hurt only where a deed is said to have led to it: أدى | ل | إصابته ..."""
    for at, unit in enumerate(units):
        mark = unit.find("victims") if unit.marks else None
        if mark is None or "effect" not in mark.cue.flags:
            continue
        led = any(one.has("mark", "effect") and one.kind == "verb" for one in units[max(0, at - 2) : at])
        if not led:
            unit.marks.remove(mark)


def answer_of(clause: Clause, event: int) -> int | None:
    """Return the verb of answering whose deed an event's word is, right behind who answered: ورد | الجيش | ب | قصف."""
    at = event - 1
    while clause.kind(at) in {"np", "prep", "conj", "other"} and at > 0 and not clause.units[at].is_event:
        at -= 1
    answers = clause.order == "vso" and clause.kind(at) == "light" and clause.units[at].has("word", ANSWERING)
    return at if answers else None

"""Who a person named is: "Ann Roe, a teacher and union leader, was killed" tells of one person."""

from collections.abc import Callable, Sequence

from ascertain.extract.events.units import Unit
from ascertain.text import Document

_OPENING = frozenset({"stop", "clause", "conj", "other"})
_DESCRIBING = frozenset({"people", "role", "word", "mark", "negation", "hedge"})


def without_appositions(
    found: Sequence[int], units: Sequence[Unit], kind: Callable[[int], str], document: Document
) -> list[int]:
    """Return the joined noun phrases at `found` without those that only say who the person named before them is."""
    kept: list[int] = []
    describing = False
    for at in found:
        unit, beside = units[at], kind(at - 1) == "comma" and at - 2 in found
        named = bool(kept) and kept[-1] == at - 2 and names_person(units[at - 2], document)
        describing = (beside and named and _says_who(unit, document)) or (describing and _goes_on(unit, document))
        if kept and kept[-1] == at - 2 and kind(at - 1) == "conj" and _are_titles(units[at - 2], unit, document):
            kept.pop()  # "senator and presidential candidate Ann Roe"
        if not describing:
            kept.append(at)
    return kept


def behind_a_place(at: int, units: Sequence[Unit], kind: Callable[[int], str]) -> int | None:
    """Return the comma behind which a land is said to hold the place that "in" or "at" brings, neither being a subject.

    "Pupils at Sarun, Orda State were abducted"; what opens a sentence leads to a subject: "In Sarun, Orda was ...".
    """
    land, brought = units[at], at - 3
    acts = bool(land.actors) and kind(at + 1) != "passive"  # "in Sarun, Ruritania attacked"
    acts = acts and not _leads(brought - 1, units, kind)
    only = bool(land.places) and not (acts or land.counts or land.marks or land.determined)
    if not only or kind(at - 1) != "comma" or kind(at - 2) != "np" or brought < 1:
        return None
    return at - 1 if kind(brought) == "prep" and units[brought].has("mark", "place") else None


def _leads(at: int, units: Sequence[Unit], kind: Callable[[int], str]) -> bool:
    """Whether people or an event open a clause, and so lead its verb: "police in Sarun, Ruritania shot two men"."""
    if kind(at) != "np":
        return False
    said = kind(at - 1) == "verb" and units[at - 1].cue("speech") is not None
    opens = at == 0 or kind(at - 1) in _OPENING or said
    return opens and not units[at].places and units[at].cue("people", "role", "event") is not None


def _are_titles(first: Unit, second: Unit, document: Document) -> bool:
    """Whether what one person is stands joined before the name, neither with an article: "teacher and poet Ann Roe"."""
    cue, named = first.cue("people"), second.find("people") or second.find("role")
    kin = cue is not None and "kin" in cue.flags
    bare = not (first.determined or second.determined or kin or first.counts)
    if not bare or named is None or not _is_of_one(first, document):
        return False
    return names_person(second, document) or (second.named and named.last < second.last)


def names_person(unit: Unit, document: Document) -> bool:
    """Whether a phrase gives a person's own name, which is more than what they are ("the mayor")."""
    head = _head(unit, document)
    told = {word for mark in unit.marks if mark.cue.kind in _DESCRIBING for word in range(mark.first, mark.last)}
    for actor in unit.actors:
        if getattr(actor.parsed, "type", None) == "person":
            own = [at for at in document.words_in(actor.start, actor.end) if at < head and at not in told]
            if any(document.words[at][0].isalpha() for at in own):
                return True
    return unit.named and not (unit.marks or unit.actors or unit.places or unit.equipment or unit.counts)


def _head(unit: Unit, document: Document) -> int:
    """Return the word at which a phrase's head has ended: "nephew | of Ann Roe"."""
    return next((at for at in range(unit.first + 1, unit.last) if document.words[at] == "of"), unit.last)


def _says_who(unit: Unit, document: Document) -> bool:
    """Whether a phrase says what one person is: "a teacher", "senator", "the head of the bank", "nephew of Ann Roe"."""
    anybody = unit.has("word", "indefinite") and unit.cue("people", "role", "thing", "event", "outcome") is None
    bare = anybody and not (unit.counts or unit.places or unit.equipment or unit.pronoun)
    return _is_of_one(unit, document) or (bare and not names_person(unit, document))


def _goes_on(unit: Unit, document: Document) -> bool:
    """Whether a phrase goes on saying what somebody is: "a priest, teacher and social worker", "and one of the ..."."""
    one_of = any(getattr(count.value, "low", None) == 1 for count in unit.counts) and _head(unit, document) < unit.last
    return one_of or (not unit.determined and _is_of_one(unit, document))


def _is_of_one(unit: Unit, document: Document) -> bool:
    head = _head(unit, document)
    said = [mark for mark in unit.marks if mark.cue.kind in {"people", "role"} and mark.first < head]
    counted = any(document.word_at(count.start) < head for count in unit.counts)
    if not said or counted or unit.pronoun or unit.is_event or unit.has("word", "possessives"):
        return False
    if any(mark.cue.form == "plural" or "others" in mark.cue.flags or mark.cue.kind == "mark" for mark in said):
        return False
    return not (names_person(unit, document) or _ends_in_a_name(unit, said[-1].last, document))


def _ends_in_a_name(unit: Unit, first: int, document: Document) -> bool:
    """Whether two capitalised words stand behind what somebody is, with nothing else: "lawyer Ann Roe"."""
    words = [document.quote(at, at + 1) for at in range(first, unit.last)]
    told = any(mark.first >= first for mark in unit.marks)
    capital = all(word[:1].isupper() and word[1:2].islower() for word in words)
    return len(words) > 1 and capital and not told and not unit.determined

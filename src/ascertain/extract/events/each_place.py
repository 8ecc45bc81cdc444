"""An event told of several places at once: "strikes in Orda and Kesa", "shelled Orda, Kesa and the town of Ruva"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ascertain.event_types import EventType
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.place_chains import head_place
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Unit
from ascertain.languages.place_words import leads_on
from ascertain.model import Mention

_TELLS = ("event", "outcome", "victims", "speech", "toll", "none")
_JOINTS = frozenset({"comma", "conj"})


def told_of_each(drafts: Sequence[Draft], clause: Clause, types: Mapping[str, EventType]) -> list[Draft]:
    """Return a copy of each attack for every other place that is joined to its own.

    A copy has neither the toll, which is that of all the places together, nor the targets. What a draft of its own
    tells of one of the places is not told again.
    """
    told: list[Draft] = []
    for draft in drafts:
        if draft.where is None or draft.mood != "actual" or not types[draft.event].violent:
            continue
        for place in _joined_to(draft.where, clause):
            if not any(one.event == draft.event and one.where == place for one in (*drafts, *told)):
                told.append(_at(place, draft, clause))
    return told


def _at(place: Mention, draft: Draft, clause: Clause) -> Draft:
    """Return a draft of the same event at another place, which quotes from what tells it to the place."""
    word, end = clause.document.word_at(place.start), clause.document.word_at(place.end - 1) + 1
    first, last = min(draft.at, word), max(draft.at + 1, end)
    if (first, last) == (draft.first, draft.last) and draft.where is not None:  # two claims, of other words each
        draft.last = max(draft.at, clause.document.word_at(draft.where.end - 1)) + 1
    return replace(draft, first=first, last=last, counts=(), targets=(), where=place)


def _joined_to(place: Mention, clause: Clause) -> list[Mention]:
    """Return the places that stand in one list with this one, in order."""
    at = next((index for index, unit in enumerate(clause.units) if place in unit.places), None)
    if at is None or _lies_between(at, clause):
        return []
    told = any(clause.kind(index) in VERBS for index in range(_begin(at, clause), at))
    before, behind = _sure(_before(at, clause)), _sure(_behind(at, clause, told=told and clause.order == "svo"))
    return [*reversed(before), *behind]


def _lies_between(at: int, clause: Clause) -> bool:
    """Whether two places are the ends of something: "on the road between Orda and Kesa"."""
    governors = (index for index in range(max(0, at - 3), at) if clause.kind(index) == "prep")
    return any(clause.units[index].has("mark", "between") for index in governors)


def _sure(listed: Iterator[tuple[Mention | None, bool]]) -> list[Mention]:
    """Return the places up to the last that "and" joins: a row of commas alone may be a chain of lands."""
    found: list[Mention] = []
    sure = 0
    for place, by_and in listed:
        found.extend([place] if place is not None else [])
        sure = len(found) if by_and else sure
    return found[:sure]


def _begin(at: int, clause: Clause) -> int:
    while at and clause.kind(at - 1) not in {"stop", "clause"}:
        at -= 1
    return at


def _behind(at: int, clause: Clause, *, told: bool) -> Iterator[tuple[Mention | None, bool]]:
    """Yield what is listed behind a unit, and whether "and" joins it; nothing for what is named and no known place.

    Where a verb has `told` it before, whoever stands before a verb is who does the next: "hit Orda, and Kesa denied".
    """
    while True:
        at = _behind_its_land(at, clause)
        begin = at
        while clause.kind(at) in _JOINTS:
            at += 1
        joints = [clause.kind(index) for index in range(begin, at)]
        if clause.kind(at) == "prep" and clause.units[at].has("mark", "place") and "conj" in joints:
            at += 1  # "in Orda and in Kesa"
        opens_a_clause = told and clause.kind(at + 1) in VERBS
        if not joints or opens_a_clause or not _can_be_listed(at, clause):
            return
        yield _place_of(at, clause), "conj" in joints


def _before(at: int, clause: Clause) -> Iterator[tuple[Mention | None, bool]]:
    """Yield what is listed before a unit, the nearest first, and whether "and" joins it to what follows."""
    by_and = False
    while True:
        end = at
        while clause.kind(at - 1) in _JOINTS:
            at -= 1
        joints = [clause.kind(index) for index in range(at, end)]
        at -= 1
        if at < 0 or not joints or not _can_be_listed(at, clause) or not clause.units[at].places:
            return
        by_and = by_and or "conj" in joints
        yield _place_of(at, clause), by_and


def _behind_its_land(at: int, clause: Clause) -> int:
    """Return the unit behind a place and the land that it is said to lie in: "Orda in Talmira | and | Kesa"."""
    at += 1
    prep = clause.units[at] if clause.kind(at) == "prep" else None
    if prep is None or clause.kind(at + 1) != "np" or not clause.units[at + 1].places:
        return at
    words = " ".join(clause.words(at)) or " "
    return at + 2 if leads_on(f" {words} ") or clause.order == "vso" else at


def _can_be_listed(at: int, clause: Clause) -> bool:
    """Whether a phrase is a place's name, or a name that nothing else is known of, and tells nothing else."""
    if clause.kind(at) != "np":
        return False
    unit = clause.units[at]
    if unit.actors or unit.counts or unit.cue(*_TELLS) is not None:
        return False
    return bool(unit.places) or _is_some_name(unit) or unit.cue("thing") is not None


def _is_some_name(unit: Unit) -> bool:
    return unit.named or not unit.marks


def _place_of(at: int, clause: Clause) -> Mention | None:
    unit = clause.units[at]
    if not unit.places:
        return None
    return head_place(clause, unit)[0] if clause.order == "svo" else unit.places[0]

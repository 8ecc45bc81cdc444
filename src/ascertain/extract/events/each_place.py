"""An event told of several places at once: "strikes in Orda and Kesa", "shelled Orda, Kesa and the town of Ruva"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ascertain.event_types import EventType
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.place_chains import head_place
from ascertain.extract.events.steps import VERBS
from ascertain.extract.events.units import Unit
from ascertain.languages.place_words import leads_on, place_words
from ascertain.model import Mention

_TELLS = ("event", "outcome", "victims", "speech", "toll", "none")
_JOINTS = frozenset({"comma", "conj"})
_COMMAS = frozenset(",،/و")
_BEHIND_A_TOLL = frozenset({"np", "prep", "other", "time"})
_REACH = 6  # units behind a figure


def told_of_each(drafts: Sequence[Draft], clause: Clause, types: Mapping[str, EventType]) -> list[Draft]:
    """Return a copy of each attack for every other place that is joined to its own.

    A copy has no targets, and not the toll, which is that of all the places together unless one is named behind it.
    What a draft of its own tells of one of the places is not told again.
    """
    told: list[Draft] = []
    for draft in drafts:
        if draft.where is None or draft.mood != "actual" or not types[draft.event].violent:
            continue
        copies: list[Draft] = []
        for place in _joined_to(draft.where, clause):
            if not any(one.event == draft.event and one.where == place for one in (*drafts, *told, *copies)):
                copies.append(_at(place, draft, clause))
        if copies and draft.counts and (toll := _named_behind_the_toll(draft, clause)) is not None:
            whose = next((one for one in copies if one.where is not None and _is_called(one.where, toll, clause)), None)
            if whose is not None and not _is_called(draft.where, toll, clause):
                whose.counts, draft.counts = draft.counts, ()
        told += copies
    return told


def _named_behind_the_toll(draft: Draft, clause: Clause) -> int | None:
    """Return the unit of the place that stands behind the last figure of a toll: "wounding four people | in | Kesa"."""
    last = clause.document.word_at(max(count.end for count in draft.counts) - 1)
    at = next((index for index, unit in enumerate(clause.units) if unit.first <= last < unit.last), None)
    for index in range(at + 1, at + 1 + _REACH) if at is not None else ():
        if clause.kind(index) not in _BEHIND_A_TOLL:
            return None
        if clause.kind(index) == "prep" and clause.units[index].has("mark", "place"):
            return index + 1 if clause.kind(index + 1) == "np" else None
    return None


def _is_called(place: Mention, at: int, clause: Clause) -> bool:
    """Whether a phrase ends as a place's name does: "the town of Kesa" and "Kesa"."""
    document, unit = clause.document, clause.units[at]
    named = document.words[document.word_at(place.end - 1)]
    return document.words[unit.last - 1].removeprefix("و") == named.removeprefix("و")


def _at(place: Mention, draft: Draft, clause: Clause) -> Draft:
    """Return a draft of the same event at another place, which quotes other words than the first: to its place."""
    word, end = clause.document.word_at(place.start), clause.document.word_at(place.end - 1) + 1
    first, last = (word, draft.last) if word < draft.at else (draft.first, max(draft.at + 1, end))
    if last >= draft.last and first == draft.first:
        first = draft.at
    if (first, last) == (draft.first, draft.last) and draft.where is not None:
        draft.last = max(draft.at, clause.document.word_at(draft.where.end - 1)) + 1
    return replace(draft, first=first, last=last, counts=(), targets=(), where=place)


def _joined_to(place: Mention, clause: Clause) -> list[Mention]:
    """Return the places that stand in one list with this one, in order."""
    at = next((index for index, unit in enumerate(clause.units) if place in unit.places), None)
    if at is None or _lies_between(at, clause):
        return []
    told = any(clause.kind(index) in VERBS for index in range(_begin(at, clause), at))
    before = _sure(_before(at, clause), clause)
    behind = _sure(_behind(at, clause, told=told and clause.order == "svo"), clause, _is_plural(at, clause))
    beside = [one for one in _places_of(at, clause) if one != place]  # قرى (أ، ب، ج)
    return [*reversed(before), *beside, *behind]


def _lies_between(at: int, clause: Clause) -> bool:
    """Whether two places are the ends of something: "on the road between Orda and Kesa"."""
    governors = (index for index in range(max(0, at - 3), at) if clause.kind(index) == "prep")
    return any(clause.units[index].has("mark", "between") for index in governors)


def _sure(listed: Iterator[tuple[int, bool]], clause: Clause, plural: bool = False) -> list[Mention]:
    """Return the places of a row up to the last that "and" joins: commas alone may part one place and its lands.

    They do not behind a `plural`: "the villages Orda, Kesa".
    """
    found: list[Mention] = []
    sure = 0
    for at, by_and in listed:
        found.extend(_places_of(at, clause))
        plural = plural or _is_plural(at, clause)
        sure = len(found) if by_and or plural else sure
    return found[:sure]


def _is_plural(at: int, clause: Clause) -> bool:
    """Whether a phrase, or one right before its bracket, says that it is of several places: قرى, "the towns of"."""
    words = [*(clause.words(at - 2) if clause.kind(at - 1) == "comma" and at > 1 else ()), *clause.words(at)[:3]]
    return any(word.removeprefix("و") in place_words(clause.code).plurals for word in words)


def _begin(at: int, clause: Clause) -> int:
    while at and clause.kind(at - 1) not in {"stop", "clause"}:
        at -= 1
    return at


def _behind(at: int, clause: Clause, *, told: bool) -> Iterator[tuple[int, bool]]:
    """Yield what is listed behind a unit, and whether "and" joins it; nothing for what is named and no known place.

    Where a verb has `told` it before, whoever stands before a verb is who does the next: "hit Orda, and Kesa denied".
    """
    while True:
        at = _behind_its_land(at, clause)
        begin = at
        while clause.kind(at) in _JOINTS:
            at += 1
        joints = [clause.kind(index) for index in range(begin, at)]
        if clause.kind(at) == "prep" and clause.units[at].has("mark", "place") and joints == ["conj"]:
            at += 1  # "in Orda and in Kesa"
        opens_a_clause = (told and clause.kind(at + 1) in VERBS) or _speaks(at, clause)
        if not joints or opens_a_clause or not _can_be_listed(at, clause):
            return
        if not clause.units[at].places and _has_a_place_behind(at, clause):
            at += 2  # "the outskirts of Orda and a house | in | Kesa"
        yield at, "conj" in joints


def _speaks(at: int, clause: Clause) -> bool:
    """Whether a capital stands for its government, whose verb of speaking is right behind: قصف أوردة وأنقرة | تتوعد."""
    unit = clause.units[at + 1] if clause.order == "vso" and clause.kind(at + 1) == "verb" else None
    return unit is not None and (unit.cue("speech") is not None or unit.has("event", "threat"))


def _before(at: int, clause: Clause) -> Iterator[tuple[int, bool]]:
    """Yield what is listed before a unit, the nearest first, and whether "and" joins it to what follows."""
    by_and = False
    if clause.kind(at - 1) == "prep" and clause.kind(at - 2) == "np" and not clause.units[at - 2].places:
        at -= 2  # "the outskirts of Orda and | a house | in Kesa"
    while True:
        end = at
        while clause.kind(at - 1) in _JOINTS:
            at -= 1
        joints = [clause.kind(index) for index in range(at, end)]
        at -= 1
        if at < 0 or not joints or not _can_be_listed(at, clause) or not clause.units[at].places:
            return
        by_and = by_and or "conj" in joints
        yield at, by_and


def _behind_its_land(at: int, clause: Clause) -> int:
    """Return the unit behind a place and the land that it is said to lie in: "Orda in Talmira | and | Kesa"."""
    at += 1
    prep = clause.units[at] if clause.kind(at) == "prep" else None
    if prep is None or clause.kind(at + 1) != "np" or not clause.units[at + 1].places:
        return at
    words = " ".join(clause.words(at)) or " "
    return at + 2 if leads_on(f" {words} ") or clause.order == "vso" else at


def _has_a_place_behind(at: int, clause: Clause) -> bool:
    prep = clause.units[at + 1] if clause.kind(at + 1) == "prep" and clause.kind(at + 2) == "np" else None
    if prep is None or tuple(clause.words(at + 1)) in place_words(clause.code).bearings:
        return False  # west of a town is not in it
    return prep.has("mark", "place") and bool(clause.units[at + 2].places)


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


def _places_of(at: int, clause: Clause) -> list[Mention]:
    """Return the places that a phrase names; of an English one that of its head."""
    unit = clause.units[at]
    if not unit.places or clause.order == "svo":
        return head_place(clause, unit)[:1] if unit.places else []
    listed = unit.places[:1]
    for place in unit.places[1:]:
        between = set(clause.document.text[listed[-1].end : place.start])
        listed.extend([place] if between & _COMMAS and between <= _COMMAS | set(' و"') else [])
    return listed

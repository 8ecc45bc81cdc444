"""From a noun phrase to the name in it: without articles, numbers and small words."""

from ascertain.extract.events.units import Unit
from ascertain.model import Party
from ascertain.text import Document

_LOOSE = frozenset({"linking", "prepositions", "conjunctions"})
_QUOTES = frozenset('"«»')
_OF_THEM = frozenset(
    "name names identity identities number majority photographs photos hand hands release arrest capture trial "
    "extradition detention conviction acquittal imprisonment escape surrender role involvement complicity guilt".split()
)
_FOLLOWING = frozenset({"loyal", "faithful", "close"})  # "troops loyal | to": to whom is no part of the phrase
_LEADING = frozenset({"-", "how"})  # "told how attackers killed": they alone are named
_EPITHETS = 4  # words before "of" in "the alleged involvement of"
_SMALL = frozenset({"word", "mark", "negation", "hedge"})


def name_span(unit: Unit, document: Document, last: int | None = None) -> tuple[int, int]:
    """Return the characters [start, end) of a noun phrase without the small words at its front."""
    first, last = unit.first, unit.last if last is None else last
    small = {word for mark in unit.marks if mark.cue.kind in _SMALL for word in range(mark.first, mark.last)}
    while first < last - 1 and (
        first in small or document.words[first] in _ARTICLES or document.words[first] in _LEADING
    ):
        first += 1
    of = next((at for at in range(first + 1, min(first + _EPITHETS, last - 1)) if document.words[at] == "of"), None)
    if of is not None and document.words[of - 1] in _OF_THEM:
        first = of + 1  # "the names of the men" who did it
        while first < last - 1 and document.words[first] in _ARTICLES:
            first += 1
    loose = {mark.first for mark in unit.marks if mark.cue.kind == "word" and mark.cue.value in _LOOSE}
    while last - 1 > first and (
        (not document.words[last - 1][0].isalnum() and document.words[last - 1] not in ")]")
        or last - 1 in loose
        or document.words[last - 1] == "of"
        or document.words[last - 1] in _FOLLOWING
        or (last < unit.last and document.words[last - 1] in _ARTICLES)
    ):
        last -= 1
    if last < unit.last and document.words[last] in _QUOTES and _QUOTES & set(document.words[first:last]):
        last += 1  # closes the quotation marks about a part of the name
    start = document.start_without(first, unit.cut) if first == unit.first else document.starts[first]
    return start, document.ends[last - 1]


_ARTICLES = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "of", "this", "these", "those", "that", "some", "all"}
)


def party_of(unit: Unit, document: Document, *, owner: int | None = None, until: int | None = None) -> Party:
    """Return the party that a noun phrase names; with `owner`, the words before that one ("army" in "army shelling").

    With `until`, the name goes on to that word: "militants from" a group.

    The type is that of the actor found in it, or of its people ("civilians"), where either is known.
    """
    start, end = name_span(unit, document, owner)
    end = document.ends[until - 1] if until is not None else end
    owning = [m for m in unit.actors if owner is not None and start <= m.start < end]
    if owning:  # "the latest US drone strike": the mention may reach into what it owns
        start, end = owning[-1].start, min(owning[-1].end, max(end, owning[-1].start + 1))
    kinds = [getattr(m.parsed, "type", None) for m in unit.actors if start <= m.start and m.end <= end]
    kind = next((kind for kind in reversed(kinds) if kind), None)
    cue = unit.cue("people")
    if kind is None and cue is not None and owner is None:
        kind = "civilians" if cue.value in {"civilians", "children", "women"} else None
    return Party(name=document.text[start:end], type=kind, start=start, end=end)

"""Outcomes of one sentence that each have a place of their own: "one was killed in X | and two were hurt in Y"."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ascertain.extract.casualties.harm import Harm
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.place_chains import is_land
from ascertain.languages.place_words import place_words

_OF_PEOPLE = frozenset({"killed", "injured", "missing", "detained"})
_JOINTS = frozenset({"comma", "conj", "clause"})
_TOWNS = frozenset({"city", "town", "village"})


def at_their_own_places(clause: Clause, found: list[Harm], told: Iterable[set[int]]) -> list[Harm]:
    """Return the outcomes taken off a sentence's that have another place than the one told before them.

    One event, told of both, may stand behind the last: مقتل رجل في سرمين وإصابة اثنين في بنش | بقصف. Nothing is taken
    off where each has an event of its own; `told` are the units that tell each event.
    """
    events = list(told)
    more: list[Harm] = []
    for before, harm in pairwise(list(found) if clause.order == "vso" else ()):
        until = _behind_its_place(clause, harm) if _counts_people(before) and _counts_people(harm) else 0
        ends, begins = max([before.unit, *before.victims]), min([harm.unit, *harm.victims])
        joint = next((at for at in range(begins - 1, ends, -1) if clause.kind(at) in _JOINTS), None)
        if not until or joint is None or _are_told_in_turn(events, joint) or _are_bodies(clause, harm):
            continue
        here, there = _places(clause, range(ends + 1, joint)), _places(clause, range(begins, until))
        if _is_likewise(clause, range(begins, until)) or (here and not set(here) & set(there)):
            harm.elsewhere, harm.until, harm.own_word = True, until, True
            more.append(harm)
    found[:] = [harm for harm in found if harm not in more]
    return more


def _are_bodies(clause: Clause, harm: Harm) -> bool:
    """Whether the dead are told as bodies, which are found and need not be of the event before."""
    mark = clause.units[harm.unit].find("victims")
    return mark is not None and "bodies" in mark.cue.flags


def _counts_people(harm: Harm) -> bool:
    told = harm.outcome in _OF_PEOPLE and bool(harm.numbers) and not harm.running
    return told and not (harm.none or harm.negated or harm.shared or harm.among or harm.elsewhere or harm.parted)


def _behind_its_place(clause: Clause, harm: Harm) -> int:
    """Return the unit behind the town that stands right behind those harmed, or 0."""
    at = max([harm.unit, *harm.victims]) + 1
    while clause.kind(at) in {"other", "time"} or _is_likewise(clause, range(at, at + 1)):
        at += 1
    prep = clause.units[at] if clause.kind(at) == "prep" and clause.kind(at + 1) == "np" else None
    located = (
        prep is not None and prep.has("mark", "place") and not prep.has("mark", "origin")
    )  # not where they are from
    return at + 2 if located and _places(clause, range(at + 1, at + 2)) else 0


def _is_likewise(clause: Clause, units: range) -> bool:
    """Whether it is said to have happened as what was told before: بطريقة مماثلة."""
    return clause.tells("word", "likewise") and any(
        clause.units[at].has("word", "likewise") for at in units if at < len(clause.units)
    )


def _are_told_in_turn(events: Sequence[set[int]], joint: int) -> bool:
    return any(max(one) < joint for one in events) and any(min(one) > joint for one in events)


def _places(clause: Clause, units: range) -> list[str]:
    """Return the towns that some units name, by their last words; no land that may hold another, no part of a town."""
    named = [place for at in units if at < len(clause.units) for place in clause.units[at].places if not is_land(place)]
    words = [clause.document.words[clause.document.word_at(place.end - 1)] for place in named]
    parts = place_words(clause.code).features
    heads = [clause.document.words[clause.document.word_at(place.start)] for place in named]
    kinds = [parts.get((head.removeprefix("ب"),)) for head in heads]
    return [word for word, kind in zip(words, kinds, strict=True) if kind is None or kind.klass in _TOWNS]

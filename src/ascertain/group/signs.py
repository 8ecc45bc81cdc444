"""The signs that two tellings are of one event, each worth so many log odds.

What each is worth is fitted on pairs of coded reports (`bench/weights.py`), rounded, and held as data, `weights.toml`
(docs/adr/0007). They add up, so that no single sign decides: a copied text outweighs a misread day.
"""

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ascertain.group import families
from ascertain.group.day_signs import day_sign
from ascertain.group.interface import Evidence
from ascertain.group.place_signs import place_sign
from ascertain.group.rarity import size_of
from ascertain.group.telling import Telling
from ascertain.group.words import CAUTION
from ascertain.text.tables import read_tables

_NOTHING = Evidence()


@cache
def _both() -> dict[str, tuple[float, float]]:
    tables = read_tables(Path(__file__).with_name("weights.toml").read_text("utf-8"))
    return {f"{sign}.{name}": (worth[0], worth[1]) for sign, values in tables.items() for name, worth in values.items()}


def weights(total: int) -> dict[str, float]:
    """Return what each value of a sign is worth among so many tellings, by the sign's name, a dot and the value's."""
    size = size_of(total)
    return {name: folder + size * (collection - folder) for name, (folder, collection) in _both().items()}


def event_sign(first: Telling, second: Telling) -> Evidence:
    """Compare what kind of event it was."""
    if not (first.starts and second.starts):
        return _NOTHING
    return _of_kinds(first.event, second.event)


@cache
def _of_kinds(mine: str, theirs: str) -> Evidence:
    like = families.likeness(mine, theirs)
    if like == 1:
        return Evidence((("event.like", 0.2),), "the same kind of event")
    if like == families.ONE_SAYS_MORE:
        return _NOTHING
    return Evidence((("event.like", -0.5 if like >= 0 else 1.2 * like),))


def figure_sign(first: Telling, second: Telling) -> Evidence:
    """Compare the figures for the killed and the injured."""
    if not (first.killed and second.killed) and not (first.injured and second.injured):
        return _NOTHING
    agree, differ, words = 0.0, 0.0, []
    for name, mine, theirs in (("killed", first.killed, second.killed), ("injured", first.injured, second.injured)):
        if not mine or not theirs:
            continue
        common = mine & theirs
        if common:
            most = max(common)
            agree += _figures_agree(name, most)
            words.append(f"{most} {name}")
        else:
            least = first.least | second.least
            far = min(_between(a, b, least) for a in mine for b in theirs) > 1 + 0.2 * max(mine | theirs)
            differ -= (0.9 if name == "killed" else 0.6) if far else 0.15
    because = f"both give {' and '.join(words)}" if words else ""
    return Evidence((("figures.agree", agree), ("figures.differ", differ)), because)


def _between(one: int, other: int, least: frozenset[int]) -> int:
    """Return how far two figures lie apart: "at least 39" is as well "more than 30", up to twice as many."""
    low, high = sorted((one, other))
    return 0 if low in least and high <= 2 * low else high - low


def _figures_agree(outcome: str, number: int) -> float:
    """Return what it tells that both give a number: one dead is common, seventeen are not."""
    if number < 1:
        return 0.0
    if outcome == "injured":
        return min(1.2, 0.3 * math.log(1 + number))
    return min(2.4, 0.8 * math.log(1 + number) - (0.35 if number == 1 else 0.0))


def party_sign(first: Telling, second: Telling) -> Evidence:
    """Compare who did it."""
    if not first.parties or not second.parties:
        return _NOTHING
    if first.parties & second.parties:
        return Evidence((), "the same party")
    return Evidence((("party.other", -0.4),), "other parties are named")


def word_sign(first: Telling, second: Telling) -> Evidence:
    """Compare the rare words: how much of what the smaller text has of them stands in the other, too.

    Of two texts in two scripts also the names that sound alike.
    """
    small, large = (first, second) if first.norm <= second.norm else (second, first)
    common = small.words.keys() & large.words.keys()
    spoken = first.names.keys() & second.names.keys() if first.names and first.lang != second.lang else ()
    if not common:
        if spoken:
            return Evidence((("words.spoken", _spoken(first, spoken)),), _SOUND_ALIKE)
        return _NOTHING if first.lang != second.lang else Evidence((("words.none", -_CHANCE * _telling_enough(small)),))
    shared = [small.words[word] for word in common]
    held = math.fsum(weight * weight for weight in shared) / (CAUTION + small.norm**2)
    rare = sum(weight >= first.rare for weight in shared)
    worth = _HELD * math.sqrt(held) + _RARE * math.log1p(rare) - (0.0 if first.lang != second.lang else _CHANCE)
    told = ("words.shared" if worth > 0 else "words.none", min(5.0, worth))
    because = "they share rare words" if held > 0.05 else ""
    return (
        Evidence((told, ("words.spoken", _spoken(first, spoken))), _SOUND_ALIKE)
        if spoken
        else Evidence((told,), because)
    )


def _spoken(telling: Telling, spoken: Iterable[str]) -> float:
    """Return what it tells that two texts in two scripts have names that sound alike."""
    return min(3.5, math.log1p(math.fsum(telling.names[sound] for sound in spoken)))


_SOUND_ALIKE = "they share names that sound alike"
_HELD, _RARE, _CHANCE = 2.8, 0.4, 0.6


def _telling_enough(telling: Telling) -> float:
    """Return how far it tells against one event that the smaller of two texts shares no rare word, from 0 to 1."""
    length = telling.norm**2 - CAUTION
    return length / (length + 3 * CAUTION)


def item_sign(first: Telling, second: Telling) -> Evidence:
    """Compare how many events their items tell of, whose words may be another's, and whether in passing."""
    return _ITEMS[2 - first.alone - second.alone][2 - first.main - second.main]


# What can be said of two items, made once, as it is asked of every pair.
_ITEMS = [
    [Evidence((("items.among_others", float(among)), ("items.aside", float(aside)))) for aside in range(3)]
    for among in range(3)
]


SIGNS = (item_sign, place_sign, day_sign, event_sign, figure_sign, party_sign, word_sign)

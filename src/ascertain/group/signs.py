"""The signs that two tellings are of one event, each worth so many log odds.

The weights are fitted on pairs of coded reports (`bench/`), rounded, and held as constants (docs/adr/0007). They add
up, so that no single sign decides: a copied text outweighs a misread day.
"""

import math

from ascertain.group import families
from ascertain.group.day_signs import day_sign, days_compared
from ascertain.group.place_signs import place_sign, places_compared
from ascertain.group.telling import Telling
from ascertain.group.words import CAUTION

__all__ = ["SIGNS", "day_sign", "days_compared", "place_sign", "places_compared"]


def event_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare what kind of event it was."""
    if not (first.starts and second.starts):
        return 0.0, ""
    like = families.likeness(first.event, second.event)
    if like == 1:
        return 0.2, "the same kind of event"
    return (-0.5 if like >= 0 else 1.2 * like), ""


def figure_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare the figures for the killed and the injured."""
    score, words = 0.0, []
    for name, mine, theirs in (("killed", first.killed, second.killed), ("injured", first.injured, second.injured)):
        if not mine or not theirs:
            continue
        common = mine & theirs
        if common:
            most = max(common)
            score += _figures_agree(name, most)
            words.append(f"{most} {name}")
        else:
            far = min(abs(a - b) for a in mine for b in theirs) > 1 + 0.2 * max(mine | theirs)
            score -= (0.9 if name == "killed" else 0.6) if far else 0.15
    return score, f"both give {' and '.join(words)}" if words else ""


def _figures_agree(outcome: str, number: int) -> float:
    """Return what it tells that both give a number: one dead is common, seventeen are not."""
    if number < 1:
        return 0.0
    if outcome == "injured":
        return min(1.2, 0.3 * math.log(1 + number))
    return min(2.4, 0.8 * math.log(1 + number) - (0.35 if number == 1 else 0.0))


def party_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare who did it."""
    if not first.parties or not second.parties:
        return 0.0, ""
    return (0.0, "the same party") if first.parties & second.parties else (-0.4, "other parties are named")


def word_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare the rare words: how much of what the smaller text has of them stands in the other, too."""
    small, large = (first, second) if first.norm <= second.norm else (second, first)
    shared = [weight for word, weight in small.words.items() if word in large.words]
    held = sum(weight * weight for weight in shared) / (CAUTION + small.norm**2)
    if not shared:
        return (0.0, "") if first.lang != second.lang else (-_CHANCE * _telling_enough(small), "")
    rare = sum(weight >= first.rare for weight in shared)
    worth = _HELD * math.sqrt(held) + _RARE * math.log1p(rare)
    cross = _CHANCE if first.lang != second.lang else 0.0
    return min(5.0, worth - _CHANCE + cross), "they share rare words" if held > 0.05 else ""


_HELD, _RARE, _CHANCE = 2.8, 0.4, 0.6


def _telling_enough(telling: Telling) -> float:
    """Return how far it tells against one event that the smaller of two texts shares no rare word, from 0 to 1."""
    length = telling.norm**2 - CAUTION
    return length / (length + 3 * CAUTION)


SIGNS = (day_sign, place_sign, event_sign, figure_sign, party_sign, word_sign)

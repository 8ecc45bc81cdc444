"""The signs that two tellings are of one event, each worth so many log odds.

The weights are judgements, tried on coded incidents and rounded. They add up, so that no
single sign decides: a copied text outweighs a misread day.
"""

import math

from ascertain.group import families
from ascertain.group.days import Days
from ascertain.group.geometry import apart_m, distance_m, is_area, point
from ascertain.group.telling import Telling
from ascertain.model import Place

PRIOR = -2.2  # of two tellings that share a block and nothing else


def day_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare when it happened; failing that, when it was said."""
    mine, theirs = first.days, second.days
    if mine is not None and theirs is not None:
        return _told_days(mine, theirs)
    if mine is None and theirs is None:
        return _said_days(first.published, second.published)
    told, said = (mine, second.published) if mine is not None else (theirs, first.published)
    if told is None or said is None:
        return 0.0, ""
    late = said - told.last
    if late < -1 and said < told.first - 1:
        return -4.0, "one was said before the other's day"
    if late <= 1:
        return 1.2, "one was said on the day that the other gives"
    return (0.2, "") if late <= 4 else (-1.5, "one was said long after the day that the other gives")


def _told_days(mine: Days, theirs: Days) -> tuple[float, str]:
    gap = mine.gap(theirs)
    if gap > 1:
        return -4.5, f"{gap} days lie between them"
    if gap == 1:
        return -0.8, "they are a day apart"
    if not (mine.sharp and theirs.sharp):
        return 0.3, "their days may be the same"
    if None not in (mine.start, mine.end, theirs.start, theirs.end):
        apart = max((mine.start or 0) - (theirs.end or 0), (theirs.start or 0) - (mine.end or 0)) / 3600
        if apart > 5:
            return -0.8, "they tell of other hours of the day"
        if apart <= 0:
            return 2.0, "the same day and time of day"
    return 1.6, "the same day"


def _said_days(first: int | None, second: int | None) -> tuple[float, str]:
    if first is None or second is None:
        return 0.0, ""
    apart = abs(first - second)
    if apart <= 1:
        return 1.2, "said within a day of each other"
    return (0.2, "") if apart <= 3 else (-1.2, "said days apart")


def place_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare where: the best of the places that either names."""
    if not first.places or not second.places:
        return 0.0, ""
    main = _two_places(first.place, second.place)
    best = max(
        (_two_places(mine, theirs) for mine in first.places[:4] for theirs in second.places[:4]),
        key=lambda sign: sign[0],
    )
    return (main if main[0] >= best[0] - 0.01 else ((main[0] + best[0]) / 2, best[1])) if main[1] else best


def _two_places(mine: Place | None, theirs: Place | None) -> tuple[float, str]:
    if mine is None or theirs is None:
        return 0.0, ""
    wide = is_area(mine) or is_area(theirs)
    if mine.id == theirs.id:
        return (0.5 if wide else 2.4), f"both name {mine.name}"
    if mine.name in theirs.within or theirs.name in mine.within:
        return 0.6, f"{mine.name} and {theirs.name} lie one in the other"
    here, there = point(mine), point(theirs)
    if here is None or there is None:
        return (0.0, "") if wide else (-0.6, "their places have other names")
    if wide:
        beyond = apart_m(mine, theirs) or 0.0
        return (0.4, f"{mine.name} and {theirs.name} may be one") if beyond == 0 else (-2.5, "their areas lie apart")
    kilometres = distance_m(here, there) / 1000
    if kilometres <= 2:
        return 2.0, f"{mine.name} and {theirs.name} are within 2 km"
    if kilometres <= 6:
        return 0.9, f"{mine.name} and {theirs.name} are {kilometres:.0f} km apart"
    return -min(3.0, kilometres / 6), f"{kilometres:.0f} km lie between {mine.name} and {theirs.name}"


def event_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare what kind of event it was."""
    if not (first.starts and second.starts):
        return 0.0, ""
    like = families.likeness(first.event, second.event)
    return 0.7 * like if like >= 0 else 1.2 * like, "the same kind of event" if like == 1 else ""


def figure_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare the figures for the killed and the injured."""
    score, words = 0.0, []
    for name, mine, theirs in (("killed", first.killed, second.killed), ("injured", first.injured, second.injured)):
        if not mine or not theirs:
            continue
        common = mine & theirs
        if common:
            most = max(common)
            score += min(1.2, 0.25 + 0.35 * math.log(most)) if most > 0 else 0.0
            words.append(f"{most} {name}")
        else:
            score -= 0.5 if min(abs(a - b) for a in mine for b in theirs) > 1 + 0.2 * max(mine | theirs) else 0.15
    return score, f"both give {' and '.join(words)}" if words else ""


def party_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare who did it."""
    if not first.parties or not second.parties:
        return 0.0, ""
    return (0.4, "the same party") if first.parties & second.parties else (-0.6, "other parties are named")


def word_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare the rare words."""
    if not first.words or not second.words:
        return 0.0, ""
    small, large = (first, second) if len(first.words) <= len(second.words) else (second, first)
    dot = sum(weight * weight for word, weight in small.words.items() if word in large.words)
    cosine = dot / (first.norm * second.norm)
    if cosine < 0.02:
        return (-0.4, "") if first.lang == second.lang else (0.0, "")
    return min(4.0, 7.0 * cosine), "they share rare words" if cosine > 0.12 else ""


SIGNS = (day_sign, place_sign, event_sign, figure_sign, party_sign, word_sign)

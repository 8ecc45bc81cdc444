"""The signs that two tellings are of one event, each worth so many log odds.

The weights are judgements, tried on coded incidents and rounded. They add up, so that no
single sign decides: a copied text outweighs a misread day.
"""

import math

from ascertain.group import families
from ascertain.group.days import Days, is_day_of_year
from ascertain.group.geometry import apart_m, distance_m, is_area, point, radius_m
from ascertain.group.rarity import LEAST_WORTH
from ascertain.group.telling import Telling
from ascertain.group.words import CAUTION
from ascertain.model import Place

WORDS = 6.5  # for the square root of the cosine
CHANCE = 0.8  # what two texts of one language share by chance
_VAGUE_M = 8_000.0  # "near" a place: its radius tells nothing apart within
_SAID_LATE = 4  # days after the event within which most reports of it come


def day_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare when it happened; failing that, when it was said, and days given without a year."""
    mine, theirs = first.days, second.days
    if mine is not None and theirs is not None:
        return _told_days(mine, theirs, first)
    if mine is None and theirs is None:
        return _said_days(first, second)
    told, other = (first, second) if mine is not None else (second, first)
    if told.days is None or other.published is None:
        return _clued(told, other)
    late = other.published - told.days.last
    if other.published < told.days.first - 1:
        return -4.0, "one was said before the other's day"
    if late <= 1:
        return 0.75 * _worth_of_day(told), "one was said on the day that the other gives"
    return (0.2, "") if late <= _SAID_LATE else (-1.5, "one was said long after the day that the other gives")


def _worth_of_day(telling: Telling) -> float:
    day = telling.days.first if telling.days is not None else telling.published
    return telling.worth.get(day, LEAST_WORTH) if day is not None else LEAST_WORTH


def _told_days(mine: Days, theirs: Days, first: Telling) -> tuple[float, str]:
    gap = mine.gap(theirs)
    if gap > 1:
        return -4.5, f"{gap} days lie between them"
    if gap == 1:
        return (-1.8 if mine.sharp and theirs.sharp else -0.5), "they are a day apart"
    if not (mine.sharp and theirs.sharp):
        return 0.3, "their days may be the same"
    worth = _worth_of_day(first)
    if None not in (mine.start, mine.end, theirs.start, theirs.end):
        apart = max((mine.start or 0) - (theirs.end or 0), (theirs.start or 0) - (mine.end or 0)) / 3600
        if apart > 5:
            return worth - 2.0, "they tell of other hours of the same day"
        if apart <= 0:
            return worth + 0.4, "the same day and time of day"
    return worth, "the same day"


def _said_days(first: Telling, second: Telling) -> tuple[float, str]:
    if first.published is None or second.published is None:
        return _clued(first, second)
    apart = abs(first.published - second.published)
    if apart <= 1:
        return (0.7 if apart == 0 else 0.5) * _worth_of_day(first), "said within a day of each other"
    return (0.2, "") if apart <= _SAID_LATE else (-1.5, "said days apart")


def _clued(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare days of the year and weekdays, where one of the two gives no more."""
    if first.clues and second.clues:
        return (2.5, "the same day of the year") if first.clues & second.clues else (-1.0, "other days of the year")
    clued, other = (first, second) if first.clues else (second, first)
    day = other.days.first if other.days is not None else other.published
    if clued.clues and day is not None:
        apart = is_day_of_year(day, clued.clues)
        if apart <= 1:
            return (2.5 if apart == 0 else 1.5), "the same day of the year"
        return -1.5, "other days of the year"
    if first.weekdays and second.weekdays:
        return (0.4, "the same weekday") if first.weekdays & second.weekdays else (-0.4, "other weekdays")
    return 0.0, ""


def place_sign(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare where: the main places of both, and the best of all that either names."""
    if first.place is None or second.place is None:
        return 0.0, ""
    main = _two_places(first.place, second.place, first, second)
    best = max(
        (_two_places(mine, theirs, first, second) for mine in first.places[:3] for theirs in second.places[:3]),
        key=lambda sign: sign[0],
    )
    worth, because = main if main[0] >= best[0] - 0.01 else ((main[0] + 2 * best[0]) / 3, best[1])
    if worth < 0 and (first.guessed or second.guessed):  # a place that is only mentioned speaks for, never against
        return 0.0, ""
    return worth, because


def _two_places(mine: Place, theirs: Place, first: Telling, second: Telling) -> tuple[float, str]:
    wide = is_area(mine) or is_area(theirs)
    worth = min(first.worth.get(mine.id, LEAST_WORTH), second.worth.get(theirs.id, LEAST_WORTH))
    if mine.id == theirs.id:
        return (0.2 if wide else 0.55) * worth, f"both name {mine.name}"
    if mine.name in theirs.within or theirs.name in mine.within:
        return 0.5, f"{mine.name} and {theirs.name} lie one in the other"
    here, there = point(mine), point(theirs)
    if here is None or there is None:
        return (0.0, "") if wide else (-0.4, "their places have other names")
    if wide:
        beyond = apart_m(mine, theirs) or 0.0
        reach = max(radius_m(mine), radius_m(theirs))  # areas are no circles: a border lies farther out than the radius
        if beyond <= 0.3 * reach:
            return (0.3 if beyond == 0 else 0.0), f"{mine.name} and {theirs.name} may be one"
        return -2.0, "their areas lie apart"
    kilometres = distance_m(here, there) / 1000
    vague = sum(reach for place in (mine, theirs) if (reach := radius_m(place)) > _VAGUE_M) / 1000
    if vague and kilometres <= vague:
        return 0.3, f"{mine.name} and {theirs.name} may be one, as far as the words go"
    if kilometres <= 2:
        return 0.5 * worth, f"{mine.name} and {theirs.name} are within 2 km"
    if kilometres <= 6:
        return 0.25 * worth, f"{mine.name} and {theirs.name} are {kilometres:.0f} km apart"
    return -min(5.0, kilometres / 8), f"{kilometres:.0f} km lie between {mine.name} and {theirs.name}"


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
            score += min(1.6, 0.3 + 0.45 * math.log(most)) if most > 0 else 0.0
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
    small, large = (first, second) if len(first.words) <= len(second.words) else (second, first)
    dot = sum(weight * weight for word, weight in small.words.items() if word in large.words)
    cosine = dot / (first.norm * second.norm) if dot else 0.0
    if cosine < 0.01:
        return (-CHANCE * _telling_enough(small), "") if first.lang == second.lang else (0.0, "")
    return min(5.0, WORDS * math.sqrt(cosine) - CHANCE), "they share rare words" if cosine > 0.05 else ""


def _telling_enough(telling: Telling) -> float:
    """Return how far it tells against one event that the smaller of two texts shares no rare word, from 0 to 1."""
    length = telling.norm**2 - CAUTION
    return length / (length + 3 * CAUTION)


SIGNS = (day_sign, place_sign, event_sign, figure_sign, party_sign, word_sign)

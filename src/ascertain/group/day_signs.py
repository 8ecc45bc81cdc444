"""What the days of two tellings say of their being one event.

That two give the same day tells the more, the fewer others give it (`rarity`); that they give other days tells less
than one would think, since one day in ten is misread or misprinted, but in a cluster all of them say so.
"""

import math
from datetime import date

from ascertain.group.days import Days, is_day_of_year
from ascertain.group.interface import Evidence
from ascertain.group.telling import Telling

_SAID_LATE = 4  # days after the event within which most reports of it come
_SAME, _BEFORE, _LATE, _APART, _FAR = 0.85, -2.2, -1.2, -2.0, -4.0
_EACH_FOLD = 0.8  # for each e-fold that the days between two reports are more than that
_NEXT_DAY = 3.2
_OTHER_HOURS = 3.2
_SURE = 0.95  # that an address tells about when, to within a few times its spread
_OTHER_WEEKDAY = -1.5
SAME_WEEKDAY, FALLS_ON_IT = "the same weekday", "the day of the one falls on the weekday that the other names"
ON_A_WEEKDAY = frozenset((SAME_WEEKDAY, FALLS_ON_IT))


def day_sign(first: Telling, second: Telling) -> Evidence:
    """Compare when it happened; failing that, when it was said, and days given without a year or date."""
    if (about := _said_about(first, second)) is not None:
        worth, (clued, because) = about, _clued(first, second)
        reason = "said about the same day, by the serial number in an address" if worth > 0 else because
        return Evidence((_named(worth), _named(clued, because)), reason)
    worth, because = _compared(first, second)
    return Evidence((_named(worth, because),), because)


def _named(worth: float, because: str = "") -> tuple[str, float]:
    """Return what days are worth with the name of the sign; of a weekday alone one of its own."""
    return "day.weekday" if because in ON_A_WEEKDAY else "day.agrees" if worth > 0 else "day.differs", worth


def _compared(first: Telling, second: Telling) -> tuple[float, str]:
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
        return _BEFORE, "one was said before the other's day"
    if late <= 1:
        return _SAME * told.worth_of_day, "one was said on the day that the other gives"
    if late <= _SAID_LATE:
        return 0.2, ""
    return _LATE - _longer(late), "one was said long after the day that the other gives"


def _said_about(first: Telling, second: Telling) -> float | None:
    """Compare when they were said where one says nothing of that but its address tells about when."""
    if (first.said is None or first.days is not None) and (second.said is None or second.days is not None):
        return None
    here, there = first.reported, second.reported
    if here is None or there is None:
        return None
    gap = max(0.0, here.first - there.last, there.first - here.last, 0.5) - 0.5
    spread = here.spread + there.spread
    likely = math.exp(-gap / spread) / (1 + 2 * spread)
    rare = math.exp(max(first.worth_of_day, second.worth_of_day))
    return max(_FAR, _SAME * math.log(_SURE * likely * rare + 1 - _SURE))


def _told_days(mine: Days, theirs: Days, first: Telling) -> tuple[float, str]:
    gap = mine.gap(theirs)
    if gap > 1:
        return (-1.5 if gap <= _SAID_LATE else _FAR), f"{gap} days lie between them"
    if gap == 1 and mine.reaches(theirs):
        return 0.3 + _SAME * first.worth_of_day, "the night before, which ends on the other's day"
    if gap == 1:  # a night has two days, and a report of the next morning is often dated by its own
        worth = _SAME * first.worth_of_day
        return worth - (_NEXT_DAY if mine.sharp and theirs.sharp else _NEXT_DAY / 2), "they are a day apart"
    if not (mine.sharp and theirs.sharp):
        return 0.3, "their days may be the same"
    worth = 0.3 + _SAME * first.worth_of_day
    if None not in (mine.start, mine.end, theirs.start, theirs.end):
        apart = max((mine.start or 0) - (theirs.end or 0), (theirs.start or 0) - (mine.end or 0)) / 3600
        if apart > 5:
            return worth - _OTHER_HOURS, "they tell of other hours of the same day"
        if apart <= 0:
            return worth + 0.4, "the same day and time of day"
    return worth, "the same day"


def _said_days(first: Telling, second: Telling) -> tuple[float, str]:
    if first.published is None or second.published is None:
        return _clued(first, second)
    apart = abs(first.published - second.published)
    if apart <= 1:
        return (0.8 if apart == 0 else -0.8) + _SAME * first.worth_of_day, "said within a day of each other"
    return (0.0, "") if apart <= _SAID_LATE else (_APART - _longer(apart), "said days apart")


def _longer(days: int) -> float:
    """Return what it tells against one event that so many days passed, beyond those within which it is reported.

    Who reports it weeks or years later says when it was.
    """
    return _EACH_FOLD * math.log(days / _SAID_LATE)


def _clued(first: Telling, second: Telling) -> tuple[float, str]:
    """Compare days of the year and weekdays, where one of the two gives no more."""
    if not (first.clues or second.clues or first.weekdays or second.weekdays):
        return 0.0, ""
    if first.clues and second.clues:
        return (2.5, "the same day of the year") if first.clues & second.clues else (-1.0, "other days of the year")
    clued, other = (first, second) if first.clues else (second, first)
    day = other.day
    if clued.clues and day is not None:
        apart = is_day_of_year(day, clued.clues)
        if apart <= 1:
            return (2.5 if apart == 0 else 1.5), "the same day of the year"
        return -1.0, "other days of the year"
    return _weekdays(first, second)


def _weekdays(first: Telling, second: Telling) -> tuple[float, str]:
    if first.weekdays and second.weekdays:
        same = bool(first.weekdays & second.weekdays)
        return (1.0, SAME_WEEKDAY) if same else (_OTHER_WEEKDAY, "other weekdays")
    named, other = (first, second) if first.weekdays else (second, first)
    day = other.day
    if not named.weekdays or day is None:
        return 0.0, ""
    weekday = date.fromordinal(day).isoweekday()
    if weekday in named.weekdays:
        return 1.0, FALLS_ON_IT
    if {weekday % 7 + 1, (weekday - 2) % 7 + 1} & named.weekdays:
        return 0.0, ""  # the next day's report, or the night before
    return _OTHER_WEEKDAY, "the day of the one falls on another weekday than the other names"

"""The fields that words leave out, from the moment of speaking or from the text's own dates."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from ascertain.model.time_expression import Calendar
from ascertain.resolve.times.calendar import part_of_day, season_start
from ascertain.resolve.times.moment import DAY, Moment, add_months, floor

# Days from which on "last" names a day of this week: whoever means yesterday says so.
_NOT_YESTERDAY = 2
# Reports look back: a date without a year lies ahead only where it comes this soon and was last so long ago.
_NEWS = 7  # days in which what is told is news
_SOON, _LONG_AGO = timedelta(days=31), timedelta(days=300)
# What is noted of a date without a year that was given the one year that a report without a date names.
ONLY_YEAR = "no year is written here: that is the only one named in the text"


@dataclass
class Anchors:
    """What is known at a place in the text.

    `now` is the moment of speaking (`now_is_day` where only its date is known), `text` what the text last told of and
    `clock` the last time of day. `narrative` tells that the text is a history, whose dates hang on one another and not
    on its publication; `tense` is that of the expression at hand; `only_year` is the one year that a report without a
    date names, where it names just one.
    """

    now: datetime | None = None
    now_is_day: bool = False
    text: Moment | None = None
    clock: Moment | None = None
    narrative: bool = False
    tense: int | None = None
    only_year: int | None = None

    def reference(self) -> datetime | None:
        """Return the date that incomplete dates hang on."""
        if self.narrative:
            return self.text.start if self.text else self.now
        return self.now


def fill(node: Calendar, anchors: Anchors) -> Calendar | None:
    """Return the node with the year, month and day that its surroundings give, or None where they give none."""
    if node.year is not None:
        return node
    reference = anchors.reference()
    if reference is None:
        if node.month is not None and anchors.only_year is not None:
            return (
                None
                if _other_weekday(node, anchors.only_year)
                else msgspec.structs.replace(node, year=anchors.only_year)
            )
        return _on_the_day_told(node, anchors)
    if node.month is not None:
        year = _year_for(node.month, node.day or 1, node, anchors, reference)
        if anchors.now is None and _other_weekday(node, year):
            return None  # the text's other dates are of another year than this one
        return msgspec.structs.replace(node, year=year)
    if node.season or node.quarter or node.half:
        month = season_start(node)[1]
        if node.season == "WI" and node.which is not None and reference.month <= 2:
            return msgspec.structs.replace(node, year=reference.year - 1 + node.which)  # the winter that is on
        return msgspec.structs.replace(node, year=_year_for(month, 1, node, anchors, reference))
    if node.week is not None:
        return msgspec.structs.replace(node, year=reference.year)
    if node.day is not None:
        return _day_filled(node, anchors, reference)
    if node.weekday is not None:
        told = anchors.text
        if anchors.narrative and told is not None and told.precision in ("month", "season", "year", "decade"):
            return None  # a week can't be told from a month or a year
        day = _weekday(node, anchors, reference)
        return msgspec.structs.replace(node, year=day.year, month=day.month, day=day.day, weekday=None, nth=None)
    day = _clock_day(node, anchors, reference)
    return msgspec.structs.replace(node, year=day.year, month=day.month, day=day.day)


def by_the_only_year(node: Calendar, anchors: Anchors) -> bool:
    """Return whether `fill` has nothing but the one year that the text names to give to a date."""
    without = node.year is None and node.month is not None
    return without and anchors.reference() is None and anchors.only_year is not None


def _other_weekday(node: Calendar, year: int) -> bool:
    """Return whether a date with a weekday would fall on another one in that year."""
    if node.weekday is None or node.day is None or node.month is None:
        return False
    try:
        return datetime(year, node.month, node.day).isoweekday() != node.weekday
    except ValueError:
        return True


def _on_the_day_told(node: Calendar, anchors: Anchors) -> Calendar | None:
    """Return a time of day on the day that the text told of just before, where that is a day."""
    told = anchors.text
    if told is None or told.start is None or told.precision not in ("minute", "hour", "part_of_day", "day"):
        return None
    if node.hour is None or node.weekday is not None or node.day is not None:
        return None
    return msgspec.structs.replace(node, year=told.start.year, month=told.start.month, day=told.start.day)


def _year_for(month: int, day: int, node: Calendar, anchors: Anchors, reference: datetime) -> int:
    """Return the year of a date that names none."""
    candidates = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            candidates.append(datetime(year, month, day))
        except ValueError:
            continue
    if not candidates:
        return reference.year
    if node.weekday is not None:
        agreeing = [c for c in candidates if c.isoweekday() == node.weekday]
        just_now = any(0 <= (reference - c).days <= _NEWS for c in candidates)  # whose weekday is mistaken
        if len(agreeing) == 1 and not (just_now and agreeing[0] > reference + _NEWS * DAY):
            return agreeing[0].year
    span = 31 if node.day is None else 1
    if node.which is not None:
        if node.which == 0:
            return reference.year
        if node.which > 0:
            return next((c for c in candidates if c > reference), candidates[-1]).year
        return max((c for c in candidates if c + span * DAY <= reference), default=candidates[0]).year
    if anchors.narrative:
        # A history goes forward: a month that lies a little back is looked back on, one far back is next year's.
        ahead = [c for c in candidates if (c - reference).days >= -110]
        return (ahead[0] if ahead else candidates[-1]).year
    if anchors.tense == 1:
        return next((c for c in candidates if c + span * DAY > reference), candidates[-1]).year
    latest = max((c for c in candidates if c <= reference + DAY), default=candidates[0])
    coming = next((c for c in candidates if c > reference + DAY), None)
    told = anchors.tense == -1 and node.day is None
    if coming is not None and not told and coming - reference <= _SOON and reference - latest > _LONG_AGO:
        return coming.year
    return latest.year


def _day_filled(node: Calendar, anchors: Anchors, reference: datetime) -> Calendar | None:
    assert node.day is not None
    options = []
    for months in (-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6):
        first = add_months(reference.replace(day=1, hour=0, minute=0, second=0, microsecond=0), months)
        try:
            options.append(first.replace(day=node.day))
        except ValueError:
            continue
    if node.weekday is not None:
        options = [o for o in options if o.isoweekday() == node.weekday] or options
    near = [o for o in options if abs((o - reference).days) <= 40] or options
    if not near:
        return None
    if anchors.narrative:
        best = min(near, key=lambda o: (o.replace(day=1) != floor(reference, "month"), abs((o - reference).days)))
    elif anchors.tense == 1:
        best = next((o for o in near if o >= floor(reference, "day")), near[-1])
    elif anchors.tense == -1:
        best = max((o for o in near if o <= reference), default=near[0])
    else:
        best = min(near, key=lambda o: (abs((o - reference).days), o))
    return msgspec.structs.replace(node, year=best.year, month=best.month, weekday=None)


def _weekday(node: Calendar, anchors: Anchors, reference: datetime) -> datetime:
    """Return the day of a weekday: the last one that has come, unless "next" or the verb looks ahead."""
    assert node.weekday is not None
    today = floor(reference, "day")
    if node.nth is not None:  # "two Thursdays ago"
        if node.nth > 0:
            return today + DAY * ((node.weekday - today.isoweekday() - 1) % 7 + 1 + 7 * (node.nth - 1))
        return today - DAY * ((today.isoweekday() - node.weekday - 1) % 7 + 1 + 7 * (-node.nth - 1))
    monday = floor(today, "week")
    if node.which is not None:
        if node.which == -1 and today.isoweekday() - node.weekday >= _NOT_YESTERDAY:
            return monday + DAY * (node.weekday - 1)  # on a Sunday, "last Thursday" is three days gone and not ten
        return monday + DAY * (node.weekday - 1) + 7 * DAY * node.which
    ahead = (node.weekday - today.isoweekday()) % 7
    if anchors.narrative:
        return today + ahead * DAY if ahead <= 3 else today - (7 - ahead) * DAY
    if anchors.tense == 1:
        return today + ahead * DAY
    return today - ((7 - ahead) % 7) * DAY


def _clock_day(node: Calendar, anchors: Anchors, reference: datetime) -> datetime:
    """Return the day of a time of day that stands alone: the text's, else that of speaking."""
    told = anchors.text
    if told is not None and told.start is not None and told.precision in ("minute", "hour", "part_of_day", "day"):
        return floor(told.start, "day")
    today = floor(reference, "day")
    if anchors.now is None or anchors.now_is_day or node.zone is not None:
        return today
    if node.part is not None:
        start, _ = part_of_day(today, node.part)
    else:
        start = today + timedelta(hours=node.hour or 0, minutes=node.minute or 0)
    if anchors.tense == 1:
        return today + DAY if start < anchors.now and node.part is None else today
    late = start > anchors.now + timedelta(hours=1)
    return today - DAY if late and (anchors.tense == -1 or node.part is not None) else today

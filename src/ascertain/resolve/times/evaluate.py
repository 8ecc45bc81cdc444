"""What a time expression stands for, given what it may be anchored to."""

from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from ascertain.model.time_expression import (
    Between,
    Bounded,
    Calendar,
    Duration,
    Lasting,
    Node,
    Recurring,
    Reference,
    Shift,
    Stretch,
    Within,
)
from ascertain.resolve.times.anchors import ONLY_YEAR, Anchors, by_the_only_year, fill
from ascertain.resolve.times.calendar import in_likelier_order, unanchored_timex, within_calendar
from ascertain.resolve.times.counted import day_of_that_name, shift_timex, stretch_timex, vague_shift
from ascertain.resolve.times.hijri import hijri_moment
from ascertain.resolve.times.moment import (
    DAY,
    FINE,
    Moment,
    advance,
    coarser,
    edged,
    floor,
    timex_of,
    unit_precision,
    unit_span,
)

_DAWN = 4  # o'clock; later a writer means the evening to come


def evaluate(node: Node, anchors: Anchors) -> Moment:
    """Return what a node stands for; a moment with a `timex` alone where nothing anchors it."""
    if isinstance(node, Calendar):
        if anchors.narrative and _is_part_alone(node):
            return Moment(timex=f"XXXX-XX-XX{unanchored_timex(node)}")  # "at night": any night
        return _calendar(node, anchors)
    if isinstance(node, Shift):
        return _shift(node, anchors)
    if isinstance(node, Stretch):
        return _stretch(node, anchors)
    if isinstance(node, Within):
        return _within(node, anchors)
    if isinstance(node, Between):
        return _between(node, anchors)
    if isinstance(node, Bounded):
        return _bounded(node, anchors)
    if isinstance(node, Lasting):
        return _lasting(node, anchors)
    if isinstance(node, Reference):
        if node.now and anchors.now is not None and not anchors.narrative and not anchors.now_is_day:
            return Moment(anchors.now, anchors.now + timedelta(minutes=1), "minute", node.timex)
        return Moment(timex=node.timex)
    assert isinstance(node, Duration | Recurring)
    return Moment(timex=node.timex)


_MIDNIGHT = 24  # o'clock, as the end of a day


def _is_part_alone(node: Calendar) -> bool:
    named = (node.year, node.month, node.day, node.weekday, node.hour, node.season)
    return node.part is not None and all(field is None for field in named)


# ---------------------------------------------------------------- calendar fields


def _calendar(node: Calendar, anchors: Anchors) -> Moment:
    if node.hijri:
        return hijri_moment(node, anchors.reference())
    if node.bc or (node.year is not None and node.year < 10):
        return Moment(timex=unanchored_timex(node))
    if node.century is not None:
        start = datetime(max(1, (node.century - 1) * 100), 1, 1)
        return Moment(start, datetime(node.century * 100, 1, 1), "decade", f"{node.century - 1:02d}")
    if node.decade is not None:
        start, end = datetime(node.decade * 10, 1, 1), datetime(node.decade * 10 + 10, 1, 1)
        start, end = edged(start, end, node.edge, "decade")
        return Moment(start, end, "decade", f"{node.decade}")
    filled = in_likelier_order(node, lambda one: fill(one, anchors), anchors.now)
    if filled is None:
        return Moment(timex=unanchored_timex(node), zone=node.zone)
    moment = within_calendar(filled)
    return moment.noted(ONLY_YEAR) if by_the_only_year(node, anchors) else moment


# ---------------------------------------------------------------- counted from something


def _base(node: Shift | Stretch, anchors: Anchors) -> Moment | None:
    base = node.base if isinstance(node, Shift) else None
    if base is not None:
        found = evaluate(base, anchors)
        return found if found.start is not None else None
    told = anchors.text if anchors.text is not None and anchors.text.start is not None else None
    if node.anchor == "text" and node.unit in FINE and anchors.clock is not None:
        return anchors.clock
    if node.anchor == "text" and told is not None:
        return told
    if anchors.narrative and isinstance(node, Shift) and node.unit == "day" and node.whole:
        return None  # "today" in a history is the writer's or a speaker's, whose day is not known
    if anchors.narrative and told is not None and node.unit != "century":  # "last century" is the writer's
        return told
    if anchors.now is None or (anchors.narrative and told is None and anchors.now is None):
        return told if node.anchor == "text" else None
    end = anchors.now + (DAY if anchors.now_is_day else timedelta(minutes=1))
    return Moment(anchors.now, end, "day" if anchors.now_is_day else "minute")


def _shift(node: Shift, anchors: Anchors) -> Moment:
    base = _base(node, anchors)
    if base is None or base.start is None:
        return Moment(timex=shift_timex(node))
    if node.amount is None or node.amount in (float("inf"), float("-inf")):
        return vague_shift(node, base, anchors.narrative)
    if node.unit == "season":  # a team's, a crop's: no quarter of the year
        return Moment(timex=None)
    if node.whole:
        return _whole(node, base, anchors)
    return _point_shift(node, base, anchors)


def _whole(node: Shift, base: Moment, anchors: Anchors) -> Moment:
    assert base.start is not None and node.amount is not None
    precision = unit_precision(node.unit)
    start = advance(floor(base.start, node.unit), node.unit, node.amount)
    if (
        node.unit == "weekend"
        and node.anchor == "now"
        and anchors.tense == -1
        and node.amount == 0
        and start > base.start
    ):
        start -= 7 * DAY  # "over the weekend", told on a Monday
    if node.weekday is not None and start.isoweekday() != node.weekday:
        return day_of_that_name(start, node.weekday)
    start, end = unit_span(node.unit, start)
    timex = timex_of(start, precision, node.unit)
    if base.precision in ("month", "season", "year", "decade") and precision in ("day", "week") and node.amount == 0:
        return replace(base, notes=())
    low, high = edged(start, end, node.edge, precision)
    return Moment(low, high, precision, timex)


def _point_shift(node: Shift, base: Moment, anchors: Anchors) -> Moment:
    assert base.start is not None and node.amount is not None
    moved = advance(base.start, node.unit, node.amount)
    if node.unit in FINE:
        if base.precision not in ("minute", "hour"):
            day = floor(moved, "day")
            return Moment(day, day + DAY, "day", timex_of(day, "day")).noted("the hour it is counted from is not known")
        end = moved + (timedelta(hours=1) if node.unit == "hour" else timedelta(minutes=1))
        return Moment(moved, end, "minute" if node.unit != "hour" else "hour", timex_of(moved, "minute"), base.zone)
    anchored_to_text = node.anchor == "text" or anchors.narrative
    unit = node.unit
    of_a_day = isinstance(node.base, Shift) and node.base.unit == "day"  # "a year ago today": that very day
    if of_a_day or (unit in ("week", "fortnight") and not (anchored_to_text and node.base is None)):
        unit = "day"
    wanted = "year" if unit in ("decade", "century") else unit_precision(unit)
    precision = coarser(wanted, base.precision if base.precision not in ("minute", "hour", "part_of_day") else "day")
    name = {"season": "month"}.get(precision, precision)
    start = floor(moved, name)
    start, end = unit_span(name, start)
    return Moment(
        start,
        end,
        precision if name == precision else "month",
        timex_of(start, precision if name == precision else "month"),
    )


def _stretch(node: Stretch, anchors: Anchors) -> Moment:
    base = _base(node, anchors)
    timex = stretch_timex(node)
    if base is None or base.start is None or node.unit == "season":  # a team's seasons are no quarters of the year
        return Moment(timex=timex)
    precision = unit_precision(node.unit)
    now = base.start
    if node.direction == 0:
        end = unit_span(node.unit, floor(now, node.unit))[1]
        return Moment(
            now if node.unit == "day" else floor(now, "day"),
            end,
            precision,
            timex_of(floor(now, node.unit), precision, node.unit),
        )
    if node.amount is None:
        back = node.direction < 0
        return Moment(None if back else now, now if back else None, precision, timex)
    if node.direction == 1 and node.unit == "day":
        tomorrow = floor(now, "day") + DAY
        return Moment(tomorrow, tomorrow + DAY * node.amount, precision, timex)
    if node.direction < 0:
        # "In the past 24 hours", said at no known hour of a day, lies in that day or the one before.
        until = base.end if base.precision == "day" and node.unit in (*FINE, "day") else now
        return Moment(advance(now, node.unit, -node.amount), until, precision, timex)
    return Moment(now, advance(now, node.unit, node.amount), precision, timex)


# ---------------------------------------------------------------- one inside another


def _is_night_under_way(node: Within, anchors: Anchors) -> bool:
    """Whether "tonight" is said before dawn: of the night that began the evening before."""
    inner, outer, now = node.inner, node.outer, anchors.now
    today = isinstance(outer, Shift) and (outer.unit, outer.amount, outer.anchor, outer.base) == ("day", 0, "now", None)
    evening = isinstance(inner, Calendar) and inner.part in ("NI", "EV") and inner.hour is None
    return today and evening and now is not None and not anchors.now_is_day and now.hour < _DAWN


def _within(node: Within, anchors: Anchors) -> Moment:
    outer = evaluate(node.outer, anchors)
    inner = node.inner
    if not isinstance(inner, Calendar):
        return evaluate(inner, anchors)
    of_a_year = bool(inner.year) and inner == Calendar(year=inner.year)  # "on this day in 2015"
    if of_a_year and outer.start is None:
        return evaluate(inner, anchors)
    if outer.start is None:
        tail = unanchored_timex(inner)
        timex = f"{outer.timex}{tail}" if outer.timex and tail and tail.startswith("T") else outer.timex
        return Moment(timex=timex, zone=inner.zone)
    start = outer.start
    if of_a_year and inner.year:
        day = floor(start, "day").replace(year=inner.year)
        return Moment(day, day + DAY, "day", timex_of(day, "day"))
    if inner.nth is not None:
        return _nth(inner, outer)
    if inner.month is not None or inner.season or inner.quarter or inner.half:
        return within_calendar(msgspec.structs.replace(inner, year=start.year))
    if inner.weekday is not None and inner.day is None:
        day = floor(start, "week") + DAY * (inner.weekday - 1)
        return Moment(day, day + DAY, "day", timex_of(day, "day"))
    if inner.day is not None:
        try:
            day = floor(start, "day").replace(day=inner.day)
        except ValueError:
            return Moment(timex=None)
        return Moment(day, day + DAY, "day", timex_of(day, "day"))
    if (inner.hour is None and inner.part is None) or outer.timex in ("PAST_REF", "FUTURE_REF"):
        return outer  # an hour of no known day says nothing more
    day = floor(start, "day") - (DAY if _is_night_under_way(node, anchors) else timedelta(0))
    if outer.precision not in ("day", "part_of_day", "hour", "minute"):
        return Moment(outer.start, outer.end, outer.precision, f"{outer.timex}{unanchored_timex(inner)}", inner.zone)
    return replace(
        within_calendar(msgspec.structs.replace(inner, year=day.year, month=day.month, day=day.day)),
        notes=outer.notes,
    )


def _nth(inner: Calendar, outer: Moment) -> Moment:
    """Return the nth weekday, day, week or month of a stretch, from its end where negative."""
    assert outer.start is not None and inner.nth is not None
    end = outer.end or outer.start + DAY
    found: list[datetime] = []
    if inner.weekday is not None:
        unit, at = "day", floor(outer.start, "day")
        at += ((inner.weekday - at.isoweekday()) % 7) * DAY
        while at < end and len(found) < 60:
            found.append(at)
            at += 7 * DAY
    else:
        unit = inner.nth_unit or "day"
        if unit in ("second", "minute", "hour", "season"):
            return Moment(timex=None)
        at = floor(outer.start, unit)
        if unit == "weekend" and at < outer.start:
            at += 7 * DAY
        if unit == "week" and at < outer.start and (outer.start - at).days > 3:
            at += 7 * DAY  # the week belongs to the month that holds its Thursday (ISO 8601)
        while at < end and len(found) < 400:
            found.append(at)
            at = advance(at, unit, 1)
        if unit == "week" and found and (end - found[-1]).days < 4:
            found.pop()
    try:
        start = found[inner.nth - 1 if inner.nth > 0 else inner.nth]
    except IndexError:
        return Moment(timex=None)
    start, stop = unit_span(unit, start)
    return Moment(start, stop, unit_precision(unit), timex_of(start, unit_precision(unit), unit))


# ---------------------------------------------------------------- stretches with two ends, or one


def _between(node: Between, anchors: Anchors) -> Moment:
    first = evaluate(node.start, anchors)
    inner = anchors
    if first.start is not None:
        inner = replace(anchors, text=first) if anchors.narrative or anchors.now is None else anchors
    second_node = node.end
    if (
        isinstance(second_node, Calendar)
        and second_node.hour is not None
        and first.start is not None
        and second_node.day is None
    ):
        inner = replace(inner, text=first)
    second = evaluate(second_node, inner)
    timex = f"{first.timex}/{second.timex}" if first.timex and second.timex else None
    if first.start is None or second.start is None:
        return Moment(timex=timex)
    clock = second.precision in ("minute", "hour")
    end = second.start if clock else second.end
    if end is not None and end <= first.start and clock:
        end += DAY
    if end is not None and end <= first.start and isinstance(node.start, Calendar) and node.start.year is None:
        earlier = evaluate(msgspec.structs.replace(node.start, year=second.start.year), anchors)
        if earlier.start is not None and earlier.start < end:
            first = earlier
    if end is not None and first.start is not None and end <= first.start:
        return Moment(timex=timex)
    return Moment(
        first.start,
        end,
        coarser(first.precision, second.precision),
        timex,
        first.zone or second.zone,
        (*first.notes, *second.notes),
    )


def _bounded(node: Bounded, anchors: Anchors) -> Moment:
    point = _at_midnight(node.point, anchors)
    if point.start is None and point.end is None:
        return point
    clock = point.precision in ("minute", "hour")
    if node.bound == "since":
        return replace(point, end=None)
    if node.bound == "after":
        return replace(point, start=point.start if clock or point.precision == "day" else point.end, end=None)
    begins = anchors.now if anchors.tense == 1 and node.bound in ("by", "until") and not anchors.now_is_day else None
    if node.bound == "before" or clock:
        return replace(point, start=begins, end=point.start)
    return replace(point, start=begins, end=point.end)


def _at_midnight(node: Node, anchors: Anchors) -> Moment:
    """Return a point, midnight without a day not as that which ends the day of the report: it had yet to come."""
    point = evaluate(node, anchors)
    alone = isinstance(node, Calendar) and node.hour == _MIDNIGHT and not (node.day or node.weekday)
    if not alone or point.start is None or anchors.now is None or point.start <= anchors.now:
        return point
    if anchors.now_is_day and point.start < floor(anchors.now, "day") + DAY:
        return point
    earlier = evaluate(msgspec.structs.replace(node, hour=0), anchors)
    return earlier if earlier.start is not None else point


def _lasting(node: Lasting, anchors: Anchors) -> Moment:
    start = _at_midnight(node.start, anchors)
    if start.start is None or node.duration.amount is None or node.duration.unit is None:
        return start
    return replace(start, end=advance(start.start, node.duration.unit, node.duration.amount))

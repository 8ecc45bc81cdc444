"""The times of one item, anchored one after another in the order of the words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

import msgspec

from ascertain.model import Interval, Mention
from ascertain.model.time_expression import (
    Between,
    Bounded,
    Calendar,
    Lasting,
    Node,
    Shift,
    Stretch,
    TimeExpression,
    Within,
)
from ascertain.resolve.times.anchors import Anchors
from ascertain.resolve.times.evaluate import evaluate
from ascertain.resolve.times.moment import Moment
from ascertain.resolve.times.zones import UNTOLD, is_zone_of_clock, offsets_of, to_utc, zone_named

_PLAIN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_HISTORY_YEARS = 3
_LATER_EDITION = timedelta(days=3)  # a text may be published again a day or two after the "today" that it tells of
_NOT_OF_THE_ACCOUNT = frozenset(("birth", "making"))  # what follows hangs on no birthday: roles of time expressions
_CLOSE = 4  # characters between "today" and the date in brackets, or the weekday, behind it
_SOME_DAY = "XXXX-XX-XX"  # the TIMEX of a day that nothing dates


def resolve_times(
    mentions: Sequence[Mention], *, published_at: str | None = None, zone: str | None = None
) -> list[Mention]:
    """Return the mentions of one item with the values of its times filled in; others are passed on as they are.

    `published_at` is RFC 3339 or a plain date; `zone` the IANA zone of local times, used where the words name none,
    else the offset of `published_at`. When an item was collected is never asked. What nothing anchors keeps a TIMEX
    alone, or no value.
    """
    expressions = [m.parsed if m.kind == "time" and isinstance(m.parsed, TimeExpression) else None for m in mentions]
    local, spoken, is_day = _spoken(published_at, zone)
    if spoken is None:
        spoken, is_day = _stamped(expressions)
    published = spoken, is_day
    said = _said_today(mentions, expressions)
    if said is not None and (spoken is None or timedelta(0) < spoken - said < _LATER_EDITION):
        spoken, is_day = said, True
    history = _is_history(expressions, spoken)
    accounts = (each for each in expressions if each and each.role not in _NOT_OF_THE_ACCOUNT)
    years = {year for expression in accounts for year in _years(expression.node) if year > 0}
    only = next(iter(years)) if len(years) == 1 else None
    anchors = Anchors(now=spoken, now_is_day=is_day, narrative=history, only_year=None if history else only)
    resolved: list[Mention] = []
    for mention, expression in zip(mentions, expressions, strict=True):
        if expression is None:
            resolved.append(mention)
            continue
        if expression.update:
            anchors.now, anchors.now_is_day = published
        anchors.tense = expression.tense
        moment = _safely(expression.node, anchors)
        told = expression.node
        if isinstance(told, Bounded):
            told = told.point
        if expression.role not in _NOT_OF_THE_ACCOUNT:
            _remember(told, moment if told is expression.node else _safely(told, anchors), anchors)
        resolved.append(msgspec.structs.replace(mention, value=_interval(moment, expression, local, zone)))
    return _with_weekdays(resolved, expressions)


def _with_weekdays(mentions: list[Mention], expressions: Sequence[TimeExpression | None]) -> list[Mention]:
    """Return the times, a "today" that nothing dates with the weekday that is written right behind it."""
    for index in range(len(mentions) - 1):
        one, two, value = expressions[index], expressions[index + 1], mentions[index].value
        if one is None or two is None or not isinstance(value, Interval) or value.start is not None:
            continue
        close = 0 <= mentions[index + 1].start - mentions[index].end <= _CLOSE
        weekday = two.node.weekday if isinstance(two.node, Calendar) and two.node.month is None else None
        undated = value.timex is not None and value.timex.startswith(_SOME_DAY)
        if close and weekday and undated and _days_from_today(one.node) is not None:
            timex = f"XXXX-WXX-{weekday}{(value.timex or '').removeprefix(_SOME_DAY)}"
            mentions[index] = msgspec.structs.replace(
                mentions[index], value=msgspec.structs.replace(value, timex=timex)
            )
    return mentions


def _spoken(published_at: str | None, zone: str | None) -> tuple[tzinfo, datetime | None, bool]:
    """Return the zone of local times, the moment of speaking in it, and whether that is a day only."""
    named = zone_named(zone) if zone and zone != "UTC" else None
    if not published_at:
        return named or UTC, None, False
    text = published_at.strip()
    if _PLAIN_DATE.match(text):
        return named or UTC, datetime.fromisoformat(text), True
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return named or UTC, None, False
    if moment.tzinfo is None:
        return named or UTC, moment, False
    local = named or moment.tzinfo
    return local, moment.astimezone(local).replace(tzinfo=None), False


def _stamped(expressions: Sequence[TimeExpression | None]) -> tuple[datetime | None, bool]:
    """Return the day that a dateline or a line of its own gives to the text, the first that is a full date."""
    for expression in expressions:
        if expression is None or not expression.dateline:
            continue
        if (date := _full_date(expression.node)) is not None:
            found = evaluate(msgspec.structs.replace(date, hour=None, part=None), Anchors()).start
            if found is not None:
                return found, True
    return None, False


def _said_today(mentions: Sequence[Mention], expressions: Sequence[TimeExpression | None]) -> datetime | None:
    """Return the day that the text itself gives to "today": a date right behind it, whose year may stand elsewhere."""
    for index in range(len(mentions) - 1):
        one, two = expressions[index], expressions[index + 1]
        if one is None or two is None or not 0 <= mentions[index + 1].start - mentions[index].end <= _CLOSE:
            continue
        days = _days_from_today(one.node)
        if days is None or not isinstance(two.node, Calendar) or not (two.node.month and two.node.day):
            continue
        date = two.node if two.node.year else _with_year_of_the_text(two.node, expressions)
        if date is not None:
            found = evaluate(date, Anchors()).start
            return found - timedelta(days=days) if found is not None else None
    return None


def _days_from_today(node: Node) -> float | None:
    """Return 0 for "today" and "this morning", -1 for "yesterday"; None for what is not counted from now in days."""
    outer = node.outer if isinstance(node, Within) else node
    if (
        isinstance(outer, Shift)
        and outer.unit == "day"
        and outer.anchor == "now"
        and outer.whole
        and outer.base is None
    ):
        return outer.amount
    return None


def _with_year_of_the_text(date: Calendar, expressions: Sequence[TimeExpression | None]) -> Calendar | None:
    """Return a day and month with the year that the text gives to the same day elsewhere."""
    for expression in expressions:
        other = _full_date(expression.node) if expression is not None else None
        if other is not None and (other.month, other.day) == (date.month, date.day):
            return other
    return None


def _full_date(node: Node) -> Calendar | None:
    inner = node.outer if isinstance(node, Within) else node
    if isinstance(inner, Calendar) and inner.year and inner.month and inner.day and not inner.hijri and not inner.bc:
        return inner
    return None


def _is_history(expressions: Sequence[TimeExpression | None], spoken: datetime | None) -> bool:
    """Return whether the text tells of other years than that of its publication, or, undated, never says "today"."""
    years = [year for expression in expressions if expression for year in _years(expression.node)]
    if spoken is None:
        return not any(_counts_from_now(expression.node) for expression in expressions if expression)
    if _opens_as_a_report(expressions):
        return False
    recent = sum(year in (spoken.year, spoken.year - 1, spoken.year + 1) for year in years)
    return len(years) >= _HISTORY_YEARS and recent * 2 < len(years)


def _opens_as_a_report(expressions: Sequence[TimeExpression | None]) -> bool:
    """Return whether "today", "last week" or a bare weekday stands before the first year that the text names."""
    for expression in expressions:
        if expression is not None and _years(expression.node):
            return False
        if expression is not None and (_counts_from_now(expression.node) or _is_weekday(expression.node)):
            return True
    return False


def _is_weekday(node: Node) -> bool:
    """Return whether a time is a day that its weekday alone names."""
    outer = node.outer if isinstance(node, Within) else node
    return isinstance(outer, Calendar) and outer.weekday is not None and outer.day is None and outer.nth is None


def _counts_from_now(node: Node) -> bool:
    """Return whether a time is counted from the moment of speaking, as reports do and histories hardly: "today"."""
    outer = node.outer if isinstance(node, Within) else node
    if isinstance(outer, Bounded):
        outer = outer.point
    if isinstance(outer, Calendar):
        return outer.which is not None and outer.weekday is not None
    return isinstance(outer, Shift | Stretch) and outer.anchor == "now" and getattr(outer, "base", None) is None


def _years(node: Node) -> list[int]:
    if isinstance(node, Calendar):
        return [-node.year if node.bc else node.year] if node.year else []
    if isinstance(node, Within):
        return [*_years(node.inner), *_years(node.outer)]
    if isinstance(node, Between):
        return [*_years(node.start), *_years(node.end)]
    if isinstance(node, Bounded):
        return _years(node.point)
    if isinstance(node, Lasting):
        return _years(node.start)
    if isinstance(node, Shift) and node.base is not None:
        return _years(node.base)
    return []


def _safely(node: Node, anchors: Anchors) -> Moment:
    try:
        moment = evaluate(node, anchors)
        empty = moment.start is not None and moment.end is not None and moment.end <= moment.start
        return Moment(timex=moment.timex) if empty else moment
    except (OverflowError, ValueError):  # outside the years that the calendar holds
        return Moment(timex=None)


def _remember(node: Node, moment: Moment, anchors: Anchors) -> None:
    """Let what follows hang on this time, if it is a point of the account."""
    if moment.start is None or moment.precision is None or isinstance(node, Between):
        return
    if moment.precision == "decade" or (isinstance(node, Shift) and node.amount == float("-inf")):
        return
    if isinstance(node, Calendar | Shift | Within | Lasting):
        anchors.text = replace(moment, notes=())
        if moment.precision in ("minute", "hour"):
            anchors.clock = anchors.text


def _interval(moment: Moment, expression: TimeExpression, local: tzinfo, zone: str | None) -> Interval | None:
    """Return the interval in UTC; a zone's several readings widen it."""
    notes = moment.notes
    if moment.start is None and moment.end is None:
        if moment.timex is None and not notes:
            return None
        return Interval(timex=moment.timex, zone=moment.zone, notes=notes)
    if expression.approximate and moment.precision in ("minute", "hour") and isinstance(expression.node, Shift):
        slack = timedelta(minutes=30 if expression.node.unit == "hour" else 5)
        moment = replace(moment, start=_moved(moment.start, -slack), end=_moved(moment.end, slack))
        notes = (*notes, "about: half a unit allowed on either side")
    if moment.zone and is_zone_of_clock(moment.zone):
        at = moment.start or moment.end
        assert at is not None
        offsets, said = offsets_of(moment.zone, at)
        start = _moved(moment.start, -timedelta(minutes=max(offsets)))
        end = _moved(moment.end, -timedelta(minutes=min(offsets)))
        return _written(moment, start, end, moment.zone.upper(), (*notes, *said))
    start = to_utc(moment.start, local) if moment.start else None
    end = to_utc(moment.end, local) if moment.end else None
    if not zone and local is UTC and not _is_counted_in_hours(expression.node):
        notes = (*notes, UNTOLD)
    return _written(moment, start, end, zone or str(local), notes)


def _is_counted_in_hours(node: Node) -> bool:
    """Return whether a time is so many hours or minutes from the moment of speaking: the same on every clock."""
    return isinstance(node, Shift) and node.anchor == "now" and node.unit in ("second", "minute", "hour")


def _moved(moment: datetime | None, by: timedelta) -> datetime | None:
    return moment + by if moment is not None else None


def _written(
    moment: Moment, start: datetime | None, end: datetime | None, zone: str, notes: tuple[str, ...]
) -> Interval:
    return Interval(
        start=_stamp(start), end=_stamp(end), precision=moment.precision, timex=moment.timex, zone=zone, notes=notes
    )


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else moment.replace(microsecond=0).isoformat() + "Z"

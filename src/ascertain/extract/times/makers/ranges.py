"""Stretches with two ends, or with one."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.clocks import AFTER_HOUR
from ascertain.extract.times.makers.registry import POINTS, is_clock, maker
from ascertain.model.time_expression import Between, Bounded, Calendar, Duration, Lasting, Node, Shift, Within


@maker
def make_range(match: Match) -> Made | None:
    """Read from one point to another."""
    points = [(name, item.values[name]) for item, name in zip(match.items, match.names, strict=True) if name in POINTS]
    if len(points) != 2:
        return None
    (one_name, one), (two_name, two) = points
    if "clock" in (one_name, two_name) and one_name != two_name and {one_name, two_name} != {"clock", "time"}:
        return None
    if isinstance(one, Within) and is_clock(two) and is_clock(one.inner):
        one, two = Within(inner=_shared(one.inner, two), outer=one.outer), Within(inner=two, outer=one.outer)
    one = _shared(one, two)
    return {"range": Between(start=one, end=two), "parts": True}


@maker
def make_clock_range(match: Match) -> Made | None:
    """Read from one clock time to another."""
    one, two = match.get("clock"), match.get("clock", 1)
    if two is None:
        hour = match.get("hour")
        if hour is None or hour > 24 or (match.word_after()[:1].isalpha() and match.word_after() not in AFTER_HOUR):
            return None
        later = one.hour > 12 and hour <= 12 and hour + 12 > one.hour
        two = Calendar(hour=int(hour) + 12 * later, hour_certain=one.hour_certain)
    return {"range": Between(start=_shared(one, two), end=two), "parts": True}


def _shared(one: Node, two: Node) -> Node:
    """Give the first point what only the second one names: the year of "5 May to 7 June 2017"."""
    if isinstance(one, Calendar) and isinstance(two, Calendar):
        if one.hour is not None and two.hour is not None and not one.hour_certain and two.hour_certain:
            hour = one.hour + 12 if two.hour >= 12 and one.hour + 12 <= two.hour and one.hour < 12 else one.hour
            return msgspec.structs.replace(one, hour=hour, hour_certain=True, zone=one.zone or two.zone)
        if one.year is None and two.year and (one.month or one.season) and not one.weekday:
            later = one.month and two.month and (one.month > two.month)
            return msgspec.structs.replace(one, year=two.year - 1 if later else two.year)
        if two.bc and one.year and not one.bc:
            return msgspec.structs.replace(one, bc=True)
    if (
        isinstance(two, Within)
        and isinstance(one, Calendar)
        and one.hour is not None
        and isinstance(two.inner, Calendar)
    ):
        return Within(inner=_shared(one, two.inner), outer=two.outer)
    return one


@maker
def make_short_range(match: Match) -> Made | None:
    """Read ranges whose ends share words: 15-24 May, May 15 to 24, 1980-88, 3-4 pm."""
    one, two = match.get("day"), match.get("day", 1)
    month, year = match.get("month"), match.get("year")
    if match.give.get("years"):
        first, last = int(match.get("year")), int(match.get("year2"))
        last += first // 100 * 100
        if last <= first:
            return None
        return {"range": Between(start=Calendar(year=first), end=Calendar(year=last)), "halves": True}
    if match.give.get("hours"):
        return _hours(match)
    date = match.get("date")
    if isinstance(date, Shift) and date.unit == "day" and one is not None and two is not None:
        if max(one, two) > 24:
            return None
        begins, ends = (Within(inner=Calendar(hour=int(hour)), outer=date) for hour in (one, two))
        return {"range": Between(start=begins, end=ends)}
    if date is not None and month is None:
        if not isinstance(date, Calendar) or not date.month:
            outer = date
            return {
                "range": Between(
                    start=Within(inner=Calendar(day=int(one)), outer=outer),
                    end=Within(inner=Calendar(day=int(two)), outer=outer),
                )
            }
        if two is None and date.day:
            if one is None or one >= date.day:
                return None
            return {"range": Between(start=msgspec.structs.replace(date, day=int(one), weekday=None), end=date)}
        if date.day and two is not None:
            return None
        if one is not None and two is None and date.day is None:
            return None
        if one is None or two is None or one >= two:
            return None
        return {
            "range": Between(
                start=msgspec.structs.replace(date, day=int(one)), end=msgspec.structs.replace(date, day=int(two))
            )
        }
    if one is None or two is None or one >= two:
        return None
    return {
        "range": Between(
            start=Calendar(day=int(one), month=month, year=year), end=Calendar(day=int(two), month=month, year=year)
        )
    }


def _hours(match: Match) -> Made | None:
    end = match.get("clock")
    hour = match.get("hour") if match.get("hour") is not None else match.get("hourth")
    if not isinstance(end, Calendar) or hour is None or end.hour is None or hour > 24:
        return None
    start = _shared(Calendar(hour=int(hour), hour_certain=hour > 12), end)
    return {"range": Between(start=start, end=end), "clockrange": True}


@maker
def make_two_years(match: Match) -> Made | None:
    """Read «بين عامي 2012 و2015»."""
    one, two = int(match.get("year")), int(match.get("year", 1))
    return {"range": Between(start=Calendar(year=one), end=Calendar(year=two))} if one < two else None


_AFTER_DAYS = frozenset(
    ", . ; : ) in on at by when and as after before but for with from it he she they the a an this".split()
)


@maker
def make_and_day(match: Match) -> Made | None:
    """Read April 24 and 25; "on April 24 and 25 people" counts what follows."""
    if (after := match.word_after()) and after not in _AFTER_DAYS:
        return None
    return make_day_then_range(match)


@maker
def make_day_then_range(match: Match) -> Made | None:
    """Read May 15 to 24: the date first, then the day that it lasts to."""
    date, day = match.get("date"), match.get("day")
    if not isinstance(date, Calendar) or date.day is None or date.month is None or day <= date.day:
        return None
    year = match.get("year") or date.year
    return {
        "range": Between(
            start=msgspec.structs.replace(date, year=year),
            end=msgspec.structs.replace(date, day=int(day), weekday=None, year=year),
        )
    }


@maker
def make_range_within(match: Match) -> Made | None:
    """Read a range of clock times on a date: "between 9:30 and 11 on Thursday"."""
    between: Between = match.get("range")
    date = match.get("date")
    if not is_clock(between.start) or not is_clock(between.end):
        return None
    return {
        "range": Between(start=Within(inner=between.start, outer=date), end=Within(inner=between.end, outer=date)),
    }


@maker
def make_bound(match: Match) -> Made | None:
    """Read since, after, until, before, by a point."""
    for name in POINTS:
        node = match.get(name)
        if node is not None:
            return {"done": Bounded(bound=match.get("bound") or match.give["bound"], point=node)}
    return None


_MIDNIGHT = 24  # o'clock, as the end of a day
_SOON = Duration(timex="PT2H", amount=2, unit="hour")


@maker
def make_soon_after(match: Match) -> Made | None:
    """Read just after midnight; that of a day named is the midnight with which it begins."""
    start = match.get("time") if match.get("time") is not None else match.get("clock")
    if isinstance(start, Within) and isinstance(start.inner, Calendar) and start.inner.hour == _MIDNIGHT:
        start = msgspec.structs.replace(start, inner=msgspec.structs.replace(start.inner, hour=0))
    return {"done": Lasting(start=start, duration=_SOON)}


@maker
def make_lasting(match: Match) -> Made | None:
    """Read from a point on, so long."""
    start = next((match.get(name) for name in POINTS if match.get(name) is not None), None)
    dur = match.get("dur")
    if start is None or dur.amount is None:
        return None
    return {"done": Lasting(start=start, duration=dur)}


@maker
def make_short_range_date(match: Match) -> Made | None:
    """Read from 13 to 15 July, 28-29 May 1953, the 5th to the 7th of June."""
    one = match.get("dayth") if match.names and "dayth" in match.names else match.get("day")
    two = match.get("date")
    if one is None or not isinstance(two, Calendar | Within):
        return None
    if isinstance(two, Within):
        return None
    if two.day is None or one >= two.day or two.hour is not None:
        return None
    start = msgspec.structs.replace(two, day=int(one), weekday=None)
    return {"range": Between(start=start, end=two)}

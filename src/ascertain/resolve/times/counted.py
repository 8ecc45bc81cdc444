"""Times counted from a moment, where the words leave something open: how long, from when, or which day of two."""

from datetime import datetime, timedelta

from ascertain.model.time_expression import Shift, Stretch
from ascertain.resolve.times.moment import DAY, FINE, Moment, floor, timex_of

_AT_MOST = {"hour": timedelta(hours=12), "minute": timedelta(hours=2), "second": timedelta(minutes=10)}  # "hours ago"
_LATE_BY = 3  # days from the writing of a text to its publication


def shift_timex(node: Shift) -> str | None:
    """Return the TIMEX3 value of a shift that has nothing to count from."""
    if node.weekday is not None:
        return f"XXXX-WXX-{node.weekday}"
    masks = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "weekend": "XXXX-WXX-WE"}
    if _is_just_ago(node):
        return masks["day"]
    if node.amount is None or node.amount in (float("inf"), float("-inf")):
        return "FUTURE_REF" if node.amount == float("inf") else "PAST_REF"
    return masks.get(node.unit)


def vague_shift(node: Shift, base: Moment, narrative: bool) -> Moment:
    """Return the open time before or after a moment; days earlier is not on the same day."""
    assert base.start is not None
    later, whole_days = node.amount == float("inf"), node.unit not in ("hour", "minute", "second")
    edge = floor(base.start, "day") if whole_days else base.start
    note = "how long is not said"
    if _is_just_ago(node) and not narrative:
        return _just_ago(base, _AT_MOST[node.unit]).noted(note)
    if later:
        return Moment(edge + DAY if whole_days else edge, None, None, "FUTURE_REF", notes=(note,))
    return Moment(None, edge, None, "PAST_REF", notes=(note,))


def _is_just_ago(node: Shift) -> bool:
    """Return whether a time is hours or minutes back from the moment of speaking, how many is not said."""
    return node.amount == float("-inf") and node.unit in FINE and node.base is None and node.anchor == "now"


def _just_ago(base: Moment, at_most: timedelta) -> Moment:
    """Return the hours or minutes in which lies what was so long ago, or the day where no hour is known."""
    assert base.start is not None and base.end is not None
    if base.precision == "day":
        return Moment(base.start, base.end, "day", timex_of(base.start, "day"))
    start = base.start - at_most
    timex = timex_of(start, "day") if start.date() == base.start.date() else None
    return Moment(start, base.start, "part_of_day", timex)


def day_of_that_name(day: datetime, weekday: int) -> Moment:
    """Return the day that a weekday beside "today" tells: a text is often published a day or two after it was written.

    What lies further apart contradicts itself, and is no day.
    """
    back = (day.isoweekday() - weekday) % 7
    if back > _LATE_BY and back != 6:
        return Moment(timex=f"XXXX-WXX-{weekday}", notes=("the weekday is not that of the day that is named",))
    start = day - back * DAY if back <= _LATE_BY else day + DAY
    note = "by the weekday: it is not that of the day that is named"
    return Moment(start, start + DAY, "day", timex_of(start, "day"), notes=(note,))


def stretch_timex(node: Stretch) -> str | None:
    """Return the TIMEX3 duration of a stretch."""
    letters = {
        "second": "TS",
        "minute": "TM",
        "hour": "TH",
        "day": "D",
        "week": "W",
        "month": "M",
        "year": "Y",
        "decade": "DE",
        "century": "CE",
        "weekend": "WE",
        "quarter": "Q",
    }
    letter = letters.get(node.unit)
    if letter is None:
        return None
    amount = "X" if node.amount is None else f"{node.amount:g}"
    return f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}"

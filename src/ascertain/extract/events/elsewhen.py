"""Events of another month or year than the one told before, and times of what happened earlier at the same place."""

from ascertain.extract.events.clause import Clause
from ascertain.extract.events.found import Found
from ascertain.model import Mention
from ascertain.model.time_expression import Calendar, Shift, Stretch, TimeExpression, Within

_LONG = frozenset({"month", "quarter", "half", "year", "decade"})


def is_elsewhen(own: Mention | None, earlier: Mention | None, clause: Clause) -> bool:
    """Whether a sentence gives a month or year that is not the day, week or month of the event told before.

    "A blast killed nine on Tuesday. Six were murdered in the case of November": a month may hold a day of the calendar.
    """
    one, other = _calendar(own), _calendar(earlier)
    if clause.order != "svo" or not is_of_months(own):
        return False
    if other is None:
        return False
    if other.weekday is not None:
        return True
    if one is None:  # "this year" is of a toll, beside a day
        return _is_counted_in_years(own) and other.day is not None
    months = one.month is not None and other.month is not None and one.month != other.month
    return months or (one.month is None and one.year is not None and one.year != other.year)


def is_when_another_was(clause: Clause, index: int, anchors: set[int], time: Mention) -> bool:
    """Whether a relative says when what stands before it was: "near the site of a massacre, which was in July"."""
    if _is_of_what_was_there(clause, index, anchors, time):
        return True
    at = index - 1
    while at > 0 and clause.kind(at) in {"prep", "time", "other"}:
        at -= 1
    happened = clause.kind(at) in {"verb", "light"} and clause.units[at].has("word", "happening")
    relative = at - 1
    if clause.order != "vso" or not happened or clause.kind(relative) != "relative" or relative < 1:
        return False
    about = relative - 1
    while about > 0 and clause.kind(about) in {"comma", "quote", "np"} and not clause.units[about].is_event:
        about -= 1
    if not clause.units[about].is_event:  # a particle of no words of its own
        return False
    same = clause.words(about)[0].startswith((*clause.articles, "لل", "بال"))  # "the shelling, which was on Sunday"
    return min(anchors) < about and not same


def says_when_itself(clause: Clause, found: Found, anchors: set[int], said: set[int]) -> bool:
    """Whether a relative about an event's noun has a day or month of its own: "on Friday to stop raids that in May"."""
    told = [
        at for at in sorted(anchors) if clause.kind(at) == "np" and clause.kind(_past_comma(clause, at)) == "relative"
    ]
    if clause.order != "svo" or not told or max(anchors) <= told[0]:
        return False
    first = end = _past_comma(clause, told[0])
    while end < len(clause.units) and clause.kind(end) not in {"stop", "clause", "comma"}:
        end += 1
    words = range(clause.units[first].first, clause.units[end - 1].last)
    times = [found.times[word][1] for word in words if word in found.times and word not in said]
    return any(is_of_months(time) or _is_of_days(time) for time in times)


def _past_comma(clause: Clause, at: int) -> int:
    return at + 1 + (clause.kind(at + 1) == "comma")


def _is_of_days(time: Mention) -> bool:
    """Whether a time is a day of the week or calendar, or a stretch of weeks and more."""
    node = time.parsed.node if isinstance(time.parsed, TimeExpression) else None
    one = _calendar(time)
    return isinstance(node, Stretch) or (one is not None and (one.day is not None or one.weekday is not None))


def _is_of_what_was_there(clause: Clause, index: int, anchors: set[int], time: Mention) -> bool:
    """Whether a month or year is of what "where" tells of a place: "in Orda, where fighting took place | last May"."""
    if clause.order != "svo" or not is_of_months(time):
        return False
    opened = next((at for at in range(index - 1, -1, -1) if clause.units[at].has("word", "whereby")), None)
    if opened is None or any(clause.kind(at) == "stop" for at in range(opened, index)) or min(anchors) > opened:
        return False
    return any(unit.cue("event") is not None for unit in clause.units[opened:index])


def is_of_months(time: Mention | None) -> bool:
    """Whether a time is a month or a year, or one counted from now, without a day."""
    node = time.parsed.node if time is not None and isinstance(time.parsed, TimeExpression) else None
    if isinstance(node, Shift):
        return node.unit in _LONG and node.base is None
    one = _calendar(time)
    return one is not None and one.day is None and one.weekday is None and bool(one.month or one.year)


def _is_counted_in_years(time: Mention | None) -> bool:
    node = time.parsed.node if time is not None and isinstance(time.parsed, TimeExpression) else None
    return isinstance(node, Shift) and node.unit == "year"


def _calendar(time: Mention | None) -> Calendar | None:
    node = time.parsed.node if time is not None and isinstance(time.parsed, TimeExpression) else None
    node = node.outer if isinstance(node, Within) else node
    return node if isinstance(node, Calendar) and node.hour is None else None

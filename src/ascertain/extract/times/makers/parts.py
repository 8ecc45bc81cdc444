"""Parts of days, weeks, months and years."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import maker, with_part
from ascertain.model.time_expression import Calendar, Node, Shift, Stretch, Within

_AT_ANY_TIME = ("earlier", "later")  # "earlier this month" may be any day of it that has been


@maker
def make_edge(match: Match) -> Made | None:
    """Read early, mid or late in a date."""
    edge = match.get("edge")
    whole = match.document.words[match.items[0].first] in _AT_ANY_TIME
    for name in ("date", "time", "parttime"):
        node = match.get(name)
        if node is None:
            continue
        if name == "time" and isinstance(node, Shift):
            return None  # "start 3 minutes from now"
        if whole and (isinstance(node, Calendar | Within) or (isinstance(node, Shift) and node.amount == 0)):
            return {name: node}
        if isinstance(node, Calendar | Shift) and node.edge is None:
            return {name: msgspec.structs.replace(node, edge=edge)}
        if isinstance(node, Within) and isinstance(node.inner, Calendar) and node.inner.edge is None:
            return {name: msgspec.structs.replace(node, inner=msgspec.structs.replace(node.inner, edge=edge))}
    return None


_AGE, _LAND = "عصر", "المغرب"


def _is_age(match: Match) -> bool:
    """Return whether what could be a part of day is an age or a land: «في عصر السينما»، «في المغرب»."""
    words, last = match.document.words, match.items[-1].last - 1
    word, behind_in = words[last], last > 0 and words[last - 1] == "في"
    modern = word == "ال" + _AGE and match.word_after().startswith("ال")
    return behind_in and (word in (_AGE, _LAND) or modern)


@maker
def make_within(match: Match) -> Made | None:
    """Read a clock time, part of day or day inside a date."""
    outer = match.get("date") if match.get("date") is not None else match.get("time")
    inner: Node | None = match.get("clock") or match.get("parttime")
    if inner is None:
        inner = Calendar(part=match.get("part"), edge=match.get("edge")) if match.get("part") else None
    if inner is None or outer is None or _is_age(match):
        return None
    if isinstance(inner, Calendar) and match.get("part") and inner.hour is not None:
        inner = with_part(inner, match.get("part"))
    if isinstance(outer, Shift | Stretch) and getattr(outer, "unit", "day") not in ("day", "week", "weekend"):
        return None
    if isinstance(outer, Calendar) and not (outer.day or outer.weekday or outer.nth or outer.part):
        return None
    return {"time": Within(inner=inner, outer=outer)}


@maker
def make_day_part(match: Match) -> Made | None:
    """Read this morning, last night, tonight: a part of a day that is counted from now or from the text's day."""
    part = match.get("part") or match.give.get("part")
    outer = Shift(unit="day", amount=match.give.get("deictic", 0), whole=True, anchor=match.give.get("anchor", "now"))
    if match.give.get("last") and part != "NI":
        outer = msgspec.structs.replace(outer, amount=-1)
    return {"time": Within(inner=Calendar(part=part, edge=match.get("edge")), outer=outer)}


@maker
def make_part(match: Match) -> Made | None:
    """Read in the morning, at night: a part of a day that is not named."""
    if _is_age(match):
        return None
    return {"parttime": Calendar(part=match.get("part"), edge=match.get("edge"))}


@maker
def make_nth(match: Match) -> Made | None:
    """Read the first Friday of May, the last week of October, the third day of the month."""
    nth = match.get("ord") if match.get("ord") is not None else match.get("dayth")
    if nth is None:
        nth = match.get("day") or match.give.get("nth")
    if nth is None and match.give.get("from_end"):
        nth = 1
    if nth is None:
        return None
    if match.give.get("from_end") and nth > 0:
        nth = -nth
    unit = match.get("unit") or match.get("units")
    inner = Calendar(nth=int(nth), weekday=match.get("weekday"), nth_unit=None if match.get("weekday") else unit)
    if match.get("weekday") is None and unit is None:
        inner = Calendar(day=int(nth))
    return {"date": Within(inner=inner, outer=match.get("date"))}


@maker
def make_nth_of_unit(match: Match) -> Made | None:
    """Read the first Monday of the month: inside a unit that is counted from now or from the text."""
    units = [
        item.values[name] for item, name in zip(match.items, match.names, strict=True) if name in ("unit", "units")
    ]
    weekday, nth = match.get("weekday"), int(match.get("ord") or 1)
    if units[-1] not in ("week", "month", "year", "quarter", "decade"):
        return None
    inner = Calendar(
        nth=-nth if match.give.get("from_end") else nth, weekday=weekday, nth_unit=None if weekday else units[0]
    )
    return {"date": Within(inner=inner, outer=Shift(unit=units[-1], amount=0, anchor="text", whole=True))}


@maker
def make_inside(match: Match) -> Made | None:
    """Read one date inside another: Monday of last week, May of this year, the morning of the 5th."""
    one, two = match.get("date"), match.get("date", 1)
    if isinstance(one, Calendar) and one.weekday and isinstance(two, Calendar) and two.day and not one.day:
        return {"date": msgspec.structs.replace(two, weekday=one.weekday)}
    if isinstance(one, Calendar) and isinstance(two, Calendar) and two.year and not one.year and not two.month:
        return {"date": msgspec.structs.replace(one, year=two.year, bc=two.bc)}
    a_week = isinstance(one, Shift) and one.whole and one.unit == "week"
    if a_week and isinstance(two, Calendar) and two.weekday and two.day is None and two.which is None:
        return {"date": Within(inner=two, outer=one)}
    if isinstance(two, Shift) and two.whole and isinstance(one, Calendar) and one.year is None and one.which is None:
        if two.unit in ("week", "weekend") and one.weekday and one.month is None:
            return {"date": Within(inner=one, outer=two)}
        if two.unit == "year" and (one.month or one.season or one.quarter or one.half):
            return {"date": Within(inner=one, outer=two)}
        if two.unit == "month" and (one.day or one.weekday) and one.month is None:
            return {"date": Within(inner=one, outer=two)}
    return None


@maker
def make_which_part(match: Match) -> Made | None:
    """Read this morning, last night, the next morning."""
    which, part = match.get("which"), match.get("part")
    anchored = match.document.words[match.items[0].first] == "the"
    outer = Shift(unit="day", amount=which, whole=True, anchor="text" if anchored else "now")
    return {"time": Within(inner=Calendar(part=part), outer=outer)}


@maker
def make_nth_in(match: Match) -> Made | None:
    """Read the first Friday of May."""
    month = match.get("monthname") or match.get("month")
    if month is not None or match.get("year") is not None:
        outer = Calendar(month=month, year=match.get("year"))
        nth = int(match.get("ord") or match.give.get("nth") or 1)
        inner = Calendar(
            nth=-nth if match.give.get("from_end") else nth, weekday=match.get("weekday"),
            nth_unit=None if match.get("weekday") else match.get("unit") or match.get("units"),
        )  # fmt: skip
        return {"date": Within(inner=inner, outer=outer)}
    return make_nth(match)


@maker
def make_part_of_time(match: Match) -> Made | None:
    """Read the early hours of Thursday morning."""
    time = match.get("time")
    if not isinstance(time, Within) or not isinstance(time.inner, Calendar) or time.inner.hour is not None:
        return None
    return {"time": Within(inner=Calendar(part=match.get("part"), edge=match.get("edge")), outer=time.outer)}


@maker
def make_edge_part(match: Match) -> Made | None:
    """Read early in the morning, late in the evening of the 5th."""
    inner = Calendar(part=match.get("part"), edge=match.get("edge"))
    if (date := match.get("date")) is not None:
        return {"time": Within(inner=inner, outer=date)}
    return {"parttime": inner}

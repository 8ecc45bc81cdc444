"""What patterns build: from matched items to nodes of a time expression."""

from collections.abc import Callable
from typing import Any

import msgspec

from ascertain.extract.times.grammar import Made, Maker, Match
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

_POINTS = ("time", "date", "clock", "parttime")
_FIELDS = (
    "year", "month", "day", "weekday", "season", "quarter", "half", "week", "decade", "century", "part", "hour",
    "minute", "second", "zone", "edge", "which", "bc", "nth", "nth_unit", "hour_certain", "hijri", "other_day_month",
)  # fmt: skip
_ALIASES = {"monthno": "month", "monthname": "month", "weekdayname": "weekday", "ord": "nth"}
_UNIT_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "weekend": "WE", "season": "S", "half": "M",
}  # fmt: skip

makers: dict[str, Maker] = {}


def maker(function: Callable[[Match], Made | None]) -> Callable[[Match], Made | None]:
    """Register a maker under its name."""
    makers[function.__name__.removeprefix("make_")] = function
    return function


def calendar_of(match: Match) -> Calendar | None:
    """Return the calendar fields that the matched items name, or None where they fit no calendar."""
    fields: dict[str, Any] = {key: value for key, value in match.give.items() if key in _FIELDS}
    for item, name in zip(match.items, match.names, strict=True):
        value = item.values[name]
        if isinstance(value, Calendar):
            fields.update({key: got for key in _FIELDS if (got := getattr(value, key)) not in (None, False)})
        elif name == "year2":
            fields["year"] = value + (1900 if value >= 40 else 2000)
        elif name == "oldyear":
            fields["year"] = int(value)
        elif name == "hijrimonth":
            fields.update(month=value, hijri=True)
        elif name in _ALIASES or name in _FIELDS:
            key = _ALIASES.get(name, name)
            fields[key] = int(value) if isinstance(value, float) else value
        elif name == "dayth":
            fields["day"] = value
    if fields.get("day") and fields.get("month") and fields["day"] > (30 if fields.get("hijri") else _days(fields)):
        return None
    return Calendar(**fields)


def _days(fields: dict[str, Any]) -> int:
    month = fields["month"]
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


@maker
def make_date(match: Match) -> Made | None:
    """Read a date from its fields."""
    made = calendar_of(match)
    return {"date": made} if made else None


@maker
def make_four_figures(match: Match) -> Made | None:
    """Read a bare year, unless what stands around says that it is a number."""
    before, after, following = match.word_before(), match.word_after(), match.word_after(1)
    if before in _QUANTIFIERS or (match.give.get("cue") is None and _counted(match, after, following)):
        return None
    glued = match.document.touches(match.items[0].first)
    if glued and before and before in "-/:.#@$€£+" and not (before == "-" and match.word_before(2).isdecimal()):
        return None
    return {"date": Calendar(year=int(match.get("year"))), "year": match.get("year")}


_QUANTIFIERS = frozenset(
    "about around some over nearly almost approximately than least roughly another $ € £ usd no number resolution "
    "article highway road route page version to نحو حوالي قرابة من زهاء".split()
)
_FIRST_LIKELY_YEAR, _LAST_LIKELY_YEAR = 1500, 2100
_YEAR_CUES = frozenset(
    "in since by during of from until till before after through between early mid late circa ca for year "
    "summer winter spring autumn عام سنة سنه في منذ حتي بين خلال و الى الي".split()
)


def _counted(match: Match, after: str, following: str) -> bool:
    item = match.items[0]
    value = item.values.get("year") or 0
    cued = match.word_before() in _YEAR_CUES
    if not cued and not _FIRST_LIKELY_YEAR <= value <= _LAST_LIKELY_YEAR:
        return True
    if after == "-" and following.isdecimal() and not (len(following) in (2, 4) and int(following) < _LAST_LIKELY_YEAR):
        return True
    touched = item.last < len(match.document.words) and match.document.touches(item.last)
    if touched and after[:1].isalpha() and after != "s":
        return True
    if match.word_before() in _YEAR_CUES or not after[:1].isalpha():
        return not 1000 <= value <= 2199 or (touched and after in "%°")
    plural = after.endswith("s") and not after.endswith(("ss", "us", "is", "was", "has"))
    return plural or value < 1200 or after in ("men", "people", "troops", "children", "women") or following in ("men",)


@maker
def make_figures(match: Match) -> Made | None:
    """Read a date in figures, day and month in either order."""
    one, two, year = match.get("day"), match.get("day", 1), match.get("year") or match.get("year2")
    raw_year = match.get("raw")
    del raw_year
    if year is not None and year < 100:
        year += 1900 if year >= 60 else 2000
    return _day_month(match, int(one), int(two), year)


def _day_month(match: Match, one: int, two: int, year: int | None) -> Made | None:
    day_first = match.document.flat and _day_first(match)
    if one > 12 >= two:
        day, month, unsure = one, two, False
    elif two > 12 >= one:
        day, month, unsure = two, one, False
    elif one > 12:
        return None
    else:
        day, month = (one, two) if day_first else (two, one)
        unsure = one != two
    if day > _days({"month": month}) or day < 1:
        return None
    made = Calendar(day=day, month=month, year=year, other_day_month=unsure and not _is_arabic(match))
    return {"date": made}


def _is_arabic(match: Match) -> bool:
    return any("\u0620" <= word[0] <= "\u064a" for word in match.document.words[:40])


def _day_first(match: Match) -> bool:
    return _is_arabic(match)


@maker
def make_short_figures(match: Match) -> Made | None:
    """Read a day and month in figures without a year, where something says that it is no fraction or score."""
    one, two = int(match.get("day")), int(match.get("day", 1))
    spelled = match.items[0].values.get("raw", ""), match.items[-1].values.get("raw", "")
    cued = match.word_before() in (
        "on",
        "at",
        "until",
        "till",
        "by",
        "from",
        "to",
        "since",
        "dated",
        "this",
        "يوم",
        "في",
        "بتاريخ",
        "تاريخ",
    )
    padded = any(len(figure) == 2 and figure[0] == "0" for figure in spelled)
    sized = max(one, two) > 12 and min(one, two) <= 12 and all(len(figure) == 2 for figure in spelled)
    opening = match.items[0].first == 0 or match.give.get("cued") or cued or padded or sized
    glued = match.document.touches(match.items[0].first) and match.word_before()[:1].isalnum()
    if not opening or glued or (one, two) == (24, 7) or (one == 1 and two <= 9 and not cued and not padded):
        return None
    if match.word_after() in ("/", "%") or (match.word_after() == "-" and match.word_after(1).isdigit()):
        return None
    return _day_month(match, one, two, None)


@maker
def make_dotted(match: Match) -> Made | None:
    """Read 18.05.2017 and 2017.05.18."""
    a, b, c = match.get("dotted")
    if len(a) == 4 and len(c) <= 2:
        made = Calendar(year=int(a), month=int(b), day=int(c)) if 1 <= int(b) <= 12 and 1 <= int(c) <= 31 else None
        return {"date": made} if made else None
    if len(a) > 2 or len(c) not in (2, 4):
        return None
    year = int(c) if len(c) == 4 else int(c) + (1900 if int(c) >= 60 else 2000)
    if not 1 <= int(a) <= 31 or not 1 <= int(b) <= 31 or not 1000 <= year <= 2199:
        return None
    one, two = int(a), int(b)
    if one <= 12 and two <= 12:  # dotted dates are written day first everywhere
        return {"date": Calendar(day=one, month=two, year=year)}
    return _day_month(match, one, two, year)


@maker
def make_compact(match: Match) -> Made | None:
    """Read 20170518."""
    value = int(match.get("compact"))
    year, month, day = value // 10000, value // 100 % 100, value % 100
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= _days({"month": month})):
        return None
    return {"date": Calendar(year=year, month=month, day=day)}


@maker
def make_year_and_month(match: Match) -> Made | None:
    """Read 2016-11 and 11/2016; 1904-05 is left to the ranges."""
    if pair := match.get("yearmonth"):
        return {"date": Calendar(year=pair[0], month=pair[1])}
    year, month = int(match.get("year")), int(match.get("monthno"))
    if match.give.get("hyphen") and month > year % 100:
        return None
    return {"date": Calendar(year=year, month=month)}


@maker
def make_bc(match: Match) -> Made | None:
    """Read a year before or after Christ."""
    return {"date": Calendar(year=int(match.get("oldyear")), bc=match.get("era") == "bc")}


@maker
def make_decade(match: Match) -> Made | None:
    """Read the 1960s, the sixties."""
    value = int(match.get("year") or match.get("decadeword") or match.get("year2") or 0)
    if value < 100:
        value += 1900 if value >= 20 else 2000
    if value % 10:
        return None
    if value % 100 == 0 and match.give.get("figures") and match.word_before() in _QUANTIFIERS:
        return None
    return {"date": Calendar(decade=value // 10, edge=match.get("edge"))}


@maker
def make_century(match: Match) -> Made | None:
    """Read the 20th century."""
    return {"date": Calendar(century=int(match.get("ord")), bc=match.get("era") == "bc")}


@maker
def make_clock(match: Match) -> Made | None:
    """Read a time of day from hour, minute, second, am or pm."""
    hour, minute = match.get("hour"), match.get("min")
    if pair := (match.get("dotclock") or match.get("hhmm")):
        hour, minute = pair
    second = match.get("min", 1)
    if hour is None or hour > 24 or (match.give.get("bare") and _not_a_clock(match)):
        return None
    return _clock(match, int(hour), int(minute) if minute is not None else None, second)


def _clock(match: Match, hour: int, minute: int | None, second: int | None = None) -> Made | None:
    half = match.get("ampm")
    certain = half is not None or hour > 12 or hour == 0 or bool(match.give.get("certain"))
    spelled = match.items[0].values.get("raw", "")
    certain = certain or (len(spelled) == 2 and spelled[0] == "0" and minute is not None)
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif half and hour > 12 and half == "am":
        return None
    made = Calendar(hour=hour % 24, minute=minute, second=second, hour_certain=certain)
    return {"clock": made}


_AFTER_HOUR = frozenset(
    ", . ; : ! ? ) - on in of at today tomorrow yesterday tonight this and or for to until instead with sharp local".split()
)


def _not_a_clock(match: Match) -> bool:
    after = match.word_after()
    return (
        bool(after)
        and after not in _AFTER_HOUR
        and not match.document.text[match.document.ends[match.items[-1].last - 1] :].startswith("\n")
    )


@maker
def make_clock_word(match: Match) -> Made | None:
    """Read noon and midnight."""
    hour = match.get("clockword")
    return {"clock": Calendar(hour=hour, hour_certain=True, part=None)}


@maker
def make_minutes_past(match: Match) -> Made | None:
    """Read half past seven, a quarter to eight, twenty minutes past three."""
    minutes = match.give.get("minutes")
    if minutes is None:
        minutes = match.get("min") if match.get("min") is not None else match.get("clockpart")
    hour = match.get("hour")
    if hour is None and (inner := match.get("clock")) is not None:
        if inner.minute:
            return None
        hour = inner.hour
        certain = inner.hour_certain
    else:
        certain = False
    total = int(hour) * 60 + (int(minutes) if match.get("pastto") != "to" else -int(minutes))
    half = match.get("ampm")
    made = _clock(match, total % 1440 // 60, total % 60)
    if made and not half:
        made["clock"] = msgspec.structs.replace(made["clock"], hour_certain=certain or int(hour) > 12)
    return made


@maker
def make_zoned(match: Match) -> Made | None:
    """Read a clock time with its zone."""
    inner = next(match.get(name) for name in ("time", "clock") if match.get(name) is not None)
    zone: str = match.get("zone") or match.give["zone"]
    name = "time" if match.get("time") is not None else "clock"
    return {name: _with_zone(inner, zone)}


def _with_zone(node: Node, zone: str) -> Node:
    if isinstance(node, Calendar):
        return msgspec.structs.replace(node, zone=zone)
    if isinstance(node, Within):
        return msgspec.structs.replace(node, inner=_with_zone(node.inner, zone))
    return node


@maker
def make_offset_zone(match: Match) -> Made | None:
    """Read a clock time with an offset: +03:00, UTC+3."""
    inner = match.get("clock")
    hours = int(match.get("hour") or 0)
    minutes = int(match.get("min") or 0)
    if hours > 14:
        return None
    sign = match.give["sign"]
    return {"clock": msgspec.structs.replace(inner, zone=f"{sign}{hours:02d}:{minutes:02d}")}


@maker
def make_duration(match: Match) -> Made | None:
    """Read how long."""
    unit = match.get("unit") or match.get("dualunit") or match.get("units")
    amount = match.get("num") if match.get("num") is not None else match.get("vague")
    if amount is None:
        amount = match.give.get("amount")
    if isinstance(amount, str):
        amount = None
    if match.get("fraction") is not None:
        amount = (amount or 0) + match.get("fraction")
    if amount is not None and amount < 0:
        return None
    if unit == "second" and match.items[-1].values.get("ord") and match.get("num") in (None, 1):
        return None
    made = Duration(timex=duration_timex(amount, unit), amount=amount, unit=unit)
    return {"dur": made}


def duration_timex(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 duration of so many units; X where the words are vague."""
    if unit in ("decade", "century", "fortnight"):
        factor, letter = {"decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W")}[unit]
        if amount is None:
            return "PXDE" if unit == "decade" else "PXCE" if unit == "century" else "PXW"
        return f"P{_plain(amount * factor)}{letter}"
    if unit == "half":
        amount = None if amount is None else amount * 6
    letter = _UNIT_LETTERS[unit]
    shown = "X" if amount is None else _plain(amount)
    return f"PT{shown}{letter[1]}" if letter[0] == "T" else f"P{shown}{letter}"


def _plain(amount: float) -> str:
    return f"{amount:.6f}".rstrip("0").rstrip(".")


@maker
def make_long_duration(match: Match) -> Made | None:
    """Read durations that add up: two hours and five minutes."""
    one, two = match.get("dur"), match.get("dur", 1)
    if _order(two.unit) >= _order(one.unit):
        return None
    head, tail = one.timex, two.timex.removeprefix("P")
    if "T" in head and tail.startswith("T"):
        tail = tail[1:]
    seconds = _seconds(one), _seconds(two)
    if None not in seconds and two.unit in ("second", "minute", "hour"):
        made = Duration(timex=head + tail, amount=(seconds[0] + seconds[1]) / 60, unit="minute")  # type: ignore[operator]
    else:
        made = Duration(timex=head + tail, amount=one.amount, unit=one.unit)
    return {"dur": made}


def _order(unit: str | None) -> int:
    order = (
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "quarter",
        "season",
        "half",
        "year",
        "decade",
        "century",
    )
    return order.index(unit) if unit in order else -1


def _seconds(one: Duration) -> float | None:
    size = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}.get(one.unit or "")
    return one.amount * size if size and one.amount is not None else None


@maker
def make_shift(match: Match) -> Made | None:
    """Read so long ago, before or after something."""
    dur: Duration = match.get("dur")
    if dur.unit is None:
        return None
    sign = match.give["sign"]
    amount = None if dur.amount is None else sign * dur.amount
    base = next((match.get(name) for name in _POINTS if match.get(name) is not None), None)
    if amount is None:
        amount = float("inf") * sign
    fine = dur.unit in ("second", "minute", "hour")
    node = Shift(unit=dur.unit, amount=amount, base=base, anchor=match.give.get("anchor", "now"))
    return {"time" if fine else "date": node}


@maker
def make_unit_shift(match: Match) -> Made | None:
    """Read last week, this month, next year, the following day."""
    unit = match.get("unit") or match.get("units")
    which = match.get("which") if match.get("which") is not None else match.give["which"]
    anchor = match.give.get("anchor", "now")
    steps = match.get("steps") or 1
    if unit in ("second", "minute", "hour") and which == 0 and anchor == "now":
        return None
    if unit == "fortnight":
        return None
    return {"date": Shift(unit=unit, amount=which * steps, anchor=anchor, whole=True, edge=match.get("edge"))}


@maker
def make_stretch(match: Match) -> Made | None:
    """Read the last two days, the past 24 hours, the next three weeks, the rest of the week."""
    dur = match.get("dur")
    unit = dur.unit if dur else match.get("unit") or match.get("units")
    amount = dur.amount if dur else match.give.get("amount")
    if unit is None:
        return None
    direction = match.get("which") if match.get("which") is not None else match.give["direction"]
    return {"date": Stretch(unit=unit, amount=amount, direction=direction, anchor=match.give.get("anchor", "now"))}


@maker
def make_deictic(match: Match) -> Made | None:
    """Read today, yesterday, the day after tomorrow."""
    return {"date": Shift(unit="day", amount=match.get("deictic"), whole=True)}


@maker
def make_text_day(match: Match) -> Made | None:
    """Read that day, the same year: what the text last told of."""
    unit = match.get("unit") or match.get("units")
    return {"date": Shift(unit=unit, amount=match.give.get("amount", 0), anchor="text", whole=True)}


@maker
def make_edge(match: Match) -> Made | None:
    """Read early, mid or late in a date."""
    edge = match.get("edge")
    for name in ("date", "time", "parttime"):
        node = match.get(name)
        if node is None:
            continue
        if isinstance(node, Calendar | Shift) and node.edge is None:
            return {name: msgspec.structs.replace(node, edge=edge)}
        if isinstance(node, Within) and isinstance(node.inner, Calendar) and node.inner.edge is None:
            return {name: msgspec.structs.replace(node, inner=msgspec.structs.replace(node.inner, edge=edge))}
    return None


@maker
def make_within(match: Match) -> Made | None:
    """Read a clock time, part of day or day inside a date."""
    outer = match.get("date") if match.get("date") is not None else match.get("time")
    inner: Node | None = match.get("clock") or match.get("parttime")
    if inner is None:
        inner = Calendar(part=match.get("part"), edge=match.get("edge")) if match.get("part") else None
    if inner is None or outer is None:
        return None
    if isinstance(inner, Calendar) and match.get("part") and inner.hour is not None:
        inner = with_part(inner, match.get("part"))
    if isinstance(outer, Shift | Stretch) and getattr(outer, "unit", "day") not in ("day", "week", "weekend"):
        return None
    if isinstance(outer, Calendar) and not (outer.day or outer.weekday or outer.nth):
        if outer.part is None and match.give.get("coarse") is None:
            return None
    return {"time": Within(inner=inner, outer=outer)}


def with_part(clock: Calendar, part: str) -> Calendar:
    """Return a clock time with the half of the day that a part of day settles: "3 in the morning"."""
    hour = clock.hour or 0
    if not clock.hour_certain or hour == 12:
        if (part in ("AF", "EV") and hour < 12) or (part == "NI" and 5 <= hour < 12):
            hour += 12
        elif part in ("NI", "MO", "DAWN", "LATENIGHT", "FAJR") and hour == 12:
            hour = 0
        elif part == "MI" and hour < 4:
            hour += 12
    return msgspec.structs.replace(clock, hour=hour, hour_certain=True)


@maker
def make_clock_in_part(match: Match) -> Made | None:
    """Read three in the morning, 8 tonight."""
    clock = match.get("clock")
    if clock is None:
        hour = match.get("hour") if match.get("hour") is not None else match.get("hourth")
        if hour is None or hour > 12:
            return None
        clock = Calendar(hour=int(hour), minute=match.get("min"))
    part: str = match.get("part") or match.give.get("part", "EV")
    node = with_part(clock, part)
    if match.get("date") is not None:
        return {"time": Within(inner=node, outer=match.get("date"))}
    if match.give.get("deictic") is not None:
        return {"time": Within(inner=node, outer=Shift(unit="day", amount=match.give["deictic"], whole=True))}
    return {"clock": node}


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
    return {"parttime": Calendar(part=match.get("part"), edge=match.get("edge"))}


@maker
def make_named(match: Match) -> Made | None:
    """Read a weekday, month or season with last, this or next."""
    made = calendar_of(match)
    if made is None:
        return None
    if match.get("deictic") is not None:
        return None
    return {"date": made}


@maker
def make_nth(match: Match) -> Made | None:
    """Read the first Friday of May, the last week of October, the third day of the month."""
    nth = match.get("ord") if match.get("ord") is not None else match.get("dayth")
    if nth is None:
        nth = match.give.get("nth")
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
def make_inside(match: Match) -> Made | None:
    """Read one date inside another: Monday of last week, May of this year, the morning of the 5th."""
    one, two = match.get("date"), match.get("date", 1)
    if isinstance(one, Calendar) and one.weekday and isinstance(two, Calendar) and two.day and not one.day:
        return {"date": msgspec.structs.replace(two, weekday=one.weekday)}
    if isinstance(one, Calendar) and isinstance(two, Calendar) and two.year and not one.year and not two.month:
        return {"date": msgspec.structs.replace(one, year=two.year, bc=two.bc)}
    if isinstance(two, Shift) and two.whole and isinstance(one, Calendar) and one.year is None and one.which is None:
        if two.unit in ("week", "weekend") and one.weekday and one.month is None:
            return {"date": Within(inner=one, outer=two)}
        if two.unit == "year" and (one.month or one.season or one.quarter or one.half):
            return {"date": Within(inner=one, outer=two)}
        if two.unit == "month" and (one.day or one.weekday) and one.month is None:
            return {"date": Within(inner=one, outer=two)}
    return None


@maker
def make_weekday_date(match: Match) -> Made | None:
    """Read Friday, 18 May."""
    date = match.get("date")
    if not isinstance(date, Calendar) or date.day is None or date.weekday:
        return None
    return {"date": msgspec.structs.replace(date, weekday=match.get("weekday"))}


@maker
def make_weekday_of_day(match: Match) -> Made | None:
    """Read Friday the 22nd."""
    return {"date": Calendar(weekday=match.get("weekday"), day=int(match.get("dayth")))}


@maker
def make_range(match: Match) -> Made | None:
    """Read from one point to another."""
    points = [(name, item.values[name]) for item, name in zip(match.items, match.names, strict=True) if name in _POINTS]
    if len(points) != 2:
        return None
    (one_name, one), (two_name, two) = points
    if "clock" in (one_name, two_name) and one_name != two_name and {one_name, two_name} != {"clock", "time"}:
        return None
    one = _shared(one, two)
    return {"range": Between(start=one, end=two), "parts": True}


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
    hour = match.get("hour")
    if not isinstance(end, Calendar) or hour is None or end.hour is None or hour > 24:
        return None
    start = _shared(Calendar(hour=int(hour), hour_certain=hour > 12), end)
    return {"range": Between(start=start, end=end), "clockrange": True}


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
    if not _is_clock(between.start) or not _is_clock(between.end):
        return None
    return {
        "range": Between(start=Within(inner=between.start, outer=date), end=Within(inner=between.end, outer=date)),
    }


def _is_clock(node: Node) -> bool:
    return isinstance(node, Calendar) and node.hour is not None and node.day is None and node.weekday is None


@maker
def make_bound(match: Match) -> Made | None:
    """Read since, after, until, before, by a point."""
    for name in _POINTS:
        node = match.get(name)
        if node is not None:
            return {"done": Bounded(bound=match.get("bound") or match.give["bound"], point=node)}
    return None


@maker
def make_lasting(match: Match) -> Made | None:
    """Read from a point on, so long."""
    start = next((match.get(name) for name in _POINTS if match.get(name) is not None), None)
    dur = match.get("dur")
    if start is None or dur.amount is None:
        return None
    return {"done": Lasting(start=start, duration=dur)}


@maker
def make_within_duration(match: Match) -> Made | None:
    """Read within two weeks: from now until then."""
    dur = match.get("dur")
    if dur.amount is None:
        return None
    return {"done": Stretch(unit=dur.unit, amount=dur.amount, direction=2)}


@maker
def make_recurring(match: Match) -> Made | None:
    """Read every Friday, daily, twice a week."""
    if (timex := match.get("setword")) is not None:
        return {"done": Recurring(timex=timex)}
    if (weekday := match.get("weekday") or match.get("weekdays")) is not None:
        return {"done": Recurring(timex=f"XXXX-WXX-{weekday}")}
    if (dur := match.get("dur")) is not None:
        return {"done": Recurring(timex=dur.timex)}
    unit = match.get("unit") or match.get("units")
    if unit:
        return {"done": Recurring(timex=duration_timex(match.get("num") or 1, unit))}
    if (part := match.get("part")) is not None:
        return {"done": Recurring(timex=f"XXXX-XX-XXT{part}")}
    return None


@maker
def make_reference(match: Match) -> Made | None:
    """Read now, currently, in the past, the future."""
    value = match.get("reference") or match.get("era_of_time")
    return {"done": Reference(timex=value.removesuffix("!"), now=value.endswith("!"))}


@maker
def make_holiday(match: Match) -> Made | None:
    """Read a feast that falls on the same date each year."""
    month, day = match.get("holiday")
    year = match.get("year")
    return {"date": Calendar(month=month, day=day, year=year, hijri=bool(match.give.get("hijri")))}


@maker
def make_nothing(match: Match) -> Made | None:
    """Read words that look like a time and are none; they are taken out of the way."""
    return {"?": None}

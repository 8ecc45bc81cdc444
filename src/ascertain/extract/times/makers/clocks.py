"""Times of day."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.alone import AFTER_DAY
from ascertain.extract.times.makers.parts import make_within
from ascertain.extract.times.makers.registry import maker, with_part
from ascertain.languages.times import is_past, time_words
from ascertain.model.time_expression import Calendar, Node, Shift, Within


@maker
def make_clock(match: Match) -> Made | None:
    """Read a time of day from hour, minute, second, am or pm."""
    hour, minute = match.get("hour"), match.get("min")
    if match.give.get("certain") and minute is None and match.word_before() in ("in", "for", "last", "next"):
        return None  # "in 2 h"
    if match.give.get("certain") and (match.word_after() in _UNITS or _glued_behind(match)):
        return None  # "4h4 hours ago"
    if pair := (match.get("dotclock") or match.get("hhmm") or match.get("hmm")):
        hour, minute = pair
    second = match.get("min", 1)
    if hour is None or hour > 24 or (match.give.get("bare") and _not_a_clock(match)):
        return None
    return _clock(match, int(hour), int(minute) if minute is not None else None, second)


_UNITS = frozenset(("hour", "hours", "minute", "minutes", "ago", "min"))


def _glued_behind(match: Match) -> bool:
    """Return whether a letter or figure is written onto the end of the match."""
    last = match.items[-1].last
    return last < len(match.document) and match.document.touches(last) and match.word_after()[0].isalnum()


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


AFTER_HOUR = frozenset(
    ", . ; : ! ? ) - on in of at today tomorrow yesterday tonight this and or for to until instead with sharp "
    "local".split()
)


def _not_a_clock(match: Match) -> bool:
    after = match.word_after()
    if after in time_words().zones:
        return False
    return (
        bool(after)
        and after not in AFTER_HOUR
        and not match.document.text.startswith("\n", match.document.ends[match.items[-1].last - 1])
    )


@maker
def make_clock_half(match: Match) -> Made | None:
    """Read the half of the day by a letter behind the hour: 05:42 م, as 24-hour clocks never have it."""
    clock, half = match.get("clock"), match.give["half"]
    if clock is None or clock.hour is None or (half == "am" and clock.hour > 12):
        return None
    hour = clock.hour % 12 if half == "am" else clock.hour % 12 + 12 if clock.hour <= 12 else clock.hour
    return {"clock": msgspec.structs.replace(clock, hour=hour, hour_certain=True)}


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
    said = match.document.words[match.items[0].first : match.items[-1].last]
    if match.names[0] == "min" and not {"minutes", "minute"} & set(said):
        likely = match.word_before() in ("at", "by", "around", "about", "till", "until", "approximately")
        if not likely and (match.get("pastto") == "to" or "after" in said) and match.get("ampm") is None:
            return None
        if match.get("pastto") == "to" and not likely:
            return None
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
def make_clock_in_part(match: Match) -> Made | None:
    """Read three in the morning, 8 tonight."""
    clock = match.get("clock")
    if clock is None:
        hour = match.get("hour") if match.get("hour") is not None else match.get("hourth")
        if hour is None or hour > 12 or _counts_what_was_done(match):
            return None
        clock = Calendar(hour=int(hour), minute=match.get("min"))
    part: str = match.get("part") or match.give.get("part", "EV")
    node = with_part(clock, part)
    if match.get("date") is not None:
        return {"time": Within(inner=node, outer=match.get("date"))}
    day: int | None = match.give.get("deictic")
    if day is not None and node.hour == _MIDNIGHT:  # of a night it is the beginning of the next day
        node, day = msgspec.structs.replace(node, hour=0), day + 1
    if day is not None:
        return {"time": Within(inner=node, outer=Shift(unit="day", amount=day, whole=True))}
    return {"clock": node}


_MIDNIGHT = 24


_AT_AN_HOUR = frozenset(("at", "@", "before", "after", "until", "till", "since"))
_SEVERAL = frozenset(("nights", "mornings", "evenings", "afternoons", "dawns"))


def _counts_what_was_done(match: Match) -> bool:
    """Return whether a bare number counts the object of a verb: «أصيب ثلاثة صباح أمس», "killed five this morning"."""
    if match.names[0] != "hour" or match.items[0].values.get("ord") is not None:
        return False
    if match.document.words[match.items[-1].last - 1] in _SEVERAL:
        return True  # "two nights"
    before = match.word_before()
    return bool(before) and before.isalpha() and is_past(before)


@maker
def make_clock_deictic_part(match: Match) -> Made | None:
    """Read 9 tomorrow evening."""
    clock: Calendar = match.get("clock") or Calendar(hour=int(match.get("hour")))
    if (clock.hour or 0) > 12:
        return None
    outer = Shift(unit="day", amount=match.get("deictic"), whole=True)
    return {"time": Within(inner=with_part(clock, match.get("part")), outer=outer)}


@maker
def make_clock_on_date(match: Match) -> Made | None:
    """Read tomorrow at 8."""
    if match.get("clock") is not None:
        return make_within(match)
    words = match.document.words[match.items[0].first : match.items[-1].last]
    hour = match.get("hour")
    if not {"at", "@", "around", "about"} & set(words) or hour is None or hour > 24:
        return None
    after = match.word_after()
    if after in (":", "-", "%", "/") or (after[:1].isalpha() and after not in AFTER_DAY):
        return None
    return {"time": Within(inner=Calendar(hour=int(hour), hour_certain=hour > 12), outer=match.get("date"))}


@maker
def make_hour_on_date(match: Match) -> Made | None:
    """Read 8 on Thursday, behind a word of time: what "killed 8 on Thursday" counts are people."""
    hour, date = match.get("hour"), match.get("date")
    if hour is None or hour > 24 or not isinstance(date, Calendar) or not date.weekday:
        return None
    before = match.word_before(2) if match.word_before() in ("around", "about") else match.word_before()
    if before not in _AT_AN_HOUR:
        return None
    return {"time": Within(inner=Calendar(hour=int(hour), hour_certain=hour > 12), outer=date)}


@maker
def make_refine(match: Match) -> Made | None:
    """Read this morning at 9; early in the morning of 29 April."""
    time = match.get("time")
    if not isinstance(time, Within) or not isinstance(time.inner, Calendar):
        return None
    if (clock := match.get("clock")) is not None:
        if time.inner.hour is not None or not isinstance(clock, Calendar):
            return None
        return {"time": Within(inner=with_part(clock, time.inner.part or ""), outer=time.outer)}
    return None

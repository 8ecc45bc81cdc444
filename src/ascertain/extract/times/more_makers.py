"""What patterns build, continued: quarters, vague lengths, days counted from the text, words that stand alone."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers import (
    calendar_of,
    duration_timex,
    make_duration,
    make_nth,
    make_shift,
    make_short_range,
    make_unit_shift,
    make_within,
    maker,
    with_part,
)
from ascertain.model.time_expression import Between, Calendar, Duration, Recurring, Shift, Stretch, Within

_CAPITAL_CUES = frozenset(("may", "march", "mar", "sun", "sat", "dec", "august"))


@maker
def make_date_quarter(match: Match) -> Made | None:
    """Read a quarter or half of a year."""
    year = match.get("year")
    quarter, half = match.get("quarterno"), match.get("halfno")
    return {"date": Calendar(year=year, quarter=quarter, half=half)}


@maker
def make_date_hijri(match: Match) -> Made | None:
    """Read a month of the Islamic calendar, whose year may be given in either."""
    year = match.get("year")
    return {
        "date": Calendar(
            month=match.get("hijrimonth") or match.get("hijriname"),
            day=match.get("day") or match.get("dayth"),
            year=year,
            hijri=True,
        )
    }


@maker
def make_week_number(match: Match) -> Made | None:
    """Read week 10."""
    week = int(match.get("num") or match.get("ord") or 0)
    return {"date": Calendar(week=week, year=match.get("year"))} if 1 <= week <= 53 else None


@maker
def make_vague_duration(match: Match) -> Made | None:
    """Read a few days, several weeks, the days."""
    vague, unit = match.get("vague"), match.get("units")
    if vague == "the":
        return None
    amount = float(vague) if isinstance(vague, int | float) else None
    return {"dur": Duration(timex=duration_timex(amount, unit), amount=amount, unit=unit)}


@maker
def make_half_duration(match: Match) -> Made | None:
    """Read half an hour, three quarters of an hour."""
    words = match.document.words[match.items[0].first : match.items[-1].last]
    amount = 0.5 if "half" in words else 0.25
    if "quarters" in words:
        amount = 0.25 * (match.get("num") or 3)
    return {"dur": Duration(timex=f"PT{int(amount * 60)}M", amount=amount * 60, unit="minute")}


@maker
def make_duration_one(match: Match) -> Made | None:
    """Read a day, an hour and a half."""
    if match.get("unit") == "second" and match.word_after()[:1].isalpha():
        return None  # "a second strike"
    if "half" in match.document.words[match.items[0].first : match.items[-1].last] and match.get("lengthen") is None:
        unit = match.get("unit")
        return {"dur": Duration(timex=duration_timex(0.5, unit), amount=0.5, unit=unit)}
    amount = 1 + (match.get("lengthen") or 0)
    unit = match.get("unit")
    return {"dur": Duration(timex=duration_timex(amount, unit), amount=amount, unit=unit)}


@maker
def make_shift_before(match: Match) -> Made | None:
    """Read two days earlier, two days before; "two days before the vote" is left to the event."""
    return make_shift(match)


@maker
def make_shift_in(match: Match) -> Made | None:
    """Read in two days: from now on where the sentence looks ahead, else a length of time ("died in two days")."""
    dur: Duration = match.get("dur")
    if dur.amount is None or not _looks_ahead(match):
        return {"dur": dur}
    return make_shift(match)


def _looks_ahead(match: Match) -> bool:
    document, at = match.document, match.items[0].first
    sentence = document.sentences[document.sentence_of(at)]
    words = document.words[sentence[0] : sentence[1]]
    return len(words) <= 6 or any(
        word in ("will", "shall", "ll", "'ll", "i'll", "going", "due", "expected") for word in words
    )


@maker
def make_vague_shift(match: Match) -> Made | None:
    """Read weeks later, months ago."""
    word = match.document.words[match.items[-1].last - 1]
    sign = 1 if word in ("later", "afterwards", "after") else -1
    anchor = "now" if word == "ago" else "text"
    return {"date": Shift(unit=match.get("units"), amount=sign * float("inf"), anchor=anchor)}  # type: ignore[arg-type]


@maker
def make_stretch_vague(match: Match) -> Made | None:
    """Read the last few weeks."""
    vague = match.get("vague")
    if match.names[0] == "which" and match.get("which") == 0:
        return None
    amount = float(vague) if isinstance(vague, int | float) else None
    return {"date": Stretch(unit=match.get("units"), amount=amount, direction=match.get("which"))}


@maker
def make_stretch_num(match: Match) -> Made | None:
    """Read the two previous weeks."""
    unit = match.get("units") or match.get("unit")
    return {"date": Stretch(unit=unit, amount=match.get("num"), direction=match.get("which"))}


@maker
def make_text_unit(match: Match) -> Made | None:
    """Read the following day, the previous year: counted from what the text last told of."""
    unit = match.get("unit")
    if unit in ("second", "minute", "hour", "fortnight", "season"):
        return None
    return {"date": Shift(unit=unit, amount=match.get("textwhich"), anchor="text", whole=True)}


@maker
def make_that_unit(match: Match) -> Made | None:
    """Read that day, the same month, that night."""
    if part := match.get("part"):
        outer = Shift(unit="day", amount=0, anchor="text", whole=True)
        return {"time": Within(inner=Calendar(part=part, edge=match.get("edge")), outer=outer)}
    unit = match.get("unit")
    if unit in ("second", "minute", "hour", "season", "quarter", "fortnight"):
        return None
    return {"date": Shift(unit=unit, amount=0, anchor="text", whole=True, edge=match.get("edge"))}


@maker
def make_unit_shift_weekend(match: Match) -> Made | None:
    """Read the weekend: the one nearest to the moment of speaking."""
    return {"date": Shift(unit="weekend", amount=0, whole=True)}


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
    if match.get("monthname") is not None:
        outer = Calendar(month=match.get("monthname"))
        inner = Calendar(
            nth=int(match.get("ord") or match.give["nth"]), weekday=match.get("weekday"),
            nth_unit=None if match.get("weekday") else match.get("unit") or match.get("units"),
        )  # fmt: skip
        return {"date": Within(inner=inner, outer=outer)}
    return make_nth(match)


@maker
def make_month_after_cue(match: Match) -> Made | None:
    """Read in May: a month whose name is also another word, after a word that goes with months."""
    item = match.items[-1]
    word = match.document.text[match.document.starts[item.first] : match.document.ends[item.first]]
    after = match.word_after()
    if match.document.words[item.first] in _CAPITAL_CUES and not word[:1].isupper():
        return None
    if match.document.words[item.first] == "may" and after in ("be", "have", "not", "also", "i", "you", "we", "or"):
        return None
    return {"date": Calendar(month=match.get("month"))}


@maker
def make_month_alone(match: Match) -> Made | None:
    """Read a month by its name."""
    word = match.document.words[match.items[0].first]
    raw = match.document.text[match.document.starts[match.items[0].first]]
    if word in _CAPITAL_CUES and not raw.isupper():
        return None
    return {"date": Calendar(month=match.get("monthname"))}


@maker
def make_short_year(match: Match) -> Made | None:
    """Read '99."""
    document, item = match.document, match.items[-1]
    if not document.touches(item.first) or (match.items[0].first and document.touches(match.items[0].first)):
        return None
    if item.last < len(document) and document.touches(item.last) and document.words[item.last] == "'":
        return None
    return {"date": calendar_of(match)}


@maker
def make_day_alone(match: Match) -> Made | None:
    """Read the 5th."""
    item = match.items[-1]
    if match.get("dayth") is None and match.word_after()[:1].isalpha() and match.word_after() not in _AFTER_DAY:
        return None
    if match.get("dayth") is not None:
        figures = match.document.words[item.first][0].isdigit()
        if match.word_after()[:1].isalpha() and match.word_after() not in _AFTER_DAY:
            return None
        if not figures and match.word_before() not in ("on", "for", "by", "until", "till", "في"):
            return None
    elif match.word_after() in ("%", "/", ":", "-", "°"):
        return None
    return {"date": Calendar(day=int(match.get("dayth") or match.get("day")))}


_AFTER_DAY = frozenset(
    "and or at in the a an to of , . by when from with after before he she they it we was were is".split()
)


@maker
def make_edge_of_unit(match: Match) -> Made | None:
    """Read the end of the year, the middle of the month."""
    unit = match.get("unit")
    if unit not in ("day", "week", "month", "year", "decade", "century"):
        return None
    return {"date": Shift(unit=unit, amount=0, anchor="text", whole=True, edge=match.get("edge"))}


@maker
def make_edge_in_unit(match: Match) -> Made | None:
    """Read later in the day, early in the year."""
    return make_edge_of_unit(match)


@maker
def make_edge_part(match: Match) -> Made | None:
    """Read early in the morning, late in the evening of the 5th."""
    inner = Calendar(part=match.get("part"), edge=match.get("edge"))
    if (date := match.get("date")) is not None:
        return {"time": Within(inner=inner, outer=date)}
    return {"parttime": inner}


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
    if after in (":", "-", "%", "/") or (after[:1].isalpha() and after not in _AFTER_DAY):
        return None
    return {"time": Within(inner=Calendar(hour=int(hour), hour_certain=hour > 12), outer=match.get("date"))}


@maker
def make_hour_on_date(match: Match) -> Made | None:
    """Read 8 on Thursday."""
    hour, date = match.get("hour"), match.get("date")
    if hour is None or hour > 24 or not isinstance(date, Calendar) or not date.weekday:
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


@maker
def make_shift_event(match: Match) -> Made | None:
    """Read three weeks after an event that the pattern doesn't know: from the time last told of, if any."""
    return make_shift(match)


@maker
def make_bare_unit(match: Match) -> Made | None:
    """Read a unit by itself where its language needs no article: «شهر»."""
    return make_duration(match)


@maker
def make_bare_shift(match: Match) -> Made | None:
    """Read a whole unit counted from now."""
    return make_unit_shift(match)


@maker
def make_bare_range(match: Match) -> Made | None:
    """Read a range whose ends share the month."""
    return make_short_range(match)


@maker
def make_set_of(match: Match) -> Made | None:
    """Read each so many units."""
    return {"done": Recurring(timex=match.get("dur").timex)}

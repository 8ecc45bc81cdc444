"""Dates: day, month and year in words and in figures."""

import re

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import calendar_of, days, is_misplaced, maker
from ascertain.model.time_expression import Calendar


@maker
def make_date(match: Match) -> Made | None:
    """Read a date from its fields."""
    first = match.items[0]
    if match.names[0] == "day" and match.word_before() in ("$", "€", "£") and match.document.touches(first.first):
        return None
    glued = match.document.touches(first.first) and match.word_before()[:1].isalnum()
    if match.names[0] == "day" and glued and match.word_before().isascii():
        return None
    made = calendar_of(match)
    return {"date": made} if made else None


@maker
def make_figures(match: Match) -> Made | None:
    """Read a date in figures, day and month in either order."""
    one, two, year = match.get("day"), match.get("day", 1), match.get("year") or match.get("year2")
    if year is not None and year < 100:
        year += 1900 if year >= 60 else 2000
    return _day_month(match, int(one), int(two), year)


def _day_month(match: Match, one: int, two: int, year: int | None) -> Made | None:
    day_first = _is_arabic(match) or _other_dates_are_day_first(match)
    if one > 12 >= two:
        day, month, unsure = one, two, False
    elif two > 12 >= one:
        day, month, unsure = two, one, False
    elif one > 12:
        return None
    else:
        day, month = (one, two) if day_first else (two, one)
        unsure = one != two
    if day > days({"month": month}) or day < 1:
        return None
    made = Calendar(day=day, month=month, year=year, other_day_month=unsure and not day_first)
    return {"date": made}


_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]\d{2,4}\b")
_EVIDENCE_REACH = 20_000  # characters


def _other_dates_are_day_first(match: Match) -> bool:
    """Return whether another date of the text can only be read day first: 25/6/2017."""
    return _DAY_FIRST.search(match.document.flat, 0, _EVIDENCE_REACH) is not None


def _is_arabic(match: Match) -> bool:
    return any("\u0620" <= word[0] <= "\u064a" for word in match.document.words[:40])


_LONGEST_THREAD = 30
_DIGITS = 9  # one figure
_SHORT_TEXT = 8


@maker
def make_short_figures(match: Match) -> Made | None:
    """Read a day and month in figures without a year, where something says that it is no fraction or score."""
    one, two = int(match.get("day")), int(match.get("day", 1))
    spelled = match.items[0].values.get("raw", ""), match.items[-1].values.get("raw", "")
    cued = bool(match.give.get("cued")) or match.word_before() in (
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
    opening = (not match.give.get("cue_needed") and match.items[0].first == 0) or cued or padded or sized
    glued = match.document.touches(match.items[0].first) and match.word_before()[:1].isalnum()
    if match.give.get("cue_needed") and not cued:
        return None
    # "2/3" at the start or end of a post counts the parts of a thread
    counter = one <= two <= _LONGEST_THREAD and not (cued or padded) and len(match.document) > _SHORT_TEXT
    first = one == 1 and two <= _DIGITS
    first = first or (two == 1 and one <= _DIGITS and _is_arabic(match))  # written from right to left: 3/1
    if not opening or glued or counter or (one, two) == (24, 7) or (first and not cued and not padded):
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
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= days({"month": month})):
        return None
    return {"date": Calendar(year=year, month=month, day=day)}


@maker
def make_named(match: Match) -> Made | None:
    """Read a weekday, month or season with last, this or next."""
    made = calendar_of(match)
    if made is None:
        return None
    if match.get("deictic") is not None or _is_other_word(match) or is_misplaced(match):
        return None
    return {"date": made}


def _is_other_word(match: Match) -> bool:
    """Return whether "may" stands before what may be ("this may be the worst"), or a march is no March."""
    first = match.items[-1].first
    word, raw = match.document.words[first], match.document.text[match.document.starts[first]]
    return (word == "may" and match.word_after() in _AFTER_MAY) or (word == "march" and raw.islower())


_AFTER_MAY = frozenset(("be", "have", "not", "also", "well", "yet", "still", "never"))


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
    return {"date": Calendar(weekday=match.get("weekday"), day=int(match.get("dayth") or match.get("day")))}


@maker
def make_holiday(match: Match) -> Made | None:
    """Read a feast that falls on the same date each year."""
    month, day = match.get("holiday")
    year = match.get("year")
    return {"date": Calendar(month=month, day=day, year=year, hijri=bool(match.give.get("hijri")))}


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

"""Arabic days that hang on a month, a feast or an account: «13 الجاري»، «ثالث أيام رمضان»، «اليوم الثالث للهجوم»."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import calendar_of, days, maker
from ascertain.model.time_expression import Between, Calendar, Shift, Within

_MONTHS_OWN = frozenset(("الجاري", "الحالي", "الماضي", "المنصرم", "الفايت", "المقبل", "القادم"))  # folded
_IN_A_ROW = ("علي", "التوالي")
_MIDDLE = 15  # the last day of the first half of a month


@maker
def make_day_of_month_which(match: Match) -> Made | None:
    """Read «في 13 الجاري»، «في 25 من المنصرم»: the day of that month."""
    if match.document.words[match.items[-1].first] not in _MONTHS_OWN or "weekday" in match.items[1].values:
        return None
    day = match.get("day") if match.get("day") is not None else match.get("dayth")
    month = Shift(unit="month", amount=match.get("which"), whole=True)
    return {"date": Within(inner=Calendar(day=int(day)), outer=month)}


@maker
def make_day_of_this_month(match: Match) -> Made | None:
    """Read «في 13 الشهر الجاري»."""
    date = match.get("date")
    if not isinstance(date, Shift) or date.unit != "month" or not date.whole or "weekday" in match.items[1].values:
        return None
    day = match.get("day") if match.get("day") is not None else match.get("dayth")
    return {"date": Within(inner=Calendar(day=int(day)), outer=date)}


@maker
def make_half_of(match: Match) -> Made | None:
    """Read «النصف الثاني من العام الماضي»، «النصف الأول من أيار»."""
    date, half, quarter = match.get("date"), match.get("halfno"), match.get("quarterno")
    if isinstance(date, Shift) and date.unit == "year" and date.whole:
        return {"date": Within(inner=Calendar(half=half, quarter=quarter), outer=date)}
    if not isinstance(date, Calendar) or date.day is not None or date.hijri or date.edge:
        return None
    if date.year and date == Calendar(year=date.year):
        return {"date": msgspec.structs.replace(date, half=half, quarter=quarter)}
    if not date.month or half is None:
        return None
    first, last = (1, _MIDDLE) if half == 1 else (_MIDDLE + 1, days({"month": date.month}))
    return {
        "range": Between(start=msgspec.structs.replace(date, day=first), end=msgspec.structs.replace(date, day=last))
    }


@maker
def make_day_of_feast(match: Match) -> Made | None:
    """Read «ثالث أيام رمضان»، «أول أيام عيد الأضحى»."""
    nth = int(match.get("ord"))
    month, first = match.get("hijriholiday") or (match.get("hijrimonth") or match.get("hijriname"), 1)
    if not 1 <= first + nth - 1 <= 30:
        return None
    return {"date": Calendar(month=month, day=first + nth - 1, year=match.get("year"), hijri=True)}


@maker
def make_day_of_course(match: Match) -> Made | None:
    """Read «اليوم الثالث على التوالي» as today; «اليوم الثالث للهجوم» is a day of the account that nothing dates."""
    if (match.word_after(), match.word_after(1)) == _IN_A_ROW:
        return {"date": Shift(unit="day", amount=0, whole=True)}
    return {"?": None}


@maker
def make_date_in_two_names(match: Match) -> Made | None:
    """Read «7 نيسان (أبريل) 2017»: one month by both of its names."""
    return {"date": calendar_of(match)} if match.get("month") == match.get("month", 1) else None

"""One day named twice over: by its weekday too, in two calendars, as a night between two days, as an anniversary."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import maker
from ascertain.model.time_expression import Between, Calendar, Node, Shift, Within

_DAYS_OF_A_WEEK = 7
_NEXT_DAY = (1, -27, -28, -29, -30)  # by the days' numbers; the last of a month and the first of the next
_MOST_NIGHTS = 10


@maker
def make_today_weekday(match: Match) -> Made | None:
    """Read today, Thursday; «مساء أمس الجمعة»: the weekday tells the day where the text was published later."""
    date, after = match.get("date"), match.word_after()
    if not isinstance(date, Shift) or date.unit != "day" or not date.whole or date.base is not None:
        return None
    if date.anchor != "now" or date.weekday is not None or after[:1].isdigit() or after in ("'", "(", "/"):
        return None
    return {"date": msgspec.structs.replace(date, weekday=match.get("weekday"))}


@maker
def make_coinciding(match: Match) -> Made | None:
    """Read «12 ربيع الأول الموافق 18 تشرين الأول»: the day as the Gregorian calendar has it."""
    one, two = match.get("date"), match.get("date", 1)
    if not isinstance(one, Calendar) or not isinstance(two, Calendar):
        return None
    kept, other = (two, one) if one.hijri or not (one.day and one.month) else (one, two)
    if kept.hijri or not (kept.day and kept.month):
        return None
    return {"date": msgspec.structs.replace(kept, weekday=kept.weekday or other.weekday)}


@maker
def make_in_both_calendars(match: Match) -> Made | None:
    """Read «13 ربيع الآخر 1443 - 18 تشرين الثاني 2021»."""
    one, two = match.get("date"), match.get("date", 1)
    both = isinstance(one, Calendar) and isinstance(two, Calendar) and one.day and two.day and one.hijri != two.hijri
    return make_coinciding(match) if both else None


@maker
def make_night_between(match: Match) -> Made | None:
    """Read «ليل الأربعاء - الخميس»: the night that begins on the first of two days."""
    one, two = match.get("weekday"), match.get("weekday", 1)
    if match.get("part") not in ("NI", "LATENIGHT") or two != one % _DAYS_OF_A_WEEK + 1:
        return None
    return {"time": Within(inner=Calendar(part=match.get("part"), edge=match.get("edge")), outer=Calendar(weekday=one))}


@maker
def make_night_of_range(match: Match) -> Made | None:
    """Read the night of 15-16 November: the night that begins on the first of two days."""
    between: Between = match.get("range")
    one, two = between.start, between.end
    if match.get("part") not in ("NI", "LATENIGHT") or not isinstance(one, Calendar) or not isinstance(two, Calendar):
        return None
    if not one.day or not two.day or two.day - one.day not in _NEXT_DAY or one.hour is not None:
        return None
    return {"time": Within(inner=Calendar(part=match.get("part")), outer=one)}


@maker
def make_night_of_days(match: Match) -> Made | None:
    """Read «ليلة 15/16 تشرين الثاني»."""
    date, day = match.get("date"), match.get("day")
    if match.get("part") not in ("NI", "LATENIGHT") or not isinstance(date, Calendar) or not date.day:
        return None
    if date.day - day != 1 or date.hour is not None:
        return None
    day_one = msgspec.structs.replace(date, day=int(day), weekday=None)
    return {"time": Within(inner=Calendar(part=match.get("part")), outer=day_one)}


@maker
def make_nights_ago(match: Match) -> Made | None:
    """Read two nights ago."""
    count = match.get("num")
    if count is None or count != int(count) or not 1 <= count <= _MOST_NIGHTS:
        return None
    return {"time": Within(inner=Calendar(part="NI"), outer=Shift(unit="day", amount=-int(count), whole=True))}


@maker
def make_same_day_of(match: Match) -> Made | None:
    """Read on this day in 2015, on this day five years ago: this day and month of another year."""
    day, date = Shift(unit="day", amount=0, whole=True), match.get("date")
    if isinstance(date, Shift) and date.unit == "year" and date.base is None and date.amount:
        return {"date": Shift(unit="year", amount=date.amount, base=day)}
    if isinstance(date, Calendar) and date == Calendar(year=date.year) and date.year:
        node: Node = Within(inner=Calendar(year=date.year), outer=day)
        return {"date": node}
    return None

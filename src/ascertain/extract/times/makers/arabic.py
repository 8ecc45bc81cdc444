"""What Arabic needs besides: hours as ordinals, units without articles, dates after «يوم»."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.durations import is_to_come, make_long_duration
from ascertain.extract.times.makers.registry import duration_timex, is_indefinite, maker, with_part
from ascertain.extract.times.makers.shifts import day_of_what_follows, make_that_unit, make_unit_shift
from ascertain.languages.day_words import weekday_in
from ascertain.languages.times import time_words
from ascertain.model.time_expression import Between, Calendar, Duration, Shift, Stretch, Within

_NO_CALENDAR_MONTH = frozenset({"من", "علي"})  # behind it the seventh month "of the war" or "in a row"


@maker
def make_clock_words(match: Match) -> Made | None:
    """Read «الساعة الثالثة والنصف»، «الخامسة إلا ثلثا»."""
    hour = match.get("hour") if match.get("hour") is not None else match.get("hourth")
    if hour is None or not 0 <= hour <= 24:
        return None
    minute = match.get("min") if match.get("min") is not None else match.get("clockpart")
    total = int(hour) * 60 + int(minute or 0) * (-1 if match.get("less") else 1)
    made = Calendar(hour=total % 1440 // 60, minute=None if minute is None else total % 60, hour_certain=hour > 12)
    if (part := match.get("part")) is not None:
        made = with_part(made, part)
    return {"clock": made}


@maker
def make_take_clock(match: Match) -> Made | None:
    """Read «الساعة» before a clock time."""
    return {"clock": match.get("clock")}


@maker
def make_hhmm_in_part(match: Match) -> Made | None:
    """Read 1140 in the morning."""
    hour, minute = match.get("hhmm")
    return {"clock": with_part(Calendar(hour=hour, minute=minute, hour_certain=hour > 12), match.get("part"))}


@maker
def make_month_number(match: Match) -> Made | None:
    """Read «شهر عشرة»، «الشهر التاسع سنة 2014»."""
    month = int(match.get("monthno") or match.get("dayth") or 0)
    return {"date": Calendar(month=month, year=match.get("year"))} if 1 <= month <= 12 else None


@maker
def make_month_by_number(match: Match) -> Made | None:
    """Read «الشهر السابع» as July."""
    return None if match.word_after() in _NO_CALENDAR_MONTH else make_month_number(match)


_LAST_HIJRI_YEAR = 1600


@maker
def make_year_after_word(match: Match) -> Made | None:
    """Read «عام 2017»، «سنة 1438 هـ»."""
    value = match.get("year") or match.get("oldyear") or match.get("num")
    if value is not None and "ه" in (match.word_after(), match.document.words[match.items[-1].last - 1]):
        return {"date": Calendar(year=int(value), hijri=True)} if 1 <= value <= _LAST_HIJRI_YEAR else None
    if value is None or value != int(value) or not 100 <= value <= 2199:
        return None
    return {"date": Calendar(year=int(value))}


@maker
def make_decade_of_century(match: Match) -> Made | None:
    """Read «سبعينيات القرن التاسع عشر»."""
    century = int(match.get("ord"))
    return {"date": Calendar(decade=(century - 1) * 10 + match.get("decadeword") // 10)}


@maker
def make_hijri_holiday(match: Match) -> Made | None:
    """Read a feast of the Islamic calendar."""
    month, day = match.get("hijriholiday")
    return {"date": Calendar(month=month, day=day, year=match.get("year"), hijri=True)}


@maker
def make_half_hour(match: Match) -> Made | None:
    """Read «نصف ساعة»."""
    del match
    return {"dur": Duration(timex="PT30M", amount=30, unit="minute")}


@maker
def make_quarter_hour(match: Match) -> Made | None:
    """Read «ربع ساعة»."""
    del match
    return {"dur": Duration(timex="PT15M", amount=15, unit="minute")}


_ONE = frozenset(("واحد", "واحده", "كامل", "كامله"))

_SHIFTS = {"منذ": -1, "قبل": -1, "بعد": 1}


def _tells_which(word: str) -> bool:
    """Return whether a word says which of its kind: «الماضي»، «الجاري»."""
    return "which" in time_words().words.get((word,), ())


@maker
def make_unit_after_cue(match: Match) -> Made | None:
    """Read «قبل ساعة»، «منذ شهر»، «لمدة عام»: one unit, counted where the word before it counts."""
    unit = match.get("unit")
    words = match.document.words
    cue = words[match.items[0].first].removeprefix("و")
    bare = words[match.items[-1].first].startswith("ال")
    after = match.word_after()
    if after in ("من", "علي") and cue == "بعد" and not bare:
        return day_of_what_follows(match, unit, 1)
    if unit == "day" and (after[:1].isdigit() or weekday_in(after) is not None):
        return None  # «منذ يوم الأحد»، «قبل يوم 8» name the day
    if unit == "decade" and cue == "بعد" and after[:1].isalpha():
        return None  # «بعد عقد اجتماع» is after the holding of one
    if (after == "من" and cue in _SHIFTS) or (bare and after.startswith("ال") and not _tells_which(after)):
        return None  # «قبل يوم من الهجوم»، «خلال العام الدراسي»
    if cue == "كل" or (cue == "خلال" and match.word_before() == "من"):
        return None  # «من خلال عقد ورشة» is by holding one
    if (sign := _SHIFTS.get(cue)) is not None:
        if bare or (unit == "day" and cue == "بعد") or after in _ONE or unit == "weekend":
            return None
        fine = unit in ("second", "minute", "hour")
        node = Shift(unit=unit, amount=sign, anchor="text" if sign > 0 else "now")
        return {"time" if fine else "date": node}
    if cue == "خلال" and not bare:
        return {"done": Stretch(unit=unit, amount=1, direction=2 if is_to_come(match) else -1)}
    return {"dur": Duration(timex=duration_timex(1, unit), amount=1, unit=unit)}


@maker
def make_and_one(match: Match) -> Made | None:
    """Read «سنة وشهر»: a second length of one unit."""
    one, unit = match.get("dur"), match.get("unit")
    two = Duration(timex=duration_timex(1, unit), amount=1, unit=unit)
    items = (match.items[0], match.items[-1]._replace(values={"dur": two}))
    return make_long_duration(Match(match.document, items, ("dur", "dur"), match.give)) if one.unit else None


@maker
def make_keep_duration(match: Match) -> Made | None:
    """Read «لمدة ثلاث ساعات»."""
    return {"dur": match.get("dur")}


@maker
def make_stretch_plain(match: Match) -> Made | None:
    """Read «الأيام الماضية»: how many is not said; of «الأسابيع والأشهر الماضية» the longer."""
    unit = match.get("units", 1) or match.get("units")
    return {"date": Stretch(unit=unit, amount=None, direction=match.get("which"))}


@maker
def make_next_day(match: Match) -> Made | None:
    """Read «اليوم التالي»."""
    del match
    return {"date": Shift(unit="day", amount=1, anchor="text", whole=True)}


@maker
def make_same_unit(match: Match) -> Made | None:
    """Read «نفس اليوم»، «ذلك العام»."""
    if match.get("unit") is None:
        return {"date": Shift(unit="day", amount=0, anchor="text", whole=True)}
    if not match.document.words[match.items[-1].first].startswith("ال"):
        return None  # «ذلك بيوم»
    return make_that_unit(match)


@maker
def make_same_unit_behind(match: Match) -> Made | None:
    """Read «اليوم نفسه»، «الأسبوع ذاته»."""
    unit = match.get("unit") or "day"
    word = match.document.words[match.items[0].first]
    if unit in ("second", "minute", "hour") or not word.startswith("ال", max(0, match.items[0].prefix - 2)):
        return None
    node: Shift = Shift(unit=unit, amount=0, anchor="text", whole=True)  # type: ignore[arg-type]
    return {"date": node}


@maker
def make_this_unit(match: Match) -> Made | None:
    """Read «هذا الأسبوع»."""
    words = match.document.words
    if not words[match.items[-1].first].startswith(("ال", "نهاي", "عطل")):
        return None
    items = (*match.items[:-1], match.items[-1])
    return make_unit_shift(Match(match.document, items, match.names, {**match.give, "which": 0}))


@maker
def make_named_this(match: Match) -> Made | None:
    """Read «هذا أيار»، «هذا الاثنين»."""
    if (weekday := match.get("weekday")) is not None:
        return {"date": Calendar(weekday=weekday, which=0)}
    return {"date": Calendar(month=match.get("month"), season=match.get("season"), which=0)}


@maker
def make_date_which(match: Match) -> Made | None:
    """Read «27 تشرين الأول الماضي»: a day without a year, in the month of that name that has been or will be."""
    date = match.get("date")
    if not isinstance(date, Calendar) or date.year is not None or date.month is None or date.which is not None:
        return None
    return {"date": msgspec.structs.replace(date, which=match.get("which"))}


_AFTER_DAY = frozenset("في من و ، , . ! ؟ : ( ) مع على عند".split())


@maker
def make_weekday_of_number(match: Match) -> Made | None:
    """Read «الجمعة 15»، «الأحد الأول»: the day of the month, where the number is no month's, hour's or year's.

    Nor that of what follows: «قُتل، الأحد، 12 مدنياً».
    """
    after = match.word_after()
    counts = after[:1].isalpha() and not after.startswith("ال") and after not in _AFTER_DAY
    if match.get("dayth") is None and (after in (":", "/", "-", ".") or counts):
        return None
    day = int(match.get("dayth") or match.get("day"))
    return {"date": Calendar(weekday=match.get("weekday"), day=day)}


_CALLED = frozenset(("سوق", "ساحه", "دوار", "شارع", "حي", "جامع", "مسجد", "ميدان", "صلاه", "خطبه"))  # folded


@maker
def make_weekday_alone(match: Match) -> Made | None:
    """Read a weekday by its name, which stands with the article or after «يوم»."""
    words = match.document.words
    last = words[match.items[-1].last - 1]
    if len(match.items) == 1 and ("ال" not in last[:3] or match.word_before().removeprefix("ب") in _CALLED):
        return None  # «سوق الثلاثاء» is called so
    return {"date": Calendar(weekday=match.get("weekday"))}


@maker
def make_day_after_word(match: Match) -> Made | None:
    """Read «يوم 27»، «في 15», where nothing that is counted follows; «يوم الاثنين» is Monday, and no second."""
    item = match.items[-1]
    if "weekday" in item.values or (item.values.get("ord") is not None and is_indefinite(match)):
        return None  # «يوم ثالث من القصف»
    after = match.word_after()
    if after and after not in _AFTER_DAY:
        return None
    if after == ":" or (after in ("-", "/", "%")):
        return None
    return {"date": Calendar(day=int(match.get("day") or match.get("dayth")))}


@maker
def make_early_part(match: Match) -> Made | None:
    """Read «الصباح الباكر»."""
    return {"parttime": Calendar(part=match.get("part"), edge="start")}


@maker
def make_hour_after_date(match: Match) -> Made | None:
    """Read «غدا في السابعة»."""
    hour = match.get("hourth") if match.get("hourth") is not None else match.get("hour")
    after = match.word_after()
    if hour is None or hour > 24 or (after and after not in _AFTER_DAY):
        return None
    return {"time": Within(inner=Calendar(hour=int(hour), hour_certain=hour > 12), outer=match.get("date"))}


@maker
def make_hour_before_date(match: Match) -> Made | None:
    """Read «السابعة غدا»."""
    hour = match.get("hourth")
    if hour is None or not isinstance(match.get("date"), Shift):
        return None
    return {"time": Within(inner=Calendar(hour=int(hour)), outer=match.get("date"))}


@maker
def make_later_units(match: Match) -> Made | None:
    """Read «بعد أيام»."""
    unit = match.get("units")
    return {"date": Shift(unit=unit, amount=float("inf"), anchor="text")}


@maker
def make_month_then_range(match: Match) -> Made | None:
    """Read «نوفمبر بين 19 و20»."""
    date = match.get("date")
    numbers = [
        item.values[name] for item, name in zip(match.items, match.names, strict=True) if name in ("day", "dayth")
    ]
    if len(numbers) != 2 or numbers[0] >= numbers[1]:
        return None
    if isinstance(date, Calendar) and date.month and not date.day:
        first = msgspec.structs.replace(date, day=int(numbers[0]))
        return {"range": Between(start=first, end=msgspec.structs.replace(date, day=int(numbers[1])))}
    return None


@maker
def make_part_alone(match: Match) -> Made | None:
    """Read «فجرا» by itself."""
    return {"parttime": Calendar(part=match.get("partalone"))}

"""Times counted from now, from the text, or from another time."""

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import POINTS, is_indefinite, is_misplaced, maker
from ascertain.languages.times import time_words
from ascertain.model.time_expression import Calendar, Duration, Shift, Stretch, Within
from ascertain.text import Document

_OF = ("من", "علي")
_MORE = ("اكثر", "اقل", "ازيد")  # «أكثر من ستة أشهر»


@maker
def make_shift(match: Match) -> Made | None:
    """Read so long ago, before or after something."""
    dur: Duration = match.get("dur")
    if dur.unit is None or match.word_before().endswith(_MORE):
        return None
    sign = match.give["sign"]
    amount = None if dur.amount is None else sign * dur.amount
    base = next((match.get(name) for name in POINTS if match.get(name) is not None), None)
    if base is None and sign > 0 and match.word_after() in _OF:
        return day_of_what_follows(match, dur.unit, dur.amount)
    if amount is None:
        amount = float("inf") * sign
    fine = dur.unit in ("second", "minute", "hour")
    node = Shift(unit=dur.unit, amount=amount, base=base, anchor=match.give.get("anchor", "now"))
    return {"time" if fine else "date": node}


def day_of_what_follows(match: Match, unit: str, amount: float | None) -> Made | None:
    """Return the day of what a time is counted from: «بعد يومين من قصف قرية» was two days before what is told.

    What stands with an article was told of already and has its day (بعد عشرة أيام من الهجوم).
    """
    if amount is None or unit not in ("day", "week") or match.word_after(1).startswith("ال"):
        return None
    return {"date": Shift(unit="day", amount=-amount * (7 if unit == "week" else 1), anchor="text", whole=True)}


@maker
def make_shift_from_now(match: Match) -> Made | None:
    """Read «قبل أربعة أعوام من الآن»."""
    dur: Duration | None = match.get("dur")
    unit, amount = (dur.unit, dur.amount) if dur is not None else (match.get("unit"), 1)
    if unit is None or amount is None or match.word_after()[:1].isdigit():
        return None
    fine = unit in ("second", "minute", "hour")
    return {"time" if fine else "date": Shift(unit=unit, amount=match.give["sign"] * amount)}


@maker
def make_unit_shift(match: Match) -> Made | None:
    """Read last week, this month, next year, the following day."""
    unit = match.get("unit") or match.get("units")
    which = match.get("which") if match.get("which") is not None else match.give["which"]
    anchor = match.give.get("anchor", "now")
    steps = match.get("steps") or 1
    if is_misplaced(match):
        return None
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
    if unit is None or is_misplaced(match):
        return None
    direction = match.get("which") if match.get("which") is not None else match.give["direction"]
    if match.get("which") == 0 and "direction" not in match.give:  # «خلال الشهر الجاري»: the whole of it
        return {"date": Shift(unit=unit, amount=0, whole=True)} if amount == 1 else None
    return {"date": Stretch(unit=unit, amount=amount, direction=direction, anchor=match.give.get("anchor", "now"))}


_TIMES = frozenset(("مره", "مرتين", "مرات"))  # folded


@maker
def make_deictic(match: Match) -> Made | None:
    """Read today, yesterday, the day after tomorrow; «مرتين في اليوم» is of every day."""
    if match.word_before() == "في" and match.word_before(2) in _TIMES:
        return None
    return {"date": Shift(unit="day", amount=match.get("deictic"), whole=True)}


@maker
def make_text_day(match: Match) -> Made | None:
    """Read that day, the same year: what the text last told of."""
    unit = match.get("unit") or match.get("units")
    return {"date": Shift(unit=unit, amount=match.give.get("amount", 0), anchor="text", whole=True)}


@maker
def make_week_of(match: Match) -> Made | None:
    """Read the week of 10 April, week commencing 4 February."""
    return {"date": Shift(unit="week", amount=0, base=match.get("date"), whole=True)}


@maker
def make_shift_before(match: Match) -> Made | None:
    """Read two days earlier, two days before; "two days before the vote" is left to the event."""
    if match.word_after()[:1].isalpha() and match.document.words[match.items[-1].last - 1] in ("before", "prior"):
        return None
    return make_shift(match)


@maker
def make_shift_of_day(match: Match) -> Made | None:
    """Read a year ago today: the very day, so long ago."""
    dur: Duration = match.get("dur")
    if dur.unit not in ("week", "month", "year") or dur.amount is None:
        return None
    back = 1 if match.document.words[match.items[-1].last - 1] == "yesterday" else 0
    day = Shift(unit="day", amount=-back, whole=True)
    return {"date": Shift(unit=dur.unit, amount=match.give["sign"] * dur.amount, base=day)}


@maker
def make_shift_in(match: Match) -> Made | None:
    """Read in two days: from now on where the sentence looks ahead, else a length of time ("died in two days")."""
    dur: Duration = match.get("dur")
    if dur.amount is None or not _looks_ahead(match):
        return {"dur": dur}
    return make_shift(match)


def _looks_ahead(match: Match) -> bool:
    """Return whether the sentence looks ahead: it says so, or is hardly more than the time."""
    document, at = match.document, match.items[0].first
    first, last = document.sentences[document.sentence_of(at)]
    lex = time_words()
    words = document.words[first:last]
    if match.get("dur").unit == "year" and (match.get("dur").amount or 0) > _LONG_YEARS:
        return False
    if any(word in lex.past or (word.endswith("ed") and len(word) > 4) for word in words):
        return False
    return len(words) <= _SHORT or any(word in lex.future for word in words)


_SHORT = 8  # words
_LONG_YEARS = 50


@maker
def make_vague_shift(match: Match) -> Made | None:
    """Read weeks later, months ago."""
    word = match.document.words[match.items[-1].last - 1]
    after = match.word_after()
    if word in ("before", "after") and after[:1].isalpha() and after not in _GOES_ON:
        return None  # "days before the attack": counted from what follows
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
    unit = match.get("units", 1) or match.get("units")  # of "the past weeks and months" the longer
    return {"date": Stretch(unit=unit, amount=amount, direction=match.get("which"))}


@maker
def make_stretch_num(match: Match) -> Made | None:
    """Read the two previous weeks."""
    if is_misplaced(match):
        return None
    unit = match.get("units") or match.get("unit")
    return {"date": Stretch(unit=unit, amount=match.get("num"), direction=match.get("which"))}


@maker
def make_text_unit(match: Match) -> Made | None:
    """Read the following day, the previous year: counted from what the text last told of."""
    unit = match.get("unit")
    if unit in ("second", "minute", "hour", "fortnight", "season"):
        return None
    return {"date": Shift(unit=unit, amount=match.get("textwhich"), anchor="text", whole=True)}


_GOES_ON = frozenset("in at near on by and but as when while".split())  # behind "the day before", which names no event


@maker
def make_unit_before(match: Match) -> Made | None:
    """Read the day before, the night before; "the day before the vote" is left to the event."""
    after = match.word_after()
    if after[:1].isalpha() and after not in _GOES_ON:
        return None
    if part := match.get("part"):
        outer = Shift(unit="day", amount=-1, anchor="text", whole=True)
        return {"time": Within(inner=Calendar(part=part, edge=match.get("edge")), outer=outer)}
    unit = match.get("unit")
    return (
        {"date": Shift(unit=unit, amount=-1, anchor="text", whole=True)} if unit in ("day", "week", "month") else None
    )


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
def make_edge_of_unit(match: Match) -> Made | None:
    """Read the end of the year, the middle of the month."""
    unit = match.get("unit")
    if unit not in ("day", "week", "month", "year", "decade", "century") or is_indefinite(match):
        return None
    return {"date": Shift(unit=unit, amount=0, anchor="text", whole=True, edge=match.get("edge"))}


@maker
def make_edge_in_unit(match: Match) -> Made | None:
    """Read later in the day, early in the year."""
    return make_edge_of_unit(match)


@maker
def make_edge_unit(match: Match) -> Made | None:
    """Read EOM, the end of the month."""
    edge, unit = match.get("edgeunit")
    at = match.items[-1].first
    start = match.document.starts[at]
    small = match.document.text[start : start + 3] != match.document.words[at].upper()
    if (small and (match.names[0] == "edgeunit" or match.document.words[at] in _WORDS)) or _is_among_capitals(
        match.document, at
    ):
        return None  # "boy", "the boy", "BOY KILLED"
    return {"date": Shift(unit=unit, amount=0, anchor="text", whole=True, edge=edge)}


_WORDS = frozenset(("boy",))  # short forms that are words too


def _is_among_capitals(document: Document, at: int) -> bool:
    """Return whether a word stands beside another one in capitals, as in a headline."""
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(document):
            raw = document.text[document.starts[beside] : document.ends[beside]]
            if len(raw) > 1 and raw.isalpha() and raw.isupper():
                return True
    return False


@maker
def make_counted_weekday(match: Match) -> Made | None:
    """Read two Thursdays ago, three Fridays from now."""
    count = match.get("num")
    if count is None or count != int(count) or not 1 <= count <= _MOST_WEEKDAYS:
        return None
    weekday = match.get("weekday") or match.get("weekdays")
    return {"date": Calendar(weekday=weekday, nth=int(count) * match.give["sign"])}


_MOST_WEEKDAYS = 20

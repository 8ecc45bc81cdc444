"""How long, how often, and the present, past and future as such."""

import re

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import duration_timex, maker
from ascertain.model.time_expression import Duration, Recurring, Reference, Stretch

_NEAR = 8  # words
_FUTURE = re.compile("س[يتن].{2,}")
_PLANNED = frozenset("سوف المقرر المتوقع المرتقب المنتظر مهله يجب ينبغي طالب طالبت مطالبا".split())


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
    if match.names[:2] == ["units", "num"] and match.document.words[match.items[0].first].isascii():
        return None  # "in recent weeks 40 have died"
    if "old" in (match.word_after(), match.word_after(1) if match.word_after() == "-" else ""):
        return None  # an age
    if unit == "day" and match.get("unit") and match.word_after().startswith("ال") and not match.give:
        return None  # قتل ثلاثة | يوم الجمعة
    if match.get("unit") and match.document.words[match.items[-1].first].startswith("ال") and not match.give:
        return None  # «يوم 13 الشهر»
    if unit == "second" and match.items[-1].values.get("ord") and match.get("num") in (None, 1):
        return None
    made = Duration(timex=duration_timex(amount, unit), amount=amount, unit=unit)
    return {"dur": made}


@maker
def make_part_duration(match: Match) -> Made | None:
    """Read half an hour in figures: 1/2 h."""
    over, under = match.get("day"), match.get("day", 1)
    unit = match.get("unit") or match.get("units")
    if not 0 < over < under:
        return None
    amount = over / under
    if unit == "hour":
        amount, unit = amount * 60, "minute"
    return {"dur": Duration(timex=duration_timex(amount, unit), amount=amount, unit=unit)}


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
def make_within_duration(match: Match) -> Made | None:
    """Read within two weeks: from now until then; in Arabic up to now, where nothing says that it is yet to come."""
    dur = match.get("dur")
    if dur.amount is None:
        return None
    past = match.document.words[match.items[0].first].endswith("خلال") and not is_to_come(match)
    return {"done": Stretch(unit=dur.unit, amount=dur.amount, direction=-1 if past else 2)}


def is_to_come(match: Match) -> bool:
    """Return whether a verb in the future, or a word for what is planned or asked for, stands near before."""
    near = [match.word_before(back).removeprefix("و") for back in range(1, _NEAR)]
    return any(_FUTURE.match(word) or word in _PLANNED for word in near)


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
    if (part := match.get("part")) is not None and match.document.words[match.items[-1].first] != "عصر":
        return {"done": Recurring(timex=f"XXXX-XX-XXT{part}")}
    return None


@maker
def make_reference(match: Match) -> Made | None:
    """Read now, currently, in the past, the future."""
    value = match.get("reference") or match.get("era_of_time")
    return {"done": Reference(timex=value.removesuffix("!"), now=value.endswith("!"))}


@maker
def make_nothing(match: Match) -> Made | None:
    """Read words that look like a time and are none; they are taken out of the way."""
    return {"?": None}


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

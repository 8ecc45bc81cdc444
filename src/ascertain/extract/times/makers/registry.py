"""The makers by name, and what they share."""

from collections.abc import Callable
from typing import Any

import msgspec

from ascertain.extract.times.grammar import Made, Maker, Match
from ascertain.model.time_expression import Calendar, Node

POINTS = ("time", "date", "clock", "parttime")

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


def is_misplaced(match: Match) -> bool:
    """Return whether an English "last" or "this" stands behind a noun: in "June last year" it belongs to the year."""
    behind = len(match.names) > 1 and match.names[-1] == "which"
    return behind and match.document.words[match.items[-1].first].isascii()


def is_indefinite(match: Match) -> bool:
    """Return whether an Arabic unit stands without its article: «نهاية شهر» is the end of some month."""
    item = match.items[-1]
    word = match.document.words[item.first]
    return not word.isascii() and not word.startswith(("ال", "لل"), max(0, item.prefix - 2))


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
    if fields.get("day") and fields.get("month") and fields["day"] > (30 if fields.get("hijri") else days(fields)):
        return None
    return Calendar(**fields)


def days(fields: dict[str, Any]) -> int:
    """Return how many days the month in `fields` may have."""
    month = fields["month"]
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


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


def is_clock(node: Node) -> bool:
    """Return whether a node is a bare time of day."""
    return isinstance(node, Calendar) and node.hour is not None and node.day is None and node.weekday is None


_AFTERNOON = frozenset(("AF", "EV", "ASR", "MAGHRIB", "ISHA", "PM", "SUNSET"))


def with_part(clock: Calendar, part: str) -> Calendar:
    """Return a clock time with the half of the day that a part of day settles: "3 in the morning"."""
    hour = clock.hour or 0
    if not clock.hour_certain or hour == 12:
        if (part in _AFTERNOON and hour < 12) or (part == "NI" and 5 <= hour < 12):
            hour += 12
        elif part in ("NI", "MO", "DAWN", "LATENIGHT", "FAJR") and hour == 12:
            hour = 0
        elif part == "MI" and hour < 4:
            hour += 12
    return msgspec.structs.replace(clock, hour=hour, hour_certain=True)

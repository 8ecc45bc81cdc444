"""Lengths that are not exact: more than a year ago, less than an hour ago, days ago."""

import msgspec

from ascertain.extract.times.grammar import Made, Match
from ascertain.extract.times.makers.registry import maker
from ascertain.model.time_expression import Bounded, Duration, Shift, Stretch, Unit


@maker
def make_more_ago(match: Match) -> Made | None:
    """Read more than a year ago: before that day."""
    amount, unit = _length(match)
    if amount is None or unit is None or match.word_after() == "من":
        return None
    return {"done": Bounded(bound="before", point=Shift(unit=unit, amount=-amount))}


@maker
def make_less_ago(match: Match) -> Made | None:
    """Read less than an hour ago: since then."""
    amount, unit = _length(match)
    if amount is None or unit is None or match.word_after() == "من":
        return None
    return {"done": Stretch(unit=unit, amount=amount, direction=-1)}


def _length(match: Match) -> tuple[float | None, Unit | None]:
    dur: Duration | None = match.get("dur")
    if dur is not None:
        return dur.amount, dur.unit
    bare = match.document.words[match.items[-1].first].startswith("ال")
    return (None, None) if bare else (1, match.get("unit"))


@maker
def make_units_ago(match: Match) -> Made | None:
    """Read «قبل أيام»; «قبل أيام من الهجوم» is counted from what follows."""
    after = match.word_after()
    bare = match.document.words[match.items[-1].first].startswith("ال")
    if bare or after == "من" or after.startswith("ال"):
        return None
    unit = match.get("units")
    return {"date": Shift(unit=unit, amount=float("-inf"))}


@maker
def make_or_so(match: Match) -> Made | None:
    """Read a week or so."""
    return {"dur": msgspec.structs.replace(match.get("dur"))}


@maker
def make_just_ago(match: Match) -> Made | None:
    """Read «قبل قليل», moments ago; «قبل قليل من الغروب» is counted from what follows."""
    return None if match.word_after() == "من" else {"time": Shift(unit="minute", amount=float("-inf"))}

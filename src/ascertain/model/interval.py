"""When: an interval that keeps its precision."""

from typing import Literal

from ascertain.model.thing import Thing

Precision = Literal["minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "decade"]


class Interval(Thing, frozen=True, kw_only=True):
    """A stretch of time; `start` and `end` are RFC 3339 in UTC ("Z"), `end` exclusive.

    Either end is absent where nothing bounds it ("since", "before"), and both are where `timex` (TIMEX3, in
    the speaker's own zone) can't be anchored. `zone` is the zone used, `notes` say what was assumed
    ("CET named in May: both +01:00 and +02:00 allowed").
    """

    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    timex: str | None = None
    zone: str | None = None
    notes: tuple[str, ...] = ()

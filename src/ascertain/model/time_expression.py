"""A time as the words give it, before anything is anchored.

A tree: leaves name calendar fields or clock times, inner nodes say how they hang together ("two hours after ...").
`resolve` turns it into an `Interval`; nothing here knows a date that the words don't name.
"""

from typing import Literal

from ascertain.model.thing import Thing

Unit = Literal[
    "second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "half", "season",
    "year", "decade", "century",
]  # fmt: skip
Edge = Literal["start", "mid", "end"]
BoundKind = Literal["since", "after", "until", "before", "by"]
TimeRole = Literal["event", "saying", "birth", "making", "aftermath"]


class Calendar(Thing, frozen=True, kw_only=True, tag="calendar"):
    """Fields of the calendar and the clock that words name; what they don't name is absent.

    `part` is a TIMEX3 part of day (MO, MI, AF, EV, NI, DT) or a prayer's ("FAJR"); `season` SP, SU, FA, WI. `which`
    is -1, 0 or 1 for "last", "this", "next"; `nth` counts `nth_unit` (or `weekday`) inside the rest, from the end
    where negative ("the last Friday of May"), or weekdays from now where nothing holds it ("two Fridays ago").
    `hour_certain` tells that am or pm, or a 24-hour clock, leaves no doubt. `hijri` fields belong to the Islamic
    calendar. `other_day_month` keeps the other reading of 5/6/2017.
    """

    bc: bool = False
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    nth: int | None = None
    nth_unit: Unit | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    hour_certain: bool = False
    zone: str | None = None
    edge: Edge | None = None
    hijri: bool = False
    other_day_month: bool = False


class Shift(Thing, frozen=True, kw_only=True, tag="shift"):
    """So many units before or after something: "yesterday", "next week", "two hours later", "three days after ...".

    `amount` is absent where the words are vague ("weeks later"). `base` is what it counts from; absent it is `anchor`:
    the moment of speaking (now) or the time last told of (text). `whole` asks for the whole unit ("last week"),
    otherwise the point keeps the base's precision ("two days ago"). `weekday` is named beside the day ("yesterday,
    Friday").
    """

    unit: Unit
    amount: float | None
    base: "Node | None" = None
    anchor: Literal["now", "text"] = "now"
    whole: bool = False
    edge: Edge | None = None
    weekday: int | None = None


class Stretch(Thing, frozen=True, kw_only=True, tag="stretch"):
    """The last or next so many units, up to or from now: "the past 24 hours"; direction -1, 1, or 0 for the rest of."""

    unit: Unit
    amount: float | None
    direction: int
    anchor: Literal["now", "text"] = "now"


class Within(Thing, frozen=True, kw_only=True, tag="within"):
    """`inner` inside `outer`: "the morning of yesterday", "Monday of last week", "16:19 today"."""

    inner: "Node"
    outer: "Node"


class Duration(Thing, frozen=True, kw_only=True, tag="duration"):
    """How long; `timex` is the TIMEX3 duration. It stands for no interval."""

    timex: str
    amount: float | None = None
    unit: Unit | None = None


class Recurring(Thing, frozen=True, kw_only=True, tag="recurring"):
    """Again and again: "every Friday"; `timex` alone."""

    timex: str


class Reference(Thing, frozen=True, kw_only=True, tag="reference"):
    """The present, the past or the future as such: PRESENT_REF, PAST_REF, FUTURE_REF; `now` is the very moment."""

    timex: str
    now: bool = False


class Between(Thing, frozen=True, kw_only=True, tag="between"):
    """From `start` to `end`, which counts in where it is a day or longer."""

    start: "Node"
    end: "Node"


class Bounded(Thing, frozen=True, kw_only=True, tag="bounded"):
    """Bounded on one side by `point`: "since", "after", "until", "before", "by"."""

    bound: BoundKind
    point: "Node"


class Lasting(Thing, frozen=True, kw_only=True, tag="lasting"):
    """From `start` on, as long as `duration`: "from 4 pm for 30 minutes"."""

    start: "Node"
    duration: Duration


Node = Calendar | Shift | Stretch | Within | Duration | Recurring | Reference | Between | Bounded | Lasting


class TimeExpression(Thing, frozen=True, kw_only=True):
    """The words' structure with what surrounds it.

    `tense` is what the verbs nearby say (-1 past, 1 future), where they do; `approximate` keeps "about"; `update`
    tells that it stands in words added to the text later ("UPDATE: ..."),
    `dateline` that it opens the text as a dateline does ("DAMASCUS, May 18 - ...").

    `role` is what the words before it say that it's the time of: an event, unless they name the moment up to which
    something was known ("as of 5 a.m.": saying), somebody's birth ("born in 2014"), the making of a thing ("built in
    1978"), or the end of what was done afterwards ("rescue work was completed at 16:30": aftermath).
    """

    node: Node
    tense: int | None = None
    approximate: bool = False
    update: bool = False
    dateline: bool = False
    role: TimeRole = "event"

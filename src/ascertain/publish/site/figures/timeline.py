"""The reporting timeline: when each report was published, and when it says that things happened; never mixed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from markupsafe import Markup

from ascertain.publish.languages import tongue
from ascertain.publish.site.figures.svg import drawing, element, link, text, title, width_of
from ascertain.publish.wording import month

WIDTH = 880.0
LEFT = 200.0
_RIGHT, _TOP = 16.0, 34.0
_BREAK_UNITS = 26.0
_STEPS = tuple(timedelta(minutes=m) for m in (15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200, 129600, 525600))
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Row:
    """A report: `said` when it was published (a day is a whole day long), `happened` the times that it gives."""

    label: str
    href: str
    said: Span | None
    happened: tuple[Span, ...] = ()
    side: str = ""
    details: str = ""


class Axis:
    """Times to units, with long silences cut out and shown as breaks."""

    def __init__(self, spans: Sequence[Span], left: float, right: float) -> None:
        """Lay out the stretches of time in which something lies."""
        total = max(end for _, end in spans) - min(start for start, _ in spans)
        margin = max(timedelta(minutes=20), min(timedelta(hours=3), total / 30))
        gap = max(timedelta(hours=30), total / 8)
        self.parts: list[Span] = []
        for start, end in sorted((start - margin, end + margin) for start, end in spans):
            if self.parts and start - self.parts[-1][1] <= gap:
                self.parts[-1] = (self.parts[-1][0], max(end, self.parts[-1][1]))
            else:
                self.parts.append((start, end))
        # The square root keeps a day of bustle readable beside a month of quiet.
        weights = [math.sqrt((end - start).total_seconds()) for start, end in self.parts]
        free = right - left - _BREAK_UNITS * (len(self.parts) - 1)
        self.places: list[tuple[float, float]] = []
        x = left
        for weight in weights:
            wide = free * weight / sum(weights)
            self.places.append((x, x + wide))
            x += wide + _BREAK_UNITS

    def x(self, moment: datetime) -> float:
        """Return where a moment is drawn; one inside a break is drawn in its middle."""
        for (start, end), (left, right) in zip(self.parts, self.places, strict=True):
            if moment < start:
                return left - _BREAK_UNITS / 2
            if moment <= end:
                return left + (right - left) * ((moment - start) / (end - start))
        return self.places[-1][1]

    def ticks(self, zone: ZoneInfo) -> list[tuple[float, str]]:
        """Return where to write which time: few enough that the words keep clear of one another."""
        ticks: list[tuple[float, str]] = []
        for (start, end), (left, right) in zip(self.parts, self.places, strict=True):
            most = max(1, int((right - left) / 78))
            step = next((s for s in _STEPS if (end - start) / s <= most), _STEPS[-1])
            moment = _first_tick(start.astimezone(zone), step)
            named = False
            while moment <= end:
                words = _tick_words(moment, step)
                # The first tick after a break says which day it is.
                ticks.append((self.x(moment.astimezone(UTC)), words if named or " " in words else _dated(moment)))
                named = True
                moment = (moment.replace(tzinfo=None) + step).replace(tzinfo=zone)
        return ticks


def _first_tick(start: datetime, step: timedelta) -> datetime:
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + math.ceil((start - midnight) / step) * step


def _dated(moment: datetime) -> str:
    return f"{moment.day} {month(moment)} {moment:%H:%M}"


def _tick_words(moment: datetime, step: timedelta) -> str:
    if step >= timedelta(days=300):
        return f"{moment:%Y}"
    if step >= timedelta(days=1) or (moment.hour == 0 and moment.minute == 0):
        return f"{moment.day} {month(moment)}"
    return f"{moment:%H:%M}"


def draw_timeline(
    rows: Sequence[Row], event: Span | None, zone_name: str, label: str, zone_words: str, left: float = LEFT
) -> Markup | None:
    """Return the timeline of some reports, whose names take `left` units; None where nothing has a time."""
    spans = (
        [row.said for row in rows if row.said] + [s for row in rows for s in row.happened] + ([event] if event else [])
    )
    if not spans:
        return None
    axis = Axis(spans, left, WIDTH - _RIGHT)
    dated = sorted((row for row in rows if row.said), key=lambda row: (row.said, row.label, row.href))
    undated = sorted((row for row in rows if not row.said), key=lambda row: (row.label, row.href))
    high = 22.0 if len(rows) <= 40 else 15.0
    height = _TOP + high * len(rows) + (22 if undated else 0) + 30
    parts = [_axis(axis, height, ZoneInfo(zone_name), zone_words), _event(axis, event, height)]
    y = _TOP + high / 2
    for row in dated:
        parts.append(_row(row, axis, y, high))
        y += high
    if undated:
        parts.append(text(tongue().say("No date of publication is known:"), 0, y + 8, class_="undated"))
        y += 22
    for row in undated:
        parts.append(_row(row, axis, y, high))
        y += high
    return drawing(WIDTH, height, label, *parts, class_="timeline")


def _axis(axis: Axis, height: float, zone: ZoneInfo, zone_words: str) -> Markup:
    parts = [text(zone_words, 0, 14, class_="zone")]
    last = -1e9
    for x, words in axis.ticks(zone):
        parts.append(element("line", x1=x, y1=_TOP - 12, x2=x, y2=height - 18))
        wide = width_of(words, 11)
        if x - wide / 2 > last and x + wide / 2 <= WIDTH:
            parts.append(text(words, x, 14, text_anchor="middle", class_="day" if " " in words else "hour"))
            last = x + wide / 2 + 8
    for (_, right), (left, _) in pairwise(axis.places):
        middle = (left + right) / 2
        parts.append(
            element(
                "path",
                d=f"M{middle - 3:.1f} {_TOP - 10:.1f}l6 6l-6 6l6 6M{middle - 3:.1f} {height - 42:.1f}l6 6l-6 6l6 6",
                class_="break",
            )
        )
    return element("g", *parts, class_="axis")


def _event(axis: Axis, event: Span | None, height: float) -> Markup:
    if event is None:
        return Markup("")
    left, right = axis.x(event[0]), axis.x(event[1])
    band = element(
        "rect",
        title(tongue().say("when it happened, as all reports together allow")),
        x=left,
        y=_TOP - 12,
        width=max(2.0, right - left),
        height=height - _TOP - 6,
    )
    return element("g", band, class_="event-band")


def _row(row: Row, axis: Axis, y: float, high: float) -> Markup:
    left_edge = axis.places[0][0]
    words = row.label if width_of(row.label, 12) < left_edge - 18 else _cut(row.label, left_edge - 18)
    parts = [text(words, 0, y + 4, class_="who")]
    if row.said:
        parts.append(element("line", x1=left_edge - 8, y1=y, x2=axis.x(row.said[0]), y2=y, class_="lead"))
    for start, end in row.happened:
        left, right = axis.x(start), axis.x(end)
        parts.append(
            element(
                "rect",
                x=left,
                y=y - high * 0.22,
                width=max(3.0, right - left),
                height=high * 0.44,
                rx=2,
                class_="happened",
            )
        )
    if row.said:
        left, right = axis.x(row.said[0]), axis.x(row.said[1])
        if right - left < 7:
            parts.append(element("circle", cx=(left + right) / 2, cy=y, r=min(5.0, high * 0.25), class_="said"))
        else:
            parts.append(element("rect", x=left, y=y - 2.5, width=right - left, height=5, rx=2.5, class_="said unsure"))
    return link(row.href, title(f"{row.label}. {row.details}"), *parts, class_="row")


def _cut(words: str, wide: float) -> str:
    words = words[: int(wide)]  # no letter is narrower than a point; and a hostile label costs no more than its part
    while words and width_of(words + "…", 12) > wide:
        words = words[:-1]
    return words.rstrip() + "…"

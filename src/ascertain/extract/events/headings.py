"""The days that a text's first line gives: a dateline, the title of a round-up, when it happened."""

import re
from collections.abc import Iterable

from ascertain.extract.events.circumstances import role_of
from ascertain.extract.events.draft import Draft
from ascertain.extract.times.datelines import opens_a_dispatch
from ascertain.model import Item, Mention
from ascertain.model.time_expression import Calendar, Duration, Reference, Shift, Stretch, TimeExpression
from ascertain.text import Document

_ZONE = 3  # letters of what names a zone or half of the day: GMT, م
_FROM = ("من ", "على ")
_SPAN = "the past "  # "one of the deadliest attacks of the past year"
_LONG = frozenset({"month", "quarter", "half", "year", "decade", "century"})


def headings_of(item: Item, document: Document, mentions: list[Mention]) -> list[Mention]:
    """Return the times of the first line, those that give a day before those that count years or months.

    A line that is nothing but a day with an hour is a stamp: it says when the page came out, and nothing of the event.
    """
    if not document.sentences:
        return []
    newline = item.text.find("\n", document.starts[0])
    end = newline if newline >= 0 else len(item.text)
    times = [m for m in mentions if m.kind == "time" and m.end <= end and role_of(m) == "event"]
    opened = document.ends[document.sentences[0][1] - 1]
    times = [time for time in times if time.start < opened or not _counts_long(time)]  # "... an attack last year."
    if end == len(item.text) or _is_stamp(item.text[document.starts[0] : end], times, document.starts[0]):
        return []
    return sorted((time for time in times if not _gives_no_day(time, item.text)), key=_counts_long)


def without_days_of_saying(
    headings: list[Mention], said: dict[int, Mention], after: Iterable[Mention], drafts: Iterable[Draft], *, apart: bool
) -> list[Mention]:
    """Return a heading's days without those on which something was said, or of what came after the events told.

    In a verb-first language (not `apart`) it is mostly the day of what is said, too, unless another is given for that.
    """
    own = list(said.values())
    other = any(one.when is not None and one.when not in own and one.mood == "actual" for one in drafts)
    left = [*own, *after] if apart or other else []
    return [time for time in headings if time not in left]


def _gives_no_day(time: Mention, text: str) -> bool:
    """Whether a time is an hour at which a dispatch went out, or only a part of some day ("during evening prayers")."""
    if _has_an_hour(time):
        return opens_a_dispatch(text, time.start, time.end)
    node = time.parsed.node if isinstance(time.parsed, TimeExpression) else None
    if isinstance(node, Duration):
        return True  # "for two months", "aged 25 years": how long, and no day
    if isinstance(node, Reference):
        return not node.now or text[time.end : time.end + 1] == "-"  # "recently", "the now-defunct group"
    if isinstance(node, Shift) and node.anchor == "text" and text[time.end :].lstrip().startswith(_FROM):
        return True  # «بعد يوم من هجوم»: the day of what was before
    if isinstance(node, Shift | Stretch) and node.unit in _LONG and time.text.lower().startswith(_SPAN):
        return True
    part = isinstance(node, Calendar) and node.part is not None
    return part and isinstance(node, Calendar) and not any((node.day, node.weekday, node.month, node.year))


def _is_stamp(line: str, times: list[Mention], start: int) -> bool:
    """Whether a line holds no word beside its times, of which one gives an hour."""
    left = list(line)
    for time in times:
        left[time.start - start : time.end - start] = " " * (time.end - time.start)
    words = re.findall(r"[^\W\d_]+", "".join(left))
    return any(map(_has_an_hour, times)) and all(len(word) <= _ZONE for word in words)


def _has_an_hour(time: Mention) -> bool:
    node = time.parsed.node if isinstance(time.parsed, TimeExpression) else None
    while node is not None and not isinstance(node, Calendar):
        node = getattr(node, "inner", None)
    return node is not None and node.hour is not None


def _counts_long(time: Mention) -> bool:
    """Whether a time only counts long units ("ten years ago, on the night of 3 October")."""
    node = time.parsed.node if isinstance(time.parsed, TimeExpression) else None
    return isinstance(node, Shift | Stretch) and node.unit in _LONG

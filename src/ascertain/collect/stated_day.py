"""The day of publication that a page shows or an address spells out, where nothing beside the text states one.

Half of real captures carry no date, and yet most pages print one between title and article, on a line of its own, and
many sites write it into their addresses. Without it "on Thursday" has nothing to stand on. Only the day is taken: what
zone a printed time is in, the page does not say.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import partial

from msgspec.structs import replace

from ascertain.collect.address_day import day_in_address
from ascertain.collect.dates import MONTH_NAMES, MONTHS
from ascertain.collect.page_lines import Line, folded, lines_of
from ascertain.model import Item
from ascertain.model.item import IN_ADDRESS, READ_OFF
from ascertain.text.fold import fold_characters

_DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    "|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت"
)
_LABEL = (
    r"(?:(?:published|posted|issued|date|dated|first published)(?: on| at)?"
    r"|(?:نشر|نشرت|تم النشر|كتب|تاريخ النشر|بتاريخ|التاريخ|تاريخ)(?: في| بتاريخ)?)"
)
_LABELLED = re.compile(rf"^[\W_]{{0,20}}{_LABEL}[\W_]")
_LINE = re.compile(
    rf"^[\W_]{{0,20}}{_LABEL}?"
    r"(?:[\W_]{0,9}\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?|[صم])?\s?[·•|,،-])?"
    rf"[\W_]{{0,20}}(?:(?:{_DAYS})\.?)?[\W_]{{0,20}}"
    r"(?:(?P<y1>\d{4})[-./](?P<m1>\d{1,2})[-./](?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-./](?P<m2>\d{1,2})[-./](?P<y2>\d{4})"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[ /-]+(?P<n3>{MONTH_NAMES})\.?(?: ?/ ?(?:{MONTH_NAMES}))?"
    r"[ ,،/-]+(?P<y3>\d{4})"
    rf"|(?P<n4>{MONTH_NAMES})\.? (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y4>\d{{4}}))"
    r"(?:[\W_]{0,9}(?:at |الساعه )?[\W_]{0,9}\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|[صم]\b|صباحا|مساء)?"
    r"(?: ?\(?(?:gmt|utc|[a-z]{2,4}|بتوقيت \S{1,30}|دمشق|غرينتش)[+\d:]{0,9}\)?)?)?"
    r"(?:[\W_]{0,20}(?:(?:last )?(?:modified|updated).*)?| ?[|·•] ?[^|·•\d]{1,40})$"
)
# How agencies begin: "AMMAN, 22 July 2022 – ".
_DATELINE = re.compile(
    r"^(?:[^\W\d]+[ /'’.-]{1,2}){0,4}[^\W\d]+[,،]? \(?"
    rf"(?:(?P<d3>\d{{1,2}})(?:st|nd|rd|th)? (?P<n3>{MONTH_NAMES})\.?(?: ?/ ?(?:{MONTH_NAMES}))?[ ,،]+(?P<y3>\d{{4}})"
    rf"|(?P<n4>{MONTH_NAMES})\.? (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y4>\d{{4}}))\)? ?[–—-]{{1,2}} "
)
# What social pages print over a post of the current year: "18 May at 18:28 · Public".
_NO_YEAR = re.compile(
    rf"^[\W_]{{0,20}}(?:(?:{_DAYS})\.?[\W_]{{1,20}})?"
    rf"(?:(?P<d1>\d{{1,2}}) (?P<n1>{MONTH_NAMES})|(?P<n2>{MONTH_NAMES}) (?P<d2>\d{{1,2}}))"
    r"[\W_]*(?:at |الساعه )[\W_]*\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?|[صم]\b|صباحا|مساء)?(?:[\W_]*\w+)?[\W_]*$"
)
_POST_ADDRESS = re.compile(
    r"^https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?:[^/?#]+|i/web)/status/(\d{16,20})(?!\d)"
)
_X_EPOCH_MS = 1_288_834_974_657  # "snowflake" ids since November 2010 hold the milliseconds since then from bit 22 on
_X_LAST = 4_102_444_800  # the year 2100: a larger number is no post's
_ARABIC = re.compile(r"[\u0621-\u064a]")
_POSTS = ("facebook", "x", "telegram", "instagram")
_HEAD_SENTENCES = 2
_HEAD_LINES = 30
_LONGEST = 90


def date_by_page(item: Item) -> Item:
    """Return `item` with the day that its page or address states, if it has no date; a note says where it is from."""
    if item.published_at is not None:
        return item
    if moment := _of_post_address(item.url or ""):
        note = "no date is stated beside the text: the moment of posting is read from the number of the post"
        return replace(item, published_at=moment, notes=(*item.notes, note))
    day_first = partial(_folded_day_first, item.text)  # seldom asked
    found, words = day_in_address(item.url or "", day_first), IN_ADDRESS
    if found is None:
        found, words = _of_head(item.text)
        if found is not None and item.collected_at and _is_todays(found.isoformat(), item):
            return item
    if found is None:
        day = _without_year(item.text)
        return replace(item, published_day=day) if day else item
    note = f"{READ_OFF}{words}"
    return replace(item, published_at=found.isoformat(), notes=(*item.notes, note))


def _is_todays(day: str, item: Item) -> bool:
    """Return whether a day may be that of the capture: many pages print it at their head, though no post does."""
    captured = (item.collected_at or "")[:10]
    return day > captured or (day == captured and item.platform not in _POSTS)


def _of_post_address(url: str) -> str | None:
    """Return the second at which a post on X was made, which its number holds (Twitter Snowflake, 2010)."""
    match = _POST_ADDRESS.match(url)
    if match is None:
        return None
    seconds = ((int(match[1]) >> 22) + _X_EPOCH_MS) // 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds < _X_LAST else None


def _of_head(text: str) -> tuple[date | None, str]:
    """Return the one day that lines above and about the first paragraph state; none where they differ.

    A line that says that it is the day of publication counts wherever it stands, and an agency's dateline as well.
    """
    flat = folded(text[:20_000])
    lines = lines_of(flat)
    labelled = _days_of((line for line in lines if _LABELLED.match(line.flat)), flat)
    if len(labelled) == 1:
        return _only(labelled, text)
    days: dict[date, Line] = {}
    sentences = 0
    for line in lines[:_HEAD_LINES]:
        sentences += line.kind == "sentence"
        if sentences == 1 and line.kind == "sentence" and (match := _DATELINE.match(line.flat)):
            day = _of_match(match, flat)
            return day, "the dateline that its text begins with" if day else ""
        if sentences >= _HEAD_SENTENCES or (sentences and len(days) == 1):
            break  # what stands above the text comes before the dates that other headlines below it bear
        for day in _days_of([line], flat):
            days.setdefault(day, line)
    first = min(days.values(), key=lambda line: line.start, default=None)
    if len(days) > 1 and first is not None and first.start == lines[0].start:
        days = _days_of([first], flat)  # the very first line is the article's own, later ones bear other headlines'
    return _only(days, text)


def _days_of(lines: Iterable[Line], flat: str) -> dict[date, Line]:
    """Return the days that some lines consist of, each with the first such line."""
    days: dict[date, Line] = {}
    for line in lines:
        match = _LINE.match(line.flat) if len(line.flat) <= _LONGEST else None
        if match and (day := _of_match(match, flat)) is not None:
            days.setdefault(day, line)
    return days


def _only(days: Mapping[date, Line], text: str) -> tuple[date | None, str]:
    if len(days) != 1:
        return None, ""
    ((day, line),) = days.items()
    return day, f"the line {text[line.start : line.end]!r} at its head"


def _without_year(text: str) -> str | None:
    """Return the day and month that a line at the head states with a time of day, as "--05-18", where only one does."""
    days = set()
    for line in lines_of(folded(text[:20_000]))[:_HEAD_LINES]:
        if len(line.flat) <= _LONGEST and (match := _NO_YEAR.match(line.flat)):
            month, day = MONTHS[match["n1"] or match["n2"]], int(match["d1"] or match["d2"])
            if _day("2000", month, day) is not None:
                days.add(f"--{month:02d}-{day:02d}")
    return days.pop() if len(days) == 1 else None


def _written_day_first(flat: str) -> bool:
    """Return whether a text is Arabic for the most part: all Arabic locales of CLDR write the day before the month."""
    sample = flat[:4_000]
    return 2 * len(_ARABIC.findall(sample)) > sum(map(str.isalpha, sample))


def _folded_day_first(text: str) -> bool:
    return _written_day_first(fold_characters(text[:4_000]))


def _of_match(match: re.Match[str], flat: str) -> date | None:
    parts = match.groupdict()
    if parts.get("y1"):
        return _day(parts["y1"], parts["m1"], parts["d1"])
    if parts.get("y2"):  # only Arabic, a number above twelve, or two that are the same show which is the day
        first, second = int(parts["d2"]), int(parts["m2"])
        if first > 12 or first == second or (second <= 12 and _written_day_first(flat)):
            return _day(parts["y2"], second, first)
        return _day(parts["y2"], first, second) if second > 12 else None
    if parts["n3"]:
        return _day(parts["y3"], MONTHS[parts["n3"]], parts["d3"])
    return _day(parts["y4"], MONTHS[parts["n4"]], parts["d4"])


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2100 else None

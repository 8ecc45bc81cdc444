"""A publication date as a file states it, in the form that an item carries: RFC 3339 with offset, or a plain date.

Only what can be read one way is taken: 05/06/2017 is left, with a note, as nothing tells the day from the month.
"""

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from ascertain.text.fold import fold_characters

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$",
    re.IGNORECASE,
)
# Folded names of each month, English then the two Arabic sets (and the Maghreb's), "|" between them.
_MONTH_WORDS = (
    "january|jan|يناير|كانون الثاني",
    "february|feb|فبراير|شباط",
    "march|mar|مارس|اذار",
    "april|apr|ابريل|نيسان|افريل",
    "may|مايو|ايار|ماي",
    "june|jun|يونيو|حزيران|جوان",
    "july|jul|يوليو|تموز|جويليه",
    "august|aug|اغسطس|اب|اوت",
    "september|sept|sep|سبتمبر|ايلول",
    "october|oct|اكتوبر|تشرين الاول",
    "november|nov|نوفمبر|تشرين الثاني",
    "december|dec|ديسمبر|كانون الاول",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_WORDS, 1) for name in names.split("|")}
MONTH_NAMES = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[ /-]+(?:of )?({MONTH_NAMES})\.?(?:[ /-]+(?:{MONTH_NAMES}))?[ ,،/-]+(\d{{4}})\b"
)
_MONTH_FIRST = re.compile(rf"\b({MONTH_NAMES})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b")
_YEAR_FIRST = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")


def stated_date(words: str) -> tuple[str | None, str]:
    """Return the date that `words` state, and a note on what was left out or could not be read ("" where nothing)."""
    words = words.strip()
    if not words:
        return None, ""
    if match := _ISO.match(words):
        return _from_iso(match, words)
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, IndexError, OverflowError):
        return _from_words(words)
    if moment.tzinfo is None:
        return moment.date().isoformat(), f"the date is given as {words!r}, without a zone: only its day is kept"
    return moment.isoformat(), ""


def _from_iso(match: re.Match[str], words: str) -> tuple[str | None, str]:
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    try:
        on = date(int(year), int(month), int(day))
        if hour is None:
            return on.isoformat(), ""
        if zone is None:
            return on.isoformat(), f"the date is given as {words!r}, without a zone: only its day is kept"
        micro = int((fraction or "0").ljust(6, "0")[:6])
        moment = datetime(on.year, on.month, on.day, int(hour), int(minute), int(second or 0), micro, _zone(zone))
    except ValueError:
        return None, f"the date {words!r} does not exist"
    return moment.isoformat(), ""


def _zone(words: str) -> timezone:
    if words.upper() in ("Z", "UTC", "GMT"):
        return timezone.utc  # noqa: UP017  (typed as timezone, as its neighbours below)
    sign = -1 if words[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(words[1:3]), minutes=int(words[-2:])))


def _from_words(words: str) -> tuple[str | None, str]:
    flat = fold_characters(words)
    found: tuple[int, int, int] | None = None
    if match := _DAY_FIRST.search(flat):
        found = (int(match[3]), MONTHS[match[2]], int(match[1]))
    elif match := _MONTH_FIRST.search(flat):
        found = (int(match[3]), MONTHS[match[1]], int(match[2]))
    elif match := _YEAR_FIRST.search(flat):
        found = (int(match[1]), int(match[2]), int(match[3]))
    if found is None:
        return None, f"the date is given as {words!r}, which can't be read one way only"
    try:
        on = date(*found)
    except ValueError:
        return None, f"the date {words!r} does not exist"
    rest = (
        "" if flat.strip() == (match.group() if match else "") else f"the date is given as {words!r}: its day is kept"
    )
    return on.isoformat(), rest

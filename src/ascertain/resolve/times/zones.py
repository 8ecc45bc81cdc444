"""From local time to UTC, with every reading that a zone's name allows."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ascertain.languages.times import time_words
from ascertain.model import Misused

# What is noted where neither the words nor a place nor the settings tell the zone of a time.
UNTOLD = "nothing tells the zone: read as UTC"
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})$")


@lru_cache(maxsize=256)
def zone_named(name: str) -> tzinfo:
    """Return an IANA zone or an offset ("+03:00"); raises Misused where there is none of that name."""
    if match := _OFFSET.match(name):
        minutes = int(match[2]) * 60 + int(match[3])
        return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Misused(f"there is no time zone {name!r}", remedy="give an IANA name such as Asia/Damascus") from error


def is_zone_of_clock(name: str | None) -> bool:
    """Return whether a clock time names a zone of its own."""
    return name is not None and name != "local"


def to_utc(local: datetime, zone: tzinfo) -> datetime:
    """Return local time as naive UTC; an hour that occurs twice is read as the first."""
    return local.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)


def offsets_of(name: str, at: datetime) -> tuple[list[int], tuple[str, ...]]:
    """Return the offsets in minutes that an abbreviation may mean on a day, and what there is to say about them.

    Two traps: one name for several zones (IST, CST, BST), and a winter name in summer (CET named in May, when Central
    Europe keeps +02:00): all readings are allowed.
    """
    if match := _OFFSET.match(name):
        minutes = int(match[2]) * 60 + int(match[3])
        return [minutes if match[1] == "+" else -minutes], ()
    meanings = time_words().zones[name.lower()]
    offsets, notes = [], []
    for zone in meanings:
        offsets.append(zone.minutes)
        kept = zone_named(zone.region).utcoffset(at)
        minutes = int(kept.total_seconds() // 60) if kept is not None else zone.minutes
        if minutes != zone.minutes:
            offsets.append(minutes)
            notes.append(
                f"{name.upper()} named on {at.date()}, when {zone.region} keeps {shown(minutes)}: "
                f"both {shown(zone.minutes)} and {shown(minutes)} allowed"
            )
    if len(meanings) > 1:
        listed = ", ".join(shown(zone.minutes) for zone in meanings)
        notes.append(f"{name.upper()} is the name of several zones: {listed} all allowed")
    return sorted(set(offsets)), tuple(notes)


def shown(minutes: int) -> str:
    """Return an offset as it is written: +02:00."""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"

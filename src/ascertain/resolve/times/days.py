"""A day, or a part of one, in a time zone, as an interval in UTC."""

from datetime import date, datetime, time, timedelta

from ascertain.model import Interval
from ascertain.resolve.times.calendar import part_of_day
from ascertain.resolve.times.zones import to_utc, zone_named


def day_in(zone: str, day: date, part: str | None = None, *, note: str) -> Interval:
    """Return a day in an IANA zone or at an offset, or the `part` of it that a TIMEX3 code names, with what is noted.

    Raises Misused where there is no such zone.
    """
    midnight = datetime.combine(day, time())
    start, end = part_of_day(midnight, part) if part else (midnight, midnight + timedelta(days=1))
    local = zone_named(zone)
    return Interval(
        start=f"{to_utc(start, local).isoformat()}Z",
        end=f"{to_utc(end, local).isoformat()}Z",
        precision="part_of_day" if part else "day",
        timex=day.isoformat() + (f"T{part}" if part else ""),
        zone=zone,
        notes=(note,),
    )
